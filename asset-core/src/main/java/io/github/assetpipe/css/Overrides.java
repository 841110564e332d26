package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes out declarations that a later rule with the same selector makes void: both match the same elements with the same
 * specificity, so the earlier one never wins.
 *
 * <p>Only within one list of rules and the conditions in it; layers, scopes and nested rules are left alone. Not safe for
 * several threads.
 */
final class Overrides {
    /** What later rules with one selector set for certain. */
    static final class Covered {
        final Set<String> normal = new HashSet<>();
        final Set<String> important = new HashSet<>();
    }

    private final Keys keys;
    private final int pass;

    /** Whether a rule lost something; such rules, and the conditions around them, are marked with the pass. */
    private boolean any;

    private final List<Item> items;

    private Overrides(List<Item> items, Keys keys) {
        this.items = items;
        this.keys = keys;
        this.pass = keys.nextPass();
    }

    /** Drops what is void in {@code items}, in place. */
    static Overrides in(List<Item> items, Keys keys) {
        Overrides overrides = new Overrides(items, keys);
        if (overrides.hasRepeated(items)) {
            overrides.walk(items, true);
        }
        return overrides;
    }

    /** Returns the items without rules that have nothing left. */
    List<Item> items() {
        return any ? withoutEmpty(items) : items;
    }

    /** Tells whether {@code item}, or something in it, lost a declaration or a selector. */
    boolean touches(Item item) {
        return item.touched == pass;
    }

    /** Tells whether anything was dropped. */
    boolean any() {
        return any;
    }

    /** Notes which rules have a selector that others have too; returns whether any does. */
    private boolean hasRepeated(List<Item> list) {
        boolean found = false;
        for (int i = 0; i < list.size(); i++) {
            found |= hasRepeated(list.get(i));
        }
        return found;
    }

    private boolean hasRepeated(Item item) {
        if (item instanceof Item.Rule rule) {
            return isFit(rule) && isRepeated(rule);
        }
        return item instanceof Item.At at && at.body != null && isCondition(at) && hasRepeated(at.body);
    }

    private boolean isRepeated(Item.Rule rule) {
        boolean found = false;
        for (Key key : rule.keys(keys)) {
            Item.Rule first = key.repeats(pass, rule);
            if (first != null) {
                first.repeated = pass;
                rule.repeated = pass;
                found = true;
            }
        }
        return found;
    }

    private static boolean isFit(Item.Rule rule) {
        return !rule.frame && !rule.isLong() && !rule.declarations.isEmpty();
    }

    private static boolean isCondition(Item.At at) {
        return switch (at.name) {
            case "media", "supports", "container" -> true;
            default -> false;
        };
    }

    /** Goes backwards; what stands in a condition is made void by what follows it, but makes nothing void itself. */
    private boolean walk(List<Item> list, boolean covers) {
        boolean found = false;
        for (int i = list.size() - 1; i >= 0; i--) {
            found |= walk(list.get(i), covers);
        }
        return found;
    }

    private boolean walk(Item item, boolean covers) {
        boolean found = false;
        if (item instanceof Item.Rule rule && rule.repeated == pass) {
            found = isCovered(rule) && drop(rule);
            if (covers && rule.isJoinable()) {
                cover(rule);
            }
        } else if (item instanceof Item.At at && at.body != null && isCondition(at)) {
            found = walk(at.body, false);
        }
        if (found) {
            item.touched = pass;
            any = true;
        }
        return found;
    }

    /** Tells whether later rules set anything for one of the rule's selectors. */
    private boolean isCovered(Item.Rule rule) {
        for (Key key : rule.keys(keys)) {
            Covered covered = key.covered(pass);
            if (covered != null && !(covered.normal.isEmpty() && covered.important.isEmpty())) {
                return true;
            }
        }
        return false;
    }

    /** Drops what is void in one rule; returns whether something was. */
    private boolean drop(Item.Rule rule) {
        boolean changed = false;
        List<Selector> alive = new ArrayList<>(rule.selectors.size());
        boolean[] used = new boolean[rule.declarations.size()];
        Key[] own = rule.keys(keys);
        for (int i = 0; i < own.length; i++) {
            if (marksUsed(rule.declarations, own[i].covered(pass), used)) {
                alive.add(rule.selectors.get(i));
            }
        }
        if (alive.size() < rule.selectors.size() && !alive.isEmpty() && rule.isFlat()) {
            changed = true;
            rule.setSelectors(alive);
        }
        List<Decl> kept = new ArrayList<>(used.length);
        for (int i = 0; i < used.length; i++) {
            if (used[i]) {
                kept.add(rule.declarations.get(i));
            }
        }
        if (kept.size() < used.length) {
            changed = true;
            rule.setDeclarations(kept);
        }
        return changed;
    }

    /** Marks the declarations that may win for one selector; returns whether there is one. */
    private static boolean marksUsed(List<Decl> declarations, @Nullable Covered covered, boolean[] used) {
        boolean any = false;
        for (int i = 0; i < used.length; i++) {
            Decl declaration = declarations.get(i);
            boolean dead = covered != null
                    && (declaration.important
                            ? DeclarationBlock.isDead(declaration, covered.important, covered.important)
                            : DeclarationBlock.isDead(declaration, covered.normal, covered.important));
            used[i] |= !dead;
            any |= !dead;
        }
        return any;
    }

    private void cover(Item.Rule rule) {
        for (Key key : rule.keys(keys)) {
            Covered covered = key.covered(pass);
            if (covered != null) {
                for (Decl declaration : rule.declarations) {
                    DeclarationBlock.cover(declaration, declaration.important ? covered.important : covered.normal);
                }
            }
        }
    }

    private List<Item> withoutEmpty(List<Item> list) {
        List<Item> out = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            keep(list.get(i), out);
        }
        return out;
    }

    private void keep(Item item, List<Item> out) {
        if (item instanceof Item.Rule rule) {
            if (!rule.declarations.isEmpty() || !rule.isFlat() || rule.frame) {
                out.add(rule);
            }
        } else if (item instanceof Item.At at && at.body != null && touches(at)) {
            List<Item> body = withoutEmpty(at.body);
            if (!body.isEmpty()) {
                Item.At made = new Item.At(at.source, at.name, at.prelude, body);
                made.touched = pass;
                out.add(made);
            }
        } else {
            out.add(item);
        }
    }
}
