package io.github.assetpipe.css;

import io.github.assetpipe.css.Verbatim.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Builds the tree of a stylesheet after CSS Syntax Level 3, section 5, with nesting, recovering from faults as browsers do.
 *
 * <p>Time is linear: blocks are stepped over by the pairs that {@link Tokens} knows. Rules nested deeper than
 * {@value #MAX_DEPTH} are kept as text, so that no input exhausts the stack. Not safe for several threads.
 */
final class Parser {
    static final int MAX_DEPTH = 100;
    private static final String RULE_HINT = "browsers skip the whole rule";
    private static final Set<String> WITH_BLOCK = Set.of(
            "media",
            "supports",
            "container",
            "layer",
            "scope",
            "starting-style",
            "document",
            "keyframes",
            "font-face",
            "page",
            "property",
            "counter-style",
            "font-palette-values",
            "font-feature-values",
            "view-transition",
            "position-try",
            "viewport",
            "import",
            "when",
            "else",
            "stylistic",
            "styleset",
            "character-variant",
            "swash",
            "ornaments",
            "annotation",
            "historical-forms",
            "top-left-corner",
            "top-left",
            "top-center",
            "top-right",
            "top-right-corner",
            "bottom-left-corner",
            "bottom-left",
            "bottom-center",
            "bottom-right",
            "bottom-right-corner",
            "left-top",
            "left-middle",
            "left-bottom",
            "right-top",
            "right-middle",
            "right-bottom");

    /** What the items of a block are. */
    private enum Kind {
        TOP,
        RULES,
        STYLE,
        KEYFRAMES
    }

    private final Tokens tokens;
    private final SelectorParser selectors;
    private final NameCache names = new NameCache();
    private final List<SyntaxProblem> problems = new ArrayList<>();
    private int depth;

    Parser(Tokens tokens) {
        this.tokens = tokens;
        this.selectors = new SelectorParser(tokens);
    }

    Stylesheet stylesheet() {
        int from = 0;
        reportBadTokens();
        List<Node> children = block(from, tokens.size(), Kind.TOP);
        return new Stylesheet(tokens, children, sorted());
    }

    Stylesheet declarations() {
        reportBadTokens();
        return new Stylesheet(tokens, block(0, tokens.size(), Kind.STYLE), sorted());
    }

    private List<SyntaxProblem> sorted() {
        problems.sort((a, b) -> Integer.compare(a.start(), b.start()));
        return problems;
    }

    private void problem(int firstToken, int limitToken, String message, String hint) {
        int start = tokens.start(firstToken);
        problems.add(new SyntaxProblem(start, Math.max(start + 1, tokens.start(limitToken)), message, hint));
    }

    private void reportBadTokens() {
        int last = tokens.size() - 1;
        if (last >= 0
                && tokens.type(last) == TokenType.COMMENT
                && !(tokens.text(last).length() > 3 && tokens.text(last).endsWith("*/"))) {
            problem(last, last + 1, "The comment is not closed", "add */");
        }
        if (tokens.isBalanced() && !tokens.has(TokenType.BAD_STRING) && !tokens.has(TokenType.BAD_URL)) {
            return;
        }
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.type(i)) {
                case BAD_STRING -> problem(i, i + 1, "The string ends at the line end", "close the quotes");
                case BAD_URL ->
                    problem(i, i + 1, "The url holds a character that needs quotes", "put the address into quotes");
                case LEFT_BRACE, LEFT_PAREN, LEFT_SQUARE, FUNCTION -> {
                    if (tokens.closer(i) == tokens.size()) {
                        problem(i, i + 1, "The block is not closed", "add the closing bracket");
                    }
                }
                default -> {}
            }
        }
    }

    private List<Node> block(int from, int to, Kind kind) {
        List<Node> out = new ArrayList<>(4);
        int at = from;
        while (at < to) {
            switch (tokens.type(at)) {
                case WHITESPACE, COMMENT -> at++;
                case SEMICOLON -> at = kind == Kind.TOP ? rule(at, to, kind, out) : at + 1;
                case CDO, CDC -> at = kind == Kind.TOP ? at + 1 : rule(at, to, kind, out);
                case AT_KEYWORD -> at = atRule(at, to, kind, out);
                case IDENT -> at = identifier(at, to, kind, out);
                default -> at = rule(at, to, kind, out);
            }
        }
        return out;
    }

    private int identifier(int at, int to, Kind kind, List<Node> out) {
        if (kind == Kind.STYLE || kind == Kind.RULES) {
            int colon = tokens.skipTrivia(at + 1, to);
            if (colon < to && tokens.type(colon) == TokenType.COLON) {
                int end = declarationEnd(at, colon, to);
                if (end >= 0) {
                    out.add(declaration(at, colon, end));
                    return end;
                }
            }
        }
        return rule(at, to, kind, out);
    }

    /** Returns the index of the token that ends the declaration, or -1 when braces show that it is a rule. */
    private int declarationEnd(int name, int colon, int to) {
        boolean custom = tokens.source().startsWith("--", tokens.start(name));
        int at = colon + 1;
        while (at < to) {
            TokenType type = tokens.type(at);
            if (type == TokenType.SEMICOLON) {
                return at;
            }
            if (type == TokenType.LEFT_BRACE && !custom) {
                return -1;
            }
            at = tokens.next(at, to);
        }
        return to;
    }

    private Declaration declaration(int nameAt, int colon, int end) {
        String name = names.of(tokens, nameAt);
        int first = tokens.skipTrivia(colon + 1, end);
        int last = tokens.trimEnd(first, end);
        int limit = last;
        boolean important = false;
        if (last - first >= 2 && tokens.type(last - 1) == TokenType.IDENT && tokens.textIs(last - 1, "important")) {
            int bang = tokens.trimEnd(first, last - 1) - 1;
            if (bang >= first && tokens.isDelim(bang, '!')) {
                important = true;
                limit = tokens.trimEnd(first, bang);
            }
        }
        return new Declaration(
                tokens.start(nameAt), tokens.start(Math.max(last, colon + 1)), name, first, limit, important);
    }

    /** Consumes a qualified rule, or what should have been one. */
    private int rule(int from, int to, Kind kind, List<Node> out) {
        int at = from;
        while (at < to && tokens.type(at) != TokenType.LEFT_BRACE) {
            if (kind != Kind.TOP && kind != Kind.KEYFRAMES && tokens.type(at) == TokenType.SEMICOLON) {
                return bad(from, at, Reason.BAD_DECLARATION, "This is no declaration", "write name: value", out);
            }
            at = tokens.next(at, to);
        }
        if (at >= to) {
            return kind == Kind.STYLE
                    ? bad(from, to, Reason.BAD_DECLARATION, "This is no declaration", "write name: value", out)
                    : bad(from, to, Reason.BAD_RULE, "The rule has no block", RULE_HINT, out);
        }
        int close = Math.min(tokens.closer(at), to);
        int end = Math.min(close + 1, to);
        int preludeLimit = tokens.trimEnd(from, at);
        Kind inside = Kind.STYLE;
        List<Node> children = nested(at + 1, close, inside);
        if (kind == Kind.KEYFRAMES) {
            out.add(new KeyframeRule(tokens.start(from), tokens.start(end), from, preludeLimit, children));
            return end;
        }
        SelectorList list = selectors.list(from, at, kind != Kind.TOP);
        if (list == null) {
            problem(from, preludeLimit, "This is no selector", RULE_HINT);
        }
        out.add(new StyleRule(tokens.start(from), tokens.start(end), tokens.start(preludeLimit), list, children));
        return end;
    }

    private int bad(int from, int to, Reason reason, String message, String hint, List<Node> out) {
        int limit = tokens.trimEnd(from, to);
        problem(from, limit, message, hint);
        out.add(new Verbatim(tokens.start(from), tokens.start(limit), reason));
        return to;
    }

    private List<Node> nested(int from, int to, Kind kind) {
        if (from >= to) {
            return List.of();
        }
        if (depth == MAX_DEPTH) {
            return List.of(new Verbatim(tokens.start(from), tokens.start(to), Reason.TOO_DEEP));
        }
        depth++;
        List<Node> children = block(from, to, kind);
        depth--;
        return children;
    }

    private int atRule(int at, int to, Kind kind, List<Node> out) {
        String name = Chars.lower(tokens.name(at));
        int first = tokens.skipTrivia(at + 1, to);
        int i = at + 1;
        while (i < to && tokens.type(i) != TokenType.LEFT_BRACE && tokens.type(i) != TokenType.SEMICOLON) {
            i = tokens.next(i, to);
        }
        int limit = tokens.trimEnd(Math.min(first, i), i);
        first = Math.min(first, limit);
        if (i < to && tokens.type(i) == TokenType.LEFT_BRACE) {
            int close = Math.min(tokens.closer(i), to);
            int end = Math.min(close + 1, to);
            List<Node> children = children(name, i + 1, close, kind);
            out.add(new AtRule(tokens.start(at), tokens.start(end), name, first, limit, children));
            return end;
        }
        int end = Math.min(i + 1, to);
        out.add(new AtRule(tokens.start(at), tokens.start(end), name, first, limit, null));
        return end;
    }

    private List<Node> children(String name, int from, int to, Kind outer) {
        String plain = Names.unprefixed(name);
        if (!WITH_BLOCK.contains(plain)) {
            return List.of(new Verbatim(tokens.start(from), tokens.start(to), Reason.UNKNOWN_RULE));
        }
        return switch (plain) {
            case "keyframes" -> nested(from, to, Kind.KEYFRAMES);
            case "media", "supports", "container", "layer", "scope", "starting-style", "document", "when", "else" ->
                nested(from, to, outer == Kind.STYLE ? Kind.STYLE : Kind.RULES);
            default -> nested(from, to, Kind.STYLE);
        };
    }
}
