package io.github.assetpipe;

import io.github.assetpipe.model.GeneratedFolder;
import io.github.assetpipe.option.FingerprintOptions;
import io.github.assetpipe.option.MinifyOptions;
import io.github.assetpipe.option.PrecompressOptions;
import io.github.assetpipe.option.PurgeOptions;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.option.SassOptions;
import io.github.assetpipe.option.SourceMapMode;
import io.github.assetpipe.option.SourceMapOptions;
import io.github.assetpipe.option.SourceRoot;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that a build depends on, immutable; made by {@link #builder(Path, Path)}.
 *
 * @param baseDirectory the project's folder; names shown to users are relative to it
 * @param outputDirectory the folder that results are written below, such as {@code target/classes}
 * @param workDirectory the build's own folder for files that are not results, on the same file system: {@code target/asset}
 * @param manifestPath the manifest's path below the output directory, such as {@code META-INF/asset-manifest.json}
 * @param roots the folders of sources, in order of precedence: the first root that has a path wins
 * @param webJars jar files (or class folders) of the class path that may hold {@code META-INF/resources/webjars}
 * @param webJarOutputPrefix folder below the output directory under which a {@code webjars/} path is served
 * @param webJarCopyPrefix folder below the output directory that they are written to once more, for servers that look at the
 *     class path, or null
 * @param generated where bundles and the loader of lazy images go, and below what compiled stylesheets are written
 * @param libraries jar files of the class path that may bring tag libraries or components, whose words then keep selectors;
 *     none where nothing is purged by them
 * @param evidence folders of Java and Kotlin sources and resources whose words keep selectors
 * @param copyAll whether files that nothing changed are written too (static sites; elsewhere Maven has copied them)
 * @param passes the passes that run
 * @param sass options of compile
 * @param sourceMaps whether source maps are made, and where they go
 * @param purge options of purge
 * @param minify options of minify
 * @param fingerprint options of fingerprint
 * @param rewrite options of rewrite
 * @param precompress options of precompress
 * @param threads number of threads, at least 1; the result is the same for every number
 * @param cacheDirectory where results are remembered between builds, or null for no cache
 * @param profile file that a trace of the build is written to, for {@code chrome://tracing} and Perfetto, or null
 * @param engineTimeout seconds that a compiler or minifier may take for one file, 0 for no limit; not part of any result
 */
public record Config(
        Path baseDirectory,
        Path outputDirectory,
        Path workDirectory,
        String manifestPath,
        List<SourceRoot> roots,
        List<Path> webJars,
        String webJarOutputPrefix,
        @Nullable String webJarCopyPrefix,
        GeneratedFolder generated,
        List<Path> libraries,
        List<Path> evidence,
        boolean copyAll,
        Set<PassName> passes,
        SassOptions sass,
        SourceMapOptions sourceMaps,
        PurgeOptions purge,
        MinifyOptions minify,
        FingerprintOptions fingerprint,
        RewriteOptions rewrite,
        PrecompressOptions precompress,
        int threads,
        @Nullable Path cacheDirectory,
        @Nullable Path profile,
        int engineTimeout) {

    /** Seconds that an engine may take for one file, unless set otherwise. */
    public static final int ENGINE_TIMEOUT = 300;

    /** Copies the collections. */
    public Config {
        roots = List.copyOf(roots);
        webJars = List.copyOf(webJars);
        libraries = passes.contains(PassName.PURGE) && purge.enabled() && purge.libraries()
                ? List.copyOf(libraries)
                : List.of();
        evidence = List.copyOf(evidence);
        // In order: the stamp of a build compares this record's text between processes.
        passes = Collections.unmodifiableSet(new TreeSet<>(passes));
    }

    /**
     * Returns this configuration for developing: texts and names as authors wrote them, with source maps, and nothing that
     * only saves bytes. Every file is written, since no other plugin copies changed ones while a watch runs.
     */
    public Config development() {
        return showing(
                SourceMapOptions.of(SourceMapMode.FILE),
                Set.of(PassName.PURGE, PassName.MINIFY, PassName.FINGERPRINT, PassName.PRECOMPRESS));
    }

    /** Returns this configuration without variants, which take long and which a server can make as they are asked for. */
    public Config withoutVariants() {
        return showing(sourceMaps, Set.of(PassName.PRECOMPRESS));
    }

    /** Returns this configuration without some passes and with other source maps; every file is written, changed or not. */
    private Config showing(SourceMapOptions maps, Set<PassName> dropped) {
        Set<PassName> shown = new TreeSet<>(passes);
        shown.removeAll(dropped);
        return new Config(
                baseDirectory,
                outputDirectory,
                workDirectory,
                manifestPath,
                roots,
                webJars,
                webJarOutputPrefix,
                webJarCopyPrefix,
                generated,
                libraries,
                evidence,
                true,
                shown,
                sass,
                maps,
                purge,
                minify,
                fingerprint,
                rewrite,
                precompress,
                threads,
                cacheDirectory,
                profile,
                engineTimeout);
    }

    /** Returns a builder with every default set. */
    public static ConfigBuilder builder(Path baseDirectory, Path outputDirectory) {
        return new ConfigBuilder(baseDirectory, outputDirectory);
    }
}
