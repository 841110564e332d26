package io.github.assetpipe.js;

import java.util.List;

/** Makes one statement of two that follow each other. */
final class JsJoining {
    private JsJoining() {}

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

    /** The operand of a statement that is evaluated first and whose place a sequence can take, or -1. */
    private static int takesBefore(JsNode statement) {
        return switch (statement.kind) {
            case EXPRESSION, RETURN, THROW, IF, SWITCH, WITH -> 0;
            case FOR_IN -> -1;
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
