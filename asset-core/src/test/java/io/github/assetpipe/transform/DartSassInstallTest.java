package io.github.assetpipe.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.option.SassOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DartSassInstallTest {
    @TempDir
    private Path cache;

    private DartSassInstall install() {
        return new DartSassInstall(cache, DartSassPlatform.current());
    }

    @Test
    void unpacksACompilerThatRuns() throws IOException {
        try (DartSassProcess process = DartSassProcess.start(install().command())) {
            SassImports none = new SassImports(Lookup.none(), List.of());
            SassFunctions functions = new SassFunctions(List.of(), LogicalPath.of("a.css"), Lookup.none());
            assertEquals(
                    ".a {\n  color: red;\n}",
                    process.compile("a.scss", ".a{color:red}", none, functions, Lookup.none(), false, false)
                            .css());
        }
    }

    @Test
    void repairsATruncatedFile() throws IOException {
        Path snapshot = Path.of(install().command().get(1));
        long size = Files.size(snapshot);
        Files.write(snapshot, new byte[1000]);
        install().command();
        assertEquals(size, Files.size(snapshot));
    }

    @Test
    void repairsAFileThatWasChangedWithoutChangingItsSize() throws IOException {
        Path snapshot = Path.of(install().command().get(1));
        byte[] whole = Files.readAllBytes(snapshot);
        Files.write(snapshot, new byte[whole.length]);
        Files.setLastModifiedTime(snapshot, FileTime.from(Instant.now().plusSeconds(5)));
        install().command();
        assertArrayEquals(whole, Files.readAllBytes(snapshot));
    }

    @Test
    void removesWhatAKilledProcessLeft() throws IOException {
        String home =
                cache.relativize(Path.of(install().command().get(1))).getName(0).toString();
        Files.createDirectories(cache.resolve(home + ".unpack-123/dart-sass"));
        Files.delete(cache.resolve(home).resolve("files.list"));
        install().command();
        try (Stream<Path> files = Files.list(cache)) {
            assertEquals(
                    List.of(home, home + ".lock"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void processesThatStartTogetherAllSucceed() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(javaProcess(Compile.class).start());
        }
        for (Process process : processes) {
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertTrue(out.contains("color: red"), out);
        }
    }

    @Test
    void theCompilerEndsWithAKilledBuild() throws Exception {
        Process process = javaProcess(Linger.class).start();
        long compiler = Long.parseLong(process.inputReader().readLine().strip());
        assertTrue(ProcessHandle.of(compiler).isPresent(), "the compiler runs");
        process.destroyForcibly().waitFor();
        for (int i = 0; i < 100 && isRunning(compiler); i++) {
            Thread.sleep(50);
        }
        assertFalse(isRunning(compiler), "the compiler still runs");
    }

    private static boolean isRunning(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private ProcessBuilder javaProcess(Class<?> main) {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-D" + UserCache.PROPERTY + "=" + cache,
                        main.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** Compiles one stylesheet and prints it. */
    static final class Compile {
        private Compile() {}

        public static void main(String[] args) {
            try (DartSass sass = new DartSass(SassOptions.defaults(), false)) {
                System.out.println(TransformerLaws.text(
                        sass.transform(TransformerLaws.input("a.scss", ".a{color:red}"), Lookup.none())));
            }
        }
    }

    /** Compiles one stylesheet, prints the compiler's process id, and waits to be killed. */
    static final class Linger {
        private Linger() {}

        public static void main(String[] args) throws InterruptedException {
            try (DartSass sass = new DartSass(SassOptions.defaults(), false)) {
                sass.transform(TransformerLaws.input("a.scss", ".a{color:red}"), Lookup.none());
                System.out.println(ProcessHandle.current()
                        .children()
                        .map(ProcessHandle::pid)
                        .findFirst()
                        .orElseThrow());
                Thread.sleep(60_000);
            }
        }
    }

    @Test
    void saysWhichPlatformHasNoCompiler() {
        AssetException problem =
                assertThrows(AssetException.class, () -> DartSassPlatform.of("SunOS", "sparcv9", false));
        assertEquals(AssetException.Fault.ENVIRONMENT, problem.fault());
        assertTrue(
                problem.diagnostics().toString().contains("There is no Dart Sass compiler for SunOS on sparcv9."),
                problem.diagnostics().toString());
        assertTrue(
                problem.diagnostics().toString().contains("hint: Choose the Sass engine libsass"),
                problem.diagnostics().toString());
    }

    @Test
    void namesTheArchiveOfEachPlatform() {
        assertEquals(
                "dart-sass-linux-x64-musl.tar.gz",
                DartSassPlatform.of("Linux", "amd64", true).archive());
        assertEquals(
                "dart-sass-macos-arm64.tar.gz",
                DartSassPlatform.of("Mac OS X", "aarch64", false).archive());
        assertEquals(
                "dart-sass-windows-x64.zip",
                DartSassPlatform.of("Windows 11", "aarch64", false).archive());
    }

    @Test
    void everyPlatformsArchiveUnpacksWithItsCompiler() throws IOException {
        for (String[] platform : new String[][] {
            {"Linux", "amd64"},
            {"Linux", "aarch64"},
            {"Linux", "arm"},
            {"Linux", "riscv64"},
            {"Mac OS X", "x86_64"},
            {"Mac OS X", "aarch64"},
            {"Windows 10", "amd64"}
        }) {
            DartSassPlatform named = DartSassPlatform.of(platform[0], platform[1], false);
            for (String file : new DartSassInstall(cache, named).command().subList(0, 2)) {
                assertTrue(Files.size(Path.of(file)) > 1_000_000, file);
            }
        }
    }
}
