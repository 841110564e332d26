package io.github.assetpipe.js;

import java.util.Map;
import java.util.Set;

/** The operators of expressions (ECMA-262, 13.5 to 13.15). */
final class JsOperators {
    /** Binary operators by precedence; left-associative except {@code **}. */
    static final Map<String, Integer> PRECEDENCE = Map.ofEntries(
            Map.entry("??", 1),
            Map.entry("||", 1),
            Map.entry("&&", 2),
            Map.entry("|", 3),
            Map.entry("^", 4),
            Map.entry("&", 5),
            Map.entry("==", 6),
            Map.entry("!=", 6),
            Map.entry("===", 6),
            Map.entry("!==", 6),
            Map.entry("<", 7),
            Map.entry(">", 7),
            Map.entry("<=", 7),
            Map.entry(">=", 7),
            Map.entry("instanceof", 7),
            Map.entry("in", 7),
            Map.entry("<<", 8),
            Map.entry(">>", 8),
            Map.entry(">>>", 8),
            Map.entry("+", 9),
            Map.entry("-", 9),
            Map.entry("*", 10),
            Map.entry("/", 10),
            Map.entry("%", 10),
            Map.entry("**", 11));

    static final Set<String> ASSIGNMENTS = Set.of(
            "=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^=", "&&=", "||=", "??=");
    static final Set<String> UNARY = Set.of("!", "~", "+", "-");
    static final Set<String> UNARY_WORDS = Set.of("typeof", "void", "delete");

    private JsOperators() {}
}
