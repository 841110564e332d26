package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/** Collapses values that repeat for the sides or axes of a box. */
final class Boxes {
    private Boxes() {}

    /** Collapses one to four values for top, right, bottom and left. */
    static List<Part> four(List<Part> parts) {
        int size = parts.size();
        if (size > 4 || Lists.contains(parts, '/') || Lists.contains(parts, ',')) {
            return parts;
        }
        if (size == 4 && parts.get(3).equals(parts.get(1))) {
            size = 3;
        }
        if (size == 3 && parts.get(2).equals(parts.get(0))) {
            size = 2;
        }
        if (size == 2 && parts.get(1).equals(parts.get(0))) {
            size = 1;
        }
        return parts.subList(0, size);
    }

    /** Collapses two equal values to one. */
    static List<Part> pair(List<Part> parts) {
        return parts.size() == 2 && parts.get(0).equals(parts.get(1)) ? parts.subList(0, 1) : parts;
    }

    /** Collapses both halves of a {@code border-radius}. */
    static List<Part> radius(List<Part> parts) {
        if (!Lists.contains(parts, '/')) {
            return four(parts);
        }
        List<List<Part>> halves = Lists.split(parts, '/');
        if (halves.size() != 2) {
            return parts;
        }
        List<Part> horizontal = four(halves.get(0));
        List<Part> vertical = four(halves.get(1));
        if (horizontal.equals(vertical)) {
            return horizontal;
        }
        List<Part> out = new ArrayList<>(horizontal);
        out.add(Part.Sign.SLASH);
        out.addAll(vertical);
        return out;
    }

    /** Returns the value of side 0 to 3 of one to four values. */
    static Part side(List<Part> parts, int side) {
        int size = parts.size();
        return switch (side) {
            case 0 -> parts.get(0);
            case 1 -> parts.get(size > 1 ? 1 : 0);
            case 2 -> parts.get(size > 2 ? 2 : 0);
            default -> parts.get(size > 3 ? 3 : size > 1 ? 1 : 0);
        };
    }
}
