package io.github.assetpipe.page;

import io.github.assetpipe.model.PageEdit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The changes decided for a page by place, for quick questions about ranges. Immutable. */
public final class EditIndex {
    private final TreeMap<Integer, PageEdit> byStart = new TreeMap<>();

    /** Creates an index; of several edits that begin at one place the longest counts. */
    public EditIndex(Collection<PageEdit> edits) {
        for (PageEdit edit : edits) {
            byStart.merge(edit.start(), edit, (a, b) -> a.end() >= b.end() ? a : b);
        }
    }

    /** Tells whether an edit touches a range. */
    public boolean overlaps(int start, int end) {
        Map.Entry<Integer, PageEdit> before = byStart.lowerEntry(end);
        return before != null && before.getValue().end() > start;
    }

    /** Returns the edit that replaces a whole range. */
    public Optional<PageEdit> covering(int start, int end) {
        Map.Entry<Integer, PageEdit> before = byStart.floorEntry(start);
        return before != null && before.getValue().end() >= end && end > start
                ? Optional.of(before.getValue())
                : Optional.empty();
    }

    /** Returns the edits that lie inside a range, in order. */
    public List<PageEdit> within(int start, int end) {
        return byStart.subMap(start, end).values().stream()
                .filter(edit -> edit.end() <= end)
                .toList();
    }
}
