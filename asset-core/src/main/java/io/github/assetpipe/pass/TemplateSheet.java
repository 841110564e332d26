package io.github.assetpipe.pass;

import io.github.assetpipe.css.CssTemplate;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.text.LineMap;
import org.jspecify.annotations.Nullable;

/** Stylesheets that are templates: no pass changes a byte of them, or their names. */
final class TemplateSheet {
    private static final String HINT =
            "It stays as written, under its own name. If no engine fills it in, correct it; else <minify><skip> silences this.";

    /** What is known of a stylesheet: where its first construct is, or null. */
    private record Found(CssTemplate.@Nullable Sign sign) {}

    private TemplateSheet() {}

    /** Tells whether an asset is one. */
    static boolean is(Asset asset, Build build) {
        return sign(asset, build) != null;
    }

    private static CssTemplate.@Nullable Sign sign(Asset asset, Build build) {
        if (!asset.mediaType().equals(MediaType.CSS)) {
            return null;
        }
        Content content = asset.content();
        return build.memory()
                .of(Found.class, "", content, c -> new Found(CssTemplate.first(c.text())))
                .sign();
    }

    /** Returns what is said of an asset that is one, or null. */
    static @Nullable Diagnostic told(Asset asset, Build build) {
        CssTemplate.Sign sign = sign(asset, build);
        return sign == null
                ? null
                : Diagnostic.warning(
                        "css-template",
                        "This stylesheet is a template, which is neither purged nor minified nor joined with others",
                        new LineMap(asset.content().text())
                                .location(asset.file(), sign.start(), sign.end() - sign.start()),
                        HINT);
    }
}
