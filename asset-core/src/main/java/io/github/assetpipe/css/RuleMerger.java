package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Merges the rules of one list: those with the same selectors, and those with the same declarations, where nothing that
 * stands between can interfere. Not safe for several threads.
 */
final class RuleMerger {
    /** How far back a partner is looked for; keeps the time linear. */
    private static final int REACH = 400;

    /** How many pairs of items are looked at in one round; no real stylesheet comes near. */
    private static final int BUDGET = 8_000_000;

    private static final int MAX_ROUNDS = 60;

    private final DeclarationBlock block;
    private final boolean joinsSelectors;
    private final Keys keys;
    private final int pass;
    private final List<Item> out;
    private final FamilyPlaces families = new FamilyPlaces();
    private boolean changed;
    private int budget = BUDGET;

    private RuleMerger(DeclarationBlock block, Browsers browsers, Keys keys, int size) {
        this.block = block;
        this.keys = keys;
        this.pass = keys.nextPass();
        this.out = new ArrayList<>(size);
        // A browser that does not know one selector of a list skips the whole rule.
        this.joinsSelectors = browsers != Browsers.ANY;
    }

    /** Returns {@code items} merged until nothing more can be. */
    static List<Item> merge(DeclarationBlock block, Browsers browsers, Keys keys, List<Item> items) {
        List<Item> merged = items;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            RuleMerger merger = new RuleMerger(block, browsers, keys, merged.size());
            merged = merger.merge(merged);
            if (!merger.changed) {
                break;
            }
        }
        return merged;
    }

    private List<Item> merge(List<Item> items) {
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (item instanceof Item.Rule rule && !rule.frame) {
                add(rule);
            } else {
                put(item);
            }
        }
        if (!changed) {
            return items;
        }
        List<Item> kept = new ArrayList<>(out.size());
        for (int i = 0; i < out.size(); i++) {
            if (out.get(i) != null) {
                kept.add(out.get(i));
            }
        }
        return kept;
    }

    private void add(Item.Rule rule) {
        boolean plain = rule.nested.isEmpty();
        int same = plain && !rule.isLong() ? rule.selectorKey(keys).place(pass) : -1;
        Item.Rule partner = partner(same);
        if (partner != null && mergeDeclarations(partner, same, rule)) {
            return;
        }
        int equal = joinsSelectors && plain && rule.isJoinable()
                ? rule.bodyKey(keys).place(pass)
                : -1;
        partner = partner(equal);
        if (partner != null && mergeSelectors(partner, equal, rule)) {
            return;
        }
        append(rule);
    }

    private void append(Item.Rule rule) {
        put(rule);
        index(rule, rule.place);
    }

    private void put(Item item) {
        item.place = out.size();
        families.note(Interference.families(item), item.place);
        out.add(item);
    }

    private void index(Item.Rule rule, int at) {
        if (!rule.isLong()) {
            rule.selectorKey(keys).put(pass, at);
        }
        if (rule.nested.isEmpty() && !rule.declarations.isEmpty() && rule.isJoinable()) {
            rule.bodyKey(keys).put(pass, at);
        }
    }

    private Item.@Nullable Rule partner(int at) {
        return at >= 0 && out.get(at) instanceof Item.Rule rule && rule.nested.isEmpty() ? rule : null;
    }

    /** Moves the declarations of {@code rule} up to {@code partner}, or those of the partner down, if either is safe. */
    private boolean mergeDeclarations(Item.Rule partner, int at, Item.Rule rule) {
        boolean up = isFree(at, rule);
        if (!up && !isFree(at, partner)) {
            return false;
        }
        changed = true;
        List<Decl> joined = new ArrayList<>(partner.declarations.size() + rule.declarations.size());
        joined.addAll(partner.declarations);
        joined.addAll(rule.declarations);
        List<Decl> merged = block.optimize(joined);
        if (up) {
            forget(partner, at);
            partner.setDeclarations(merged);
            families.note(partner.families(), at);
            index(partner, at);
        } else {
            forget(partner, at);
            out.set(at, null);
            rule.setDeclarations(merged);
            append(rule);
        }
        return true;
    }

    private void forget(Item.Rule rule, int at) {
        rule.bodyKey(keys).remove(pass, at);
        if (!rule.isLong()) {
            rule.selectorKey(keys).remove(pass, at);
        }
    }

    private boolean mergeSelectors(Item.Rule partner, int at, Item.Rule rule) {
        if (partner.bodyKey(keys) != rule.bodyKey(keys)) {
            return false;
        }
        boolean up = isFree(at, rule);
        if (!up && !isFree(at, partner)) {
            return false;
        }
        changed = true;
        forget(partner, at);
        partner.addSelectors(rule.selectors);
        if (up) {
            index(partner, at);
        } else {
            out.set(at, null);
            append(partner);
        }
        return true;
    }

    /** Tells whether {@code rule} can be moved past everything after {@code at}. */
    private boolean isFree(int at, Item.Rule rule) {
        if (out.size() - at > REACH) {
            return false;
        }
        int last = families.last(Interference.families(rule));
        if (last <= at) {
            return true;
        }
        if (isStillBlocked(at, rule)) {
            return false;
        }
        for (int i = last; i > at; i--) {
            Item item = out.get(i);
            if (budget-- < 0) {
                return false;
            }
            if (item != null && Interference.blocks(item, rule)) {
                rule.blocker = item;
                return false;
            }
        }
        return true;
    }

    /** Looks first at what was in the way in an earlier pass: most often it still is. */
    private boolean isStillBlocked(int at, Item.Rule rule) {
        Item blocker = rule.blocker;
        return blocker != null
                && blocker.place > at
                && blocker.place < out.size()
                && out.get(blocker.place) == blocker
                && Interference.blocks(blocker, rule);
    }
}
