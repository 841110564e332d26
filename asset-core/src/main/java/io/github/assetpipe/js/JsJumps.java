package io.github.assetpipe.js;

import java.util.ArrayList;
import java.util.List;

/** Writes jumps over the rest of a body as branches around it: {@code if(a)return;b} as {@code a||b}. */
final class JsJumps {
    private JsJumps() {}

    /**
     * Shortens the statements of a body in place.
     *
     * @param jump what ends the body: {@link JsKind#RETURN} of a function, {@link JsKind#CONTINUE} of a loop
     */
    static void over(List<JsNode> list, JsKind jump) {
        for (int i = list.size() - 1; i >= 0; i--) {
            JsNode branch = list.get(i);
            boolean jumps = branch.is(JsKind.IF)
                    && branch.child(2).isAbsent()
                    && isJump(last(branch.child(1)), jump)
                    && list.subList(i + 1, list.size()).stream().noneMatch(JsJumps::declares);
            if (!jumps) {
                continue;
            }
            JsNode then = withoutLast(branch.child(1));
            List<JsNode> rest = new ArrayList<>(list.subList(i + 1, list.size()));
            list.subList(i, list.size()).clear();
            JsNode other = rest.isEmpty() ? JsNode.none(branch.end) : block(rest);
            branch.children.set(1, then);
            branch.children.set(2, other);
            JsJoining.append(list, JsBranches.ifStatement(branch));
            i = Math.min(i, list.size());
        }
    }

    /** {@code if(a)return b;if(c)return b} as {@code if(a||c)return b}. */
    static void joinAlike(List<JsNode> list) {
        for (int i = list.size() - 2; i >= 0; i--) {
            JsNode first = list.get(i);
            JsNode second = list.get(i + 1);
            boolean alike = isLeaving(first) && isLeaving(second) && isSame(first.child(1), second.child(1));
            if (alike) {
                second.children.set(0, JsBranches.binary("||", first.child(0), second.child(0), first));
                list.remove(i);
            }
        }
    }

    /** {@code for(;;){if(a)break;b}} as {@code for(;!a;)b}. */
    static void breakFirst(JsNode loop) {
        JsNode body = loop.child(3);
        JsNode first = body.is(JsKind.BLOCK) && body.size() > 0 ? body.child(0) : body;
        boolean breaks = first.is(JsKind.IF)
                && first.child(2).isAbsent()
                && first.child(1).is(JsKind.BREAK)
                && first.child(1).text.isEmpty()
                // The test leaves the block, and what is declared in it.
                && (body == first || body.children.stream().noneMatch(JsJumps::declares));
        if (!breaks) {
            return;
        }
        JsNode stays = JsNot.of(first.child(0));
        JsNode test = loop.child(1);
        loop.children.set(1, test.isAbsent() ? stays : JsBranches.binary("&&", test, stays, test));
        if (body == first) {
            loop.children.set(3, new JsNode(JsKind.EMPTY, "", body.start, body.end));
        } else {
            body.children.remove(0);
        }
    }

    private static boolean isLeaving(JsNode branch) {
        return branch.is(JsKind.IF) && branch.child(2).isAbsent() && JsReach.leaves(branch.child(1));
    }

    private static boolean isSame(JsNode a, JsNode b) {
        return !a.is(JsKind.BLOCK) && JsSame.same(a, b);
    }

    private static JsNode last(JsNode branch) {
        return branch.is(JsKind.BLOCK) && branch.size() > 0 ? branch.last() : branch;
    }

    private static boolean isJump(JsNode node, JsKind jump) {
        return node.is(jump) && (jump == JsKind.RETURN ? node.child(0).isAbsent() : node.text.isEmpty());
    }

    private static JsNode withoutLast(JsNode branch) {
        if (!branch.is(JsKind.BLOCK)) {
            return new JsNode(JsKind.EMPTY, "", branch.start, branch.end);
        }
        branch.children.remove(branch.size() - 1);
        return single(branch);
    }

    private static JsNode block(List<JsNode> statements) {
        JsNode block = new JsNode(JsKind.BLOCK, "", statements.get(0).start, statements.get(statements.size() - 1).end);
        statements.forEach(block::add);
        return single(block);
    }

    private static JsNode single(JsNode block) {
        if (block.size() == 0) {
            return new JsNode(JsKind.EMPTY, "", block.start, block.end);
        }
        return block.size() == 1 && !declares(block.child(0)) ? block.child(0) : block;
    }

    /** Tells whether a statement declares what the whole body sees: it can't go into a block. */
    private static boolean declares(JsNode node) {
        return node.is(JsKind.VAR) && !node.text.equals("var")
                || node.is(JsKind.FUNCTION)
                || node.is(JsKind.CLASS)
                || node.is(JsKind.LABELED) && declares(node.child(0));
    }
}
