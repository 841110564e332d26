package io.github.assetpipe.option;

import java.nio.file.Path;
import java.util.List;

/**
 * A folder of sources, and where its files are served and written.
 *
 * @param directory the folder, absolute; may be missing, then the root is empty
 * @param shownAs the folder that users know these files by, absolute; differs from {@code directory} for filtered copies
 * @param kind what its files are
 * @param urlPrefix logical folder under which its assets are served: empty for the application's root, or {@code static/}
 * @param outputPrefix folder below the output directory that results go to, with a trailing slash: {@code static/}; or empty
 * @param language the name of the template language that its templates are in unless they show another, or empty when they tell
 * @param copyAll whether files that nothing changed are written too, because no one else copies them
 * @param includes glob patterns, relative to the folder, of the files that can be assets or pages; empty for all
 * @param excludes glob patterns, relative to the folder, of files that are neither asset nor page, such as {@code WEB-INF/lib/**}
 */
public record SourceRoot(
        Path directory,
        Path shownAs,
        Kind kind,
        String urlPrefix,
        String outputPrefix,
        String language,
        boolean copyAll,
        List<String> includes,
        List<String> excludes) {

    /** What the files of a root are. */
    public enum Kind {
        /** All files are served as they are; HTML files among them are pages too. */
        ASSETS,
        /** Templates only; nothing is served. */
        PAGES,
        /** A web application folder: everything outside {@code WEB-INF} and {@code META-INF} is served, templates anywhere are pages. */
        WEBAPP
    }

    /** Creates a root whose unchanged files Maven copies. */
    public SourceRoot(
            Path directory, Path shownAs, Kind kind, String urlPrefix, String outputPrefix, List<String> excludes) {
        this(directory, shownAs, kind, urlPrefix, outputPrefix, "", false, List.of(), excludes);
    }

    /** Returns a root like this one whose unchanged files are written too. */
    public SourceRoot copied() {
        return new SourceRoot(directory, shownAs, kind, urlPrefix, outputPrefix, language, true, includes, excludes);
    }

    /** Returns a root like this one that has only the files which one of {@code patterns} matches; all, if there are none. */
    public SourceRoot including(List<String> patterns) {
        return new SourceRoot(directory, shownAs, kind, urlPrefix, outputPrefix, language, copyAll, patterns, excludes);
    }

    /** Returns a root like this one whose templates are in {@code name} unless they show another language. */
    public SourceRoot inLanguage(String name) {
        return new SourceRoot(directory, shownAs, kind, urlPrefix, outputPrefix, name, copyAll, includes, excludes);
    }

    /** Returns a root that users know by its own folder, served at the application's root, without excludes. */
    public static SourceRoot of(Path directory, Kind kind, String outputPrefix) {
        return new SourceRoot(directory, directory, kind, "", outputPrefix, List.of());
    }

    /** Returns the URL prefix with a trailing slash, or empty for the application's root. */
    public String servedFolder() {
        return urlPrefix.isEmpty() || urlPrefix.endsWith("/") ? urlPrefix : urlPrefix + "/";
    }

    /** Copies the lists. */
    public SourceRoot {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }
}
