package io.github.assetpipe.transform;

import java.nio.file.Path;
import java.util.Locale;

/** Where a program may keep files of one user between runs, by the custom of each operating system. */
public final class UserCache {
    /** The system property that names another folder. */
    static final String PROPERTY = "assetpipe.cache";

    private UserCache() {}

    /** Returns the folder, which need not exist yet. */
    public static Path folder() {
        String chosen = System.getProperty(PROPERTY);
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath();
        }
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home")).toAbsolutePath();
        if (os.startsWith("windows")) {
            String local = System.getenv("LOCALAPPDATA");
            return (local == null ? home.resolve("AppData").resolve("Local") : Path.of(local)).resolve("assetpipe");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("assetpipe");
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        boolean absolute = xdg != null && xdg.startsWith("/");
        return (absolute ? Path.of(xdg) : home.resolve(".cache")).resolve("assetpipe");
    }
}
