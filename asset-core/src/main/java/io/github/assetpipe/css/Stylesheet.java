package io.github.assetpipe.css;

import java.util.List;

/**
 * A parsed stylesheet: its tokens, its tree and the faults of its syntax.
 *
 * <p>Any text can be parsed; what is wrong in it is skipped where browsers skip it. Immutable and safe for several threads.
 *
 * @param tokens all tokens of the text
 * @param children the rules, in order
 * @param problems the faults, in the order of the text
 */
public record Stylesheet(Tokens tokens, List<Node> children, List<SyntaxProblem> problems) {

    /** Copies the lists. */
    public Stylesheet {
        children = List.copyOf(children);
        problems = List.copyOf(problems);
    }

    /** Parses a stylesheet; a byte order mark at its start is skipped. */
    public static Stylesheet parse(String source) {
        return new Parser(Tokens.of(source)).stylesheet();
    }

    /** Parses the content of a {@code style} attribute: declarations without a selector. */
    public static Stylesheet parseDeclarations(String source) {
        return new Parser(Tokens.of(source)).declarations();
    }

    /** Returns the whole text. */
    public String source() {
        return tokens.source();
    }

    /** Returns the text of a node. */
    public String text(Node node) {
        return source().substring(node.start(), node.end());
    }

    /** Returns the text of the tokens {@code [first, limit)}, as written. */
    public String text(int firstToken, int limitToken) {
        return source().substring(tokens.start(firstToken), tokens.start(Math.max(firstToken, limitToken)));
    }
}
