package io.github.assetpipe.js;

import io.github.assetpipe.js.JsLexer.Token;

/**
 * Reads expressions by their operators; {@link JsPrimaries} reads what stands between them, and {@link JsAccesses} the accesses
 * and calls that follow.
 */
final class JsExpressions {
    private final JsParser p;
    private final JsLexer lexer;
    private final JsFunctions functions;

    final JsPatterns patterns = new JsPatterns();
    final JsPrimaries primaries;
    final JsAccesses accesses;

    JsExpressions(JsParser parser) {
        this.p = parser;
        this.lexer = parser.lexer;
        this.functions = new JsFunctions(parser, this);
        this.primaries = new JsPrimaries(parser, this, functions);
        this.accesses = new JsAccesses(parser, this);
    }

    JsNode function(int start, int flags, boolean declaration) throws JsSyntaxException {
        return functions.function(start, flags, declaration);
    }

    JsNode classLike(boolean declaration) throws JsSyntaxException {
        return functions.classes.classLike(declaration);
    }

    /** Lets the function or class that is read next lack a name. */
    void allowNameless() {
        functions.nameless = true;
    }

    JsNode bindingTarget() throws JsSyntaxException {
        if (p.isPunctuator("[") || p.isPunctuator("{")) {
            JsNode pattern = primaries.primary();
            patterns.require(pattern);
            return pattern;
        }
        return p.identifier();
    }

    JsNode expression(boolean in) throws JsSyntaxException {
        int start = lexer.start;
        JsNode expression = expressionOrPattern(in);
        patterns.refuseInitializer(start);
        return expression;
    }

    JsNode expressionOrPattern(boolean in) throws JsSyntaxException {
        JsNode first = assignmentOrPattern(in);
        if (!p.isPunctuator(",")) {
            return first;
        }
        JsNode sequence = new JsNode(JsKind.SEQUENCE, "", first.start, first.end).add(first);
        while (p.accept(",")) {
            sequence.add(assignmentOrPattern(in));
        }
        return p.ended(sequence);
    }

    JsNode assignment(boolean in) throws JsSyntaxException {
        int start = lexer.start;
        JsNode node = assignmentOrPattern(in);
        patterns.refuseInitializer(start);
        return node;
    }

    JsNode assignmentOrPattern(boolean in) throws JsSyntaxException {
        int start = lexer.start;
        if (lexer.token == Token.NAME && !lexer.escaped) {
            if (lexer.text.equals("yield") && p.inGenerator) {
                return yieldExpression(in);
            }
            if (lexer.text.equals("async")) {
                JsNode arrow = functions.asyncArrow(in);
                if (arrow != null) {
                    return arrow;
                }
            }
            if (p.isIdentifier(lexer.text) && p.peek(() -> p.isPunctuator("=>") && !lexer.newlineBefore)) {
                return functions.arrow(start, p.identifier(), 0, in);
            }
        }
        JsNode left = conditional(in);
        if (p.isPunctuator("=>") && !lexer.newlineBefore && left.has(JsNode.PARENTHESIZED) && left.start == start) {
            return functions.arrow(start, left, 0, in);
        }
        if (lexer.token != Token.PUNCTUATOR || !JsOperators.ASSIGNMENTS.contains(lexer.text)) {
            if (left.is(JsKind.NONE)) {
                throw p.unexpected(); // "()" without an arrow
            }
            return left;
        }
        String operator = lexer.text;
        if (operator.equals("=")) {
            patterns.require(left);
        } else if (!isSimpleTarget(left)) {
            throw new JsSyntaxException("Invalid assignment target", left.start);
        }
        lexer.next();
        JsNode node = new JsNode(JsKind.ASSIGN, operator, left.start, start).add(left);
        return p.ended(node.add(assignment(in)));
    }

    private JsNode yieldExpression(boolean in) throws JsSyntaxException {
        JsNode node = new JsNode(JsKind.YIELD, "", lexer.start, lexer.start);
        lexer.next();
        boolean none = lexer.newlineBefore
                || lexer.token == Token.END
                || p.isPunctuator(")")
                || p.isPunctuator("]")
                || p.isPunctuator("}")
                || p.isPunctuator(",")
                || p.isPunctuator(";")
                || p.isPunctuator(":")
                || p.isWord("in")
                || p.isWord("of");
        if (none) {
            return p.ended(node.add(JsNode.none(lexer.previousEnd)));
        }
        if (p.accept("*")) {
            node.flag(JsNode.DELEGATE);
        }
        return p.ended(node.add(assignment(in)));
    }

    private JsNode conditional(boolean in) throws JsSyntaxException {
        JsNode test = binary(unary(), 1, in);
        if (!p.isPunctuator("?")) {
            return test;
        }
        lexer.next();
        JsNode node = new JsNode(JsKind.CONDITIONAL, "", test.start, test.end)
                .add(test)
                .add(assignment(true));
        p.expect(":");
        return p.ended(node.add(assignment(in)));
    }

    /** Reads operators of at least {@code lowest} precedence after {@code left}; a chain of equal ones takes no stack. */
    private JsNode binary(JsNode left, int lowest, boolean in) throws JsSyntaxException {
        JsNode result = left;
        while (true) {
            int precedence = precedence(in);
            if (precedence < lowest) {
                return result;
            }
            String operator = lexer.text;
            lexer.next();
            JsNode right = unary();
            for (int next = precedence(in);
                    next > precedence || next == 11 && precedence == 11;
                    next = precedence(in)) {
                right = binary(right, next, in);
            }
            result = p.ended(new JsNode(JsKind.BINARY, operator, result.start, right.end)
                    .add(result)
                    .add(right));
        }
    }

    private int precedence(boolean in) {
        boolean operator = lexer.token == Token.PUNCTUATOR
                || lexer.token == Token.NAME && !lexer.escaped && (in || !lexer.text.equals("in"));
        return operator ? JsOperators.PRECEDENCE.getOrDefault(lexer.text, 0) : 0;
    }

    private JsNode unary() throws JsSyntaxException {
        int start = lexer.start;
        if (lexer.token == Token.PUNCTUATOR) {
            String operator = lexer.text;
            if (JsOperators.UNARY.contains(operator)) {
                lexer.next();
                return p.ended(new JsNode(JsKind.UNARY, operator, start, start).add(unary()));
            }
            if (operator.equals("++") || operator.equals("--")) {
                lexer.next();
                JsNode target = unary();
                requireSimpleTarget(target);
                return p.ended(new JsNode(JsKind.UPDATE, operator, start, start)
                        .add(target)
                        .flag(JsNode.PREFIX));
            }
        } else if (lexer.token == Token.NAME && !lexer.escaped) {
            if (JsOperators.UNARY_WORDS.contains(lexer.text)) {
                String operator = lexer.text;
                lexer.next();
                return p.ended(new JsNode(JsKind.UNARY, operator, start, start).add(unary()));
            }
            if (lexer.text.equals("await") && startsAwait()) {
                lexer.next();
                return p.ended(new JsNode(JsKind.AWAIT, "", start, start).add(unary()));
            }
        } else if (lexer.token == Token.PRIVATE && p.peek(() -> p.isWord("in"))) {
            return accesses.privateName();
        }
        JsNode operand = accesses.call(primaries.primary(), true);
        if ((p.isPunctuator("++") || p.isPunctuator("--")) && !lexer.newlineBefore) {
            requireSimpleTarget(operand);
            JsNode update = new JsNode(JsKind.UPDATE, lexer.text, operand.start, operand.end).add(operand);
            lexer.next();
            return p.ended(update);
        }
        return operand;
    }

    private boolean startsAwait() throws JsSyntaxException {
        if (p.inAsync) {
            return true;
        }
        if (p.functionDepth > 0 || !lexer.module) {
            return false;
        }
        p.noteTopLevelAwait();
        return true;
    }

    private void requireSimpleTarget(JsNode target) throws JsSyntaxException {
        if (!isSimpleTarget(target)) {
            throw new JsSyntaxException("Invalid assignment target", target.start);
        }
    }

    private static boolean isSimpleTarget(JsNode node) {
        // A call is an early error of module code only; old scripts hold such things.
        return node.is(JsKind.NAME) || node.is(JsKind.MEMBER) || node.is(JsKind.INDEX) || node.is(JsKind.CALL);
    }

    JsNode spreadOrAssignment() throws JsSyntaxException {
        int start = lexer.start;
        if (p.accept("...")) {
            return p.ended(new JsNode(JsKind.SPREAD, "", start, start).add(assignmentOrPattern(true)));
        }
        return assignmentOrPattern(true);
    }
}
