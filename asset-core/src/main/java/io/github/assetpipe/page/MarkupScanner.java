package io.github.assetpipe.page;

import io.github.assetpipe.page.dialect.Construct;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the start tags, attributes and comments of a page, after the template language's constructs are masked.
 *
 * <p>A tokenizer after the HTML standard's (13.2.5), which knows its raw text elements and the escaped states of scripts, and
 * none of its tree building: a page of a template engine is no tree, and the ranges must be those of the source. One pass,
 * linear time.
 */
final class MarkupScanner {
    /** Stands for each character of a construct; no page has this noncharacter. */
    static final char MASK = '\uffff';

    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");
    private static final Set<String> RAW =
            Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");
    private static final int MAX_DEAD_ENDS = 8;

    /** A tag whose end tag is not known yet. */
    private static final class Open {
        private final Tag tag;
        private final int index;
        private final Set<Ancestor> inside;
        /** How many elements of its name are open. */
        private final int[] count;

        private Open(Tag tag, int index, Set<Ancestor> inside, int[] count) {
            this.tag = tag;
            this.index = index;
            this.inside = inside;
            this.count = count;
            count[0]++;
        }
    }

    private final char[] chars;
    private final MarkupChars text;
    private final RawText rawText;
    private final boolean xml;
    private final List<Tag> tags = new ArrayList<>();
    private final List<Range> comments = new ArrayList<>();
    private final Deque<Open> stack = new ArrayDeque<>();
    /** How many elements of a name are open. */
    private final Map<String, int[]> open = new HashMap<>();

    private final Map<Set<Ancestor>, Set<Ancestor>> sets = new HashMap<>();
    /** A page says the same classes again and again. */
    private final Map<String, Optional<Ancestor>> ancestors = new HashMap<>();

    private static final Set<Ancestor> NOTHING = Collections.unmodifiableSet(EnumSet.noneOf(Ancestor.class));

    private int htmlEnd = -1;
    private int bodyEnd = -1;
    private int deadEnds;

    private MarkupScanner(char[] chars, boolean xml) {
        this.chars = chars;
        this.text = new MarkupChars(chars);
        this.rawText = new RawText(text, xml);
        this.xml = xml;
    }

    /** Scans the text in {@code chars}, which is written over; {@code constructs} are in order and do not overlap. */
    static Markup scan(char[] chars, List<Construct> constructs, boolean xml) {
        for (Construct construct : constructs) {
            // A comment emits nothing, so it separates attributes and is no sign of a changing tag.
            char filler = construct.kind() == Construct.Kind.COMMENT ? ' ' : MASK;
            Arrays.fill(chars, construct.start(), construct.end(), filler);
        }
        MarkupScanner scanner = new MarkupScanner(chars, xml);
        scanner.run();
        return new Markup(scanner.tags, scanner.comments, scanner.htmlEnd, scanner.bodyEnd);
    }

    private void run() {
        int at = 0;
        while (deadEnds < MAX_DEAD_ENDS) {
            while (at < chars.length && chars[at] != '<') {
                at++;
            }
            if (at >= chars.length) {
                return;
            }
            at = markup(at);
        }
    }

    private int markup(int at) {
        char next = text.charAt(at + 1);
        if (next == '!' || next == '?') {
            return declaration(at);
        }
        if (next == '/' && isLetter(text.charAt(at + 2))) {
            TagReader reader = new TagReader(chars, at + 2);
            return reader.read() ? endTag(at, reader) : deadEnd(at);
        }
        if (!isLetter(next)) {
            return at + 1;
        }
        TagReader reader = new TagReader(chars, at + 1);
        return reader.read() ? startTag(at, reader) : deadEnd(at);
    }

    /** A tag that the end of the page cuts off is none; a few are forgiven, so that a stray quote does not end all. */
    private int deadEnd(int at) {
        deadEnds++;
        return at + 1;
    }

    private int declaration(int at) {
        if (text.startsWith(at, "<!--")) {
            int end = text.startsWith(at + 4, ">") ? at + 5 : text.after("-->", at + 4);
            comments.add(new Range(at, end));
            return end;
        }
        if (text.startsWith(at, "<![CDATA[") && (xml || insideForeign())) {
            return text.after("]]>", at);
        }
        return xml && text.startsWith(at, "<?") ? text.after("?>", at) : text.after(">", at);
    }

    private boolean insideForeign() {
        Open top = stack.peek();
        return top != null && top.inside.contains(Ancestor.FOREIGN);
    }

    private int startTag(int at, TagReader reader) {
        String name = reader.name();
        Open top = stack.peek();
        Set<Ancestor> within = top == null ? NOTHING : top.inside;
        Tag tag = new Tag(
                name, at, reader.end(), reader.attributes(), reader.selfClosed(), reader.dynamic(), -1, -1, within);
        tags.add(tag);
        boolean foreign = within.contains(Ancestor.FOREIGN);
        if (VOID.contains(name) || (reader.selfClosed() && (xml || foreign || name.indexOf(':') > 0))) {
            return tag.end();
        }
        if (RAW.contains(name) && !(foreign && !name.equals("script") && !name.equals("style"))) {
            return rawText(tag);
        }
        stack.push(new Open(tag, tags.size() - 1, inside(tag), open.computeIfAbsent(name, n -> new int[1])));
        return tag.end();
    }

    private Set<Ancestor> inside(Tag tag) {
        Ancestor own = Ancestor.ofName(tag.name());
        if (own == null) {
            String classes = value(tag, "class");
            own = classes.isEmpty() ? null : ofClasses(classes);
            String id = own == null ? value(tag, "id") : "";
            own = id.isEmpty() ? own : Ancestor.ofId(id);
        }
        if (own == null || tag.within().contains(own)) {
            return tag.within();
        }
        Set<Ancestor> all = EnumSet.noneOf(Ancestor.class);
        all.addAll(tag.within());
        all.add(own);
        return sets.computeIfAbsent(all, same -> same);
    }

    private @Nullable Ancestor ofClasses(String classes) {
        return ancestors
                .computeIfAbsent(classes, k -> Optional.ofNullable(Ancestor.ofClasses(k)))
                .orElse(null);
    }

    private String value(Tag tag, String name) {
        for (Attribute a : tag.attributes()) {
            if (a.name().equals(name)) {
                return a.hasValue() ? new String(chars, a.valueStart(), a.valueEnd() - a.valueStart()) : "";
            }
        }
        return "";
    }

    private int endTag(int at, TagReader reader) {
        String name = reader.name();
        if (name.equals("html")) {
            htmlEnd = at;
        } else if (name.equals("body")) {
            bodyEnd = at;
        }
        int[] same = open.get(name);
        if (same != null && same[0] > 0) {
            Open popped;
            do {
                popped = stack.pop();
                popped.count[0]--;
            } while (!popped.tag.name().equals(name));
            close(popped.index, at, reader.end());
        }
        return reader.end();
    }

    private void close(int index, int start, int end) {
        Tag t = tags.get(index);
        tags.set(
                index,
                new Tag(
                        t.name(),
                        t.start(),
                        t.end(),
                        t.attributes(),
                        t.selfClosed(),
                        t.dynamic(),
                        start,
                        end,
                        t.within()));
    }

    private int rawText(Tag tag) {
        int close = rawText.end(tag.name(), tag.end());
        if (close < 0) {
            return chars.length;
        }
        TagReader reader = new TagReader(chars, close + 2);
        if (!reader.read()) {
            return chars.length;
        }
        close(tags.size() - 1, close, reader.end());
        return reader.end();
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
