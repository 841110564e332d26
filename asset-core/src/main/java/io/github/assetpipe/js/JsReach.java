package io.github.assetpipe.js;

import java.util.List;
import java.util.Set;

/** What of a list of statements is ever run. */
final class JsReach {
    private static final Set<JsKind> ENDS = Set.of(JsKind.RETURN, JsKind.THROW, JsKind.BREAK, JsKind.CONTINUE);

    private JsReach() {}

    /** Tells whether nothing that follows a statement is run after it. */
    static boolean leaves(JsNode branch) {
        return ENDS.contains(branch.kind) || branch.is(JsKind.BLOCK) && branch.size() > 0 && leaves(branch.last());
    }

    /** What follows a jump is never run; its variables and functions are declared all the same. */
    static void dropUnreachable(List<JsNode> list) {
        int end = 0;
        while (end < list.size() && !ENDS.contains(list.get(end).kind)) {
            end++;
        }
        for (int i = list.size() - 1; i > end; i--) {
            if (!declares(list.get(i))) {
                list.remove(i);
            }
        }
    }

    /** Tells whether anything in a statement is declared for more than itself. */
    private static boolean declares(JsNode node) {
        return switch (node.kind) {
            case VAR, FUNCTION, CLASS -> true;
            case EXPRESSION, RETURN, THROW, BREAK, CONTINUE, DEBUGGER, EMPTY, DIRECTIVE -> false;
            case BLOCK, IF, FOR, FOR_IN, FOR_OF, WHILE, DO, TRY, CATCH, SWITCH, CASE, LABELED, WITH ->
                node.children.stream().anyMatch(JsReach::declaresInside);
            default -> true;
        };
    }

    private static boolean declaresInside(JsNode node) {
        return switch (node.kind) {
            case VAR,
                    FUNCTION,
                    CLASS,
                    BLOCK,
                    IF,
                    FOR,
                    FOR_IN,
                    FOR_OF,
                    WHILE,
                    DO,
                    TRY,
                    CATCH,
                    SWITCH,
                    CASE,
                    LABELED,
                    WITH -> declares(node);
            default -> false;
        };
    }
}
