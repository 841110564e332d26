package io.github.assetpipe.page.dialect;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** XML pages with expression language: Jakarta Faces Facelets, JSP documents, other XHTML. */
final class Facelets implements TemplateDialect {
    private final String name;

    /** Creates the dialect under one of its names. */
    Facelets(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean xml() {
        return true;
    }

    @Override
    public String openers() {
        return "$#";
    }

    @Override
    public @Nullable Construct at(Scan scan, int offset) {
        return ExpressionLanguage.at(scan, offset);
    }

    @Override
    public String url(String path, Collection<String> constructs) {
        return ExpressionLanguage.CONTEXT_PATH
                        .replace('$', name.equals("facelets") ? '#' : '$')
                        .replace("pageContext.request", name.equals("facelets") ? "request" : "pageContext.request")
                + "/"
                + path;
    }

    @Override
    public boolean knowsRoot() {
        return true;
    }

    @Override
    public String emptyScript() {
        // Jasper writes an element without content as an empty tag, which HTML does not know for scripts.
        return name.equals("jspx") ? "/**/" : "";
    }
}
