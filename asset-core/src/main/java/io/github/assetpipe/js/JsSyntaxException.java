package io.github.assetpipe.js;

/** The text is no JavaScript; knows where. */
public final class JsSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    JsSyntaxException(String message, int offset) {
        super(message, null, false, false);
        this.offset = offset;
    }

    /** Returns the UTF-16 offset of the first character that does not fit. */
    public int offset() {
        return offset;
    }
}
