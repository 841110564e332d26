package io.github.assetpipe.css;

import io.github.assetpipe.css.SimpleSelector.Pseudo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses selector lists after Selectors Level 4 by their syntax; whether a pseudo-class exists is not asked.
 *
 * <p>Not safe for several threads.
 */
final class SelectorParser extends SelectorCursor {
    private static final int MAX_DEPTH = 60;

    private int depth;

    SelectorParser(Tokens tokens) {
        super(tokens);
    }

    /**
     * Parses the tokens {@code [from, to)}; returns null when they are no selector list.
     *
     * @param relative whether a selector may start with a combinator
     */
    @Nullable
    SelectorList list(int from, int to, boolean relative) {
        if (depth == MAX_DEPTH) {
            return null;
        }
        int savedAt = at;
        int savedLimit = limit;
        depth++;
        at = from;
        limit = to;
        List<ComplexSelector> selectors = new ArrayList<>(2);
        boolean fine = commaSeparated(selectors, relative);
        depth--;
        at = savedAt;
        limit = savedLimit;
        return fine ? new SelectorList(selectors) : null;
    }

    private boolean commaSeparated(List<ComplexSelector> selectors, boolean relative) {
        while (true) {
            ComplexSelector selector = complex(relative);
            if (selector == null) {
                return false;
            }
            selectors.add(selector);
            if (at == limit) {
                return true;
            }
            at++;
        }
    }

    /** Parses up to a comma or the limit. */
    private @Nullable ComplexSelector complex(boolean relative) {
        at = tokens.skipTrivia(at, limit);
        int start = at;
        List<CompoundSelector> compounds = new ArrayList<>(2);
        Combinator combinator = relative ? combinator(Combinator.NONE) : Combinator.NONE;
        while (combinator != null) {
            CompoundSelector compound = compound(combinator);
            if (compound == null) {
                return null;
            }
            compounds.add(compound);
            int end = at;
            combinator = combinator(at < limit && tokens.isTrivia(at) ? Combinator.DESCENDANT : null);
            if (at == limit || tokens.type(at) == TokenType.COMMA) {
                return combinator == null || combinator == Combinator.DESCENDANT
                        ? new ComplexSelector(tokens.start(start), tokens.start(end), compounds)
                        : null;
            }
        }
        return null;
    }

    private @Nullable CompoundSelector compound(Combinator combinator) {
        int start = at;
        List<SimpleSelector> parts = new ArrayList<>(3);
        while (at < limit) {
            int before = at;
            SimpleSelector part = simple(parts);
            if (part == null) {
                if (at != before) {
                    return null;
                }
                break;
            }
            parts.add(part);
            while (at < limit && tokens.type(at) == TokenType.COMMENT) {
                at++;
            }
        }
        if (parts.isEmpty()) {
            return null;
        }
        int end = parts.get(parts.size() - 1).end();
        return new CompoundSelector(tokens.start(start), end, combinator, parts);
    }

    /** Parses one condition; returns null without moving at the compound's end, null after moving at a fault. */
    private @Nullable SimpleSelector simple(List<SimpleSelector> before) {
        int start = at;
        switch (tokens.type(at)) {
            case HASH -> {
                at++;
                return Chars.isDigit(tokens.source().charAt(tokens.start(start) + 1))
                        ? null
                        : new SimpleSelector.Id(tokens.start(start), tokens.start(at), tokens.name(start));
            }
            case COLON -> {
                return pseudo();
            }
            case LEFT_SQUARE -> {
                SimpleSelector attribute = new AttributeParser(tokens).parse(at, limit);
                at = Math.min(tokens.closer(at) + 1, limit);
                return attribute;
            }
            case IDENT -> {
                return type(before);
            }
            case DELIM -> {
                return delim(before);
            }
            case COMMA, WHITESPACE -> {
                return null;
            }
            default -> {
                at++;
                return null;
            }
        }
    }

    private @Nullable SimpleSelector delim(List<SimpleSelector> before) {
        int start = at;
        switch (tokens.first(at)) {
            case '.' -> {
                at++;
                if (at < limit && tokens.type(at) == TokenType.IDENT) {
                    at++;
                    return new SimpleSelector.ClassName(tokens.start(start), tokens.start(at), tokens.name(at - 1));
                }
                return null;
            }
            case '&' -> {
                at++;
                return new SimpleSelector.Nesting(tokens.start(start), tokens.start(at));
            }
            case '*' -> {
                return type(before);
            }
            case '|' -> {
                return delimAt(at + 1, '|') ? null : type(before);
            }
            case '>', '+', '~', '/' -> {
                return null;
            }
            default -> {
                at++;
                return null;
            }
        }
    }

    private @Nullable SimpleSelector type(List<SimpleSelector> before) {
        int start = at;
        boolean first = true;
        for (int i = 0; i < before.size(); i++) {
            first &= before.get(i) instanceof SimpleSelector.Nesting;
        }
        String name = delimAt(at, '|') ? "" : nameOrStar();
        String namespace = null;
        if (delimAt(at, '|') && !delimAt(at + 1, '|')) {
            at++;
            namespace = name;
            if (at == limit || (tokens.type(at) != TokenType.IDENT && !delimAt(at, '*'))) {
                return null;
            }
            name = nameOrStar();
        }
        return first ? new SimpleSelector.Type(tokens.start(start), tokens.start(at), namespace, name) : null;
    }

    private String nameOrStar() {
        int index = at++;
        return tokens.type(index) == TokenType.IDENT ? tokens.name(index) : "*";
    }

    private @Nullable SimpleSelector pseudo() {
        int start = at++;
        boolean element = at < limit && tokens.type(at) == TokenType.COLON;
        if (element) {
            at++;
        }
        if (at >= limit) {
            return null;
        }
        TokenType type = tokens.type(at);
        if (type == TokenType.IDENT) {
            String name = Chars.lower(tokens.name(at++));
            return new Pseudo(tokens.start(start), tokens.start(at), element, name, false, null, at, at);
        }
        return type == TokenType.FUNCTION ? functional(start, element) : null;
    }

    private @Nullable SimpleSelector functional(int start, boolean element) {
        String name = Chars.lower(tokens.name(at));
        int first = at + 1;
        int close = Math.min(tokens.closer(at), limit);
        int argumentLimit = close;
        at = Math.min(close + 1, limit);
        SelectorList selectors = null;
        switch (name) {
            case "is", "where", "matches", "-webkit-any", "-moz-any" -> {
                if (tokens.skipTrivia(first, close) == close) {
                    selectors = new SelectorList(List.of());
                } else {
                    selectors = list(first, close, false);
                }
            }
            case "not", "has" -> {
                selectors = list(first, close, name.equals("has"));
                if (selectors == null && depth < MAX_DEPTH) {
                    return null;
                }
            }
            case "host", "host-context", "slotted", "cue", "cue-region", "current" ->
                selectors = list(first, close, false);
            case "nth-child", "nth-last-child" -> {
                int of = indexOfOf(first, close);
                if (of < close) {
                    argumentLimit = of;
                    selectors = list(of + 1, close, false);
                }
            }
            default -> {}
        }
        return new Pseudo(tokens.start(start), tokens.start(at), element, name, true, selectors, first, argumentLimit);
    }

    private int indexOfOf(int from, int to) {
        for (int i = from; i < to; i = tokens.next(i, to)) {
            if (tokens.type(i) == TokenType.IDENT && tokens.textIs(i, "of")) {
                return i;
            }
        }
        return to;
    }
}
