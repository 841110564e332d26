package io.github.assetpipe.page.dialect;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSP pages, fragments and tag files, and Grails pages: scriptlets, expressions, tags of tag libraries. */
final class Jsp implements TemplateDialect {
    /** Longer tags are not believed: an odd quote in a script would swallow the page. */
    private static final int LONGEST_TAG = 20_000;

    private final String name;

    /** Creates the dialect under one of its names: {@code jsp} or {@code gsp}. */
    Jsp(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String openers() {
        return "<$#%";
    }

    @Override
    public @Nullable Construct at(Scan scan, int offset) {
        return switch (scan.charAt(offset)) {
            case '<' -> scan.charAt(offset + 1) == '%' ? scriptlet(scan, offset) : tag(scan, offset);
            case '%' -> grailsComment(scan, offset);
            default -> ExpressionLanguage.at(scan, offset);
        };
    }

    private static @Nullable Construct grailsComment(Scan scan, int offset) {
        int end = scan.at(offset, "%{--") ? scan.after("--}%", offset + 4) : -1;
        return end < 0 ? null : new Construct(offset, end, Construct.Kind.COMMENT);
    }

    private static @Nullable Construct scriptlet(Scan scan, int offset) {
        if (scan.at(offset, "<%--")) {
            int end = scan.after("--%>", offset + 4);
            return end < 0 ? null : new Construct(offset, end, Construct.Kind.COMMENT);
        }
        // The first %> ends it, also inside a Java string: JSP pages write %\> there.
        int end = scan.after("%>", offset + 2);
        if (end < 0) {
            return null;
        }
        Construct.Kind kind = scan.charAt(offset + 2) == '=' ? Construct.Kind.EXPRESSION : Construct.Kind.DIRECTIVE;
        return new Construct(offset, end, kind);
    }

    private static @Nullable Construct tag(Scan scan, int offset) {
        int start = scan.charAt(offset + 1) == '/' ? offset + 2 : offset + 1;
        int colon = scan.afterName(start, "-");
        if (colon == start || scan.charAt(colon) != ':' || !Character.isLetter(scan.charAt(colon + 1))) {
            return null;
        }
        int at = scan.afterName(colon + 1, "-.");
        int limit = Math.min(scan.text().length(), offset + LONGEST_TAG);
        while (at < limit) {
            char c = scan.charAt(at);
            if (c == '>') {
                return new Construct(offset, at + 1, Construct.Kind.TAG);
            }
            if (c == '"' || c == '\'') {
                at = afterValue(scan, at, limit);
            } else {
                at = afterInner(scan, at);
            }
        }
        scan.spend(limit - offset);
        return null;
    }

    private static int afterValue(Scan scan, int open, int limit) {
        char quote = scan.charAt(open);
        int at = open + 1;
        while (at < limit) {
            char c = scan.charAt(at);
            if (c == quote) {
                return at + 1;
            }
            at = c == '\\' ? at + 2 : afterInner(scan, at);
        }
        return limit;
    }

    /** Returns the offset after a scriptlet or expression at {@code at}, else after the character there. */
    private static int afterInner(Scan scan, int at) {
        char c = scan.charAt(at);
        Construct inner = null;
        if (c == '<' && scan.charAt(at + 1) == '%') {
            inner = scriptlet(scan, at);
        } else if (c == '$' || c == '#') {
            inner = ExpressionLanguage.at(scan, at);
        }
        return inner == null ? at + 1 : inner.end();
    }

    @Override
    public String url(String path, Collection<String> constructs) {
        if (name.equals("gsp")) {
            return "${request.contextPath}/" + path;
        }
        // Descriptors of old applications and a page directive switch expressions off, which then are text.
        boolean expressions = constructs.isEmpty() || constructs.stream().anyMatch(c -> c.startsWith("${"));
        boolean java = constructs.stream().anyMatch(c -> c.startsWith("<%=") || c.matches("(?s)<%[^@!-].*"));
        return (expressions || !java ? ExpressionLanguage.CONTEXT_PATH : "<%= request.getContextPath() %>") + "/"
                + path;
    }

    @Override
    public boolean knowsRoot() {
        return true;
    }

    @Override
    public Optional<String> verbatim(String text) {
        String escaped = text.replace("${", "\\${").replace("#{", "\\#{").replace("<%", "<\\%");
        return constructs(new Scan(escaped)).isEmpty() ? Optional.of(escaped) : Optional.empty();
    }
}
