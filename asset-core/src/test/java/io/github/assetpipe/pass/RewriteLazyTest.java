package io.github.assetpipe.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.ModuleOptions;
import io.github.assetpipe.option.RewriteOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RewriteLazyTest {
    private static RewriteOptions options(RewriteOptions.Lazy lazy, int eager) {
        return new RewriteOptions(
                true,
                RewriteOptions.Defer.OFF,
                lazy,
                eager,
                true,
                RewriteOptions.Missing.IGNORE,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                ModuleOptions.defaults());
    }

    private static TestSite site(RewriteOptions.Lazy lazy, int eager) {
        return new TestSite().options(options(lazy, eager)).assets("a.png", "b.png");
    }

    private static String data(String file, String image) {
        String result = site(RewriteOptions.Lazy.DATA_SRC, 0)
                .template(file, "<body>" + image + "</body>")
                .result();
        return result.replace(".HASH", "")
                .replace("<noscript><style>.lazy[data-src],.lazy[data-poster]{ display:none}</style></noscript>", "")
                .replaceAll("^<body>|(<script [^>]*></script>)?</body>$", "")
                .replaceAll("data:image/svg[^\"]*width='20'%20height='10'/%3E", "20x10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<img src=\"/a.png\"> | <img class=\"lazy\" src=\"20x10\" data-src=\"/a.png\"><noscript><img src=\"/a.png\"></noscript>",
                "<img class=\"x\" src=/a.png alt> | <img class=\"x lazy\" src=\"20x10\" data-src=/a.png alt><noscript><img class=\"x\" src=/a.png alt></noscript>",
                "<img src='/p.png' th:src=\"@{/a.png}\"/> | <img class=\"lazy\" src=\"20x10\" data-src='/p.png' th:data-src=\"@{/a.png}\"/><noscript><img src='/p.png' th:src=\"@{/a.png}\"/></noscript>",
                "<img src=/a.png srcset=\"/b.png 2x\" sizes=50vw> | <img class=\"lazy\" src=\"20x10\" data-src=/a.png data-srcset=\"/b.png 2x\" data-sizes=50vw><noscript><img src=/a.png srcset=\"/b.png 2x\" sizes=50vw></noscript>",
                "<picture><source srcset=/b.png><img src=/a.png></picture> | <picture><source data-srcset=/b.png><img class=\"lazy\" src=\"20x10\" data-src=/a.png></picture><noscript><picture><source srcset=/b.png><img src=/a.png></picture></noscript>",
                "<img src=\"/none.png\"> | <img src=\"/none.png\" loading=\"lazy\">",
                "<img src=\"/none.png\" width=20 height=10> | <img class=\"lazy\" src=\"20x10\" data-src=\"/none.png\" width=20 height=10><noscript><img src=\"/none.png\" width=20 height=10></noscript>",
                "<img src=/a.png srcset=\"/b.png 640w, /a.png 320w\"> | <img src=/a.png loading=\"lazy\" srcset=\"/b.png 640w, /a.png 320w\">",
                "<picture><source media=x srcset=/b.png><img src=/a.png></picture> | <picture><source media=x srcset=/b.png><img src=/a.png loading=\"lazy\"></picture>",
                "<video poster=\"/a.png\" controls><source src=v></video> | <video class=\"lazy\" poster=\"20x10\" data-poster=\"/a.png\" controls><source src=v></video><noscript><video poster=\"/a.png\" controls><source src=v></video></noscript>",
                "<img class=x src=\"/a.png\"> | <img class=x src=\"/a.png\" loading=\"lazy\">",
                "<iframe src=\"/x\"></iframe> | <iframe src=\"/x\" loading=\"lazy\"></iframe>",
                "<iframe id=player src=\"https://video.example/1\"></iframe> | <iframe id=player src=\"https://video.example/1\" loading=\"lazy\"></iframe>",
            })
    void loadsAnImageLate(String before, String after) {
        assertEquals(after, data("p.html", before));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img alt=x>",
                "<img :src=\"image\" loading=\"lazy\">",
                "<img [src]=\"a\" src=\"/a.png\">",
                "<img ng-src=\"{{x}}\">",
                "<img blc:src=\"x\" src=\"/a.png\">",
                "<img src=\"/a.png\" loading=\"eager\">",
                "<img src=\"/a.png\" data-no-lazy>",
                "<img data-src=\"/a.png\" class=\"lazyload\" src=\"data:image/gif;base64,R0\">",
                "<img src=\"/a.png\" fetchpriority=\"high\">",
                "<img src=\"/a.png\" usemap=\"#m\">",
                "<img src=\"/a.png\" name=\"cart\">",
                "<img src=\"/a.png\" width=\"1\" height=\"1\">",
                "<noscript><img src=\"/a.png\"></noscript>",
                "<template><img src=\"/a.png\"></template>",
                "<header><img src=\"/a.png\"></header>",
                "<nav><a><img src=\"/a.png\"></a></nav>",
                "<div class=\"jumbotron\"><img src=\"/a.png\"></div>",
                "<div id=\"Header\"><div><img src=\"/a.png\"></div></div>",
                "<div id='site-header' class=x><img src=\"/a.png\"></div>",
                "<div id=Banner><img src=\"/a.png\"></div>",
                "<link rel=preload as=image href=\"/a.png\"><img src=\"/a.png\">",
                "<!-- <img src=\"/a.png\"> -->",
                "<video poster=\"/a.png\" autoplay></video>",
                "<video poster=\"/none.png\"></video>",
                "<video src=v></video>",
                "<iframe name=\"upload\" src=\"/x\"></iframe>",
                "<iframe id=\"application\" src=\"../\"></iframe>",
            })
    void leavesAnImageThatIsWantedAtOnceOrNotOurs(String image) {
        assertEquals(image, data("p.html", image));
    }

    @Test
    void leavesAnImageWhoseAttributesTheTemplateMayChange() {
        String image = "<img src=\"/a.png\" <#if x>loading=\"eager\"</#if>>";
        assertEquals(image, data("p.ftl", image));
    }

    @Test
    void takesOnlyAnAttributeInsideAFacet() {
        String image = "<f:facet name=\"header\"><img src=\"/a.png\"/></f:facet>";
        assertEquals(
                "<f:facet name=\"header\"><img src=\"/a.png\" loading=\"lazy\"/></f:facet>", data("p.xhtml", image));
    }

    @Test
    void loadsTheFirstImagesAtOnce() {
        String result = site(RewriteOptions.Lazy.NATIVE, 1)
                .template("p.html", "<img src=\"/a.png\"><img src=\"/b.png\">")
                .result();
        assertEquals("<img src=\"/a.HASH.png\"><img src=\"/b.HASH.png\" loading=\"lazy\">", result);
    }

    @Test
    void insertsTheLoaderOnceWhereTheBodyEnds() {
        Site site = site(RewriteOptions.Lazy.DATA_SRC, 0)
                .served(
                        "sub/p.html",
                        "<body>\r\n  <script nonce=\"$n\">x</script><img src=\"/a.png\">\r\n  </body>\r\n")
                .run();
        String text = site.pages().get(0).content().text();
        assertTrue(
                text.endsWith(
                        "\r\n  <script src=\"/bundles/lazy-images.HASH.js\" defer nonce=\"$n\"></script>"
                                + "<noscript><style>.lazy[data-src],.lazy[data-poster]{ display:none}</style></noscript>\r\n  </body>\r\n"),
                text);
        assertTrue(site.assets().containsKey(LogicalPath.of("bundles/lazy-images.js")));
    }

    private static String text(Site site, String page) {
        return site.pages().stream()
                .filter(p -> p.file().equals("templates/" + page))
                .findFirst()
                .orElseThrow()
                .content()
                .text();
    }

    @Test
    void putsTheLoaderWhereTheDocumentsEndThatShowAPart() {
        Site site = site(RewriteOptions.Lazy.DATA_SRC, 0)
                .template("head.jsp", "<html><body>")
                .template("foot.jsp", "</body></html>")
                .template("part.jsp", "<img src=\"${pageContext.request.contextPath}/a.png\">")
                .template(
                        "page.jsp",
                        "<%@ include file=\"head.jsp\" %><jsp:include page=\"part.jsp\"/><%@ include file=\"foot.jsp\" %>")
                .template("other.jsp", "<html><body>alone</body></html>")
                .run();
        assertTrue(text(site, "part.jsp").contains("data-src"), text(site, "part.jsp"));
        assertTrue(text(site, "foot.jsp").contains("lazy-images"), text(site, "foot.jsp"));
        assertFalse(text(site, "page.jsp").contains("lazy-images"));
        assertFalse(text(site, "other.jsp").contains("lazy-images"));
    }

    @Test
    void putsTheLoaderIntoALayoutThatTakesAPageApart() {
        Site site = site(RewriteOptions.Lazy.DATA_SRC, 0)
                .template(
                        "layout.html",
                        "<html th:fragment=\"page(main)\"><body><main th:replace=\"${main}\"></main></body></html>")
                .template(
                        "home.html",
                        "<html th:replace=\"~{layout :: page(~{:: main})}\"><body><main><img th:src=\"@{/a.png}\"></main></body></html>")
                .run();
        assertTrue(text(site, "home.html").contains("th:data-src"), text(site, "home.html"));
        assertFalse(text(site, "home.html").contains("lazy-images"), text(site, "home.html"));
        assertTrue(text(site, "layout.html").contains("lazy-images"), text(site, "layout.html"));
    }

    @Test
    void putsTheLoaderIntoTheLayoutOfAPageThatShowsAFragmentOfAnother() {
        Site site = site(RewriteOptions.Lazy.DATA_SRC, 0)
                .template(
                        "cards.html",
                        "<html><body><div th:fragment=\"card(x)\"><img th:src=\"@{/a.png}\"></div></body></html>")
                .template(
                        "layout.html",
                        "<html th:fragment=\"page(main)\"><body><main th:replace=\"${main}\"></main></body></html>")
                .template(
                        "home.html",
                        "<html th:replace=\"~{layout :: page(~{:: main})}\"><body><main>"
                                + "<div th:replace=\"~{cards :: card('x')}\"></div></main></body></html>")
                .run();
        assertTrue(text(site, "cards.html").contains("th:data-src"), text(site, "cards.html"));
        assertTrue(text(site, "layout.html").contains("lazy-images"), text(site, "layout.html"));
    }

    @Test
    void waitsForNoLoaderInAFragmentThatADocumentWithoutAnEndShowsToo() {
        Site site = site(RewriteOptions.Lazy.DATA_SRC, 0)
                .template(
                        "cards.html",
                        "<html><body><div th:fragment=\"card\"><img th:src=\"@{/a.png}\"></div></body></html>")
                .template("open.html", "<html><p th:text=\"x\"><div th:replace=\"~{cards :: card}\"></div></html>")
                .run();
        assertFalse(text(site, "cards.html").contains("data-src"), text(site, "cards.html"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "jsp | <c:choose><c:when test=\"${m}\"><%@ include file=\"END\" %></c:when><c:otherwise><jsp:include page=\"/x.htm\"/></c:otherwise></c:choose>",
                "jsp | <% if (m) { %><%@ include file=\"END\" %><% } %>",
                "jsp | <sec:authorize access=\"a\"><%@ include file=\"END\" %></sec:authorize>",
                "jsp | <c:forEach items=\"${m}\"><%@ include file=\"END\" %></c:forEach>",
                "ftl | <#if m><#include \"END\"></#if>",
                "vm | #if($m)#parse(\"END\")#end",
                "peb | {% if m %}{% include \"END\" %}{% endif %}",
                "peb | {% for m in n %}{% include \"END\" %}{% endfor %}",
                "hbs | {{#if m}}{{> END}}{{/if}}",
                "hbs | {{^m}}{{> END}}{{/m}}",
                "html | <div th:if=\"${m}\"><div th:replace=\"~{END}\"></div></div>",
                "html | <div th:unless=\"${m}\" th:replace=\"~{END}\"/>",
                "jte | @if(m)@template.END()@endif"
            })
    void waitsForNoLoaderThatIsThereOnlyUnderACondition(String ending, String condition) {
        assertFalse(conditional(ending, condition), condition);
        if (!ending.equals("jsp")) {
            String always = condition
                    .replaceAll("<#if m>|</#if>|#if\\(\\$m\\)|#end|\\{% (?:if|for|end)[^%]*%}", "")
                    .replaceAll(
                            "\\{\\{[#/^](?:if )?m\\}\\}|\\{\\{/if\\}\\}|th:(?:if|unless)=\"[^\"]*\"|@if\\(m\\)|@endif",
                            "");
            assertTrue(conditional(ending, always), always);
        }
    }

    private static boolean conditional(String ending, String end) {
        String root = Map.of(
                        "jsp",
                        "${pageContext.request.contextPath}",
                        "ftl",
                        "${springMacroRequestContext.contextPath}",
                        "vm",
                        "$request.contextPath",
                        "peb",
                        "{{ request.contextPath }}",
                        "jte",
                        "${contextPath}",
                        "hbs",
                        "{{contextPath}}")
                .getOrDefault(ending, "");
        String image = ending.equals("html") ? "<img th:src=\"@{/a.png}\">" : "<img src=\"" + root + "/a.png\">";
        String named = end.replace("END", ending.equals("jsp") ? "end.jsp" : ending.equals("html") ? "end" : "end");
        return text(
                        site(RewriteOptions.Lazy.DATA_SRC, 0)
                                .template("page." + ending, "<html><body>" + image + named)
                                .template("end." + ending, image + "</body></html>")
                                .run(),
                        "page." + ending)
                .contains("data-src");
    }

    @Test
    void takesABlockNamedBodyForNoBody() {
        Site site = site(RewriteOptions.Lazy.DATA_SRC, 0)
                .template("base.peb", "<html><body>{% block body %}<p>{% endblock %}</body></html>")
                .template("page.peb", "{% extends \"base.peb\" %}{% block body %}<img src=\"/a.png\">{% endblock %}")
                .run();
        assertTrue(text(site, "page.peb").contains("data-src"), text(site, "page.peb"));
        assertTrue(text(site, "base.peb").contains("lazy-images"), text(site, "base.peb"));
    }

    @Test
    void waitsForNoLoaderInAPartThatNoKnownPageShows() {
        Site site = site(RewriteOptions.Lazy.DATA_SRC, 0)
                .template("part.jsp", "<img src=\"${pageContext.request.contextPath}/a.png\">")
                .template(
                        "page.jsp", "<html><body><img src=\"${pageContext.request.contextPath}/a.png\"></body></html>")
                .run();
        assertTrue(text(site, "part.jsp").endsWith("a.HASH.png\" loading=\"lazy\">"), text(site, "part.jsp"));
        assertTrue(text(site, "page.jsp").contains("lazy-images"));
        assertEquals(
                "natively: it may be shown without the loader",
                site.pages().get(1).decisions().stream()
                        .filter(d -> d.kind().equals("lazy"))
                        .findFirst()
                        .orElseThrow()
                        .reason());
    }

    @Test
    void waitsForNoLoaderInAPartThatADocumentOfUnknownEndShowsToo() {
        Site site = site(RewriteOptions.Lazy.DATA_SRC, 0)
                .template("part.jsp", "<img src=\"${pageContext.request.contextPath}/a.png\">")
                .template("page.jsp", "<html><body><jsp:include page=\"part.jsp\"/></body></html>")
                .template("begun.jsp", "<html><body><jsp:include page=\"part.jsp\"/><my:rest/>")
                .run();
        assertTrue(text(site, "part.jsp").endsWith("a.HASH.png\" loading=\"lazy\">"), text(site, "part.jsp"));
        assertFalse(site.assets().containsKey(LogicalPath.of("bundles/lazy-images.js")));
    }

    @Test
    void waitsForNoLoaderWhereItIsNotKnownHowTheApplicationIsAddressed() {
        Site site = site(RewriteOptions.Lazy.DATA_SRC, 0)
                .template("page.vm", "<html><body><img src=\"$other\" width=1000 height=10></body></html>")
                .template("more.vm", "<img src=\"$base/a.png\">")
                .run();
        assertTrue(text(site, "page.vm").contains("loading=\"lazy\""), text(site, "page.vm"));
        assertFalse(site.assets().containsKey(LogicalPath.of("bundles/lazy-images.js")));
    }

    @Test
    void addressesTheLoaderAsOtherPagesOfTheLanguageDo() {
        Site site = site(RewriteOptions.Lazy.DATA_SRC, 0)
                .template("page.vm", "<html><body><img src=\"$other\" width=1000 height=10></body></html>")
                .template("more.vm", "<img src=\"/a.png\">")
                .run();
        assertTrue(
                text(site, "page.vm").contains("<script src=\"/bundles/lazy-images.HASH.js\""), text(site, "page.vm"));
    }

    @Test
    void addressesTheLoaderByJavaWhereAPageHasNoExpressions() {
        String page =
                "<%@ page isELIgnored=\"true\" %><html><body><img src=\"<%= image %>\" width=1000 height=10></body></html>";
        String result = text(
                site(RewriteOptions.Lazy.DATA_SRC, 0).template("page.jsp", page).run(), "page.jsp");
        assertTrue(
                result.contains("<script src=\"<%= request.getContextPath() %>/bundles/lazy-images.HASH.js\" defer>"),
                result);
    }

    @Test
    void loadsNativelyWhereNoPageEndsABody() {
        assertEquals(
                "<img src=\"/a.HASH.png\" loading=\"lazy\">",
                site(RewriteOptions.Lazy.DATA_SRC, 0)
                        .template("p.ftl", "<img src=\"/a.png\">")
                        .result());
    }

    @Test
    void usesTheLoaderThatAPageBrings() {
        String result = data("p.html", "<img src=\"/a.png\"><script src=\"/vendor/lazyload.iife.min.js\"></script>");
        assertTrue(result.contains("data-src") && !result.contains("lazy-images"), result);
    }

    @Test
    void goesNativeBesideAnotherLazyLibrary() {
        String result = data("p.html", "<img src=\"/a.png\"><script src=\"/vendor/lazysizes.js\"></script>");
        assertTrue(result.startsWith("<img src=\"/a.png\" loading=\"lazy\">"), result);
    }

    @Test
    void touchesNothingWhenOff() {
        String page = "<body><img src=\"/x.png\"></body>";
        assertEquals(
                page, site(RewriteOptions.Lazy.OFF, 0).template("p.html", page).result());
    }

    @Test
    void standsInAnImageOfTheSameSizeThatShowsNothing() {
        String result = site(RewriteOptions.Lazy.DATA_SRC, 0)
                .asset("c.svg", "<?xml version='1.0'?><svg viewBox=\"0 0 24 16.5\"><path/></svg>")
                .template("p.html", "<body><img src=\"/c.svg\"></body>")
                .result();
        assertTrue(
                result.startsWith("<body><img class=\"lazy\""
                        + " src=\"data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2024%2016.5'/%3E\""
                        + " data-src=\"/c.HASH.svg\">"),
                result);
    }

    @Test
    void addsTheSizesOfFilesWhereThatIsAskedFor() {
        RewriteOptions o = options(RewriteOptions.Lazy.OFF, 0);
        RewriteOptions sizes = new RewriteOptions(
                true,
                o.defer(),
                o.lazy(),
                0,
                false,
                o.missing(),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                true,
                ModuleOptions.defaults());
        String result = site(RewriteOptions.Lazy.OFF, 0)
                .options(sizes)
                .template("p.html", "<img src=\"/a.png\"><img src=\"/a.png\" width=\"5\"><img src=\"/no.png\">")
                .result();
        assertEquals(
                "<img src=\"/a.HASH.png\" width=\"20\" height=\"10\"><img src=\"/a.HASH.png\" width=\"5\">"
                        + "<img src=\"/no.png\">",
                result);
    }

    @Test
    void saysHowManyImagesMakeThePageShift() {
        TestSite site = site(RewriteOptions.Lazy.OFF, 0)
                .template("p.html", "<img src=\"/a.png\"><img src=\"/b.png\"><img src=\"/b.png\" width=1 height=1>");
        site.run();
        assertEquals(
                List.of("2 images on 1 page without width and height: pages shift while they load"),
                site.reported().stream().map(d -> d.message()).toList());
    }
}
