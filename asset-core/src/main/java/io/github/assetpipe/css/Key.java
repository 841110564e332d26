package io.github.assetpipe.css;

import org.jspecify.annotations.Nullable;

/**
 * Stands for a selector, a list of selectors or a body; one object for all rules of a sheet that have it, so that what a pass
 * notes about it is a field away and needs no table. A note holds for the pass that wrote it. Owned by one minifier run.
 */
final class Key {
    /** Another one for each key. */
    final int number;

    private int placePass;
    private int place;
    private int overridesPass;
    private Item.@Nullable Rule first;
    private Overrides.@Nullable Covered covered;

    Key(int number) {
        this.number = number;
    }

    /** Returns where the pass has put the last rule with this text, or -1. */
    int place(int pass) {
        return placePass == pass ? place : -1;
    }

    void put(int pass, int at) {
        placePass = pass;
        place = at;
    }

    /** Takes the note back if it says {@code at}. */
    void remove(int pass, int at) {
        if (placePass == pass && place == at) {
            placePass = 0;
        }
    }

    /** Notes one more rule with this selector; returns the first rule with it, null when {@code rule} is that. */
    Item.@Nullable Rule repeats(int pass, Item.Rule rule) {
        if (overridesPass != pass) {
            overridesPass = pass;
            first = rule;
            covered = null;
            return null;
        }
        if (covered == null) {
            covered = new Overrides.Covered();
        }
        return first;
    }

    /** Returns what later rules with this selector set for certain; null when the selector is not repeated. */
    Overrides.@Nullable Covered covered(int pass) {
        return overridesPass == pass ? covered : null;
    }
}
