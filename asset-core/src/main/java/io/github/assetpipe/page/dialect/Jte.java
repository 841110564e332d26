package io.github.assetpipe.page.dialect;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * jte (Java and Kotlin): <code>${}</code>, <code>!{}</code>, and keywords that begin with an at sign.
 *
 * <p>A template call may hold page text between backticks; the call is then two constructs with the page text between.
 */
final class Jte implements TemplateDialect {
    private static final Set<String> BARE = Set.of("else", "endif", "endfor", "raw", "endraw");
    private static final Set<String> WITH_ARGUMENTS = Set.of("if", "elseif", "for", "template", "layout", "tag");
    private static final Set<String> LINE = Set.of("import", "param");

    @Override
    public String name() {
        return "jte";
    }

    @Override
    public String openers() {
        return "$!@<`";
    }

    @Override
    public @Nullable Construct at(Scan scan, int offset) {
        return switch (scan.charAt(offset)) {
            case '$' -> dollar(scan, offset);
            case '!' ->
                scan.charAt(offset + 1) == '{'
                        ? construct(offset, scan.afterBalanced(offset + 1), Construct.Kind.DIRECTIVE)
                        : null;
            case '<' ->
                scan.at(offset, "<%--")
                        ? construct(offset, scan.after("--%>", offset + 4), Construct.Kind.COMMENT)
                        : null;
            case '`' -> scan.nesting().isEmpty() ? null : contentEnd(scan, offset);
            default -> keyword(scan, offset);
        };
    }

    private static @Nullable Construct dollar(Scan scan, int offset) {
        int open = scan.at(offset, "$unsafe{") ? offset + 7 : offset + 1;
        return scan.charAt(open) == '{' ? construct(offset, scan.afterBalanced(open), Construct.Kind.EXPRESSION) : null;
    }

    private static @Nullable Construct keyword(Scan scan, int offset) {
        int end = scan.afterName(offset + 1, "");
        String word = scan.text().substring(offset + 1, end);
        if (Character.isLetterOrDigit(scan.charAt(offset - 1))) {
            return null;
        }
        if (BARE.contains(word)) {
            return new Construct(offset, end, Construct.Kind.DIRECTIVE);
        }
        if (LINE.contains(word)) {
            int at = end;
            while (at < scan.text().length() && scan.charAt(at) != '\n' && scan.charAt(at) != '\r') {
                at++;
            }
            return new Construct(offset, at, Construct.Kind.DIRECTIVE);
        }
        if (!WITH_ARGUMENTS.contains(word)) {
            return null;
        }
        int open = scan.afterName(end, ".");
        open = scan.charAt(open) == '(' ? open : scan.afterSpace(open);
        return scan.charAt(open) == '(' ? arguments(scan, offset, open + 1, 1) : null;
    }

    /** Reads arguments up to their closing parenthesis, or up to the backtick that begins page text. */
    private static @Nullable Construct arguments(Scan scan, int start, int from, int depth) {
        int at = from;
        int open = depth;
        while (at < scan.text().length()) {
            char c = scan.charAt(at);
            if (c == '@' && scan.charAt(at + 1) == '`') {
                scan.nesting().push(open);
                return new Construct(start, at + 2, Construct.Kind.DIRECTIVE);
            }
            if (c == '"' || c == '\'') {
                int next = scan.afterString(at);
                if (next < 0) {
                    break;
                }
                at = next;
                continue;
            }
            if (c == '(') {
                open++;
            } else if (c == ')' && --open == 0) {
                return new Construct(start, at + 1, Construct.Kind.DIRECTIVE);
            }
            at++;
        }
        scan.spend(at - from);
        return null;
    }

    private static @Nullable Construct contentEnd(Scan scan, int offset) {
        int depth = scan.nesting().pop();
        return arguments(scan, offset, offset + 1, depth);
    }

    private static @Nullable Construct construct(int offset, int end, Construct.Kind kind) {
        return end < 0 ? null : new Construct(offset, end, kind);
    }

    @Override
    public List<String> verbatimMarks() {
        return List.of("@raw", "@endraw");
    }
}
