package io.github.assetpipe.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.model.Content;
import io.github.assetpipe.page.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The scanner agrees with an independent parser of HTML on tags, attributes and places, where that one keeps the source's order. */
class MarkupOracleTest {
    private static final String[] NAMES = {
        "div", "p", "span", "img", "br", "script", "style", "textarea", "title", "custom-x", "b"
    };
    private static final String[] ATTRIBUTES = {
        " src=a.png",
        " class=\"x > y\"",
        " alt='\"'",
        " hidden",
        " data-a = 'b'",
        "\n\tid=z",
        " href=/x/",
        " A=1 a=2",
        " @click=\"x\"",
        " [src]='y'",
        " x=&amp;lt;",
    };
    private static final String[] TEXTS = {
        "text",
        " <!-- c <b> --> ",
        "&amp; < 3",
        "\r\n",
        "\u00e4\ud83d\ude00",
        "a > b",
        "<!doctype html>",
        "<?x ?>",
        "-->",
    };

    private static String page(Random random) {
        StringBuilder out = new StringBuilder("<html><head></head><body>");
        for (int i = 0; i < 30; i++) {
            String name = NAMES[random.nextInt(NAMES.length)];
            out.append('<').append(random.nextInt(5) == 0 ? name.toUpperCase(java.util.Locale.ROOT) : name);
            for (int k = random.nextInt(4); k > 0; k--) {
                out.append(ATTRIBUTES[random.nextInt(ATTRIBUTES.length)]);
            }
            out.append('>').append(TEXTS[random.nextInt(TEXTS.length)]);
            out.append("</").append(name).append(">");
            out.append(TEXTS[random.nextInt(TEXTS.length)]);
        }
        return out.append("</body></html>").toString();
    }

    private static List<String> ours(String text) {
        Page page = PageReader.read(
                PageText.decode(Content.of(text)), Dialects.named("html").orElseThrow());
        List<String> facts = new ArrayList<>();
        for (Tag tag : page.markup().tags()) {
            StringBuilder fact = new StringBuilder(tag.name() + "@" + tag.start());
            tag.attributes().stream()
                    .filter(a -> tag.attribute(a.name()).orElseThrow() == a && a.hasValue())
                    .forEach(a ->
                            fact.append(' ').append(a.valueStart()).append('-').append(a.valueEnd()));
            facts.add(fact.toString());
        }
        return facts;
    }

    private static List<String> theirs(String text) {
        Document document = Parser.htmlParser().setTrackPosition(true).parseInput(text, "");
        List<String> facts = new ArrayList<>();
        for (Element element : document.getAllElements()) {
            if (element == document
                    || !element.sourceRange().isTracked()
                    || element.sourceRange().start().pos()
                            == element.sourceRange().end().pos()) {
                continue;
            }
            StringBuilder fact = new StringBuilder(
                    element.normalName() + "@" + element.sourceRange().startPos());
            element.attributes().forEach(a -> {
                var range = a.sourceRange().valueRange();
                if (range.isTracked()
                        && text.substring(a.sourceRange().nameRange().endPos(), range.startPos())
                                .contains("=")) {
                    fact.append(' ').append(range.startPos()).append('-').append(range.endPos());
                }
            });
            facts.add(fact.toString());
        }
        return facts;
    }

    @RepeatedTest(60)
    void findsTheSameTagsInTheSamePlaces(RepetitionInfo repetition) {
        String text = page(new Random(repetition.getCurrentRepetition()));
        List<String> theirs = theirs(text);
        List<String> ours = ours(text);
        // An end tag without a start makes that parser invent elements, which have no place in the source.
        assertTrue(ours.size() >= 25);
        assertEquals(String.join("\n", theirs.stream().distinct().toList()), String.join("\n", ours), text);
    }

    @Test
    void readsTheDoublyEscapedStateOfScripts() {
        String text = "<script><!-- <script> </script> --></script><p>";
        assertEquals(List.of("script@0", "p@44"), ours(text));
    }
}
