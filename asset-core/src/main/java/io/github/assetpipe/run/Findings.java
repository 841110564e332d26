package io.github.assetpipe.run;

import io.github.assetpipe.css.purge.PurgedSheet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What passes found out that is of no use to later passes, but of interest to people; safe for several threads. */
public final class Findings {
    private final List<PurgedSheet> purged = Collections.synchronizedList(new ArrayList<>());

    /** Remembers what became of the selectors of some stylesheets. */
    public void purged(List<PurgedSheet> sheets) {
        purged.addAll(sheets);
    }

    /** Returns the stylesheets that were purged, in the order of their names. */
    public List<PurgedSheet> purged() {
        synchronized (purged) {
            return purged.stream()
                    .sorted(java.util.Comparator.comparing(PurgedSheet::file))
                    .toList();
        }
    }
}
