package io.github.assetpipe;

import io.github.assetpipe.model.GeneratedFolder;
import io.github.assetpipe.option.FingerprintOptions;
import io.github.assetpipe.option.MinifyOptions;
import io.github.assetpipe.option.PrecompressOptions;
import io.github.assetpipe.option.PurgeOptions;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.option.SassOptions;
import io.github.assetpipe.option.SourceMapOptions;
import io.github.assetpipe.option.SourceRoot;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link Config} is made of; not safe for several threads. */
public final class ConfigBuilder {
    private final Path baseDirectory;
    private final Path outputDirectory;
    private Path workDirectory;
    private String manifestPath = "asset-manifest.json";
    private List<SourceRoot> roots = List.of();
    private List<Path> webJars = List.of();
    private String webJarOutputPrefix = "";
    private @Nullable String webJarCopyPrefix;
    private GeneratedFolder generated = GeneratedFolder.root("");
    private List<Path> libraries = List.of();
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
    private int engineTimeout = Config.ENGINE_TIMEOUT;

    ConfigBuilder(Path baseDirectory, Path outputDirectory) {
        this.baseDirectory = baseDirectory.toAbsolutePath().normalize();
        this.outputDirectory = outputDirectory.toAbsolutePath().normalize();
        this.workDirectory = this.outputDirectory.resolveSibling("asset");
    }

    /** Sets the build's own folder; by default {@code asset} beside the output directory. */
    public ConfigBuilder workDirectory(Path value) {
        workDirectory = value.toAbsolutePath().normalize();
        return this;
    }

    /** Sets where the manifest goes, below the output directory. */
    public ConfigBuilder manifestPath(String value) {
        manifestPath = value;
        return this;
    }

    /** Sets the source roots, in order of precedence. */
    public ConfigBuilder roots(List<SourceRoot> value) {
        roots = value;
        return this;
    }

    /** Sets the jar files that may hold WebJars, and where their assets are written. */
    public ConfigBuilder webJars(List<Path> jars, String outputPrefix) {
        webJars = jars;
        webJarOutputPrefix = outputPrefix;
        return this;
    }

    /** Sets where assets of WebJars are written once more, below the output directory. */
    public ConfigBuilder webJarCopyPrefix(@Nullable String value) {
        webJarCopyPrefix = value;
        return this;
    }

    /** Sets where bundles and compiled stylesheets are written, below the output directory. */
    public ConfigBuilder generatedOutputPrefix(String value) {
        return generated(GeneratedFolder.root(value));
    }

    /** Sets where bundles and the loader of lazy images go; compiled stylesheets are written below its base. */
    public ConfigBuilder generated(GeneratedFolder value) {
        generated = value;
        return this;
    }

    /** Sets the jar files of the class path that may bring tag libraries or components. */
    public ConfigBuilder libraries(List<Path> value) {
        libraries = value;
        return this;
    }

    /** Sets the folders whose words keep selectors, beside pages and scripts. */
    public ConfigBuilder evidence(List<Path> value) {
        evidence = value;
        return this;
    }

    /** Sets whether unchanged files are written too. */
    public ConfigBuilder copyAll(boolean value) {
        copyAll = value;
        return this;
    }

    /** Sets the passes that run. */
    public ConfigBuilder passes(Set<PassName> value) {
        passes = value;
        return this;
    }

    /** Sets the options of compile. */
    public ConfigBuilder sass(SassOptions value) {
        sass = value;
        return this;
    }

    /** Sets whether source maps are made, and where they go. */
    public ConfigBuilder sourceMaps(SourceMapOptions value) {
        sourceMaps = value;
        return this;
    }

    /** Sets the options of purge. */
    public ConfigBuilder purge(PurgeOptions value) {
        purge = value;
        return this;
    }

    /** Sets the options of minify. */
    public ConfigBuilder minify(MinifyOptions value) {
        minify = value;
        return this;
    }

    /** Sets the options of fingerprint. */
    public ConfigBuilder fingerprint(FingerprintOptions value) {
        fingerprint = value;
        return this;
    }

    /** Sets the options of rewrite. */
    public ConfigBuilder rewrite(RewriteOptions value) {
        rewrite = value;
        return this;
    }

    /** Sets the options of precompress. */
    public ConfigBuilder precompress(PrecompressOptions value) {
        precompress = value;
        return this;
    }

    /** Sets the number of threads. */
    public ConfigBuilder threads(int value) {
        threads = Math.max(1, value);
        return this;
    }

    /** Sets where results are remembered; null for no cache. */
    public ConfigBuilder cacheDirectory(@Nullable Path value) {
        cacheDirectory = value;
        return this;
    }

    /** Sets the file that a trace of the build is written to; null for none. */
    public ConfigBuilder profile(@Nullable Path value) {
        profile = value;
        return this;
    }

    /** Sets the seconds that an engine may take for one file; 0 for no limit. */
    public ConfigBuilder engineTimeout(int seconds) {
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
                webJarCopyPrefix,
                generated,
                libraries,
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
