package io.github.assetpipe.js;

import java.util.HashMap;
import java.util.Map;

/**
 * Gives every variable that may be renamed a name that no other has, so that code can be moved without one hiding another;
 * {@link JsNames} gives short ones at the end.
 */
final class JsUniqueNames {
    /** Stands in no name that a program can have. */
    private static final char MARK = '\u0001';

    private final Map<JsBinding, String> names = new HashMap<>();

    private JsUniqueNames() {}

    /** Renames in a program whose names are resolved. */
    static void apply(JsNode program) {
        new JsUniqueNames().visit(program);
    }

    /** Returns the name that an author gave. */
    static String original(String name) {
        int mark = name.indexOf(MARK);
        return mark < 0 ? name : name.substring(0, mark);
    }

    private void visit(JsNode node) {
        JsBinding binding = node.binding;
        if (node.is(JsKind.NAME) && binding != null && !binding.pinned) {
            node.text = names.computeIfAbsent(binding, b -> b.name + MARK + names.size());
        }
        node.children.forEach(this::visit);
    }
}
