package io.github.assetpipe.page.dialect;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Thymeleaf 2 and 3: inlined expressions and parser-level comment blocks.
 *
 * <p>Expressions in {@code th:*} attributes need no mask: they never hold the quote that ends their attribute.
 */
final class Thymeleaf implements TemplateDialect {
    @Override
    public String name() {
        return "thymeleaf";
    }

    @Override
    public String openers() {
        return "[<";
    }

    @Override
    public @Nullable Construct at(Scan scan, int offset) {
        if (scan.charAt(offset) == '<') {
            // Everything up to <!--*/--> is dropped when the template is parsed.
            int end = scan.at(offset, "<!--/*-->") ? scan.after("<!--*/-->", offset + 9) : -1;
            return end < 0 ? null : new Construct(offset, end, Construct.Kind.COMMENT);
        }
        int end = scan.at(offset, "[[")
                ? scan.afterQuoted("]]", offset + 2)
                : scan.at(offset, "[(") ? scan.afterQuoted(")]", offset + 2) : -1;
        return end < 0 ? null : new Construct(offset, end, Construct.Kind.EXPRESSION);
    }

    @Override
    public String url(String path, Collection<String> constructs) {
        return "@{/" + path + "}";
    }

    @Override
    public boolean knowsRoot() {
        return true;
    }

    @Override
    public String urlAttribute(String name) {
        return "th:" + name;
    }

    @Override
    public String rawElementAttributes() {
        return " th:inline=\"none\"";
    }
}
