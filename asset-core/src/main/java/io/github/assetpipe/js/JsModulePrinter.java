package io.github.assetpipe.js;

import java.util.List;

/** Prints import and export declarations. */
final class JsModulePrinter {
    private JsModulePrinter() {}

    static void print(JsPrinter p, JsNode node) {
        switch (node.kind) {
            case IMPORT -> importDeclaration(p, node);
            case EXPORT_NAMED -> exportNamed(p, node);
            case EXPORT_ALL -> {
                p.keyword(node, "export");
                p.out.raw("*");
                if (!node.child(0).isAbsent()) {
                    p.out.word("as");
                    name(p, node.child(0));
                }
                source(p, node);
                p.out.semicolon();
            }
            case EXPORT_DEFAULT -> exportDefault(p, node);
            case EXPORT_DECLARATION -> {
                p.keyword(node, "export");
                JsNode declaration = node.child(0);
                if (declaration.is(JsKind.VAR)) {
                    p.declaration(declaration);
                    p.out.semicolon();
                } else {
                    p.expressions.functions.declaration(declaration);
                }
            }
            default -> throw new IllegalStateException("Not a statement: " + node.kind);
        }
    }

    private static void importDeclaration(JsPrinter p, JsNode node) {
        p.keyword(node, "import");
        p.out.word(node.text);
        boolean first = true;
        boolean open = false;
        for (JsNode specifier : node.children.subList(0, node.size() - 2)) {
            JsNode imported = specifier.child(0);
            if (!first) {
                p.out.raw(",");
            }
            first = false;
            if (imported.text.equals("default") && imported.start == imported.end) {
                p.expressions.print(specifier.child(1), JsExpressionPrinter.SEQUENCE);
            } else if (imported.text.equals("*")) {
                p.out.raw("*");
                p.out.word("as");
                p.expressions.print(specifier.child(1), JsExpressionPrinter.SEQUENCE);
            } else {
                p.out.raw(open ? "" : "{");
                open = true;
                pair(p, imported, specifier.child(1));
            }
        }
        if (open) {
            p.out.raw("}");
        } else if (node.has(JsNode.SHORTHAND)) {
            p.out.raw(first ? "{}" : ",{}");
            first = false;
        }
        if (first) {
            p.expressions.literals.string(node.child(node.size() - 2));
            attributes(p, node.last());
        } else {
            source(p, node);
        }
        p.out.semicolon();
    }

    private static void exportNamed(JsPrinter p, JsNode node) {
        p.keyword(node, "export");
        p.out.raw("{");
        List<JsNode> specifiers = node.children.subList(0, node.size() - 2);
        boolean first = true;
        for (JsNode specifier : specifiers) {
            p.out.raw(first ? "" : ",");
            first = false;
            pair(p, specifier.child(0), specifier.child(1));
        }
        p.out.raw("}");
        if (!node.child(node.size() - 2).isAbsent()) {
            source(p, node);
        }
        p.out.semicolon();
    }

    private static void pair(JsPrinter p, JsNode left, JsNode right) {
        name(p, left);
        if (!text(p, left).equals(text(p, right))) {
            p.out.word("as");
            name(p, right);
        }
    }

    private static String text(JsPrinter p, JsNode node) {
        return node.is(JsKind.NAME) ? p.expressions.nameOf(node) : node.text;
    }

    private static void name(JsPrinter p, JsNode node) {
        if (node.is(JsKind.STRING)) {
            p.expressions.literals.string(node);
        } else {
            p.out.word(text(p, node));
        }
    }

    private static void source(JsPrinter p, JsNode node) {
        p.out.word("from");
        p.expressions.literals.string(node.child(node.size() - 2));
        attributes(p, node.last());
    }

    private static void attributes(JsPrinter p, JsNode attributes) {
        if (!attributes.isAbsent()) {
            p.out.word(attributes.text);
            p.expressions.print(attributes, JsExpressionPrinter.ASSIGNMENT);
        }
    }

    private static void exportDefault(JsPrinter p, JsNode node) {
        p.keyword(node, "export");
        p.out.word("default");
        JsNode value = node.child(0);
        if (value.has(JsNode.DECLARATION)) {
            p.expressions.functions.declaration(value);
        } else {
            p.exportStart = p.out.length();
            p.expressions.print(value, JsExpressionPrinter.ASSIGNMENT);
            p.out.semicolon();
        }
    }
}
