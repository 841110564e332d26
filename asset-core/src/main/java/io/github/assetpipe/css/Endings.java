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
        boolean escapes = tokens.type(last) != TokenType.STRING && tokens.type(last) != TokenType.COMMENT;
        boolean cut = escapes && slashes(text, text.length()) % 2 == 1;
        if (cut) {
            // A backslash at the end stands for U+FFFD; it must not escape what closes the rest.
            out.append('\ufffd');
        }
        switch (tokens.type(last)) {
            case COMMENT ->
                out.append(
                        text.length() > 3 && text.endsWith("*/")
                                ? ""
                                : text.endsWith("*") && text.length() > 2 ? "/" : "*/");
            case STRING -> out.append(openQuote(text));
            case URL, BAD_URL -> out.append(!cut && tokens.closedUrl(last) ? "" : ")");
            default -> {}
        }
        int open = 0;
        for (int i = tokens.isBalanced() ? -1 : last; i >= 0 && open < 100_000; i--) {
            if (tokens.type(i).opens() && tokens.closer(i) == tokens.size()) {
                out.append(closer(tokens.type(i)));
                open++;
            }
        }
        return out.length() == 0 ? source : source.concat(out.toString());
    }

    private static String openQuote(String text) {
        char quote = text.charAt(0);
        if (slashes(text, text.length()) % 2 == 1) {
            return "\n" + quote;
        }
        int last = text.length() - 1;
        boolean closed = last > 0 && text.charAt(last) == quote;
        return closed && slashes(text, last) % 2 == 0 ? "" : String.valueOf(quote);
    }

    /** Returns the number of backslashes before {@code end}. */
    private static int slashes(String text, int end) {
        int count = 0;
        while (count < end && text.charAt(end - 1 - count) == '\\') {
            count++;
        }
        return count;
    }

    private static char closer(TokenType type) {
        return switch (type) {
            case LEFT_BRACE -> '}';
            case LEFT_SQUARE -> ']';
            default -> ')';
        };
    }
}
