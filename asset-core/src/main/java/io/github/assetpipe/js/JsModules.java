package io.github.assetpipe.js;

import io.github.assetpipe.js.JsLexer.Token;

/** Reads import and export declarations. */
final class JsModules {
    private JsModules() {}

    static JsNode importDeclaration(JsParser p) throws JsSyntaxException {
        p.sawModuleSyntax = true;
        int start = p.lexer.start;
        p.lexer.next();
        JsNode node = new JsNode(JsKind.IMPORT, "", start, start);
        if (p.lexer.token != Token.STRING) {
            phase(p, node);
            clause(p, node);
            if (!p.acceptWord("from")) {
                throw p.unexpected();
            }
        }
        source(p, node);
        p.semicolon();
        return p.ended(node);
    }

    /** {@code import defer * as x} and {@code import source x}, where the word is no default name. */
    private static void phase(JsParser p, JsNode node) throws JsSyntaxException {
        boolean isPhase = p.isWord("defer") && p.peek(() -> p.isPunctuator("*"))
                || p.isWord("source") && p.peek(() -> p.lexer.token == Token.NAME && !p.isWord("from"));
        if (isPhase) {
            node.text = p.lexer.text;
            p.lexer.next();
        }
    }

    private static void clause(JsParser p, JsNode node) throws JsSyntaxException {
        if (p.lexer.token == Token.NAME) {
            int at = p.lexer.start;
            node.add(specifier(new JsNode(JsKind.KEY, "default", at, at), p.identifier()));
            if (!p.accept(",")) {
                return;
            }
        }
        int at = p.lexer.start;
        if (p.accept("*")) {
            if (!p.acceptWord("as")) {
                throw p.unexpected();
            }
            node.add(specifier(new JsNode(JsKind.KEY, "*", at, at + 1), p.identifier()));
            return;
        }
        p.expect("{");
        node.flag(JsNode.SHORTHAND); // Braces are written, also empty ones.
        while (!p.accept("}")) {
            JsNode imported = moduleName(p);
            if (p.acceptWord("as")) {
                node.add(specifier(imported, p.identifier()));
            } else if (imported.is(JsKind.KEY) && p.isIdentifier(imported.text)) {
                node.add(specifier(imported, new JsNode(JsKind.NAME, imported.text, imported.start, imported.end)));
            } else {
                throw p.unexpected();
            }
            if (!p.isPunctuator("}")) {
                p.expect(",");
            }
        }
    }

    private static JsNode specifier(JsNode imported, JsNode local) {
        return new JsNode(JsKind.IMPORT_SPECIFIER, "", imported.start, local.end)
                .add(imported)
                .add(local);
    }

    /** An exported or imported name: any word, or a string. */
    private static JsNode moduleName(JsParser p) throws JsSyntaxException {
        if (p.lexer.token != Token.NAME && p.lexer.token != Token.STRING) {
            throw p.unexpected();
        }
        JsKind kind = p.lexer.token == Token.STRING ? JsKind.STRING : JsKind.KEY;
        JsNode name = new JsNode(kind, p.lexer.text, p.lexer.start, p.lexer.end);
        p.lexer.next();
        return name;
    }

    private static void source(JsParser p, JsNode node) throws JsSyntaxException {
        if (p.lexer.token != Token.STRING) {
            throw p.unexpected();
        }
        node.add(new JsNode(JsKind.STRING, p.lexer.text, p.lexer.start, p.lexer.end));
        p.lexer.next();
        boolean attributes = p.isWord("with") || p.isWord("assert") && !p.lexer.newlineBefore;
        if (attributes && p.peek(() -> p.isPunctuator("{"))) {
            String word = p.lexer.text;
            p.lexer.next();
            JsNode list = p.expressions.primaries.objectLiteral();
            list.text = word;
            node.add(list);
        } else {
            node.add(JsNode.none(p.lexer.previousEnd));
        }
    }

    static JsNode exportDeclaration(JsParser p) throws JsSyntaxException {
        p.sawModuleSyntax = true;
        int start = p.lexer.start;
        p.lexer.next();
        if (p.accept("*")) {
            JsNode node = new JsNode(JsKind.EXPORT_ALL, "", start, start);
            node.add(p.acceptWord("as") ? moduleName(p) : JsNode.none(p.lexer.start));
            if (!p.acceptWord("from")) {
                throw p.unexpected();
            }
            source(p, node);
            p.semicolon();
            return p.ended(node);
        }
        if (p.isPunctuator("{")) {
            return named(p, start);
        }
        if (p.acceptWord("default")) {
            return p.ended(exportDefault(p, start));
        }
        if (p.lexer.token != Token.NAME) {
            throw p.unexpected();
        }
        JsNode declaration = p.statement(true);
        boolean declares = declaration.is(JsKind.VAR) || declaration.has(JsNode.DECLARATION);
        if (!declares) {
            throw new JsSyntaxException("Only a declaration can be exported", declaration.start);
        }
        return p.ended(new JsNode(JsKind.EXPORT_DECLARATION, "", start, start).add(declaration));
    }

    private static JsNode named(JsParser p, int start) throws JsSyntaxException {
        JsNode node = new JsNode(JsKind.EXPORT_NAMED, "", start, start);
        p.lexer.next();
        while (!p.accept("}")) {
            JsNode local = moduleName(p);
            JsNode exported =
                    p.acceptWord("as") ? moduleName(p) : new JsNode(local.kind, local.text, local.start, local.end);
            node.add(new JsNode(JsKind.EXPORT_SPECIFIER, "", local.start, exported.end)
                    .add(local)
                    .add(exported));
            if (!p.isPunctuator("}")) {
                p.expect(",");
            }
        }
        if (p.acceptWord("from")) {
            source(p, node);
        } else {
            references(node);
            node.add(JsNode.none(p.lexer.previousEnd)).add(JsNode.none(p.lexer.previousEnd));
        }
        p.semicolon();
        return p.ended(node);
    }

    /** Without a source the local names of an export list are variables of the module. */
    private static void references(JsNode node) {
        for (JsNode specifier : node.children) {
            JsNode local = specifier.child(0);
            specifier.children.set(0, new JsNode(JsKind.NAME, local.text, local.start, local.end));
        }
    }

    private static JsNode exportDefault(JsParser p, int start) throws JsSyntaxException {
        JsNode node = new JsNode(JsKind.EXPORT_DEFAULT, "", start, start);
        int at = p.lexer.start;
        boolean async = p.isWord("async") && p.ahead.startsAsyncFunction();
        if (async || p.isWord("function") || p.isWord("class")) {
            p.expressions.allowNameless();
        }
        if (p.isWord("function")) {
            return node.add(p.expressions.function(at, 0, true));
        }
        if (async) {
            p.lexer.next();
            return node.add(p.expressions.function(at, JsNode.ASYNC, true));
        }
        if (p.isWord("class")) {
            return node.add(p.expressions.classLike(true));
        }
        node.add(p.expressions.assignment(true));
        p.semicolon();
        return node;
    }
}
