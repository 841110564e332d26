package io.github.assetpipe.js;

/** Prints classes and the members of classes and object literals. */
final class JsMemberPrinter {
    private JsMemberPrinter() {}

    static void classLike(JsPrinter p, JsNode node) {
        p.keyword(node, "class");
        JsNode name = node.child(0);
        boolean unused = !node.has(JsNode.DECLARATION)
                && name.binding != null
                && name.binding.references == 0
                && !name.binding.pinned;
        if (!name.isAbsent() && !unused) {
            p.expressions.print(name, JsExpressionPrinter.PRIMARY);
        }
        if (!node.child(1).isAbsent()) {
            p.out.word("extends");
            p.expressions.print(node.child(1), JsExpressionPrinter.CALL);
        }
        boolean before = p.expressions.noIn;
        p.expressions.noIn = false;
        p.out.raw("{");
        for (JsNode member : node.children.subList(2, node.size())) {
            print(p, member);
            if (member.is(JsKind.FIELD)) {
                p.out.semicolon();
            }
        }
        p.out.dropSemicolon();
        p.out.raw("}");
        p.expressions.noIn = before;
    }

    static void print(JsPrinter p, JsNode node) {
        p.out.flush();
        p.out.mark(node.start, "");
        switch (node.kind) {
            case STATIC_BLOCK -> {
                p.out.word("static");
                p.block(node.child(0));
            }
            case FIELD -> {
                modifiers(p, node);
                key(p, node);
                if (!node.child(1).isAbsent()) {
                    p.out.raw("=");
                    p.expressions.print(node.child(1), JsExpressionPrinter.ASSIGNMENT);
                }
            }
            case METHOD -> {
                modifiers(p, node);
                key(p, node);
                p.expressions.functions.functionRest(node.child(1));
            }
            default -> property(p, node);
        }
    }

    private static void modifiers(JsPrinter p, JsNode node) {
        word(p, node, JsNode.STATIC, "static");
        word(p, node, JsNode.ACCESSOR, "accessor");
        word(p, node, JsNode.ASYNC, "async");
        word(p, node, JsNode.GET, "get");
        word(p, node, JsNode.SET, "set");
        p.out.raw(node.has(JsNode.GENERATOR) ? "*" : "");
    }

    private static void word(JsPrinter p, JsNode node, int flag, String word) {
        if (node.has(flag)) {
            p.out.word(word);
        }
    }

    private static void property(JsPrinter p, JsNode node) {
        JsNode value = node.child(1);
        JsNode named = value.is(JsKind.ASSIGN) && node.has(JsNode.SHORTHAND) ? value.child(0) : value;
        boolean shorthand = node.has(JsNode.SHORTHAND)
                && named.is(JsKind.NAME)
                && p.expressions.nameOf(named).equals(node.child(0).text);
        if (!shorthand) {
            key(p, node);
            p.out.raw(":");
        }
        p.expressions.print(value, JsExpressionPrinter.ASSIGNMENT);
    }

    private static void key(JsPrinter p, JsNode node) {
        JsNode key = node.child(0);
        if (node.has(JsNode.COMPUTED)) {
            p.out.raw("[");
            p.expressions.print(key, JsExpressionPrinter.ASSIGNMENT);
            p.out.raw("]");
            return;
        }
        if (key.is(JsKind.STRING) && JsText.isName(JsText.valueOf(key.text)) && !isSpecial(node, key)) {
            p.out.word(JsText.valueOf(key.text));
        } else {
            p.expressions.print(key, JsExpressionPrinter.PRIMARY);
        }
    }

    /** {@code "constructor"} of a class and {@code "__proto__"} mean something else without their quotes. */
    private static boolean isSpecial(JsNode member, JsNode key) {
        String value = JsText.valueOf(key.text);
        return !member.is(JsKind.PROPERTY) && value.equals("constructor") || value.equals("__proto__");
    }
}
