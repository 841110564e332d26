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
 * than there are letters, such as the one function around a library, take what is left, the most used variables first; named
 * before the others, they would keep the best names from all functions that use them.
 */
final class JsNames {
    /** A scope with more variables than this waits for those within. */
    private static final int SMALL = 20;

    private final JsNameList names;
    private final Map<JsScope, BitSet> taken = new HashMap<>();

    private JsNames(JsNameList names) {
        this.names = names;
    }

    /** Renames the bindings in and below {@code root} that are not pinned; also the private names of classes. */
    static void shorten(JsScope root, JsNode program) {
        String letters = JsLetters.byUse(program);
        JsNames names = new JsNames(new JsNameList(letters));
        names.take(root);
        List<JsScope> large = new ArrayList<>();
        names.assign(root, large);
        for (int i = large.size() - 1; i >= 0; i--) {
            names.name(large.get(i));
        }
        JsPrivateNames.shorten(program, letters);
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

    private void assign(JsScope scope, List<JsScope> large) {
        if (own(scope).size() > SMALL) {
            large.add(scope);
        } else {
            name(scope);
        }
        scope.children.forEach(child -> assign(child, large));
    }

    private static List<JsBinding> own(JsScope scope) {
        return scope.bindings.values().stream()
                .filter(b -> b.scope == scope && !b.pinned)
                .toList();
    }

    private void name(JsScope scope) {
        List<JsBinding> own = new ArrayList<>(own(scope));
        if (own.size() > SMALL) {
            own.sort(Comparator.comparingInt((JsBinding b) -> -b.uses));
        }
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
