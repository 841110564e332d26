package io.github.assetpipe.maven;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.io.BuiltTree;
import io.github.assetpipe.option.RewriteOptions.Missing;
import io.github.assetpipe.verify.Verification;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Checks a built folder, jar or war against its manifest: every file is there with its digest, every hashed name tells the
 * truth, every {@code .br} and {@code .gz} decodes to its original, nothing is left over, every reference leads to a file.
 *
 * <p>Needs no project: {@code mvn io.github.assetpipe:asset-maven-plugin:verify -Dasset.verify.tree=app.war} checks what
 * others built.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class VerifyMojo extends ProjectMojo {
    /**
     * The folder, jar or war to check. By default the project's jar or war when this build has packed it, else the output
     * directory.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.verify.tree")
    private @Nullable String tree;

    /**
     * The manifest's path in that tree, where it is not at a layout's place.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.verify.manifest")
    private @Nullable String treeManifest;

    /**
     * What a reference that leads to no file is: {@code error}, {@code warn} or {@code ignore}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.verify.missing", defaultValue = "error")
    private @Nullable String missing;

    /** Checks the tree. */
    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip()) {
            getLog().info("Skipped");
            return;
        }
        ParameterValues values = values();
        Missing choice = values.choice("verify.missing", missing, Missing.ERROR);
        Path path = tree(values);
        values.check();
        try (BuiltTree built = BuiltTree.open(path, shown(path), treeManifest)) {
            tell(Verification.of(built, choice), shown(path));
        } catch (AssetException e) {
            throw new MojoExecutionException(e.getMessage());
        }
    }

    private Path tree(ParameterValues values) throws MojoExecutionException {
        if (tree != null) {
            return folder().resolve(tree).normalize();
        }
        File packed = project().getArtifact().getFile();
        return packed != null && packed.isFile()
                ? packed.toPath()
                : layout(values).outputDirectory();
    }

    private Path folder() {
        return project().getBasedir() == null ? Path.of("").toAbsolutePath() : base();
    }

    private String shown(Path path) {
        Path folder = folder();
        return (path.startsWith(folder) ? folder.relativize(path) : path)
                .toString()
                .replace('\\', '/');
    }

    private void tell(Verification outcome, String shown) throws MojoFailureException {
        List<Diagnostic> errors = outcome.diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .toList();
        outcome.diagnostics().stream()
                .filter(d -> d.severity() != Severity.ERROR)
                .forEach(d -> getLog().warn(d.toString()));
        if (!errors.isEmpty()) {
            String count = errors.size() == 1 ? "1 fault in " : errors.size() + " faults in ";
            throw new MojoFailureException(count + shown + "\n"
                    + errors.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")) + "\n");
        }
        getLog().info(shown + " is as its manifest says: " + outcome.assets() + " assets, " + outcome.pages()
                + " pages, " + outcome.variants() + " variants, " + outcome.references() + " references");
    }
}
