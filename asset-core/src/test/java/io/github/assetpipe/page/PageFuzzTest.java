package io.github.assetpipe.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.model.Content;
import io.github.assetpipe.page.dialect.Dialects;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Changes pages at random and asks of their reading, in every dialect, what must hold for every text.
 *
 * <p>A fixed number of seeds; or {@code -Dassetpipe.fuzz.seconds} of them, from {@code -Dassetpipe.fuzz.seed} on. Every text
 * follows from its seed, which a failure names.
 */
class PageFuzzTest {
    private static final int SEEDS = 250;
    private static final long SLOW = 20_000_000_000L;

    private static final List<String> CORPUS = List.of(
            "<!doctype html><html><head><link rel=\"stylesheet\" href=\"/css/a.css\"></head><body class='b'>\r\n",
            "<!-- compress css --><link rel=stylesheet href=a.css><link rel=stylesheet href=b.css><!-- endcompress -->\n",
            "<%-- compress js --%><script src='<c:url value=\"/js/a.js\"/>'></script><%-- endcompress --%>",
            "{# compress js #}<script src=\"{% static 'js/a.js' %}\"></script>{# endcompress #}",
            "{{!-- compress css --}}<style>a{b:url(c.png)}</style>{{!-- endcompress --}}",
            "<#-- compress css --><link href=\"${ctx}/css/a.css\" rel=\"stylesheet\"><#-- endcompress -->",
            "<a th:href=\"@{/css/a.css(v=${x})}\" th:text=\"|a ${b}|\">x</a>[[${inline}]]",
            "<#if x?? && y gt 3><@macro a=\"b\"/><#else>[=z]</#if><img src=\"/img/a.png\" srcset='a.png 1x, b.png 2x'>",
            "#foreach($a in $b)<img src=\"$base/img/a.png\" alt=\"#if($c)d#end\">#end #* note *#",
            "@if(x)<img src=\"${img}\">@else<script>let a = '</p>' + `@{b}`;</script>@endif",
            "<c:if test=\"${a < b}\"><jsp:include page=\"/WEB-INF/x.jsp\"/></c:if><%= \"%>\" %><% if (a) { %>b<% } %>",
            "<svg><use href=\"#a\"/><style><![CDATA[a{}]]></style></svg><textarea><script></textarea>",
            "<script type=\"importmap\">{\"imports\":{\"a\":\"/js/a.js\"}}</script><script>/*</script>*/</script>",
            "{#include base /}{#for i in list}<img src='{i.img}' width=1 height=1>{/for}{!-- x --}");
    private static final String[] PIECES = {
        "<",
        ">",
        "</",
        "/>",
        "\"",
        "'",
        "`",
        "=",
        "&amp;",
        "&",
        "<!--",
        "-->",
        "<!",
        "]]>",
        "<script>",
        "</script>",
        "<style>",
        "<%",
        "%>",
        "<%--",
        "--%>",
        "${",
        "#{",
        "}",
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "#}",
        "<#if x>",
        "</#if>",
        "<#--",
        "[#",
        "]",
        "[[",
        "]]",
        "@{",
        "@",
        "#if(",
        "#end",
        "#*",
        "*#",
        "##",
        "compress css",
        "endcompress",
        "<!-- compress css -->",
        "<!-- endcompress -->",
        "<!-- compress js inline -->",
        "\0",
        "\r",
        "\n",
        "\t",
        " ",
        "\ufeff",
        "é",
        "😀",
        "\ud800",
        "/css/a.css",
        "../",
        "//",
        "?",
        "javascript:",
        "data:,",
        "%2e%2e/",
        "\\"
    };

    @Test
    void everyTextIsReadSafelyInEveryDialect() {
        long seconds = Long.getLong("assetpipe.fuzz.seconds", 0);
        long first = Long.getLong("assetpipe.fuzz.seed", 1);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long seed = first;
        for (; seconds == 0 ? seed < first + SEEDS : System.nanoTime() < end; seed++) {
            String text = text(new Random(seed));
            for (String dialect : Dialects.names()) {
                try {
                    check(dialect, text);
                } catch (RuntimeException | StackOverflowError | AssertionError e) {
                    throw new AssertionError("seed " + seed + " in " + dialect + " gives " + text, e);
                }
            }
        }
        if (seconds > 0) {
            System.out.println("pages: seeds " + first + " to " + (seed - 1));
        }
    }

    /** Joins up to six snippets, of any dialects, and changes them in up to eight places. */
    static String text(Random random) {
        return changed(random, CORPUS, PIECES, 1 + random.nextInt(6));
    }

    /** Joins {@code count} texts of a corpus and changes them in up to eight places. */
    static String changed(Random random, List<String> corpus, String[] pieces, int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(corpus.get(random.nextInt(corpus.size())));
        }
        for (int i = random.nextInt(9); i > 0 && !out.isEmpty(); i--) {
            int at = random.nextInt(out.length());
            int to = Math.min(out.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> out.insert(at, pieces[random.nextInt(pieces.length)]);
                case 1 -> out.delete(at, to);
                case 2 -> out.insert(random.nextInt(out.length()), out.substring(at, to));
                default -> out.replace(at, to, pieces[random.nextInt(pieces.length)]);
            }
        }
        return out.toString();
    }

    private static void check(String dialect, String text) {
        long start = System.nanoTime();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        PageText source = PageText.decode(Content.of(bytes));
        assertArrayEquals(
                bytes, source.encode(source.text()).orElseThrow().bytes(), "the bytes of a page without edits");
        Page page = PageReader.read(source, Dialects.named(dialect).orElseThrow());
        assertEquals(source.text(), page.text());
        int length = page.text().length();
        for (Reference reference : References.of(page, Set.of())) {
            assertTrue(0 <= reference.start() && reference.start() <= reference.end(), reference::toString);
            assertTrue(reference.end() <= length, reference::toString);
        }
        CompressBlocks.of("page", page);
        Inclusions.of(page);
        LazyRule.decide(page, 3, (tag, attribute) -> true);
        assertTrue(System.nanoTime() - start < SLOW, "too slow");
    }
}
