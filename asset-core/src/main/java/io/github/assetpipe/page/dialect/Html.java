package io.github.assetpipe.page.dialect;

import org.jspecify.annotations.Nullable;

/** Plain HTML; double braces are taken as what Angular, Vue and others fill in on the client. */
final class Html implements TemplateDialect {
    @Override
    public String name() {
        return "html";
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
        int end = scan.afterQuoted("}}", offset + 2);
        return end < 0 ? null : new Construct(offset, end, Construct.Kind.EXPRESSION);
    }
}
