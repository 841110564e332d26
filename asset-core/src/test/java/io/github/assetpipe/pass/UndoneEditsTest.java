package io.github.assetpipe.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.page.PageText;
import io.github.assetpipe.page.dialect.Dialects;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
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
                "<%-- <img src=/img/a.png> --%>",
                "<% if (a > b) { %>",
                "<c:if test=\"${a > '}'}\">x</c:if>",
                "<c:url value=\"/img/a.png\" var=\"u\"/><img src=\"${u}\">",
                "<script src=\"<c:url value=\"/js/a.js\"/>\"></script>"
            }),
            Map.entry("p.tagx", new String[] {
                "<jsp:doBody/>",
                "${a gt b}",
                "<c:url value=\"/js/a.js\" var=\"v\"/>",
                "<script src=\"${v}\"><!-- x --></script>"
            }),
            Map.entry("square.ftl", new String[] {"[#if a > b]x[/#if]", "[#-- <b> --]", "[@m a=\"b]\"/]"}),
            Map.entry("p.ftl", new String[] {"<#if (a > b)>x</#if>", "<#-- <b> -->", "${a!\"<x>\"}", "<@m a=\"b>\"/>"}),
            Map.entry("p.vm", new String[] {"#if($a > 1)x#end", "$!{a.b('>')}", "## it's <b>\n", "#* <b> *#"}),
            Map.entry("p.hbs", new String[] {"{{#if a}}x{{/if}}", "{{{b}}}", "{{!-- <b> --}}"}),
            Map.entry("p.peb", new String[] {"{% if a > b %}x{% endif %}", "{{ \"}}\" }}", "{# <b> #}"}),
            Map.entry("p.qute.html", new String[] {"{#if a > b}x{/if}", "{! <b> !}", "{a.b('}')}"}),
            Map.entry("p.jte", new String[] {"@if(a > b)x@endif", "${a}", "<%-- <b> --%>", "@template.l(c = @`<b>`)"}),
            Map.entry("p.gsp", new String[] {"<g:if test=\"${a > b}\">x</g:if>", "%{-- <b> --}%"}));
    private static final String BLOCK =
            "<!-- compress js --><script src=/js/a.js></script><script src=/js/b.js></script><!-- endcompress -->";
    private static final String LOADER =
            "<script (?:th:)?src=[\"'](?:<c:url value=\"[^>]*lazy-images.js\"/>|<%= request.getContextPath\\(\\) %>/bundles/lazy-images.js|[^>]*lazy-images.js}?)[\"'] defer(?:=\"defer\")?>(?:/\\*\\*/)?</script>"
                    + "<noscript><style>[^<]*</style></noscript>";
    private static final String BUNDLE = "<script src=/bundles/[a-z0-9.-]+></script>";
    private static final String[] COMMON = {
        "<img src=\"/img/a.png\" alt=x>",
        "<img class=\"x\" src='/img/a.png'>",
        "<video poster=\"/img/a.png\" controls></video>",
        "<iframe src=\"/f\"></iframe>",
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

    private static final Charset[] CHARSETS = {
        StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE
    };

    @Test
    void everyDialectTakesPart() {
        List<String> taking = OWN.entrySet().stream()
                .map(own -> Dialects.choose(own.getKey(), String.join("", own.getValue()))
                        .name())
                .distinct()
                .sorted()
                .toList();
        assertEquals(Dialects.names(), taking);
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(new TreeSet<>(OWN.keySet()));
    }

    @Property
    void givesTheAuthorsBytesBack(@ForAll("files") String file, @ForAll long seed) {
        Random random = new Random(seed);
        Charset charset = CHARSETS[random.nextInt(CHARSETS.length)];
        String text = page(file, charset, COMMON, random);
        byte[] bytes = text.getBytes(charset);
        assertEquals(text, PageText.decode(Content.of(bytes)).text());
        assertEquals(text, undone(file, Content.of(bytes), charset, false));
    }

    /** What became of the blocks themselves is for CombineTest to say; around them nothing changes either. */
    @Property
    void givesTheAuthorsBytesAroundBlocksBack(@ForAll("files") String file, @ForAll long seed) {
        Random random = new Random(seed);
        Charset charset = CHARSETS[random.nextInt(CHARSETS.length)];
        String[] whole = Stream.of(COMMON).filter(part -> !part.equals("<b")).toArray(String[]::new);
        String text = page(file, charset, whole, random);
        assertEquals(text.replace(BLOCK, ""), undone(file, Content.of(text.getBytes(charset)), charset, true));
    }

    private static String page(String file, Charset charset, String[] common, Random random) {
        StringBuilder text = new StringBuilder(charset.equals(StandardCharsets.UTF_16LE) ? "\ufeff" : "");
        String[] own = OWN.get(file);
        for (int i = 0; i < 25; i++) {
            String[] parts = random.nextInt(3) == 0 ? own : common;
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    /** Runs the page through the passes with names that are marked, and takes out what was put in. */
    private static String undone(String file, Content content, Charset charset, boolean combine) {
        TestSite site = new TestSite().assets("img/a.png", "css/a.css", "js/a.js", "js/b.js");
        PageFile page = (combine ? site : site.withoutCombine())
                .template(file, content)
                .run()
                .pages()
                .get(0);
        String text = new String(page.content().bytes(), charset)
                .replace(".HASH", "")
                .replaceAll("(?<=[\r\n])([ \t]*)" + LOADER + "(?:\r\n|\r|\n)\\1(?=</body>)", "$1")
                .replaceAll(LOADER, "")
                .replaceAll(" defer(=\"defer\")?(?=[ >/])", "")
                .replaceAll(" loading=\"lazy\"", "")
                .replaceAll("<noscript>(?:<picture>.*?</picture>|<img[^>]*>|<video[^>]*></video>)</noscript>", "")
                .replaceAll(" (?:src|poster)=\"data:image/svg[^\"]*\"(?= (?:th:)?data-(?:src|poster))", "")
                .replaceAll("data-(?=src|poster=)", "")
                .replaceAll(" class=\"lazy\"", "")
                .replace(" lazy\"", "\"");
        return combine ? text.replace(BLOCK, "").replaceAll(BUNDLE, "") : text;
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
