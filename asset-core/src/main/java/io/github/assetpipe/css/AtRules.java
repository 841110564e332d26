package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** At-rules of one list: empty ones dropped, equal neighbours joined, layers gathered. */
final class AtRules {
    private AtRules() {}

    /** Tells whether a rule without content does nothing. */
    static boolean isVoidWhenEmpty(String name) {
        return switch (name) {
            case "media",
                    "supports",
                    "container",
                    "scope",
                    "starting-style",
                    "font-face",
                    "counter-style",
                    "position-try",
                    "page",
                    "property",
                    "font-palette-values",
                    "font-feature-values",
                    "view-transition",
                    "-moz-document" -> true;
            default -> false;
        };
    }

    /** Tells whether a rule has what it needs, so that browsers do not skip it. */
    static boolean isValid(Item.At at) {
        if (!at.name.equals("property") || at.body == null) {
            return true;
        }
        boolean syntax = false;
        boolean inherits = false;
        for (Item item : at.body) {
            if (item instanceof Item.Loose loose) {
                for (Decl declaration : loose.declarations) {
                    syntax |= declaration.name.equals("syntax");
                    inherits |= declaration.name.equals("inherits");
                }
            }
        }
        return syntax && inherits;
    }

    static List<Item> merge(List<Item> items) {
        BitSet places = places(items);
        if (places.isEmpty()) {
            return items;
        }
        int keyframes = 0;
        boolean layers = false;
        for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
            Item.At at = (Item.At) items.get(i);
            keyframes += at.name.endsWith("keyframes") ? 1 : 0;
            layers |= at.name.equals("layer");
        }
        List<Item> out = keyframes > 1 ? withoutOverridden(items, places) : items;
        out = layers ? layers(out) : out;
        return neighbours(out, out == items ? places : places(out));
    }

    /** Returns where at-rules stand. Called for every list and so compiled early, unlike what follows for the few that have any. */
    static BitSet places(List<Item> items) {
        BitSet out = new BitSet();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Item.At) {
                out.set(i);
            }
        }
        return out;
    }

    /** Drops keyframes that later ones of the same name replace. */
    private static List<Item> withoutOverridden(List<Item> items, BitSet places) {
        Map<String, Integer> last = new HashMap<>();
        for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
            Item.At at = (Item.At) items.get(i);
            if (at.name.endsWith("keyframes")) {
                last.put(at.name.concat(" ").concat(at.prelude), i);
            }
        }
        List<Item> out = new ArrayList<>(items.size());
        int from = 0;
        for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
            Item.At at = (Item.At) items.get(i);
            if (at.name.endsWith("keyframes") && isReplaced(at, i, last)) {
                out.addAll(items.subList(from, i));
                from = i + 1;
            }
        }
        return rest(items, from, out);
    }

    /** Returns {@code out} with the items from {@code from} on; the list itself when that are all. */
    private static List<Item> rest(List<Item> items, int from, List<Item> out) {
        if (from == 0) {
            return items;
        }
        out.addAll(items.subList(from, items.size()));
        return out;
    }

    /** A prefixed block is another name for the plain one in every browser that reads it. */
    private static boolean isReplaced(Item.At at, int index, Map<String, Integer> last) {
        Integer same = last.get(at.name.concat(" ").concat(at.prelude));
        Integer plain = last.get("keyframes ".concat(at.prelude));
        return (same != null && same > index) || (plain != null && plain > index);
    }

    /** Moves the content of a later block of a layer to the end of the first: only the order inside a layer counts. */
    private static List<Item> layers(List<Item> items) {
        Map<String, Integer> first = new HashMap<>();
        Set<Item> made = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Item> out = new ArrayList<>(items.size());
        for (Item item : items) {
            if (item instanceof Item.At at && at.name.equals("layer") && !at.prelude.isEmpty() && at.body != null) {
                Integer place = first.get(at.prelude);
                boolean plain = place != null && isPlain(at.body);
                if (plain
                        && place != null
                        && out.get(place) instanceof Item.At before
                        && before.body != null
                        && (made.contains(before) || isPlain(before.body))) {
                    out.set(place, joined(before, before.body, at.body, made));
                    continue;
                }
                first.put(at.prelude, out.size());
            }
            out.add(item);
        }
        return out;
    }

    /** Returns {@code before} with more in its body; one that was made here is extended, so that long runs take linear time. */
    private static Item.At joined(Item.At before, List<Item> body, List<Item> more, Set<Item> made) {
        if (made.contains(before)) {
            body.addAll(more);
            return before;
        }
        List<Item> both = new ArrayList<>(body);
        both.addAll(more);
        Item.At out = new Item.At(before.source, before.name, before.prelude, both);
        made.add(out);
        return out;
    }

    /** Tells whether a layer holds nothing whose order across layers could matter. */
    private static boolean isPlain(List<Item> body) {
        for (Item item : body) {
            boolean rule = item instanceof Item.Rule
                    || (item instanceof Item.At at && at.body != null && isCondition(at.name) && isPlain(at.body));
            if (!rule) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCondition(String name) {
        return name.equals("media") || name.equals("supports") || name.equals("container");
    }

    /** Joins at-rules that stand side by side. */
    private static List<Item> neighbours(List<Item> items, BitSet places) {
        Set<Item> made = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Item> out = new ArrayList<>(items.size());
        int from = 0;
        for (int i = places.nextSetBit(1); i >= 0; i = places.nextSetBit(i + 1)) {
            if (!places.get(i - 1)) {
                continue;
            }
            out.addAll(items.subList(from, i));
            from = i;
            Item.At joined = joined((Item.At) out.get(out.size() - 1), (Item.At) items.get(i), made);
            if (joined != null) {
                out.set(out.size() - 1, joined);
                from = i + 1;
            }
        }
        return rest(items, from, out);
    }

    /** Returns both at-rules as one, or null where they stay two. */
    private static Item.@Nullable At joined(Item.At before, Item.At at, Set<Item> made) {
        if (at.name.equals("layer") && before.name.equals("layer") && at.body == null && before.body == null) {
            String names = before.prelude.concat(",").concat(at.prelude);
            return new Item.At(before.source, "layer", names, null);
        }
        if (before.body != null && at.body != null && joins(before, at)) {
            return joined(before, before.body, at.body, made);
        }
        return null;
    }

    private static boolean joins(Item.At before, Item.At at) {
        boolean condition = isCondition(at.name) || at.name.equals("starting-style") || at.name.equals("scope");
        return condition && before.isSameCondition(at);
    }
}
