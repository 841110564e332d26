package io.github.assetpipe.js;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shortens the private names of classes: equal ones stay equal, so one table serves all classes. */
final class JsPrivateNames {
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, String> renamed = new HashMap<>();

    private JsPrivateNames() {}

    /** Renames the private names in {@code program}, the most used first. */
    static void shorten(JsNode program, String letters) {
        JsPrivateNames names = new JsPrivateNames();
        names.count(program);
        if (names.counts.isEmpty()) {
            return;
        }
        List<String> order = new ArrayList<>(names.counts.keySet());
        order.sort(Comparator.comparingInt((String n) -> -names.counts.getOrDefault(n, 0))
                .thenComparing(n -> n));
        JsNameList list = new JsNameList(letters);
        for (String name : order) {
            names.renamed.put(name, "#" + list.get(names.renamed.size()));
        }
        names.rename(program);
    }

    private void count(JsNode node) {
        if (node.is(JsKind.PRIVATE)) {
            counts.merge(node.text, 1, Integer::sum);
        }
        node.children.forEach(this::count);
    }

    private void rename(JsNode node) {
        if (node.is(JsKind.PRIVATE)) {
            node.text = renamed.getOrDefault(node.text, node.text);
        }
        node.children.forEach(this::rename);
    }
}
