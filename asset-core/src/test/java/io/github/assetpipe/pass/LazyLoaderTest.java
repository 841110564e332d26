package io.github.assetpipe.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.ModuleOptions;
import io.github.assetpipe.option.RewriteOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How pages name the loader of lazy images, and where images had better not wait for it. */
class LazyLoaderTest {
    private static final LogicalPath LOADER = LogicalPath.of("bundles/lazy-images.js");
    private static final String WAITS = "<img src=\"/images/a.png\">";

    private static TestSite site() {
        RewriteOptions d = RewriteOptions.defaults();
        RewriteOptions options = new RewriteOptions(
                true,
                d.defer(),
                RewriteOptions.Lazy.DATA_SRC,
                0,
                true,
                RewriteOptions.Missing.IGNORE,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                ModuleOptions.defaults());
        return new TestSite()
                .options(options)
                .assets("images/a.png", "images/b.png", "css/app.css", "js/app.js", "js/last.js", "webjars/x/x.js");
    }

    private static PageFile page(TestSite site) {
        return site.run().pages().get(0);
    }

    /** Returns the loader's attribute on a page, or the empty string when the page has none. */
    private static String address(String file, String text) {
        String result = page(site().template(file, text)).content().text();
        int at = result.indexOf("bundles/lazy-images");
        int from = result.lastIndexOf("<script ", Math.max(0, at)) + "<script ".length();
        return at < 0
                ? ""
                : result.substring(from, result.indexOf(" defer", at)).replace(".HASH", "");
    }

    private static List<String> decisions(PageFile page) {
        return page.decisions().stream()
                .filter(d -> d.kind().equals("lazy"))
                .map(d -> d.outcome() + ": " + d.reason())
                .toList();
    }

    @Test
    void endsInAJspDocumentWhereItShould() {
        String result = page(site().template(
                                "p.jspx",
                                "<html><body><img src=\"${pageContext.request.contextPath}/images/a.png\"/></body></html>"))
                .content()
                .text();
        assertTrue(result.contains("lazy-images.HASH.js\" defer=\"defer\">/**/</script><noscript><style>"), result);
    }

    @Test
    void writesABundleOfAJspDocumentSoThatItEndsWhereItShould() {
        String result = page(site().template("p.jspx", """
                        <html><head><!-- compress js --><script>a()</script><script>b()</script><!-- endcompress --></head>
                        <body><p/></body></html>
                        """)).content().text();
        assertTrue(result.contains("defer=\"defer\">/**/</script>"), result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "p.ftlh | <#list sites as s><img src=\"${s.baseUrl}/images/a.png\"></#list><img src=\"${baseUrl}/images/a.png\"> | ${baseUrl}",
                "p.ftlh | <#macro card ctx><img src=\"${ctx}/images/a.png\"></#macro><@card ctx=\"/app\"/><img src=\"${root}/images/a.png\"> | ${root}",
                "p.ftlh | <#if s??><img src=\"${s.baseUrl}/images/a.png\"><#else><i></i></#if><img src=\"${root}/images/a.png\"> | ${root}",
                "p.ftlh | <#macro each all><#list all as x><#nested x></#list></#macro><@each all; ctx><img src=\"${ctx}/images/a.png\"></@each><img src=\"${root}/images/a.png\"> | ${root}",
                "p.ftlh | <@menu></@menu><@b.box><img src=\"${ctx}/images/a.png\"></@b.box> | ${ctx}",
                "p.vm | #foreach($s in $all)#if($s)<i></i>#else<b></b>#end<img src=\"$s.baseUrl/images/a.png\">#end<img src=\"$baseUrl/images/a.png\"> | $baseUrl",
                "p.vm | #macro(card $ctx)<img src=\"$ctx/images/a.png\">#end<img src=\"${base}/images/a.png\"> | ${base}",
                "p.hbs | {{#each users}}<img src=\"{{../contextPath}}/images/a.png\">{{/each}}<img src=\"{{contextPath}}/images/a.png\"> | {{contextPath}}",
                "p.mustache | {{#users}}<img src=\"{{baseUrl}}/images/a.png\">{{/users}}<img src=\"{{root}}/images/a.png\"> | {{root}}",
                "p.peb | {% for app in all %}<img src=\"{{ app.baseUrl }}/images/a.png\">{% endfor %}<img src=\"{{ baseUrl }}/images/a.png\"> | {{ baseUrl }}",
                "p.peb | {% macro m(ctx) %}<img src=\"{{ ctx }}/images/a.png\">{% endmacro %}{{ m('x') }}{% block b %}<img src=\"{{ base }}/images/a.png\">{% endblock %} | {{ base }}",
                "p.qute.html | {#for s in all}<img src=\"{s.baseUrl}/images/a.png\">{/for}{#if x}<b></b>{/}<img src=\"{root}/images/a.png\"> | {root}",
                "p.jte | @for(var s : all)<img src=\"${s.baseUrl()}/images/a.png\">@endfor<img src=\"${root}/images/a.png\"> | ${root}",
                "p.jsp | <c:forEach items=\"${all}\" var=\"s\"><img src=\"${s.baseUrl}/images/a.png\" width=\"9\" height=\"9\"></c:forEach> | ${pageContext.request.contextPath}",
                "p.jsp | <% for (Site s : all) { %><img src=\"<%= s.baseUrl() %>/images/a.png\"><% } %><img src=\"<%= root %>/images/a.png\"> | <%= root %>",
                "p.xhtml | <ui:repeat value=\"#{all}\" var=\"s\"><img src=\"#{s.baseUrl}/images/a.png\" width=\"9\" height=\"9\"/></ui:repeat> | #{request.contextPath}",
            })
    void isNamedByNoVariableOfALoopOrMacro(String file, String body, String lead) {
        assertEquals(
                "src=\"" + lead + "/bundles/lazy-images.js\"", address(file, "<html><body>" + body + "</body></html>"));
    }

    @Test
    void isNamedByNoVariableOfALoopInThymeleaf() {
        assertEquals(
                "th:src=\"@{/bundles/lazy-images.js}\"",
                address(
                        "p.html",
                        "<html xmlns:th=\"http://www.thymeleaf.org\"><body><div th:each=\"s : ${all}\">"
                                + "<img th:src=\"@{${s.baseUrl}/images/a.png}\" width=9 height=9></div></body></html>"));
    }

    @Test
    void mayBeNamedByTheParameterOfTheMacroThatEndsTheDocument() {
        assertEquals(
                "src=\"${ctx}/bundles/lazy-images.js\"",
                address(
                        "p.ftlh",
                        "<#macro page ctx><html><body><img src=\"${ctx}/images/a.png\"></body></html></#macro>"
                                + "<@page ctx=\"/app\"/>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "p.ftlh | <#list sites as s><img src=\"${s.baseUrl}/images/a.png\"></#list>",
                "p.vm | <link rel=icon href=\"/images/a.png\">#foreach($s in $all)<img src=\"$s.baseUrl/images/a.png\">#end",
                "p.hbs | {{#each users}}<img src=\"{{../contextPath}}/images/a.png\">{{/each}}<img src=\"/images/a.png\">",
            })
    void isNotAwaitedWhereOnlyALoopKnowsTheRoot(String file, String body) {
        String result = page(site().template(file, "<html><body>" + body + "</body></html>"))
                .content()
                .text();
        assertTrue(result.contains("loading=\"lazy\"") && !result.contains("data-src"), result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "p.html | <img th:src=\"@{/static/images/a.png}\"> | th:src=\"@{/static/bundles/lazy-images.js}\"",
                "p.jsp | <img src=\"<c:url value='/static/images/a.png'/>\"> | src=\"<c:url value='/static/bundles/lazy-images.js'/>\"",
                "p.jsp | <c:if test=\"${x}\"><img src=\"${ctx}/static/images/a.png\"></c:if> | src=\"${pageContext.request.contextPath}/static/bundles/lazy-images.js\"",
                "p.vm | <img src=\"/static/images/a.png\"> | src=\"/static/bundles/lazy-images.js\"",
                "p.html | <script th:src=\"@{/webjars/x/x.js}\"></script><img th:src=\"@{/static/images/a.png}\"> | th:src=\"@{/static/bundles/lazy-images.js}\"",
                "p.html | <link rel=stylesheet th:href=\"@{/css/app.css}\"><img th:src=\"@{/static/images/a.png}\"> | ~~",
            })
    void standsBelowThePrefixThatThePageFindsItsFilesBelow(String file, String body, String address) {
        assertEquals(
                address, address(file, "<html xmlns:th=\"http://www.thymeleaf.org\"><body>" + body + "</body></html>"));
    }

    @Test
    void standsBelowThePrefixOfTheSiteInAPageThatNamesNoFiles() {
        TestSite site = site().template(
                        "a.html", "<html><body><img th:src=\"${x}\" width=\"1000\" height=\"10\"></body></html>")
                .template(
                        "b.html",
                        "<html><body><i th:text=\"x\"></i><img th:src=\"@{/static/images/a.png}\"></body></html>");
        String result = page(site).content().text();
        assertTrue(result.contains("th:src=\"@{/static/bundles/lazy-images.HASH.js}\""), result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node.dataset.src = node.src;",
                "node.dataset['src'] ||= node.src;",
                "node.setAttribute(\"data-src\",node.src)",
                "$('img').each(function () { $(this).data('src', this.src); });",
                "$(this).attr('data-src', this.src)",
                "$(this).attr({ id: 1, 'data-src': this.src })",
            })
    void isNotAwaitedWhereAScriptWritesWhatImagesWaitBy(String script) {
        TestSite named = site().asset("js/app.js", script)
                .template("a.html", "<html><body>" + WAITS + "</body></html>")
                .template("b.html", "<html><body><script src=\"/js/app.js\"></script></body></html>");
        assertEquals(
                List.of("lazy: natively: js/app.js writes the attributes that they wait by"), decisions(page(named)));
        TestSite inline =
                site().template("a.html", "<html><body>" + WAITS + "\n<script>" + script + "</script></body></html>");
        assertEquals(
                List.of("lazy: natively: templates/a.html:2 writes the attributes that they wait by"),
                decisions(page(inline)));
    }

    @Test
    void isAwaitedBesideAScriptThatOnlyReadsWhatImagesWaitBy() {
        TestSite site = site().asset(
                        "js/app.js", "if (i.dataset.src == x || i.getAttribute('data-src')) i.src = $(i).data('src')")
                .asset("js/last.js", "i.dataset.src = i.src")
                .template(
                        "a.html",
                        "<html><body>" + WAITS + "<script src=\"/js/app.js\"></script><pre>a.dataset.src = 1</pre>"
                                + "</body></html>");
        assertEquals(List.of("lazy: "), decisions(page(site)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "default-src 'self' | natively: no data: image is allowed",
                "img-src * | natively: no data: image is allowed",
                "img-src &#39;self&#39; data:; script-src 'none' | natively: no further script is allowed",
                "img-src data:; script-src https://cdn.example | natively: no further script is allowed",
                "img-src data:; script-src 'strict-dynamic' 'self' 'sha256-x' | natively: no further script is allowed",
                "img-src data:; script-src-elem 'unsafe-inline'; script-src 'self' | natively: no further script is allowed",
                "IMG-SRC 'self' data:; default-src 'self' | ~~",
                "style-src 'self' | ~~",
            })
    void isNotAwaitedWhereAPolicyForbidsIt(String policy, String reason) {
        TestSite site = site().template("a.html", "<html><body>" + WAITS + "</body></html>")
                .template(
                        "b.html",
                        "<html><head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy
                                + "\"></head></html>");
        String place = reason.isEmpty() ? "" : " (content security policy in templates/b.html:2)";
        assertEquals(List.of("lazy: " + reason + place), decisions(page(site)));
    }

    @Test
    void isAwaitedUnderAPolicyOfNoncesOnlyWhereItGetsOne() {
        String head = "<html><head><meta http-equiv=\"Content-Security-Policy\""
                + " content=\"img-src data:; script-src 'nonce-${n}'\"></head><body>";
        TestSite site = site().template("a.jsp", head + "<img src=\"${ctx}/images/a.png\"></body></html>")
                .template(
                        "b.jsp",
                        head + "<script nonce=\"${n}\">x()</script><img src=\"${ctx}/images/a.png\"></body></html>");
        Site done = site.run();
        assertFalse(done.pages().get(0).content().text().contains("data-src"));
        String nonced = done.pages().get(1).content().text();
        assertTrue(nonced.contains("defer nonce=\"${n}\"></script>"), nonced);
        assertTrue(done.assets().containsKey(LOADER));
    }

    @Test
    void isNotAwaitedByAnImageThatThePageLoadsAnyway() {
        PageFile page = page(site().template(
                        "p.html",
                        "<html><body><header><img src=\"/images/a.png\"></header><img src=\"/images/a.png\">"
                                + "<img src=\"/images/a.png\" srcset=\"/images/b.png 2x\"></body></html>"));
        assertEquals(
                List.of("eager: inside a header or navigation", "eager: the page loads it above already", "lazy: "),
                decisions(page));
    }

    @Test
    void isAwaitedOnceByAFileWhoseImagesSayTheirSize() {
        PageFile page = page(site().template(
                        "p.html",
                        "<html><body>" + WAITS + WAITS
                                + "<img src=\"/images/a.png\" width=\"20\" height=\"10\"></body></html>"));
        assertEquals(List.of("lazy: ", "lazy: ", "lazy: it waits further up already"), decisions(page));
        String text = page.content().text();
        assertTrue(text.contains("<img src=\"/images/a.HASH.png\" loading=\"lazy\" width=\"20\" height=\"10\">"), text);
    }

    @Test
    void isNotAwaitedByHundredsOfImagesOfOneSmallFile() {
        String many = WAITS.repeat(100);
        PageFile page =
                page(site().template("p.html", "<html><body>" + many + "<img src=\"/images/b.png\"></body></html>"));
        assertEquals(
                "eager: its file is lighter than what waiting takes",
                decisions(page).get(0));
        assertEquals("lazy: ", decisions(page).get(100));
    }

    @Test
    void tellsImagesApartWhoseAddressesAreComputedAlike() {
        PageFile page = page(site().template(
                        "p.jsp",
                        "<html><body><header><img src=\"${x.image}\" width=\"9\" height=\"9\"></header>"
                                + "<img src=\"${x.image}\" width=\"9\" height=\"9\"></body></html>"));
        assertEquals(List.of("eager: inside a header or navigation", "lazy: "), decisions(page));
    }
}
