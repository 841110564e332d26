package io.github.assetpipe.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.model.Manifest.AssetEntry;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarContentsTest {
    private final List<String> warnings = new ArrayList<>();
    private final TreeMap<String, AssetEntry> assets = new TreeMap<>();

    private void asset(String path, String file) {
        assets.put(path, new AssetEntry(file, file, null, List.of(), "text/css", 1, 1, "", new TreeMap<>(), List.of()));
    }

    private void check(String configuration) throws Exception {
        asset("css/app.css", "css/app.0123456789ab.css");
        asset("bundles/all.css", "bundles/all.0123456789ab.css");
        asset("webjars/x/1/x.css", "webjars/x/1/x.0123456789ab.css");
        asset("robots.txt", "robots.txt");
        Plugin plugin = new Plugin();
        plugin.setGroupId("org.apache.maven.plugins");
        plugin.setArtifactId("maven-war-plugin");
        plugin.setVersion("3.4.0");
        plugin.setConfiguration(
                Xpp3DomBuilder.build(new StringReader("<configuration>" + configuration + "</configuration>")));
        Model model = new Model();
        model.setPackaging("war");
        model.setBuild(new Build());
        model.getBuild().addPlugin(plugin);
        WarContents.of(new MavenProject(model)).check(new Manifest(assets, new TreeMap<>()), new SystemStreamLog() {
            @Override
            public void warn(CharSequence content) {
                warnings.add(content.toString());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<packagingIncludes>**</packagingIncludes>",
                "<packagingExcludes>WEB-INF/lib/*.jar, **/*.map</packagingExcludes>",
                "<packagingExcludes>%regex[WEB-INF/lib/(?!log4j).*]</packagingExcludes>",
                "<packagingExcludes>css/, robots.txt</packagingExcludes>",
            })
    void patternsThatSayTheSameOfSourcesAndResultsAreFine(String configuration) throws Exception {
        check(configuration);

        assertEquals(List.of(), warnings);
    }

    @Test
    void aResultThatPagesNameAndThatIsNotPackedIsWarnedOf() throws Exception {
        check("<packagingIncludes>WEB-INF/**,bundles/**,webjars/**,css/app.css</packagingIncludes>");

        assertEquals(1, warnings.size());
        assertTrue(
                warnings.get(0).startsWith("maven-war-plugin leaves css/app.0123456789ab.css out of the war"),
                warnings.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundles", "webjars"})
    void aBundleOrAWebJarThatIsNotPackedIsWarnedOf(String folder) throws Exception {
        check("<packagingExcludes>" + folder + "/**</packagingExcludes>");

        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).startsWith("maven-war-plugin leaves " + folder), warnings.get(0));
    }

    @Test
    void aFileThatIsLeftOutAndPackedUnderAnotherNameIsWarnedOf() throws Exception {
        check("<packagingExcludes>css/app.css</packagingExcludes>");

        assertEquals(1, warnings.size());
        assertTrue(
                warnings.get(0).startsWith("maven-war-plugin leaves css/app.css out of the war, but packs css/app.0"),
                warnings.get(0));
    }
}
