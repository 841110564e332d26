package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds every reference of a stylesheet to another file: {@code url()}, {@code src()}, the string of an {@code @import}, the
 * strings of {@code image-set()} and {@code image()}, and the source map's address.
 *
 * <p>Comments and other strings are never looked into, and the address of a {@code @namespace} is a name, not a reference.
 * All methods are safe for several threads.
 */
public final class UrlReferences {
    private static final String MAP_MARK = "sourceMappingURL=";

    private final Tokens tokens;
    private final List<UrlReference> found = new ArrayList<>();

    private UrlReferences(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Returns the references of {@code source}, in order. Addresses may be empty, absolute, or fragments only. */
    public static List<UrlReference> of(String source) {
        return of(Tokens.of(source));
    }

    /** Returns the references among {@code tokens}, in order. */
    public static List<UrlReference> of(Tokens tokens) {
        UrlReferences references = new UrlReferences(tokens);
        references.collect();
        return List.copyOf(references.found);
    }

    /** Returns what to put into the range of {@code reference} so that it names {@code url}. */
    public static String write(UrlReference reference, String url) {
        return switch (reference.form()) {
            case STRING -> Escapes.string(url);
            case COMMENT -> url;
            case UNQUOTED_URL -> {
                String unquoted = unquoted(url);
                yield "url(" + (unquoted == null ? Escapes.string(url) : unquoted) + ")";
            }
        };
    }

    /** Returns {@code url} as it stands in an unquoted url, or null when it would need escapes. */
    static @Nullable String unquoted(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (needsQuotes(url.charAt(i))) {
                return null;
            }
        }
        return url;
    }

    private static boolean needsQuotes(char c) {
        return c == '"'
                || c == '\''
                || c == '('
                || c == ')'
                || c == '\\'
                || c == 0
                || Chars.isSpace(c)
                || Chars.isNonPrintable(c);
    }

    private void collect() {
        int size = tokens.size();
        int at = 0;
        while (at < size) {
            switch (tokens.type(at)) {
                case AT_KEYWORD -> at = atKeyword(at);
                case URL -> add(at++, UrlReference.Kind.RESOURCE);
                case FUNCTION -> at = function(at);
                case COMMENT -> comment(at++);
                default -> at++;
            }
        }
    }

    private int atKeyword(int at) {
        String name = Chars.lower(tokens.name(at));
        int next = tokens.skipTrivia(at + 1, tokens.size());
        if (next == tokens.size()) {
            return next;
        }
        if (name.equals("namespace")) {
            return statementEnd(next);
        }
        if (!name.equals("import")) {
            return at + 1;
        }
        TokenType type = tokens.type(next);
        if (type == TokenType.URL || type == TokenType.STRING) {
            add(next, UrlReference.Kind.IMPORT);
            return next + 1;
        }
        if (type == TokenType.FUNCTION && isOneOf(next, "url(", "src(")) {
            addStringIn(next, UrlReference.Kind.IMPORT);
            return tokens.next(next, tokens.size());
        }
        return at + 1;
    }

    /** Returns the end of a statement: a brace that closes the block around it ends it too. */
    private int statementEnd(int from) {
        int at = from;
        while (at < tokens.size()
                && tokens.type(at) != TokenType.SEMICOLON
                && tokens.type(at) != TokenType.LEFT_BRACE
                && tokens.type(at) != TokenType.RIGHT_BRACE) {
            at = tokens.next(at, tokens.size());
        }
        return at;
    }

    private int function(int at) {
        if (isOneOf(at, "url(", "src(")) {
            addStringIn(at, UrlReference.Kind.RESOURCE);
            return tokens.next(at, tokens.size());
        }
        if (isOneOf(at, "image-set(", "-webkit-image-set(") || tokens.textIs(at, "image(")) {
            int close = tokens.closer(at);
            for (int i = at + 1; i < close; i = tokens.next(i, close)) {
                if (tokens.type(i) == TokenType.STRING) {
                    add(i, UrlReference.Kind.RESOURCE);
                } else if (tokens.type(i) == TokenType.URL) {
                    add(i, UrlReference.Kind.RESOURCE);
                } else if (tokens.type(i) == TokenType.FUNCTION && isOneOf(i, "url(", "src(")) {
                    addStringIn(i, UrlReference.Kind.RESOURCE);
                }
            }
            return tokens.next(at, tokens.size());
        }
        return at + 1;
    }

    private boolean isOneOf(int at, String one, String other) {
        if (tokens.textIs(at, one) || tokens.textIs(at, other)) {
            return true;
        }
        String text = tokens.text(at);
        if (text.indexOf('\\') < 0) {
            return false;
        }
        String name = Chars.lower(tokens.name(at)).concat("(");
        return name.equals(one) || name.equals(other);
    }

    private void addStringIn(int function, UrlReference.Kind kind) {
        int string = tokens.skipTrivia(function + 1, tokens.size());
        if (string < tokens.size() && tokens.type(string) == TokenType.STRING) {
            add(string, kind);
        }
    }

    private void add(int token, UrlReference.Kind kind) {
        UrlReference.Form form =
                tokens.type(token) == TokenType.URL ? UrlReference.Form.UNQUOTED_URL : UrlReference.Form.STRING;
        found.add(new UrlReference(tokens.start(token), tokens.end(token), tokens.content(token), kind, form));
    }

    private void comment(int token) {
        String text = tokens.text(token);
        if (!text.startsWith("/*# " + MAP_MARK) && !text.startsWith("/*@ " + MAP_MARK)) {
            return;
        }
        int from = 4 + MAP_MARK.length();
        int to = from;
        while (to < text.length() && !Chars.isSpace(text.charAt(to)) && !text.startsWith("*/", to)) {
            to++;
        }
        int start = tokens.start(token);
        found.add(new UrlReference(
                start + from,
                start + to,
                text.substring(from, to),
                UrlReference.Kind.SOURCE_MAP,
                UrlReference.Form.COMMENT));
    }
}
