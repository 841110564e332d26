package io.github.assetpipe.css;

import java.util.List;

/**
 * Tells whether a rule may be moved past another item without a change in what the cascade gives.
 *
 * <p>Two declarations are free of each other when they are the same, when they are of different families, or when the
 * specificities of their rules differ, so that their order is not asked for.
 */
final class Interference {
    private Interference() {}

    /** Tells whether {@code rule} may not be moved past {@code other}. */
    static boolean blocks(Item other, Item.Rule rule) {
        if (other instanceof Item.Rule between) {
            return blocksRule(between, rule);
        }
        if (other instanceof Item.At at) {
            return blocksAt(at, rule);
        }
        return true;
    }

    /**
     * Returns the bits of the families of what an item declares, all bits where it is not known: items without a bit in
     * common never block each other.
     */
    static long families(Item item) {
        if (item instanceof Item.Rule rule) {
            return rule.isFlat() ? rule.families() : -1;
        }
        if (!(item instanceof Item.At at) || at.body == null) {
            return -1;
        }
        if (!at.hasFamilies) {
            at.families = families(at, at.body);
            at.hasFamilies = true;
        }
        return at.families;
    }

    private static long families(Item.At at, List<Item> body) {
        if (holdsNoRules(at.name)) {
            return 0;
        }
        long bits = isTransparent(at.name) ? 0 : -1;
        for (int i = 0; i < body.size() && bits != -1; i++) {
            bits |= families(body.get(i));
        }
        return bits;
    }

    private static boolean blocksRule(Item.Rule between, Item.Rule rule) {
        if (!between.isFlat() || !rule.isFlat()) {
            return true;
        }
        if ((between.families() & rule.families()) == 0) {
            return false;
        }
        boolean ordered =
                between.specificity() == -1 || rule.specificity() == -1 || between.specificity() == rule.specificity();
        return ordered && conflict(between.declarations, rule.declarations);
    }

    private static boolean conflict(List<Decl> a, List<Decl> b) {
        if ((long) a.size() * b.size() > 4000) {
            return true;
        }
        for (int i = 0; i < a.size(); i++) {
            Decl one = a.get(i);
            if (one.name.equals("all")) {
                return true;
            }
            for (int k = 0; k < b.size(); k++) {
                Decl other = b.get(k);
                boolean related = (one.familyBit & other.familyBit) != 0 && !one.sameAs(other);
                if (other.name.equals("all") || (related && one.family.equals(other.family))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean blocksAt(Item.At at, Item.Rule rule) {
        List<Item> body = at.body;
        if (body == null) {
            return true;
        }
        if (holdsNoRules(at.name)) {
            return false;
        }
        if (!isTransparent(at.name)) {
            return true;
        }
        for (int i = 0; i < body.size(); i++) {
            if (blocks(body.get(i), rule)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsNoRules(String name) {
        return switch (name) {
            case "keyframes",
                    "-webkit-keyframes",
                    "-moz-keyframes",
                    "-o-keyframes",
                    "font-face",
                    "counter-style",
                    "property",
                    "page" -> true;
            default -> false;
        };
    }

    /** Tells whether rules in an at-rule block like those around it. */
    private static boolean isTransparent(String name) {
        return switch (name) {
            case "media", "supports", "container", "starting-style" -> true;
            default -> false;
        };
    }
}
