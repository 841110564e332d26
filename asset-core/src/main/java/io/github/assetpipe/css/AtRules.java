package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        int keyframes = 0;
        boolean layers = false;
        boolean neighbours = false;
        Item before = null;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (item instanceof Item.At at) {
                keyframes += at.name.endsWith("keyframes") ? 1 : 0;
                layers |= at.name.equals("layer");
                neighbours |= before instanceof Item.At;
            }
            before = item;
        }
        List<Item> out = keyframes > 1 ? withoutOverridden(items) : items;
        out = layers ? layers(out) : out;
        return neighbours || out.size() < items.size() ? neighbours(out) : out;
    }

    /** Drops keyframes that later ones of the same name replace. */
    private static List<Item> withoutOverridden(List<Item> items) {
        Map<String, Integer> last = Optimizer.lastIndex(items);
        if (last.isEmpty()) {
            return items;
        }
        List<Item> out = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            boolean replaced =
                    items.get(i) instanceof Item.At at && at.name.endsWith("keyframes") && isReplaced(at, i, last);
            if (!replaced) {
                out.add(items.get(i));
            }
        }
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

    private static List<Item> neighbours(List<Item> items) {
        Set<Item> made = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Item> out = new ArrayList<>(items.size());
        for (Item item : items) {
            Item.At before = !out.isEmpty() && out.get(out.size() - 1) instanceof Item.At last ? last : null;
            if (before == null || !(item instanceof Item.At at)) {
                out.add(item);
                continue;
            }
            boolean orders =
                    at.name.equals("layer") && before.name.equals("layer") && at.body == null && before.body == null;
            if (orders) {
                String names = before.prelude.concat(",").concat(at.prelude);
                out.set(out.size() - 1, new Item.At(before.source, "layer", names, null));
            } else if (before.body != null && at.body != null && joins(before, at)) {
                out.set(out.size() - 1, joined(before, before.body, at.body, made));
            } else {
                out.add(item);
            }
        }
        return out;
    }

    private static boolean joins(Item.At before, Item.At at) {
        boolean condition = isCondition(at.name) || at.name.equals("starting-style") || at.name.equals("scope");
        return condition && before.isSameCondition(at);
    }
}
