package io.github.assetpipe.page.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mustache and Handlebars: tags in double or triple braces. */
final class Mustache implements TemplateDialect {
    @Override
    public String name() {
        return "mustache";
    }

    @Override
    public String openers() {
        return "{";
    }

    @Override
    public @Nullable Construct at(Scan scan, int offset) {
        if (!scan.at(offset, "{{")) {
            return null;
        }
        int inside = scan.charAt(offset + 2) == '~' ? offset + 3 : offset + 2;
        if (scan.charAt(inside) == '!') {
            int end = scan.at(inside, "!--") ? scan.after("--}}", inside + 3) : -1;
            end = end < 0 ? scan.after("}}", inside) : end;
            return end < 0 ? null : new Construct(offset, end, Construct.Kind.COMMENT);
        }
        int end = scan.at(offset, "{{{") ? scan.afterQuoted("}}}", offset + 3) : scan.afterQuoted("}}", inside);
        if (end < 0) {
            return null;
        }
        boolean directive = "#/^>=<$&*".indexOf(scan.charAt(inside)) >= 0 && scan.charAt(inside) != '&';
        directive |= scan.at(inside, "else");
        return new Construct(offset, end, directive ? Construct.Kind.DIRECTIVE : Construct.Kind.EXPRESSION);
    }

    @Override
    public List<String> verbatimMarks() {
        return List.of("{{=<% %>=}}", "<%={{ }}=%>");
    }
}
