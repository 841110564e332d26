package io.github.assetpipe.js;

import io.github.assetpipe.js.JsLexer.Token;

/** Reads expressions: operators, accesses and calls; {@link JsPrimaries} reads what stands between them. */
final class JsExpressions {
    private final JsParser p;
    private final JsLexer lexer;
    private final JsFunctions functions;

    final JsPatterns patterns = new JsPatterns();
    final JsPrimaries primaries;

    JsExpressions(JsParser parser) {
        this.p = parser;
        this.lexer = parser.lexer;
        this.functions = new JsFunctions(parser, this);
        this.primaries = new JsPrimaries(parser, this, functions);
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
            return privateName();
        }
        JsNode operand = call(primaries.primary(), true);
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

    JsNode privateName() throws JsSyntaxException {
        JsNode name = new JsNode(JsKind.PRIVATE, lexer.text, lexer.start, lexer.end);
        lexer.next();
        return name;
    }

    /** Reads member accesses and calls after {@code base}; a chain takes no stack. */
    JsNode call(JsNode base, boolean calls) throws JsSyntaxException {
        JsNode node = base;
        while (lexer.token == Token.PUNCTUATOR) {
            int start = node.start;
            switch (lexer.text) {
                case "." -> {
                    lexer.next();
                    node = p.ended(new JsNode(JsKind.MEMBER, "", start, start)
                            .add(node)
                            .add(memberName()));
                }
                case "?." -> {
                    if (!calls) {
                        throw p.unexpected();
                    }
                    lexer.next();
                    node = optional(node);
                }
                case "[" -> node = index(node);
                case "(" -> {
                    if (!calls) {
                        return node;
                    }
                    JsNode call = new JsNode(JsKind.CALL, "", start, start).add(node);
                    arguments(call);
                    node = p.ended(call);
                }
                case "`" ->
                    node = p.ended(new JsNode(JsKind.TAGGED, "", start, start)
                            .add(node)
                            .add(primaries.template()));
                default -> {
                    return node;
                }
            }
        }
        return node;
    }

    private JsNode optional(JsNode base) throws JsSyntaxException {
        JsNode node;
        if (p.isPunctuator("[")) {
            node = index(base);
        } else if (p.isPunctuator("(")) {
            node = new JsNode(JsKind.CALL, "", base.start, base.start).add(base);
            arguments(node);
        } else {
            node = new JsNode(JsKind.MEMBER, "", base.start, base.start)
                    .add(base)
                    .add(memberName());
        }
        return p.ended(node.flag(JsNode.OPTIONAL));
    }

    private JsNode index(JsNode base) throws JsSyntaxException {
        p.expect("[");
        JsNode node =
                new JsNode(JsKind.INDEX, "", base.start, base.start).add(base).add(expression(true));
        p.expect("]");
        return p.ended(node);
    }

    private JsNode memberName() throws JsSyntaxException {
        if (lexer.token == Token.PRIVATE) {
            return privateName();
        }
        if (lexer.token != Token.NAME) {
            throw p.unexpected();
        }
        JsNode key = new JsNode(JsKind.KEY, lexer.text, lexer.start, lexer.end);
        lexer.next();
        return key;
    }

    void arguments(JsNode call) throws JsSyntaxException {
        p.expect("(");
        while (!p.accept(")")) {
            call.add(spreadOrAssignment());
            if (!p.isPunctuator(")")) {
                p.expect(",");
            }
        }
    }

    JsNode spreadOrAssignment() throws JsSyntaxException {
        int start = lexer.start;
        if (p.accept("...")) {
            return p.ended(new JsNode(JsKind.SPREAD, "", start, start).add(assignmentOrPattern(true)));
        }
        return assignmentOrPattern(true);
    }

    /** Reads what may follow {@code extends}: a primary expression with its accesses and calls. */
    JsNode leftHandSide() throws JsSyntaxException {
        return call(primaries.primary(), true);
    }
}
