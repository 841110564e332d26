package io.github.assetpipe.maven;

import io.github.assetpipe.AssetReport;
import io.github.assetpipe.Config;
import io.github.assetpipe.PassName;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.report.Budget;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the whole pipeline where something has changed, and writes {@code target/asset/report/index.html}: what everything
 * weighs before and after, what was decided and dropped and why. Beside it, {@code recipes} holds configuration for nginx,
 * Apache, Caddy, Tomcat, Jetty, Spring Boot and Quarkus.
 *
 * <p>Listed in the pom's {@code <reporting>}, it becomes a page of {@code mvn site}: the report of the last build where there
 * is one.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "report",
        defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class ReportMojo extends AssetMojo implements MavenReport {
    private static final String SITE_PAGE = "asset-report";

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

    /** Where Maven's site wants its pages; null outside of it. */
    private @Nullable File siteFolder;

    /** The report of this run; null until it is written. */
    private @Nullable Path written;

    /** Creates the goal. */
    public ReportMojo() {
        super(EnumSet.allOf(PassName.class));
    }

    @Override
    void run(Config config, LogReporter reporter) throws MojoExecutionException, MojoFailureException {
        // The site shows the build that was made, whose parameters Maven does not hand to what stands in <reporting>.
        boolean built = Files.exists(config.outputDirectory().resolve(config.manifestPath()));
        if (siteFolder == null || !built) {
            super.run(config, reporter);
        }
        ParameterValues values = values();
        List<Budget> limits = budgets == null
                ? List.of()
                : budgets.stream().map(b -> b.budget(values)).toList();
        values.check();
        Path earlier = compareTo == null ? null : base().resolve(compareTo);
        AtomicReference<AssetReport.@Nullable Result> result = new AtomicReference<>();
        Faults.guarded(() ->
                result.set(AssetReport.write(config, String.valueOf(project().getName()), earlier, limits, reporter)));
        tell(result.get());
    }

    private void tell(AssetReport.@Nullable Result result) throws MojoFailureException {
        if (result == null) {
            return;
        }
        written = result.file();
        getLog().info("Report: " + result.file());
        if (!result.exceeded().isEmpty()) {
            throw new MojoFailureException(
                    result.exceeded().stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        }
    }

    /**
     * Writes the report as a page of the site; the page is its own, so the sink stays empty.
     *
     * @throws MavenReportException when the build fails or a budget is exceeded
     */
    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        try {
            execute();
            if (written != null) {
                Path folder = Files.createDirectories(getReportOutputDirectory().toPath());
                Files.copy(written, folder.resolve(SITE_PAGE + ".html"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (MojoExecutionException | MojoFailureException e) {
            throw new MavenReportException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MavenReportException("Can't write the report into the site: " + e.getMessage(), e);
        }
    }

    /** Returns the page's name without ending. */
    @Override
    @SuppressWarnings("deprecation") // Site plugins before 3.20 ask for nothing else.
    public String getOutputName() {
        return SITE_PAGE;
    }

    /** Returns the menu that the page is listed in. */
    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    /** Returns the page's title; it is English in every language, as the report is. */
    @Override
    public String getName(Locale locale) {
        return "Assets";
    }

    /** Returns what the list of reports says about the page. */
    @Override
    public String getDescription(Locale locale) {
        return "What every page weighs before and after, what was dropped and why, and every decision.";
    }

    /** Takes the folder of the site's pages. */
    @Override
    public void setReportOutputDirectory(File folder) {
        siteFolder = folder;
    }

    /** Returns the folder of the site's pages, by default where the pom's {@code <reporting>} puts them. */
    @Override
    public File getReportOutputDirectory() {
        return siteFolder != null
                ? siteFolder
                : new File(project().getModel().getReporting().getOutputDirectory());
    }

    /** Says that the page is written whole by the report itself. */
    @Override
    public boolean isExternalReport() {
        return true;
    }

    /** Tells whether there is a page: not when the plugin is switched off. */
    @Override
    public boolean canGenerateReport() {
        return !skip();
    }
}
