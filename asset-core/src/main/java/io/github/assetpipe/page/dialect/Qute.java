package io.github.assetpipe.page.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Qute, the template engine of Quarkus: single braces that no white space follows. */
final class Qute implements TemplateDialect {
    @Override
    public String name() {
        return "qute";
    }

    @Override
    public String openers() {
        return "{";
    }

    @Override
    public @Nullable Construct at(Scan scan, int offset) {
        char c = scan.charAt(offset + 1);
        if (scan.charAt(offset - 1) == '\\') {
            return null;
        }
        if (c == '!') {
            return construct(offset, scan.after("!}", offset + 2), Construct.Kind.COMMENT);
        }
        if (c == '|') {
            return construct(offset, scan.after("|}", offset + 2), Construct.Kind.EXPRESSION);
        }
        if (c == '#' || c == '/' || c == '@') {
            return construct(offset, scan.afterBalanced(offset), Construct.Kind.DIRECTIVE);
        }
        boolean expression = Character.isLetterOrDigit(c) || c == '_' || c == '\'' || c == '"' || c == '[';
        return expression ? construct(offset, scan.afterBalanced(offset), Construct.Kind.EXPRESSION) : null;
    }

    private static @Nullable Construct construct(int offset, int end, Construct.Kind kind) {
        return end < 0 ? null : new Construct(offset, end, kind);
    }

    @Override
    public List<String> verbatimMarks() {
        return List.of("{|", "|}");
    }
}
