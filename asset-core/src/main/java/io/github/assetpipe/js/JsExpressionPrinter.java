package io.github.assetpipe.js;

import java.util.List;

/** Prints expressions with as few parentheses and characters as the grammar admits. */
final class JsExpressionPrinter {
    static final int SEQUENCE = 0;
    static final int ASSIGNMENT = 1;
    static final int CONDITIONAL = 2;
    /** Plus the operator's own precedence, 1 to 11. */
    static final int BINARY = 2;

    static final int UNARY = 14;
    static final int POSTFIX = 15;
    static final int CALL = 16;
    static final int MEMBER = 17;
    static final int PRIMARY = 18;

    /** Whether a bare {@code in} would end the head of a for statement. */
    boolean noIn;

    /** Prints functions and classes. */
    final JsFunctionPrinter functions;
    /** Prints what stands for itself. */
    final JsLiteralPrinter literals;

    private final JsPrinter printer;
    private final JsOutput out;

    JsExpressionPrinter(JsPrinter printer) {
        this.printer = printer;
        this.out = printer.out;
        this.functions = new JsFunctionPrinter(printer, this);
        this.literals = new JsLiteralPrinter(out, this);
    }

    /** Prints {@code node}, in parentheses when it binds less tightly than {@code level}. */
    void print(JsNode node, int level) {
        boolean parentheses = level(node) < level
                || noIn && node.is(JsKind.BINARY) && node.text.equals("in")
                || node.is(JsKind.NEW) && node.size() == 1 && level == CALL;
        if (parentheses || atStart(node)) {
            boolean before = noIn;
            noIn = false;
            out.flush();
            out.raw("(");
            expression(node, SEQUENCE);
            out.raw(")");
            noIn = before;
        } else {
            expression(node, level);
        }
    }

    /** Tells whether the first token of {@code node} would be read as something else where it stands. */
    private boolean atStart(JsNode node) {
        int at = out.length();
        boolean statement = at == printer.statementStart;
        return switch (node.kind) {
            case OBJECT -> statement || at == printer.arrowStart;
            case ASSIGN -> node.child(0).is(JsKind.OBJECT) && (statement || at == printer.arrowStart);
            case FUNCTION -> !node.has(JsNode.ARROW) && (statement || at == printer.exportStart);
            case CLASS -> statement || at == printer.exportStart;
            case INDEX ->
                statement
                        && node.child(0).is(JsKind.NAME)
                        && nameOf(node.child(0)).equals("let");
            default -> false;
        };
    }

    static int level(JsNode node) {
        return switch (node.kind) {
            case SEQUENCE -> SEQUENCE;
            case ASSIGN, YIELD -> ASSIGNMENT;
            case FUNCTION -> node.has(JsNode.ARROW) ? ASSIGNMENT : PRIMARY;
            case CONDITIONAL -> CONDITIONAL;
            case BINARY -> BINARY + JsOperators.PRECEDENCE.getOrDefault(node.text, 1);
            case UNARY, AWAIT -> UNARY;
            case UPDATE -> node.has(JsNode.PREFIX) ? UNARY : POSTFIX;
            case CALL, IMPORT_CALL -> CALL;
            case NEW -> node.size() == 1 ? CALL : MEMBER;
            case MEMBER, INDEX, TAGGED -> JsChains.holdsCall(node) ? CALL : MEMBER;
            default -> PRIMARY;
        };
    }

    private void expression(JsNode node, int level) {
        switch (node.kind) {
            case NAME -> {
                String name = nameOf(node);
                out.flush();
                String original = JsUniqueNames.original(node.text);
                out.mark(node.start, name.equals(original) ? "" : original);
                out.word(name);
            }
            case KEY, CONSTANT, NUMBER, THIS, SUPER, META, PRIVATE -> literals.token(node);
            case STRING -> literals.string(node);
            case REGEX -> out.punctuation(node.text);
            case TEMPLATE -> literals.template(node, false);
            case TAGGED -> {
                object(node.child(0), MEMBER);
                literals.template(node.child(1), true);
            }
            case ARRAY -> array(node);
            case OBJECT -> list("{", node.children, "}");
            case PROPERTY, METHOD, FIELD, STATIC_BLOCK -> JsMemberPrinter.print(printer, node);
            case SPREAD -> {
                out.raw("...");
                print(node.child(0), ASSIGNMENT);
            }
            case FUNCTION, CLASS -> functions.declaration(node);
            case UNARY -> {
                operator(node, node.text);
                print(node.child(0), UNARY);
            }
            case UPDATE -> update(node);
            case AWAIT -> {
                operator(node, "await");
                print(node.child(0), UNARY);
            }
            case YIELD -> {
                operator(node, "yield");
                out.raw(node.has(JsNode.DELEGATE) ? "*" : "");
                if (!node.child(0).isAbsent()) {
                    print(node.child(0), ASSIGNMENT);
                }
            }
            case BINARY -> binary(node);
            case ASSIGN -> {
                print(node.child(0), CONDITIONAL);
                out.raw(node.text);
                print(node.child(1), ASSIGNMENT);
            }
            case CONDITIONAL -> conditional(node);
            case CALL -> {
                object(node.child(0), CALL);
                out.raw(node.has(JsNode.OPTIONAL) ? "?." : "");
                list("(", node.children.subList(1, node.size()), ")");
            }
            case IMPORT_CALL -> {
                out.flush();
                out.mark(node.start, "");
                out.word(node.text);
                list("(", node.children, ")");
            }
            case NEW -> {
                operator(node, "new");
                print(node.child(0), MEMBER);
                if (node.size() > 1 || level > CALL) {
                    list("(", node.children.subList(1, node.size()), ")");
                }
            }
            case MEMBER -> member(node);
            case INDEX -> {
                object(node.child(0), CALL);
                out.raw(node.has(JsNode.OPTIONAL) ? "?.[" : "[");
                inside(node.child(1));
                out.raw("]");
            }
            case SEQUENCE -> {
                boolean first = true;
                for (JsNode item : node.children) {
                    out.raw(first ? "" : ",");
                    first = false;
                    print(item, ASSIGNMENT);
                }
            }
            case NONE -> {
                // A hole.
            }
            default -> throw new IllegalStateException("Not an expression: " + node.kind);
        }
    }

    String nameOf(JsNode name) {
        return name.binding != null ? name.binding.renamed : name.text;
    }

    /** Prints an expression that is enclosed by brackets. */
    void inside(JsNode node) {
        boolean before = noIn;
        noIn = false;
        print(node, SEQUENCE);
        noIn = before;
    }

    void list(String open, List<JsNode> items, String close) {
        boolean before = noIn;
        noIn = false;
        out.raw(open);
        for (int i = 0; i < items.size(); i++) {
            out.raw(i == 0 ? "" : ",");
            print(items.get(i), ASSIGNMENT);
        }
        out.raw(close);
        noIn = before;
    }

    private void array(JsNode node) {
        list("[", node.children, node.size() > 0 && node.last().isAbsent() ? ",]" : "]");
    }

    private void operator(JsNode node, String text) {
        out.flush();
        out.mark(node.start, "");
        if (Character.isLetter(text.charAt(0))) {
            out.word(text);
        } else {
            out.punctuation(text);
        }
    }

    private void update(JsNode node) {
        if (node.has(JsNode.PREFIX)) {
            operator(node, node.text);
            print(node.child(0), UNARY);
        } else {
            print(node.child(0), CALL);
            out.punctuation(node.text);
        }
    }

    private void binary(JsNode node) {
        int level = level(node);
        boolean power = node.text.equals("**");
        operand(node, node.child(0), power ? POSTFIX : level);
        if (Character.isLetter(node.text.charAt(0))) {
            out.word(node.text);
        } else {
            out.punctuation(node.text);
        }
        // a&&(b&&c) is (a&&b)&&c.
        boolean chained = isLogical(node.text)
                && node.child(1).is(JsKind.BINARY)
                && node.child(1).text.equals(node.text);
        operand(node, node.child(1), power || chained ? level : level + 1);
    }

    private void operand(JsNode parent, JsNode child, int level) {
        // ?? does not mix with || and && unless parentheses say so.
        boolean mixes = child.is(JsKind.BINARY)
                && isLogical(child.text)
                && isLogical(parent.text)
                && child.text.equals("??") != parent.text.equals("??");
        print(child, mixes ? PRIMARY : level);
    }

    private static boolean isLogical(String operator) {
        return operator.equals("??") || operator.equals("||") || operator.equals("&&");
    }

    private void conditional(JsNode node) {
        print(node.child(0), CONDITIONAL + 1);
        out.raw("?");
        boolean before = noIn;
        noIn = false;
        print(node.child(1), ASSIGNMENT);
        noIn = before;
        out.raw(":");
        print(node.child(2), ASSIGNMENT);
    }

    private void member(JsNode node) {
        JsNode object = node.child(0);
        object(object, CALL);
        JsNode key = node.child(1);
        if (node.has(JsNode.OPTIONAL)) {
            out.raw("?.");
        } else if (object.is(JsKind.NUMBER)
                && JsText.number(object.text).chars().allMatch(Character::isDigit)) {
            out.raw("..");
        } else {
            out.raw(".");
        }
        out.mark(key.start, "");
        out.raw(key.text);
    }

    /** Prints what a member, call or template hangs on; the end of an optional chain in parentheses stays one. */
    private void object(JsNode node, int level) {
        boolean closed = node.has(JsNode.PARENTHESIZED) && JsChains.isOptionalChain(node);
        print(node, closed ? PRIMARY : node.is(JsKind.NEW) ? MEMBER : level);
    }
}
