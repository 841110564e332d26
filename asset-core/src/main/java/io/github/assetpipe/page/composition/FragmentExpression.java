package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.composition.Target.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thymeleaf's fragment expressions: {@code ~{layout :: main (~{::body}, 'home')}}, also without the braces, in conditions,
 * and as variables that a caller passes.
 */
final class FragmentExpression {
    private final Sketch sketch;

    FragmentExpression(Sketch sketch) {
        this.sketch = sketch;
    }

    /** Adds what a {@code th:insert} or its like renders. */
    void include(int offset, String value) {
        List<Fill> fills = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        boolean known = read(offset, value, targets, fills);
        if (!known) {
            sketch.unknown(offset, "computed inclusion " + Excerpt.of(value));
        }
        if (!targets.isEmpty()) {
            sketch.add(new Item.Call(sketch.line(offset), targets, fills, -1, true));
        }
    }

    /** Returns the templates that an expression names. */
    List<Target> targets(String value) {
        List<Target> targets = new ArrayList<>();
        read(0, value, targets, new ArrayList<>());
        return targets.isEmpty() ? List.of(Target.template("*")) : targets;
    }

    /** Gathers all alternatives of an expression; returns whether they are all. */
    private boolean read(int offset, String value, List<Target> targets, List<Fill> fills) {
        String expression = value.strip();
        if (expression.indexOf("~{") < 0) {
            if (expression.startsWith("${") || expression.startsWith("*{")) {
                return variable(expression, targets);
            }
            reference(offset, expression, targets, fills);
            return true;
        }
        boolean known = true;
        int at = 0;
        while (at < expression.length()) {
            int open = expression.indexOf("~{", at);
            String between = expression.substring(at, open < 0 ? expression.length() : open);
            known &= isCondition(between, open >= 0) || variable(between, targets);
            if (open < 0) {
                break;
            }
            int close = Arguments.close(expression, open + 1);
            reference(offset, expression.substring(open + 2, close), targets, fills);
            at = close + 1;
        }
        return known;
    }

    /** Text between alternatives: a condition before a question mark, a colon, nothing, the no-operation token. */
    private static boolean isCondition(String between, boolean beforeFragment) {
        String plain = between.strip();
        return plain.isEmpty()
                || plain.matches("[()]*:?\\s*_?\\s*[()]*")
                || (beforeFragment
                        && (plain.endsWith("?") || plain.endsWith(":") || plain.endsWith("("))
                        && !plain.startsWith(":"));
    }

    private boolean variable(String expression, List<Target> targets) {
        String name = expression.replaceAll("[${}*?:_()\\s]", "");
        if (!name.isEmpty() && sketch.isParameter(name)) {
            targets.add(Target.of(Kind.PARAMETER, name));
            return true;
        }
        return false;
    }

    /** Reads {@code template :: selector(arguments)}. */
    private void reference(int offset, String inside, List<Target> targets, List<Fill> fills) {
        int colons = inside.indexOf("::");
        String template = (colons < 0 ? inside : inside.substring(0, colons)).strip();
        String selector = colons < 0 ? "" : inside.substring(colons + 2).strip();
        int open = colons < 0 ? template.indexOf('(') : arguments(selector);
        if (open > 0 && colons >= 0) {
            arguments(offset, selector.substring(open + 1, Arguments.close(selector, open)), fills);
            selector = selector.substring(0, open).strip();
        } else if (open > 0 && !template.startsWith("__")) {
            arguments(offset, template.substring(open + 1, Arguments.close(template, open)), fills);
            template = template.substring(0, open).strip();
        }
        if (template.isEmpty() && selector.isEmpty()) {
            return;
        }
        String name = template.equals("this") ? "" : name(template);
        targets.add(new Target(Kind.TEMPLATE, name, name(selector)));
    }

    /** Returns the offset of the parenthesis that begins the arguments, or -1; {@code %nav} and {@code __${x}__} have none. */
    private static int arguments(String selector) {
        int open = selector.indexOf('(');
        return open > 0 && selector.indexOf("__") < 0 ? open : -1;
    }

    private static String name(String written) {
        String plain = written.replace("|", "");
        return plain.startsWith("'") || plain.indexOf('+') >= 0 ? Arguments.pattern(plain) : Arguments.literal(plain);
    }

    private void arguments(int offset, String arguments, List<Fill> fills) {
        List<String> all = Arguments.split(arguments, ',');
        for (int i = 0; i < all.size(); i++) {
            String argument = all.get(i);
            String name = parameterName(argument);
            String value = name == null
                    ? argument
                    : argument.substring(argument.indexOf('=') + 1).strip();
            if (value.contains("~{") || (value.startsWith("${") && value.endsWith("}"))) {
                OpenBlock block = sketch.begin(Block.Kind.CONTENT, "", "argument", offset);
                include(offset, value);
                sketch.end("argument");
                fills.add(new Fill(name == null ? "" : name, name == null ? i : -1, block.index()));
            }
        }
    }

    private static @Nullable String parameterName(String argument) {
        int equals = argument.indexOf('=');
        if (equals <= 0 || argument.startsWith("~") || argument.startsWith("$") || argument.startsWith("'")) {
            return null;
        }
        String name = argument.substring(0, equals).strip();
        return name.matches("\\w+") ? name : null;
    }
}
