package io.github.assetpipe.page;

/** What a script asks of the document that depends on when it runs. */
final class DocumentUse {
    private final String text;
    private boolean writes;
    private boolean lastScript;
    private boolean currentScript;

    DocumentUse(String text) {
        this.text = text;
    }

    /**
     * Tells of a word after a dot.
     *
     * @param object the word before the dot
     * @param after the offset after the word
     */
    void member(String word, String object, int after) {
        boolean ofDocument = object.equals("document");
        switch (word) {
            case "write", "writeln" -> writes |= ofDocument || writesMarkup(after);
            case "open" -> writes |= ofDocument && isNext('(', after);
            case "scripts" -> lastScript |= ofDocument;
            case "currentScript" -> currentScript = true;
            case "getElementsByTagName" -> lastScript |= argumentIs("script", after) && text.contains("length");
            default -> {}
        }
    }

    /** Takes what the words of the text say, where its tokens are not known to the end. */
    void guess() {
        writes |= text.contains("document.write") || text.contains("document.open(");
        lastScript |= text.contains("document.scripts") || text.contains("getElementsByTagName(\"script\")");
        currentScript |= text.contains("currentScript");
    }

    /** {@code d.write("<…"}: the document under another name. */
    private boolean writesMarkup(int after) {
        int quote = afterSpace(afterSpace(after) + 1);
        return isNext('(', after)
                && quote + 1 < text.length()
                && "\"'`".indexOf(text.charAt(quote)) >= 0
                && text.charAt(quote + 1) == '<';
    }

    private boolean argumentIs(String word, int after) {
        int quote = afterSpace(afterSpace(after) + 1);
        return isNext('(', after) && text.regionMatches(true, quote + 1, word, 0, word.length());
    }

    /** Tells whether {@code c} is the next character at or after an offset that is not white space. */
    boolean isNext(char c, int from) {
        int at = afterSpace(from);
        return at < text.length() && text.charAt(at) == c;
    }

    private int afterSpace(int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Tells whether it may write into the document that is being read. */
    boolean writes() {
        return writes;
    }

    /** Tells whether it may take the last script of the document for itself. */
    boolean lastScript() {
        return lastScript;
    }

    /** Tells whether it asks for the element that runs it. */
    boolean currentScript() {
        return currentScript;
    }
}
