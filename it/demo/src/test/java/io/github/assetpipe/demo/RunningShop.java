package io.github.assetpipe.demo;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shop as a process of its own on a free port of this machine; started on first use, ended with the tests. */
final class RunningShop {
    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static @Nullable RunningShop built;
    private static @Nullable RunningShop unprocessed;

    private final URI root;

    private RunningShop(URI root) {
        this.root = root;
    }

    /** Returns the shop that was packaged, with its assets processed. */
    static synchronized RunningShop built() {
        RunningShop shop = built;
        if (shop == null) {
            shop = start("built", List.of("-jar", System.getProperty("demo.jar", "missing.jar")));
            built = shop;
        }
        return shop;
    }

    /** Returns the same shop as its authors wrote it, with nothing but its stylesheets compiled. */
    static synchronized RunningShop unprocessed() {
        RunningShop shop = unprocessed;
        if (shop == null) {
            String libraries = Arrays.stream(
                            System.getProperty("java.class.path").split(File.pathSeparator, -1))
                    .filter(entry -> entry.endsWith(".jar"))
                    .collect(Collectors.joining(File.pathSeparator));
            String classPath = System.getProperty("demo.unprocessed") + File.pathSeparator + libraries;
            shop = start("unprocessed", List.of("-cp", classPath, DemoApplication.class.getName()));
            unprocessed = shop;
        }
        return shop;
    }

    /** Returns the address of a path such as {@code /plants?page=2}. */
    URI at(String path) {
        return root.resolve(path);
    }

    private static RunningShop start(String name, List<String> program) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(program);
        command.addAll(List.of("--server.port=0", "--server.address=127.0.0.1", "--spring.profiles.active=fault"));
        try {
            Path log = Path.of("target", "shop-" + name + ".log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new RunningShop(URI.create("http://127.0.0.1:" + port(process, log)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the shop started", e);
        }
    }

    private static String port(Process process, Path log) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            try (BufferedReader lines = Files.newBufferedReader(log)) {
                Matcher started = STARTED.matcher(lines.lines().collect(Collectors.joining("\n")));
                if (started.find()) {
                    return started.group(1);
                }
            }
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new IllegalStateException("The shop did not start:\n" + Files.readString(log));
    }
}
