package io.github.assetpipe.js;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives the variables of a program short names.
 *
 * <p>Scopes are named from the outside in, each with the first names that nothing it uses has, so that the parameters of
 * unrelated functions get the same names: that is what a compressor likes. Names use the letters that the program uses
 * most.
 */
final class JsNames {
    private static final Set<String> RESERVED = Set.of(
            "as",
            "do",
            "if",
            "in",
            "is",
            "of",
            "for",
            "new",
            "try",
            "var",
            "let",
            "get",
            "set",
            "int",
            "NaN",
            "case",
            "else",
            "enum",
            "eval",
            "null",
            "this",
            "true",
            "void",
            "with",
            "await",
            "break",
            "catch",
            "class",
            "const",
            "false",
            "super",
            "throw",
            "while",
            "yield",
            "arguments",
            "undefined");
    private static final int ONE_LETTER = 54;

    private final List<String> names = new ArrayList<>();
    private int next;

    private final String letters;

    private JsNames(String letters) {
        this.letters = letters;
    }

    /** Renames the bindings below and, unless pinned, of {@code root}; also the private names of classes. */
    static void shorten(JsScope root, JsNode program) {
        JsNames names = new JsNames(JsLetters.byUse(program));
        names.assign(root, new HashMap<>());
        privateNames(program, names.letters);
    }

    private void assign(JsScope scope, Map<JsScope, Set<String>> pinned) {
        Set<String> taken = new HashSet<>(scope.globals);
        scope.enclosed.forEach(b -> taken.add(b.renamed));
        taken.addAll(pinnedBelow(scope, pinned));
        List<JsBinding> own = new ArrayList<>();
        for (JsBinding binding : scope.bindings.values()) {
            if (binding.scope == scope && !binding.pinned) {
                own.add(binding);
            }
        }
        if (own.size() > ONE_LETTER) {
            own.sort(Comparator.comparingInt((JsBinding b) -> -b.uses));
        }
        int index = 0;
        for (JsBinding binding : own) {
            String name = name(index++);
            while (taken.contains(name)) {
                name = name(index++);
            }
            binding.renamed = name;
        }
        scope.children.forEach(child -> assign(child, pinned));
    }

    private static Set<String> pinnedBelow(JsScope scope, Map<JsScope, Set<String>> known) {
        Set<String> names = known.get(scope);
        if (names == null) {
            names = new HashSet<>();
            for (JsBinding binding : scope.bindings.values()) {
                if (binding.pinned) {
                    names.add(binding.name);
                }
            }
            for (JsScope child : scope.children) {
                names.addAll(pinnedBelow(child, known));
            }
            known.put(scope, names);
        }
        return names;
    }

    private String name(int index) {
        while (names.size() <= index) {
            String name = spell(next++);
            if (!RESERVED.contains(name)) {
                names.add(name);
            }
        }
        return names.get(index);
    }

    private String spell(int index) {
        StringBuilder out = new StringBuilder().append(letters.charAt(index % ONE_LETTER));
        for (int rest = index / ONE_LETTER; rest > 0; rest /= letters.length()) {
            rest--;
            out.append(letters.charAt(rest % letters.length()));
        }
        return out.toString();
    }

    /** Private names are seen by their class only; equal ones stay equal, so one table serves all classes. */
    private static void privateNames(JsNode program, String letters) {
        Map<String, Integer> counts = new HashMap<>();
        countPrivate(program, counts);
        if (counts.isEmpty()) {
            return;
        }
        List<String> order = new ArrayList<>(counts.keySet());
        order.sort(Comparator.comparingInt((String n) -> -counts.getOrDefault(n, 0))
                .thenComparing(n -> n));
        JsNames names = new JsNames(letters);
        Map<String, String> renamed = new HashMap<>();
        for (String name : order) {
            renamed.put(name, "#" + names.name(renamed.size()));
        }
        rename(program, renamed);
    }

    private static void countPrivate(JsNode node, Map<String, Integer> counts) {
        if (node.is(JsKind.PRIVATE)) {
            counts.merge(node.text, 1, Integer::sum);
        }
        node.children.forEach(c -> countPrivate(c, counts));
    }

    private static void rename(JsNode node, Map<String, String> renamed) {
        if (node.is(JsKind.PRIVATE)) {
            node.text = renamed.getOrDefault(node.text, node.text);
        }
        node.children.forEach(c -> rename(c, renamed));
    }
}
