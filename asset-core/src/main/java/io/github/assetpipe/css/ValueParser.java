package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns tokens into component values; gives up on what no property's grammar holds, so that it stays as written.
 */
final class ValueParser {
    private static final int MAX_DEPTH = 40;

    private final Tokens tokens;
    private int depth;

    ValueParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Returns the values of the tokens {@code [from, limit)}, or null when they should stay as written. */
    @Nullable
    List<Part> parse(int from, int limit) {
        List<Part> parts = new ArrayList<>(4);
        int at = from;
        while (at < limit) {
            int next = tokens.next(at, limit);
            if (!tokens.isTrivia(at)) {
                Part part = part(at, next);
                if (part == null) {
                    return null;
                }
                parts.add(part);
            }
            at = next;
        }
        return parts;
    }

    private @Nullable Part part(int at, int next) {
        return switch (tokens.type(at)) {
            case IDENT -> word(at);
            case NUMBER -> number(tokens.text(at));
            case PERCENTAGE -> percentage(at);
            case DIMENSION -> dimension(at);
            case HASH -> new Part.Hash("#".concat(Escapes.hash(tokens.name(at))));
            case STRING -> text(at);
            case URL -> new Part.Link(tokens.content(at));
            case COMMA -> Part.Sign.COMMA;
            case DELIM -> sign(tokens.first(at));
            case FUNCTION -> function(at, next);
            case LEFT_PAREN, LEFT_SQUARE -> block(at, next);
            default -> null;
        };
    }

    private Part word(int at) {
        String written = tokens.text(at);
        boolean plain = written.indexOf('\\') < 0 && written.indexOf('\0') < 0;
        return new Part.Word(plain ? written : Escapes.identifierLike(written, tokens.name(at)));
    }

    private @Nullable Part text(int at) {
        String written = tokens.text(at);
        boolean closed = written.length() > 1 && written.charAt(written.length() - 1) == written.charAt(0);
        return closed ? new Part.Text(tokens.content(at), Escapes.isAscii(written)) : null;
    }

    private static Part.@Nullable Sign sign(char c) {
        return switch (c) {
            case '/' -> Part.Sign.SLASH;
            case '+', '-', '*' -> new Part.Sign(c);
            default -> null;
        };
    }

    /** Tells whether a number in its shortest form is so large or small that nothing should be computed with it. */
    private static boolean isExtreme(String number) {
        return number.length() > 40 || number.indexOf('e') >= 0 || number.indexOf('E') >= 0;
    }

    private static Part number(String written) {
        String text = Numbers.shorten(written);
        if (isExtreme(text)) {
            return new Part.Raw(written);
        }
        boolean integer = written.indexOf('.') < 0 && written.indexOf('e') < 0 && written.indexOf('E') < 0;
        return new Part.Num(text, "", integer);
    }

    private Part percentage(int at) {
        String text = tokens.source().substring(tokens.start(at), tokens.end(at) - 1);
        String number = Numbers.shorten(text);
        return isExtreme(number) ? new Part.Raw(tokens.text(at)) : new Part.Num(number, "%");
    }

    private @Nullable Part dimension(int at) {
        String source = tokens.source();
        int start = tokens.start(at);
        int end = tokens.end(at);
        int i = numberEnd(source, start, end);
        for (int k = i; k < end; k++) {
            char c = source.charAt(k);
            if (c == '\\' || c >= 128 || c == '-' || c == '_') {
                return null;
            }
        }
        String unit = Chars.lower(source.substring(i, end)).intern();
        // Behind another spelling of the number such a unit would be its exponent.
        boolean exponent = unit.charAt(0) == 'e' && unit.length() > 1 && Chars.isDigit(unit.charAt(1));
        String number = Numbers.shorten(source.substring(start, i));
        return exponent || isExtreme(number) ? null : new Part.Num(number, unit);
    }

    /** Returns the offset after the number that starts at {@code start}, as the tokenizer reads it. */
    private static int numberEnd(String source, int start, int end) {
        int i = start;
        if (source.charAt(i) == '+' || source.charAt(i) == '-') {
            i++;
        }
        i = digits(source, i, end);
        if (i + 1 < end && source.charAt(i) == '.' && Chars.isDigit(source.charAt(i + 1))) {
            i = digits(source, i + 1, end);
        }
        if (i < end && (source.charAt(i) == 'e' || source.charAt(i) == 'E')) {
            boolean signed = i + 1 < end && (source.charAt(i + 1) == '+' || source.charAt(i + 1) == '-');
            int exponent = i + (signed ? 2 : 1);
            if (exponent < end && Chars.isDigit(source.charAt(exponent))) {
                i = digits(source, exponent, end);
            }
        }
        return i;
    }

    private static int digits(String source, int from, int end) {
        int i = from;
        while (i < end && Chars.isDigit(source.charAt(i))) {
            i++;
        }
        return i;
    }

    private @Nullable Part function(int at, int next) {
        int close = tokens.closer(at);
        if (close >= tokens.size() || depth == MAX_DEPTH) {
            return null;
        }
        String name = Chars.lower(tokens.name(at));
        int limit = next - 1;
        if (name.equals("url")) {
            return quotedUrl(at, limit);
        }
        if (!ValueFunctions.isKnown(name)) {
            return new Part.Raw(RawText.of(tokens, at, next));
        }
        if (name.equals("var") || name.equals("env")) {
            return RawText.isBroken(tokens, at, next) ? null : reference(name, at + 1, limit);
        }
        depth++;
        List<Part> arguments = parse(at + 1, limit);
        depth--;
        return arguments == null ? new Part.Raw(RawText.of(tokens, at, next)) : new Part.Func(name, arguments);
    }

    /** Reads {@code var(--x, fallback)}: the fallback may be any tokens, so it is only trimmed. */
    private Part reference(String name, int from, int limit) {
        int comma = from;
        while (comma < limit && tokens.type(comma) != TokenType.COMMA) {
            comma = tokens.next(comma, limit);
        }
        StringBuilder out = new StringBuilder();
        int first = tokens.skipTrivia(from, comma);
        int last = tokens.trimEnd(first, comma);
        if (name.equals("var") && last - first == 1 && tokens.type(first) == TokenType.IDENT) {
            out.append(Escapes.identifier(tokens.name(first)));
        } else {
            out.append(RawText.of(tokens, first, last));
        }
        if (comma < limit) {
            out.append(',');
            int start = tokens.skipTrivia(comma + 1, limit);
            out.append(fallback(start, tokens.trimEnd(start, limit)));
        }
        return new Part.Func(name, List.of(new Part.Raw(out.toString())));
    }

    private String fallback(int from, int limit) {
        if (limit - from == 1 && tokens.type(from) != TokenType.DELIM) {
            Part part = part(from, limit);
            return part == null || part instanceof Part.Link ? tokens.text(from) : part.toString();
        }
        if (from < limit && tokens.type(from) == TokenType.FUNCTION && tokens.next(from, limit) == limit) {
            Part part = tokens.textIs(from, "var(") ? function(from, limit) : null;
            if (part != null) {
                return part.toString();
            }
        }
        return RawText.of(tokens, from, limit);
    }

    private @Nullable Part quotedUrl(int at, int limit) {
        int string = tokens.skipTrivia(at + 1, limit);
        if (string < limit
                && tokens.type(string) == TokenType.STRING
                && tokens.skipTrivia(string + 1, limit) == limit) {
            return new Part.Link(tokens.content(string));
        }
        return null;
    }

    private @Nullable Part block(int at, int next) {
        if (tokens.closer(at) >= tokens.size() || depth == MAX_DEPTH) {
            return null;
        }
        depth++;
        List<Part> content = parse(at + 1, next - 1);
        depth--;
        return content == null ? null : new Part.Block(tokens.first(at), content);
    }
}
