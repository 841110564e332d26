package io.github.assetpipe.js;

/** The punctuators of JavaScript (ECMA-262, 12.8). */
final class JsPunctuators {
    private static final String SINGLE = "{}()[];,<>+-*/%&|^!~?:=.`@";

    /** Those of several characters, longer ones first. */
    private static final String[] SEVERAL = {
        ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==", "!=", "<=", ">=",
        "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "**"
    };

    private JsPunctuators() {}

    /** Returns the length of the longest punctuator at {@code at}, or 0 when there is none. */
    static int lengthAt(String source, int at) {
        for (String punctuator : SEVERAL) {
            if (source.startsWith(punctuator, at)) {
                // In a?.5:b the question mark stands for itself.
                boolean decimal =
                        punctuator.equals("?.") && at + 2 < source.length() && JsChars.isDigit(source.charAt(at + 2));
                if (!decimal) {
                    return punctuator.length();
                }
            }
        }
        return SINGLE.indexOf(source.charAt(at)) < 0 ? 0 : 1;
    }
}
