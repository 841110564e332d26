package io.github.assetpipe.css;

import java.util.Arrays;

/** For each bit of a family, the last place in a list where it is declared. Not safe for several threads. */
final class FamilyPlaces {
    private final int[] places = new int[Long.SIZE];

    FamilyPlaces() {
        Arrays.fill(places, -1);
    }

    /** Notes that these families are declared at {@code place}. */
    void note(long families, int place) {
        for (long rest = families; rest != 0; rest &= rest - 1) {
            int family = Long.numberOfTrailingZeros(rest);
            places[family] = Math.max(places[family], place);
        }
    }

    /** Returns the last place where any of these families may be declared, or -1. */
    int last(long families) {
        int last = -1;
        for (long rest = families; rest != 0; rest &= rest - 1) {
            last = Math.max(last, places[Long.numberOfTrailingZeros(rest)]);
        }
        return last;
    }
}
