package io.github.assetpipe.js;

/** Prints strings, numbers, templates, and words that stand for themselves. */
final class JsLiteralPrinter {
    private final JsOutput out;
    private final JsExpressionPrinter expressions;

    JsLiteralPrinter(JsOutput out, JsExpressionPrinter expressions) {
        this.out = out;
        this.expressions = expressions;
    }

    /** Prints a word, a number in its shortest form. */
    void token(JsNode node) {
        out.flush();
        out.mark(node.start, "");
        String text = node.is(JsKind.NUMBER) ? JsText.number(node.text) : node.text;
        out.word(text);
    }

    /** Prints a string in its shortest form. */
    void string(JsNode node) {
        out.flush();
        out.mark(node.start, "");
        out.raw(JsText.literal(JsText.valueOf(node.text)));
    }

    /** Prints a template; {@code tagged} when a function sees its raw text. */
    void template(JsNode node, boolean tagged) {
        out.flush();
        out.mark(node.start, "");
        out.raw("`");
        for (JsNode part : node.children) {
            if (part.is(JsKind.TEMPLATE_TEXT)) {
                // In a page's script element this text would end the element; raw text is seen by a tag only.
                out.raw(tagged ? part.text : JsText.withoutEndTag(part.text));
            } else {
                out.raw("${");
                expressions.inside(part);
                out.raw("}");
            }
        }
        out.raw("`");
    }
}
