package io.github.assetpipe.css.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassStringsTest {
    @TempDir
    Path folder;

    private byte[] compiled(String body) throws IOException {
        return CompiledClass.of(folder, "Widget", "class Widget {\n" + body + "}\n");
    }

    private Evidence evidence(String body) throws IOException {
        return Evidence.scan("Widget.class", ClassStrings.literals(compiled(body)), TextKind.JAVA);
    }

    @Test
    void literalsAndConstantsOfFieldsAreReadButNoNamesOfTheCode() throws IOException {
        byte[] compiled = compiled("""
                static final String STYLE = "ui-menu";
                int container;
                @Deprecated(since = "row")
                String active(String collapsed) {
                    return collapsed.isEmpty() ? "ui-state-active" : STYLE;
                }
                """);

        assertEquals(Set.of("ui-menu", "ui-state-active"), Set.copyOf(ClassStrings.of(compiled)));
    }

    @Test
    void numbersOfTwoPlacesAreSteppedOver() throws IOException {
        assertEquals(List.of("a", "b"), ClassStrings.of(compiled("""
                        static final long L = 12345678901L;
                        static final String A = "a";
                        static final double D = 0.5;
                        static final float F = 0.5f;
                        static final int I = 123456;
                        static final String B = "b";
                        Runnable run = () -> System.out.println(L + D);
                        """.replace(
                        "System.out.println(L + D)", "Math.max(L, D)"))));
    }

    @Test
    void everyCharacterIsRead() throws IOException {
        assertEquals(List.of("größe-\0-\uD83D\uDE00"), ClassStrings.of(compiled("""
                        String s = "gr\\u00f6\\u00dfe-\\0-\\ud83d\\ude00";
                        """)));
    }

    @Test
    void whatAConcatenationTakesInIsAHole() throws IOException {
        Evidence evidence = evidence("""
                String icon(Object a, Object b) { return "ui ui-icon-" + a + " x-" + b + "-lg"; }
                """);

        assertEquals(
                "[ui-icon-*, x-*-lg]", String.valueOf(evidence.computedNames()).replace("ComputedName", ""));
        assertNotNull(evidence.word("ui"));
    }

    @Test
    void aLiteralThatEndsWithADashIsTheHeadOfANameAsInASource() throws IOException {
        Evidence evidence = evidence("""
                StringBuilder b(StringBuilder b) { return b.append("<b class=\\"ui-btn-").append(b.length()).append("\\">"); }
                """);

        assertTrue(evidence.computed("ui-btn-primary") >= 0);
        assertTrue(evidence.computed("ui-tab-primary") < 0);
    }

    @Test
    void aConstantOfAnEnumAlsoStandsForItsLowerCase() throws IOException {
        Evidence evidence = evidence("enum Size { EXTRA_LARGE }\nString s = \"EXTRA_LARGE\";\n");

        assertNotNull(evidence.word("extra-large"));
        assertNull(evidence.word("size"));
    }

    @Test
    void aClassIsNamedWithoutALine() throws IOException {
        assertEquals(
                "Widget.class",
                String.valueOf(evidence("String a = \"one\\ntwo\";\n").word("two")));
    }

    @Test
    void aMalformedClassHasNoStrings() throws IOException {
        byte[] compiled = compiled("String a = \"one\";\n");
        assertEquals(List.of("one"), ClassStrings.of(compiled));

        assertEquals(List.of(), ClassStrings.of(new byte[0]));
        assertEquals(List.of(), ClassStrings.of("no class at all".getBytes()));
        for (int length = 0; length < 40; length++) {
            assertEquals(List.of(), ClassStrings.of(Arrays.copyOf(compiled, length)));
        }
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = compiled.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertTrue(ClassStrings.of(damaged).size() < 200);
        }
    }
}
