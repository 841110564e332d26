package io.github.assetpipe.page.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pebble, Jinja, Twig and Django templates. */
final class Pebble implements TemplateDialect {
    @Override
    public String name() {
        return "pebble";
    }

    @Override
    public String openers() {
        return "{";
    }

    @Override
    public @Nullable Construct at(Scan scan, int offset) {
        return switch (scan.charAt(offset + 1)) {
            case '{' -> construct(offset, scan.afterQuoted("}}", offset + 2), Construct.Kind.EXPRESSION);
            case '%' -> construct(offset, scan.afterQuoted("%}", offset + 2), Construct.Kind.DIRECTIVE);
            case '#' -> construct(offset, scan.after("#}", offset + 2), Construct.Kind.COMMENT);
            default -> null;
        };
    }

    private static @Nullable Construct construct(int offset, int end, Construct.Kind kind) {
        return end < 0 ? null : new Construct(offset, end, kind);
    }

    @Override
    public List<String> verbatimMarks() {
        return List.of("{% verbatim %}", "{% endverbatim %}");
    }
}
