package io.github.assetpipe.maven;

import io.github.assetpipe.text.Globs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An Ant-style pattern seen from a folder below the one that it was written for.
 *
 * <p>A pom excludes {@code static/drafts/**} from {@code src/main/resources}; from {@code src/main/resources/static} the
 * same pattern is {@code drafts/**}.
 */
final class AntPattern {
    private AntPattern() {}

    /** Returns the patterns as they read from {@code folder}; those that can't match anything in it are left out, and
     * so are regular expressions, which say nothing of another folder. */
    static List<String> below(String folder, List<String> patterns) {
        List<String> below = new ArrayList<>();
        for (String pattern : patterns) {
            below(folder, pattern).ifPresent(below::add);
        }
        return below;
    }

    private static Optional<String> below(String folder, String pattern) {
        if (pattern.startsWith("%regex[")) {
            return folder.isEmpty() ? Optional.of(pattern) : Optional.empty();
        }
        String slashed = pattern.replace('\\', '/');
        // Ant: a pattern that ends with a separator means everything below.
        String rest = slashed.endsWith("/") ? slashed + "**" : slashed;
        for (String segment : folder.split("/")) {
            if (segment.isEmpty() || rest.equals("**") || rest.startsWith("**/")) {
                continue;
            }
            int slash = rest.indexOf('/');
            if (slash < 0 || !Globs.of(List.of(rest.substring(0, slash))).matches(segment)) {
                return Optional.empty();
            }
            rest = rest.substring(slash + 1);
        }
        return Optional.of(rest);
    }
}
