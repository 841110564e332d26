package io.github.assetpipe.maven;

import io.github.assetpipe.option.SourceRoot;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a pom says in one {@code <source>}: a folder of sources, and where its files go. Filled in by Maven. */
public final class SourceParameters {
    /** The folder, relative to the project. */
    private @Nullable String directory;

    /** {@code assets}, {@code pages} or {@code webapp}. */
    private @Nullable String kind;

    /** Folder of the site that its assets are served under. */
    private @Nullable String urlPrefix;

    /** Folder below the output directory that results go to. */
    private @Nullable String outputPrefix;

    /** Patterns, relative to the folder, of files that are left out. */
    private @Nullable List<String> excludes;

    /** Takes the short form {@code <source>src/main/web</source>}: the folder alone. */
    public void set(String text) {
        directory = text;
    }

    /** Returns the root. */
    SourceRoot root(Path base, ParameterValues values) {
        if (directory == null || directory.isBlank()) {
            return values.wrong("sources", "", "elements <source> with a <directory>", root(base, ".", values));
        }
        return root(base, directory, values);
    }

    private SourceRoot root(Path base, String folder, ParameterValues values) {
        Path path = base.resolve(folder.trim()).normalize();
        return new SourceRoot(
                path,
                path,
                values.choice("sources.kind", kind, SourceRoot.Kind.WEBAPP),
                values.text("sources.urlPrefix", urlPrefix, ""),
                Layout.folder(values.text("sources.outputPrefix", outputPrefix, "")),
                values.list("sources.excludes", excludes, List.of()));
    }
}
