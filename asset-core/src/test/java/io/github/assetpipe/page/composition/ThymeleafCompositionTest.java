package io.github.assetpipe.page.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Thymeleaf: fragments as parameters, selectors, the layout dialect. */
class ThymeleafCompositionTest {
    private static final String LAYOUT = """
            <!doctype html>
            <html th:fragment="layout (template, menu)">
            <head><title>x</title></head>
            <body>
              <li th:fragment="menuItem (link)"><a th:href="@{__${link}__}"></a></li>
              <li th:replace="~{::menuItem ('/')}"></li>
              <th:block th:insert="${template}" />
              <script th:src="@{/js/app.js}"></script>
            </body>
            </html>
            """;

    private static String view(String content) {
        return """
                <html xmlns:th="https://www.thymeleaf.org" th:replace="~{fragments/layout :: layout (~{::body},'home')}">
                <body>
                CONTENT
                </body>
                </html>
                """.replace("CONTENT", content);
    }

    private static Templates layout() {
        return new Templates().scripts("app.js", "page.js", "lib.js").page("fragments/layout.html", LAYOUT);
    }

    @Test
    void keepsAScriptBeforeASlotWhoseDefaultEndsInTextThatIsNoMarkup() {
        for (String last : List.of(
                "<script>var u = \"[[@{/x}]]\";</script>",
                "<!-- [[${x}]] goes here -->",
                "<textarea>[[${x}]]</textarea>")) {
            Templates site = new Templates()
                    .scripts("a.js")
                    .page("layout.html", """
                            <html><head><title>x</title><script th:src="@{/js/a.js}"></script></head>
                            <body><main layout:fragment="content">%s</main>
                            <footer>f</footer></body></html>
                            """.formatted(last))
                    .page("page.html", """
                            <html layout:decorate="~{layout}"><body>
                            <main layout:fragment="content"><script>App.start("page");</script></main>
                            </body></html>
                            """);
            assertEquals("", site.deferred(), last);
        }
    }

    @Test
    void defersInAHeadThatEndsInAScriptOfTheTemplateLanguage() {
        Templates site = new Templates().scripts("a.js").page("page.html", """
                <html xmlns:th="http://www.thymeleaf.org"><head>
                <script type="application/json">"[[@{/x}]]"</script></head>
                <body><p>x</p><script th:src="@{/js/a.js}"></script></body></html>
                """);
        assertEquals("a.js", site.deferred());
    }

    @Test
    void defersTheScriptAtTheEndOfALayoutThatPagesFill() {
        Templates site = layout().page("welcome.html", view("<h2>Hi</h2>")).page("owners/list.html", view("<p></p>"));
        assertEquals("app.js", site.deferred());
    }

    @Test
    void scriptsBeforeTheLastOneOfTheLayoutFollowIt() {
        Templates site = layout().page("welcome.html", view("<script th:src=\"@{/js/page.js}\"></script>"));
        assertEquals("app.js page.js", site.deferred());
    }

    @Test
    void anInlineScriptInOnePageKeepsAllScriptsBeforeItsPlace() {
        Templates site =
                layout().page("welcome.html", view("<script th:src=\"@{/js/page.js}\"></script><script>go()</script>"));
        assertEquals("app.js", site.deferred());
        assertEquals("before inline script (src/welcome.html:3)", site.reason("page.js"));
    }

    @Test
    void whatAnInclusionReplacesIsNotRendered() {
        Templates site = new Templates()
                .scripts("app.js")
                .page("parts.html", "<div th:fragment=\"nav\"><b></b></div>")
                .page("a.html", """
                        <html xmlns:th="x"><body>
                        <script src="js/app.js"></script>
                        <div th:replace="parts :: nav"><script>prototype()</script></div>
                        <p th:text="${x}"><script>prototype()</script></p>
                        </body></html>
                        """);
        assertEquals("app.js", site.deferred());
    }

    @Test
    void aFragmentWithAnInlineScriptIsABarrier() {
        Templates site = new Templates()
                .scripts("app.js")
                .page(
                        "parts.html",
                        "<div th:fragment=\"nav\"><script>nav()</script></div><div th:fragment=\"foot\"></div>")
                .page("a.html", """
                        <html xmlns:th="x"><body><script src="js/app.js"></script>
                        <div th:replace="~{parts :: nav}"></div></body></html>
                        """)
                .page("b.html", """
                        <html xmlns:th="x"><body><script src="js/app.js"></script>
                        <div th:replace="~{parts :: foot}"></div></body></html>
                        """);
        assertEquals(
                "src/b.html",
                site.decisions(io.github.assetpipe.option.RewriteOptions.Defer.SAFE).all().stream()
                        .filter(DeferDecision::deferred)
                        .map(DeferDecision::file)
                        .findFirst()
                        .orElse(""));
        assertEquals("before inline script (src/parts.html:1)", site.reason("app.js"));
    }

    @Test
    void aScriptInAFragmentIsDecidedForAllItsIncluders() {
        Templates site = new Templates()
                .scripts("lib.js", "end.js")
                .page("f.html", "<th:block th:fragment=\"libs\"><script src=\"js/lib.js\"></script></th:block>")
                .page("a.html", "<html xmlns:th=x><body><th:block th:insert=\"~{f :: libs}\"/></body></html>");
        assertEquals("lib.js", site.deferred());
        site.page(
                "b.html",
                "<html xmlns:th=x><body><th:block th:insert=\"~{f :: libs}\"/><script>b()</script></body></html>");
        assertEquals("", site.deferred());
        assertEquals("before inline script (src/b.html:1)", site.reason("lib.js"));
    }

    @Test
    void keepsScriptsOfAFragmentThatNobodyIncludes() {
        Templates site = new Templates()
                .scripts("lib.js")
                .page("f.html", "<th:block th:fragment=\"libs\"><script src=\"js/lib.js\"></script></th:block>");
        assertEquals("", site.deferred());
    }

    @Test
    void aComputedInclusionIsABarrier() {
        Templates site = new Templates().scripts("app.js", "z.js").page("a.html", """
                <html xmlns:th="x"><body><script src="js/app.js"></script>
                <div th:replace="${view}"></div></body></html>
                """);
        assertEquals("", site.deferred());
        assertTrue(site.reason("app.js").contains("computed inclusion"), site.reason("app.js"));
    }

    @Test
    void allAlternativesOfAConditionCount() {
        Templates site = new Templates()
                .scripts("app.js")
                .page("p.html", "<div th:fragment=\"one\"></div><div th:fragment=\"two\"><script>two()</script></div>")
                .page("a.html", """
                        <html xmlns:th="x"><body><script src="js/app.js"></script>
                        <div th:replace="${x} ? ~{p :: one} : ~{p :: two}"></div></body></html>
                        """);
        assertEquals("", site.deferred());
    }

    @Test
    void namesInAPatternAreEnumerated() {
        Templates site = new Templates()
                .scripts("app.js")
                .page("tabs/one.html", "<div th:fragment=\"tab\"></div>")
                .page("tabs/two.html", "<div th:fragment=\"tab\"></div>")
                .page("a.html", """
                        <html xmlns:th="x"><body><script src="js/app.js"></script>
                        <div th:replace="~{tabs/__${tab}__ :: tab}"></div></body></html>
                        """);
        assertEquals("app.js", site.deferred());
        site.page("tabs/three.html", "<div th:fragment=\"tab\"><script>x()</script></div>");
        assertEquals("", site.deferred());
    }

    @Test
    void theLayoutDialectPutsAPagesFragmentsAndHeadIntoItsLayout() {
        Templates site = new Templates()
                .scripts("base.js", "page.js", "head.js", "end.js")
                .page("layout.html", """
                        <html xmlns:th="x" xmlns:layout="y"><head><script src="js/base.js"></script></head>
                        <body><section layout:fragment="content"><p>default</p></section>
                        <script src="js/end.js"></script>
                        <th:block layout:fragment="scripts"></th:block></body></html>
                        """)
                .page("a.html", """
                        <html xmlns:layout="y" layout:decorate="~{layout}"><head><script src="js/head.js"></script></head>
                        <body><section layout:fragment="content"><b></b></section>
                        <script>notRendered()</script>
                        <th:block layout:fragment="scripts"><script src="js/page.js"></script></th:block></body></html>
                        """);
        assertEquals("base.js end.js head.js page.js", site.deferred());
        site.page("b.html", """
                <html xmlns:layout="y" layout:decorate="~{layout}"><body>
                <section layout:fragment="content"><script>b()</script></section></body></html>
                """);
        assertEquals("end.js page.js", site.deferred());
    }

    @Test
    void aLoopRepeatsWhatStandsBeforeAScript() {
        Templates site = new Templates().scripts("app.js").page("a.html", """
                <html xmlns:th="x"><body>
                <div th:each="a : ${all}"><script>each()</script><script src="js/app.js"></script></div>
                </body></html>
                """);
        assertEquals("", site.deferred());
    }

    @Test
    void computedAttributesKeepATagAsItIs() {
        Templates site = new Templates().scripts("app.js").page("a.html", """
                <html xmlns:th="x"><body><script src="js/app.js" th:defer="${d}"></script></body></html>
                """);
        assertEquals("", site.deferred());
    }

    @Test
    void theLayoutDialectIncludesAFragmentWithWhatFillsIt() {
        Templates site = new Templates()
                .scripts("modal.js", "app.js", "fill.js")
                .page("modal.html", """
                        <div layout:fragment="modal"><script src="js/modal.js"></script><p layout:fragment="text">x</p></div>
                        """)
                .page("page.html", """
                        <html xmlns:layout="y"><body>
                        <div layout:replace="~{modal :: modal}"><p layout:fragment="text"><script src="js/fill.js"></script></p></div>
                        <div layout:insert="~{modal :: modal}"></div>
                        <script src="js/app.js"></script></body></html>
                        """);
        assertEquals("app.js fill.js modal.js", site.deferred());
        site.page("inline.html", """
                <html xmlns:layout="y"><body>
                <div layout:replace="~{modal :: modal}"><p layout:fragment="text"><script>go()</script></p></div>
                <script src="js/app.js"></script></body></html>
                """);
        // The modal's script must now run at once, and it may come after what fills its slot.
        assertEquals("app.js", site.deferred());
    }

    @Test
    void aPassedScriptElementIsSeenWhereItIsRendered() {
        Templates site = new Templates()
                .scripts("app.js", "page.js")
                .page("layout.html", """
                        <html th:fragment="layout (content, script)"><body><div th:insert="${content}"></div>
                        <script th:src="@{/js/app.js}"></script><th:block th:replace="${script}"/></body></html>
                        """)
                .page("a.html", """
                        <html th:replace="~{layout :: layout (~{::body}, ~{::script})}"><body>x</body>
                        <script th:src="@{/js/page.js}"></script></html>
                        """);
        assertEquals("app.js page.js", site.deferred());
        site.page("b.html", """
                <html th:replace="~{layout :: layout (~{::body}, ~{::script})}"><body>x</body><script>go()</script></html>
                """);
        assertEquals("page.js", site.deferred());
    }

    @Test
    void aScriptElementCanBeAFragmentAndBeReplacedByOne() {
        Templates site = new Templates()
                .scripts("app.js")
                .page("parts.html", "<html><script th:fragment=\"go\">go()</script></html>")
                .page("a.html", """
                        <html><script th:src="@{/js/app.js}"></script>
                        <script th:replace="~{parts :: go}"></script></html>
                        """);
        assertEquals("", site.deferred());
    }
}
