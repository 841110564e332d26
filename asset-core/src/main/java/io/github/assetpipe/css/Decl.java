package io.github.assetpipe.css;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A declaration ready to be printed. What it says never changes; two with the same {@link #key} are the same. Owned by one
 * minifier run.
 */
final class Decl {
    final String name;
    final @Nullable Property property;
    final List<Part> parts;
    final String value;
    final boolean important;

    /** Whether the value is certain: worked out when asked for, 0 until then, 1 for yes, 2 for no. */
    private byte certainty;

    /** Offset in the source, for the source map. */
    final int source;

    final String key;
    private final int hash;

    /** The key of a body that holds this declaration alone; null until {@link Keys} is asked. */
    @Nullable
    Key bodyKey;

    /** The group of properties that may set the same things, and its bit. */
    final String family;

    final long familyBit;

    Decl(String name, @Nullable Property property, List<Part> parts, String value, boolean important, int source) {
        this.name = name;
        this.property = property;
        this.parts = parts;
        this.value = value;
        this.important = important;
        this.source = source;
        this.family = Families.of(name);
        this.familyBit = name.equals("all") ? -1 : Families.bit(family);
        this.key = name.concat(":").concat(value).concat(important ? "!important" : "");
        this.hash = key.hashCode();
    }

    /** Creates a declaration of known parts. */
    static Decl of(String name, List<Part> parts, Decl like) {
        Property property = PropertyTable.find(name);
        return new Decl(name, property, parts, ValuePrinter.print(parts), like.important, like.source);
    }

    private Decl(Decl like, int source) {
        this.name = like.name;
        this.property = like.property;
        this.parts = like.parts;
        this.value = like.value;
        this.important = like.important;
        this.certainty = like.certainty;
        this.key = like.key;
        this.hash = like.hash;
        this.family = like.family;
        this.familyBit = like.familyBit;
        this.source = source;
    }

    /** Returns the same declaration at another place of the source. */
    Decl at(int offset) {
        return offset == source ? this : new Decl(this, offset);
    }

    boolean isCustom() {
        return Names.isCustom(name);
    }

    /** Tells whether every browser of the baseline takes the value, so that it makes earlier ones void. */
    boolean isSure() {
        if (certainty == 0) {
            boolean sure = property != null && !parts.isEmpty() && Validity.isSure(property, parts);
            certainty = (byte) (sure ? 1 : 2);
        }
        return certainty == 1;
    }

    /** Tells whether the value is one of the keywords that every property takes. */
    boolean isWide() {
        return parts.size() == 1 && Validity.isWide(parts.get(0));
    }

    /** Tells whether the value is certain, known now, and no keyword that every property takes. */
    boolean isPlain() {
        return isSure() && !ValueMinifier.hasReference(parts) && !isWide();
    }

    boolean sameAs(Decl other) {
        return this == other || (hash == other.hash && key.equals(other.key));
    }

    @Override
    public String toString() {
        return key;
    }
}
