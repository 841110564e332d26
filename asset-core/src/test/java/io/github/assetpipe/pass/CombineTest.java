package io.github.assetpipe.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.Origin;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.text.SourceMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CombineTest {
    private static TestSite site() {
        return new TestSite()
                .options(TestSite.referencesOnly())
                .asset("css/a.css", "a { background: url(../img/a.png) }")
                .asset("css/sub/b.css", "@charset \"utf-8\";\nb { background: url('x.png?q#f') }")
                .asset("css/imp.css", "@import \"a.css\";\ni{}")
                .asset("css/print.css", "p{}")
                .asset("js/a.js", "var a = 1 // no end")
                .asset("js/b.js", "(function(){})()")
                .asset("js/strict.js", "'use strict'; var s;")
                .asset("js/const1.js", "const K = 1;")
                .asset("js/const2.js", "const K = 2;")
                .asset("js/html.js", "var h = \"</script>\";")
                .assets("img/a.png");
    }

    private static List<Asset> bundles(Site site) {
        return site.assets().values().stream()
                .filter(a -> a.origin() == Origin.GENERATED)
                .toList();
    }

    private static String tags(String file, String text) {
        return site().template(file, text).result().replaceAll("-[0-9a-f]{8}", "-X");
    }

    @Test
    void joinsStyleSheetsAndRebasesTheirAddresses() {
        Site site = site().template("p.html", """
                        <head>
                          {% compress css file app %}
                          <link rel="stylesheet" href="/css/a.css">
                          <link rel="stylesheet" href="/css/sub/b.css">
                          {% endcompress %}
                        </head>
                        """).run();
        Asset bundle = bundles(site).get(0);
        assertTrue(
                bundle.path().value().matches("bundles/app-[0-9a-f]{8}\\.css"),
                bundle.path().value());
        assertEquals("""
                a { background: url(../img/a.png) }
                b { background: url("../css/sub/x.png?q#f") }
                """, bundle.content().text().replace("'", "\""));
        assertEquals(List.of("src/css/a.css", "src/css/sub/b.css"), bundle.sources());
        assertEquals("""
                <head>
                  <link rel="stylesheet" href="/bundles/app-X.HASH.css">
                </head>
                """, site.pages().get(0).content().text().replaceAll("-[0-9a-f]{8}", "-X"));
    }

    @Test
    void theMapOfABundleThatManyPagesShareIsMadeOnceAndNamesTheLastPage() {
        AtomicInteger readings = new AtomicInteger();
        byte[] map = "{\"version\":3,\"sources\":[\"a.ts\"],\"mappings\":\"AAAA\"}".getBytes(StandardCharsets.UTF_8);
        Content counted = Content.from(new Content.Source() {
            @Override
            public byte[] read() {
                readings.incrementAndGet();
                return map;
            }

            @Override
            public long size() {
                return map.length;
            }
        });
        TestSite site = site().mapped("js/a.js", counted);
        for (int i = 10; i < 30; i++) {
            site.template(
                    "p" + i + ".html",
                    "{% compress js %}<script src=/js/a.js></script><script>x()</script>{% endcompress %}");
        }
        Asset bundle = bundles(site.run()).get(0);
        SourceMap joined = SourceMap.parse(bundle.sourceMap().text());
        assertEquals(List.of("a.ts", "templates/p29.html#line-1"), joined.sources());
        // Once for its digest, once for itself.
        assertTrue(readings.get() <= 2, readings + " readings for 20 pages");
    }

    @Test
    void joinsScriptsSoThatEachRunsAsItRanAlone() {
        Site site = site().template(
                        "p.html",
                        "<!-- compress js --><script src=/js/a.js></script>\n<script src=/js/b.js></script>"
                                + "<script>x()</script><!-- endcompress -->")
                .run();
        assertEquals(
                "var a = 1 // no end\n;\n(function(){})()\n;\nx()\n;\n",
                bundles(site).get(0).content().text());
        assertEquals(
                "<script src=/bundles/a-X.HASH.js></script>\n",
                site.pages().get(0).content().text().replaceAll("-[0-9a-f]{8}", "-X"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "p.jsp | <%-- compress css --%> | <%-- endcompress --%>",
                "p.ftl | <#-- compress css --> | <#-- endcompress -->",
                "p.ftl | [#-- compress css --] | [#-- endcompress --]",
                "p.hbs | {{!-- compress css --}} | {{!-- endcompress --}}",
                "p.mustache | {{! compress css }} | {{! endcompress }}",
                "p.peb | {# compress css #} | {# endcompress #}",
                "p.qute.html | {! compress css !} | {! endcompress !}",
                "p.vm | #* compress css *# | #* endcompress *#",
                "p.jte | <%-- compress css --%> | <%-- endcompress --%>",
                "p.gsp | %{-- compress css --}% | %{-- endcompress --}%",
                "p.html | <!--/* compress css */--> | <!--/* endcompress */-->",
                "p.html | <!-- compress css file --> | <!-- endcompress -->",
                "p.peb | {% compress css %} | {% endcompress %}",
                "p.vm | {% compress css %} | {% endcompress %}",
                "p.xhtml | <!-- compress css --> | <!-- endcompress -->",
            })
    void knowsTheMarksOfEveryLanguage(String file, String open, String close) {
        assertEquals(
                "<link rel=\"stylesheet\" href=\"/bundles/a-X.HASH.css\"/>",
                tags(
                        file,
                        open + "<link rel=\"stylesheet\" href=\"/css/a.css\"/>"
                                + "<link rel=\"stylesheet\" href=\"/css/print.css\"/>" + close));
    }

    @Test
    void knowsVelocityLineComments() {
        assertEquals("<link rel=\"stylesheet\" href=\"/bundles/a-X.HASH.css\">\n", tags("p.vm", """
                        ## compress css
                        <link rel="stylesheet" href="/css/a.css">
                        <link rel="stylesheet" href="/css/print.css">
                        ## endcompress
                        """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "p.html | <link rel='stylesheet' th:href='@{/css/a.css}'> | <link rel='stylesheet' th:href='@{/bundles/a-X.HASH.css}'>",
                "p.html | <link rel='stylesheet' href='../static/css/a.css' th:href='@{/css/a.css}'> | <link rel='stylesheet' href='../static/bundles/a-X.HASH.css' th:href='@{/bundles/a-X.HASH.css}'>",
                "p.jsp | <link rel='stylesheet' href='${pageContext.request.contextPath}/css/a.css'> | <link rel='stylesheet' href='${pageContext.request.contextPath}/bundles/a-X.HASH.css'>",
                "p.jsp | <link rel='stylesheet' href='<c:url value=\"/css/a.css\"/>'> | <link rel='stylesheet' href='<c:url value=\"/bundles/a-X.HASH.css\"/>'>",
                "p.ftl | <link rel='stylesheet' href=\"<@spring.url '/css/a.css'/>\"> | <link rel='stylesheet' href=\"<@spring.url '/bundles/a-X.HASH.css'/>\">",
                "p.html | <link rel='stylesheet' href='/static/css/a.css' integrity='sha384-x' crossorigin='anonymous' nonce='n'> | <link rel='stylesheet' href='/static/bundles/a-X.HASH.css' integrity='sha384-!' crossorigin='anonymous' nonce='n'>",
            })
    void writesTheBundleAsItsFirstMemberWasWritten(String file, String first, String expected) {
        String second = first.replace("a.css", "print.css");
        String result = tags(file, "{% compress css %}" + first + second + "{% endcompress %}");
        assertEquals(expected, result.replaceAll("sha384-[A-Za-z0-9+/=]{64}", "sha384-!"));
    }

    @Test
    void keepsWhatIsNoMemberWhereItStands() {
        String result = tags("p.html", """
                {% compress js %}
                <script src="/js/a.js"></script>
                <script src="/js/b.js"></script>
                <script src="https://cdn.example/x.js"></script>
                <script type="module" src="/js/m.js"></script>
                <script type="application/ld+json">{"a":1}</script>
                <noscript><link rel="stylesheet" href="/css/a.css"></noscript>
                <p>text</p>
                <script>init()</script>
                <script src="/js/html.js"></script>
                {% endcompress %}
                """);
        assertEquals("""
                <script src="/bundles/a-X.HASH.js"></script>
                <script src="https://cdn.example/x.js"></script>
                <script type="module" src="/js/m.js"></script>
                <script type="application/ld+json">{"a":1}</script>
                <noscript><link rel="stylesheet" href="/css/a.HASH.css"></noscript>
                <p>text</p>
                <script src="/bundles/html-X.HASH.js"></script>
                """, result);
    }

    @Test
    void groupsByMediaWithoutChangingTheOrder() {
        String result = tags("p.html", """
                <!-- compress css -->
                <link rel="stylesheet" href="/css/a.css" media="Print">
                <link rel="stylesheet" href="/css/sub/b.css" media="print">
                <link rel="stylesheet" href="/css/print.css" media="all">
                <style>h1{}</style>
                <link rel="stylesheet" href="/css/a.css" media="print">
                <!-- endcompress -->
                """);
        assertEquals("""
                <link rel="stylesheet" href="/bundles/a-X.HASH.css" media="Print">
                <link rel="stylesheet" href="/bundles/print-X.HASH.css" media="all">
                <link rel="stylesheet" href="/css/a.HASH.css" media="print">
                """, result);
    }

    @Test
    void keepsAlternateStyleSheetsAndConditions() {
        String page = """
                <!-- compress css -->
                <link rel="alternate stylesheet" href="/css/none.css" title="x">
                <!--[if IE]><link rel="stylesheet" href="/css/none.css"><![endif]-->
                <#if dark>
                <link rel="stylesheet" href="/css/print.css">
                </#if>
                <link rel="stylesheet" href="/css/a.css">
                <!-- endcompress -->
                """;
        assertEquals("""
                <link rel="alternate stylesheet" href="/css/none.css" title="x">
                <!--[if IE]><link rel="stylesheet" href="/css/none.css"><![endif]-->
                <#if dark>
                <link rel="stylesheet" href="/css/print.HASH.css">
                </#if>
                <link rel="stylesheet" href="/css/a.HASH.css">
                """, tags("p.ftl", page));
    }

    @Test
    void startsABundleAtAnImport() {
        String result = tags(
                "p.html",
                "<!-- compress css --><link rel=stylesheet href=/css/a.css><link rel=stylesheet href=/css/imp.css>"
                        + "<link rel=stylesheet href=/css/print.css><!-- endcompress -->");
        assertEquals(
                "<link rel=stylesheet href=/css/a.HASH.css><link rel=stylesheet href=/bundles/imp-X.HASH.css>", result);
    }

    @Test
    void keepsStrictAndSloppyScriptsApart() {
        String result = tags(
                "p.html",
                "<!-- compress js --><script src=/js/strict.js></script><script src=/js/b.js></script><!-- endcompress -->");
        assertEquals("<script src=/js/strict.HASH.js></script><script src=/js/b.HASH.js></script>", result);
    }

    @Test
    void explainsATopLevelNameDeclaredTwice() {
        TestSite site = site().template(
                        "p.html",
                        "<!-- compress js --><script src=/js/const1.js></script><script src=/js/const2.js></script><!-- endcompress -->");
        site.run();
        assertTrue(site.reported().get(0).toString().contains("declares K again, which src/js/const1.js declares"));
    }

    @Test
    void inlinesAndEscapesTheEndTag() {
        String result = tags(
                "p.html", "<!-- compress js inline --><script nonce=n src=/js/html.js></script><!-- endcompress -->");
        assertEquals("<script nonce=n>var h = \"<\\/script>\";</script>", result);
    }

    @Test
    void inlinesStylesWithAddressesAsThePageWritesThem() {
        String result = tags(
                "p.html",
                "<!-- compress css inline --><link rel=stylesheet href='/static/css/a.css'><!-- endcompress -->");
        assertEquals("<style>a { background: url(/static/img/a.HASH.png) }</style>", result);
    }

    @Test
    void preloadsTheBundle() {
        String result = tags(
                "p.html",
                "<!-- compress js preload --><script th:src='@{/js/a.js}' crossorigin></script><!-- endcompress -->");
        assertEquals("<link rel=\"preload\" th:href='@{/bundles/a-X.HASH.js}' as=\"script\" crossorigin>", result);
    }

    @Test
    void makesAFileOfInlineScripts() {
        String result = tags("p.html", "{% compress js %}<script>a()</script><script>b()</script>{% endcompress %}");
        assertEquals("<script src=\"/bundles/inline-X.HASH.js\"></script>", result);
    }

    @Test
    void keepsInlineScriptsThatTheTemplateComputes() {
        String page = "{% compress js %}<script>var a = '${x}';</script>{% endcompress %}";
        assertEquals("<script>var a = '${x}';</script>", tags("p.jsp", page));
    }

    @Test
    void sharesOneBundleBetweenBlocksOfTheSameMembers() {
        String block =
                "<!-- compress js --><script src=/js/a.js></script><script src=/js/b.js></script><!-- endcompress -->";
        Site site = site().template("p.html", block)
                .template("q.html", "<p>" + block)
                .run();
        assertEquals(1, bundles(site).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{% compress css %}<link> | block-unclosed",
                "<!-- compress css --> | block-unclosed",
                "<p>{% endcompress %} | block-unopened",
                "{% compress pony %}x{% endcompress %} | block-unknown",
                "{% compress %}x{% endcompress %} | block-unknown",
                "{% compress css quick %}x{% endcompress %} | block-mode",
                "{% compress css %}{% compress js %}{% endcompress %}{% endcompress %} | block-nested",
                "{% compress css %}<link rel=stylesheet href=/css/nope.css>{% endcompress %} | block-member",
                "{% compress js %}<script src=/../../etc/x.js></script><script src=/js/no.js></script>{% endcompress %} | block-member",
            })
    void stopsAtAWrongBlock(String page, String id) {
        AssetException failure = assertThrows(
                AssetException.class,
                () -> site().template("p.html", "\n" + page).run());
        assertEquals(id, failure.diagnostics().get(0).id());
        assertTrue(failure.diagnostics().get(0).toString().startsWith("templates/p.html:2:"));
    }

    @Test
    void takesProseInACommentForProse() {
        String page = "<!-- compress images before upload --><!-- compress this -->";
        assertEquals(page, tags("p.html", page));
    }

    @Test
    void leavesAnEmptyBlockEmpty() {
        assertEquals("<!-- nothing -->", tags("p.html", "{% compress css %}<!-- nothing -->{% endcompress %}"));
        assertFalse(tags("p.html", "{% compress js %}\n{% endcompress %}").contains("script"));
    }
}
