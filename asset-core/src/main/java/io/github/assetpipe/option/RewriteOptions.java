package io.github.assetpipe.option;

import java.util.List;

/**
 * How pages are rewritten.
 *
 * @param references whether references follow fingerprints
 * @param defer which script tags get {@code defer}
 * @param lazy how images below the fold are loaded
 * @param eagerImages number of first content images of a page that are never lazy
 * @param loader whether the loader for {@link Lazy#DATA_SRC} is inserted where a page brings none
 * @param missing what happens when a page names a local file that does not exist
 * @param integrity whether {@code integrity} is added to tags of own assets (existing ones are always recomputed)
 * @param skip project-relative glob patterns of pages that are never changed, such as e-mail templates
 * @param dialects glob patterns over page files to dialect names, before the choice by file ending, as {@code pattern=dialect}
 * @param urlRoots further URL prefixes that stand for the application's root, such as {@code $!styleslink=/css}
 * @param attributes further attributes whose value is one URL, on any element, such as {@code data-background}; lower case
 * @param imageSizes whether images without {@code width} and {@code height} get those of their file
 * @param modules how modules find each other
 */
public record RewriteOptions(
        boolean references,
        Defer defer,
        Lazy lazy,
        int eagerImages,
        boolean loader,
        Missing missing,
        boolean integrity,
        List<String> skip,
        List<String> dialects,
        List<String> urlRoots,
        List<String> attributes,
        boolean imageSizes,
        ModuleOptions modules) {

    /** Which script tags get {@code defer}. */
    public enum Defer {
        /** Those where nothing that comes later on the page could notice. */
        SAFE,
        /** Every external classic script; at the user's own risk. */
        ALL,
        /** None but those that carry {@code data-defer}. */
        OFF
    }

    /** How images below the fold are loaded. */
    public enum Lazy {
        /** {@code src} becomes {@code data-src}, with a loader and a {@code noscript} twin. */
        DATA_SRC,
        /** {@code loading="lazy"} is added. */
        NATIVE,
        /** Images stay as written. */
        OFF
    }

    /** What happens when a page names a local file that does not exist. */
    public enum Missing {
        /** Nothing is said. */
        IGNORE,
        /** A located warning. */
        WARN,
        /** A located error. */
        ERROR
    }

    /** Copies the lists. */
    public RewriteOptions {
        skip = List.copyOf(skip);
        dialects = List.copyOf(dialects);
        urlRoots = List.copyOf(urlRoots);
        attributes = List.copyOf(attributes);
    }

    /** Returns the defaults: references on, safe defer, {@code data-src} images, e-mail templates left alone. */
    public static RewriteOptions defaults() {
        return new RewriteOptions(
                true,
                Defer.SAFE,
                Lazy.DATA_SRC,
                3,
                true,
                Missing.WARN,
                false,
                List.of("**/mail/**", "**/mails/**", "**/email/**", "**/emails/**", "**/emailTemplates/**"),
                List.of(),
                List.of(),
                List.of(),
                false,
                ModuleOptions.defaults());
    }

    /** Returns these options with others for modules. */
    public RewriteOptions withModules(ModuleOptions other) {
        return new RewriteOptions(
                references,
                defer,
                lazy,
                eagerImages,
                loader,
                missing,
                integrity,
                skip,
                dialects,
                urlRoots,
                attributes,
                imageSizes,
                other);
    }

    /** Returns these options for pages that get the files of their compress blocks and no other change. */
    public RewriteOptions onlyBlocks() {
        return new RewriteOptions(
                false,
                Defer.OFF,
                Lazy.OFF,
                eagerImages,
                false,
                missing,
                false,
                skip,
                dialects,
                urlRoots,
                attributes,
                false,
                ModuleOptions.defaults());
    }
}
