package io.github.assetpipe.css;

import java.util.function.Consumer;

/** The shorthands that longhands of a block can be written as, by the way that they are put together. */
enum Shorthands {
    /** One to four values for the sides or corners of a box. */
    BOXES(
            "margin",
            "padding",
            "inset",
            "border-width",
            "border-style",
            "border-color",
            "border-radius",
            "scroll-margin",
            "scroll-padding"),

    /** One or two values. */
    PAIRS(
            "overflow",
            "gap",
            "overscroll-behavior",
            "place-content",
            "place-items",
            "place-self",
            "margin-inline",
            "margin-block",
            "padding-inline",
            "padding-block",
            "inset-inline",
            "inset-block",
            "scroll-margin-inline",
            "scroll-margin-block",
            "scroll-padding-inline",
            "scroll-padding-block",
            "border-inline-width",
            "border-block-width",
            "border-inline-color",
            "border-block-color",
            "border-inline-style",
            "border-block-style"),

    /** Each by its own grammar; what follows a blank tells a second way to write the same shorthand. */
    OTHERS(
            "border",
            "border of sides",
            "flex",
            "flex-flow",
            "text-decoration",
            "list-style",
            "outline",
            "column-rule",
            "columns",
            "font",
            "background",
            "background with axes",
            "transition",
            "animation",
            "container",
            "border-image");

    private final String[] names;
    private final long[] families;

    Shorthands(String... names) {
        this.names = names;
        this.families = new long[names.length];
        for (int i = 0; i < names.length; i++) {
            int space = names[i].indexOf(' ');
            families[i] = Families.bit(Families.of(space < 0 ? names[i] : names[i].substring(0, space)));
        }
    }

    /** Hands on the shorthands of which a family is among {@code bits}, in the order of trying. */
    void each(long bits, Consumer<String> action) {
        for (int i = 0; i < names.length; i++) {
            if ((bits & families[i]) != 0) {
                action.accept(names[i]);
            }
        }
    }
}
