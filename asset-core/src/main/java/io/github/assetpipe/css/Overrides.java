package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
    private static final class Covered {
        final Set<String> normal = new HashSet<>();
        final Set<String> important = new HashSet<>();
    }

    /** The selectors that occur more than once, each with what the rules looked at so far set. */
    private final Map<String, Covered> repeated = new HashMap<>();

    /** The rules that lost something, and the conditions around them. */
    private final Set<Item> touched = Collections.newSetFromMap(new IdentityHashMap<>());

    private final List<Item> items;

    private Overrides(List<Item> items) {
        this.items = items;
    }

    /** Drops what is void in {@code items}, in place. */
    static Overrides in(List<Item> items) {
        Overrides overrides = new Overrides(items);
        overrides.count(items, new HashSet<>());
        if (!overrides.repeated.isEmpty()) {
            overrides.walk(items, true);
        }
        return overrides;
    }

    /** Returns the items without rules that have nothing left. */
    List<Item> items() {
        return touched.isEmpty() ? items : withoutEmpty(items);
    }

    /** Tells whether {@code item}, or something in it, lost a declaration or a selector. */
    boolean touches(Item item) {
        return touched.contains(item);
    }

    /** Tells whether anything was dropped. */
    boolean any() {
        return !touched.isEmpty();
    }

    private void count(List<Item> items, Set<String> seen) {
        for (Item item : items) {
            if (item instanceof Item.Rule rule && isFit(rule)) {
                for (Selector selector : rule.selectors) {
                    if (!seen.add(selector.text())) {
                        repeated.computeIfAbsent(selector.text(), text -> new Covered());
                    }
                }
            } else if (item instanceof Item.At at && at.body != null && isCondition(at)) {
                count(at.body, seen);
            }
        }
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
        boolean any = false;
        for (int i = list.size() - 1; i >= 0; i--) {
            Item item = list.get(i);
            boolean found = false;
            if (item instanceof Item.Rule rule && isFit(rule)) {
                found = rule(rule);
                if (covers && rule.isJoinable()) {
                    cover(rule);
                }
            } else if (item instanceof Item.At at && at.body != null && isCondition(at)) {
                found = walk(at.body, false);
            }
            if (found) {
                touched.add(item);
                any = true;
            }
        }
        return any;
    }

    /** Drops what is void in one rule; returns whether something was. */
    private boolean rule(Item.Rule rule) {
        boolean changed = false;
        List<Selector> alive = new ArrayList<>(rule.selectors.size());
        boolean[] used = new boolean[rule.declarations.size()];
        for (Selector selector : rule.selectors) {
            if (marksUsed(rule.declarations, repeated.get(selector.text()), used)) {
                alive.add(selector);
            }
        }
        if (alive.size() < rule.selectors.size() && !alive.isEmpty() && rule.nested.isEmpty()) {
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
        for (Selector selector : rule.selectors) {
            Covered covered = repeated.get(selector.text());
            if (covered != null) {
                for (Decl declaration : rule.declarations) {
                    DeclarationBlock.cover(declaration, declaration.important ? covered.important : covered.normal);
                }
            }
        }
    }

    private List<Item> withoutEmpty(List<Item> list) {
        List<Item> out = new ArrayList<>(list.size());
        for (Item item : list) {
            if (item instanceof Item.Rule rule) {
                if (!rule.declarations.isEmpty() || !rule.nested.isEmpty() || rule.frame) {
                    out.add(rule);
                }
            } else if (item instanceof Item.At at && at.body != null && touched.contains(at)) {
                List<Item> body = withoutEmpty(at.body);
                if (!body.isEmpty()) {
                    Item.At made = new Item.At(at.source, at.name, at.prelude, body);
                    touched.add(made);
                    out.add(made);
                }
            } else {
                out.add(item);
            }
        }
        return out;
    }
}
