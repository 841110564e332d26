package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final List<Item> out = new ArrayList<>();
    private boolean changed;
    private int budget = BUDGET;
    private final Map<String, Integer> bySelectors = new HashMap<>();
    private final Map<String, Integer> byBody = new HashMap<>();

    private RuleMerger(DeclarationBlock block, Browsers browsers) {
        this.block = block;
        // A browser that does not know one selector of a list skips the whole rule.
        this.joinsSelectors = browsers != Browsers.ANY;
    }

    /** Returns {@code items} merged until nothing more can be. */
    static List<Item> merge(DeclarationBlock block, Browsers browsers, List<Item> items) {
        List<Item> merged = items;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            RuleMerger merger = new RuleMerger(block, browsers);
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
                out.add(item);
            }
        }
        List<Item> kept = new ArrayList<>(out.size());
        for (Item item : out) {
            if (item != null) {
                kept.add(item);
            }
        }
        return kept;
    }

    private void add(Item.Rule rule) {
        Integer same = rule.nested.isEmpty() && !rule.isLong() ? bySelectors.get(rule.selectorKey()) : null;
        Item.Rule partner = same == null ? null : partner(same);
        if (partner != null && same != null && mergeDeclarations(partner, same, rule)) {
            return;
        }
        Integer equal =
                joinsSelectors && rule.nested.isEmpty() && rule.isJoinable() ? byBody.get(rule.bodyKey()) : null;
        partner = equal == null ? null : partner(equal);
        if (partner != null && equal != null && mergeSelectors(partner, equal, rule)) {
            return;
        }
        append(rule);
    }

    private void append(Item.Rule rule) {
        out.add(rule);
        index(rule, out.size() - 1);
    }

    private void index(Item.Rule rule, int at) {
        if (!rule.isLong()) {
            bySelectors.put(rule.selectorKey(), at);
        }
        if (rule.nested.isEmpty() && !rule.declarations.isEmpty() && rule.isJoinable()) {
            byBody.put(rule.bodyKey(), at);
        }
    }

    private Item.@Nullable Rule partner(int at) {
        return out.get(at) instanceof Item.Rule rule && rule.nested.isEmpty() ? rule : null;
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
        byBody.remove(rule.bodyKey(), at);
        if (!rule.isLong()) {
            bySelectors.remove(rule.selectorKey(), at);
        }
    }

    private boolean mergeSelectors(Item.Rule partner, int at, Item.Rule rule) {
        if (!partner.bodyKey().equals(rule.bodyKey())) {
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
        for (int i = out.size() - 1; i > at; i--) {
            Item item = out.get(i);
            if (budget-- < 0) {
                return false;
            }
            if (item != null && Interference.blocks(item, rule)) {
                return false;
            }
        }
        return true;
    }
}
