package io.github.assetpipe.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the content security policy in a page's {@code meta} elements means for images that wait for a loader: their stand-ins
 * are {@code data:} URLs, and the loader is a script of the page's own origin.
 *
 * @param against what it forbids, and where; empty when nothing that they need
 * @param nonce whether it allows such a script with a nonce only
 */
public record ContentPolicy(String against, boolean nonce) {
    private static final ContentPolicy NONE = new ContentPolicy("", false);

    /** Reads the policies that a page says literally; {@code file} is what it is called. */
    public static ContentPolicy of(String file, Page page) {
        boolean nonce = false;
        for (Tag tag : page.markup().tags()) {
            boolean policy = tag.name().equals("meta")
                    && tag.value("http-equiv", page.text()).equalsIgnoreCase("content-security-policy");
            if (policy) {
                Map<String, List<String>> directives = directives(Entities.plain(tag.value("content", page.text())));
                String place = " (content security policy in " + file + ":"
                        + page.lines().line(tag.start()) + ")";
                if (!first(directives, "img-src", "default-src")
                        .map(sources -> sources.contains("data:"))
                        .orElse(true)) {
                    return new ContentPolicy("no data: image is allowed" + place, false);
                }
                Optional<List<String>> scripts = first(directives, "script-src-elem", "script-src", "default-src");
                if (scripts.isPresent() && !allowsOwn(scripts.get())) {
                    nonce = scripts.get().stream().anyMatch(s -> s.startsWith("'nonce-"));
                    if (!nonce) {
                        return new ContentPolicy("no further script is allowed" + place, false);
                    }
                }
            }
        }
        return nonce ? new ContentPolicy("", true) : NONE;
    }

    /** A host is not known to be the own one; with {@code 'strict-dynamic'} only a nonce or a digest allows a script. */
    private static boolean allowsOwn(List<String> sources) {
        return !sources.contains("'strict-dynamic'")
                && (sources.contains("'self'") || sources.contains("*") || sources.contains("https:"));
    }

    private static Optional<List<String>> first(Map<String, List<String>> directives, String... names) {
        return Arrays.stream(names)
                .filter(directives::containsKey)
                .map(directives::get)
                .findFirst();
    }

    private static Map<String, List<String>> directives(String policy) {
        Map<String, List<String>> directives = new LinkedHashMap<>();
        for (String directive : policy.toLowerCase(Locale.ROOT).split(";", -1)) {
            List<String> words = List.of(directive.strip().split("\\s+", -1));
            // Of several with one name a browser takes the first.
            directives.putIfAbsent(words.get(0), words.subList(1, words.size()));
        }
        return directives;
    }
}
