package io.github.assetpipe.serve;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which content codings a client takes, and how gladly (RFC 9110 12.5.3).
 *
 * <p>An element that is not well-formed does not count; the others do. Immutable and safe for several threads.
 */
final class AcceptEncoding {
    /** The name of no coding at all. */
    static final String IDENTITY = "identity";

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]+");
    private static final Pattern WEIGHT = Pattern.compile("[qQ]=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)");
    /** An identity that the header does not name is taken, but after everything that it names. */
    private static final int LAST_RESORT = 0;

    private final Map<String, Integer> weights = new HashMap<>();
    private final boolean present;

    private AcceptEncoding(boolean present) {
        this.present = present;
    }

    /** Reads a header; null when it was not sent. */
    static AcceptEncoding of(@Nullable String header) {
        AcceptEncoding accept = new AcceptEncoding(header != null);
        if (header != null) {
            for (String element : header.split(",", -1)) {
                accept.add(element.strip());
            }
        }
        return accept;
    }

    private void add(String element) {
        String[] parts = element.split(";", -1);
        String name = parts[0].strip().toLowerCase(Locale.ROOT);
        if (!TOKEN.matcher(name).matches() || parts.length > 2) {
            return;
        }
        int weight = 1000;
        if (parts.length == 2) {
            var match = WEIGHT.matcher(parts[1].strip());
            if (!match.matches()) {
                return;
            }
            weight = new BigDecimal(match.group(1)).movePointRight(3).intValueExact();
        }
        // RFC 9110 8.4.1.3: x-gzip is gzip.
        weights.merge(name.equals("x-gzip") ? "gzip" : name, weight, Math::max);
    }

    /** Returns how gladly a coding is taken, 1 to 1000; 0 is a last resort, negative not at all. */
    int weight(String coding) {
        if (!present) {
            return coding.equals(IDENTITY) ? 1000 : -1;
        }
        Integer listed = weights.get(coding);
        if (listed == null) {
            listed = weights.get("*");
        }
        if (listed != null) {
            return listed == 0 ? -1 : listed;
        }
        return coding.equals(IDENTITY) ? LAST_RESORT : -1;
    }

    /**
     * Returns the most welcome of several things, among equally welcome ones the smallest; empty when none is taken.
     *
     * @param coding the content coding of a thing
     * @param size its size
     */
    <T> Optional<T> choose(List<T> things, Function<T, String> coding, Function<T, Long> size) {
        return things.stream()
                .filter(t -> weight(coding.apply(t)) >= 0)
                .min(Comparator.<T>comparingInt(t -> -weight(coding.apply(t)))
                        .thenComparing(size)
                        .thenComparing(coding));
    }
}
