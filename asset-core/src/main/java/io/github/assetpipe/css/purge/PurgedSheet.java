package io.github.assetpipe.css.purge;

import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.text.LineMap;
import io.github.assetpipe.text.TextEdits;
import java.util.List;

/**
 * A stylesheet without what no page can use.
 *
 * @param file its name as given
 * @param source its text as given
 * @param text what is left: the source without {@code cuts}, every other character as it was
 * @param cuts the ranges that are gone, in the order of the text, without overlap
 * @param verdicts what was dropped, in the order of the text; what was kept as well if that was asked for
 */
public record PurgedSheet(String file, String source, String text, List<Cut> cuts, List<Verdict> verdicts) {

    /**
     * A range of the source that is gone.
     *
     * @param start offset of its first character
     * @param end offset after its last one
     */
    public record Cut(int start, int end) {}

    /** Copies the lists. */
    public PurgedSheet {
        cuts = List.copyOf(cuts);
        verdicts = List.copyOf(verdicts);
    }

    /** Returns what was dropped, in the order of the text. */
    public List<Verdict> rejected() {
        return verdicts.stream().filter(verdict -> !verdict.kept()).toList();
    }

    /** Returns what happened to the source as edits, which a source map can follow. */
    public TextEdits edits() {
        TextEdits edits = new TextEdits(source);
        cuts.forEach(cut -> edits.delete(cut.start(), cut.end()));
        return edits;
    }

    /** Returns where each of {@code verdicts} stands in the source, in their order. */
    public List<Location> locations(List<Verdict> some) {
        LineMap lines = new LineMap(source);
        return some.stream()
                .map(verdict -> lines.location(
                        file, verdict.offset(), firstLine(verdict.subject()).length()))
                .toList();
    }

    private static String firstLine(String subject) {
        int end = subject.indexOf('\n');
        return end < 0 ? subject : subject.substring(0, end);
    }
}
