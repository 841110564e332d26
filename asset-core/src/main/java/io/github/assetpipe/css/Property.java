package io.github.assetpipe.css;

import java.util.Set;

/**
 * What the minifier knows of a property: the kinds of values it takes and the longhands it sets.
 *
 * @param name the name in lower case
 * @param types the letters of {@link PropertyTable} that say which values are allowed
 * @param count how many components there are at most
 * @param keywords the keywords it takes, the ones that all properties take not counted
 * @param longhands what it sets: itself for a longhand
 * @param covers what a later declaration of it makes void: its longhands and their logical or physical twins
 */
record Property(String name, String types, int count, Set<String> keywords, String[] longhands, String[] covers) {

    boolean takes(char type) {
        return types.indexOf(type) >= 0;
    }

    /** Tells whether a zero length may lose its unit. */
    boolean takesBareZero() {
        return takes('l') && !takes('n');
    }

    boolean takesColor() {
        return takes('c');
    }

    /** Tells whether numbers must be integers as written, without a point. */
    boolean takesOnlyIntegers() {
        return takes('i') && !takes('n');
    }

    /**
     * Tells whether a number that a math function computes may be written out. Computed numbers are rounded to integers and clamped
     * into the range of the property, written ones are then invalid (CSS Values and Units Level 4, section 10.12). Not asked for
     * numbers below zero.
     */
    boolean takesWritten(double computed) {
        boolean whole = computed == Math.rint(computed);
        return switch (name) {
            case "font", "font-weight" -> whole && computed >= 1 && computed <= 1000;
            // Chromium rounds written slices and cuts off computed ones.
            case "border-image", "border-image-slice", "-webkit-border-image" -> whole;
            default -> whole || !takes('i');
        };
    }

    /** Tells whether easing functions are among the values. */
    boolean takesEasing() {
        return name.equals("transition") || name.equals("animation") || name.endsWith("-timing-function");
    }

    /** Tells whether every word is a keyword, so that its case does not matter. */
    boolean hasOnlyKeywords() {
        return !takes('x');
    }

    boolean isShorthand() {
        return longhands.length > 1;
    }
}
