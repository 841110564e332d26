package io.github.assetpipe.js;

import io.github.assetpipe.js.JsLexer.Token;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Set;

/** Reads expressions, patterns, functions and classes. */
final class JsExpressions {
    /** Binary operators by precedence; left-associative except {@code **}. */
    static final Map<String, Integer> PRECEDENCE = Map.ofEntries(
            Map.entry("??", 1),
            Map.entry("||", 1),
            Map.entry("&&", 2),
            Map.entry("|", 3),
            Map.entry("^", 4),
            Map.entry("&", 5),
            Map.entry("==", 6),
            Map.entry("!=", 6),
            Map.entry("===", 6),
            Map.entry("!==", 6),
            Map.entry("<", 7),
            Map.entry(">", 7),
            Map.entry("<=", 7),
            Map.entry(">=", 7),
            Map.entry("instanceof", 7),
            Map.entry("in", 7),
            Map.entry("<<", 8),
            Map.entry(">>", 8),
            Map.entry(">>>", 8),
            Map.entry("+", 9),
            Map.entry("-", 9),
            Map.entry("*", 10),
            Map.entry("/", 10),
            Map.entry("%", 10),
            Map.entry("**", 11));

    private static final Set<String> ASSIGNMENTS = Set.of(
            "=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^=", "&&=", "||=", "??=");
    private static final Set<String> UNARY = Set.of("!", "~", "+", "-");
    private static final Set<String> UNARY_WORDS = Set.of("typeof", "void", "delete");

    private final JsParser p;
    private final JsLexer lexer;
    private final JsFunctions functions;

    /** Offsets of each {@code a = 1} in an object literal, which only a pattern may hold, until one is found to be it. */
    private final ArrayDeque<Integer> coverInitializers = new ArrayDeque<>();

    JsExpressions(JsParser parser) {
        this.p = parser;
        this.lexer = parser.lexer;
        this.functions = new JsFunctions(parser, this);
    }

    JsNode function(int start, int flags, boolean declaration) throws JsSyntaxException {
        return functions.function(start, flags, declaration);
    }

    JsNode classLike(boolean declaration) throws JsSyntaxException {
        return functions.classLike(declaration);
    }

    /** Lets the function or class that is read next lack a name. */
    void allowNameless() {
        functions.nameless = true;
    }

    JsNode bindingTarget() throws JsSyntaxException {
        if (p.isPunctuator("[") || p.isPunctuator("{")) {
            JsNode pattern = primary();
            toPattern(pattern);
            return pattern;
        }
        return p.identifier();
    }

    JsNode expression(boolean in) throws JsSyntaxException {
        int start = lexer.start;
        JsNode expression = expressionOrPattern(in);
        refuseCoverInitializer(start);
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

    void refuseCoverInitializer(int from) throws JsSyntaxException {
        if (!coverInitializers.isEmpty() && coverInitializers.getLast() >= from) {
            throw new JsSyntaxException("Unexpected \"=\" in an object literal", coverInitializers.getLast());
        }
    }

    JsNode assignment(boolean in) throws JsSyntaxException {
        int start = lexer.start;
        JsNode node = assignmentOrPattern(in);
        refuseCoverInitializer(start);
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
        if (lexer.token != Token.PUNCTUATOR || !ASSIGNMENTS.contains(lexer.text)) {
            if (left.is(JsKind.NONE)) {
                throw p.unexpected(); // "()" without an arrow
            }
            return left;
        }
        String operator = lexer.text;
        if (operator.equals("=")) {
            toPattern(left);
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
        return operator ? PRECEDENCE.getOrDefault(lexer.text, 0) : 0;
    }

    private JsNode unary() throws JsSyntaxException {
        int start = lexer.start;
        if (lexer.token == Token.PUNCTUATOR) {
            String operator = lexer.text;
            if (UNARY.contains(operator)) {
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
            if (UNARY_WORDS.contains(lexer.text)) {
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
        JsNode operand = call(primary(), true);
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
    private JsNode call(JsNode base, boolean calls) throws JsSyntaxException {
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
                            .add(template()));
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
        return call(primary(), true);
    }

    private JsNode primary() throws JsSyntaxException {
        int start = lexer.start;
        switch (lexer.token) {
            case NUMBER:
                return token(JsKind.NUMBER);
            case STRING:
                JsText.value(lexer.text, start);
                return token(JsKind.STRING);
            case NAME:
                return word(start);
            case PUNCTUATOR:
                break;
            default:
                throw p.unexpected();
        }
        switch (lexer.text) {
            case "(":
                return functions.parenthesized();
            case "[":
                return arrayLiteral();
            case "{":
                return objectLiteral();
            case "`":
                return template();
            case "/", "/=":
                JsNode regex = new JsNode(JsKind.REGEX, lexer.regex(), start, lexer.end);
                lexer.next();
                return regex;
            default:
                throw p.unexpected();
        }
    }

    private JsNode token(JsKind kind) throws JsSyntaxException {
        JsNode node = new JsNode(kind, lexer.text, lexer.start, lexer.end);
        lexer.next();
        return node;
    }

    private JsNode word(int start) throws JsSyntaxException {
        if (lexer.escaped) {
            return p.identifier();
        }
        switch (lexer.text) {
            case "function":
                return functions.function(start, 0, false);
            case "async":
                if (p.startsAsyncFunction()) {
                    lexer.next();
                    return functions.function(start, JsNode.ASYNC, false);
                }
                return p.peek(() -> p.isPunctuator("(") && !lexer.newlineBefore)
                        ? functions.asyncCall()
                        : p.identifier();
            case "class":
                return functions.classLike(false);
            case "this":
                return token(JsKind.THIS);
            case "super":
                return token(JsKind.SUPER);
            case "null", "true", "false":
                return token(JsKind.CONSTANT);
            case "new":
                return newExpression(start);
            case "import":
                return importExpression(start);
            default:
                return p.identifier();
        }
    }

    private JsNode newExpression(int start) throws JsSyntaxException {
        lexer.next();
        if (p.accept(".")) {
            return meta("new.target", "target", start);
        }
        JsNode node = new JsNode(JsKind.NEW, "", start, start).add(call(primary(), false));
        if (p.isPunctuator("(")) {
            arguments(node);
        }
        return p.ended(node);
    }

    private JsNode meta(String text, String word, int start) throws JsSyntaxException {
        if (!p.acceptWord(word)) {
            throw p.unexpected();
        }
        return p.ended(new JsNode(JsKind.META, text, start, start));
    }

    private JsNode importExpression(int start) throws JsSyntaxException {
        lexer.next();
        String phase = "import";
        if (p.accept(".")) {
            if (p.isWord("meta")) {
                p.sawModuleSyntax = true;
                return meta("import.meta", "meta", start);
            }
            if (!p.isWord("defer") && !p.isWord("source")) {
                throw p.unexpected();
            }
            phase = "import." + lexer.text;
            lexer.next();
        }
        JsNode node = new JsNode(JsKind.IMPORT_CALL, phase, start, start);
        arguments(node);
        return p.ended(node);
    }

    private JsNode template() throws JsSyntaxException {
        JsNode node = new JsNode(JsKind.TEMPLATE, "", lexer.start, lexer.start);
        while (true) {
            int from = lexer.end;
            node.add(new JsNode(JsKind.TEMPLATE_TEXT, lexer.templateText(), from, lexer.end));
            if (lexer.source.charAt(lexer.end - 1) == '`') {
                lexer.next();
                return p.ended(node);
            }
            lexer.next();
            node.add(expression(true));
            if (!p.isPunctuator("}")) {
                throw p.unexpected();
            }
        }
    }

    private JsNode arrayLiteral() throws JsSyntaxException {
        JsNode array = new JsNode(JsKind.ARRAY, "", lexer.start, lexer.start);
        p.expect("[");
        while (!p.accept("]")) {
            array.add(p.isPunctuator(",") ? JsNode.none(lexer.start) : spreadOrAssignment());
            if (!p.isPunctuator("]")) {
                p.expect(",");
            }
        }
        return p.ended(array);
    }

    JsNode objectLiteral() throws JsSyntaxException {
        JsNode object = new JsNode(JsKind.OBJECT, "", lexer.start, lexer.start);
        p.expect("{");
        while (!p.accept("}")) {
            int start = lexer.start;
            if (p.isPunctuator("...")) {
                object.add(spreadOrAssignment());
            } else {
                object.add(functions.property(start));
            }
            if (!p.isPunctuator("}")) {
                p.expect(",");
            }
        }
        return p.ended(object);
    }

    void noteCoverInitializer(int offset) {
        coverInitializers.addLast(offset);
    }

    /** Checks that what was read as a literal is a pattern; the tree needs no change. */
    void toPattern(JsNode node) throws JsSyntaxException {
        switch (node.kind) {
            case NAME, MEMBER, INDEX, CALL, NONE:
                return;
            case ASSIGN:
                if (!node.text.equals("=") || node.has(JsNode.PARENTHESIZED)) {
                    break;
                }
                toPattern(node.child(0));
                return;
            case SPREAD:
                toPattern(node.child(0));
                return;
            case PROPERTY:
                toPattern(node.child(1));
                return;
            case ARRAY, OBJECT:
                if (node.has(JsNode.PARENTHESIZED)) {
                    break;
                }
                for (JsNode child : node.children) {
                    toPattern(child);
                }
                while (!coverInitializers.isEmpty() && coverInitializers.getLast() >= node.start) {
                    coverInitializers.removeLast();
                }
                return;
            default:
                break;
        }
        throw new JsSyntaxException("Invalid assignment target", node.start);
    }
}
