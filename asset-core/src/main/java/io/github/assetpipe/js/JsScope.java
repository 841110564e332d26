package io.github.assetpipe.js;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A region of the program in which names are declared. */
final class JsScope {
    final @Nullable JsScope parent;
    final boolean holdsVars;
    final List<JsScope> children = new ArrayList<>();
    final Map<String, JsBinding> bindings = new LinkedHashMap<>();

    /** Bindings of outer scopes that are named in here or deeper. */
    final Set<JsBinding> enclosed = new HashSet<>();

    /** Names without a binding that are used in here or deeper. */
    final Set<String> globals = new HashSet<>();

    boolean isWith;

    JsScope(@Nullable JsScope parent, boolean holdsVars) {
        this.parent = parent;
        this.holdsVars = holdsVars;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    JsBinding declare(String name) {
        return bindings.computeIfAbsent(name, n -> new JsBinding(n, this));
    }

    /** Makes an outer binding the one that {@code name} means in here. */
    void adopt(String name, JsBinding binding) {
        bindings.put(name, binding);
    }

    @Nullable
    JsBinding find(String name) {
        for (JsScope scope = this; scope != null; scope = scope.parent) {
            JsBinding found = scope.bindings.get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    JsScope varScope() {
        JsScope scope = this;
        while (!scope.holdsVars && scope.parent != null) {
            scope = scope.parent;
        }
        return scope;
    }

    /** Notes that {@code name} is used here; returns what it means, or null for a global. */
    @Nullable
    JsBinding refer(String name) {
        boolean throughWith = false;
        JsBinding found = null;
        JsScope scope = this;
        while (scope != null && found == null) {
            found = scope.bindings.get(name);
            if (found == null) {
                throughWith |= scope.isWith;
                scope = scope.parent;
            }
        }
        if (found == null) {
            for (JsScope s = this; s != null && s.globals.add(name); s = s.parent) {
                // Ancestors of one that knows the name know it too.
            }
            return null;
        }
        found.pinned |= throughWith;
        for (JsScope s = this; s != null && s != found.scope && s.enclosed.add(found); s = s.parent) {
            // As above.
        }
        return found;
    }

    /** Pins all that code evaluated here can see. */
    void pinVisible() {
        for (JsScope scope = this; scope != null; scope = scope.parent) {
            scope.bindings.values().forEach(b -> b.pinned = true);
        }
    }
}
