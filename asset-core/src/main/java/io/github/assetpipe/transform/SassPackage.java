package io.github.assetpipe.transform;

import io.github.assetpipe.text.Json;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the {@code package.json} of an npm package says about its Sass entry; the order is that of Sass's Node importer. */
final class SassPackage {
    private SassPackage() {}

    /** Returns the package-relative path of the stylesheet, or empty when none is named or the text is not JSON. */
    static Optional<String> entry(String packageJson) {
        Object parsed;
        try {
            parsed = Json.parse(packageJson);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (!(parsed instanceof Map<?, ?> members)) {
            return Optional.empty();
        }
        Object exports = members.get("exports");
        Object root = exports instanceof Map<?, ?> map && map.containsKey(".") ? map.get(".") : exports;
        return condition(root, "sass")
                .or(() -> string(members.get("sass")))
                .or(() -> condition(root, "style"))
                .or(() -> string(members.get("style")))
                .map(path -> path.startsWith("./") ? path.substring(2) : path);
    }

    private static Optional<String> condition(@Nullable Object exports, String name) {
        return exports instanceof Map<?, ?> map ? string(map.get(name)) : Optional.empty();
    }

    private static Optional<String> string(@Nullable Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
