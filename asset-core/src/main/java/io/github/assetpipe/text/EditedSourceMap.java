package io.github.assetpipe.text;

/** Moves the segments of a source map to where range edits move their text. Used once, by one thread. */
final class EditedSourceMap {
    private final SourceMap before;
    private final TextEdits edits;
    private final LineMap oldLines;
    private final LineMap newLines;
    private final SourceMap.Builder builder = new SourceMap.Builder();
    private final int[] sources;

    EditedSourceMap(SourceMap before, TextEdits edits) {
        this.before = before;
        this.edits = edits;
        this.oldLines = new LineMap(edits.text());
        this.newLines = new LineMap(edits.apply());
        this.sources = SourceMaps.register(builder, before);
    }

    SourceMap build() {
        int segment = 0;
        int shift = 0;
        for (TextEdits.Edit edit : edits.sorted()) {
            segment = move(segment, edit.start(), shift);
            int start = edit.start() + shift;
            shift += edit.replacement().length() - (edit.end() - edit.start());
            if (!edit.replacement().isEmpty()) {
                builder.addWithoutSource(newLines.line(start) - 1, newLines.column(start) - 1);
            }
            // What follows the edit belongs to the segment that covered it, unless one of its own starts there.
            int covering = before.segmentAt(oldLines.line(edit.end()) - 1, oldLines.column(edit.end()) - 1);
            copy(covering, edit.end() + shift);
            while (segment < before.size() && offset(segment) < edit.end()) {
                segment++;
            }
        }
        move(segment, edits.text().length() + 1, shift);
        return builder.build();
    }

    /** Copies the segments from {@code segment} on that start before {@code end}; returns the next one. */
    private int move(int segment, int end, int shift) {
        int next = segment;
        while (next < before.size() && offset(next) < end) {
            copy(next, offset(next) + shift);
            next++;
        }
        return next;
    }

    private void copy(int segment, int offset) {
        int line = newLines.line(offset) - 1;
        int column = newLines.column(offset) - 1;
        if (segment < 0) {
            builder.addWithoutSource(line, column);
        } else {
            SourceMaps.add(builder, line, column, before, segment, sources);
        }
    }

    private int offset(int segment) {
        int line = before.line(segment) + 1;
        return line > oldLines.lineCount()
                ? edits.text().length() + 1
                : oldLines.lineStart(line) + before.column(segment);
    }
}
