package io.github.assetpipe.page.dialect;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** FreeMarker: directives and macros in angle or square brackets, interpolations. */
final class FreeMarker implements TemplateDialect {
    @Override
    public String name() {
        return "freemarker";
    }

    @Override
    public String openers() {
        return "<[$#";
    }

    @Override
    public @Nullable Construct at(Scan scan, int offset) {
        char c = scan.charAt(offset);
        if (c == '$' || c == '#') {
            return ExpressionLanguage.at(scan, offset);
        }
        char close = c == '<' ? '>' : ']';
        if (scan.at(offset + 1, "#--")) {
            int end = scan.after("--" + close, offset + 4);
            return end < 0 ? null : new Construct(offset, end, Construct.Kind.COMMENT);
        }
        int mark = scan.charAt(offset + 1) == '/' ? offset + 2 : offset + 1;
        char sign = scan.charAt(mark);
        if (c == '[' && sign == '=' && mark == offset + 1) {
            int end = scan.afterBalanced(offset);
            return end < 0 ? null : new Construct(offset, end, Construct.Kind.EXPRESSION);
        }
        if ((sign != '#' && sign != '@') || !(Character.isLetter(scan.charAt(mark + 1)) || sign == '@')) {
            return null;
        }
        if (c == '[' && sign == '@' && !Character.isLetter(scan.charAt(mark + 1))) {
            return null;
        }
        int end = afterTag(scan, mark + 1, close);
        return end < 0 ? null : new Construct(offset, end, Construct.Kind.DIRECTIVE);
    }

    /** Returns the offset after the tag whose inside begins at {@code from}; {@code >} inside strings and brackets is not its end. */
    private static int afterTag(Scan scan, int from, char close) {
        int at = from;
        while (at < scan.text().length()) {
            char c = scan.charAt(at);
            if (c == close) {
                return at + 1;
            }
            int next = at + 1;
            if (c == '"' || c == '\'') {
                next = scan.afterString(at);
            } else if (c == '(' || c == '[' || c == '{') {
                next = scan.afterBalanced(at);
            }
            if (next < 0) {
                break;
            }
            at = next;
        }
        scan.spend(at - from);
        return scan.after(String.valueOf(close), from);
    }

    @Override
    public String url(String path, Collection<String> constructs) {
        // Only Spring has it; elsewhere nothing stands before the slash, and the page is still rendered.
        return "${(springMacroRequestContext.contextPath)!}/" + path;
    }

    @Override
    public List<String> verbatimMarks() {
        return List.of("<#noparse>", "</#noparse>");
    }
}
