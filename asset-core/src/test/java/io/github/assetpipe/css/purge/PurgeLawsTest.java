package io.github.assetpipe.css.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.css.ComplexSelector;
import io.github.assetpipe.css.CompoundSelector;
import io.github.assetpipe.css.Declaration;
import io.github.assetpipe.css.Node;
import io.github.assetpipe.css.SimpleSelector;
import io.github.assetpipe.css.StyleRule;
import io.github.assetpipe.css.Stylesheet;
import io.github.assetpipe.option.PurgeOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every stylesheet and every site. */
class PurgeLawsTest {
    private static final PurgeOptions ALL =
            new PurgeOptions(true, List.of(), List.of(), List.of(), List.of(), true, true, true, List.of(), List.of());
    private static final List<String> NAMES =
            List.of("a", "b", "btn", "btn-lg", "md:x", "is-on", "k", "--v", "10", "x_y");

    @Provide
    Arbitrary<String> css() {
        Arbitrary<String> selector = Arbitraries.of(
                ".a",
                ".b",
                "#a",
                "#b",
                "p",
                "canvas",
                ".btn",
                ".btn-lg",
                ".md\\:x",
                ".is-on",
                ".\\31 0",
                ".x_y",
                "[a]",
                "[b='a']",
                ":hover",
                ":is(.a, .b)",
                ":is(.a,#b)",
                ":where(.btn, .x_y)",
                ":not(.a)",
                ":has(> .b)",
                "&",
                "& .a",
                ":not(&)",
                "::before",
                ".a:-moz-x",
                "*");
        Arbitrary<String> complex = Combinators.combine(selector, Arbitraries.of("", " ", ">", ","), selector)
                .as((left, joint, right) -> joint.isEmpty() ? left : left + joint + right);
        Arbitrary<String> declaration = Arbitraries.of(
                "x:y;",
                "--v:1;",
                "--v:var(--w)",
                "--w:k;",
                "animation:k 1s;",
                "color:var(--v);",
                "font:1px a;",
                "/* c */",
                "");
        Arbitrary<String> leaf = Combinators.combine(complex, declaration, declaration)
                .as((list, first, second) -> list + " {" + first + "; " + second + "}");
        Arbitrary<String> nested = Combinators.combine(complex, declaration, leaf)
                .as((list, first, inner) -> list + "{" + first + ";" + inner + "}");
        Arbitrary<String> named = Arbitraries.of(
                "@keyframes k{to{x:y}}",
                "@font-face{font-family:a}",
                "@property --v{inherits:false}",
                "@layer a;",
                "/* d */",
                "}",
                ";",
                "@counter-style b{suffix:x}",
                "@import 'x';",
                "bad",
                "/*! l */");
        Arbitrary<String> rule = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, leaf), net.jqwik.api.Tuple.of(2, nested), net.jqwik.api.Tuple.of(1, named));
        Arbitrary<String> group = Combinators.combine(
                        Arbitraries.of(
                                "@media print", "@layer a", "@layer", "@supports (x:y)", "@scope (.a)", "@container x"),
                        rule.list().ofMaxSize(3))
                .as((prelude, rules) -> prelude + " {\n" + String.join("\n ", rules) + "\n}");
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, rule), net.jqwik.api.Tuple.of(1, group))
                .list()
                .ofMaxSize(8)
                .map(rules -> String.join("\n", rules));
    }

    @Provide
    Arbitrary<String> page() {
        Arbitrary<String> piece = Arbitraries.oneOf(
                Arbitraries.of(NAMES).map(name -> "<p class=\"" + name + "\">"),
                Arbitraries.of(
                        "<a b=a>",
                        "<b>",
                        "'btn-' + x",
                        "${is-}",
                        "is-{{x}}",
                        "{",
                        "\"",
                        "<",
                        "\\n",
                        "&colon;",
                        "--v",
                        "k",
                        " "));
        return piece.list().ofMaxSize(6).map(pieces -> String.join("", pieces));
    }

    private static List<String> purge(List<String> sheets, Evidence evidence) {
        List<PurgeInput> inputs = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            inputs.add(new PurgeInput(i + ".css", sheets.get(i)));
        }
        return Purger.purge(inputs, evidence, ALL).sheets().stream()
                .map(PurgedSheet::text)
                .toList();
    }

    private static Evidence evidence(String page) {
        return Evidence.scan("p.html", page, TextKind.MARKUP);
    }

    @Property
    void theOutputIsTheInputWithoutSomeRanges(@ForAll("css") String css, @ForAll("page") String page) {
        String out = purge(List.of(css), evidence(page)).get(0);
        int at = 0;
        for (int i = 0; i < out.length(); i++) {
            at = css.indexOf(out.charAt(i), at) + 1;
            assertTrue(at > 0, out);
        }
    }

    @Property
    void purgingAgainChangesNothing(@ForAll("css") String css, @ForAll("page") String page) {
        List<String> once = purge(List.of(css), evidence(page));
        assertEquals(once, purge(once, evidence(page)));
    }

    @Property
    void theOrderOfFilesDoesNotMatter(
            @ForAll("css") String first,
            @ForAll("css") String second,
            @ForAll("page") String page,
            @ForAll("page") String other) {
        List<String> forth = purge(List.of(first, second), evidence(page + other));
        List<String> back = new ArrayList<>(purge(List.of(second, first), evidence(page + other)));
        Collections.reverse(back);
        assertEquals(forth, back);
    }

    @Property
    void moreTextNeverDropsMore(@ForAll("css") String css, @ForAll("page") String page, @ForAll("page") String other) {
        Evidence one = evidence(page);
        Evidence two = Evidence.merge(List.of(one, Evidence.scan("q.html", other, TextKind.MARKUP)));
        int fewer = nodes(Stylesheet.parse(purge(List.of(css), one).get(0)).children());
        assertTrue(fewer
                <= nodes(Stylesheet.parse(purge(List.of(css), two).get(0)).children()));
    }

    /** Counts rules and declarations; a kept selector's length may go either way, with what its list's weight asks for. */
    private static int nodes(List<Node> nodes) {
        int count = nodes.size();
        for (Node node : nodes) {
            count += nodes(SelectorPlan.children(node));
        }
        return count;
    }

    @Property
    void aSelectorOfNamesThatThePageUsesIsNeverLost(@ForAll("css") String css, @ForAll("page") String page) {
        Evidence evidence = evidence(page);
        NameJudge names = new NameJudge(evidence, ALL);
        String out = purge(List.of(css), evidence).get(0);
        assertEquals(used(Stylesheet.parse(css), names), used(Stylesheet.parse(out), names));
    }

    /** The selectors of top-level rules without pseudo-classes, all of whose names occur; properties alone aside. */
    private static List<String> used(Stylesheet sheet, NameJudge names) {
        List<String> found = new ArrayList<>();
        for (Node node : sheet.children()) {
            if (node instanceof StyleRule rule && rule.selectors() != null && hasProperties(rule)) {
                for (ComplexSelector selector : rule.selectors().selectors()) {
                    if (selector.compounds().stream().allMatch(compound -> isUsed(compound, names))) {
                        found.add(sheet.source().substring(selector.start(), selector.end()));
                    }
                }
            }
        }
        return found;
    }

    private static boolean hasProperties(StyleRule rule) {
        return rule.children().stream()
                .anyMatch(child -> child instanceof Declaration property && !property.isCustomProperty());
    }

    private static boolean isUsed(CompoundSelector compound, NameJudge names) {
        for (SimpleSelector part : compound.parts()) {
            boolean used = part instanceof SimpleSelector.ClassName name
                    ? names.evidence().word(name.name()) != null
                    : part instanceof SimpleSelector.Id id
                            ? names.evidence().word(id.name()) != null
                            : part instanceof SimpleSelector.Type type
                                    && names.tag(type.name()).keeps();
            if (!used) {
                return false;
            }
        }
        return true;
    }
}
