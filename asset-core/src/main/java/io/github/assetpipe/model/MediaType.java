package io.github.assetpipe.model;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The media type of an asset, by its file extension (RFC 6838 names, as the IANA registry lists them).
 *
 * @param name the type and subtype, {@code application/octet-stream} when unknown
 */
public record MediaType(String name) {
    /** Cascading style sheets. */
    public static final MediaType CSS = new MediaType("text/css");
    /** JavaScript, classic or module. */
    public static final MediaType JAVASCRIPT = new MediaType("text/javascript");
    /** Sass in either syntax; never sent to a browser. */
    public static final MediaType SASS = new MediaType("text/x-scss");
    /** HTML. */
    public static final MediaType HTML = new MediaType("text/html");
    /** Scalable vector graphics. */
    public static final MediaType SVG = new MediaType("image/svg+xml");
    /** JSON of any kind, source maps included. */
    public static final MediaType JSON = new MediaType("application/json");
    /** Web application manifests. */
    public static final MediaType WEB_MANIFEST = new MediaType("application/manifest+json");
    /** Anything that is not known. */
    public static final MediaType OTHER = new MediaType("application/octet-stream");

    private static final Map<String, MediaType> BY_EXTENSION = Map.ofEntries(
            Map.entry("css", CSS),
            Map.entry("js", JAVASCRIPT),
            Map.entry("mjs", JAVASCRIPT),
            Map.entry("cjs", JAVASCRIPT),
            Map.entry("scss", SASS),
            Map.entry("sass", SASS),
            Map.entry("html", HTML),
            Map.entry("htm", HTML),
            Map.entry("svg", SVG),
            Map.entry("json", JSON),
            Map.entry("map", JSON),
            Map.entry("webmanifest", WEB_MANIFEST),
            Map.entry("xml", new MediaType("application/xml")),
            Map.entry("xhtml", new MediaType("application/xhtml+xml")),
            Map.entry("txt", new MediaType("text/plain")),
            Map.entry("md", new MediaType("text/markdown")),
            Map.entry("csv", new MediaType("text/csv")),
            Map.entry("wasm", new MediaType("application/wasm")),
            Map.entry("pdf", new MediaType("application/pdf")),
            Map.entry("png", new MediaType("image/png")),
            Map.entry("jpg", new MediaType("image/jpeg")),
            Map.entry("jpeg", new MediaType("image/jpeg")),
            Map.entry("gif", new MediaType("image/gif")),
            Map.entry("webp", new MediaType("image/webp")),
            Map.entry("avif", new MediaType("image/avif")),
            Map.entry("bmp", new MediaType("image/bmp")),
            Map.entry("ico", new MediaType("image/vnd.microsoft.icon")),
            Map.entry("woff", new MediaType("font/woff")),
            Map.entry("woff2", new MediaType("font/woff2")),
            Map.entry("ttf", new MediaType("font/ttf")),
            Map.entry("otf", new MediaType("font/otf")),
            Map.entry("eot", new MediaType("application/vnd.ms-fontobject")),
            Map.entry("mp3", new MediaType("audio/mpeg")),
            Map.entry("ogg", new MediaType("audio/ogg")),
            Map.entry("mp4", new MediaType("video/mp4")),
            Map.entry("webm", new MediaType("video/webm")));

    private static final Set<String> ALREADY_COMPRESSED = Set.of(
            "png", "jpg", "jpeg", "gif", "webp", "avif", "jxl", "woff", "woff2", "mp3", "ogg", "oga", "m4a", "aac",
            "flac", "mp4", "m4v", "mov", "avi", "mkv", "mpeg", "mpg", "ogv", "webm", "zip", "gz", "tgz", "bz2", "tbz",
            "xz", "7z", "rar", "br", "zst", "swf", "jar");

    /** Returns the media type for a path, {@link #OTHER} when its extension is unknown. */
    public static MediaType of(LogicalPath path) {
        return BY_EXTENSION.getOrDefault(path.extension(), OTHER);
    }

    /** Tells by its name whether a file is a stylesheet: CSS or Sass. */
    public static boolean isStylesheet(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".css") || lower.endsWith(".scss") || lower.endsWith(".sass");
    }

    /** Tells whether files of this name hold data that is compressed already, so that br and gzip gain nothing. */
    public static boolean isAlreadyCompressed(LogicalPath path) {
        return ALREADY_COMPRESSED.contains(path.extension());
    }

    @Override
    public String toString() {
        return name;
    }
}
