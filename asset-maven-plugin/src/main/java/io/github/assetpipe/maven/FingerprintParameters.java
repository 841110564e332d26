package io.github.assetpipe.maven;

import io.github.assetpipe.option.FingerprintOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a pom says in {@code <fingerprint>}; what it leaves out is null. Filled in by Maven. */
public final class FingerprintParameters {
    /** Whether the file stays under its own name beside the fingerprinted one. */
    private @Nullable String keepUnhashed;

    /** Patterns of files that keep their names, beside those that others look up by convention. */
    private @Nullable List<String> skip;

    /** Returns the options, defaults filled in. */
    FingerprintOptions options(ParameterValues values) {
        FingerprintOptions defaults = FingerprintOptions.defaults();
        List<String> skipped = new ArrayList<>(defaults.skip());
        skipped.addAll(values.list("fingerprint.skip", skip, List.of()));
        return new FingerprintOptions(
                values.flag("fingerprint.keepUnhashed", keepUnhashed, defaults.keepUnhashed()), skipped);
    }
}
