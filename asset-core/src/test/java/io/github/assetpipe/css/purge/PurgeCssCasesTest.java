package io.github.assetpipe.css.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * PurgeCSS's own test cases. All that it must keep we keep. What it must drop we drop, unless dropping is not safe by a
 * rule of ours, named here with the case.
 */
class PurgeCssCasesTest {
    /** Texts that may stay, by the case's name without its number, and the rule that keeps them. */
    private static final Map<String, Map<String, String>> SAFER = Map.of(
            "rejected-rejected",
            Map.of("[href^='#']", "the page has href=\"#\"; a value without a letter is never taken for missing"),
            "safelist-safelist-option-variables",
            Map.of("--tertiary-color:", "a property on the safelist uses it"));

    @TestFactory
    List<DynamicTest> purgesAsPurgeCssOrSafer() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : PurgeCases.folders("purgecss")) {
            tests.add(DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
        }
        return tests;
    }

    private static void check(Path folder) throws IOException {
        PurgedSheet sheet = PurgeCases.purge(folder);
        String name = folder.getFileName().toString().replaceFirst("^\\w+-", "");
        Map<String, String> safer = SAFER.getOrDefault(name, Map.of());
        for (JsonElement element :
                PurgeCases.json(folder.resolve("expect.json")).getAsJsonArray("assertions")) {
            JsonObject assertion = element.getAsJsonObject();
            String target = assertion.get("target").getAsString();
            String kind = assertion.get("kind").getAsString();
            if (target.equals("rejected") && kind.equals("equals")) {
                List<String> expected = new ArrayList<>();
                assertion.getAsJsonArray("list").forEach(entry -> expected.add(entry.getAsString()));
                expected.removeAll(safer.keySet());
                assertEquals(
                        expected,
                        sheet.rejected().stream().map(Verdict::subject).toList());
            } else if (kind.equals("equals_file")) {
                String expected =
                        Files.readString(folder.resolve(assertion.get("file").getAsString()));
                assertEquals(squeezed(expected), squeezed(sheet.text()));
            } else if (assertion.has("text")
                    && !safer.containsKey(assertion.get("text").getAsString())) {
                String text = assertion.get("text").getAsString();
                String searched =
                        target.startsWith("rejected") ? sheet.rejected().toString() : sheet.text();
                if (kind.equals("must_contain")) {
                    assertTrue(searched.contains(text), () -> text + " is missing in\n" + searched);
                } else {
                    assertFalse(searched.contains(text), () -> text + " stayed in\n" + searched);
                }
            }
        }
    }

    private static String squeezed(String css) {
        return css.replaceAll("\\s+", "");
    }
}
