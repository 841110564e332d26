package io.github.assetpipe.maven;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.io.WebJars;
import io.github.assetpipe.serve.HttpServer;
import io.github.assetpipe.serve.OutputFiles;
import io.github.assetpipe.serve.SiteAnswers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Serves what was built, until it is stopped, as a server of static files should: precompressed variants, entity tags,
 * ranges, a year of caching for fingerprinted names only.
 *
 * <p>Templates are not rendered: of a Spring Boot or Jakarta application only the assets and plain HTML pages are served.
 *
 * @since 0.1.0
 */
@Mojo(name = "serve", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public final class ServeMojo extends ProjectMojo {
    /**
     * The port; 0 for any free one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.serve.port", defaultValue = "8090")
    private @Nullable String port;

    /**
     * The address to listen on. What is served can be read by whoever reaches it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.serve.host", defaultValue = "127.0.0.1")
    private @Nullable String host;

    /** Serves until the build is stopped. */
    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip()) {
            getLog().info("Skipped");
            return;
        }
        ParameterValues values = values();
        int number = values.number("serve.port", port, 8090, 0, 65_535);
        String address = values.text("serve.host", host, "127.0.0.1");
        Layout layout = layout(values);
        values.check();
        Path manifest = layout.outputDirectory().resolve(layout.manifest());
        if (!Files.isRegularFile(manifest)) {
            throw new MojoFailureException("Nothing has been built yet: there is no " + manifest
                    + "\n  hint: run asset:build first, or name another folder with -Dasset.outputDirectory=…");
        }
        try (WebJars jars = WebJars.open(webJars(values), layout.webJarPrefix())) {
            serve(
                    address,
                    number,
                    new OutputFiles(layout.outputDirectory(), layout.manifest(), jars, UnaryOperator.identity()));
        } catch (AssetException e) {
            throw new MojoExecutionException(e.getMessage());
        }
    }

    private void serve(String address, int number, OutputFiles files) {
        try (HttpServer server = HttpServer.start(address, number, new SiteAnswers(files)::answer, Map.of())) {
            getLog().info("Serving at " + server.url() + " until stopped (Ctrl+C)");
            server.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
