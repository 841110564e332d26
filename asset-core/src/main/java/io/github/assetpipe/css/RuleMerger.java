package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Merges the rules of one list: those with the same selectors, and those with the same declarations, where nothing that
 * stands between can interfere. Not safe for several threads.
 *
 * <p>What becomes of a rule depends on the rule and on the {@value #REACH} places before it. A round after the first looks
 * only at rules for which something there, or they themselves, changed in the round before: the others stay again.
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

    /** What the round has put so far; null where something stood that has moved on. */
    private final @Nullable Item[] out;

    /** The bits of the families of what stands at a place: most pairs need no look at the items. */
    private final long[] bits;

    private final FamilyPlaces families = new FamilyPlaces();
    private final BitSet changes = new BitSet();
    private int size;

    /** The last place for which a change is within reach. */
    private int lastNear = -1;

    private int budget;

    private RuleMerger(DeclarationBlock block, Browsers browsers, Keys keys, int capacity, int budget) {
        this.block = block;
        this.keys = keys;
        this.pass = keys.nextPass();
        this.out = new Item[capacity];
        this.bits = new long[capacity];
        this.budget = budget;
        // A browser that does not know one selector of a list skips the whole rule.
        this.joinsSelectors = browsers != Browsers.ANY;
    }

    /** Returns {@code items} merged until nothing more can be. */
    static List<Item> merge(DeclarationBlock block, Browsers browsers, Keys keys, List<Item> items) {
        if (items.size() < 2) {
            return items;
        }
        Item[] merged = items.toArray(new Item[0]);
        BitSet changed = null;
        boolean any = false;
        int budget = BUDGET;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            RuleMerger merger = new RuleMerger(block, browsers, keys, merged.length, budget);
            merger.merge(merged, changed);
            if (merger.changes.isEmpty()) {
                break;
            }
            any = true;
            // A round over a part goes on with the budget of those before it: none looks at more than one over all may.
            // When less than half is left, the next one looks at all, with a budget of its own.
            boolean whole = merger.budget < BUDGET / 2;
            budget = whole ? BUDGET : merger.budget;
            BitSet next = new BitSet();
            merged = merger.kept(next);
            changed = whole ? null : next;
        }
        return any ? new ArrayList<>(Arrays.asList(merged)) : items;
    }

    /** Goes over {@code items} once; {@code changed} tells which of them are not as they were, null stands for all. */
    private void merge(Item[] items, @Nullable BitSet changed) {
        if (changed == null) {
            for (Item item : items) {
                take(item);
            }
            return;
        }
        int i = 0;
        while (i < items.length) {
            if (changed.get(i)) {
                lastNear = size + REACH;
            }
            if (size > lastNear) {
                int next = changed.nextSetBit(i);
                pass(items, i, next < 0 ? items.length : next);
                i = next < 0 ? items.length : next;
            } else {
                take(items[i++]);
            }
        }
    }

    private void take(Item item) {
        if (item instanceof Item.Rule rule && !rule.frame) {
            add(rule);
        } else {
            put(item);
        }
    }

    /** Puts what stays anyway; only what is within reach of the item after it need be found. */
    private void pass(Item[] items, int from, int to) {
        System.arraycopy(items, from, out, size, to - from);
        size += to - from;
        if (to == items.length) {
            return;
        }
        for (int at = Math.max(size - (to - from), size - REACH); at < size; at++) {
            Item item = items[to - (size - at)];
            note(item, at);
            if (item instanceof Item.Rule rule && !rule.frame) {
                index(rule, at);
            }
        }
    }

    /** Returns what was put, and sets a bit for each item that changed, or before which something is gone. */
    private Item[] kept(BitSet changed) {
        Item[] kept = new Item[size];
        int count = 0;
        int from = 0;
        for (int at = changes.nextSetBit(0); at >= 0; at = changes.nextSetBit(at + 1)) {
            System.arraycopy(out, from, kept, count, at - from);
            count += at - from;
            from = at + 1;
            changed.set(count);
            Item item = out[at];
            if (item != null) {
                kept[count++] = item;
            }
        }
        System.arraycopy(out, from, kept, count, size - from);
        count += size - from;
        return count == size ? kept : Arrays.copyOf(kept, count);
    }

    private void add(Item.Rule rule) {
        boolean plain = rule.isFlat();
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
        out[size] = item;
        note(item, size++);
    }

    private void note(Item item, int at) {
        item.place = at;
        bits[at] = Interference.families(item);
        families.note(bits[at], at);
    }

    private void index(Item.Rule rule, int at) {
        if (!rule.isLong()) {
            rule.selectorKey(keys).put(pass, at);
        }
        if (rule.isFlat() && !rule.declarations.isEmpty() && rule.isJoinable()) {
            rule.bodyKey(keys).put(pass, at);
        }
    }

    private Item.@Nullable Rule partner(int at) {
        return at >= 0 && out[at] instanceof Item.Rule rule && rule.isFlat() ? rule : null;
    }

    /** Moves the declarations of {@code rule} up to {@code partner}, or those of the partner down, if either is safe. */
    private boolean mergeDeclarations(Item.Rule partner, int at, Item.Rule rule) {
        boolean up = isFree(at, rule);
        if (!up && !isFree(at, partner)) {
            return false;
        }
        List<Decl> joined = new ArrayList<>(partner.declarations.size() + rule.declarations.size());
        joined.addAll(partner.declarations);
        joined.addAll(rule.declarations);
        List<Decl> merged = block.optimize(joined);
        forget(partner, at);
        changed(at);
        if (up) {
            partner.setDeclarations(merged);
            note(partner, at);
            index(partner, at);
        } else {
            takeOut(at);
            rule.setDeclarations(merged);
            append(rule);
            changed(rule.place);
        }
        return true;
    }

    private void forget(Item.Rule rule, int at) {
        rule.bodyKey(keys).remove(pass, at);
        if (!rule.isLong()) {
            rule.selectorKey(keys).remove(pass, at);
        }
    }

    private void takeOut(int at) {
        out[at] = null;
        bits[at] = 0;
    }

    /** Notes that what stands at a place changes; the rule that is looked at is gone from its own, which is a change too. */
    private void changed(int at) {
        changes.set(at);
        lastNear = size + REACH;
    }

    private boolean mergeSelectors(Item.Rule partner, int at, Item.Rule rule) {
        if (partner.bodyKey(keys) != rule.bodyKey(keys)) {
            return false;
        }
        boolean up = isFree(at, rule);
        if (!up && !isFree(at, partner)) {
            return false;
        }
        forget(partner, at);
        changed(at);
        partner.addSelectors(rule.selectors);
        if (up) {
            index(partner, at);
        } else {
            takeOut(at);
            append(partner);
            changed(partner.place);
        }
        return true;
    }

    /** Tells whether {@code rule} can be moved past everything after {@code at}. */
    private boolean isFree(int at, Item.Rule rule) {
        if (size - at > REACH) {
            return false;
        }
        long wanted = rule.families();
        int last = families.last(wanted);
        if (last <= at) {
            return true;
        }
        if (isStillBlocked(at, rule)) {
            return false;
        }
        for (int i = last; i > at; i--) {
            if (budget-- < 0) {
                return false;
            }
            Item item = (bits[i] & wanted) == 0 ? null : out[i];
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
                && blocker.place < size
                && out[blocker.place] == blocker
                && Interference.blocks(blocker, rule);
    }
}
