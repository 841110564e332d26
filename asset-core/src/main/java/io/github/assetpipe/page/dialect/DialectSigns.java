package io.github.assetpipe.page.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marks of template languages, for files whose ending says nothing.
 *
 * <p>Every page of a site is asked, so the text is walked once: a mark is tried only where its first characters stand.
 */
final class DialectSigns {
    /** A mark; {@code pattern} is tried where one of {@code seconds} follows {@code first}, any character when it is empty. */
    private record Sign(String dialect, char first, String seconds, Pattern pattern) {
        Sign(String dialect, char first, String seconds, String regex) {
            this(dialect, first, seconds, Pattern.compile(regex));
        }

        boolean mayStandAt(char c, char next) {
            return c == first && (seconds.isEmpty() || seconds.indexOf(next) >= 0);
        }
    }

    /** The languages in the order of their right: where several leave marks, the first of them is meant. */
    private static final List<String> RANKS =
            List.of("thymeleaf", "freemarker", "pebble", "mustache", "qute", "velocity", "jsp");

    private static final List<Sign> SIGNS = List.of(
            new Sign(
                    "thymeleaf",
                    ':',
                    "",
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
            new Sign("velocity", '#', "psfie", "#(?:parse|set|foreach|include)\\s?\\(|#end\\b"),
            new Sign("jsp", '<', "%jc", "<%@\\s|<jsp:|<c:(?:if|url|forEach|out)\\b"));

    /** How the names of namespaces that are marks end: th, xmlns, layout. */
    private static final String BEFORE_COLON = "hst";

    private DialectSigns() {}

    /** Returns the name of the language that leaves marks in {@code text}, the one of the highest right. */
    static Optional<String> find(String text) {
        List<Matcher> matchers = new ArrayList<>();
        SIGNS.forEach(sign -> matchers.add(sign.pattern().matcher(text).useTransparentBounds(true)));
        char[] chars = text.toCharArray();
        int best = RANKS.size();
        for (int i = 0; i < chars.length - 1 && best > 0; i++) {
            char c = chars[i];
            boolean opens = c == '<' || c == '{' || c == '[' || c == '#';
            if (opens || (c == ':' && i > 0 && BEFORE_COLON.indexOf(chars[i - 1]) >= 0)) {
                best = Math.min(best, rankAt(i, c, chars[i + 1], matchers));
            }
        }
        return best == RANKS.size() ? Optional.empty() : Optional.of(RANKS.get(best));
    }

    private static int rankAt(int at, char c, char next, List<Matcher> matchers) {
        for (int k = 0; k < SIGNS.size(); k++) {
            Sign sign = SIGNS.get(k);
            if (sign.mayStandAt(c, next)
                    && matchers.get(k).region(at, matchers.get(k).regionEnd()).lookingAt()) {
                return RANKS.indexOf(sign.dialect());
            }
        }
        return RANKS.size();
    }
}
