package io.github.assetpipe.css.purge;

import java.util.HashMap;
import java.util.Map;

/**
 * The HTML character references that can stand in a name: all of ASCII's punctuation and white space, and the letters of
 * Latin-1 (HTML Standard, 13.5 Named character references).
 */
final class Entities {
    private static final Map<String, Character> NAMED = new HashMap<>();

    private static final String LATIN = "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml "
            + "Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml "
            + "Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave "
            + "iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute "
            + "thorn yuml";

    static {
        String[] letters = LATIN.split(" ");
        for (int i = 0; i < letters.length; i++) {
            NAMED.put(letters[i], (char) (0xC0 + i));
        }
        name('\t', "Tab");
        name('\n', "NewLine");
        name(' ', "nbsp", "NonBreakingSpace");
        name('!', "excl");
        name('"', "quot", "QUOT");
        name('#', "num");
        name('$', "dollar");
        name('%', "percnt");
        name('&', "amp", "AMP");
        name('\'', "apos");
        name('(', "lpar");
        name(')', "rpar");
        name('*', "ast", "midast");
        name('+', "plus");
        name(',', "comma");
        name('.', "period");
        name('/', "sol");
        name(':', "colon");
        name(';', "semi");
        name('<', "lt", "LT");
        name('=', "equals");
        name('>', "gt", "GT");
        name('?', "quest");
        name('@', "commat");
        name('[', "lsqb", "lbrack");
        name('\\', "bsol");
        name(']', "rsqb", "rbrack");
        name('^', "Hat");
        name('_', "lowbar", "UnderBar");
        name('`', "grave", "DiacriticalGrave");
        name('{', "lcub", "lbrace");
        name('|', "vert", "verbar", "VerticalLine");
        name('}', "rcub", "rbrace");
    }

    private Entities() {}

    private static void name(char c, String... names) {
        for (String name : names) {
            NAMED.put(name, c);
        }
    }

    /** Returns the character of a reference such as {@code colon}, {@code #58} or {@code #x3a}, or -1. */
    static int character(String reference) {
        if (!reference.startsWith("#")) {
            Character named = NAMED.get(reference);
            return named == null ? -1 : named;
        }
        boolean hex = reference.length() > 1 && (reference.charAt(1) == 'x' || reference.charAt(1) == 'X');
        try {
            int code = Integer.parseInt(reference, hex ? 2 : 1, reference.length(), hex ? 16 : 10);
            return code > 0 && code <= 0xFFFF && reference.charAt(hex ? 2 : 1) != '-' ? code : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
