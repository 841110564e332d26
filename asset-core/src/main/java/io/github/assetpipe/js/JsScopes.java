package io.github.assetpipe.js;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out which names of a program mean the same thing, by the scope rules of ECMA-262 and its Annex B.
 *
 * <p>Where two nested declarations of one name are hard to tell apart (a function in a block, a {@code var} in a
 * {@code catch}, the name of a class inside of it), they count as one: renaming both to the same name is always right.
 */
final class JsScopes {
    private final List<JsScope> evals = new ArrayList<>();
    private final boolean module;

    private JsScopes(boolean module) {
        this.module = module;
    }

    /** Returns the outermost scope, after noting the binding of each {@link JsKind#NAME}. */
    static JsScope resolve(JsNode program, boolean module) {
        JsScopes scopes = new JsScopes(module);
        JsScope root = new JsScope(null, true);
        JsDeclarations.hoist(program.children, root, program.has(JsNode.STRICT));
        if (!module) {
            root.bindings.values().forEach(b -> b.pinned = true);
        }
        scopes.visitAll(program.children, root);
        scopes.evals.forEach(JsScope::pinVisible);
        return root;
    }

    private void visitAll(List<JsNode> nodes, JsScope scope) {
        for (JsNode node : nodes) {
            visit(node, scope);
        }
    }

    private void visit(JsNode node, JsScope scope) {
        switch (node.kind) {
            case NAME -> name(node, scope, true);
            case VAR -> {
                for (JsNode declarator : node.children) {
                    target(declarator.child(0), scope);
                    visit(declarator.child(1), scope);
                }
            }
            case FUNCTION -> function(node, scope);
            case CLASS -> classLike(node, scope);
            case BLOCK -> block(node, scope);
            case FOR, FOR_IN, FOR_OF -> {
                JsScope inner = new JsScope(scope, false);
                JsDeclarations.declareLexical(List.of(node.child(0)), inner, true, false);
                visitAll(node.children, inner);
            }
            case SWITCH -> {
                visit(node.child(0), scope);
                JsScope inner = new JsScope(scope, false);
                List<JsNode> cases = node.children.subList(1, node.size());
                cases.forEach(c ->
                        JsDeclarations.declareLexical(c.children.subList(1, c.size()), inner, isStrict(scope), false));
                cases.forEach(c -> visitAll(c.children, inner));
            }
            case CATCH -> catchClause(node, scope);
            case WITH -> {
                visit(node.child(0), scope);
                JsScope inner = new JsScope(scope, false);
                inner.isWith = true;
                visit(node.child(1), inner);
            }
            case CALL -> {
                if (node.child(0).is(JsKind.NAME) && node.child(0).text.equals("eval")) {
                    evals.add(scope);
                }
                visitAll(node.children, scope);
            }
            case IMPORT -> {
                for (JsNode specifier : node.children) {
                    if (specifier.is(JsKind.IMPORT_SPECIFIER)) {
                        name(specifier.child(1), scope, false);
                    }
                }
            }
            case EXPORT_DECLARATION -> {
                visit(node.child(0), scope);
                pinDeclared(node.child(0));
            }
            default -> visitAll(node.children, scope);
        }
    }

    private static void pinDeclared(JsNode node) {
        if (node.is(JsKind.VAR)) {
            node.children.forEach(d -> pinPattern(d.child(0)));
        } else {
            pinPattern(node.child(0));
        }
    }

    private static void pinPattern(JsNode node) {
        if (node.binding != null) {
            node.binding.pinned = true;
        }
        node.children.forEach(JsScopes::pinPattern);
    }

    private void name(JsNode node, JsScope scope, boolean reference) {
        JsBinding binding = scope.refer(node.text);
        node.binding = binding;
        if (binding != null) {
            binding.uses++;
            binding.references += reference ? 1 : 0;
        }
    }

    /** Visits a declared pattern: its names are declarations, its defaults and computed keys are expressions. */
    private void target(JsNode node, JsScope scope) {
        switch (node.kind) {
            case NAME -> name(node, scope, false);
            case ASSIGN -> {
                target(node.child(0), scope);
                visit(node.child(1), scope);
            }
            case PROPERTY -> {
                if (node.has(JsNode.COMPUTED)) {
                    visit(node.child(0), scope);
                }
                target(node.child(1), scope);
            }
            case ARRAY, OBJECT, SPREAD -> node.children.forEach(c -> target(c, scope));
            default -> visit(node, scope);
        }
    }

    private void function(JsNode node, JsScope scope) {
        JsNode name = node.child(0);
        JsScope outer = scope;
        if (node.has(JsNode.DECLARATION)) {
            if (name.is(JsKind.NAME)) {
                name(name, scope, false);
            }
        } else if (name.is(JsKind.NAME)) {
            outer = new JsScope(scope, false);
            outer.declare(name.text);
            name(name, outer, false);
        }
        JsScope inner = new JsScope(outer, true);
        node.scope = inner;
        JsNode params = node.child(1);
        params.children.forEach(p -> JsDeclarations.declarePattern(p, inner));
        params.children.forEach(p -> target(p, inner));
        JsNode body = node.child(2);
        if (!body.is(JsKind.BLOCK)) {
            visit(body, inner);
            return;
        }
        JsScope bodyScope = inner;
        if (params.children.stream().anyMatch(JsScopes::hasExpression)) {
            bodyScope = new JsScope(inner, true);
            // Parameters and the names of the body must differ, unless they are the same.
            bodyScope.enclosed.addAll(inner.bindings.values());
            JsDeclarations.hoist(body.children, bodyScope, node.has(JsNode.STRICT));
            for (String parameter : inner.bindings.keySet()) {
                if (bodyScope.bindings.containsKey(parameter)) {
                    bodyScope.adopt(parameter, inner.declare(parameter));
                }
            }
        } else {
            JsDeclarations.hoist(body.children, bodyScope, node.has(JsNode.STRICT));
        }
        strictness(bodyScope, node.has(JsNode.STRICT));
        visitAll(body.children, bodyScope);
    }

    private static boolean hasExpression(JsNode pattern) {
        return pattern.is(JsKind.ASSIGN)
                || pattern.has(JsNode.COMPUTED)
                || pattern.children.stream().anyMatch(JsScopes::hasExpression);
    }

    private final Set<JsScope> strictScopes = new HashSet<>();

    private void strictness(JsScope scope, boolean strict) {
        if (strict) {
            strictScopes.add(scope);
        }
    }

    private boolean isStrict(JsScope scope) {
        return module || strictScopes.contains(scope.varScope());
    }

    private void block(JsNode node, JsScope scope) {
        JsScope inner = new JsScope(scope, false);
        JsDeclarations.declareLexical(node.children, inner, isStrict(scope), false);
        visitAll(node.children, inner);
    }

    private void catchClause(JsNode node, JsScope scope) {
        JsScope inner = new JsScope(scope, false);
        JsNode parameter = node.child(0);
        JsBinding variable =
                parameter.is(JsKind.NAME) ? scope.varScope().bindings.get(parameter.text) : null;
        if (variable != null && scope.find(parameter.text) == variable) {
            inner.adopt(parameter.text, variable);
        } else {
            JsDeclarations.declarePattern(parameter, inner);
        }
        target(parameter, inner);
        JsScope body = new JsScope(inner, false);
        body.enclosed.addAll(inner.bindings.values());
        JsDeclarations.declareLexical(node.child(1).children, body, isStrict(scope), false);
        visitAll(node.child(1).children, body);
    }

    private void classLike(JsNode node, JsScope scope) {
        JsNode name = node.child(0);
        JsScope inner = new JsScope(scope, false);
        strictScopes.add(inner);
        if (name.is(JsKind.NAME)) {
            JsBinding outer = node.has(JsNode.DECLARATION) ? scope.find(name.text) : null;
            if (outer != null) {
                inner.adopt(name.text, outer);
            } else {
                inner.declare(name.text);
            }
            name(name, inner, false);
        }
        for (JsNode child : node.children.subList(1, node.size())) {
            visit(child, inner);
        }
    }
}
