package io.github.assetpipe.css;

/** The labels of {@code @charset} (Encoding Standard). */
final class Charsets {
    private Charsets() {}

    /** Tells whether a label means UTF-8, or nothing: UTF-16 labels count as UTF-8 there, unknown labels are ignored. */
    static boolean isPlain(String prelude) {
        if (prelude.length() < 2 || prelude.charAt(0) != '"' || prelude.indexOf('\\') >= 0) {
            return true;
        }
        String label = Chars.lower(prelude.substring(1, prelude.length() - 1)).trim();
        return switch (label) {
            case "utf-8",
                    "utf8",
                    "unicode-1-1-utf-8",
                    "unicode11utf8",
                    "unicode20utf8",
                    "x-unicode20utf8",
                    "utf-16",
                    "utf-16le",
                    "utf-16be",
                    "ucs-2",
                    "unicode",
                    "unicodefeff",
                    "unicodefffe",
                    "iso-10646-ucs-2" -> true;
            default -> !isLegacy(label);
        };
    }

    private static boolean isLegacy(String label) {
        return label.startsWith("iso-8859-")
                || label.startsWith("iso8859")
                || label.startsWith("windows-")
                || label.startsWith("cp12")
                || label.startsWith("koi8")
                || label.startsWith("big5")
                || label.startsWith("gb")
                || label.startsWith("euc-")
                || label.startsWith("latin")
                || label.startsWith("mac")
                || label.startsWith("x-mac-")
                || switch (label) {
                    case "ascii",
                            "us-ascii",
                            "l1",
                            "shift_jis",
                            "shift-jis",
                            "sjis",
                            "ms_kanji",
                            "iso-2022-jp",
                            "ibm866",
                            "866",
                            "tis-620",
                            "x-sjis",
                            "csshiftjis",
                            "ks_c_5601-1987",
                            "korean",
                            "chinese",
                            "x-gbk",
                            "dos-874",
                            "arabic",
                            "greek",
                            "hebrew",
                            "cyrillic",
                            "visual",
                            "logical",
                            "x-user-defined" -> true;
                    default -> false;
                };
    }
}
