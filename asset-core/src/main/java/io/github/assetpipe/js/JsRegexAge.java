package io.github.assetpipe.js;

import java.util.EnumSet;
import java.util.Set;

/** Tells which of a regular expression's forms are younger than the first browsers with regular expressions. */
final class JsRegexAge {
    private JsRegexAge() {}

    /** Returns what the raw text of a literal uses. */
    static Set<JsFeature> of(String literal) {
        Set<JsFeature> found = EnumSet.noneOf(JsFeature.class);
        int end = literal.lastIndexOf('/');
        String flags = literal.substring(end + 1);
        boolean unicode = flags.indexOf('u') >= 0 || flags.indexOf('v') >= 0;
        add(found, flags.indexOf('u') >= 0 || flags.indexOf('y') >= 0, JsFeature.REGEX_UNICODE);
        add(found, flags.indexOf('s') >= 0, JsFeature.REGEX_DOT_ALL);
        add(found, flags.indexOf('d') >= 0, JsFeature.REGEX_INDICES);
        add(found, flags.indexOf('v') >= 0, JsFeature.REGEX_SETS);
        boolean inClass = false;
        for (int i = 1; i < end; i++) {
            char c = literal.charAt(i);
            if (c == '\\') {
                i++;
                add(found, unicode && (literal.charAt(i) == 'p' || literal.charAt(i) == 'P'), JsFeature.REGEX_PROPERTY);
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (!inClass && literal.startsWith("(?<", i)) {
                char next = literal.charAt(i + 3);
                add(found, true, next == '=' || next == '!' ? JsFeature.REGEX_LOOKBEHIND : JsFeature.REGEX_NAMED_GROUP);
            }
        }
        return found;
    }

    private static void add(Set<JsFeature> found, boolean there, JsFeature feature) {
        if (there) {
            found.add(feature);
        }
    }
}
