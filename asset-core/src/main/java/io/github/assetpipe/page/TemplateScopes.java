package io.github.assetpipe.page;

import io.github.assetpipe.page.dialect.Construct;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The ranges of a page in which its template language may know names that it does not know elsewhere, or which it may leave
 * out: loops, macros, sections, conditions. Immutable.
 *
 * <p>What can't be told is a range: one that is not closed goes to the end of the page, and one of which the page only has the
 * end goes from its beginning.
 */
public final class TemplateScopes {
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");
    private static final Set<String> THYMELEAF = Set.of("each", "with", "object", "if", "unless", "switch", "case");

    private final List<Range> ranges;

    private TemplateScopes(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /** Finds the ranges of a page. */
    public static TemplateScopes of(Page page) {
        List<Range> ranges = new ArrayList<>();
        Reading reading = new Reading(page.text().length(), ranges);
        ScopeMarks marks = new ScopeMarks(page.dialect().name());
        for (Construct construct : page.constructs()) {
            if (construct.kind() != Construct.Kind.COMMENT) {
                marks.of(construct.in(page.text())).forEach(mark -> reading.read(mark, construct));
            }
        }
        reading.end();
        for (Tag tag : page.markup().tags()) {
            if (isScope(tag, page)) {
                boolean open = tag.closeEnd() < 0 && !tag.selfClosed() && !VOID.contains(tag.name());
                ranges.add(new Range(tag.start(), open ? page.text().length() : tag.elementEnd()));
            }
        }
        return new TemplateScopes(ranges);
    }

    private static boolean isScope(Tag tag, Page page) {
        if (page.dialect().xml()) {
            return tag.name().indexOf(':') > 0 && !ScopeMarks.isNeutral(tag.name());
        }
        if (!page.dialect().name().equals("thymeleaf")) {
            return false;
        }
        for (Attribute attribute : tag.attributes()) {
            String name = attribute.name().startsWith("data-th-")
                    ? attribute.name().substring(8)
                    : attribute.name().startsWith("th:") ? attribute.name().substring(3) : "";
            boolean parameters = name.equals("fragment")
                    && attribute.hasValue()
                    && attribute.raw(page.text()).indexOf('(') >= 0;
            if (THYMELEAF.contains(name) || parameters) {
                return true;
            }
        }
        return false;
    }

    /** Returns a test of offsets: whether what is written there means the same at {@code place}. */
    public IntPredicate heldAt(int place) {
        List<Range> outside = new ArrayList<>();
        ranges.stream()
                .filter(range -> !range.contains(place))
                .sorted(Comparator.comparingInt(Range::start))
                .forEach(range -> {
                    Range last = outside.isEmpty() ? new Range(-1, -1) : outside.get(outside.size() - 1);
                    if (range.start() < last.end()) {
                        outside.set(outside.size() - 1, new Range(last.start(), Math.max(last.end(), range.end())));
                    } else {
                        outside.add(range);
                    }
                });
        return offset -> {
            int low = 0;
            int high = outside.size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                if (outside.get(middle).contains(offset)) {
                    return false;
                }
                if (outside.get(middle).start() < offset) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return true;
        };
    }

    /** Pairs the marks of a page in order. */
    private static final class Reading {
        private record Open(String label, boolean scope, int start) {}

        private final int length;
        private final List<Range> ranges;
        private final Deque<Open> open = new ArrayDeque<>();

        Reading(int length, List<Range> ranges) {
            this.length = length;
            this.ranges = ranges;
        }

        void read(ScopeMarks.Mark mark, Construct at) {
            switch (mark.kind()) {
                case OPEN -> open.push(new Open(mark.label(), mark.scope(), at.start()));
                case CLOSE -> close(mark.label(), at.end());
                case ELSE -> {
                    if (!open.isEmpty()) {
                        Open former = open.pop();
                        add(former, at.end());
                        open.push(new Open(former.label(), former.scope(), at.start()));
                    }
                }
            }
        }

        private void close(String label, int end) {
            boolean known = label.isEmpty()
                    ? !open.isEmpty()
                    : open.stream().anyMatch(o -> o.label().equals(label));
            if (!known) {
                ranges.add(new Range(0, end));
                return;
            }
            Open closed = open.pop();
            add(closed, end);
            while (!label.isEmpty() && !closed.label().equals(label)) {
                closed = open.pop();
                add(closed, end);
            }
        }

        private void add(Open closed, int end) {
            if (closed.scope()) {
                ranges.add(new Range(closed.start(), end));
            }
        }

        void end() {
            open.forEach(o -> add(o, length));
        }
    }
}
