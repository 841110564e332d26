package io.github.assetpipe.pass;

import io.github.assetpipe.page.PageUrls;
import io.github.assetpipe.page.Reference;
import io.github.assetpipe.page.UrlResolver;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Below which prefixes of the application's path a page finds the files of the root: empty, or {@code static/} where the
 * server is set up so. Immutable.
 *
 * @param seen the prefixes
 * @param other whether files are found below something of which it is not known what it stands for
 */
record UrlPrefixes(Set<String> seen, boolean other) {
    static final UrlPrefixes NONE = new UrlPrefixes(Set.of(), false);

    private static final String WEBJARS = "webjars/";

    /** Copies the set. */
    UrlPrefixes {
        seen = Set.copyOf(seen);
    }

    /** Reads the references of a page. */
    static UrlPrefixes of(PageUrls urls) {
        Set<String> seen = new TreeSet<>();
        boolean other = false;
        for (Map.Entry<Reference, UrlResolver.Target> entry : urls.targets().entrySet()) {
            if (!(entry.getValue() instanceof UrlResolver.Target.Found found)
                    || found.form().base() != null
                    || entry.getKey().kind() == Reference.Kind.FACES) {
                continue;
            }
            Optional<String> prefix = of(entry.getKey(), found);
            // Servers find the files of WebJars in a way of their own, whatever holds for the others.
            if (!found.path().value().startsWith(WEBJARS)) {
                prefix.ifPresent(seen::add);
            }
            other |= prefix.isEmpty()
                    && (found.reason().startsWith("the only") || found.reason().equals("configured root"));
        }
        return new UrlPrefixes(seen, other);
    }

    /** Returns the prefix that a reference finds a file of the root below; empty when that is not what it tells. */
    static Optional<String> of(Reference reference, UrlResolver.Target.Found found) {
        boolean below = found.reason().startsWith("served below")
                || (found.reason().equals("configured root") && reference.lead().isEmpty());
        String prefix = found.form().prefix();
        return found.form().base() == null
                        && found.form().root().isEmpty()
                        && (below || found.reason().isEmpty())
                ? Optional.of(prefix.startsWith("/") ? prefix.substring(1) : prefix)
                : Optional.empty();
    }

    /** Returns the prefix if it is one. */
    Optional<String> only() {
        return seen.size() == 1 ? seen.stream().findFirst() : Optional.empty();
    }
}
