package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.css.purge.CompiledClass;
import io.github.assetpipe.option.PurgeOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What libraries of components write into pages is in no text of the project. */
class ComponentNamesTest extends WebProject {
    private static final String KEPT = ".ui-menuitem,.ui-icon-home,p{top:0}";
    private static final String GONE = "p{top:0}";

    @BeforeEach
    void site() throws IOException {
        source("index.xhtml", """
                <html xmlns="http://www.w3.org/1999/xhtml" xmlns:p="http://primefaces.org/ui">
                <link rel="stylesheet" href="a.css"/><p>Text</p>
                <p:menu><p:menuitem value="x"/></p:menu></html>
                """);
        source("a.css", ".ui-menuitem{top:0}.ui-icon-home{top:0}.container{top:0}p{top:0}");
    }

    private byte[] renderer() throws IOException {
        return CompiledClass.of(base, "MenuRenderer", """
                class MenuRenderer {
                    String container(String icon) {
                        return "<li class=\\"ui-menuitem ui-icon-" + icon + "\\">";
                    }
                }
                """);
    }

    private Path jar(Map<String, byte[]> entries) throws IOException {
        Path jar = base.resolve("widgets-1.0.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return jar;
    }

    private Path jar(String sign) throws IOException {
        return jar(Map.of(sign, "<x/>".getBytes(StandardCharsets.UTF_8), "org/x/MenuRenderer.class", renderer()));
    }

    private String built(ConfigBuilder config) throws IOException {
        build(config);
        return output(served("a.css"));
    }

    private ConfigBuilder config(Path jar) {
        return config().webJars(List.of(jar), "").libraries(List.of(jar));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-INF/widgets.tld",
                "META-INF/tlds/widgets.tld",
                "META-INF/widgets.taglib.xml",
                "META-INF/widgets-taglib.xml",
                "META-INF/faces-config.xml",
                "META-INF/widgets.faces-config.xml",
                "META-INF/resources/widgets/menu.xhtml",
                "META-INF/tags/menu.tag"
            })
    void aRuleForWhatAComponentWritesStays(String sign) throws IOException {
        assertEquals(KEPT, built(config(jar(sign))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"META-INF/persistence.xml", "org/x/widgets.tld", "META-INF/sub/faces-config.xml"})
    void aJarWithoutTagsOrComponentsKeepsNothing(String other) throws IOException {
        assertEquals(GONE, built(config(jar(other))));
    }

    @Test
    void aSiteWhosePagesCannotUseTagsIsPurgedAsBefore() throws IOException {
        Files.delete(base.resolve("src/main/web/index.xhtml"));
        source(
                "index.html",
                "<!doctype html><link rel=\"stylesheet\" href=\"a.css\"><p th:text=\"${a}\">It faces north</p>");

        assertEquals(GONE, built(config(jar("META-INF/spring.tld"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://xmlns.jcp.org/jsf/core", "jakarta.faces.core"})
    void aPageOfFacesWithAnotherEndingIsKnownByItsNamespace(String namespace) throws IOException {
        Files.delete(base.resolve("src/main/web/index.xhtml"));
        source("index.html", """
                <html xmlns:f="%s"><link rel="stylesheet" href="a.css"/><p>Text</p></html>
                """.formatted(namespace));

        assertEquals(KEPT, built(config(jar("META-INF/faces-config.xml"))));
    }

    @Test
    void librariesCanBeLeftOut() throws IOException {
        PurgeOptions all = PurgeOptions.defaults();
        ConfigBuilder config = config(jar("META-INF/widgets.tld"))
                .purge(new PurgeOptions(
                        true,
                        all.safelist(),
                        all.safelistDeep(),
                        all.safelistGreedy(),
                        all.safelistKeyframes(),
                        all.safelistVariables(),
                        all.blocklist(),
                        all.dynamicAttributes(),
                        all.keyframes(),
                        all.fontFaces(),
                        all.variables(),
                        false,
                        all.content(),
                        all.skip()));

        assertEquals(GONE, built(config));
    }

    @Test
    void theReportNamesTheClassThatKeepsARule() throws IOException {
        built(config(jar("META-INF/widgets.tld")));

        String facts = Files.readString(base.resolve("target/asset/facts.json"));
        String why = "occurs at widgets-1.0.jar!/org/x/MenuRenderer.class\"";
        assertTrue(facts.contains(why), facts);
    }

    @Test
    void whatTheProjectItselfNamesIsToldToBeThere() throws IOException {
        source("z.xhtml", "<p class=\"ui-menuitem\">Text</p>");
        built(config(jar("META-INF/widgets.tld")));

        String facts = Files.readString(base.resolve("target/asset/facts.json"));
        assertTrue(facts.contains("ui-menuitem occurs at src/main/web/z.xhtml:1"), facts);
    }

    @Test
    void aMalformedClassIsNoFailure() throws IOException {
        byte[] half = Arrays.copyOf(renderer(), 60);
        Path jar = jar(
                Map.of("META-INF/x.tld", new byte[0], "org/x/A.class", half, "org/x/MenuRenderer.class", renderer()));

        assertEquals(KEPT, built(config(jar)));
        assertEquals(List.of(), said);
    }

    @Test
    void aJarThatIsNoneIsTold() throws IOException {
        Path jar = base.resolve("broken.jar");
        Files.writeString(jar, "no zip");

        assertEquals(GONE, built(config().libraries(List.of(jar))));
        assertTrue(said.toString().contains("library") && said.toString().contains("broken.jar"), said.toString());
    }

    @Test
    void anotherJarIsNoticedByTheNextBuild() throws IOException {
        Path jar = jar("META-INF/widgets.tld");
        assertEquals(KEPT, built(config(jar)));
        jar("META-INF/persistence.xml");
        assertEquals(GONE, built(config(jar)));
    }

    /** Makes the classes of a jar unreadable without its directory or its time telling so. */
    private void damage(Path jar) throws IOException {
        FileTime time = Files.getLastModifiedTime(jar);
        byte[] bytes = Files.readAllBytes(jar);
        int data = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("MenuRenderer.class") + 18;
        Arrays.fill(bytes, data, data + 40, (byte) 0xFF);
        Files.write(jar, bytes);
        Files.setLastModifiedTime(jar, time);
    }

    @Test
    void aJarIsNotReadAgainWhenAStylesheetHasChanged() throws IOException {
        Path jar = jar("META-INF/widgets.tld");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));
        assertEquals(KEPT, built(config(jar)));
        damage(jar);
        source("a.css", ".ui-menuitem{left:0}.row{left:0}");

        assertEquals(".ui-menuitem{left:0}", built(config(jar)));
        assertEquals(List.of(), said);
    }

    @Test
    void aJarIsNotReadAgainWhenItIsInTheCache() throws IOException {
        Path jar = jar("META-INF/widgets.tld");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));
        Path cache = base.resolve("cache");
        assertEquals(KEPT, built(config(jar).cacheDirectory(cache)));
        damage(jar);
        source("b.xhtml", "<p>Text</p>");

        assertEquals(KEPT, built(config(jar).cacheDirectory(cache)));
        assertEquals(List.of(), said);
        assertEquals(GONE, built(config(jar)));
        assertTrue(said.toString().contains("MenuRenderer.class"), "without it the class is asked for: " + said);
    }

    @Test
    void theSameIsBuiltWithAndWithoutTheCacheAndByAnyNumberOfThreads() throws IOException {
        Path jar = jar("META-INF/widgets.tld");
        Path cache = base.resolve("cache");
        String facts = "";
        for (int i = 0; i < 4; i++) {
            assertEquals(KEPT, built(config(jar).threads(i + 1).cacheDirectory(i == 0 ? null : cache)));
            String now = Files.readString(base.resolve("target/asset/facts.json"))
                    .replaceAll("(?s).*\"sheets\"", "\"sheets\"");
            assertEquals(facts.isEmpty() ? now : facts, now);
            facts = now;
            source("other.xhtml", "<p>Text " + i + "</p>");
        }
    }
}
