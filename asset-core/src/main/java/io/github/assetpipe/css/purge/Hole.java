package io.github.assetpipe.css.purge;

/**
 * Recognises the constructs of template languages and format strings that a name can have in place of letters:
 * {@code ${x}}, {@code {{x}}}, {@code <%= x %>}, {@code %s}, {@code {0}}, {@code <#if x>}, {@code #if($x)}, {@code $x}.
 *
 * <p>A construct is looked for at one offset; what it is, is left in the fields. A construct is a value, or control:
 * then the literal parts around it may be alternatives of each other. The end is looked for within a bounded distance,
 * so that the whole scan stays linear.
 */
final class Hole {
    private static final int MAX_BRACE = 200;
    private static final String[] VELOCITY = {"if", "elseif", "else", "end", "foreach", "set", "macro", "parse"};
    private static final String[] FREEMARKER = {
        "if",
        "else",
        "elseif",
        "list",
        "items",
        "sep",
        "switch",
        "case",
        "default",
        "assign",
        "local",
        "global",
        "macro",
        "function",
        "return",
        "include",
        "import",
        "attempt",
        "recover",
        "compress",
        "escape",
        "noescape",
        "t",
        "lt",
        "rt"
    };
    private static final String[] CONDITIONS = {"media", "supports", "container", "layer", "starting"};
    private static final String[] JTE = {
        "if", "elseif", "else", "endif", "for", "endfor", "template", "endtemplate", "raw", "endraw"
    };

    private final char[] text;
    private final TextKind kind;
    private final HoleEnds ends;

    /** Offset where the construct's own text starts, to be scanned for names. */
    int inner;
    /** Offset where that text ends. */
    int innerEnd;
    /** Offset after the construct. */
    int end;
    /** Whether it decides which literal parts are written, rather than writing a value. */
    boolean control;

    Hole(char[] text, TextKind kind) {
        this.text = text;
        this.ends = new HoleEnds(text);
        this.kind = kind;
    }

    /**
     * Looks for a construct at {@code at}, before {@code to}.
     *
     * @param separated whether the literal text before ends with {@code -} or {@code _}, so that a weaker sign will do
     * @param style whether the text is inside a style element, where a brace is a block
     */
    boolean at(int at, int to, boolean separated, boolean style) {
        control = false;
        char next = at + 1 < to ? text[at + 1] : ' ';
        return switch (text[at]) {
            case '$' -> dollar(at, to, next);
            case '#' -> next == '{' ? hashBrace(at, to) : kind == TextKind.MARKUP && words(at, to, VELOCITY);
            case '@' -> at(at, to, next, separated);
            case '*', '~' -> next == '{' && braces(at + 1, to, HoleEnds.MAX_VALUE);
            case '%' -> next == '{' ? braces(at + 1, to, HoleEnds.MAX_VALUE) : format(at, to);
            case '{' -> brace(at, to, next, separated, style);
            case '<' -> angle(at, to, next);
            case '[' -> bracket(at, to, next);
            case '\\' -> next == '\n' && found(at + 1, at + 1, at + 1);
            default -> false;
        };
    }

    private boolean found(int innerFrom, int innerTo, int after) {
        inner = innerFrom;
        innerEnd = innerTo;
        end = after;
        return true;
    }

    private boolean dollar(int at, int to, char next) {
        int brace = next == '!' ? at + 2 : at + 1;
        if (brace < to && text[brace] == '{') {
            // An end too far away leaves an open hole: the head still counts.
            return braces(brace, to, HoleEnds.MAX_VALUE) || found(brace + 1, brace + 1, brace + 1);
        }
        return kind.dollarNames() && variable(at, brace, to);
    }

    /** {@code $x}, {@code $x.y}, {@code $x.f(y)}: a dot joins only when a letter follows. */
    private boolean variable(int at, int from, int to) {
        int i = from;
        if (i >= to || !Character.isLetter(text[i])) {
            return false;
        }
        while (i < to) {
            char c = text[i];
            if (c == '(') {
                int close = ends.balanced(i, to, MAX_BRACE, '(', ')');
                if (close < 0) {
                    break;
                }
                i = close;
            } else if (c < 0x80 && (Character.isLetterOrDigit(c) || c == '_')
                    || c == '.' && kind == TextKind.MARKUP && i + 1 < to && Character.isLetter(text[i + 1])) {
                i++;
            } else {
                break;
            }
        }
        return found(at + 1, i, i);
    }

    private boolean hashBrace(int at, int to) {
        if (!braces(at + 1, to, HoleEnds.MAX_VALUE)) {
            return false;
        }
        control = word(inner, "else") || word(inner, "end") || word(inner, "if");
        return true;
    }

    private boolean at(int at, int to, char next, boolean separated) {
        if (next == '{') {
            return braces(at + 1, to, HoleEnds.MAX_VALUE);
        }
        if (kind == TextKind.MARKUP && words(at, to, JTE)) {
            return true;
        }
        if (!separated) {
            return false; // Else every mail address would be a computed name.
        }
        if (next == '(') {
            int close = ends.balanced(at + 1, to, MAX_BRACE, '(', ')');
            return close > 0 && found(at + 2, close - 1, close);
        }
        int i = at + 1;
        while (i < to && (NameChars.isName(text[i]) && text[i] != '-' || text[i] == '.')) {
            i++;
        }
        return i > at + 1 && found(at + 1, i, i < to && text[i] == '@' ? i + 1 : i);
    }

    /** A directive such as {@code #if(...)} or {@code @endif}: control. */
    private boolean words(int at, int to, String[] words) {
        for (String word : words) {
            int after = at + 1 + word.length();
            if (after <= to && word(at + 1, word)) {
                int close = after < to && text[after] == '('
                        ? ends.balanced(after, to, HoleEnds.MAX_VALUE, '(', ')')
                        : after;
                control = true;
                return close > 0 && found(after, close, close);
            }
        }
        return false;
    }

    private boolean word(int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= text.length || text[at + i] != word.charAt(i)) {
                return false;
            }
        }
        int after = at + word.length();
        return after >= text.length || !Character.isLetterOrDigit(text[after]);
    }

    private boolean format(int at, int to) {
        int i = at + 1;
        while (i < to && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        boolean index = i > at + 1 && i < to && text[i] == '$';
        boolean padded = i > at + 1 && text[at + 1] == '0';
        i = index ? i + 1 : i;
        if (i >= to || text[i] != 's' && text[i] != 'd' && text[i] != 'S' || i > at + 1 && !index && !padded) {
            return false;
        }
        return found(i, i + 1, i + 1);
    }

    private boolean brace(int at, int to, char next, boolean separated, boolean style) {
        if (next == '{') {
            int open = at + 2 < to && text[at + 2] == '{' ? at + 3 : at + 2;
            int close = ends.find("}}", open, to);
            control = open < to && "#/^!>".indexOf(text[open]) >= 0 || word(open, "else");
            boolean triple = close >= 0 && close + 2 < to && text[close + 2] == '}';
            return close < 0 ? found(open, open, open) : found(open, close, close + (triple ? 3 : 2));
        }
        if (next == '%') {
            int close = ends.find("%}", at + 2, to);
            control = true;
            return close >= 0 && found(at + 2, close, close + 2);
        }
        if (next == '}' || next >= '0' && next <= '9') {
            int close = ends.balanced(at, to, 40, '{', '}');
            return close > 0 && found(close, close, close);
        }
        boolean block = at > 0 && text[at - 1] == ')';
        if (style || !separated && (block || kind != TextKind.MARKUP)) {
            return false;
        }
        control = "#/:@".indexOf(next) >= 0;
        if (!control && !Character.isLetter(next) && "$_(!'\"".indexOf(next) < 0) {
            return false;
        }
        return expression(at, to, separated || control);
    }

    /** Tells {@code {item.kind}} from the block of a rule or a function. */
    private boolean expression(int at, int to, boolean sure) {
        int limit = Math.min(to, at + MAX_BRACE);
        for (int i = at + 1; i < limit; i++) {
            char c = text[i];
            if (c == '}') {
                return found(at + 1, i, i + 1);
            }
            if (!sure && (c == ';' || c == '\n' || c == '{' || c == ':' && Character.isLetter(text[i - 1]))) {
                return false;
            }
        }
        return false;
    }

    private boolean angle(int at, int to, char next) {
        if (next == '%' || next == '?') {
            boolean comment = next == '%' && at + 3 < to && text[at + 2] == '-' && text[at + 3] == '-';
            int close = ends.find(comment ? "--%>" : next == '%' ? "%>" : "?>", at + 2, to);
            control = at + 2 < to && "=-:".indexOf(text[at + 2]) < 0 || comment;
            return close < 0 ? found(at + 2, at + 2, at + 2) : found(at + 2, close, close + (comment ? 4 : 2));
        }
        int name = next == '/' ? at + 2 : at + 1;
        if (name >= to
                || !(text[name] == '#' || text[name] == '@' || kind == TextKind.MARKUP && isPrefixed(name, to))) {
            return false;
        }
        control = true;
        int close = ends.tagEnd(name, to, '>');
        return close > 0 && found(name, close - 1, close);
    }

    /** Tells whether a tag name with a prefix starts here, as JSP and Facelets tags have. */
    private boolean isPrefixed(int at, int to) {
        int i = at;
        while (i < to && i < at + 20 && text[i] < 0x80 && Character.isLetterOrDigit(text[i])) {
            i++;
        }
        return i > at && i + 1 < to && text[i] == ':' && Character.isLetter(text[i + 1]);
    }

    private boolean bracket(int at, int to, char next) {
        if ((next == '[' || next == '(') && at + 2 < to && "$*#@~".indexOf(text[at + 2]) >= 0) {
            int close = ends.find(next == '[' ? "]]" : ")]", at + 2, to);
            return close >= 0 && found(at + 2, close, close + 2);
        }
        int name = next == '/' ? at + 2 : at + 1;
        if (kind != TextKind.MARKUP || name + 1 >= to || !directive(name)) {
            return false;
        }
        control = true;
        int close = ends.tagEnd(name, to, ']');
        return close > 0 && found(name, close - 1, close);
    }

    /** {@code [#if x]} and {@code [@macro]} of FreeMarker, but not the name {@code text-[#fff]}. */
    private boolean directive(int at) {
        if (text[at] == '@') {
            return Character.isLetter(text[at + 1]) && !anyWord(at + 1, CONDITIONS);
        }
        return text[at] == '#' && anyWord(at + 1, FREEMARKER);
    }

    private boolean anyWord(int at, String[] words) {
        for (String word : words) {
            if (word(at, word)) {
                return true;
            }
        }
        return false;
    }

    private boolean braces(int open, int to, int most) {
        int close = ends.balanced(open, to, most, '{', '}');
        return close > 0 && found(open + 1, close - 1, close);
    }
}
