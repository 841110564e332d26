package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Media and container queries (Media Queries Level 4) in their shortest form. Not safe for several threads. */
final class MediaQueries {
    private static final int MAX_DEPTH = 50;

    private final Tokens tokens;
    private final boolean ranges;
    private int depth;

    /** Creates the writer; {@code ranges} says that all browsers know {@code (width>=1px)}. */
    MediaQueries(Tokens tokens, boolean ranges) {
        this.tokens = tokens;
        this.ranges = ranges;
    }

    /** Prints the queries in the tokens {@code [from, limit)}. */
    String print(int from, int limit) {
        Set<String> queries = new LinkedHashSet<>();
        int start = from;
        for (int i = from; i <= limit; i = i < limit ? tokens.next(i, limit) : limit + 1) {
            if (i == limit || tokens.type(i) == TokenType.COMMA) {
                queries.add(query(start, i));
                start = i + 1;
            }
        }
        return String.join(",", queries);
    }

    private String query(int from, int limit) {
        List<String> terms = new ArrayList<>(4);
        int at = tokens.skipTrivia(from, limit);
        while (at < limit) {
            int next = tokens.next(at, limit);
            terms.add(term(at, next));
            int after = tokens.skipTrivia(next, limit);
            // Without white space a word and a bracket would have been one function: then it is kept as it stands.
            at = after;
        }
        if (terms.size() > 2 && terms.get(0).equals("all") && terms.get(1).equals("and")) {
            terms.subList(0, 2).clear();
        }
        if (ranges) {
            joinRanges(terms);
        }
        return joined(terms);
    }

    private String term(int at, int next) {
        return switch (tokens.type(at)) {
            case IDENT -> keyword(tokens.text(at));
            case LEFT_PAREN -> depth < MAX_DEPTH ? brackets(at, next - 1) : RawText.of(tokens, at, next);
            default -> RawText.of(tokens, at, next);
        };
    }

    private static String keyword(String text) {
        String lower = Chars.lower(text);
        return switch (lower) {
            case "and", "or", "not", "only", "screen", "print", "all" -> lower;
            default -> text;
        };
    }

    private String brackets(int open, int close) {
        int first = tokens.skipTrivia(open + 1, close);
        if (first >= close) {
            return "()";
        }
        TokenType type = tokens.type(first);
        boolean group = type == TokenType.LEFT_PAREN
                || (type == TokenType.IDENT && tokens.textIs(first, "not"))
                || (type == TokenType.FUNCTION && tokens.textIs(first, "style("));
        if (group) {
            depth++;
            String inner = query(first, close);
            depth--;
            return "(" + inner + ")";
        }
        int colon = tokens.skipTrivia(first + 1, close);
        if (type == TokenType.IDENT && colon < close && tokens.type(colon) == TokenType.COLON) {
            return feature(Chars.lower(tokens.text(first)), value(colon + 1, close));
        }
        return "(" + range(first, close) + ")";
    }

    private String feature(String name, String value) {
        boolean min = name.startsWith("min-");
        if (ranges && (min || name.startsWith("max-")) && isRange(name.substring(4))) {
            return "(" + name.substring(4) + (min ? ">=" : "<=") + value + ")";
        }
        return "(" + name + ":" + value + ")";
    }

    private static boolean isRange(String feature) {
        return switch (feature) {
            case "width",
                    "height",
                    "aspect-ratio",
                    "resolution",
                    "inline-size",
                    "block-size",
                    "device-width",
                    "device-height",
                    "device-aspect-ratio",
                    "color",
                    "color-index",
                    "monochrome" -> true;
            default -> false;
        };
    }

    private String value(int from, int limit) {
        List<Part> parts = new ValueParser(tokens).parse(from, limit);
        if (parts == null || parts.isEmpty()) {
            int first = tokens.skipTrivia(from, limit);
            return RawText.of(tokens, first, tokens.trimEnd(first, limit));
        }
        List<Part> out = new ArrayList<>(parts.size());
        for (Part part : parts) {
            out.add(
                    part instanceof Part.Num number
                            ? ValueMinifier.number(number, true)
                            : MathSimplifier.simplify(part));
        }
        return ValuePrinter.print(out);
    }

    private String range(int from, int close) {
        StringBuilder out = new StringBuilder();
        int start = from;
        for (int i = from; i < close; i = tokens.next(i, close)) {
            if (tokens.isDelim(i, '<') || tokens.isDelim(i, '>') || tokens.isDelim(i, '=')) {
                out.append(start < i ? value(start, i) : "").append(tokens.first(i));
                start = i + 1;
            }
        }
        return out.append(value(start, close)).toString();
    }

    /** Joins {@code (width>=a) and (width<=b)} to {@code (a<=width<=b)}. */
    private static void joinRanges(List<String> terms) {
        for (int i = 0; i + 2 < terms.size(); i++) {
            String low = terms.get(i);
            String high = terms.get(i + 2);
            int at = low.indexOf(">=");
            int other = high.indexOf("<=");
            boolean fits =
                    terms.get(i + 1).equals("and") && at > 0 && other > 0 && isSimple(low, at) && isSimple(high, other);
            if (fits && low.substring(1, at).equals(high.substring(1, other)) && isOnlyAnd(terms)) {
                String name = low.substring(1, at);
                String from = low.substring(at + 2, low.length() - 1);
                terms.set(i, "(" + from + "<=" + name + "<=" + high.substring(other + 2));
                terms.subList(i + 1, i + 3).clear();
            }
        }
    }

    private static boolean isOnlyAnd(List<String> terms) {
        return !terms.contains("or") && !terms.contains("not");
    }

    private static boolean isSimple(String feature, int operator) {
        for (int i = 1; i < operator; i++) {
            char c = feature.charAt(i);
            if (!(c >= 'a' && c <= 'z') && c != '-') {
                return false;
            }
        }
        return feature.charAt(0) == '(' && feature.indexOf('(', 1) < 0 && feature.lastIndexOf('<') <= operator;
    }

    private static String joined(List<String> terms) {
        StringBuilder out = new StringBuilder();
        for (String term : terms) {
            boolean closed = out.length() > 0 && out.charAt(out.length() - 1) == ')';
            if (out.length() > 0 && !closed) {
                out.append(' ');
            }
            out.append(term);
        }
        return out.toString();
    }
}
