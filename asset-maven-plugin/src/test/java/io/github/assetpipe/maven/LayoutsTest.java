package io.github.assetpipe.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.model.GeneratedFolder;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutsTest {
    @TempDir
    Path base;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void aJarServesTheFoldersThatFrameworksLookForInTheirOrder() throws Exception {
        folders("src/main/resources/static", "src/main/resources/META-INF/resources", "src/main/resources/templates");

        Layout layout = layout(project("jar", resource("src/main/resources")));

        assertEquals(
                List.of("META-INF/resources/ WEBAPP", "static/ ASSETS", "templates/ PAGES", "jte/ PAGES"),
                shown(layout));
        assertEquals(base.resolve("target/classes"), layout.outputDirectory());
        assertEquals("META-INF/asset-manifest.json", layout.manifest());
        assertEquals("META-INF/resources/", layout.generated().output());
    }

    @Test
    void bundlesGoWhereTheProjectServesFilesFrom() throws Exception {
        folders("src/main/resources/public");

        assertEquals(
                "public/",
                layout(project("jar", resource("src/main/resources")))
                        .generated()
                        .output());
    }

    @Test
    void aResourceDirectoryWithATargetPathIsServedBelowIt() throws Exception {
        folders("src/main/frontend");
        Resource frontend = resource("src/main/frontend");
        frontend.setTargetPath("static/app");

        SourceRoot root = layout(project("jar", frontend)).roots().get(0);

        assertEquals("app/", root.urlPrefix());
        assertEquals("static/app/", root.outputPrefix());
    }

    @Test
    void excludesOfAResourceDirectoryHoldInItsFolders() throws Exception {
        folders("src/main/resources/static");
        Resource resource = resource("src/main/resources");
        resource.setExcludes(List.of("application*.yml", "static/drafts/**", "**/*.psd"));

        SourceRoot root = layout(project("jar", resource)).roots().get(0);

        assertEquals(List.of("drafts/**", "**/*.psd"), root.excludes());
    }

    @Test
    void aResourceDirectoryWithIncludesIsReadAsMavenCopiesIt() throws Exception {
        folders("src/main/resources/static", "src/main/resources/templates", "copy/static");
        Resource resource = resource("src/main/resources");
        resource.setIncludes(List.of("static/css/**"));

        Layout layout = layout(project("jar", resource), r -> base.resolve("copy"));

        assertEquals(List.of("static/ ASSETS", "jte/ PAGES"), shown(layout));
        assertEquals(base.resolve("copy/static"), layout.roots().get(0).directory());
    }

    @Test
    void aWarReadsTheWebApplicationFolderAndItsResources() throws Exception {
        folders("src/main/webapp", "src/main/resources/templates");
        MavenProject project = project("war", resource("src/main/resources"));
        warPlugin(project, "3.4.0", "");

        Layout layout = layout(project);

        assertEquals(
                List.of(" WEBAPP", "WEB-INF/classes/templates/ PAGES", "WEB-INF/classes/jte/ PAGES"), shown(layout));
        assertEquals(base.resolve("target/app"), layout.outputDirectory());
        assertEquals("WEB-INF/asset-manifest.json", layout.manifest());
        assertEquals(List.of(), warnings);
    }

    @Test
    void aWarFollowsWhatThePomSaysOfTheWarPlugin() throws Exception {
        folders("web", "extra");
        MavenProject project = project("war");
        warPlugin(project, "3.4.0", """
                <warSourceDirectory>web</warSourceDirectory>
                <warSourceExcludes>a/**, b/**</warSourceExcludes>
                <webappDirectory>target/exploded</webappDirectory>
                <webResources><resource><directory>extra</directory><targetPath>x</targetPath></resource></webResources>
                """);

        Layout layout = layout(project);

        assertEquals(base.resolve("extra"), layout.roots().get(0).directory());
        assertEquals("x/", layout.roots().get(0).urlPrefix());
        assertEquals(base.resolve("web"), layout.roots().get(1).directory());
        assertEquals(
                List.of("a/**", "b/**", "WEB-INF/lib/**", "WEB-INF/classes/**"),
                layout.roots().get(1).excludes());
        assertEquals(base.resolve("target/exploded"), layout.outputDirectory());
    }

    @Test
    void aWarHasOnlyTheFilesOfItsFolderThatThePomIncludes() throws Exception {
        folders("src/main/webapp");
        MavenProject project = project("war");
        warPlugin(project, "3.4.0", "<warSourceIncludes>WEB-INF/**, shop/</warSourceIncludes>");

        SourceRoot root = layout(project).roots().get(0);

        assertEquals(List.of("WEB-INF/**", "shop/**"), root.includes());
        assertEquals(SourceRoot.Kind.WEBAPP, root.kind());
    }

    @Test
    void aWarWhoseFolderGivesOnlyHiddenFilesHasItsBundlesWhereItServesFilesFrom() throws Exception {
        folders("target/classes/static", "src/main/resources/static");
        MavenProject project = project("war", resource("src/main/resources"));
        warPlugin(project, "3.4.0", """
                <warSourceIncludes>WEB-INF/**,META-INF/**</warSourceIncludes>
                <warSourceDirectory>target/classes/static/</warSourceDirectory>
                """);

        Layout layout = layout(project);

        assertEquals(SourceRoot.Kind.PAGES, layout.roots().get(0).kind());
        assertEquals("WEB-INF/classes/static/", layout.generated().output());
    }

    @Test
    void anOldWarPluginIsWarnedOf() throws Exception {
        MavenProject project = project("war");
        warPlugin(project, "3.3.0", "");

        layout(project);

        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).contains("3.3.0 overwrites"), warnings.get(0));
    }

    @Test
    void resultsGoToTheOwnFolderWhereThePomPacksItAsWebResources() throws Exception {
        MavenProject project = project("war");
        String own = base.resolve("target/asset/webapp").toString();
        warPlugin(
                project, "2.2", "<webResources><resource><directory>" + own + "</directory></resource></webResources>");

        Layout layout = layout(project);

        assertEquals(base.resolve("target/asset/webapp"), layout.outputDirectory());
        assertEquals(base.resolve("src/main/webapp"), layout.roots().get(0).directory());
        assertEquals(List.of(), warnings);
    }

    @Test
    void filteringOfWebResourcesOverProcessedFilesIsWarnedOf() throws Exception {
        MavenProject project = project("war");
        Files.createDirectories(base.resolve("extra/WEB-INF/jsp"));
        Files.writeString(base.resolve("extra/WEB-INF/jsp/about.jsp"), "");
        warPlugin(project, "3.5.1", filtered(""));

        layout(project);

        assertEquals(1, warnings.size());
        assertTrue(
                warnings.get(0).startsWith("maven-war-plugin filters extra when it packs the war, over processed"),
                warnings.get(0));
        assertTrue(warnings.get(0).contains("WEB-INF/jsp/about.jsp"), warnings.get(0));
    }

    @Test
    void filteringOfDeploymentDescriptorsIsNotWarnedOf() throws Exception {
        MavenProject project = project("war");
        Files.createDirectories(base.resolve("extra/WEB-INF"));
        Files.writeString(base.resolve("extra/WEB-INF/web.xml"), "");
        Files.writeString(base.resolve("extra/other.css"), "");
        warPlugin(project, "3.5.1", filtered("<includes><include>WEB-INF/web.xml</include></includes>"));

        layout(project);

        assertEquals(List.of(), warnings);
    }

    @Test
    void onlyTemplatesOnTheClassPathAreInTheLanguageOfTheProject() throws Exception {
        folders("src/main/resources/static", "src/main/resources/templates", "src/main/resources/views");
        MavenProject jar = project("jar", resource("src/main/resources"));
        MavenProject war = project("war", resource("src/main/resources"));

        for (MavenProject project : List.of(jar, war)) {
            Layout layout = layout(project).withTemplatesIn("qute");

            assertEquals(
                    List.of(base.resolve("src/main/resources/templates")),
                    layout.roots().stream()
                            .filter(root -> root.language().equals("qute"))
                            .map(SourceRoot::directory)
                            .toList());
        }
    }

    @Test
    void whatABuildMakesLiesInTheOneMappedFolderThatHoldsAllAssets() throws Exception {
        files("src/main/webapp/resources/css/app.css", "src/main/webapp/favicon.ico", "src/main/webapp/pages/a.jsp");
        files("src/main/webapp/WEB-INF/tags/a.tag", "src/main/webapp/webjars/jquery/1/jquery.js");

        assertEquals(
                new GeneratedFolder("", "resources/", "resources/"),
                layout(project("war")).generated());
    }

    @Test
    void whatABuildMakesLiesAtTheRootWhereOtherFoldersHoldAssetsToo() throws Exception {
        files("src/main/webapp/resources/css/app.css", "src/main/webapp/js/app.js");

        assertEquals(GeneratedFolder.root(""), layout(project("war")).generated());
    }

    @Test
    void whatABuildMakesLiesAtTheRootWhereStylesheetsDoOrTheFolderHasANameOfItsOwn() throws Exception {
        files("src/main/webapp/resources/js/app.js", "src/main/webapp/app.css");
        files("src/main/resources/static/design/app.css");

        assertEquals(GeneratedFolder.root(""), layout(project("war")).generated());
        assertEquals(
                GeneratedFolder.root("static/"),
                layout(project("jar", resource("src/main/resources"))).generated());
    }

    @Test
    void foldersInSeveralRootsOfAJarCountTogether() throws Exception {
        files("src/main/resources/static/assets/app.css", "src/main/resources/META-INF/resources/assets/app.js");
        MavenProject project = project("jar", resource("src/main/resources"));

        assertEquals(
                new GeneratedFolder("META-INF/resources/", "assets/", "META-INF/resources/assets/"),
                layout(project).generated());
        files("src/main/resources/static/img/a.png");
        assertEquals(
                GeneratedFolder.root("META-INF/resources/"), layout(project).generated());
    }

    @Test
    void whereAllListedSourcesHaveAUrlPrefixWhatABuildMakesIsServedUnderOneOfThem() throws Exception {
        files("web/app.css", "more/a.js");
        SourceRoot web = new SourceRoot(
                base.resolve("web"), base.resolve("web"), SourceRoot.Kind.ASSETS, "/files", "out/", List.of());
        SourceRoot more = new SourceRoot(
                base.resolve("more"), base.resolve("more"), SourceRoot.Kind.ASSETS, "more", "m/", List.of());

        assertEquals(
                new GeneratedFolder("", "files/", "out/"),
                layout(project("jar")).withRoots(List.of(web, more)).generated());
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(base.resolve(name).getParent());
            Files.writeString(base.resolve(name), "");
        }
    }

    private static String filtered(String includes) {
        return "<webResources><resource><directory>extra</directory><filtering>true</filtering>" + includes
                + "</resource></webResources>";
    }

    @Test
    void aPomProjectIsAStaticSiteThatIsCopiedWhole() throws Exception {
        Layout layout = layout(project("pom"));

        assertEquals(base.resolve("src/main/web"), layout.roots().get(0).directory());
        assertEquals(base.resolve("target/web"), layout.outputDirectory());
        assertTrue(layout.copyAll());
    }

    private Layout layout(MavenProject project) throws Exception {
        return layout(project, resource -> Path.of(resource.getDirectory()));
    }

    private Layout layout(MavenProject project, ResourceCopies copies) throws Exception {
        SystemStreamLog log = new SystemStreamLog() {
            @Override
            public void warn(CharSequence content) {
                warnings.add(content.toString());
            }
        };
        return new Layouts(project, new ResourceRoots(copies), log).layout(LayoutName.AUTO);
    }

    private static List<String> shown(Layout layout) {
        return layout.roots().stream()
                .map(root -> root.outputPrefix() + " " + root.kind())
                .toList();
    }

    private void folders(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(base.resolve(name));
        }
    }

    private Resource resource(String directory) {
        Resource resource = new Resource();
        resource.setDirectory(base.resolve(directory).toString());
        return resource;
    }

    private MavenProject project(String packaging, Resource... resources) {
        Model model = new Model();
        model.setPackaging(packaging);
        Build build = new Build();
        build.setDirectory(base.resolve("target").toString());
        build.setOutputDirectory(base.resolve("target/classes").toString());
        build.setFinalName("app");
        build.setResources(List.of(resources));
        model.setBuild(build);
        MavenProject project = new MavenProject(model);
        project.setFile(base.resolve("pom.xml").toFile());
        return project;
    }

    private static void warPlugin(MavenProject project, String version, String configuration) throws Exception {
        Plugin plugin = new Plugin();
        plugin.setGroupId("org.apache.maven.plugins");
        plugin.setArtifactId("maven-war-plugin");
        plugin.setVersion(version);
        plugin.setConfiguration(
                Xpp3DomBuilder.build(new StringReader("<configuration>" + configuration + "</configuration>")));
        project.getBuild().addPlugin(plugin);
    }
}
