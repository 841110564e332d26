package io.github.assetpipe.css;

/** Closes what the end of a text leaves open, as browsers do, so that text can be put after it. */
final class Endings {
    private Endings() {}

    /** Returns the tokens of {@code source} with its open comment, string, url and blocks closed. */
    static Tokens closed(String source) {
        Tokens tokens = Tokens.of(source);
        String closed = tokens.size() == 0 ? source : close(tokens, source);
        return closed.equals(source) ? tokens : Tokens.of(closed);
    }

    private static String close(Tokens tokens, String source) {
        int last = tokens.size() - 1;
        StringBuilder out = new StringBuilder();
        String text = tokens.text(last);
        switch (tokens.type(last)) {
            case COMMENT ->
                out.append(
                        text.length() > 3 && text.endsWith("*/")
                                ? ""
                                : text.endsWith("*") && text.length() > 2 ? "/" : "*/");
            case STRING -> out.append(openQuote(text));
            case URL, BAD_URL -> out.append(tokens.closedUrl(last) ? "" : ")");
            default -> {}
        }
        if (text.endsWith("\\") && tokens.type(last) != TokenType.STRING && tokens.type(last) != TokenType.COMMENT) {
            // A backslash at the end stands for U+FFFD.
            out.append('\ufffd');
        }
        int open = 0;
        for (int i = tokens.size() - 1; i >= 0 && open < 100_000; i--) {
            if (tokens.type(i).opens() && tokens.closer(i) == tokens.size()) {
                out.append(closer(tokens.type(i)));
                open++;
            }
        }
        return out.length() == 0 ? source : source.concat(out.toString());
    }

    private static String openQuote(String text) {
        char quote = text.charAt(0);
        int slashes = 0;
        while (slashes < text.length() - 1 && text.charAt(text.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        if (slashes % 2 == 1) {
            return "\n" + quote;
        }
        boolean closed = text.length() > 1 && text.charAt(text.length() - 1) == quote;
        int before = 0;
        while (before < text.length() - 2 && text.charAt(text.length() - 2 - before) == '\\') {
            before++;
        }
        return closed && before % 2 == 0 ? "" : String.valueOf(quote);
    }

    private static char closer(TokenType type) {
        return switch (type) {
            case LEFT_BRACE -> '}';
            case LEFT_SQUARE -> ']';
            default -> ')';
        };
    }
}
