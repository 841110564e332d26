package io.github.assetpipe.css;

/** A place in a text, with what CSS Syntax Level 3, section 4.3, asks of the characters there. Not safe for several threads. */
abstract class CharCursor {
    /** An array is what a loop over every character is quickest over. */
    final char[] chars;

    final int length;
    int at;

    CharCursor(String text) {
        this.chars = text.toCharArray();
        this.length = chars.length;
    }

    /** Returns the character at a distance, or -1 after the end. */
    final int peek(int offset) {
        int i = at + offset;
        return i < length ? chars[i] : -1;
    }

    /** Tells whether an escape starts; the end of the text may follow its backslash (section 4.3.8). */
    final boolean validEscape(int offset) {
        return peek(offset) == '\\' && !Chars.isNewline(peek(offset + 1));
    }

    /** Tells whether a name starts (section 4.3.9). */
    final boolean startsIdent(int offset) {
        int c = peek(offset);
        if (c == '-') {
            int next = peek(offset + 1);
            return next == '-' || Chars.isNameStart(next) || validEscape(offset + 1);
        }
        return Chars.isNameStart(c) || validEscape(offset);
    }

    /** Tells whether a number starts here (section 4.3.10). */
    final boolean startsNumber() {
        int c = peek(0);
        int i = c == '+' || c == '-' ? 1 : 0;
        return Chars.isDigit(peek(i)) || (peek(i) == '.' && Chars.isDigit(peek(i + 1)));
    }

    /** Steps over a name (section 4.3.12). */
    final void name() {
        char[] all = chars;
        int i = at;
        while (true) {
            while (i < all.length && Chars.isName(all[i])) {
                i++;
            }
            at = i;
            if (i >= all.length || all[i] != '\\' || !validEscape(0)) {
                return;
            }
            escape();
            i = at;
        }
    }

    /** Steps over an escape (section 4.3.7). */
    final void escape() {
        at++;
        int digits = 0;
        while (digits < 6 && Chars.isHex(peek(digits))) {
            digits++;
        }
        if (digits == 0) {
            at = Math.min(length, at + 1);
            return;
        }
        at += digits;
        if (Chars.isSpace(peek(0))) {
            at += peek(0) == '\r' && peek(1) == '\n' ? 2 : 1;
        }
    }

    /** Steps over a number (section 4.3.13). */
    final void number() {
        if (peek(0) == '+' || peek(0) == '-') {
            at++;
        }
        digits();
        if (peek(0) == '.' && Chars.isDigit(peek(1))) {
            at++;
            digits();
        }
        if (peek(0) == 'e' || peek(0) == 'E') {
            int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
            if (Chars.isDigit(peek(1 + sign))) {
                at += 1 + sign;
                digits();
            }
        }
    }

    private void digits() {
        while (at < length && Chars.isDigit(chars[at])) {
            at++;
        }
    }
}
