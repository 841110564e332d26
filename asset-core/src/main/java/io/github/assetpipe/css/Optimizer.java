package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Optimises lists of items from the inside out. Not safe for several threads. */
final class Optimizer {
    private static final int MAX_ROUNDS = 12;

    private final DeclarationBlock block;
    private final Browsers browsers;
    private final Keys keys;

    /** Creates an optimizer; {@code guess} says how many selectors the sheet may have. */
    Optimizer(SheetFacts facts, Browsers browsers, int guess) {
        this.keys = new Keys(guess);
        this.block = new DeclarationBlock(facts, browsers);
        this.browsers = browsers;
    }

    /** Returns the items of one list, optimised; {@code nested} says that a style rule is around. */
    List<Item> optimize(List<Item> items, boolean nested) {
        List<Item> gathered = AtRules.merge(items);
        List<Item> out = new ArrayList<>(gathered.size());
        for (int i = 0; i < gathered.size(); i++) {
            inside(gathered.get(i), out, nested);
        }
        out = AtRules.merge(out);
        return settle(out, nested);
    }

    /** Merges rules and at-rules in turn until neither finds anything more. */
    private List<Item> settle(List<Item> items, boolean nested) {
        List<Item> out = items;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            List<Item> merged = RuleMerger.merge(block, browsers, keys, out);
            Overrides overrides = browsers == Browsers.ANY ? null : Overrides.in(merged, keys);
            List<Item> rules = overrides == null ? merged : overrides.items();
            List<Item> joined = AtRules.merge(rules);
            if ((overrides == null || !overrides.any()) && joined.size() == rules.size()) {
                return joined;
            }
            Set<Item> settled = atRules(rules);
            out = new ArrayList<>(joined.size());
            for (int i = 0; i < joined.size(); i++) {
                again(joined.get(i), settled, overrides, out, nested);
            }
        }
        return out;
    }

    /** Looks into an item once more if it lost something or was put together anew, which only at-rules are. */
    private void again(Item item, Set<Item> settled, @Nullable Overrides overrides, List<Item> out, boolean nested) {
        boolean made = item instanceof Item.At && !settled.contains(item);
        if (made || (overrides != null && overrides.touches(item))) {
            inside(item, out, nested);
        } else {
            out.add(item);
        }
    }

    private static Set<Item> atRules(List<Item> items) {
        Set<Item> out = Collections.newSetFromMap(new IdentityHashMap<>());
        BitSet places = AtRules.places(items);
        for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
            out.add(items.get(i));
        }
        return out;
    }

    private void inside(Item item, List<Item> out, boolean nested) {
        if (item instanceof Item.Rule rule) {
            rule(rule, out);
        } else if (item instanceof Item.At at && at.body != null) {
            at(at, at.body, out, nested);
        } else if (item instanceof Item.Loose loose) {
            loose.declarations = block.optimize(loose.declarations);
            if (!loose.declarations.isEmpty()) {
                out.add(loose);
            }
        } else {
            out.add(item);
        }
    }

    private void rule(Item.Rule rule, List<Item> out) {
        rule.setDeclarations(block.optimize(rule.declarations));
        if (!rule.isFlat()) {
            rule.setNested(optimize(rule.nested(), true));
        }
        if (!rule.declarations.isEmpty() || !rule.isFlat() || rule.frame) {
            out.add(Flattening.flatten(rule));
        }
    }

    private void at(Item.At at, List<Item> body, List<Item> out, boolean nested) {
        List<Item> inner;
        if (at.name.endsWith("keyframes")) {
            inner = new Keyframes(block).optimize(body);
        } else if (SheetBuilder.isDescriptorRule(at.name)) {
            inner = body;
        } else {
            inner = optimize(body, nested || at.name.equals("scope"));
        }
        if (inner.isEmpty() && at.name.equals("layer") && !at.prelude.isEmpty()) {
            out.add(new Item.At(at.source, at.name, at.prelude, null));
        } else if (!inner.isEmpty() || !AtRules.isVoidWhenEmpty(at.name)) {
            Item.At made = new Item.At(at.source, at.name, at.prelude, inner);
            if (browsers != Browsers.ANY && at.name.equals("supports") && Supports.isAlwaysTrue(at.prelude)) {
                out.addAll(inner);
            } else if (AtRules.isValid(made)) {
                out.add(made);
            }
        }
    }
}
