package io.github.assetpipe.run;

import io.github.assetpipe.css.purge.PurgedSheet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** What passes found out that is of no use to later passes, but of interest to people; safe for several threads. */
public final class Findings {
    private final List<CompiledSheet> compiled = Collections.synchronizedList(new ArrayList<>());
    private final List<PurgedSheet> purged = Collections.synchronizedList(new ArrayList<>());

    /** Remembers where a compiled stylesheet's rules come from. */
    public void compiled(CompiledSheet sheet) {
        compiled.add(sheet);
    }

    /** Returns the stylesheets that were compiled, in the order of their names. */
    public List<CompiledSheet> compiled() {
        synchronized (compiled) {
            return compiled.stream()
                    .sorted(Comparator.comparing(CompiledSheet::file))
                    .toList();
        }
    }

    /** Remembers what became of the selectors of some stylesheets. */
    public void purged(List<PurgedSheet> sheets) {
        purged.addAll(sheets);
    }

    /** Returns the stylesheets that were purged, in the order of their names. */
    public List<PurgedSheet> purged() {
        synchronized (purged) {
            return purged.stream()
                    .sorted(Comparator.comparing(PurgedSheet::file))
                    .toList();
        }
    }
}
