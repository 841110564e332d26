package io.github.assetpipe.transform;

import static io.github.assetpipe.transform.TransformerLaws.diagnostic;
import static io.github.assetpipe.transform.TransformerLaws.input;
import static io.github.assetpipe.transform.TransformerLaws.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.option.MinifyOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class YuiCssTest {
    private final YuiCss yui = new YuiCss(MinifyOptions.defaults(), false);

    private TransformResult minify(String css) {
        return yui.transform(input("app.css", css), Lookup.none());
    }

    @Test
    void lawsHold() {
        TransformerLaws.assertHold(yui, input("app.css", ".a { color : red }\n"), Lookup.none());
    }

    @Test
    void usesYuisResultWhereItMeansTheSame() {
        TransformResult result = minify(".a { color : red ; }\n\n.b { margin : 1px }\n");
        assertEquals(".a{color:red}.b{margin:1px}", text(result));
        assertEquals(List.of(), result.diagnostics());
    }

    @Test
    void usesTheOwnResultWhereYuiBreaksACalculation() {
        TransformResult result = minify(".a { width : clamp(1px, 10% + 2vw, 9px) }\n");
        assertEquals(".a{width:clamp(1px,10% + 2vw,9px)}", text(result));
        assertEquals(Severity.WARNING, diagnostic(result).severity());
    }

    @Test
    void aRuleOfVeryManySelectorsTakesNoQuadraticTime() {
        StringBuilder css = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            css.append(".s").append(i).append(" ,\n");
        }
        css.append(".end { color : red }\n");
        TransformResult result = assertTimeout(Duration.ofSeconds(60), () -> minify(css.toString()));
        assertEquals("yui-unused", diagnostic(result).id());
    }
}
