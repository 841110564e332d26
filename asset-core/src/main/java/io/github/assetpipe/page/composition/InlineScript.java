package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.dialect.Construct;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be proven of an inline script: that it does nothing, or that it only gives literals to global names.
 *
 * @param blank whether it has no code
 * @param assigned the names it assigns, when it does nothing else; else empty
 */
record InlineScript(boolean blank, List<String> assigned) {
    /** Longer ones are not plain assignments. */
    private static final int LONGEST = 8000;

    /** Stands for text that the template language computes. */
    private static final char COMPUTED = '\uffff';

    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?:(?:var|let|const)\\s++|window\\.)?+([A-Za-z_$][\\w$]*+)\\s*+=\\s*+"
                    + "(?:\"[^\"\\\\\\n]*+\"|'[^'\\\\\\n]*+'|-?[0-9][0-9.]*+|true|false|null|\\[\\s*+\\]|\\{\\s*+\\})"
                    + "\\s*+(?:;|(?=[\\n\\r])|$)");

    /** Copies the list. */
    InlineScript {
        assigned = List.copyOf(assigned);
    }

    /** Reads the body of an inline script at a range of a page. */
    static InlineScript read(Page page, int start, int end) {
        StringBuilder masked = new StringBuilder(page.text().substring(start, end));
        for (Construct construct : page.constructsIn(start, end)) {
            char filler = construct.kind() == Construct.Kind.COMMENT ? ' ' : COMPUTED;
            for (int i = construct.start(); i < construct.end(); i++) {
                masked.setCharAt(i - start, filler);
            }
        }
        return read(masked.toString());
    }

    private static InlineScript read(String body) {
        int code = afterNothing(body, 0);
        if (code == body.length()) {
            return new InlineScript(true, List.of());
        }
        List<String> names = new ArrayList<>();
        Matcher assignment = ASSIGNMENT.matcher(body);
        while (body.length() <= LONGEST && code < body.length()) {
            if (!assignment.region(code, body.length()).lookingAt()) {
                return new InlineScript(false, List.of());
            }
            names.add(assignment.group(1));
            code = afterNothing(body, assignment.end());
        }
        return new InlineScript(false, code == body.length() ? names : List.of());
    }

    /** Returns the offset after white space and comments; a comment that a template language fills in is code. */
    private static int afterNothing(String body, int from) {
        int at = from;
        while (at < body.length()) {
            int next = at;
            if (Character.isWhitespace(body.charAt(at))) {
                next = at + 1;
            } else if (body.startsWith("//", at) || body.startsWith("<!--", at) || body.startsWith("-->", at)) {
                next = afterLine(body, at);
            } else if (body.startsWith("/*", at) && !body.startsWith("/*[", at)) {
                int close = body.indexOf("*/", at + 2);
                next = close < 0 ? at : close + 2;
            }
            if (next == at || body.substring(at, next).indexOf(COMPUTED) >= 0) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static int afterLine(String body, int from) {
        int at = from;
        while (at < body.length() && body.charAt(at) != '\n' && body.charAt(at) != '\r') {
            at++;
        }
        return at;
    }
}
