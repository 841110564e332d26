package io.github.assetpipe.pass;

import static io.github.assetpipe.pass.Constructs.becomes;
import static io.github.assetpipe.pass.Constructs.keepsClasses;
import static io.github.assetpipe.pass.Constructs.stays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Thymeleaf, as applications write it. */
class ThymeleafConstructsTest {
    @Test
    void no01FollowsThePrototypeAndTheLiveAddressAndMovesBoth() {
        String result = Constructs.site()
                .template("welcome.html", """
                        <html xmlns:th="http://www.thymeleaf.org"><body>
                        <img class="r" src="../static/resources/images/pets.png" th:src="@{/resources/images/pets.png}" />
                        <script src="vendor/lazyload.js"></script>
                        </body></html>
                        """)
                .result()
                .replace(".HASH", "#")
                .replaceAll("data:image[^\"]*", "BOX");
        assertTrue(result.contains("""
                        <img class="r lazy" src="BOX" data-src="../static/resources/images/pets#.png" \
                        th:data-src="@{/resources/images/pets#.png}" />\
                        <noscript><img class="r" src="../static/resources/images/pets#.png" \
                        th:src="@{/resources/images/pets#.png}" /></noscript>"""), result);
    }

    @Test
    void no02LeavesAPrototypeThatLeadsNowhere() {
        becomes("layout.html", """
                <nav><img src="../static/images/pets.png" th:src="@{/resources/images/pets.png}"></nav>
                """, """
                <nav><img src="../static/images/pets.png" th:src="@{/resources/images/pets#.png}"></nav>
                """);
    }

    @Test
    void no03LeavesAWebJarThatIsNotThere() {
        stays("layout.html", "<link th:href=\"@{/webjars/font-awesome/css/font-awesome.min.css}\" rel=\"stylesheet\">");
    }

    @Test
    void no22LeavesAnAliasOfABundler() {
        stays(
                "head.html",
                "<th:block th:if=\"${a}\"><script type=\"module\" src=\"@/assets/main.ts\"></script></th:block>");
    }

    @Test
    void no27LeavesAProprietaryAttribute() {
        stays(
                "item.html",
                "<img th:if=\"*{media['primary']}\" blc:src=\"@{*{media['primary'].url} + '?browse'}\" alt=\"x\"/>");
    }

    @Test
    void no28LeavesAnAddressWithoutScheme() {
        stays(
                "nav.html",
                "<p th:text=\"a\"></p><script type=\"text/javascript\" src=\"//t.example/element.js?cb=go\"></script></html>");
    }

    @Test
    void no33TakesAConditionalCommentAsAWhole() {
        stays("home.html", """
                <!--[if lt IE 7]> <html class="no-js ie6" th:lang="en"><img src="/images/a.png"> <![endif]-->
                <!--[if gt IE 8]><!--> <html class="no-js"> <!--<![endif]-->
                """);
    }

    @Test
    void no41LoadsAnImageThatScriptsCloneAtOnce() {
        becomes(
                "header.html",
                "<template x-for=\"c in all\"><img src=\"/images/a.png\"></template><i th:text=\"x\"></i>",
                "<template x-for=\"c in all\"><img src=\"/images/a#.png\"></template><i th:text=\"x\"></i>");
    }

    @Test
    void no42KeepsClassesOfAnyAttribute() {
        keepsClasses(
                "modal.html", "<div x-transition:enter=\"ease-in duration-300\"></div>", "ease-in", "duration-300");
    }

    @Test
    void no55LeavesParserLevelAndPrototypeComments() {
        stays("address.html", """
                <!--/* <img src="/images/a.png"> */-->
                <!--/*/ <img src="/images/a.png"> /*/-->
                <!--/*--> <img src="/images/a.png"> <!--*/-->
                <p th:remove="all"></p>
                """);
    }

    @Test
    void no56LeavesAnInlinedScriptToItsEngine() {
        stays("head.html", """
                <script th:inline="javascript">
                  var scheme = /*[[${theme.scheme}]]*/ "system";   // kept
                </script>
                """);
    }

    @Test
    void no57ReadsAGreaterThanSignInAnAttribute() {
        becomes(
                "list.html",
                "<div th:if=\"${pages > 1}\"><link rel=\"stylesheet\" href=\"/css/app.css\"></div>",
                "<div th:if=\"${pages > 1}\"><link rel=\"stylesheet\" href=\"/css/app#.css\"></div>");
    }

    @Test
    void no58LeavesPreprocessedLinksAndInlinedText() {
        stays("vets.html", "<a th:if=\"${c != i}\" th:href=\"@{'/vets.html?page=__${i}__'}\">[[${i}]]</a>");
    }

    @Test
    void no59And60And62KeepClassesOfExpressions() {
        keepsClasses(
                "field.html", """
                <div th:class="${'form-group' + (valid ? '' : ' has-error')}"></div>
                <a th:class="${active==menu ? 'nav-link active' : 'nav-item'}"></a>
                <b th:classappend="*{'js-productActions' + id}"></b>
                """, "form-group", "has-error", "nav-link", "active", "nav-item", "js-productActions17");
    }

    @Test
    void no68DefersWhatIsLastOnTheComposedPageOnly() {
        TestSite site = Constructs.site().template("layout.html", """
                        <html xmlns:th="http://www.thymeleaf.org" th:fragment="layout (content, script)"><body>
                        <th:block th:insert="${content}"/>
                        <script th:src="@{/js/app.js}"></script>
                        <th:block th:replace="${script}"/>
                        </body></html>
                        """).template("plain.html", """
                        <html th:replace="~{layout :: layout (~{::body}, ~{})}"><body>x</body></html>
                        """);
        assertTrue(Constructs.pages(site).get("layout.html").contains("<script th:src=\"@{/js/app#.js}\" defer>"));
        Map<String, String> pages = Constructs.pages(site.template("inline.html", """
                <html th:replace="~{layout :: layout (~{::body}, ~{::script})}"><body>x<script>go()</script></body></html>
                """));
        assertTrue(pages.get("layout.html").contains("<script th:src=\"@{/js/app#.js}\"></script>"));
    }

    @Test
    void no73LeavesAThemeScriptWhereItIs() {
        stays("head.html", "<head><script th:inline=\"javascript\">document.body.className='dark';</script></head>");
    }

    @Test
    void no74NeverDefersAFeatureTest() {
        TestSite site =
                Constructs.site().asset("js/modernizr-2.5.3.min.js", "x;").template("head.html", """
                        <html th:lang="en"><head><script src="../../js/modernizr-2.5.3.min.js" \
                        th:src="@{/js/modernizr-2.5.3.min.js}"></script></head></html>
                        """);
        assertEquals("""
                <html th:lang="en"><head><script src="../../js/modernizr-2.5.3.min.js" \
                th:src="@{/js/modernizr-2.5.3.min#.js}"></script></head></html>
                """, site.result().replace(".HASH", "#"));
    }

    @Test
    void no80LoadsAComputedListNatively() {
        becomes("card.html", """
                <img th:src="${cover}" th:srcset="|${t.gen(cover, 's')} 400w,
                  ${t.gen(cover, 'm')} 800w|" alt="x">
                """, """
                <img th:src="${cover}" loading="lazy" th:srcset="|${t.gen(cover, 's')} 400w,
                  ${t.gen(cover, 'm')} 800w|" alt="x">
                """);
    }

    @Test
    void no85LeavesMailTemplates() {
        String page = "<img th:src=\"@{/images/a.png}\" src=\"/images/a.png\">";
        stays("emailTemplates/order.html", page);
        stays("mail/order.html", page);
    }
}
