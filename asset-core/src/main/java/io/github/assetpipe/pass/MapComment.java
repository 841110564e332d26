package io.github.assetpipe.pass;

import io.github.assetpipe.css.UrlReference;
import io.github.assetpipe.css.UrlReferences;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.run.WatchMemory;
import java.util.Optional;

/**
 * The {@code sourceMappingURL} comment at the end of a file; elsewhere it counts for nothing, it may stand in a string.
 *
 * @param start offset of the comment
 * @param end offset after it
 * @param url what it names
 * @see <a href="https://tc39.es/ecma426/#sec-MatchSourceMapURL">ECMA-426</a>
 */
record MapComment(int start, int end, String url) {
    private static final String MARK = "sourceMappingURL=";

    private record Found(Optional<MapComment> comment) {}

    /** Returns the comment that ends a style sheet or script, or empty. */
    static Optional<MapComment> of(Asset asset, WatchMemory memory) {
        String type = asset.mediaType().toString();
        return memory.of(Found.class, type, asset.content(), content -> new Found(of(asset, content.text())))
                .comment();
    }

    /** Returns the comment that ends {@code text}, which is that of a style sheet or script, or empty. */
    static Optional<MapComment> of(Asset asset, String text) {
        int mark = text.lastIndexOf(MARK);
        if (mark < 0) {
            return Optional.empty();
        }
        return asset.mediaType().equals(MediaType.CSS) ? ofStylesheet(text) : ofScript(text, mark);
    }

    private static Optional<MapComment> ofScript(String text, int mark) {
        int start = mark - "//# ".length();
        boolean comment = start >= 0 && (text.startsWith("//# ", start) || text.startsWith("//@ ", start));
        int from = mark + MARK.length();
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return comment && end > from && text.substring(end).isBlank()
                ? Optional.of(new MapComment(start, end, text.substring(from, end)))
                : Optional.empty();
    }

    private static Optional<MapComment> ofStylesheet(String text) {
        Optional<UrlReference> last = UrlReferences.of(text).stream()
                .filter(r -> r.kind() == UrlReference.Kind.SOURCE_MAP)
                .reduce((first, second) -> second);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        int start = text.lastIndexOf("/*", last.get().start());
        int end = text.indexOf("*/", last.get().end()) + 2;
        return start >= 0 && end > 1 && text.substring(end).isBlank()
                ? Optional.of(new MapComment(start, end, last.get().url()))
                : Optional.empty();
    }
}
