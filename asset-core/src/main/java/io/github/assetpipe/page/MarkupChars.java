package io.github.assetpipe.page;

/** A page's characters as a tokenizer looks at them: what stands at an offset, and where something ends. */
final class MarkupChars {
    private final char[] chars;

    /** Looks at {@code chars}, which are not copied. */
    MarkupChars(char[] chars) {
        this.chars = chars;
    }

    /** Returns the number of characters. */
    int length() {
        return chars.length;
    }

    /** Tells whether the end tag of {@code name}, in lower case, starts at an offset. */
    boolean isEndTag(int at, String name) {
        return charAt(at + 1) == '/' && isTag(at + 2, name);
    }

    /** Tells whether {@code name}, in lower case, stands at an offset as the whole name of a tag. */
    boolean isTag(int at, String name) {
        if (at + name.length() > chars.length) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if ((chars[at + i] | 0x20) != name.charAt(i)) {
                return false;
            }
        }
        char next = charAt(at + name.length());
        return next == '>' || next == '/' || next == '\0' || Character.isWhitespace(next);
    }

    /** Returns the offset after the next {@code closer}, or the end of the text where none follows. */
    int after(String closer, int from) {
        for (int at = from; at <= chars.length - closer.length(); at++) {
            if (startsWith(at, closer)) {
                return at + closer.length();
            }
        }
        return chars.length;
    }

    /** Tells whether {@code word} stands at an offset, which may lie behind the end. */
    boolean startsWith(int at, String word) {
        if (at + word.length() > chars.length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (chars[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the character at an offset, and NUL behind the end. */
    char charAt(int at) {
        return at < chars.length ? chars[at] : '\0';
    }
}
