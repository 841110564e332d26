package io.github.assetpipe.pass;

import io.github.assetpipe.model.PageDecision;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps what is decided alike about many pages once: they share layouts, so a hundred thousand pages say the same few
 * thousand things. Safe for several threads.
 */
final class Repeats {
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<List<Piece>, List<Piece>> pieces = new ConcurrentHashMap<>();

    /** Returns an equal page whose edits and decisions share what others have too. */
    PageFile of(PageFile page) {
        if (page.edits().isEmpty() && page.decisions().isEmpty()) {
            return page;
        }
        List<PageEdit> edits = new ArrayList<>(page.edits().size());
        for (PageEdit edit : page.edits()) {
            edits.add(new PageEdit(edit.start(), edit.end(), pieces.computeIfAbsent(edit.pieces(), same -> same)));
        }
        List<PageDecision> decisions = new ArrayList<>(page.decisions().size());
        for (PageDecision d : page.decisions()) {
            decisions.add(new PageDecision(d.kind(), d.line(), text(d.subject()), text(d.outcome()), text(d.reason())));
        }
        return page.with(edits, decisions);
    }

    private String text(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }
}
