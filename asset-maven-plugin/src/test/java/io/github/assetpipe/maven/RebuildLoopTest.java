package io.github.assetpipe.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.BuildResult;
import io.github.assetpipe.Config;
import io.github.assetpipe.PassName;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildLoopTest {
    @TempDir
    Path base;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private Thread loop;

    @BeforeEach
    void start() throws Exception {
        write("src/web/css/_colour.scss", "$main: red;");
        write("src/web/css/app.scss", "@use 'colour'; .a { color: colour.$main }");
        write("src/web/index.html", "<link rel=stylesheet href=css/app.css><p class=a>");
        Config config = Config.builder(base, base.resolve("target/web"))
                .roots(List.of(SourceRoot.of(base.resolve("src/web"), SourceRoot.Kind.ASSETS, "")))
                .copyAll(true)
                .threads(2)
                .passes(EnumSet.of(PassName.COMPILE, PassName.FINGERPRINT, PassName.REWRITE))
                .build();
        RebuildLoop.Listener listener = new RebuildLoop.Listener() {
            @Override
            public void built(List<String> changed, BuildResult result, Manifest was, Manifest is, long millis) {
                heard.add("built " + changed + (result.written() > 0 ? "" : " nothing"));
            }

            @Override
            public void failed(String errors) {
                heard.add("failed " + errors);
            }
        };
        loop = new Thread(() -> {
            try {
                new RebuildLoop(() -> config, Reporter.silent(), listener).run();
            } catch (InterruptedException e) {
                heard.add("stopped");
            }
        });
        loop.start();
        assertEquals("built []", next());
    }

    @AfterEach
    void stop() throws InterruptedException {
        loop.interrupt();
        loop.join(20_000);
        assertFalse(loop.isAlive());
    }

    private String next() throws InterruptedException {
        return Objects.requireNonNull(heard.poll(60, TimeUnit.SECONDS), "no build within a minute");
    }

    /** Returns the first build that wrote something or failed: some editors' saves are seen in two bursts. */
    private String nextWithWork() throws InterruptedException {
        String build = next();
        while (build.endsWith(" nothing")) {
            build = next();
        }
        return build;
    }

    private void write(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private String css() throws IOException {
        return Files.readString(base.resolve("target/web/css/app.css"));
    }

    @Test
    void aChangedPartialRebuildsTheSheetThatUsesIt() throws Exception {
        write("src/web/css/_colour.scss", "$main: green;");
        assertTrue(nextWithWork().startsWith("built [src/web/css/_colour.scss"));
        assertTrue(css().contains("green"), css());
    }

    @Test
    void anEditorThatSavesByRenamingIsSeen() throws Exception {
        write("src/web/css/4913~", "$main: blue;");
        Files.move(
                base.resolve("src/web/css/4913~"),
                base.resolve("src/web/css/_colour.scss"),
                StandardCopyOption.ATOMIC_MOVE);
        assertTrue(nextWithWork().contains("_colour.scss"));
        assertTrue(css().contains("blue"), css());
    }

    @Test
    void brokenInputIsToldAndTheLastGoodOutputStays() throws Exception {
        String good = css();
        write("src/web/css/app.scss", ".a { color: $nowhere }");
        String failure = nextWithWork();
        assertTrue(failure.startsWith("failed src/web/css/app.scss:1:13: error"), failure);
        assertEquals(good, css());
        write("src/web/css/app.scss", ".a { color: black }");
        assertTrue(nextWithWork().startsWith("built"));
        assertTrue(css().contains("black"), css());
    }

    @Test
    void aNewFolderIsWatchedAndADeletedFileLeavesTheSite() throws Exception {
        write("src/web/js/deep/new.js", "let a");
        nextWithWork();
        Path output = base.resolve("target/web/js/deep/new.js");
        waitFor(output, true);
        Files.delete(base.resolve("src/web/js/deep/new.js"));
        nextWithWork();
        waitFor(output, false);
    }

    @Test
    void whatAnEditorKeepsBesideAFileIsNeitherBuiltNorAReasonToBuild() throws Exception {
        write("src/web/css/.app.scss.swp", "swap");
        write("src/web/css/app.scss", ".a { color: navy }");
        nextWithWork();
        assertFalse(Files.exists(base.resolve("target/web/css/.app.scss.swp")));
        heard.clear();
        Files.delete(base.resolve("src/web/css/.app.scss.swp"));
        assertNull(heard.poll(1, TimeUnit.SECONDS));
    }

    @Test
    void aFileWhoseNameBeginsWithADotComesAndGoes() throws Exception {
        Path output = base.resolve("target/web/.well-known/security.txt");
        write("src/web/.well-known/security.txt", "Contact: mailto:a@example.org");
        waitFor(output, true);
        Files.delete(base.resolve("src/web/.well-known/security.txt"));
        waitFor(output, false);
    }

    /** A burst may be told in two parts when the machine is slow. */
    private static void waitFor(Path file, boolean there) throws InterruptedException {
        for (int i = 0; i < 600 && Files.exists(file) != there; i++) {
            Thread.sleep(50);
        }
        assertEquals(there, Files.exists(file), file + " is there");
    }

    @Test
    void aBurstEndsAsACleanBuildWould() throws Exception {
        for (int i = 0; i < 200; i++) {
            write("src/web/css/_colour.scss", "$main: rgb(" + i + ", 1, 1);");
        }
        write("src/web/css/_colour.scss", "$main: purple;");
        nextWithWork();
        for (int i = 0; i < 600 && !css().contains("purple"); i++) {
            Thread.sleep(50);
        }
        assertTrue(css().contains("purple"), css());
    }
}
