package io.github.assetpipe.maven;

import io.github.assetpipe.BuildResult;
import io.github.assetpipe.Config;
import io.github.assetpipe.PassName;
import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.io.WebJars;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.serve.HttpServer;
import io.github.assetpipe.serve.LiveReload;
import io.github.assetpipe.serve.OutputFiles;
import io.github.assetpipe.serve.SiteAnswers;
import java.util.EnumSet;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Builds again whenever a source changes, until it is stopped, and serves the result to browsers that follow: stylesheets
 * are exchanged in place, other changes reload the page, errors are shown over it.
 *
 * <p>Pages that an application server renders follow too when they load {@code /__asset/client.js} from here.
 *
 * @since 0.1.0
 */
@Mojo(name = "watch", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public final class WatchMojo extends AssetMojo {
    /** What is built while watching. */
    private enum Profile {
        DEVELOPMENT,
        PRODUCTION
    }

    /**
     * What is built: {@code development} leaves texts and names readable and makes source maps; {@code production} runs all
     * passes but precompression.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.watch.profile", defaultValue = "development")
    private @Nullable String watchProfile;

    /**
     * Whether the result is served.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.watch.serve", defaultValue = "true")
    private @Nullable String serve;

    /**
     * The port; 0 for any free one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.serve.port", defaultValue = "8090")
    private @Nullable String port;

    /**
     * The address to listen on.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.serve.host", defaultValue = "127.0.0.1")
    private @Nullable String host;

    /** Creates the goal. */
    public WatchMojo() {
        super(EnumSet.allOf(PassName.class));
    }

    @Override
    void run(Config config, LogReporter reporter) throws MojoExecutionException, MojoFailureException {
        ParameterValues values = values();
        Profile chosen = values.choice("watch.profile", watchProfile, Profile.DEVELOPMENT);
        boolean serves = values.flag("watch.serve", serve, true);
        int number = values.number("serve.port", port, 8090, 0, 65_535);
        String address = values.text("serve.host", host, "127.0.0.1");
        values.check();
        Faults.guarded(() -> {
            try (LiveReload live = new LiveReload()) {
                if (serves) {
                    serve(config, live, address, number, chosen, reporter);
                } else {
                    loop(chosen, live, reporter);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void serve(Config config, LiveReload live, String address, int number, Profile chosen, LogReporter reporter)
            throws InterruptedException {
        try (WebJars jars = WebJars.open(config.webJars(), config.webJarOutputPrefix())) {
            OutputFiles files = new OutputFiles(config.outputDirectory(), config.manifestPath(), jars, live::into);
            SiteAnswers answers = new SiteAnswers(files);
            try (HttpServer server = HttpServer.start(address, number, live.answers(answers::answer), live.streams())) {
                getLog().info("Serving at " + server.url() + ", watching until stopped (Ctrl+C)");
                loop(chosen, live, reporter);
            }
        }
    }

    private void loop(Profile chosen, LiveReload live, LogReporter reporter) throws InterruptedException {
        FreshWarnings warnings = new FreshWarnings(reporter);
        new RebuildLoop(() -> config(chosen), warnings, new Teller(live, warnings)).run();
    }

    private Config config(Profile chosen) {
        try {
            Config config = configuration();
            return chosen == Profile.DEVELOPMENT ? config.development() : config.withoutVariants();
        } catch (MojoExecutionException e) {
            throw AssetException.environment(
                    Diagnostic.error("parameters", String.valueOf(e.getMessage()), null, null));
        }
    }

    /** Says in one line what each build did, here and to open pages. */
    private final class Teller implements RebuildLoop.Listener {
        private final LiveReload live;
        private final FreshWarnings warnings;

        Teller(LiveReload live, FreshWarnings warnings) {
            this.live = live;
            this.warnings = warnings;
        }

        @Override
        public void built(List<String> changed, BuildResult result, Manifest before, Manifest after, long millis) {
            live.built(!changed.isEmpty() && changed.stream().allMatch(LiveReload::isStyle), before, after);
            int repeated = warnings.built();
            if (changed.isEmpty() || result.written() > 0) {
                String files = result.written() == 1 ? "1 file" : result.written() + " files";
                String more = repeated == 0 ? "" : ", warnings as before: " + repeated;
                getLog().info(what(changed) + files + " written in " + millis + " ms" + more);
            }
        }

        private static String what(List<String> changed) {
            return switch (changed.size()) {
                case 0 -> "First build: ";
                case 1 -> changed.get(0) + ": ";
                default -> changed.get(0) + " and " + (changed.size() - 1) + " more: ";
            };
        }

        @Override
        public void failed(String errors) {
            warnings.failed();
            getLog().error(errors + "\nThe last good outputs stay in place.");
            live.failed(errors);
        }
    }
}
