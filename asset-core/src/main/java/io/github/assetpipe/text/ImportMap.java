package io.github.assetpipe.text;

import io.github.assetpipe.model.LogicalPath;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where bare module specifiers lead (HTML standard, import maps): exact names, prefixes that end with a slash, and scopes that
 * count for the modules below a folder. Immutable.
 *
 * <p>Addresses and scopes are kept as paths from the root, {@code /webjars/lit/index.js}; a relative one begins at the folder
 * of the page or, in a file of its own, at the root. Other hosts' addresses are kept as written.
 */
public final class ImportMap {
    /** The map that says nothing. */
    public static final ImportMap EMPTY = new ImportMap(new TreeMap<>());

    /** The addresses by specifier, by scope; the empty scope is everywhere. */
    private final SortedMap<String, SortedMap<String, String>> scopes;

    private ImportMap(SortedMap<String, SortedMap<String, String>> scopes) {
        this.scopes = scopes;
    }

    /**
     * What a map says of a specifier.
     *
     * @param scope the scope that says it, or the empty string
     * @param address where it leads: a path from the root, or another host's URL
     */
    public record Match(String scope, String address) {

        /** Returns the path that it leads to, or empty when that is no file of this host. */
        public Optional<LogicalPath> path() {
            UrlText url = UrlText.of(address);
            String decoded = address.startsWith("/") && url.local() ? url.decodedPath() : null;
            return decoded == null ? Optional.empty() : LogicalPath.normalise(decoded);
        }
    }

    /**
     * Reads a map.
     *
     * @param folder the path from the root, with a slash at both ends, that relative addresses begin at
     * @throws IllegalArgumentException when the text is no import map; the message says why
     */
    public static ImportMap parse(String json, String folder) {
        if (!(Json.parse(json) instanceof Map<?, ?> whole)) {
            throw new IllegalArgumentException("an import map is a JSON object");
        }
        SortedMap<String, SortedMap<String, String>> scopes = new TreeMap<>();
        scopes.put("", entries(whole.get("imports"), folder, "imports"));
        Object scoped = whole.get("scopes");
        if (scoped instanceof Map<?, ?> all) {
            all.forEach((scope, entries) ->
                    scopes.put(address(String.valueOf(scope), folder), entries(entries, folder, "scopes")));
        } else if (scoped != null) {
            throw new IllegalArgumentException("\"scopes\" is a JSON object");
        }
        return new ImportMap(scopes);
    }

    private static SortedMap<String, String> entries(@Nullable Object value, String folder, String name) {
        SortedMap<String, String> entries = new TreeMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((specifier, address) -> {
                if (address instanceof String text) {
                    entries.put(address(String.valueOf(specifier), folder), address(text, folder));
                }
            });
        } else if (value != null) {
            throw new IllegalArgumentException("\"" + name + "\" holds JSON objects");
        }
        return entries;
    }

    /** Returns an address as a path from the root; anything else stays as it is. */
    private static String address(String text, String folder) {
        if (!UrlText.isModuleAddress(text) || text.startsWith("//")) {
            return text;
        }
        UrlText url = UrlText.of(text);
        String path = url.path().startsWith("/") ? url.path() : folder + url.path();
        String slash = path.endsWith("/") ? "/" : "";
        return LogicalPath.normalise(path).map(p -> "/" + p.value() + slash).orElse("/") + url.suffix();
    }

    /** Returns this map, and what only {@code others} says. */
    public ImportMap orElse(ImportMap others) {
        SortedMap<String, SortedMap<String, String>> all = new TreeMap<>();
        others.scopes.forEach((scope, entries) -> all.put(scope, new TreeMap<>(entries)));
        scopes.forEach((scope, entries) ->
                all.computeIfAbsent(scope, s -> new TreeMap<>()).putAll(entries));
        return new ImportMap(all);
    }

    /** Tells whether the map says nothing. */
    public boolean isEmpty() {
        return scopes.values().stream().allMatch(Map::isEmpty);
    }

    /** Tells whether a name has an entry of its own everywhere, not only as one below a prefix. */
    public boolean names(String specifier) {
        return scopes.getOrDefault("", new TreeMap<>()).containsKey(specifier);
    }

    /** Returns what the map says of a specifier in a module, or empty when it says nothing. */
    public Optional<Match> resolve(String specifier, LogicalPath module) {
        String from = "/" + module.value();
        String asked = address(specifier, from.substring(0, from.lastIndexOf('/') + 1));
        TreeMap<String, SortedMap<String, String>> longestFirst = new TreeMap<>(Comparator.reverseOrder());
        longestFirst.putAll(scopes);
        for (Map.Entry<String, SortedMap<String, String>> scope : longestFirst.entrySet()) {
            String prefix = scope.getKey();
            if (prefix.isEmpty() || prefix.equals(from) || (prefix.endsWith("/") && from.startsWith(prefix))) {
                Optional<String> address = find(asked, scope.getValue());
                if (address.isPresent()) {
                    return Optional.of(new Match(prefix, address.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> find(String asked, SortedMap<String, String> entries) {
        String exact = entries.get(asked);
        if (exact != null) {
            return Optional.of(exact);
        }
        // What begins like it sorts before it, the longest last.
        TreeMap<String, String> shorter = new TreeMap<>(entries.headMap(asked));
        for (Map.Entry<String, String> entry : shorter.descendingMap().entrySet()) {
            if (entry.getKey().endsWith("/")
                    && asked.startsWith(entry.getKey())
                    && entry.getValue().endsWith("/")) {
                return Optional.of(
                        entry.getValue() + asked.substring(entry.getKey().length()));
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImportMap map && map.scopes.equals(scopes);
    }

    @Override
    public int hashCode() {
        return scopes.hashCode();
    }

    @Override
    public String toString() {
        return scopes.toString();
    }
}
