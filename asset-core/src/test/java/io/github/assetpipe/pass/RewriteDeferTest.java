package io.github.assetpipe.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.model.PageDecision;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.ModuleOptions;
import io.github.assetpipe.option.RewriteOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewriteDeferTest {
    private static RewriteOptions options(RewriteOptions.Defer defer) {
        return new RewriteOptions(
                true,
                defer,
                RewriteOptions.Lazy.OFF,
                3,
                false,
                RewriteOptions.Missing.IGNORE,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                ModuleOptions.defaults());
    }

    private static TestSite site() {
        return new TestSite()
                .options(options(RewriteOptions.Defer.SAFE))
                .asset("a.js", "var a = 1;")
                .asset("b.js", "var b = 2;")
                .asset("jquery.js", "var doc; doc.write(); document.body;")
                .asset("write.js", "document.write('<p>');")
                .asset("last.js", "var s = document.getElementsByTagName('script'); s[s.length - 1].src;")
                .asset("modernizr.js", "x;");
    }

    private static String page(String file, String body) {
        String result = site().template(file, body + "</html>").result();
        return result.substring(0, result.length() - 7).replace(".HASH", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<script src=\"/a.js\"></script><script src='/b.js'></script> | <script src=\"/a.js\" defer></script><script src='/b.js' defer></script>",
                "<script src=\"/a.js\"></script><script>x()</script> | <script src=\"/a.js\"></script><script>x()</script>",
                "<script>x()</script><script src=\"/a.js\"></script> | <script>x()</script><script src=\"/a.js\" defer></script>",
                "<script src=\"/a.js\"></script><script> // nothing\\n</script> | <script src=\"/a.js\" defer></script><script> // nothing\\n</script>",
                "<script src=\"/a.js\"></script><script type=\"application/ld+json\">{}</script> | <script src=\"/a.js\" defer></script><script type=\"application/ld+json\">{}</script>",
                "<script src=\"/a.js\"></script><script src=\"/write.js\"></script><script src=\"/b.js\"></script> | <script src=\"/a.js\"></script><script src=\"/write.js\"></script><script src=\"/b.js\" defer></script>",
                "<script src=\"/last.js\"></script> | <script src=\"/last.js\"></script>",
                "<script src=\"/modernizr.js\"></script><script src=\"/b.js\"></script> | <script src=\"/modernizr.js\"></script><script src=\"/b.js\" defer></script>",
                "<script src=\"/jquery.js\"></script> | <script src=\"/jquery.js\" defer></script>",
                "<script src=\"/a.js\" defer></script><script src=\"/b.js\"></script> | <script src=\"/a.js\" defer></script><script src=\"/b.js\"></script>",
                "<script src=\"/a.js\"></script><script src=\"/b.js\" defer></script> | <script src=\"/a.js\" defer></script><script src=\"/b.js\" defer></script>",
                "<script src=\"/a.js\" async></script><script src=\"/b.js\"></script> | <script src=\"/a.js\" async></script><script src=\"/b.js\" defer></script>",
                "<script type=\"module\">x()</script><script src=\"/b.js\"></script> | <script type=\"module\">x()</script><script src=\"/b.js\"></script>",
                "<script src=\"/csrf\"></script><script src=\"/b.js\"></script> | <script src=\"/csrf\"></script><script src=\"/b.js\" defer></script>",
                "<script src=\"//unknown.example/x.js\"></script> | <script src=\"//unknown.example/x.js\"></script>",
                "<script src=\"https://cdn.jsdelivr.net/npm/bootstrap@5/dist/js/bootstrap.js\"></script> | <script src=\"https://cdn.jsdelivr.net/npm/bootstrap@5/dist/js/bootstrap.js\" defer></script>",
                "<script data-no-defer src=\"/a.js\"></script> | <script data-no-defer src=\"/a.js\"></script>",
                "<script data-defer src=\"/write.js\"></script><script>x()</script> | <script data-defer src=\"/write.js\" defer></script><script>x()</script>",
                "<noscript><script src=\"/a.js\"></script></noscript> | <noscript><script src=\"/a.js\"></script></noscript>",
                "<script th:src=\"@{/a.js}\"></script> | <script th:src=\"@{/a.js}\" defer></script>",
                "<script src=\"/a.js\"></script><div th:replace=\"~{x}\"></div> | <script src=\"/a.js\"></script><div th:replace=\"~{x}\"></div>",
                "<script src=\"/a.js\" th:attr=\"x=1\" onload=\"y()\"></script> | <script src=\"/a.js\" defer th:attr=\"x=1\" onload=\"y()\"></script>",
            })
    void defersOnlyWhereNothingCouldNotice(String before, String after) {
        assertEquals(after.replace("\\n", "\n"), page("p.html", before.replace("\\n", "\n")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "p.jsp | <jsp:include page=\"x.jsp\"/>",
                "p.jsp | <%@ include file=\"x.jspf\" %>",
                "p.jsp | <jsp:doBody/>",
                "p.jsp | <tiles:insertAttribute name=\"x\"/>",
                "p.jsp | <my:scripts/>",
                "p.ftl | <#include \"x.ftl\">",
                "p.ftl | <#nested>",
                "p.ftl | <@layout/>",
                "p.vm | #parse(\"x.vm\")",
                "p.vm | $screen_content",
                "p.mustache | {{>x}}",
                "p.mustache | {{{body}}}",
                "p.peb | {% include 'x' %}",
                "p.peb | {% block x %}{% endblock %}",
                "p.qute.html | {#include x /}",
                "p.qute.html | {#insert /}",
                "p.jte | @template.x()",
                "p.jte | ${content}",
                "p.xhtml | <ui:insert name=\"x\"/>",
                "p.xhtml | <p:commandButton/>",
                "p.html | <p th:utext=\"${x}\"></p>",
            })
    void stopsAtWhatMayPutScriptsIn(String file, String inclusion) {
        String before = "<script src=\"/a.js\"></script>" + inclusion + "<script src=\"/b.js\"></script>";
        String defer = file.endsWith("xhtml") ? " defer=\"defer\"" : " defer";
        assertEquals(
                "<script src=\"/a.js\"></script>" + inclusion + "<script src=\"/b.js\"" + defer + "></script>",
                page(file, before));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "p.jsp | <c:if test=\"${x > 1}\">x</c:if><c:out value=\"${x}\"/>${name}",
                "p.ftl | <#if x>a<#else>b</#if>${name}<#list xs as x></#list>",
                "p.vm | #if($x)a#else b#end $name #set($x = 1)",
                "p.mustache | {{#if x}}{{name}}{{/if}}",
                "p.peb | {% if x %}{{ name }}{% endif %}",
                "p.qute.html | {#if x}{name}{/if}",
                "p.jte | @if(x)${name}@endif",
                "p.html | <p th:text=\"${x}\" th:if=\"${y}\">[[${z}]]</p>",
            })
    void goesAcrossConditionsAndText(String file, String between) {
        assertEquals(
                "<script src=\"/a.js\" defer></script>" + between,
                page(file, "<script src=\"/a.js\"></script>" + between));
    }

    @Test
    void leavesAPartOfAPageAlone() {
        String part = "<script src=\"/x.js\"></script>";
        assertEquals(part, site().template("p.html", part).result());
    }

    @Test
    void defersABundle() {
        String result = page(
                "p.html",
                "<!-- compress js --><script src=\"/a.js\"></script><script src=\"/b.js\"></script><!-- endcompress -->");
        assertTrue(result.matches("<script src=\"/bundles/a-[0-9a-f]{8}\\.js\" defer></script>"), result);
    }

    @Test
    void doesNotDeferABundleThatWritesIntoThePage() {
        String result = page(
                "p.html",
                "<!-- compress js --><script src=\"/a.js\"></script><script src=\"/write.js\"></script><!-- endcompress -->");
        assertFalse(result.contains("defer"), result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // The tag that sets the variable tells which file it is, so that its text can be judged.
                "p.tag | <spring:url value=\"/a.js\" var=\"u\"/><script src=\"${u}\"></script> | true",
                "p.jsp | <c:url var='u' value='/a.js'><c:param name='v' value='1'/></c:url><script src='${ u }'></script> | true",
                "p.tagx | <spring:url value=\"/a.js\" var=\"u\" /><script src=\"${u}\"><!-- --></script> | true",
                "p.tag | <spring:url value=\"/webjars/bootstrap/5.3.2/js/bootstrap.js\" var=\"u\"/><script src=\"${u}\"></script> | true",
                "p.tag | <spring:url value=\"/write.js\" var=\"u\"/><script src=\"${u}\"></script> | false",
                "p.tag | <spring:url value=\"/dwr/engine.js\" var=\"u\"/><script src=\"${u}\"></script> | false",
                "p.tag | <spring:url value=\"/a.js\" var=\"u\"/><spring:url value=\"/write.js\" var=\"u\"/><script src=\"${u}\"></script> | false",
                "p.tag | <spring:url value=\"/a.js\" var=\"u\"/><c:if test=\"${x}\"><c:set var=\"u\" value=\"${x}\"/></c:if><script src=\"${u}\"></script> | false",
                "p.tag | <script src=\"${u}\"></script><spring:url value=\"/a.js\" var=\"u\"/> | false",
                "p.tag | <spring:url value=\"${x}\" var=\"u\"/><script src=\"${u}\"></script> | false",
                "p.tag | <spring:url value=\"/a.js\" var=\"v\"/><script src=\"${u}\"></script> | false",
            })
    void judgesAScriptBehindTheVariableThatAUrlTagSets(String file, String body, boolean deferred) {
        String before = "<html><body>" + body + "</body></html>";
        String named = file.endsWith("x")
                ? before.replace("<html>", "<html xmlns:spring=\"http://www.springframework.org/tags\">")
                : before;
        String page = file.contains(".tag")
                ? "<%@ taglib prefix=\"t\" tagdir=\"/WEB-INF/tags\" %><t:p/>"
                : "<%@ include file=\"p.jsp\" %>";
        Site site = site().template("WEB-INF/tags/" + file, named)
                .template("page.jsp", page)
                .run();
        String result = site.pages().get(0).content().text();
        assertEquals(deferred, result.contains(" defer"), result);
    }

    @Test
    void saysWhatBlocksAScript() {
        Site site = site().template("p.html", "<p>\n<script src=\"/a.js\"></script>\n<script>x()</script></html>")
                .run();
        PageDecision decision = site.pages().get(0).decisions().stream()
                .filter(d -> d.kind().equals("defer"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                new PageDecision("defer", 2, "/a.js", "kept", "before inline script (templates/p.html:3)"), decision);
    }

    @Test
    void defersAllOrNoneWhenAsked() {
        String page =
                "<script src=\"/a.js\"></script><script>x()</script><script data-defer src=\"/b.js\"></script></html>";
        String all = site().options(options(RewriteOptions.Defer.ALL))
                .template("p.html", page)
                .result();
        assertTrue(all.contains("a.HASH.js\" defer>"), all);
        String off = site().options(options(RewriteOptions.Defer.OFF))
                .template("p.html", page)
                .result();
        assertTrue(off.contains("a.HASH.js\"></script>") && off.contains("b.HASH.js\" defer>"), off);
    }
}
