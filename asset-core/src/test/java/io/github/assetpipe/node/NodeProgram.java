package io.github.assetpipe.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Runs JavaScript by node with packages of the npm registry, which are installed below {@code target}; the test that asks is
 * skipped where there is no node, or no registry.
 */
public final class NodeProgram {
    private final Path folder;

    private NodeProgram(Path folder) {
        this.folder = folder;
    }

    /** Installs packages, named with their versions: {@code terser@5.51.2}. */
    public static NodeProgram with(String... packages) throws IOException, InterruptedException {
        Assumptions.assumeTrue(run(Path.of("."), 30, "node", "--version").code() == 0, "node is not installed");
        String name =
                packages.length == 0 ? "plain" : String.join("+", packages).replaceAll("[^A-Za-z0-9.+-]", "_");
        Path folder = Path.of("target", "node", name).toAbsolutePath();
        Files.createDirectories(folder);
        Path done = folder.resolve("installed");
        if (packages.length > 0 && !Files.exists(done)) {
            Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
            List<String> command = new ArrayList<>(
                    List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"));
            command.addAll(Arrays.asList(packages));
            Output output = run(folder, 300, command.toArray(String[]::new));
            Assumptions.assumeTrue(output.code() == 0, "npm cannot install " + name + ": " + output.text());
            Files.writeString(done, "");
        }
        return new NodeProgram(folder);
    }

    /** Returns the folder of an installed package. */
    public Path folderOf(String name) {
        return folder.resolve("node_modules").resolve(name);
    }

    /**
     * What a program said.
     *
     * @param code its exit code; -1 when it could not be started, or did not end
     * @param text its standard output, and its errors after that
     */
    public record Output(int code, String text) {}

    /** Runs an ES module with arguments. */
    public Output run(String script, String... arguments) throws IOException, InterruptedException {
        Path file = Files.createTempFile(folder, "script", ".mjs");
        try {
            Files.writeString(file, script);
            List<String> command = new ArrayList<>(List.of("node", file.toString()));
            command.addAll(Arrays.asList(arguments));
            return run(folder, 300, command.toArray(String[]::new));
        } finally {
            Files.delete(file);
        }
    }

    private static Output run(Path folder, int seconds, String... command) throws InterruptedException, IOException {
        Path out = Files.createTempFile("node", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Output(-1, "no end after " + seconds + " s");
            }
            return new Output(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Output(-1, String.valueOf(e.getMessage()));
        } finally {
            Files.deleteIfExists(out);
        }
    }
}
