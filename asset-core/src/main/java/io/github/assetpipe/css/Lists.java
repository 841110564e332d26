package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/** Splits and joins lists of component values at a separator. */
final class Lists {
    private Lists() {}

    /** Returns the groups between the separators; always at least one, possibly empty ones. */
    static List<List<Part>> split(List<Part> parts, char separator) {
        List<List<Part>> groups = new ArrayList<>(4);
        List<Part> group = new ArrayList<>(4);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.isSign(separator)) {
                groups.add(group);
                group = new ArrayList<>(4);
            } else {
                group.add(part);
            }
        }
        groups.add(group);
        return groups;
    }

    /** Returns the groups with {@code separator} between them. */
    static List<Part> join(List<List<Part>> groups, char separator) {
        List<Part> out = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            if (i > 0) {
                out.add(separator == ',' ? Part.Sign.COMMA : new Part.Sign(separator));
            }
            out.addAll(groups.get(i));
        }
        return out;
    }

    static boolean contains(List<Part> parts, char sign) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isSign(sign)) {
                return true;
            }
        }
        return false;
    }
}
