package io.github.assetpipe.pass;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.page.PageText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The law of pages: what a page becomes, with every intended change undone, is what its author wrote, to the byte. */
class UndoneEditsTest {
    private static final Map<String, String[]> OWN = Map.ofEntries(
            Map.entry("p.html", new String[] {" {{ x > 1 }} ", "<p :a='b>c' @click=\"d\">"}),
            Map.entry("t.html", new String[] {"<p th:if=\"${a > 1}\">[[${x}]]</p>", "<!--/* c <b> */-->"}),
            Map.entry(
                    "p.xhtml",
                    new String[] {"<ui:insert/>", "#{a.b gt 1}", "<![CDATA[ <a> ]]>", "<script src=\"/js/a.js\"/>"}),
            Map.entry("p.jsp", new String[] {
                "<%-- <img src=/img/a.png> --%>", "<% if (a > b) { %>", "<c:if test=\"${a > '}'}\">x</c:if>"
            }),
            Map.entry("p.ftl", new String[] {"<#if (a > b)>x</#if>", "<#-- <b> -->", "${a!\"<x>\"}", "<@m a=\"b>\"/>"}),
            Map.entry("p.vm", new String[] {"#if($a > 1)x#end", "$!{a.b('>')}", "## it's <b>\n", "#* <b> *#"}),
            Map.entry("p.hbs", new String[] {"{{#if a}}x{{/if}}", "{{{b}}}", "{{!-- <b> --}}"}),
            Map.entry("p.peb", new String[] {"{% if a > b %}x{% endif %}", "{{ \"}}\" }}", "{# <b> #}"}),
            Map.entry("p.qute.html", new String[] {"{#if a > b}x{/if}", "{! <b> !}", "{a.b('}')}"}),
            Map.entry("p.jte", new String[] {"@if(a > b)x@endif", "${a}", "<%-- <b> --%>", "@template.l(c = @`<b>`)"}),
            Map.entry("p.gsp", new String[] {"<g:if test=\"${a > b}\">x</g:if>", "%{-- <b> --}%"}));
    private static final String[] COMMON = {
        "<img src=\"/img/a.png\" alt=x>",
        "<script src='/js/a.js'></script>",
        "<script>if (a<b) { c = \"<img src='/img/a.png'>\"; }</script>",
        "<link rel=stylesheet href=/css/a.css>",
        "<!-- <b> -->",
        "text &amp; \u00e4\u00f6 ",
        "\r\n",
        "\t",
        "<p class=\"x\">",
        "</p>",
        "<b",
        "'",
        "\"",
        "<style>a{background:url(/img/a.png)}</style>",
        "<div style='background:url(\"/img/a.png\")'>",
        "<picture><source srcset='/img/a.png 2x'><img src=/img/a.png></picture>",
        "<!-- compress js --><script src=/js/a.js></script><script src=/js/b.js></script><!-- endcompress -->",
        "</body>",
        "</html>",
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p.html",
                "t.html",
                "p.xhtml",
                "p.jsp",
                "p.ftl",
                "p.vm",
                "p.hbs",
                "p.peb",
                "p.qute.html",
                "p.jte",
                "p.gsp"
            })
    void givesTheAuthorsBytesBack(String file) {
        Charset[] charsets = {StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE};
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            Charset charset = charsets[seed % charsets.length];
            text.append(charset.equals(StandardCharsets.UTF_16LE) ? "\ufeff" : "");
            String[] own = OWN.get(file);
            for (int i = 0; i < 25; i++) {
                text.append(
                        random.nextInt(3) == 0
                                ? own[random.nextInt(own.length)]
                                : COMMON[random.nextInt(COMMON.length)]);
            }
            byte[] bytes = text.toString().getBytes(charset);
            assertEquals(text.toString(), PageText.decode(Content.of(bytes)).text());
            byte[] undone = undone(file, Content.of(bytes), charset);
            assertArrayEquals(bytes, undone, () -> file + ":\n" + text + "\n" + new String(undone, charset));
        }
    }

    /** Runs the page through the passes with names that are marked, and takes out what was put in. */
    private static byte[] undone(String file, Content content, Charset charset) {
        PageFile page = new TestSite()
                .assets("img/a.png", "css/a.css", "js/a.js", "js/b.js")
                .withoutCombine()
                .template(file, content)
                .run()
                .pages()
                .get(0);
        String text = new String(page.content().bytes(), charset)
                .replace(".HASH", "")
                .replaceAll(" defer(=\"defer\")?(?=[ >/])", "")
                .replaceAll(" loading=\"lazy\"", "")
                .replaceAll("<noscript>(?:<picture>.*?</picture>|<img[^>]*>)</noscript>", "")
                .replaceAll("data-(?=src)", "")
                .replaceAll(" class=\"lazy\"", "")
                .replaceAll("<script src=\"[^\"]*lazy-images.js\"></script>", "")
                .replaceAll("<script (?:th:)?src=\"[^>]*lazy-images.js}?\"></script>", "");
        return text.getBytes(charset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ufeff", "<p>\r\r\n\n", "<a b=\"", "<%", "{{", "${", "\u0000<p>"})
    void leavesAPageWithoutEditsAlone(String text) {
        for (String file : List.of("p.jsp", "p.vm", "p.html", "p.ftl", "p.peb")) {
            Content content = Content.of(text);
            assertEquals(
                    content,
                    new TestSite().template(file, content).run().pages().get(0).content());
        }
    }
}
