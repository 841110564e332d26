package io.github.assetpipe.page.dialect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The marks of template languages, for files whose ending says nothing.
 *
 * <p>Every page of a site is asked, so the text is walked once: a mark is tried only where its first characters stand.
 */
final class DialectSigns {
    /** A mark; {@code pattern} is tried where one of {@code seconds} follows {@code first}; all of them are ASCII. */
    private record Sign(String dialect, char first, String seconds, Pattern pattern) {
        Sign(String dialect, char first, String seconds, String regex) {
            this(dialect, first, seconds, Pattern.compile(regex));
        }

        boolean mayStandAt(char c, char next) {
            return c == first && seconds.indexOf(next) >= 0;
        }
    }

    /** The languages in the order of their right: where several leave marks, the first of them is meant. */
    private static final List<String> RANKS =
            List.of("thymeleaf", "freemarker", "pebble", "mustache", "qute", "velocity", "jsp");

    private static final List<Sign> SIGNS = List.of(
            new Sign(
                    "thymeleaf",
                    ':',
                    "abcdefghijklmnopqrstuvwxyz",
                    "(?<=\\s(?:data-)?th):[a-z]|(?<=xmlns):th=|(?<=\\slayout):(?:decorate|fragment)"),
            new Sign("thymeleaf", '[', "[", "\\[\\[[$*#@~]\\{"),
            new Sign("freemarker", '<', "#", "<#--|<#(?:if|list|import|include|assign|macro|ftl|escape)\\b"),
            new Sign("freemarker", '<', "@", "<@[a-z]"),
            new Sign("freemarker", '[', "#", "\\[#(?:if|list|ftl|--)"),
            new Sign(
                    "pebble",
                    '{',
                    "%",
                    "\\{%-?\\s*(?:extends|block|if|for|include|import|from|set|macro|static|load|verbatim|url|with)\\b"),
            new Sign("mustache", '{', "{", "\\{\\{~?[#/^>!]"),
            new Sign(
                    "qute",
                    '{',
                    "#/@icu",
                    "\\{#(?:if|for|each|include|insert|let|set|with|switch|when|fragment)\\b"
                            + "|\\{/(?:if|for|each|insert|include)?\\}|\\{@[a-z]|\\{(?:inject|cdi|config|uri):"),
            new Sign("velocity", '#', "psfie", "#(?:parse|set|foreach|include)\\s?\\(|(?<![\\w\"'/=&])#end\\b"),
            new Sign("jsp", '<', "%jc", "<%@\\s|<jsp:|<c:(?:if|url|forEach|out)\\b"));

    /** The pairs of characters that a mark can begin with: {@code first << 7 | second}. */
    private static final boolean[] PAIRS = pairs();

    private DialectSigns() {}

    private static boolean[] pairs() {
        boolean[] pairs = new boolean[1 << 14];
        for (Sign sign : SIGNS) {
            sign.seconds().chars().forEach(second -> pairs[sign.first() << 7 | second] = true);
        }
        return pairs;
    }

    /** Returns the name of the language that leaves marks in {@code text}, the one of the highest right. */
    static Optional<String> find(String text) {
        char[] chars = text.toCharArray();
        int best = RANKS.size();
        char before = chars.length > 0 ? chars[0] : 0;
        for (int i = 1; i < chars.length; i++) {
            char c = chars[i];
            if (before < 128 && c < 128 && PAIRS[before << 7 | c] && (before != ':' || mayEndPrefix(chars, i - 2))) {
                best = Math.min(best, rankAt(i - 1, before, c, text));
                if (best == 0) {
                    break;
                }
            }
            before = c;
        }
        return best == RANKS.size() ? Optional.empty() : Optional.of(RANKS.get(best));
    }

    /** The names of namespaces that are marks: th, xmlns, layout. */
    private static boolean mayEndPrefix(char[] chars, int at) {
        return at >= 0 && (chars[at] == 'h' || chars[at] == 's' || chars[at] == 't');
    }

    private static int rankAt(int at, char c, char next, String text) {
        for (Sign sign : SIGNS) {
            if (sign.mayStandAt(c, next)
                    && sign.pattern()
                            .matcher(text)
                            .useTransparentBounds(true)
                            .region(at, text.length())
                            .lookingAt()) {
                return RANKS.indexOf(sign.dialect());
            }
        }
        return RANKS.size();
    }
}
