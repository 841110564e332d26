package io.github.assetpipe.transform;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Puts the Dart Sass compiler that the class path carries into a per-user cache folder, once, whole, and checked.
 *
 * <p>Processes that start together wait for each other on a lock file. The archive is unpacked into a folder of its own,
 * which is then moved into place in one step, with a list of its files' sizes and times; a folder that does not match its
 * list (cut short, changed) is replaced. Their bytes are not read at every start: that would take longer than to compile a stylesheet.
 */
final class DartSassInstall {
    private static final String RESOURCES = "/de/larsgrefer/sass/embedded/bundled/";
    private static final String VERSIONS = "/de/larsgrefer/sass/embedded/sass-embedded-host.properties";
    private static final String LIST = "files.list";
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path cache;
    private final DartSassPlatform platform;

    DartSassInstall(Path cache, DartSassPlatform platform) {
        this.cache = cache;
        this.platform = platform;
    }

    /**
     * Returns the command that starts the compiler in embedded mode.
     *
     * @throws AssetException when the class path has no compiler for this platform, or the cache can't be written
     */
    List<String> command() {
        URL archive = DartSassInstall.class.getResource(RESOURCES + platform.archive());
        if (archive == null) {
            throw AssetException.environment(Diagnostic.error(
                    "sass-platform",
                    "The class path holds no " + platform.archive() + ".",
                    null,
                    "Check that sass-embedded-bundled is not excluded, or choose the Sass engine libsass."));
        }
        try {
            Path home = cache.resolve(name(archive));
            install(home, archive);
            String suffix = platform.os().equals("windows") ? "dart.exe" : "dart";
            Path source = home.resolve("dart-sass").resolve("src");
            return List.of(
                    source.resolve(suffix).toString(),
                    source.resolve("sass.snapshot").toString(),
                    "--embedded");
        } catch (IOException e) {
            throw AssetException.environment(Diagnostic.error(
                    "sass-cache",
                    "The Dart Sass compiler can't be unpacked: " + e,
                    null,
                    "The folder is " + cache + "; choose another one with -D" + UserCache.PROPERTY + "=..."));
        }
    }

    /** The archive is told apart by version, platform and size: to hash its megabytes at every start would cost more than the rest. */
    private String name(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            long size = connection.getContentLengthLong();
            String stem = platform.archive().substring(0, platform.archive().indexOf('.'));
            return stem + "-" + version() + "-" + (size >= 0 ? size : in.readAllBytes().length);
        }
    }

    /** Returns the version of the compiler on the class path, without unpacking it. */
    static String version() {
        Properties properties = new Properties();
        try (InputStream in = DartSassInstall.class.getResourceAsStream(VERSIONS)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            return "unknown";
        }
        return properties.getProperty("dartSassVersion", "unknown");
    }

    private void install(Path home, URL archive) throws IOException {
        if (isWhole(home)) {
            return;
        }
        Files.createDirectories(cache);
        synchronized (IN_THIS_PROCESS) {
            Path lockFile = cache.resolve(home.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lock(channel)) {
                if (lock.isValid() && !isWhole(home)) {
                    unpack(home, archive);
                }
            }
        }
    }

    /** Another class loader of this very JVM may hold the lock; Java reports that instead of waiting. */
    private static FileLock lock(FileChannel channel) throws IOException {
        for (int tries = 0; ; tries++) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException e) {
                if (tries > 600) {
                    throw new IOException("Another part of this process holds the lock", e);
                }
                try {
                    Thread.sleep(50);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new IOException("Interrupted", interrupted);
                }
            }
        }
    }

    private void unpack(Path home, URL archive) throws IOException {
        String prefix = home.getFileName() + ".unpack-";
        removeLeftovers(prefix);
        Path fresh = Files.createTempDirectory(cache, prefix);
        try {
            try (InputStream in = archive.openStream()) {
                DartSassArchive.unpack(platform.archive(), in, fresh);
            }
            Files.writeString(fresh.resolve(LIST), listing(fresh));
            delete(home);
            try {
                Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, home);
            }
        } finally {
            delete(fresh);
        }
    }

    /** What killed processes left; the lock is held, so no living one is unpacking. */
    private void removeLeftovers(String prefix) throws IOException {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(cache, prefix + "*")) {
            for (Path folder : old) {
                delete(folder);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isWhole(Path home) throws IOException {
        Path list = home.resolve(LIST);
        return Files.isRegularFile(list) && Files.readString(list).equals(listing(home));
    }

    private static String listing(Path home) throws IOException {
        StringBuilder out = new StringBuilder();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = home.relativize(file).toString().replace('\\', '/');
                if (!name.equals(LIST)) {
                    // Whole seconds: a cache that travels as a tar archive keeps no finer time.
                    out.append(Files.size(file))
                            .append(' ')
                            .append(Files.getLastModifiedTime(file).to(TimeUnit.SECONDS))
                            .append(' ')
                            .append(name)
                            .append('\n');
                }
            }
        }
        return out.toString();
    }
}
