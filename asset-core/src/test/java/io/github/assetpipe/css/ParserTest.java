package io.github.assetpipe.css;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ParserTest {
    /** Renders the tree in one line: enough to see its shape. */
    private static String shape(Stylesheet sheet, List<Node> nodes) {
        StringBuilder out = new StringBuilder();
        for (Node node : nodes) {
            if (node instanceof StyleRule rule) {
                String prelude = sheet.source().substring(rule.start(), rule.preludeEnd());
                out.append(rule.selectors() == null ? "invalid" : "rule")
                        .append('<')
                        .append(prelude)
                        .append(">{");
                out.append(shape(sheet, rule.children())).append('}');
            } else if (node instanceof KeyframeRule rule) {
                out.append("frame<")
                        .append(sheet.text(rule.firstToken(), rule.limitToken()))
                        .append(">{");
                out.append(shape(sheet, rule.children())).append('}');
            } else if (node instanceof AtRule rule) {
                out.append('@').append(rule.name()).append('<');
                out.append(sheet.text(rule.firstToken(), rule.limitToken())).append('>');
                out.append(rule.children() == null ? ";" : "{" + shape(sheet, rule.children()) + "}");
            } else if (node instanceof Declaration declaration) {
                out.append(declaration.name()).append('=');
                out.append(sheet.text(declaration.firstToken(), declaration.limitToken()));
                out.append(declaration.important() ? "!;" : ";");
            } else {
                out.append("text<").append(sheet.text(node)).append('>');
            }
        }
        return out.toString();
    }

    private static String shape(String source) {
        Stylesheet sheet = Stylesheet.parse(source);
        return shape(sheet, sheet.children());
    }

    @Test
    void readsRulesAndDeclarations() {
        assertEquals("rule<a, b>{color=red;top=0!;}", shape("a, b { COLOR : red ; top:0 ! Important }"));
    }

    @Test
    void readsNestedRules() {
        assertEquals(
                "rule<a>{rule<b:hover>{top=0;}rule<& > c>{}@media<print>{color=red;}left=1;}",
                shape("a{b:hover{top:0}& > c{} @media print{color:red} left:1}"));
    }

    @Test
    void keepsBracesInACustomProperty() {
        assertEquals("rule<a>{--x={a:b;c};top=0;}", shape("a{--x:{a:b;c};top:0}"));
    }

    @Test
    void skipsABadDeclarationUpToItsSemicolon() {
        assertEquals("rule<a>{text<*zoom:1>color=red;}", shape("a{*zoom:1;color:red}"));
    }

    @Test
    void skipsARuleWhoseSelectorIsWrong() {
        assertEquals("invalid<a,,b>{color=red;}rule<c>{}", shape("a,,b{color:red}c{}"));
    }

    @Test
    void closesWhatTheEndOfTheTextLeavesOpen() {
        assertEquals("@media<print>{rule<a>{color=red;}}", shape("@media print{a{color:red"));
    }

    @Test
    void readsAtRulesWithoutABlock() {
        assertEquals("@import<url(x.css) layer(a)>;@layer<a, b>;", shape("@import url(x.css) layer(a); @layer a, b;"));
    }

    @Test
    void readsKeyframes() {
        assertEquals("@-webkit-keyframes<x>{frame<0%, 50%>{top=0;}}", shape("@-webkit-keyframes x{0%, 50%{top:0}}"));
    }

    @Test
    void keepsAnUnknownAtRuleAsText() {
        assertEquals("@unknown<foo>{text<a{color:red}>}", shape("@unknown foo{a{color:red}}"));
    }

    @Test
    void saysWhereTheSyntaxIsWrong() {
        Stylesheet sheet = Stylesheet.parse("a{color red;top:0}");
        assertEquals(1, sheet.problems().size());
        assertEquals(2, sheet.problems().get(0).start());
    }

    @Test
    void hasNoProblemsWithFineText() {
        assertTrue(Stylesheet.parse("a{color:red}/* x */ b{top:calc(1px + (2px))}")
                .problems()
                .isEmpty());
    }

    @Test
    void survivesABlockNestedAHundredThousandDeep() {
        for (String brackets : List.of("{}", "a{}", "()", ":is()", "[]", "@media{}", "a:not()")) {
            String open = brackets.substring(0, brackets.length() - 1);
            String text = "a{b:c}" + open.repeat(100_000)
                    + brackets.substring(brackets.length() - 1).repeat(50_000);
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Stylesheet.parse(text), brackets);
        }
    }

    @Test
    void takesLinearTimeOnAHundredThousandSelectors() {
        String text = "a.b:hover,".repeat(100_000) + "c{}";
        Stylesheet sheet = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Stylesheet.parse(text));
        SelectorList list = ((StyleRule) sheet.children().get(0)).selectors();
        assertEquals(100_001, Objects.requireNonNull(list).selectors().size());
    }

    @Test
    void readsModernSelectors() {
        for (String selector : List.of(
                ":is(a, .b) > c",
                ":has(> img)",
                ":nth-child(2n + 1 of .a, .b)",
                "::part(x y)",
                "svg|a",
                "*|*",
                "|b",
                "[a|=b i]",
                "[svg|href^='#']",
                ".\\31 0",
                "a || b",
                ":host(.x) ::slotted(span)",
                ":is()",
                "a:not(.b,.c)::before")) {
            assertNotNull(SelectorList.parse(selector), selector);
        }
    }

    @Test
    void refusesWhatIsNoSelector() {
        for (String selector : List.of("", "a,", "> a", "a >", "a..b", "a:not()", "#1", "[=x]", "a*", "1a", "a!")) {
            assertNull(SelectorList.parse(selector), selector);
        }
    }

    @Test
    void decodesTheNamesOfASelector() {
        SelectorList list = SelectorList.parse("A.md\\:w-1\\/2 > [x='1\\'']");
        ComplexSelector selector = Objects.requireNonNull(list).selectors().get(0);
        assertEquals(
                "md:w-1/2",
                ((SimpleSelector.ClassName) selector.compounds().get(0).parts().get(1)).name());
        assertEquals(Combinator.CHILD, selector.compounds().get(1).combinator());
        assertEquals(
                "1'",
                ((SimpleSelector.Attribute) selector.compounds().get(1).parts().get(0)).value());
    }
}
