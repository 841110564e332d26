package io.github.assetpipe.page;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.UrlForm;
import java.util.ArrayList;
import java.util.List;

/** The URL prefixes that configuration maps to folders of the site. Immutable and safe for several threads. */
final class ConfiguredRoots {
    private final List<Root> roots;

    private record Root(String prefix, String folder) {}

    /**
     * Where a reference may lead.
     *
     * @param path the logical path
     * @param form how the URL is written
     */
    record Candidate(LogicalPath path, UrlForm form) {}

    /** Reads {@code prefix=folder} mappings, template text included; what has no equals sign is left out. */
    ConfiguredRoots(List<String> mappings) {
        List<Root> read = new ArrayList<>();
        for (String mapping : mappings) {
            int equals = mapping.lastIndexOf('=');
            if (equals > 0) {
                String folder = LogicalPath.normalise(
                                mapping.substring(equals + 1).strip())
                        .map(p -> p.value() + "/")
                        .orElse("");
                read.add(new Root(mapping.substring(0, equals).strip(), folder));
            }
        }
        roots = List.copyOf(read);
    }

    /** Returns what a reference that starts with prefixes may name, in the order of the configuration. */
    List<Candidate> candidates(Reference reference) {
        if (roots.isEmpty()) {
            return List.of();
        }
        String whole = reference.lead() + reference.path();
        int lead = reference.lead().length();
        List<Candidate> candidates = new ArrayList<>();
        for (Root root : roots) {
            String key = root.prefix();
            if (whole.startsWith(key) && whole.length() > key.length() && key.length() >= lead) {
                String rest = whole.substring(key.length());
                String slash = rest.startsWith("/") && !key.endsWith("/") ? "/" : "";
                UrlForm form = new UrlForm(key.substring(lead) + slash, root.folder(), null);
                LogicalPath.normalise(root.folder() + rest.substring(slash.length()))
                        .ifPresent(path -> candidates.add(new Candidate(path, form)));
            }
        }
        return candidates;
    }
}
