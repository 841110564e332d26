package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
            Set<Item> settled = Collections.newSetFromMap(new IdentityHashMap<>());
            settled.addAll(rules);
            out = new ArrayList<>(joined.size());
            for (Item item : joined) {
                if (settled.contains(item) && (overrides == null || !overrides.touches(item))) {
                    out.add(item);
                } else {
                    inside(item, out, nested);
                }
            }
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

    static Map<String, Integer> lastIndex(List<Item> items) {
        Map<String, Integer> out = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Item.At at && at.name.endsWith("keyframes")) {
                out.put(at.name.concat(" ").concat(at.prelude), i);
            }
        }
        return out;
    }
}
