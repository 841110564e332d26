package io.github.assetpipe.css;

/**
 * Groups properties that may set the same thing, so that the order of their declarations matters.
 *
 * <p>The groups are coarse on purpose: being in one group costs a chance to merge, being wrongly in two costs correctness.
 */
final class Families {
    private Families() {}

    /** Returns the family of a property's name in lower case; a custom property is its own. */
    static String of(String name) {
        if (Names.isCustom(name)) {
            return name;
        }
        String plain = Names.unprefixed(name);
        int hyphen = plain.indexOf('-');
        String first = hyphen < 0 ? plain : plain.substring(0, hyphen);
        if (plain.startsWith("column-rule")) {
            return "rule";
        }
        return switch (first) {
            case "top", "right", "bottom", "left" -> "inset";
            case "width", "height", "min", "max", "block", "inline", "logical" -> "size";
            case "line" -> plain.equals("line-height") ? "font" : "line";
            case "row" -> plain.startsWith("row-rule") ? "rule" : "grid";
            case "gap", "order" -> "grid";
            case "overflow" -> plain.equals("overflow-wrap") ? "text" : "overflow";
            case "vertical", "alignment", "baseline" -> "vertical";
            case "column" -> plain.equals("column-gap") ? "grid" : plain.contains("break") ? "break" : "column";
            case "columns" -> "column";
            case "align", "justify", "place" -> "align";
            case "white", "word" -> "text";
            case "page" -> "break";
            case "print" -> "color";
            case "letter" -> "letter";
            default -> first;
        };
    }

    /** Returns one bit of 64 for a family, for quick tests of whether two rules have a family in common. */
    static long bit(String family) {
        return 1L << ((family.hashCode() * 0x9E3779B9) >>> 26);
    }
}
