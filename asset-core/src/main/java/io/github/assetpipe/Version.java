package io.github.assetpipe;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this library, as its build wrote it into the jar. */
final class Version {
    /** The version, such as {@code 0.1.0}. */
    static final String NUMBER = read();

    private Version() {}

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The jar can't be read", e);
        }
        return properties.getProperty("version", "unknown");
    }
}
