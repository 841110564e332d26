package io.github.assetpipe.serve;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a client asks for.
 *
 * @param method the method, in capitals as sent
 * @param path the path, canonical and still percent-encoded, beginning with {@code /}
 * @param query the query with its {@code ?}, or empty
 * @param headers the values of each header in the order they were sent, by name in lower case
 */
public record Ask(String method, String path, String query, Map<String, List<String>> headers) {

    /** Copies the map. */
    public Ask {
        headers = Map.copyOf(headers);
    }

    /** Returns a header's values joined by commas, as RFC 9110 5.2 combines them; empty when it was not sent. */
    public Optional<String> header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null ? Optional.empty() : Optional.of(String.join(", ", values));
    }

    /** Tells whether the method only reads. */
    public boolean reads() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
