package io.github.assetpipe.maven;

import io.github.assetpipe.option.ModuleOptions;
import io.github.assetpipe.option.RewriteOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a pom says in {@code <rewrite>}; what it leaves out is null. Filled in by Maven. */
public final class RewriteParameters {
    /** Whether references follow fingerprints. */
    private @Nullable String references;

    /** Which script tags get {@code defer}. */
    private @Nullable String defer;

    /** How images below the fold are loaded. */
    private @Nullable String lazy;

    /** Number of first content images of a page that are never lazy. */
    private @Nullable String eagerImages;

    /** Whether the image loader is inserted where a page brings none. */
    private @Nullable String loader;

    /** What happens when a page names a local file that does not exist. */
    private @Nullable String missing;

    /** Whether {@code integrity} is added to tags of own assets. */
    private @Nullable String integrity;

    /** Patterns of pages that are never changed. */
    private @Nullable List<String> skip;

    /** Template dialects of pages whose file ending does not tell, as {@code pattern=dialect}. */
    private @Nullable List<String> dialects;

    /** Further URL prefixes that stand for the application's root. */
    private @Nullable List<String> urlRoots;

    /** Further attributes whose value is one URL. */
    private @Nullable List<String> attributes;

    /** Whether images get the width and height of their file. */
    private @Nullable String imageSizes;

    /** What makes imports of scripts lead to files with a fingerprint. */
    private @Nullable String modules;

    /** An import map that says where bare module names lead, from the project's folder. */
    private @Nullable String importMap;

    /** Whether pages get {@code modulepreload} links for what their modules import. */
    private @Nullable String modulePreload;

    /** Returns the options, defaults filled in. */
    RewriteOptions options(ParameterValues values) {
        RewriteOptions defaults = RewriteOptions.defaults();
        return new RewriteOptions(
                values.flag("rewrite.references", references, defaults.references()),
                values.choice("rewrite.defer", defer, defaults.defer()),
                values.choice("rewrite.lazy", lazy, defaults.lazy()),
                values.number("rewrite.eagerImages", eagerImages, defaults.eagerImages(), 0, Integer.MAX_VALUE),
                values.flag("rewrite.loader", loader, defaults.loader()),
                values.choice("rewrite.missing", missing, defaults.missing()),
                values.flag("rewrite.integrity", integrity, defaults.integrity()),
                values.list("rewrite.skip", skip, defaults.skip()),
                values.list("rewrite.dialects", dialects, defaults.dialects()),
                values.list("rewrite.urlRoots", urlRoots, defaults.urlRoots()),
                values.list("rewrite.attributes", attributes, defaults.attributes()),
                values.flag("rewrite.imageSizes", imageSizes, defaults.imageSizes()),
                new ModuleOptions(
                        values.choice(
                                "rewrite.modules", modules, defaults.modules().names()),
                        values.text(
                                "rewrite.importMap",
                                importMap,
                                defaults.modules().importMap()),
                        values.flag(
                                "rewrite.modulePreload",
                                modulePreload,
                                defaults.modules().preload())));
    }
}
