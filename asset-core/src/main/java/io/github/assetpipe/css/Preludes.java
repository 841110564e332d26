package io.github.assetpipe.css;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands between an at-rule's name and its block, in its shortest form. Not safe for several threads. */
final class Preludes {
    private final Tokens tokens;
    private final boolean ranges;

    /** Creates the writer; {@code ranges} says that all browsers know {@code (width>=1px)}. */
    Preludes(Tokens tokens, boolean ranges) {
        this.tokens = tokens;
        this.ranges = ranges;
    }

    String minify(AtRule rule) {
        int from = rule.firstToken();
        int limit = rule.limitToken();
        if (RawText.isBroken(tokens, from, limit) || hasBackslash(from, limit)) {
            return RawText.of(tokens, from, limit);
        }
        return switch (rule.plainName()) {
            case "media" -> media(from, limit);
            case "custom-media" -> customMedia(from, limit);
            case "container" -> media(from, limit);
            case "supports" -> conditions(from, limit);
            case "layer" -> commas(from, limit);
            case "import" -> importPrelude(from, limit);
            case "namespace" -> namespace(from, limit);
            case "scope" -> scope(from, limit);
            case "keyframes" -> keyframesName(from, limit);
            default -> RawText.of(tokens, from, limit);
        };
    }

    private String keyframesName(int from, int limit) {
        if (limit - from == 1 && tokens.type(from) == TokenType.STRING) {
            String name = tokens.content(from);
            String bare = Escapes.identifier(name);
            boolean plain = bare.equals(name)
                    && !Validity.isWide(new Part.Word(name))
                    && !Chars.lower(name).equals("none");
            return plain ? bare : Escapes.string(name);
        }
        return RawText.of(tokens, from, limit);
    }

    /** A backslash that escapes nothing must keep the line end after it. */
    private boolean hasBackslash(int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (tokens.isDelim(i, '\\')) {
                return true;
            }
        }
        return false;
    }

    /** Prints names with commas between; white space anywhere else makes the list invalid, and has to stay. */
    private String commas(int from, int limit) {
        StringBuilder out = new StringBuilder();
        boolean apart = true;
        boolean space = false;
        for (int i = from; i < limit; i++) {
            TokenType type = tokens.type(i);
            if (type.isTrivia()) {
                space = true;
                continue;
            }
            boolean comma = type == TokenType.COMMA;
            if (space && !apart && !comma) {
                return RawText.of(tokens, from, limit);
            }
            out.append(tokens.text(i));
            apart = comma;
            space = false;
        }
        return out.toString();
    }

    /** Prints conditions with white space only where a word would join the bracket after it or the word beside it. */
    String conditions(int from, int limit) {
        StringBuilder out = new StringBuilder();
        boolean space = false;
        for (int i = from; i < limit; i++) {
            TokenType type = tokens.type(i);
            if (type.isTrivia()) {
                space = true;
                continue;
            }
            if (space && out.length() > 0 && separates(out.charAt(out.length() - 1), type)) {
                out.append(' ');
            }
            space = false;
            int next = i;
            if (type == TokenType.LEFT_PAREN) {
                next = declaration(i, out);
            }
            if (next == i) {
                if (type == TokenType.FUNCTION && (tokens.textIs(i, "selector(") || tokens.textIs(i, "layer("))) {
                    next = Math.min(tokens.closer(i), limit - 1);
                    out.append(tokens.text(i))
                            .append(selectorOrRaw(i + 1, next))
                            .append(')');
                } else {
                    out.append(type == TokenType.IDENT ? operator(tokens.text(i)) : tokens.text(i));
                }
            }
            i = next;
        }
        return out.toString();
    }

    private static String operator(String text) {
        String lower = Chars.lower(text);
        return lower.equals("and") || lower.equals("or") || lower.equals("not") ? lower : text;
    }

    private static boolean separates(char before, TokenType after) {
        if (before == '(' || before == ')' || before == ',' || before == ':') {
            return false;
        }
        return after != TokenType.RIGHT_PAREN && after != TokenType.COMMA && after != TokenType.COLON;
    }

    /** Prints {@code (name: value)}; returns the index of its closing bracket, or {@code open} when it is something else. */
    private int declaration(int open, StringBuilder out) {
        int close = tokens.closer(open);
        int name = tokens.skipTrivia(open + 1, close);
        if (close >= tokens.size() || name >= close || tokens.type(name) != TokenType.IDENT) {
            return open;
        }
        int colon = tokens.skipTrivia(name + 1, close);
        if (colon >= close || tokens.type(colon) != TokenType.COLON) {
            return open;
        }
        int first = tokens.skipTrivia(colon + 1, close);
        int last = tokens.trimEnd(first, close);
        out.append('(').append(tokens.text(name)).append(':');
        out.append(RawText.of(tokens, first, last)).append(')');
        return close;
    }

    private String selectorOrRaw(int from, int limit) {
        SelectorList list = new SelectorParser(tokens).list(from, limit, false);
        if (list == null || list.selectors().size() != 1) {
            return RawText.of(tokens, from, limit);
        }
        return new SelectorMinifier(tokens).argument(list).get(0).text();
    }

    private String media(int from, int limit) {
        return new MediaQueries(tokens, ranges).print(from, limit);
    }

    private String customMedia(int from, int limit) {
        int next = tokens.skipTrivia(Math.min(from + 1, limit), limit);
        return from < limit ? tokens.text(from) + " " + media(next, limit) : "";
    }

    private String importPrelude(int from, int limit) {
        if (from >= limit) {
            return "";
        }
        int next = tokens.next(from, limit);
        String address = address(from, next);
        if (address == null) {
            return RawText.of(tokens, from, limit);
        }
        StringBuilder out = new StringBuilder(Escapes.string(address));
        int at = tokens.skipTrivia(next, limit);
        while (at < limit && isImportPart(at)) {
            int end = tokens.next(at, limit);
            if (tokens.type(at) == TokenType.IDENT) {
                out.append("layer");
                int following = tokens.skipTrivia(end, limit);
                out.append(following < limit ? " " : "");
            } else {
                out.append(conditions(at, end));
            }
            at = tokens.skipTrivia(end, limit);
        }
        return out.append(media(at, limit)).toString();
    }

    private boolean isImportPart(int at) {
        return tokens.textIs(at, "layer") || tokens.textIs(at, "layer(") || tokens.textIs(at, "supports(");
    }

    private @Nullable String address(int from, int next) {
        return switch (tokens.type(from)) {
            case STRING, URL -> tokens.content(from);
            case FUNCTION -> {
                int string = tokens.skipTrivia(from + 1, next);
                boolean quoted = tokens.textIs(from, "url(") && tokens.type(string) == TokenType.STRING;
                yield quoted ? tokens.content(string) : null;
            }
            default -> null;
        };
    }

    private String namespace(int from, int limit) {
        int at = from;
        String prefix = "";
        if (at < limit && tokens.type(at) == TokenType.IDENT) {
            prefix = tokens.text(at);
            at = tokens.skipTrivia(at + 1, limit);
        }
        String address = at < limit ? address(at, tokens.next(at, limit)) : null;
        return address == null ? RawText.of(tokens, from, limit) : prefix + Escapes.string(address);
    }

    private String scope(int from, int limit) {
        StringBuilder out = new StringBuilder();
        int at = from;
        while (at < limit) {
            int next = tokens.next(at, limit);
            if (tokens.type(at) == TokenType.LEFT_PAREN) {
                SelectorList list = new SelectorParser(tokens).list(at + 1, next - 1, true);
                out.append('(');
                if (list == null) {
                    out.append(RawText.of(tokens, at + 1, next - 1));
                } else {
                    List<Selector> selectors = new SelectorMinifier(tokens).minify(list, false);
                    for (int i = 0; i < selectors.size(); i++) {
                        out.append(i == 0 ? "" : ",").append(selectors.get(i).text());
                    }
                }
                out.append(')');
            } else if (tokens.type(at) == TokenType.IDENT
                    && Chars.lower(tokens.text(at)).equals("to")) {
                out.append("to ");
            } else if (!tokens.type(at).isTrivia()) {
                // Nothing else may stand there: browsers drop the rule, and it stays as it is.
                return RawText.of(tokens, from, limit);
            }
            at = next;
        }
        return out.toString().trim();
    }
}
