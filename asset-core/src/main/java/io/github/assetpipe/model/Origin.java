package io.github.assetpipe.model;

/** Where an asset's bytes come from. */
public enum Origin {
    /** A file in one of the project's asset roots. */
    PROJECT,
    /** An entry of a WebJar on the class path. */
    WEBJAR,
    /** Made by the build: compiled stylesheets, bundles, source maps, the image loader. */
    GENERATED
}
