package io.github.assetpipe.page.dialect;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Apache Velocity: references, directives, macros, line and block comments. */
final class Velocity implements TemplateDialect {
    private static final Set<String> WITHOUT_ARGUMENTS = Set.of("else", "end", "stop", "break", "return");

    @Override
    public String name() {
        return "velocity";
    }

    @Override
    public String openers() {
        return "$#";
    }

    @Override
    public @Nullable Construct at(Scan scan, int offset) {
        if (scan.charAt(offset - 1) == '\\') {
            return null;
        }
        return scan.charAt(offset) == '$' ? reference(scan, offset) : directive(scan, offset);
    }

    private static @Nullable Construct reference(Scan scan, int offset) {
        int at = scan.charAt(offset + 1) == '!' ? offset + 2 : offset + 1;
        if (scan.charAt(at) == '{') {
            int end = scan.afterBalanced(at);
            return end < 0 ? null : new Construct(offset, end, Construct.Kind.EXPRESSION);
        }
        if (!Character.isLetter(scan.charAt(at)) && scan.charAt(at) != '_') {
            return null;
        }
        int end = scan.afterName(at, "-");
        while (true) {
            char c = scan.charAt(end);
            int next = -1;
            if (c == '(' || c == '[') {
                next = scan.afterBalanced(end);
            } else if (c == '.' && Character.isLetter(scan.charAt(end + 1))) {
                next = scan.afterName(end + 1, "-");
            }
            if (next < 0) {
                return new Construct(offset, end, Construct.Kind.EXPRESSION);
            }
            end = next;
        }
    }

    private static @Nullable Construct directive(Scan scan, int offset) {
        if (scan.at(offset, "##")) {
            int end = lineEnd(scan, offset);
            return new Construct(offset, end, Construct.Kind.COMMENT);
        }
        if (scan.at(offset, "#*")) {
            int end = scan.after("*#", offset + 2);
            return end < 0 ? null : new Construct(offset, end, Construct.Kind.COMMENT);
        }
        int start = offset + 1;
        boolean braced = scan.charAt(start) == '{';
        start += braced || scan.charAt(start) == '@' ? 1 : 0;
        int end = scan.afterName(start, "");
        if (end == start || !Character.isLetter(scan.charAt(start))) {
            return null;
        }
        String word = scan.text().substring(start, end);
        if (braced) {
            if (scan.charAt(end) != '}') {
                return null;
            }
            end++;
        }
        int open = scan.charAt(end) == ' ' ? scan.afterSpace(end) : end;
        if (!WITHOUT_ARGUMENTS.contains(word) && scan.charAt(open) == '(') {
            int close = scan.afterBalanced(open);
            return close < 0 ? null : new Construct(offset, close, Construct.Kind.DIRECTIVE);
        }
        return WITHOUT_ARGUMENTS.contains(word) ? new Construct(offset, end, Construct.Kind.DIRECTIVE) : null;
    }

    private static int lineEnd(Scan scan, int from) {
        int at = from;
        while (at < scan.text().length() && scan.charAt(at) != '\n' && scan.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    @Override
    public List<String> verbatimMarks() {
        return List.of("#[[", "]]#");
    }
}
