package io.github.assetpipe.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.css.purge.CompiledClass;
import io.github.assetpipe.css.purge.Evidence;
import io.github.assetpipe.css.purge.TextKind;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.io.ComponentJar;
import io.github.assetpipe.io.Spill;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.run.EvidenceCache;
import io.github.assetpipe.run.Findings;
import io.github.assetpipe.run.PageMemo;
import io.github.assetpipe.run.TransformCache;
import io.github.assetpipe.run.TransformRunner;
import io.github.assetpipe.run.WatchMemory;
import io.github.assetpipe.transform.Lookup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryEvidenceTest {
    private static final Evidence FACES = Evidence.scan("a.html", "<a xmlns:h='jakarta.faces.html'>", TextKind.MARKUP);

    @TempDir
    Path folder;

    private final AtomicInteger read = new AtomicInteger();
    private final List<Diagnostic> said = new ArrayList<>();

    private Content content(byte @Nullable [] bytes) {
        return Content.from(new Content.Source() {
            @Override
            public byte[] read() throws IOException {
                read.incrementAndGet();
                if (bytes == null) {
                    throw new IOException("invalid block type");
                }
                return bytes;
            }

            @Override
            public long size() {
                return bytes == null ? 0 : bytes.length;
            }
        });
    }

    private ComponentJar jar(String digest, Map<String, Content> entries) {
        return new ComponentJar("widgets.jar", digest, new TreeMap<>(entries));
    }

    private Evidence evidence(ComponentJar jar, int threads, @Nullable Path cacheFolder) {
        Reporter reporter = new Reporter() {
            @Override
            public void report(Diagnostic diagnostic) {
                said.add(diagnostic);
            }

            @Override
            public void info(String line) {}
        };
        TransformCache cache = new TransformCache(cacheFolder);
        try (TransformRunner runner = new TransformRunner(threads, cache, Lookup.none(), reporter);
                Spill spill = new Spill(folder.resolve("spill"))) {
            Build build = new Build(
                    runner, Lookup.none(), reporter, spill, new Findings(), WatchMemory.none(), PageMemo.empty(spill));
            Site site = new Site(new TreeMap<>(), List.of(), new TreeMap<>());
            return Evidence.merge(new LibraryEvidence(List.of(jar), new EvidenceCache(cache)).of(site, FACES, build));
        }
    }

    private ComponentJar large() throws IOException {
        Map<String, Content> entries = new TreeMap<>();
        for (int i = 0; i < 4; i++) {
            String name = "Widget" + i;
            String source = "class " + name + " { String a = \"ui-" + i + "\", b = \"ui-icon-\" + a; }";
            entries.put("org/" + name + ".class", content(CompiledClass.of(folder, name, source)));
            String script = "var a='js-" + i + "';" + " ".repeat(1 << 20);
            entries.put("META-INF/resources/widgets/" + i + ".js", content(script.getBytes()));
        }
        return jar("1", entries);
    }

    @Test
    void theSameIsFoundWithAndWithoutTheCacheAndByAnyNumberOfThreads() throws IOException {
        ComponentJar jar = large();
        Path cache = folder.resolve("cache");
        Evidence first = evidence(jar, 1, null);

        assertNotNull(first.word("ui-3"));
        assertNotNull(first.word("js-0"));
        assertEquals(
                "widgets.jar!/org/Widget2.class", String.valueOf(first.word("ui-2")), "what the report tells of it");
        assertEquals(first, evidence(jar, 4, null));
        assertEquals(first, evidence(jar, 3, cache));
        assertEquals(first, evidence(jar, 2, cache));
    }

    @Test
    void aJarIsReadOnce() throws IOException {
        ComponentJar jar = large();
        Path cache = folder.resolve("cache");
        evidence(jar, 2, cache);
        assertEquals(8, read.get());

        evidence(jar, 2, cache);
        assertEquals(8, read.get());

        evidence(jar("2", jar.entries()), 2, cache);
        assertEquals(16, read.get(), "another jar of this name");
    }

    @Test
    void pagesTagFilesAndServedScriptsCountAndNoOtherTexts() {
        Evidence found = evidence(
                jar(
                        "1",
                        Map.of(
                                "META-INF/resources/ez/in.xhtml", content("a-xhtml".getBytes()),
                                "META-INF/tags/in.tag", content("a-tag".getBytes()),
                                "template/simple/text.ftl", content("a-ftl".getBytes()),
                                "META-INF/resources/ez/in.js", content("'a-js'".getBytes()),
                                "META-INF/resources/ez/in.css", content(".a-css{}".getBytes()),
                                "META-INF/about.html", content("about-html".getBytes()),
                                "build/tool.js", content("tool-js".getBytes()),
                                "META-INF/ez.taglib.xml", content("<a-taglib/>".getBytes()))),
                2,
                null);

        for (String name : List.of("a-xhtml", "a-tag", "a-ftl", "a-js")) {
            assertNotNull(found.word(name), name);
        }
        for (String name : List.of("a-css", "about-html", "tool-js", "a-taglib")) {
            assertNull(found.word(name), name);
        }
    }

    @Test
    void whatCannotBeReadIsToldAndNotRemembered() {
        ComponentJar jar = jar(
                "1", Map.of("a.class", content(null), "b.class", content(null), "c.jsp", content("here".getBytes())));
        Path cache = folder.resolve("cache");

        assertNotNull(evidence(jar, 2, cache).word("here"));
        assertNotNull(evidence(jar, 2, cache).word("here"));
        assertEquals(2, said.size(), said.toString());
        assertTrue(said.get(0).toString().contains("widgets.jar!/a.class"), said.toString());
        assertTrue(said.get(0).toString().contains("invalid block type"), said.toString());
    }
}
