package io.github.assetpipe.css;

/**
 * A declaration: a property or descriptor and its value.
 *
 * @param start offset of the name's first character
 * @param end offset after the value, {@code !important} included
 * @param name the decoded name; in lower case unless it is a custom property
 * @param firstToken index of the first token of the value
 * @param limitToken index after the value's last token; white space at the ends and {@code !important} are not part of it
 * @param important whether the value is followed by {@code !important}
 */
public record Declaration(int start, int end, String name, int firstToken, int limitToken, boolean important)
        implements Node {

    /** Tells whether this declares a custom property. */
    public boolean isCustomProperty() {
        return Names.isCustom(name);
    }
}
