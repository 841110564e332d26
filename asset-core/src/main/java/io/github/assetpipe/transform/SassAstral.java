package io.github.assetpipe.transform;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stand-ins for characters outside of the basic plane, such as emoji, in what libsass is told and says. Java's native
 * interface hands such a character over as two halves, which libsass refuses as "Invalid UTF-8", and takes one that libsass
 * makes of an escape for four others.
 *
 * <p>A stand-in is one character, so that lengths and parts of strings stay right: first the characters that Unicode promises
 * never to use, then private ones that no source has had so far. For one compilation, on one thread.
 */
final class SassAstral {
    private static final char FIRST = '\ufdd0';
    private static final char LAST = '\ufdef';
    private static final char FIRST_PRIVATE = '\uf8ff';

    /** The four bytes of a character in UTF-8, each taken for a character. */
    private static final Pattern TORN = Pattern.compile(
            "(?:\u00f0[\u0090-\u00bf]|[\u00f1-\u00f3][\u0080-\u00bf]|\u00f4[\u0080-\u008f])[\u0080-\u00bf]{2}");

    private final Map<Integer, Character> standIns = new HashMap<>();
    private final Map<Character, Integer> originals = new TreeMap<>();
    private final StringBuilder seen = new StringBuilder();
    private char next = FIRST;
    private boolean torn;

    /** Returns a text for libsass. */
    String hide(String text) {
        torn |= TORN.matcher(text).find();
        note(text);
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c) || originals.containsKey((char) c))) {
            return text;
        }
        StringBuilder hidden = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean taken = point <= Character.MAX_VALUE && originals.containsKey((char) point);
            if (Character.isSupplementaryCodePoint(point) || taken) {
                hidden.append(standIn(point));
            } else {
                hidden.appendCodePoint(point);
            }
        });
        return hidden.toString();
    }

    /** Remembers the private characters of a text, which no later stand-in may be. */
    private void note(String text) {
        text.chars()
                .filter(c -> c >= '\ue000' && c <= FIRST_PRIVATE || c >= FIRST && c <= LAST)
                .distinct()
                .forEach(c -> seen.append((char) c));
    }

    private char standIn(int point) {
        Character known = standIns.get(point);
        if (known != null) {
            return known;
        }
        while (seen.indexOf(String.valueOf(next)) >= 0) {
            advance();
        }
        char chosen = next;
        advance();
        standIns.put(point, chosen);
        originals.put(chosen, point);
        return chosen;
    }

    private void advance() {
        next = next == LAST ? FIRST_PRIVATE : next >= FIRST && next < LAST ? (char) (next + 1) : (char) (next - 1);
    }

    /** Returns a text of libsass as it was meant. */
    String show(String text) {
        String whole = torn ? text : mended(text);
        if (originals.isEmpty()) {
            return whole;
        }
        StringBuilder shown = new StringBuilder(whole.length());
        for (int i = 0; i < whole.length(); i++) {
            shown.appendCodePoint(originals.getOrDefault(whole.charAt(i), (int) whole.charAt(i)));
        }
        return shown.toString();
    }

    /** A source that has the four characters itself keeps them: nobody could tell which are meant. */
    private static String mended(String text) {
        return TORN.matcher(text)
                .replaceAll(four -> Matcher.quoteReplacement(
                        new String(four.group().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
    }

    /** Returns a 1-based column in UTF-16 units for one that libsass counted in characters of {@code line}. */
    static int column(String line, int column) {
        int end = Math.min(Math.max(column - 1, 0), line.codePointCount(0, line.length()));
        return column + line.offsetByCodePoints(0, end) - end;
    }
}
