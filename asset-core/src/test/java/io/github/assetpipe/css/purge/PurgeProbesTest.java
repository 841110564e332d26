package io.github.assetpipe.css.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.assetpipe.css.Node;
import io.github.assetpipe.css.StyleRule;
import io.github.assetpipe.css.Stylesheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Inputs that other purgers get wrong; what is wanted is written in words beside each. In all of them the names that
 * occur nowhere are spelt {@code never}.
 */
class PurgeProbesTest {

    @TestFactory
    List<DynamicTest> dropsOnlyWhatIsNeverUsed() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : PurgeCases.folders("purge-probes")) {
            String wanted = Files.readString(folder.resolve("want.txt")).strip();
            String css = Files.readString(folder.resolve("input.css"));
            tests.add(DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                String left = PurgeCases.purge(folder).text();
                boolean all = wanted.lines().findFirst().orElse("").equals("keep");
                if (wanted.startsWith("keep")) {
                    assertEquals(rules(css, all), rules(left, all), left);
                }
                if (wanted.contains("drop .") || wanted.contains("drop &")) {
                    assertFalse(left.contains("never"), left);
                }
            }));
        }
        return tests;
    }

    private static long rules(String css, boolean all) {
        Stylesheet sheet = Stylesheet.parse(css);
        return count(sheet, sheet.children(), all);
    }

    private static long count(Stylesheet sheet, List<Node> nodes, boolean all) {
        long count = 0;
        for (Node node : nodes) {
            boolean counts =
                    node instanceof StyleRule rule && (all || !css(sheet, rule).contains("never"));
            count += (counts ? 1 : 0) + count(sheet, SelectorPlan.children(node), all);
        }
        return count;
    }

    private static String css(Stylesheet sheet, StyleRule rule) {
        return sheet.source().substring(rule.start(), rule.preludeEnd());
    }
}
