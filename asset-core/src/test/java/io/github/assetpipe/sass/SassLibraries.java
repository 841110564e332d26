package io.github.assetpipe.sass;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.io.WebJars;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.option.SassOptions;
import io.github.assetpipe.run.SourceLookup;
import io.github.assetpipe.transform.DartSass;
import io.github.assetpipe.transform.LibSass;
import io.github.assetpipe.transform.Lookup;
import io.github.assetpipe.transform.TransformInput;
import io.github.assetpipe.transform.TransformResult;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Compiles stylesheets of an own project that import those of WebJars on the test's class path. */
final class SassLibraries implements AutoCloseable {
    private static final String ENTRY = "src/main/scss/app.scss";

    private final WebJars webJars = WebJars.open(classPath(), "");
    private final DartSass dart;
    private final LibSass libsass;
    private final Lookup lookup;

    /** Opens the WebJars; {@code project} is the folder below which node_modules may be. */
    SassLibraries(Path project, SassOptions options) {
        dart = new DartSass(options, false);
        libsass = new LibSass(options, false);
        lookup = new SourceLookup(project, webJars);
    }

    /** Compiles a stylesheet with Dart Sass. */
    TransformResult dart(String scss) {
        return dart.transform(input(scss), lookup);
    }

    /** Compiles a stylesheet with libsass. */
    TransformResult libsass(String scss) {
        return libsass.transform(input(scss), lookup);
    }

    /** The errors, and the warnings about another file than the own one. */
    static List<String> notOfTheOwnStylesheet(TransformResult result) {
        return result.diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR
                        || d.location() == null
                        || !d.location().file().equals(ENTRY))
                .map(Diagnostic::toString)
                .toList();
    }

    private static TransformInput input(String scss) {
        return new TransformInput(LogicalPath.of("css/app.scss"), ENTRY, Content.of(scss), null);
    }

    private static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    @Override
    public void close() {
        dart.close();
        webJars.close();
    }
}
