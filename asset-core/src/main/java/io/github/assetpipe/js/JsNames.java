package io.github.assetpipe.js;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the variables of a program short names.
 *
 * <p>Small scopes are named first, from the outside in, each variable with the first name that is free, so that the
 * parameters of unrelated functions get the same names: that is what a compressor likes. Scopes that hold more variables
 * than there are letters, such as the one function around a library, take what is left: named before the others, they would
 * keep the best names from all functions that use them. Their most used variables get the shortest names.
 */
final class JsNames {
    /** A scope with more variables than this waits for those within. */
    private static final int SMALL = 20;

    /**
     * Scopes with more variables than this are named together, by use: there most names have two letters or three. Modules of
     * a bundle are smaller, and alike: each is named by itself, its variables in the order of the text.
     */
    private static final int LARGE = 400;

    private final JsNameList names;
    private final Map<JsScope, BitSet> taken = new HashMap<>();
    private int next;

    private JsNames(JsNameList names) {
        this.names = names;
    }

    /** Renames the bindings in and below {@code root} that are not pinned; also the private names of classes. */
    static void shorten(JsScope root, JsNode program) {
        String letters = JsLetters.byUse(program);
        JsNames names = new JsNames(new JsNameList(letters));
        names.order(program);
        names.take(root);
        List<JsScope> large = new ArrayList<>();
        List<JsBinding> huge = new ArrayList<>();
        names.assign(root, large, huge);
        names.nameByUse(huge, root);
        for (int i = large.size() - 1; i >= 0; i--) {
            names.nameByUse(own(large.get(i)), large.get(i));
        }
        JsPrivateNames.shorten(program, letters);
    }

    private void order(JsNode node) {
        if (node.binding != null && node.binding.order == Integer.MAX_VALUE) {
            node.binding.order = next++;
        }
        node.children.forEach(this::order);
    }

    /** Notes what must stay: globals, and what is pinned wherever it is used. */
    private void take(JsScope scope) {
        BitSet used = new BitSet();
        scope.globals.forEach(name -> mark(used, name));
        scope.enclosed.stream().filter(b -> b.pinned).forEach(b -> mark(used, b.name));
        scope.bindings.values().stream().filter(b -> b.pinned).forEach(b -> mark(used, b.name));
        taken.put(scope, used);
        scope.children.forEach(this::take);
    }

    private void mark(BitSet used, String name) {
        int index = names.indexOf(name);
        if (index >= 0) {
            used.set(index);
        }
    }

    private void assign(JsScope scope, List<JsScope> large, List<JsBinding> huge) {
        List<JsBinding> own = own(scope);
        if (own.size() > LARGE) {
            huge.addAll(own);
        } else if (own.size() > SMALL) {
            large.add(scope);
        } else {
            name(scope, own);
        }
        scope.children.forEach(child -> assign(child, large, huge));
    }

    private static List<JsBinding> own(JsScope scope) {
        return scope.bindings.values().stream()
                .filter(b -> b.scope == scope && !b.pinned)
                .sorted(Comparator.comparingInt(b -> b.order))
                .toList();
    }

    private void name(JsScope scope, List<JsBinding> own) {
        Map<JsBinding, BitSet> blocked = blocked(scope, own);
        for (JsBinding binding : own) {
            BitSet free = (BitSet) used(scope).clone();
            free.or(blocked.getOrDefault(binding, new BitSet()));
            int index = free.nextClearBit(0);
            binding.renamed = names.get(index);
            used(scope).set(index);
            spread(scope, binding, index);
        }
    }

    /**
     * The most used variables first, which tells the length of each name; then those with names of one length in the order
     * of the text: neighbours are used together, and a compressor finds their names alike.
     */
    private void nameByUse(List<JsBinding> all, JsScope root) {
        List<JsBinding> bindings = new ArrayList<>(all);
        Map<JsBinding, List<JsScope>> places = new HashMap<>();
        bindings.forEach(b -> places.put(b, new ArrayList<>(List.of(b.scope))));
        places(root, places);
        bindings.sort(Comparator.comparingInt((JsBinding b) -> -b.uses));
        Map<JsBinding, Integer> lengths = new HashMap<>();
        Map<JsScope, BitSet> before = new HashMap<>();
        taken.forEach((scope, names) -> before.put(scope, (BitSet) names.clone()));
        for (JsBinding binding : bindings) {
            lengths.put(binding, names.get(take(binding, places)).length());
        }
        taken.putAll(before);
        bindings.sort(Comparator.comparingInt((JsBinding b) -> lengths.get(b)).thenComparingInt(b -> b.order));
        for (JsBinding binding : bindings) {
            binding.renamed = names.get(take(binding, places));
        }
    }

    private static void places(JsScope scope, Map<JsBinding, List<JsScope>> places) {
        for (JsBinding binding : scope.enclosed) {
            List<JsScope> known = places.get(binding);
            if (known != null) {
                known.add(scope);
            }
        }
        scope.children.forEach(child -> places(child, places));
    }

    /** Returns the first name that is free in all scopes that use a variable, and takes it there. */
    private int take(JsBinding binding, Map<JsBinding, List<JsScope>> places) {
        List<JsScope> scopes = places.getOrDefault(binding, List.of());
        BitSet any = new BitSet();
        scopes.forEach(scope -> any.or(used(scope)));
        int index = any.nextClearBit(0);
        scopes.forEach(scope -> used(scope).set(index));
        return index;
    }

    private BitSet used(JsScope scope) {
        return taken.computeIfAbsent(scope, s -> new BitSet());
    }

    /** For each variable the names that are taken in scopes further in that use it. */
    private Map<JsBinding, BitSet> blocked(JsScope scope, List<JsBinding> own) {
        Map<JsBinding, BitSet> blocked = new HashMap<>();
        own.forEach(b -> blocked.put(b, new BitSet()));
        scope.children.forEach(child -> block(child, scope, blocked));
        return blocked;
    }

    private void block(JsScope scope, JsScope owner, Map<JsBinding, BitSet> blocked) {
        BitSet here = used(scope);
        boolean any = false;
        for (JsBinding binding : scope.enclosed) {
            BitSet set = binding.scope == owner ? blocked.get(binding) : null;
            if (set != null) {
                any = true;
                set.or(here);
            }
        }
        if (any) {
            scope.children.forEach(child -> block(child, owner, blocked));
        }
    }

    /** Notes a variable's name in all scopes that use it. */
    private void spread(JsScope scope, JsBinding binding, int index) {
        for (JsScope child : scope.children) {
            if (child.enclosed.contains(binding)) {
                used(child).set(index);
                spread(child, binding, index);
            }
        }
    }
}
