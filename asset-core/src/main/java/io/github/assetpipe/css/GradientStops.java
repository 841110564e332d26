package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/** Colour stops of a gradient that does not repeat, without positions and stops that are implied. */
final class GradientStops {
    private GradientStops() {}

    /** Shortens the stops in {@code groups} from index {@code first} on, in place. */
    static void shorten(List<List<Part>> groups, int first) {
        for (int i = first; i < groups.size(); i++) {
            if (!isPlain(groups.get(i))) {
                return;
            }
        }
        if (groups.size() - first < 2) {
            return;
        }
        dropRepeated(groups, first);
        positions(groups, first);
    }

    /** Tells whether a stop is a colour and up to two percentages or zeros. */
    private static boolean isPlain(List<Part> stop) {
        if (stop.isEmpty() || stop.size() > 3 || !Colors.isColor(stop.get(0))) {
            return false;
        }
        for (int i = 1; i < stop.size(); i++) {
            if (!(stop.get(i) instanceof Part.Num number) || !(number.isPercent() || number.isZero())) {
                return false;
            }
        }
        return true;
    }

    private static void dropRepeated(List<List<Part>> groups, int first) {
        while (groups.size() - first > 2
                && sameColor(groups.get(first), groups.get(first + 1))
                && groups.get(first + 1).size() > 1
                && isOrdered(groups.get(first), groups.get(first + 1))) {
            groups.remove(first);
        }
        int last = groups.size() - 1;
        while (last - first > 1
                && sameColor(groups.get(last), groups.get(last - 1))
                && groups.get(last - 1).size() > 1) {
            groups.remove(last--);
        }
    }

    private static boolean sameColor(List<Part> a, List<Part> b) {
        return a.get(0).equals(b.get(0));
    }

    private static boolean isOrdered(List<Part> a, List<Part> b) {
        double before = a.size() == 1 ? 0 : value(a.get(a.size() - 1));
        return before <= value(b.get(1));
    }

    private static double value(Part part) {
        return ((Part.Num) part).value();
    }

    private static void positions(List<List<Part>> groups, int first) {
        double reached = 0;
        int last = groups.size() - 1;
        for (int i = first; i <= last; i++) {
            List<Part> stop = new ArrayList<>(groups.get(i));
            if (i == first && stop.size() > 1 && value(stop.get(1)) == 0) {
                stop.remove(1);
            }
            double before = reached;
            for (int k = 1; k < stop.size(); k++) {
                double value = value(stop.get(k));
                if (value <= before && (i > first || k > 1)) {
                    stop.set(k, ValueMinifier.ZERO);
                } else if (value == 0) {
                    stop.set(k, ValueMinifier.ZERO);
                }
                before = Math.max(before, value);
            }
            List<Part> written = groups.get(i);
            if (i == last && reached <= 100) {
                int at = written.size() - 1;
                while (at >= 1 && value(written.get(at)) == 100 && stop.size() > 1) {
                    stop.remove(stop.size() - 1);
                    at--;
                }
            }
            reached = before;
            groups.set(i, stop);
        }
    }
}
