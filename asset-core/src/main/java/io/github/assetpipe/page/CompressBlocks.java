package io.github.assetpipe.page;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.page.dialect.Construct;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the compress blocks of a page and says what is wrong with their marks. */
public final class CompressBlocks {
    private static final String USAGE = "write compress css or compress js, then file, inline or preload, then a name";

    /** A mark: where it stands and its words. */
    private record Mark(Range range, String[] words, boolean percent) {
        boolean opens() {
            return words[0].equals("compress");
        }

        boolean knownKind() {
            return words.length > 1 && (words[1].equals("css") || words[1].equals("js"));
        }
    }

    private final String file;
    private final Page page;
    private final List<CompressBlock> blocks = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    private CompressBlocks(String file, Page page) {
        this.file = file;
        this.page = page;
    }

    /**
     * The blocks of a page.
     *
     * @param blocks the blocks in order
     * @param problems errors of unclosed, nested and unknown marks
     */
    public record Found(List<CompressBlock> blocks, List<Diagnostic> problems) {}

    /** Returns the blocks of a page that has a name for diagnostics. */
    public static Found of(String file, Page page) {
        if (!page.text().contains("compress")) {
            return new Found(List.of(), List.of());
        }
        CompressBlocks finder = new CompressBlocks(file, page);
        finder.pair(finder.marks());
        return new Found(List.copyOf(finder.blocks), List.copyOf(finder.problems));
    }

    private List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        for (Construct construct : page.constructs()) {
            boolean percent = page.text().startsWith("{%", construct.start());
            if (construct.kind() == Construct.Kind.COMMENT || percent) {
                mark(new Range(construct.start(), construct.end()), percent).ifPresent(marks::add);
            }
        }
        for (Range comment : page.markup().comments()) {
            mark(comment, false).ifPresent(marks::add);
        }
        marks.sort(Comparator.comparingInt(m -> m.range().start()));
        return marks;
    }

    private Optional<Mark> mark(Range range, boolean percent) {
        if (range.end() - range.start() > 300) {
            return Optional.empty();
        }
        String text = range.in(page.text());
        int from = 0;
        int to = text.length();
        while (from < to && !Character.isLetter(text.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1))) {
            to--;
        }
        String[] words = text.substring(from, to).replaceAll("[\"']", "").split("\\s+");
        boolean compress = words[0].equals("compress") && (percent || (words.length > 1 && words.length <= 4));
        boolean end = words[0].equals("endcompress") && (percent || words.length <= 2);
        return compress || end ? Optional.of(new Mark(range, words, percent)) : Optional.empty();
    }

    private void pair(List<Mark> marks) {
        Deque<Mark> open = new ArrayDeque<>();
        for (Mark mark : marks) {
            if (mark.opens()) {
                open.push(mark);
                continue;
            }
            Mark opener = open.poll();
            if (opener == null) {
                problem("block-unopened", "endcompress without compress", mark, USAGE);
            } else if (!opener.knownKind()) {
                String kind = opener.words().length > 1 ? "\"" + opener.words()[1] + "\"" : "nothing";
                problem("block-unknown", "A compress block can hold css or js, not " + kind, opener, USAGE);
            } else if (open.stream().anyMatch(Mark::knownKind)) {
                problem("block-nested", "A compress block inside another one", opener, "close the outer block first");
            } else {
                block(opener, mark);
            }
        }
        for (Mark mark : open) {
            // "compress images" in a comment is prose, not a mark.
            if (mark.knownKind() || mark.percent()) {
                problem(
                        "block-unclosed",
                        "This compress block is not closed",
                        mark,
                        "write endcompress after its last tag");
            }
        }
    }

    private void block(Mark opener, Mark closer) {
        String[] words = opener.words();
        CompressBlock.Mode mode = CompressBlock.Mode.FILE;
        String name = words.length > 3 ? words[3] : null;
        if (words.length > 2) {
            try {
                mode = CompressBlock.Mode.valueOf(words[2].toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                problem("block-mode", "A compress block has no mode \"" + words[2] + "\"", opener, USAGE);
                return;
            }
        }
        if (words.length > 4) {
            problem("block-unknown", "Too many words in this mark", opener, USAGE);
            return;
        }
        boolean css = words[1].equals("css");
        blocks.add(new CompressBlock(
                css,
                mode,
                name,
                opener.range(),
                closer.range(),
                parts(css, opener.range().end(), closer.range().start())));
    }

    private List<CompressBlock.Part> parts(boolean css, int from, int to) {
        return new BlockParts(page, css, from, to).read();
    }

    private void problem(String id, String message, Mark mark, @Nullable String hint) {
        Range range = mark.range();
        problems.add(Diagnostic.error(
                id, message, page.lines().location(file, range.start(), range.end() - range.start()), hint));
    }
}
