package io.github.assetpipe.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.PageDecision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the manifest and the report say of references that stay as they are. */
class ToldReferencesTest {
    private final TestSite site =
            new TestSite().options(TestSite.referencesOnly()).assets("css/app.css", "js/app.js", "img/a.png");

    private List<String> told(String file, String text) {
        return site.template(file, text).run().pages().get(0).decisions().stream()
                .filter(d -> d.kind().equals("reference"))
                .map(ToldReferencesTest::line)
                .toList();
    }

    private static String line(PageDecision d) {
        return d.subject() + ": " + d.outcome() + ", " + d.reason();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "p.ftl | <img src=\"/images/${slug}.png\"> | /images/${slug}.png",
                "p.ftl | <link rel=stylesheet href=\"/css/${theme}.css\"> | /css/${theme}.css",
                "p.ftl | <link rel=stylesheet href=\"${publicAt('css/app.css')}\"> | ${publicAt('css/app.css')}",
                "p.ftl | <link rel=stylesheet href=\"/${contextRoot}/css/x.css\"> | /${contextRoot}/css/x.css",
                "p.ftl | <link rel=stylesheet href=\"${theme}/css/none.css\"> | ${theme}/css/none.css",
                "p.ftl | <p style=\"background: url('${image}')\"> | ${image}",
                "p.ftl | <style>p { background: url(/img/${image}.png) }</style> | /img/${image}.png",
                "p.vm | <script src=\"$url.resource('app.js')\"></script> | $url.resource('app.js')",
                "p.vm | <link rel=stylesheet href=\"$model.weblog.stylesheet\"> | $model.weblog.stylesheet",
                "p.vm | <link rel=stylesheet href=\"$model.site\\n.css\"> | $model.site .css",
                "p.html | <link rel=stylesheet th:href=\"${rootpath}+'css/app.css'\"> | ${rootpath}+'css/app.css'",
                "p.html | <img data-th-src=\"@{'/img/' + ${x}}\"> | @{'/img/' + ${x}}",
                "p.jsp | <img src=\"<c:url value=\"/img/${x}.png\"/>\"> | <c:url value=\"/img/${x}.png\"/>",
                "p.jsp | <c:url value=\"/js/${x}.js\" var=\"u\"/><script src=\"${u}\"></script> | ${u}",
                "p.peb | <img srcset=\"{{ small }} 1x, /img/a.png 2x\"> | {{ small }}",
            })
    void listsAReferenceThatIsComputed(String file, String text, String subject) {
        List<String> told = told(file, text.replace("\\n", "\n"));
        assertEquals(
                List.of(subject + ": kept, computed"),
                told.stream().filter(line -> !line.startsWith("/img/a.png")).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "p.ftl | <a href=\"/${x}\">x</a><form action=\"${y}\"></form><link rel=canonical href=\"${z}\">",
                "p.ftl | <svg><use href=\"#${icon}\"/></svg><iframe src=\"${url}\"></iframe>",
                "p.ftl | <img src=\"data:image/png;base64,${bytes}\"><img src=\"data:image/gif;base64,R0l\"><img src=\"\">",
                "p.html | <form th:action=\"@{/search}\"></form><blc:form th:action=\"@{/search}\"></blc:form>",
                "p.html | <div th:replace=\"@{layout/partials/navMenu}\"></div><div th:insert=\"~{x :: y}\"></div>",
                "p.html | <li th:with=\"u=@{/}\" th:data-href=\"@{/owners/find.html}\"></li><iframe th:src=\"${url}\"></iframe>",
                "p.jsp | <spring:url value=\"/owners/new\" var=\"u\"/><form:form action=\"${u}\"></form:form>",
                "p.jsp | <form action=\"<spring:url value=\"/login\"/>\"></form>",
            })
    void leavesOutWhatNamesNoFile(String file, String text) {
        assertEquals(List.of(), told(file, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "p.html | <img th:src=\"${dark} ? @{/img/a.png} : ${x}\"> | /img/a.png: rewritten, ",
                "p.jsp | <spring:url value=\"/js/app.js\" var=\"u\"/><script src=\"${u}\"></script> | /js/app.js: rewritten, ",
                "p.jspx | <spring:url value=\"/js/app.js\" var=\"u\"/><script src=\"${u}\"/> | /js/app.js: rewritten, ",
                "p.jsp | <script src=\"<c:url value='/js/app.js'/>\"></script> | /js/app.js: rewritten, ",
                "p.ftl | <img src=\"https://cdn.example/${x}.png\"> | https://cdn.example/${x}.png: kept, external",
                "p.html | <img th:src=\"@{https://cdn.example/{x}(x=${y})}\"> | @{https://cdn.example/{x}(x=${y})}: kept, external",
                "p.html | <script th:src=\"@{/js/none.js}\"></script> | /js/none.js: kept, no such file",
                "p.html | <img th:src=\"@{/portrait}\"> | /portrait: kept, no such file",
                "p.html | <div th:style=\"x\" th:attr=\"data-x=@{/js/none.js}\"></div> | /js/none.js: kept, no such file",
                "p.html | <script src=\"${webjarsAt('jquery.js')}\"></script> | ${webjarsAt('jquery.js')}: kept, computed",
                "p.xhtml | <img src=\"#{resource['lib:images/x.png']}\"/> | lib:images/x.png: kept, resolved by Faces",
            })
    void saysOnceWhatBecameOfAReference(String file, String text, String told) {
        assertEquals(
                List.of(told.strip()),
                told(file, text).stream().map(String::strip).toList());
    }

    @Test
    void listsATextWithVariablesOfThymeleaf() {
        assertEquals(List.of("|/img/${x}.png|: kept, computed"), told("p.html", "<img th:src=\"|/img/${x}.png|\">"));
    }

    @Test
    void shortensALongValue() {
        List<String> told = told("p.ftl", "<img src=\"${f('" + "x".repeat(5000) + "')}\">");
        assertEquals(200 + ": kept, computed".length(), told.get(0).length());
        assertTrue(told.get(0).contains("x…: kept"), told.toString());
    }

    @Test
    void warnsOfNoFileThatALanguageComputesWhichIsNotKnown() {
        site.served("p.html", "<script src=\"/js/${name}.js\"></script><img src=\"/img/{{ name }}.png\">")
                .run();
        assertEquals(List.of(), missing());
    }

    private List<Diagnostic> missing() {
        return site.reported().stream()
                .filter(d -> d.id().equals("reference-missing"))
                .toList();
    }
}
