package io.github.assetpipe.css.purge;

/**
 * The literal pieces of the run of characters that is being read, between white space, quotes or tags, and the holes
 * between them; at the end of the run it tells which computed name they form.
 *
 * <p>A literal is open at an end where a hole is, where something is joined to its quote, or where it stands in quotes
 * and has its {@code -} or {@code _} there: {@code prefix = 'btn-'}.
 */
final class NamePieces {
    /** Receives computed names. */
    interface Sink {
        void computed(String head, String middle, String tail);
    }

    private static final int LOOK_BACK = 300;
    private static final String[] TARGETS = {"_blank", "_self", "_parent", "_top"};

    private final char[] text;
    private final int length;
    private final Concatenation joins;
    private final boolean resource;
    private final Sink sink;

    /** Offset where the run starts. */
    private int start;
    /** Offset where its last literal piece starts. */
    private int piece;

    private boolean quoted;
    private boolean holes;
    /** Whether the last control construct left the piece after it open. */
    private boolean afterControl;
    /** Whether that construct stands in running text, not in a literal. */
    private boolean prose;
    /** Whether there was a value since the start or the last control construct. */
    private boolean values;

    private String head = "";
    private String middle = "";
    private int joinedAt = -1;

    NamePieces(char[] text, int length, boolean resource, Sink sink) {
        this.text = text;
        this.length = length;
        this.joins = new Concatenation(text, length);
        this.resource = resource;
        this.sink = sink;
    }

    /** Starts a run; {@code afterQuote} when a quote stands before it. */
    void start(int offset, boolean afterQuote) {
        start = offset;
        piece = offset;
        quoted = afterQuote;
        if (holes) {
            holes = false;
            prose = false;
            afterControl = false;
            restart();
        }
    }

    private void restart() {
        values = false;
        head = "";
        middle = "";
    }

    /** Tells whether the run's end can matter when no quote ends it. */
    boolean pending() {
        return holes || quoted || resource;
    }

    /** Tells whether the piece so far ends with a separator. */
    boolean separated(int offset) {
        return offset > piece && NameChars.isSeparator(text[offset - 1]);
    }

    /** Takes a hole from {@code from} to {@code to} into the run. */
    void hole(int from, int to, boolean control) {
        boolean surrounded = surrounded(from, to);
        String literal = new String(text, piece, (surrounded ? from - 2 : from) - piece);
        if (control) {
            boolean running = holes ? prose : !inLiteral();
            flush(literal, true);
            restart();
            prose = running;
            afterControl = true;
        } else if (!values) {
            boolean anchored = !afterControl && (holes || !leftOpen());
            head = anchored ? literal : "";
            middle = anchored ? "" : literal;
            values = true;
        } else if (head.isEmpty() && middle.isEmpty()) {
            middle = literal;
        }
        holes = true;
        piece = surrounded ? to + 2 : to;
    }

    /** Thymeleaf's preprocessing, {@code btn-__${x}__}: the underscores are not of the name. */
    private boolean surrounded(int from, int to) {
        return from - piece >= 2
                && text[from - 1] == '_'
                && text[from - 2] == '_'
                && to + 1 < length
                && text[to] == '_'
                && text[to + 1] == '_';
    }

    /** Ends the run before {@code offset}. */
    void end(int offset, boolean quote) {
        if (offset < piece || offset == start) {
            return;
        }
        int operand = quote ? joins.operandAfter(offset) : -1;
        boolean open = operand >= 0 || (quote || resource) && separated(offset);
        if (holes || open || leftOpen()) {
            String literal = new String(text, piece, offset - piece);
            if (holes || operand < 0 || !joined(literal, operand)) {
                flush(literal, open);
            }
        }
    }

    private void flush(String literal, boolean open) {
        if (values) {
            emit(head, middle, open ? "" : literal);
            return;
        }
        boolean left = afterControl ? !prose || startsSeparated(piece) : !holes && leftOpen();
        boolean right = open && (!prose || literal.endsWith("-") || literal.endsWith("_"));
        if (left && right) {
            emit("", literal, "");
        } else if (left) {
            emit("", "", literal);
        } else if (right) {
            emit(literal, "", "");
        }
    }

    private void emit(String first, String second, String last) {
        boolean ends = !first.isEmpty() || !last.isEmpty();
        if (ends || !second.isEmpty()) {
            sink.computed(first, ends ? "" : second, last);
        }
    }

    /** {@code 'col-' + size + '-6'}: head and tail belong to one name. */
    private boolean joined(String literal, int operand) {
        if (leftOpen()) {
            return false;
        }
        int at = joins.literalAfter(operand);
        int end = at;
        while (end >= 0 && end < length && !NameChars.isSpace(text[end]) && !NameChars.isQuote(text[end])) {
            if (NameChars.CLASS[text[end]] > NameChars.JOINT) {
                return false;
            }
            end++;
        }
        if (end <= at || end < length && NameChars.isQuote(text[end]) && joins.operandAfter(end) >= 0) {
            return false;
        }
        sink.computed(literal, "", new String(text, at, end - at));
        joinedAt = at;
        return true;
    }

    private boolean leftOpen() {
        if (!quoted || start == joinedAt) {
            return false;
        }
        return startsSeparated(start) && !isTarget() || joins.joinedBefore(start - 1);
    }

    /** The keywords of the attribute {@code target} are in every site and no part of anything. */
    private boolean isTarget() {
        for (String keyword : TARGETS) {
            if (text[start] == '_' && joins.starts(start, keyword)) {
                return true;
            }
        }
        return false;
    }

    /** A separator and a letter: numbers such as {@code "-1"} stand in quotes for other reasons. */
    private boolean startsSeparated(int offset) {
        if (offset >= length || !NameChars.isSeparator(text[offset])) {
            return false;
        }
        for (int i = offset + 1; i < length && NameChars.isName(text[i]); i++) {
            if (Character.isLetter(text[i])) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether the run stands in an attribute's value or in a literal, looking back for its opening quote. */
    private boolean inLiteral() {
        int limit = Math.max(0, start - LOOK_BACK);
        for (int i = start - 1; i >= limit; i--) {
            char c = text[i];
            if (NameChars.isQuote(c)) {
                return i == start - 1 || i > 0 && "=([,:+{? ".indexOf(text[i - 1]) >= 0;
            }
            if (c == '<' || c == '>') {
                return false;
            }
        }
        return false;
    }
}
