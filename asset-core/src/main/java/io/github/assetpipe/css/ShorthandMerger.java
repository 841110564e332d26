package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes longhands of one block as their shorthand, where all are there, certain, of one importance, and nothing of their
 * family stands between. Not safe for several threads.
 */
final class ShorthandMerger {
    private final SheetFacts facts;
    private List<Decl> declarations;

    ShorthandMerger(SheetFacts facts, List<Decl> declarations) {
        this.facts = facts;
        this.declarations = declarations;
    }

    List<Decl> merge() {
        long families = DeclarationBlock.sharedFamilies(declarations);
        if (families == 0) {
            return declarations;
        }
        Shorthands.BOXES.each(families, this::box);
        Shorthands.PAIRS.each(families, this::pair);
        Shorthands.OTHERS.each(families, this::other);
        return declarations;
    }

    /** Folds a box's sides, and an earlier shorthand with later sides, into one shorthand. */
    private void box(String shorthand) {
        Property property = PropertyTable.find(shorthand);
        if (property == null) {
            return;
        }
        String[] sides = property.longhands();
        Part[] values = new Part[4];
        List<Decl> used = new ArrayList<>(4);
        boolean[] decided = new boolean[4];
        for (Decl declaration : declarations) {
            int important = declaration.important ? indexOf(sides, declaration.name) : -1;
            if (important >= 0 && declaration.isPlain() && !allImportant(sides)) {
                // What is said with less weight of this side never counts, so it may be anything.
                decided[important] = true;
            } else if (declaration.name.equals(shorthand)) {
                if (!declaration.isPlain() || Lists.contains(declaration.parts, '/') || declaration.parts.size() > 4) {
                    return;
                }
                for (int side = 0; side < 4; side++) {
                    values[side] = Boxes.side(declaration.parts, side);
                }
                used.add(declaration);
            } else {
                int side = indexOf(sides, declaration.name);
                if (side >= 0) {
                    if (!declaration.isPlain() || declaration.parts.size() != 1) {
                        return;
                    }
                    values[side] = declaration.parts.get(0);
                    used.add(declaration);
                }
            }
        }
        if (used.size() < 2) {
            return;
        }
        List<Part> parts = new ArrayList<>(4);
        for (int side = 0; side < 4; side++) {
            Part value = decided[side] ? likeOthers(values, side) : values[side];
            if (value == null) {
                return;
            }
            parts.add(value);
        }
        replace(used, Decl.of(shorthand, Boxes.four(parts), used.get(0)), important(sides));
    }

    /** Returns the value that lets the others be written shortest: that of the opposite side, else of any other. */
    private static @Nullable Part likeOthers(Part[] values, int side) {
        for (int step : new int[] {2, 1, 3}) {
            Part value = values[(side + step) % 4];
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private boolean allImportant(String[] sides) {
        for (Decl declaration : declarations) {
            if (!declaration.important && indexOf(sides, declaration.name) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the sides that are declared important beside plain ones. */
    private Set<String> important(String[] sides) {
        if (allImportant(sides)) {
            return Set.of();
        }
        Set<String> out = new HashSet<>();
        for (Decl declaration : declarations) {
            if (declaration.important && declaration.isPlain() && indexOf(sides, declaration.name) >= 0) {
                out.add(declaration.name);
            }
        }
        return out;
    }

    private void pair(String shorthand) {
        List<Decl> used = longhands(shorthand);
        if (used == null) {
            return;
        }
        List<Part> parts = new ArrayList<>(2);
        for (Decl declaration : used) {
            if (declaration.parts.size() != 1) {
                return;
            }
            parts.add(declaration.parts.get(0));
        }
        replace(used, Decl.of(shorthand, Boxes.pair(parts), used.get(0)), Set.of());
    }

    private void other(String shorthand) {
        List<Decl> used = find(ShorthandWriter.needs(shorthand));
        if (used == null) {
            return;
        }
        String[] resets = ShorthandWriter.resets(shorthand);
        Set<String> names = SheetFacts.names(declarations);
        if (!facts.declaresOnly(names, resets)) {
            return;
        }
        List<Part> parts = ShorthandWriter.write(shorthand, used);
        if (parts != null) {
            int space = shorthand.indexOf(' ');
            String name = space < 0 ? shorthand : shorthand.substring(0, space);
            replace(used, Decl.of(name, parts, used.get(0)), Set.of(resets));
        }
    }

    private @Nullable List<Decl> longhands(String shorthand) {
        Property property = PropertyTable.find(shorthand);
        return property == null ? null : find(property.longhands());
    }

    /** Returns the declarations of exactly these names, in the order of the names, if they can be merged. */
    private @Nullable List<Decl> find(String[] names) {
        if (names.length == 0 || declarations.size() < names.length) {
            return null;
        }
        List<Decl> used = new ArrayList<>(names.length);
        for (String name : names) {
            Decl found = null;
            for (Decl declaration : declarations) {
                if (declaration.name.equals(name)) {
                    if (found != null || !declaration.isPlain()) {
                        return null;
                    }
                    found = declaration;
                }
            }
            if (found == null) {
                return null;
            }
            used.add(found);
        }
        return used;
    }

    /**
     * Puts {@code made} where the last of {@code used} stood, or before what it would set back; if that is shorter, and if
     * nothing else of the family stands among them.
     */
    private void replace(List<Decl> used, Decl made, Set<String> resets) {
        String family = Families.of(made.name);
        int length = 0;
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (Decl declaration : used) {
            if (declaration.important != made.important) {
                return;
            }
            int index = declarations.indexOf(declaration);
            first = Math.min(first, index);
            last = Math.max(last, index);
            length += declaration.key.length() + 1;
        }
        int place = last;
        for (int i = 0; i <= last; i++) {
            Decl declaration = declarations.get(i);
            if (resets.contains(declaration.name)) {
                first = Math.min(first, i);
                place = Math.min(place, i);
            }
        }
        for (int i = first; i <= last; i++) {
            Decl declaration = declarations.get(i);
            boolean other = !used.contains(declaration) && !resets.contains(declaration.name);
            if (other && (declaration.family.equals(family) || declaration.name.equals("all"))) {
                return;
            }
        }
        if (made.key.length() + 1 < length) {
            put(used, made, place);
        }
    }

    private void put(List<Decl> used, Decl made, int place) {
        List<Decl> out = new ArrayList<>(declarations.size());
        for (int i = 0; i < declarations.size(); i++) {
            if (i == place) {
                out.add(made);
            }
            if (!used.contains(declarations.get(i))) {
                out.add(declarations.get(i));
            }
        }
        declarations = out;
    }

    private static int indexOf(String[] names, String name) {
        for (int i = 0; i < names.length && i < 4; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
