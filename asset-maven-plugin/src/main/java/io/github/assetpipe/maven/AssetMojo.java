package io.github.assetpipe.maven;

import io.github.assetpipe.AssetPipeline;
import io.github.assetpipe.Config;
import io.github.assetpipe.Explanation;
import io.github.assetpipe.PassName;
import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.option.SourceMapMode;
import io.github.assetpipe.option.SourceMapOptions;
import io.github.assetpipe.option.SourceRoot;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/**
 * What all goals share: the options of the passes, and the run from the sources with the passes chosen so far.
 *
 * <p>A goal never reads another goal's output. It adds its passes to those that earlier goals of the same build chose for
 * the same project, and the pipeline runs again from the sources. Half of this file is the parameters' documentation, which
 * Maven takes from here into the plugin's descriptor.
 */
abstract class AssetMojo extends ProjectMojo {
    /**
     * Further folders, relative to the project, whose words keep selectors when unused CSS is dropped, such as the Java sources
     * of another module. The project's own sources and resources always count.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.evidence")
    private @Nullable List<String> evidence;

    /**
     * Whether source maps are made: {@code off}, {@code file}, {@code hidden} (a file that no comment names), {@code inline}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.sourceMap", defaultValue = "off")
    private @Nullable String sourceMap;

    /**
     * What stands before a source map's path in the comment that names it, such as {@code https://maps.example.org/}; by
     * default the comment names the file beside the asset.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.sourceMapPrefix")
    private @Nullable String sourceMapPrefix;

    /**
     * Whether source maps hold their sources' text.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.sourceMapContent", defaultValue = "true")
    private @Nullable String sourceMapContent;

    /**
     * The number of threads; the results are the same for every number. By default the number of processors.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.threads")
    private @Nullable String threads;

    /**
     * The seconds that a compiler or minifier may take for one file, before it is stopped and the build fails; 0 for no limit.
     * The Sass engine libsass, which runs inside Maven's process, can't be stopped.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.engineTimeout", defaultValue = "300")
    private @Nullable String engineTimeout;

    /**
     * Whether results are remembered between builds.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.cache", defaultValue = "true")
    private @Nullable String cache;

    /**
     * The folder that results are remembered in, shared by all projects and builds. By default the cache folder of the user by
     * the platform's convention: {@code $XDG_CACHE_HOME/assetpipe/results} or {@code ~/.cache/assetpipe/results},
     * {@code ~/Library/Caches/assetpipe/results} on macOS, {@code %LOCALAPPDATA%\assetpipe\results} on Windows. It survives
     * {@code mvn clean}; above 2 GB the results go that were not used for longest.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.cacheDirectory")
    private @Nullable String cacheDirectory;

    /**
     * A file that a trace of the build is written to, for {@code chrome://tracing} or Perfetto: what ran when on which thread.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.profile")
    private @Nullable String profile;

    /**
     * Whether notes on the pipeline's decisions are shown; otherwise only their number.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.showNotes", defaultValue = "false")
    private boolean showNotes;

    /**
     * Whether the decisions on scripts, images and compress blocks of every page are shown, each with its line and reason;
     * the manifest holds them in any case.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.explain", defaultValue = "false")
    private boolean explain;

    /**
     * How stylesheets are compiled. Each element has a user property {@code asset.sass.ELEMENT}.
     * <ul>
     * <li>{@code engine}: {@code dart} or {@code libsass}; default {@code dart}</li>
     * <li>{@code engines}: the compiler for some stylesheets, as {@code pattern=engine}; the first pattern that matches wins</li>
     * <li>{@code entryDirectories}: folders whose stylesheets are all compiled, partials apart; default {@code src/main/scss}
     * and {@code src/main/sass}</li>
     * <li>{@code outputFolder}: folder of the site that these go to; default {@code css}</li>
     * <li>{@code includes}: patterns of stylesheets in asset roots that are compiled although no page names them</li>
     * <li>{@code loadPaths}: folders searched for imports, after the importing file's own; default {@code src/main/scss},
     * {@code src/main/sass} and {@code node_modules}</li>
     * <li>{@code quietDependencies}: whether warnings of stylesheets from load paths and WebJars are dropped; default
     * {@code true}</li>
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter
    private SassParameters sass = new SassParameters();

    /**
     * What purging keeps beyond the names that it finds in use. Each element has a user property {@code asset.purge.ELEMENT}.
     * Names are exact, or regular expressions between slashes.
     * <ul>
     * <li>{@code enabled}: whether unused rules are dropped; default {@code true}</li>
     * <li>{@code safelist}: names that count as used</li>
     * <li>{@code safelistDeep}: names whose selectors are kept together with their descendants</li>
     * <li>{@code safelistGreedy}: names that keep a selector when they occur in any part of it</li>
     * <li>{@code safelistKeyframes}: names of {@code @keyframes} that count as used</li>
     * <li>{@code safelistVariables}: custom properties that count as used, with their dashes</li>
     * <li>{@code blocklist}: names that never count as used; the safelist wins</li>
     * <li>{@code dynamicAttributes}: attributes that count as used with any value, because scripts set them</li>
     * <li>{@code keyframes}: whether unused {@code @keyframes} are dropped; default {@code true}</li>
     * <li>{@code fontFaces}: whether unused {@code @font-face} rules are dropped; default {@code true}</li>
     * <li>{@code variables}: whether unused custom properties are dropped; default {@code false}</li>
     * <li>{@code content}: patterns, relative to the project, of further files whose words count as used</li>
     * <li>{@code skip}: patterns of stylesheets that are not purged</li>
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter
    private PurgeParameters purge = new PurgeParameters();

    /**
     * How stylesheets and scripts are minified. Each element has a user property {@code asset.minify.ELEMENT}.
     * <ul>
     * <li>{@code css}: {@code native}, {@code yui} (used only where its result provably means the same) or {@code none};
     * default {@code native}</li>
     * <li>{@code js}: {@code closure}, {@code native} (faster, somewhat larger results) or {@code none};
     * default {@code closure}</li>
     * <li>{@code jsLevel}: how far Closure Compiler goes: {@code whitespace}, {@code simple} or {@code advanced} (which takes
     * each script for a whole program); default {@code simple}</li>
     * <li>{@code externs}: files that declare the names which {@code advanced} must keep, from the project's folder</li>
     * <li>{@code skip}: patterns of files that stay as written, beside names with {@code .min.}</li>
     * <li>{@code browsers}: {@code baseline-widely-available} (what every browser of the last two and a half years knows)
     * or {@code any} (nothing that only an old browser reads goes), which leave scripts in the syntax that they are written in; or
     * a year, such as {@code baseline-2019}: then scripts are also written in the syntax that the browsers of that year know;
     * default {@code baseline-widely-available}</li>
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter
    private MinifyParameters minify = new MinifyParameters();

    /**
     * How outputs are named. Each element has a user property {@code asset.fingerprint.ELEMENT}.
     * <ul>
     * <li>{@code keepUnhashed}: whether the file stays under its own name beside the fingerprinted one; default
     * {@code true}</li>
     * <li>{@code skip}: patterns of files that keep their names, beside those that others look up by convention, such as
     * {@code robots.txt}</li>
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter
    private FingerprintParameters fingerprint = new FingerprintParameters();

    /**
     * How pages are rewritten. Each element has a user property {@code asset.rewrite.ELEMENT}.
     * <ul>
     * <li>{@code references}: whether references follow fingerprints; default {@code true}</li>
     * <li>{@code defer}: script tags that get {@code defer}: {@code safe} (where nothing later on the page could notice),
     * {@code all} or {@code off}; default {@code safe}</li>
     * <li>{@code lazy}: images below the fold: {@code data-src} (with a loader and a {@code noscript} twin), {@code native}
     * ({@code loading="lazy"}) or {@code off}; default {@code data-src}</li>
     * <li>{@code eagerImages}: number of first content images of a page that are never lazy; default 3</li>
     * <li>{@code loader}: whether the image loader is inserted where a page brings none; default {@code true}</li>
     * <li>{@code missing}: what happens when a page names a local file that does not exist: {@code ignore}, {@code warn} or
     * {@code error}; default {@code warn}</li>
     * <li>{@code integrity}: whether {@code integrity} is added to tags of own assets; default {@code false}</li>
     * <li>{@code skip}: patterns of pages that are never changed; default: folders of e-mail templates</li>
     * <li>{@code dialects}: template dialects of pages whose file ending does not tell, as {@code pattern=dialect}</li>
     * <li>{@code urlRoots}: further URL prefixes that stand for the application's root</li>
     * <li>{@code attributes}: further attributes whose value is one URL, such as {@code data-background}</li>
     * <li>{@code imageSizes}: whether images without {@code width} and {@code height} get those of their file; default
     * {@code false}</li>
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter
    private RewriteParameters rewrite = new RewriteParameters();

    /**
     * Which outputs get {@code .br} and {@code .gz} beside them. Each element has a user property
     * {@code asset.precompress.ELEMENT}.
     * <ul>
     * <li>{@code brotli}: whether {@code .br} files are written; default {@code true}</li>
     * <li>{@code brotliQuality}: 0 to 11; default 11</li>
     * <li>{@code gzip}: whether {@code .gz} files are written; default {@code true}</li>
     * <li>{@code pages}: whether plain HTML pages that are served as files are compressed too; default {@code true}</li>
     * <li>{@code skip}: patterns of files that are not compressed</li>
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter
    private PrecompressParameters precompress = new PrecompressParameters();

    @Inject
    private BuildContext buildContext;

    private final Set<PassName> passes;

    /** Creates a goal that adds {@code passes}. */
    AssetMojo(Set<PassName> passes) {
        // In order, so that wrong parameters are told in the same order every time.
        this.passes = Collections.unmodifiableSet(new TreeSet<>(passes));
    }

    /** Runs the passes chosen so far, from the sources. */
    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip()) {
            getLog().info("Skipped");
            return;
        }
        Config config = configuration();
        Workspace workspace = new Workspace(buildContext);
        if (!hasSources(config)) {
            getLog().info("No assets in this project");
        } else if (!workspace.unchanged(config)) {
            ProgressLine line = ProgressLine.of(session());
            try {
                run(config, new LogReporter(getLog(), showNotes, line));
            } finally {
                line.clear();
            }
            workspace.refresh(config);
        }
    }

    /**
     * Returns what the pipeline is told, and remembers this goal's passes.
     *
     * @throws MojoExecutionException when parameters are wrong, naming all of them
     */
    final Config configuration() throws MojoExecutionException {
        ParameterValues values = values();
        SortedMap<PassName, Consumer<Config.Builder>> chosen = ChosenPasses.of(getPluginContext());
        for (PassName pass : passes) {
            chosen.put(pass, options(pass, values));
        }
        Config config = config(values, layout(values), chosen);
        values.check();
        return config;
    }

    private Consumer<Config.Builder> options(PassName pass, ParameterValues values) {
        return switch (pass) {
            case COMPILE -> {
                var options = sass.options(values);
                yield config -> config.sass(options);
            }
            case COMBINE -> config -> {};
            case PURGE -> {
                var options = purge.options(values);
                yield config -> config.purge(options);
            }
            case MINIFY -> {
                var options = minify.options(values);
                yield config -> config.minify(options);
            }
            case FINGERPRINT -> {
                var options = fingerprint.options(values);
                yield config -> config.fingerprint(options);
            }
            case REWRITE -> {
                var options = rewrite.options(values);
                yield config -> config.rewrite(options);
            }
            case PRECOMPRESS -> {
                var options = precompress.options(values);
                yield config -> config.precompress(options);
            }
        };
    }

    private Config config(ParameterValues values, Layout layout, SortedMap<PassName, Consumer<Config.Builder>> chosen) {
        Config.Builder config = Config.builder(base(), layout.outputDirectory());
        layout.applyTo(config, webJars(values));
        config.workDirectory(workDirectory());
        config.passes(chosen.keySet());
        chosen.values().forEach(options -> options.accept(config));
        config.evidence(evidence(values));
        config.sourceMaps(new SourceMapOptions(
                values.choice("sourceMap", sourceMap, SourceMapMode.OFF),
                sourceMapPrefix == null ? "" : sourceMapPrefix,
                values.flag("sourceMapContent", sourceMapContent, true)));
        int processors = Runtime.getRuntime().availableProcessors();
        config.engineTimeout(values.number("engineTimeout", engineTimeout, Config.ENGINE_TIMEOUT, 0, 86_400));
        config.threads(values.number("threads", threads, processors, 1, 1024));
        if (values.flag("cache", cache, true)) {
            boolean chosenFolder = cacheDirectory != null && !cacheDirectory.isBlank();
            config.cacheDirectory(chosenFolder ? base().resolve(cacheDirectory) : AssetPipeline.userCache());
        }
        config.profile(profile == null || profile.isBlank() ? null : base().resolve(profile));
        return config.build();
    }

    private List<Path> evidence(ParameterValues values) {
        List<Path> folders = new ArrayList<>();
        project().getCompileSourceRoots().forEach(root -> folders.add(Path.of(root)));
        for (String language : List.of("kotlin", "groovy", "scala")) {
            folders.add(base().resolve("src/main").resolve(language));
        }
        project().getResources().stream()
                .map(Resource::getDirectory)
                .map(Path::of)
                .forEach(folders::add);
        values.list("evidence", evidence, List.of()).forEach(folder -> folders.add(base().resolve(folder)));
        return folders.stream().map(Path::normalize).distinct().toList();
    }

    private static boolean hasSources(Config config) {
        Stream<Path> roots = config.roots().stream().map(SourceRoot::directory);
        Stream<Path> entries = config.sass().entryDirectories().stream().map(config.baseDirectory()::resolve);
        boolean compiles = config.passes().contains(PassName.COMPILE);
        return roots.anyMatch(Files::isDirectory) || (compiles && entries.anyMatch(Files::isDirectory));
    }

    /** Runs the pipeline; a goal that does more with it does that here. */
    void run(Config config, LogReporter reporter) throws MojoExecutionException, MojoFailureException {
        guarded(() -> {
            AssetPipeline.build(config, reporter);
            reporter.countHiddenNotes();
            if (explain) {
                Explanation.lines(config).forEach(getLog()::info);
            }
        });
    }

    /** Does some work, and turns its faults into those that Maven knows. */
    static void guarded(Runnable work) throws MojoExecutionException, MojoFailureException {
        try {
            work.run();
        } catch (AssetException e) {
            String message = headline(e) + "\n" + e.getMessage() + "\n";
            if (e.fault() == AssetException.Fault.INPUT) {
                throw new MojoFailureException(message);
            }
            throw new MojoExecutionException(message);
        } catch (UncheckedIOException e) {
            throw new MojoExecutionException("Can't read or write a file: " + e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            throw new MojoExecutionException(
                    "Maven's memory is too small for this site. Give it more, such as -Xmx1g in .mvn/jvm.config.");
        }
    }

    private static String headline(AssetException e) {
        int count = e.diagnostics().size();
        return count == 1 ? "1 error in the assets" : count + " errors in the assets";
    }
}
