package io.github.assetpipe.maven;

import io.github.assetpipe.AssetReport;
import io.github.assetpipe.Config;
import io.github.assetpipe.PassName;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.report.Budget;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Runs the whole pipeline where something has changed, and writes {@code target/asset/report/index.html}: what everything
 * weighs before and after, what was decided and dropped and why. Beside it, {@code recipes} holds configuration for nginx,
 * Apache, Caddy, Tomcat, Jetty, Spring Boot and Quarkus.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "report",
        defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class ReportMojo extends AssetMojo {
    /**
     * The manifest of an earlier build, relative to the project, to show what has grown, shrunk, come and gone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.compareTo")
    private @Nullable String compareTo;

    /**
     * The most that things may weigh; a budget that is exceeded fails the build. A {@code <budget>} has these elements:
     * <ul>
     * <li>{@code of}: {@code css}, {@code js}, {@code page} (each page with all that its tags load), or a pattern over paths,
     * whose files count together</li>
     * <li>{@code max}: a size, such as {@code 60 kB} or {@code 64 KiB}</li>
     * <li>{@code measure}: {@code br}, {@code gzip} or {@code raw}; default {@code br}</li>
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.budgets")
    private @Nullable List<BudgetParameters> budgets;

    /** Creates the goal. */
    public ReportMojo() {
        super(EnumSet.allOf(PassName.class));
    }

    @Override
    void run(Config config, LogReporter reporter) throws MojoExecutionException, MojoFailureException {
        super.run(config, reporter);
        ParameterValues values = values();
        List<Budget> limits = budgets == null
                ? List.of()
                : budgets.stream().map(b -> b.budget(values)).toList();
        values.check();
        Path earlier = compareTo == null ? null : base().resolve(compareTo);
        AtomicReference<AssetReport.@Nullable Result> result = new AtomicReference<>();
        guarded(() ->
                result.set(AssetReport.write(config, String.valueOf(project().getName()), earlier, limits, reporter)));
        tell(result.get());
    }

    private void tell(AssetReport.@Nullable Result result) throws MojoFailureException {
        if (result == null) {
            return;
        }
        getLog().info("Report: " + result.file());
        if (!result.exceeded().isEmpty()) {
            throw new MojoFailureException(
                    result.exceeded().stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        }
    }
}
