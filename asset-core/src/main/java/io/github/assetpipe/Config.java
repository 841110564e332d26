package io.github.assetpipe;

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
import java.util.EnumSet;
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
 * @param generatedOutputPrefix folder below the output directory under which bundles and compiled stylesheets are served
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
        String generatedOutputPrefix,
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
        evidence = List.copyOf(evidence);
        // In order: the stamp of a build compares this record's text between processes.
        passes = Collections.unmodifiableSet(new TreeSet<>(passes));
    }

    /**
     * Returns this configuration for developing: texts and names as authors wrote them, with source maps, and nothing that
     * only saves bytes. Every file is written, since no other plugin copies changed ones while a watch runs.
     */
    public Config development() {
        Set<PassName> development = EnumSet.noneOf(PassName.class);
        development.addAll(passes);
        development.removeAll(EnumSet.of(PassName.PURGE, PassName.MINIFY, PassName.FINGERPRINT, PassName.PRECOMPRESS));
        return new Config(
                baseDirectory,
                outputDirectory,
                workDirectory,
                manifestPath,
                roots,
                webJars,
                webJarOutputPrefix,
                generatedOutputPrefix,
                evidence,
                true,
                development,
                sass,
                SourceMapOptions.of(SourceMapMode.FILE),
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

    /** Returns this configuration without variants, which take long and which a server can make as they are asked for. */
    public Config withoutVariants() {
        Set<PassName> others = EnumSet.noneOf(PassName.class);
        others.addAll(passes);
        others.remove(PassName.PRECOMPRESS);
        return new Config(
                baseDirectory,
                outputDirectory,
                workDirectory,
                manifestPath,
                roots,
                webJars,
                webJarOutputPrefix,
                generatedOutputPrefix,
                evidence,
                true,
                others,
                sass,
                sourceMaps,
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
    public static Builder builder(Path baseDirectory, Path outputDirectory) {
        return new Builder(baseDirectory, outputDirectory);
    }

    /** Collects what a {@link Config} is made of; not safe for several threads. */
    public static final class Builder {
        private final Path baseDirectory;
        private final Path outputDirectory;
        private Path workDirectory;
        private String manifestPath = "asset-manifest.json";
        private List<SourceRoot> roots = List.of();
        private List<Path> webJars = List.of();
        private String webJarOutputPrefix = "";
        private String generatedOutputPrefix = "";
        private List<Path> evidence = List.of();
        private boolean copyAll;
        private Set<PassName> passes = EnumSet.allOf(PassName.class);
        private SassOptions sass = SassOptions.defaults();
        private SourceMapOptions sourceMaps = SourceMapOptions.defaults();
        private PurgeOptions purge = PurgeOptions.defaults();
        private MinifyOptions minify = MinifyOptions.defaults();
        private FingerprintOptions fingerprint = FingerprintOptions.defaults();
        private RewriteOptions rewrite = RewriteOptions.defaults();
        private PrecompressOptions precompress = PrecompressOptions.defaults();
        private int threads = Runtime.getRuntime().availableProcessors();
        private @Nullable Path cacheDirectory;
        private @Nullable Path profile;
        private int engineTimeout = ENGINE_TIMEOUT;

        private Builder(Path baseDirectory, Path outputDirectory) {
            this.baseDirectory = baseDirectory.toAbsolutePath().normalize();
            this.outputDirectory = outputDirectory.toAbsolutePath().normalize();
            this.workDirectory = this.outputDirectory.resolveSibling("asset");
        }

        /** Sets the build's own folder; by default {@code asset} beside the output directory. */
        public Builder workDirectory(Path value) {
            workDirectory = value.toAbsolutePath().normalize();
            return this;
        }

        /** Sets where the manifest goes, below the output directory. */
        public Builder manifestPath(String value) {
            manifestPath = value;
            return this;
        }

        /** Sets the source roots, in order of precedence. */
        public Builder roots(List<SourceRoot> value) {
            roots = value;
            return this;
        }

        /** Sets the jar files that may hold WebJars, and where their assets are written. */
        public Builder webJars(List<Path> jars, String outputPrefix) {
            webJars = jars;
            webJarOutputPrefix = outputPrefix;
            return this;
        }

        /** Sets where bundles and compiled stylesheets are written, below the output directory. */
        public Builder generatedOutputPrefix(String value) {
            generatedOutputPrefix = value;
            return this;
        }

        /** Sets the folders whose words keep selectors, beside pages and scripts. */
        public Builder evidence(List<Path> value) {
            evidence = value;
            return this;
        }

        /** Sets whether unchanged files are written too. */
        public Builder copyAll(boolean value) {
            copyAll = value;
            return this;
        }

        /** Sets the passes that run. */
        public Builder passes(Set<PassName> value) {
            passes = value;
            return this;
        }

        /** Sets the options of compile. */
        public Builder sass(SassOptions value) {
            sass = value;
            return this;
        }

        /** Sets whether source maps are made, and where they go. */
        public Builder sourceMaps(SourceMapOptions value) {
            sourceMaps = value;
            return this;
        }

        /** Sets the options of purge. */
        public Builder purge(PurgeOptions value) {
            purge = value;
            return this;
        }

        /** Sets the options of minify. */
        public Builder minify(MinifyOptions value) {
            minify = value;
            return this;
        }

        /** Sets the options of fingerprint. */
        public Builder fingerprint(FingerprintOptions value) {
            fingerprint = value;
            return this;
        }

        /** Sets the options of rewrite. */
        public Builder rewrite(RewriteOptions value) {
            rewrite = value;
            return this;
        }

        /** Sets the options of precompress. */
        public Builder precompress(PrecompressOptions value) {
            precompress = value;
            return this;
        }

        /** Sets the number of threads. */
        public Builder threads(int value) {
            threads = Math.max(1, value);
            return this;
        }

        /** Sets where results are remembered; null for no cache. */
        public Builder cacheDirectory(@Nullable Path value) {
            cacheDirectory = value;
            return this;
        }

        /** Sets the file that a trace of the build is written to; null for none. */
        public Builder profile(@Nullable Path value) {
            profile = value;
            return this;
        }

        /** Sets the seconds that an engine may take for one file; 0 for no limit. */
        public Builder engineTimeout(int seconds) {
            engineTimeout = Math.max(0, seconds);
            return this;
        }

        /** Returns the configuration. */
        public Config build() {
            return new Config(
                    baseDirectory,
                    outputDirectory,
                    workDirectory,
                    manifestPath,
                    roots,
                    webJars,
                    webJarOutputPrefix,
                    generatedOutputPrefix,
                    evidence,
                    copyAll,
                    passes,
                    sass,
                    sourceMaps,
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
    }
}
