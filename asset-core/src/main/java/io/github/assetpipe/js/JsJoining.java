package io.github.assetpipe.js;

import java.util.Comparator;
import java.util.List;

/** Makes one statement of two that follow each other. */
final class JsJoining {
    private JsJoining() {}

    /** Tells whether a statement does nothing where it stands: a function, variables without values. */
    static boolean isOnlyDeclared(JsNode statement, boolean functionLevel) {
        if (statement.is(JsKind.FUNCTION)) {
            // In a block of sloppy code the function is assigned where it stands.
            return functionLevel;
        }
        return statement.is(JsKind.VAR)
                && (statement.text.equals("var") || statement.text.equals("let"))
                && statement.children.stream()
                        .allMatch(d -> d.child(0).is(JsKind.NAME) && d.child(1).isAbsent());
    }

    /** Adds what is only declared, before expressions that what follows may join. */
    static void appendDeclared(List<JsNode> out, JsNode statement) {
        for (int i = out.size() - 1; i >= 0 && statement.is(JsKind.VAR); i--) {
            if (out.get(i).is(JsKind.VAR) && out.get(i).text.equals(statement.text)) {
                out.get(i).children.addAll(0, statement.children);
                return;
            }
        }
        int at = out.size();
        while (at > 0 && out.get(at - 1).is(JsKind.EXPRESSION)) {
            at--;
        }
        out.add(at, statement);
    }

    /** Adds a statement, as a part of the last one where they can be one. */
    static void append(List<JsNode> out, JsNode statement) {
        JsNode last = out.isEmpty() ? null : out.get(out.size() - 1);
        if (last == null) {
            out.add(statement);
            return;
        }
        if (last.is(JsKind.EXPRESSION)) {
            int index = takesBefore(statement);
            if (index >= 0 && !statement.child(index).isAbsent()) {
                out.set(out.size() - 1, statement);
                statement.children.set(index, sequence(last.child(0), statement.child(index)));
                return;
            }
            if (statement.is(JsKind.FOR) && statement.child(0).isAbsent() && !usesIn(last.child(0))) {
                statement.children.set(0, last.child(0));
                out.set(out.size() - 1, statement);
                return;
            }
        }
        if (last.is(JsKind.VAR)
                && statement.is(JsKind.VAR)
                && last.text.equals(statement.text)
                && !last.text.endsWith("using")) {
            last.children.addAll(statement.children);
            valuesLast(last);
            return;
        }
        if (last.is(JsKind.VAR) && last.text.equals("var") && statement.is(JsKind.FOR) && !usesIn(last)) {
            JsNode init = statement.child(0);
            if (init.isAbsent()) {
                statement.children.set(0, last);
                out.set(out.size() - 1, statement);
                return;
            }
            if (init.is(JsKind.VAR) && init.text.equals("var")) {
                init.children.addAll(0, last.children);
                out.set(out.size() - 1, statement);
                return;
            }
        }
        out.add(statement);
    }

    /** Variables without values first: they are the start of many functions, and none has to be kept apart. */
    static void valuesLast(JsNode declaration) {
        if (declaration.text.equals("var") || declaration.text.equals("let")) {
            declaration.children.sort(Comparator.comparing(
                    d -> !(d.child(0).is(JsKind.NAME) && d.child(1).isAbsent())));
        }
    }

    /** The operand of a statement that is evaluated first and whose place a sequence can take, or -1. */
    private static int takesBefore(JsNode statement) {
        return switch (statement.kind) {
            case EXPRESSION, RETURN, THROW, IF, SWITCH, WITH -> 0;
            case FOR_IN ->
                statement.child(0).is(JsKind.VAR) && !statement.child(0).text.equals("var") ? -1 : 1;
            case FOR -> statement.child(0).is(JsKind.VAR) || usesIn(statement.child(0)) ? -1 : 0;
            default -> -1;
        };
    }

    private static boolean usesIn(JsNode node) {
        return node.is(JsKind.BINARY) && node.text.equals("in")
                || node.children.stream().anyMatch(JsJoining::usesIn);
    }

    /** Returns {@code first,second}. */
    static JsNode sequence(JsNode first, JsNode second) {
        JsNode sequence = new JsNode(JsKind.SEQUENCE, "", first.start, second.end);
        addAll(sequence, first);
        addAll(sequence, second);
        return sequence;
    }

    private static void addAll(JsNode sequence, JsNode item) {
        if (item.is(JsKind.SEQUENCE)) {
            sequence.children.addAll(item.children);
        } else {
            sequence.add(item);
        }
    }
}
