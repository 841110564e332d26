package io.github.assetpipe.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.model.Content;
import io.github.assetpipe.page.dialect.Dialects;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading is linear in the page's length, whatever the page holds. */
class PageScaleTest {
    private static Page read(String dialect, String text) {
        return PageReader.read(
                PageText.decode(Content.of(text)), Dialects.named(dialect).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${'",
                "{{ '",
                "#if(",
                "<#if \"",
                "@template.x(",
                "<c:if test=\"",
                "<a b=\"",
                "<a ",
                "<script>",
                "<b></i>",
                "@`",
            })
    void readsHostileRepetitionInLinearTime(String unit) {
        String text = unit.repeat(50_000 / unit.length());
        for (String dialect : Dialects.names()) {
            Page page = assertTimeout(Duration.ofSeconds(10), () -> read(dialect, text), () -> dialect + " on " + unit);
            assertTimeout(Duration.ofSeconds(10), () -> {
                References.of(page, Set.of());
                CompressBlocks.of("p", page);
                Inclusions.of(page);
                LazyRule.decide(page, 3, (tag, attribute) -> true);
            });
        }
    }

    @Test
    void readsALargePageAtOnce() {
        StringBuilder text = new StringBuilder("<html><body>");
        for (int i = 0; i < 20_000; i++) {
            text.append("<div class=\"row\" id='r")
                    .append(i)
                    .append("'><img src=\"/img/")
                    .append(i)
                    .append(".png\" alt=\"${x}\"><p>some text &amp; more</p></div>\n");
        }
        Page page = read("jsp", text.append("</body></html>").toString());
        assertEquals(60_002, page.markup().tags().size());
        assertEquals(20_000, References.of(page, Set.of()).size());
        assertTrue(page.trusted());
    }
}
