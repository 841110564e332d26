package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes out of a block of declarations what a later one makes void, and writes the rest with fewer declarations. */
final class DeclarationBlock {
    /** Blocks longer than anything written by hand are not searched pair by pair. */
    private static final int LONG = 500;

    private final SheetFacts facts;
    private final Browsers browsers;

    /**
     * What blocks were made into: frameworks repeat them under each condition. Blocks are equal here when they hold the same
     * objects, so that all that is known of a declaration is the same, not just its text.
     */
    private final Map<List<Decl>, List<Decl>> optimized = new HashMap<>();

    DeclarationBlock(SheetFacts facts, Browsers browsers) {
        this.facts = facts;
        this.browsers = browsers;
    }

    List<Decl> optimize(List<Decl> declarations) {
        if (declarations.size() < 2 || sharedFamilies(declarations) == 0) {
            return declarations;
        }
        if (browsers == Browsers.ANY) {
            // An old browser may read only one of two, or not know the shorthand.
            return withoutRepeated(declarations);
        }
        List<Decl> known = optimized.get(declarations);
        if (known == null) {
            known = work(declarations);
            optimized.put(declarations, known);
        }
        return known;
    }

    private List<Decl> work(List<Decl> declarations) {
        List<Decl> out = withoutPrefixed(declarations);
        out = withoutVoid(out);
        if (out.size() > 1) {
            out = new ShorthandMerger(facts, out).merge();
            out = withoutVoid(LonghandFolding.fold(out));
        }
        return out;
    }

    /** Drops prefixed declarations that the same block has without a prefix, where all browsers know that form. */
    private List<Decl> withoutPrefixed(List<Decl> declarations) {
        Map<String, Decl> plain = null;
        List<Decl> out = declarations;
        if (declarations.size() > LONG) {
            return out;
        }
        for (int i = 0; i < declarations.size(); i++) {
            Decl declaration = declarations.get(i);
            if (Prefixes.isLongStanding(declaration.name)) {
                if (plain == null) {
                    plain = byName(declarations);
                    out = new ArrayList<>(declarations);
                }
                Decl twin = plain.get(Names.unprefixed(declaration.name));
                boolean covered = twin != null && twin.isSure() && twin.important == declaration.important;
                if (twin != null
                        && covered
                        && (twin.value.equals(declaration.value) || declarations.indexOf(twin) > i)) {
                    out.remove(declaration);
                }
            }
        }
        return out;
    }

    private static Map<String, Decl> byName(List<Decl> declarations) {
        Map<String, Decl> out = new HashMap<>();
        for (Decl declaration : declarations) {
            out.put(declaration.name, declaration);
        }
        return out;
    }

    /** Drops what is said again, word by word, with nothing between. */
    private static List<Decl> withoutRepeated(List<Decl> declarations) {
        List<Decl> out = new ArrayList<>(declarations.size());
        for (Decl declaration : declarations) {
            if (out.isEmpty() || !out.get(out.size() - 1).sameAs(declaration)) {
                out.add(declaration);
            }
        }
        return out;
    }

    /** Drops what a later declaration overrides for certain; a fallback before a doubtful value stays. */
    private static List<Decl> withoutVoid(List<Decl> declarations) {
        Set<String> keys = new HashSet<>();
        Set<String> normal = new HashSet<>();
        Set<String> important = new HashSet<>();
        Set<String> allImportant = allImportant(declarations);
        long shared = sharedFamilies(declarations);
        long[] earlier = earlierFamilies(declarations);
        List<Decl> out = new ArrayList<>(declarations.size());
        for (int i = declarations.size() - 1; i >= 0; i--) {
            Decl declaration = declarations.get(i);
            if ((declaration.familyBit & shared) == 0) {
                out.add(declaration);
                continue;
            }
            if (!keys.add(declaration.key)) {
                continue;
            }
            boolean dead = declaration.important
                    ? isDead(declaration, important, important)
                    : isDead(declaration, normal, allImportant);
            boolean fallback = dead && declaration.name.equals("display") && declaration.value.startsWith("-webkit-");
            if (dead && !fallback) {
                continue;
            }
            out.add(declaration);
            if ((declaration.familyBit & earlier[i]) != 0) {
                cover(declaration, declaration.important ? important : normal);
            }
        }
        Collections.reverse(out);
        return out;
    }

    /** Returns for each declaration the bits of those before it. */
    private static long[] earlierFamilies(List<Decl> declarations) {
        long[] out = new long[declarations.size()];
        for (int i = 1; i < out.length; i++) {
            out[i] = out[i - 1] | declarations.get(i - 1).familyBit;
        }
        return out;
    }

    /** Returns the bits that several declarations have: the others can say nothing about one another. */
    static long sharedFamilies(List<Decl> declarations) {
        long seen = 0;
        long shared = 0;
        for (int i = 0; i < declarations.size(); i++) {
            long bit = declarations.get(i).familyBit;
            shared |= seen & bit;
            seen |= bit;
        }
        return shared;
    }

    private static Set<String> allImportant(List<Decl> declarations) {
        Set<String> out = Set.of();
        for (int i = 0; i < declarations.size(); i++) {
            if (declarations.get(i).important) {
                out = out.isEmpty() ? new HashSet<>() : out;
                cover(declarations.get(i), out);
            }
        }
        return out;
    }

    static void cover(Decl declaration, Set<String> covered) {
        Property property = declaration.property;
        if (property == null) {
            if (declaration.isCustom()) {
                covered.add(declaration.name);
            }
        } else if (declaration.isSure()) {
            Collections.addAll(covered, property.covers());
            covered.add(declaration.name);
        }
    }

    static boolean isDead(Decl declaration, Set<String> later, Set<String> important) {
        if (later.contains(declaration.name) || important.contains(declaration.name)) {
            return true;
        }
        Property property = declaration.property;
        if (property == null) {
            return false;
        }
        for (String longhand : property.longhands()) {
            if (!later.contains(longhand) && !important.contains(longhand)) {
                return false;
            }
        }
        return true;
    }
}
