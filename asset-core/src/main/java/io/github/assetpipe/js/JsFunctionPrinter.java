package io.github.assetpipe.js;

import java.util.List;

/** Prints functions, arrows and classes. */
final class JsFunctionPrinter {
    private final JsPrinter printer;
    private final JsOutput out;
    private final JsExpressionPrinter expressions;

    JsFunctionPrinter(JsPrinter printer, JsExpressionPrinter expressions) {
        this.printer = printer;
        this.out = printer.out;
        this.expressions = expressions;
    }

    /** Prints a function or class, as a declaration or an expression. */
    void declaration(JsNode node) {
        if (node.is(JsKind.CLASS)) {
            JsMemberPrinter.classLike(printer, node);
        } else if (node.has(JsNode.ARROW)) {
            arrow(node);
        } else {
            out.flush();
            out.mark(node.start, "");
            out.word(node.has(JsNode.ASYNC) ? "async function" : "function");
            out.raw(node.has(JsNode.GENERATOR) ? "*" : "");
            JsNode name = node.child(0);
            boolean unused = !node.has(JsNode.DECLARATION)
                    && name.binding != null
                    && name.binding.references == 0
                    && !name.binding.pinned;
            if (!name.isAbsent() && !unused) {
                expressions.print(name, JsExpressionPrinter.PRIMARY);
            }
            functionRest(node);
        }
    }

    /** Prints parameters and body. */
    void functionRest(JsNode function) {
        expressions.list("(", function.child(1).children, ")");
        boolean before = expressions.noIn;
        expressions.noIn = false;
        printer.block(function.child(2));
        expressions.noIn = before;
    }

    private void arrow(JsNode node) {
        out.flush();
        out.mark(node.start, "");
        if (node.has(JsNode.ASYNC)) {
            out.word("async");
        }
        List<JsNode> params = node.child(1).children;
        if (params.size() == 1 && params.get(0).is(JsKind.NAME)) {
            expressions.print(params.get(0), JsExpressionPrinter.PRIMARY);
        } else {
            expressions.list("(", params, ")");
        }
        out.raw("=>");
        JsNode body = node.child(2);
        if (body.is(JsKind.BLOCK)) {
            boolean before = expressions.noIn;
            expressions.noIn = false;
            printer.block(body);
            expressions.noIn = before;
        } else {
            printer.arrowStart = out.length();
            expressions.print(body, JsExpressionPrinter.ASSIGNMENT);
        }
    }
}
