package io.github.assetpipe.transform;

import java.net.URL;
import java.util.List;
import java.util.stream.Collectors;

/** Tells which libraries the engines come from, without loading any: a project can choose another version of each. */
public final class EngineJars {
    /** One class of each library that a result depends on. */
    private static final List<String> CLASSES = List.of(
            "/com/google/javascript/jscomp/Compiler.class",
            "/com/sass_lang/embedded_protocol/EmbeddedSass.class",
            "/io/bit3/jsass/Compiler.class",
            "/com/yahoo/platform/yui/compressor/CssCompressor.class",
            "/com/aayushatharva/brotli4j/Brotli4jLoader.class",
            "/org/jsoup/Jsoup.class");

    private EngineJars() {}

    /** Returns the names of the jar files, which tell the versions; {@code ?} for a library that is not there. */
    public static String names() {
        return DartSassInstall.version() + " "
                + CLASSES.stream().map(EngineJars::jar).collect(Collectors.joining(" "));
    }

    private static String jar(String name) {
        URL found = EngineJars.class.getResource(name);
        if (found == null) {
            return "?";
        }
        String address = found.toString();
        int end = address.lastIndexOf('!');
        return end < 0 ? address : address.substring(address.lastIndexOf('/', end) + 1, end);
    }
}
