package io.github.assetpipe.page;

import io.github.assetpipe.page.dialect.Construct;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Splits what stands in a compress block into members and barriers. */
final class BlockParts {
    private final Page page;
    private final String text;
    private final boolean css;
    private final int from;
    private final int to;

    BlockParts(Page page, boolean css, int from, int to) {
        this.page = page;
        this.text = page.text();
        this.css = css;
        this.from = from;
        this.to = to;
    }

    /** Returns the parts in order. */
    List<CompressBlock.Part> read() {
        List<CompressBlock.Part> found = new ArrayList<>();
        List<CompressBlock.Part> all = new ArrayList<>(tags());
        for (Range comment : page.markup().comments()) {
            if (comment.start() >= from && comment.end() <= to) {
                all.add(new CompressBlock.Part.Barrier(comment, comment(comment)));
            }
        }
        for (Construct construct : page.constructsIn(from, to)) {
            String reason = construct.kind() == Construct.Kind.COMMENT ? "" : "what the template computes";
            all.add(new CompressBlock.Part.Barrier(new Range(construct.start(), construct.end()), reason));
        }
        all.sort(Comparator.comparingInt((CompressBlock.Part p) -> p.range().start())
                .thenComparingInt(p -> -p.range().end()));
        int at = from;
        for (CompressBlock.Part part : all) {
            if (part.range().start() < at) {
                continue; // Inside the part before.
            }
            text(at, part.range().start(), found);
            at = part.range().end();
            if (!(part instanceof CompressBlock.Part.Barrier barrier)
                    || !barrier.reason().isEmpty()) {
                found.add(part);
            }
        }
        text(at, to, found);
        return found;
    }

    private List<CompressBlock.Part> tags() {
        List<CompressBlock.Part> found = new ArrayList<>();
        List<Tag> tags = page.markup().tags();
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            if (tag.start() < from || tag.elementEnd() > to) {
                continue;
            }
            boolean member = css
                    ? tag.name().equals("link") || (tag.name().equals("style") && tag.closeStart() >= 0)
                    : tag.name().equals("script") && (tag.closeStart() >= 0 || tag.selfClosed());
            if (member) {
                found.add(new CompressBlock.Part.Member(i, new Range(tag.start(), tag.elementEnd())));
            } else {
                boolean whole = tag.name().equals("noscript") || tag.name().equals("template");
                found.add(new CompressBlock.Part.Barrier(
                        new Range(tag.start(), whole ? tag.elementEnd() : tag.end()), "an element that is no member"));
            }
        }
        return found;
    }

    /** Returns why a comment stays in the order, or nothing when it does not matter. */
    private String comment(Range comment) {
        return text.startsWith("<!--[if", comment.start()) || text.startsWith("<![endif]", comment.end() - 12)
                ? "a conditional comment"
                : "";
    }

    private void text(int start, int end, List<CompressBlock.Part> found) {
        if (start < end && !text.substring(start, end).isBlank()) {
            found.add(new CompressBlock.Part.Barrier(new Range(start, end), "text"));
        }
    }
}
