package io.github.assetpipe.maven;

import io.github.assetpipe.ConfigBuilder;
import io.github.assetpipe.PassName;
import java.util.function.Consumer;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * The parameters of the passes, one group a pass. Most of this file is their documentation, which Maven takes from here into
 * the plugin's descriptor.
 */
abstract class PassOptionsMojo extends ProjectMojo {
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
     * <li>{@code libraries}: whether names count as used that libraries of tags and components on the class path can write;
     * default {@code true}</li>
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
     * <li>{@code modules}: what makes imports of scripts lead to files with a fingerprint: {@code rewritten} (the specifiers are)
     * or {@code import-map} (they stay, and pages get an import map); default {@code rewritten}</li>
     * <li>{@code importMap}: an import map, from the project's folder, that says where bare module names lead, such as
     * {@code src/main/js/importmap.json}; what jars say in {@code META-INF/importmap.json} counts after it</li>
     * <li>{@code modulePreload}: whether pages get {@code modulepreload} links for what their modules import; default
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

    /** Returns what a pass adds to the configuration, by the parameters of its group. */
    final Consumer<ConfigBuilder> options(PassName pass, ParameterValues values) {
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
}
