package io.github.assetpipe.js;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Declares in a scope what the statements of a function or block declare (ECMA-262, 8.2, and its Annex B.3). */
final class JsDeclarations {
    private JsDeclarations() {}

    /** Declares what the statements of a function or program declare, those of blocks as far as they reach it. */
    static void hoist(List<JsNode> statements, JsScope scope, boolean strict) {
        declareLexical(statements, scope, strict, true);
        for (JsNode statement : statements) {
            hoistVars(statement, scope, strict, new HashSet<>());
        }
    }

    /** Declares what belongs to a block: let, const, class, and functions where they are no variables of the function. */
    static void declareLexical(List<JsNode> statements, JsScope scope, boolean strict, boolean functionLevel) {
        for (JsNode statement : statements) {
            JsNode node = declaration(statement);
            if (node.is(JsKind.VAR) && !node.text.equals("var")) {
                node.children.forEach(d -> declarePattern(d.child(0), scope));
            } else if (node.is(JsKind.CLASS) && node.has(JsNode.DECLARATION)) {
                declareName(node.child(0), scope);
            } else if (node.is(JsKind.FUNCTION) && node.has(JsNode.DECLARATION)) {
                boolean isVariable = !functionLevel && isSloppyFunction(node, strict);
                JsBinding outer = isVariable ? scope.find(node.child(0).text) : null;
                if (outer != null) {
                    scope.adopt(outer.name, outer);
                } else {
                    declareName(node.child(0), scope);
                }
            } else if (node.is(JsKind.IMPORT)) {
                for (JsNode specifier : node.children) {
                    if (specifier.is(JsKind.IMPORT_SPECIFIER)) {
                        declareName(specifier.child(1), scope);
                    }
                }
            }
        }
    }

    private static boolean isSloppyFunction(JsNode function, boolean strict) {
        return !strict && !function.has(JsNode.ASYNC) && !function.has(JsNode.GENERATOR);
    }

    /** The declaration that a statement is or exports or labels, or the statement itself. */
    private static JsNode declaration(JsNode statement) {
        JsNode node = statement;
        while (node.is(JsKind.EXPORT_DECLARATION) || node.is(JsKind.EXPORT_DEFAULT) || node.is(JsKind.LABELED)) {
            node = node.child(0);
        }
        return node;
    }

    private static void declareName(JsNode name, JsScope scope) {
        if (name.is(JsKind.NAME)) {
            scope.declare(name.text);
        }
    }

    /** Declares the names of a pattern. */
    static void declarePattern(JsNode pattern, JsScope scope) {
        switch (pattern.kind) {
            case NAME -> scope.declare(pattern.text);
            case ASSIGN, SPREAD -> declarePattern(pattern.child(0), scope);
            case PROPERTY -> declarePattern(pattern.child(1), scope);
            case ARRAY, OBJECT -> pattern.children.forEach(c -> declarePattern(c, scope));
            default -> {
                // A hole.
            }
        }
    }

    /** Declares the variables of a function's statements, those of blocks included. */
    private static void hoistVars(JsNode node, JsScope scope, boolean strict, Set<String> lexical) {
        switch (node.kind) {
            case VAR -> {
                if (node.text.equals("var")) {
                    node.children.forEach(d -> declarePattern(d.child(0), scope));
                }
            }
            case FUNCTION -> {
                boolean inBlock = node.has(JsNode.DECLARATION) && !node.child(0).isAbsent();
                if (inBlock && isSloppyFunction(node, strict) && !lexical.contains(node.child(0).text)) {
                    scope.declare(node.child(0).text);
                }
            }
            case BLOCK, CASE -> {
                Set<String> inner = withLexical(node.children, lexical);
                node.children.forEach(c -> hoistVars(c, scope, strict, inner));
            }
            case IF, FOR, FOR_IN, FOR_OF, WHILE, DO, TRY, CATCH, SWITCH, LABELED, WITH, EXPORT_DECLARATION ->
                node.children.forEach(c -> hoistVars(c, scope, strict, lexical));
            default -> {
                // Expressions hold no statements but those of functions.
            }
        }
    }

    private static Set<String> withLexical(List<JsNode> statements, Set<String> outer) {
        Set<String> names = outer;
        for (JsNode statement : statements) {
            boolean isClass = statement.is(JsKind.CLASS);
            if (isClass || statement.is(JsKind.VAR) && !statement.text.equals("var")) {
                names = names == outer ? new HashSet<>(outer) : names;
                if (isClass) {
                    names.add(statement.child(0).text);
                } else {
                    for (JsNode declarator : statement.children) {
                        names.add(declarator.child(0).text);
                    }
                }
            }
        }
        return names;
    }
}
