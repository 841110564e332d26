package io.github.assetpipe.transform;

import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.text.SourceMap;

/** Brings a Sass compiler's source map into the form that the pipeline keeps: sources are project-relative files. */
final class SassSourceMap {
    private SassSourceMap() {}

    /** Returns {@code json} with its sources as files and {@code output} as its file. */
    static Content of(String json, LogicalPath output) {
        return Content.of(SourceMap.parse(json).withSources(SassUrls::file).toJson(output.fileName()));
    }
}
