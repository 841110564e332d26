package io.github.assetpipe.css.purge;

import java.util.Locale;

/**
 * Reads texts once, from left to right, and gathers their words, the joints between words and the computed names.
 *
 * <p>Every word of a text counts, in markup, script, comment or prose: what a word is for cannot be known in a template.
 * Files must come in alphabetical order, so that the first sighting of a word is also the least. Not safe for several
 * threads.
 */
final class TextScanner {
    private static final int MAX_DEPTH = 12;
    static final int MAX_JOINT = 8;
    private static final int MAX_PIECE = 80;
    private static final long BASE64 = NameChars.hash("base64");

    private final EvidenceBuilder facts;
    private final WordTable words;
    private char[] text = new char[0];
    private int length;
    private TextKind kind = TextKind.MARKUP;
    private Hole hole = new Hole(text, kind);
    private long sighting;
    private boolean style;
    private int lastAttribute = -1;

    /** Creates a scanner that adds to {@code facts}. */
    TextScanner(EvidenceBuilder facts) {
        this.facts = facts;
        this.words = facts.words;
    }

    /** Reads a text; {@code file} is the number that sightings carry. */
    void scan(int file, SourceText source) {
        load(source.text());
        kind = source.kind();
        hole = new Hole(text, kind);
        sighting = ((long) file << 32) + 1;
        style = false;
        lastAttribute = -1;
        scan(0, length, 0);
        namedHeads((long) file << 32);
    }

    private void namedHeads(long first) {
        if (kind == TextKind.RESOURCE) {
            return;
        }
        int[] at = {0, 1};
        new NamedHeads(text, length).find((head, offset) -> {
            for (; at[0] < offset; at[0]++) {
                at[1] += text[at[0]] == '\n' ? 1 : 0;
            }
            sighting = first + at[1];
            computed(head, "", "");
        });
    }

    private void load(String source) {
        length = source.length();
        if (text.length < length) {
            text = new char[Math.max(length, text.length * 2)];
        }
        source.getChars(0, length, text, 0);
        int ampersand = source.indexOf('&');
        int backslash = source.indexOf('\\');
        if (ampersand >= 0 || backslash >= 0) {
            int first = Math.min(ampersand < 0 ? length : ampersand, backslash < 0 ? length : backslash);
            length = SourceEscapes.decode(text, length, first);
        }
    }

    private void scan(int from, int to, int depth) {
        NamePieces pieces = new NamePieces(text, length, kind == TextKind.RESOURCE, this::computed);
        Run run = new Run();
        pieces.start(from, from > 0 && NameChars.isQuote(text[from - 1]));
        int i = from;
        while (i < to) {
            switch (NameChars.CLASS[text[i]]) {
                case NameChars.NAME -> i = word(i, to, run);
                case NameChars.JOINT -> i++;
                case NameChars.HOLE -> i = hole(i, to, depth, run, pieces);
                case NameChars.ANGLE ->
                    i = text[i] == '<' ? hole(i, to, depth, run, pieces) : cut(i, false, run, pieces);
                case NameChars.QUOTE -> i = cut(i, true, run, pieces);
                case NameChars.LINE -> {
                    i = cut(i, false, run, pieces);
                    sighting++;
                }
                default -> i = cut(i, false, run, pieces);
            }
        }
        pieces.end(to, false);
    }

    /** The word before in the same run of characters, or {@code end < 0}. */
    private static final class Run {
        long hash;
        int end = -1;
    }

    private int cut(int at, boolean quote, Run run, NamePieces pieces) {
        if (quote || pieces.pending()) {
            pieces.end(at, quote);
        }
        run.end = -1;
        pieces.start(at + 1, quote);
        return at + 1;
    }

    private int word(int start, int to, Run run) {
        long hash = NameChars.SEED;
        int i = start;
        do {
            hash = NameChars.step(hash, text[i]);
            i++;
        } while (i < to && NameChars.CLASS[text[i]] == NameChars.NAME);
        if (i - start <= WordTable.MAX_LENGTH) {
            int number = words.number(hash, text, start, i, sighting);
            if (i < to && text[i] == '=' && isAttribute(start, i)) {
                lastAttribute = number;
            } else {
                words.flag(number, WordTable.FREE);
            }
            if (kind.hasConstants() && !words.has(number, WordTable.DERIVED)) {
                derive(number);
            }
            if (run.end >= 0 && start - run.end <= MAX_JOINT) {
                pair(run.hash, run.end, start, hash);
            }
        }
        run.hash = hash;
        run.end = i;
        return i;
    }

    private boolean isAttribute(int start, int equals) {
        return kind == TextKind.MARKUP
                && start > 0
                && NameChars.isSpace(text[start - 1])
                && equals + 1 < length
                && (NameChars.isQuote(text[equals + 1]) || NameChars.isName(text[equals + 1]));
    }

    private void pair(long left, int jointStart, int jointEnd, long right) {
        long joint = NameChars.SEED;
        for (int i = jointStart; i < jointEnd; i++) {
            joint = NameChars.step(joint, text[i]);
        }
        facts.pair(NameChars.pair(left, joint, right), sighting);
    }

    /** An enum's constant is often turned into a class: {@code status.name().toLowerCase()}. */
    private void derive(int number) {
        words.flag(number, WordTable.DERIVED);
        String word = words.word(number);
        String lower = word.toLowerCase(Locale.ROOT);
        if (word.length() > 2 && !lower.equals(word) && word.equals(word.toUpperCase(Locale.ROOT))) {
            words.add(lower, sighting);
            words.add(lower.replace('_', '-'), sighting);
        }
    }

    private int hole(int at, int to, int depth, Run run, NamePieces pieces) {
        char c = text[at];
        if (c == ',') {
            return run.end == at && run.hash == BASE64 ? data(at + 1, to) : at + 1;
        }
        if (c == '\\' && at + 1 < to && Character.isLetter(text[at + 1])) {
            return escape(at, to, run, pieces);
        }
        if (c == '<' && kind == TextKind.MARKUP) {
            style = opensStyle(at + 1);
        }
        if (depth < MAX_DEPTH && hole.at(at, to, pieces.separated(at), style)) {
            int end = hole.end;
            int inner = hole.inner;
            int innerEnd = hole.innerEnd;
            pieces.hole(at, end, hole.control);
            if (lastAttribute >= 0) {
                words.flag(lastAttribute, WordTable.FREE);
            }
            scan(inner, innerEnd, depth + 1);
            run.end = -1;
            return end;
        }
        return c == '<' ? cut(at, false, run, pieces) : at + 1;
    }

    private boolean opensStyle(int name) {
        if (style || name + 5 >= length || (text[name] | 0x20) != 's') {
            return style && !(name < length && text[name] == '/');
        }
        return "style".equalsIgnoreCase(new String(text, name, 5)) && !NameChars.isName(text[name + 5]);
    }

    /** {@code \n} ends a name when it is a line feed, and starts one when it is a path: both are read. */
    private int escape(int at, int to, Run run, NamePieces pieces) {
        int end = word(at + 1, to, new Run());
        if ("nrtfbvswdNSWDB".indexOf(text[at + 1]) < 0) {
            run.end = -1;
            return end;
        }
        cut(at, false, run, pieces);
        pieces.start(at + 2, false);
        return at + 2;
    }

    private int data(int from, int to) {
        int i = from;
        while (i < to && (text[i] < 0x80 && Character.isLetterOrDigit(text[i]) || "+/=".indexOf(text[i]) >= 0)) {
            i++;
        }
        return i;
    }

    private void computed(String head, String middle, String tail) {
        String first = head.length() > MAX_PIECE ? head.substring(head.length() - MAX_PIECE) : head;
        String last = tail.length() > MAX_PIECE ? tail.substring(0, MAX_PIECE) : tail;
        ComputedName name = new ComputedName(first, middle.length() > MAX_PIECE ? "" : middle, last);
        if (ComputedNames.isSignificant(name)) {
            facts.computed(name, sighting);
        }
    }
}
