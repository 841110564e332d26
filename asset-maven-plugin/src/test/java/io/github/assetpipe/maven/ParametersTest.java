package io.github.assetpipe.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.AssetPipeline;
import io.github.assetpipe.Config;
import io.github.assetpipe.PassName;
import io.github.assetpipe.option.MinifyOptions;
import io.github.assetpipe.option.PurgeOptions;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.option.SassEngine;
import io.github.assetpipe.option.SourceMapMode;
import io.github.assetpipe.option.SourceRoot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/** What a pom and user properties say reaches the pipeline. */
@MojoTest
class ParametersTest {
    private static final String POM_BEFORE =
            "<project><build><plugins><plugin><artifactId>asset-maven-plugin</artifactId><configuration>";
    private static final String POM_AFTER = "</configuration></plugin></plugins></build></project>";

    @Inject
    private MavenSession session;

    @Test
    @InjectMojo(goal = "build")
    void buildRunsEveryPassWithDefaultsThatNeedNoConfiguration(BuildMojo mojo) throws Exception {
        Config config = mojo.configuration();

        assertEquals(Set.of(PassName.values()), config.passes());
        assertEquals(SourceMapMode.OFF, config.sourceMaps().mode());
        assertEquals(PurgeOptions.defaults(), config.purge());
        assertEquals(RewriteOptions.defaults(), config.rewrite());
        assertEquals(AssetPipeline.userCache(), config.cacheDirectory());
    }

    @Test
    @InjectMojo(goal = "sass")
    void aGoalOfItsOwnRunsItsPassAlone(SassMojo mojo) throws Exception {
        assertEquals(Set.of(PassName.COMPILE), mojo.configuration().passes());
    }

    @Test
    void goalsAddTheirPassToThoseOfEarlierGoalsAndKeepTheirOptions(
            @InjectMojo(goal = "minify", pom = POM_BEFORE + "<minify><css>none</css></minify>" + POM_AFTER)
                    MinifyMojo first,
            @InjectMojo(goal = "fingerprint") FingerprintMojo second)
            throws Exception {
        Map<Object, Object> context = new java.util.concurrent.ConcurrentHashMap<>();
        first.setPluginContext(context);
        second.setPluginContext(context);

        first.configuration();
        Config config = second.configuration();

        assertEquals(Set.of(PassName.MINIFY, PassName.FINGERPRINT), config.passes());
        assertEquals(MinifyOptions.CssEngine.NONE, config.minify().css());
    }

    @Test
    @InjectMojo(
            goal = "build",
            pom = POM_BEFORE
                    + "<sass><engine>libsass</engine><engines><engine>**/new/*.scss=dart</engine></engines></sass>"
                    + "<purge><safelist><name>open</name><name>/^js-/</name></safelist></purge>"
                    + "<rewrite><lazy>native</lazy></rewrite>" + POM_AFTER)
    void groupsOfThePomBecomeOptions(BuildMojo mojo) throws Exception {
        Config config = mojo.configuration();

        assertEquals(SassEngine.LIBSASS, config.sass().engine());
        assertEquals(Map.of("**/new/*.scss", SassEngine.DART), config.sass().engines());
        assertEquals(List.of("open", "/^js-/"), config.purge().safelist());
        assertEquals(RewriteOptions.Lazy.NATIVE, config.rewrite().lazy());
    }

    @Test
    @InjectMojo(goal = "build")
    void userPropertiesReachElementsOfGroups(BuildMojo mojo) throws Exception {
        session.getUserProperties().setProperty("asset.rewrite.defer", "off");
        session.getUserProperties().setProperty("asset.purge.safelist", "open, active");
        session.getUserProperties().setProperty("asset.purge.libraries", "false");

        Config config = mojo.configuration();

        assertEquals(RewriteOptions.Defer.OFF, config.rewrite().defer());
        assertEquals(List.of("open", "active"), config.purge().safelist());
        assertFalse(config.purge().libraries());
    }

    @Test
    @InjectMojo(goal = "build", pom = POM_BEFORE + "<rewrite><defer>all</defer></rewrite>" + POM_AFTER)
    void whatThePomSaysWinsOverAUserPropertyAsMavenHasIt(BuildMojo mojo) throws Exception {
        session.getUserProperties().setProperty("asset.rewrite.defer", "off");

        assertEquals(RewriteOptions.Defer.ALL, mojo.configuration().rewrite().defer());
    }

    @Test
    @InjectMojo(
            goal = "build",
            pom = POM_BEFORE + "<sass><engine>node</engine></sass><threads>none</threads>"
                    + "<precompress><brotliQuality>12</brotliQuality></precompress>" + POM_AFTER)
    void wrongValuesAreToldTogetherWithTheirElementsAndTheValidOnes(BuildMojo mojo) {
        MojoExecutionException e = assertThrows(MojoExecutionException.class, mojo::configuration);

        assertNull(e.getCause());
        assertEquals("""
                'node' is not a value of <sass><engine> (user property asset.sass.engine). Valid: dart, libsass.
                '12' is not a value of <precompress><brotliQuality> (user property asset.precompress.brotliQuality). \
                Valid: a number from 0 to 11.
                'none' is not a value of <threads> (user property asset.threads). Valid: a number from 1 to 1024.""", e.getMessage());
    }

    @Test
    @InjectMojo(
            goal = "build",
            pom = POM_BEFORE
                    + "<sources><source>web</source>"
                    + "<source><directory>pages</directory><kind>pages</kind><outputPrefix>/t</outputPrefix></source>"
                    + "</sources><outputDirectory>out</outputDirectory><manifest>m.json</manifest>" + POM_AFTER)
    void sourcesOfThePomReplaceThoseOfTheLayout(BuildMojo mojo) throws Exception {
        Config config = mojo.configuration();
        Path base = config.baseDirectory();

        assertEquals(
                List.of(
                        SourceRoot.of(base.resolve("web"), SourceRoot.Kind.WEBAPP, ""),
                        SourceRoot.of(base.resolve("pages"), SourceRoot.Kind.PAGES, "t/")),
                config.roots());
        assertEquals(base.resolve("out"), config.outputDirectory());
        assertEquals("m.json", config.manifestPath());
    }

    @Test
    @InjectMojo(goal = "build")
    @MojoParameter(name = "cache", value = "false")
    void theCacheCanBeSwitchedOff(BuildMojo mojo) throws Exception {
        assertNull(mojo.configuration().cacheDirectory());
    }

    @Test
    @InjectMojo(
            goal = "build",
            pom = POM_BEFORE + "<fingerprint><skip><name>logo.svg</name></skip></fingerprint>" + POM_AFTER)
    void namesThatAreLookedUpByConventionStaySkippedBesideThePomsOwn(BuildMojo mojo) throws Exception {
        List<String> skipped = mojo.configuration().fingerprint().skip();

        assertTrue(skipped.containsAll(List.of("robots.txt", "logo.svg")), skipped::toString);
    }

    @Test
    @InjectMojo(goal = "build")
    @MojoParameter(name = "skip", value = "true")
    void skipChoosesNothing(BuildMojo mojo) throws Exception {
        Map<Object, Object> context = new java.util.concurrent.ConcurrentHashMap<>();
        mojo.setPluginContext(context);

        mojo.execute();

        assertFalse(context.containsKey(ChosenPasses.class.getName()));
    }

    @Test
    @InjectMojo(goal = "build", pom = POM_BEFORE + "<minify><browsers>baseline-2019</browsers></minify>" + POM_AFTER)
    void browsersOfAYearReachStylesheetsAndScripts(BuildMojo mojo) throws Exception {
        MinifyOptions options = mojo.configuration().minify();

        assertEquals(2019, options.scripts().baseline());
        assertEquals(MinifyOptions.Browsers.ANY, options.browsers());
    }

    @Test
    @InjectMojo(goal = "build", pom = POM_BEFORE + "<minify><browsers>baseline-2009</browsers></minify>" + POM_AFTER)
    void aYearBeforeAnyBaselineIsToldWhichAreThere(BuildMojo mojo) {
        MojoExecutionException e = assertThrows(MojoExecutionException.class, mojo::configuration);

        assertTrue(e.getMessage().contains("Valid: baseline-2015 or a later year"), e.getMessage());
    }
}
