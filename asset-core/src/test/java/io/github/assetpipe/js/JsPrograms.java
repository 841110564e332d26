package io.github.assetpipe.js;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Random programs that say what they do: they call {@code log}, read getters that log and change variables, and end.
 *
 * <p>Branches, jumps and assignments are written as authors and compilers write them, and in ways that nobody does.
 */
final class JsPrograms {
    private static final int DEEPEST = 4;

    private final SplittableRandom random;
    private final List<String> variables = new ArrayList<>();
    private final List<String> functions = new ArrayList<>();
    private int counter;
    private int depth;
    private int loops;
    private boolean inSwitch;

    JsPrograms(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Returns a script that sets {@code main}, a function of {@code log} and of an object with getters. */
    String program() {
        variables.addAll(List.of("u", "v", "w"));
        String body = IntStream.range(0, 2 + random.nextInt(4))
                .mapToObj(i -> statement())
                .collect(Collectors.joining());
        return (random.nextInt(3) == 0 ? "'use strict';" : "")
                + "globalThis.main=function(log,o){var u=o.n,v,w=log(7);o.set=function(x){" + pick("u", "v", "w")
                + "=x};"
                + body + "return[u,v,w]}";
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String variable() {
        return variables.get(random.nextInt(variables.size()));
    }

    private String expression() {
        if (depth >= DEEPEST || random.nextInt(4) == 0) {
            return leaf();
        }
        depth++;
        try {
            return composed();
        } finally {
            depth--;
        }
    }

    private String leaf() {
        return switch (random.nextInt(9)) {
            case 0 -> pick("0", "1", "2", "''", "'s'", "null", "undefined", "void 0", "true", "false", "NaN");
            case 1 -> "log(" + random.nextInt(9) + ")";
            case 2 -> pick("o.g", "o.h", "o.n", "o[log(1)]");
            default -> variable();
        };
    }

    private String composed() {
        String e = expression();
        String f = expression();
        String x = variable();
        return switch (random.nextInt(31)) {
            case 0 -> "log(" + e + ")";
            case 1 -> "(" + x + "=" + e + ")";
            case 2 -> "(" + x + pick("+=", "||=", "&&=", "??=") + e + ")";
            case 3 -> pick("!", "!!", "typeof ", "void ", "-") + "(" + e + ")";
            case 4 -> "(" + e + pick("&&", "||") + "(" + f + "))";
            case 5 -> "((" + e + ")" + pick("===", "!==", "==", "!=", "<", ">=", "+", "-") + "(" + f + "))";
            case 6 -> "(" + x + pick("===", "!==", "==", "!=") + pick("null", "undefined", "'s'", "1", "''") + ")";
            case 7 -> "(typeof " + x + pick("===", "!=", "==") + pick("'undefined'", "'number'", "\"object\"") + ")";
            case 8 -> "(" + x + "===null||" + x + "===void 0)";
            case 9 -> "((" + x + "=" + e + ")!==null&&" + x + "!==undefined)";
            case 10 -> "(" + test() + "?" + e + ":" + f + ")";
            case 11 -> "(" + test() + "?" + x + "=" + e + ":" + x + "=" + f + ")";
            case 12 -> "(" + test() + "?" + pick("true", "false", "!0") + ":" + pick("true", "false", f) + ")";
            case 13 -> "(" + test() + "?" + e + ":" + test() + "?" + e + ":" + f + ")";
            case 14 -> "(" + test() + "?" + test() + "?" + e + ":" + f + ":" + f + ")";
            case 15 -> "(" + test() + "?log(1," + e + "):log(1," + f + "))";
            case 16 -> "(" + test() + "?o.m(" + e + "):o.m(" + f + "))";
            case 17 -> "(" + x + "=" + e + "," + f + "," + x + ")";
            case 18 -> "(" + x + "=" + e + ",log(" + x + "))";
            case 19 -> call(e, f);
            case 20 -> "(o.p=" + e + ")";
            case 21 -> "(" + test() + "?o.p=" + e + ":o.p=" + f + ")";
            case 22 -> "[" + e + "," + f + "].length";
            case 23 -> "({k:" + e + "}).k";
            case 24 -> "o.set(" + e + ")";
            case 25 -> "(" + x + "?" + x + ":" + e + ")";
            case 26, 27 -> optional(e, f, x);
            case 28 -> absent(e, f, x);
            case 29 -> "`" + pick("", "a", "$") + "${" + e + "}" + pick("", "'") + "${" + f + "}`";
            default -> "(" + test() + "?(" + e + "," + x + "):(" + f + "," + x + "))";
        };
    }

    /** Chains that end early, closed or not, whose parts log. */
    private String optional(String e, String f, String x) {
        String link = pick("?.k", "?.[" + e + "]", "?.toString", "?.m(" + f + ")", "?.k.k", "?.k?.[" + f + "]");
        String start = pick(x, "(" + e + ")", "o", "o.n", "o.m", "{k:" + x + "}");
        String chain = (start.startsWith("{") ? "(" + start + ")" : start) + link;
        return switch (random.nextInt(6)) {
            case 0 -> "(" + chain + ")" + pick(".k", "(" + f + ")", "?.k", "[" + f + "]");
            case 1 -> "(" + chain + pick("??", "===", "!=") + "(" + f + "))";
            case 2 -> "(delete " + chain.replaceAll("\\([^()]*\\)$", ".z") + ")";
            case 3 -> "log?.(" + chain + ")";
            default -> "(" + chain + ")";
        };
    }

    /** The same as compilers write it for browsers without chains. */
    private String absent(String e, String f, String x) {
        String none = pick(
                x + "==null", x + "===null||" + x + "===void 0", "(" + x + "=" + e + ")===null||" + x + "===void 0");
        String some = pick(x + "!=null", x + "!==null&&" + x + "!==void 0", "(" + x + "=" + e + ")!=null");
        String use = pick(x, x + ".k", x + ".toString()", x + "[" + f + "]", "o.m(" + x + ")", x + ".k.k");
        return random.nextBoolean()
                ? "(" + none + "?" + pick("void 0", "undefined", "null", f) + ":" + use + ")"
                : "(" + some + "?" + use + ":" + pick("void 0", f) + ")";
    }

    private String call(String e, String f) {
        if (functions.isEmpty() || random.nextInt(4) == 0) {
            return "(function(){" + scoped(List.of(), () -> statement() + "return " + expression()) + "})()";
        }
        return functions.get(random.nextInt(functions.size())) + "(" + e + "," + f + ")";
    }

    private String test() {
        return switch (random.nextInt(5)) {
            case 0 -> "!" + variable();
            case 1 -> "(" + expression() + ")";
            case 2 -> variable() + "===" + pick("1", "null", "undefined", "'s'");
            default -> variable();
        };
    }

    private String statement() {
        if (depth >= DEEPEST) {
            return expressionStatement();
        }
        depth++;
        try {
            return composedStatement();
        } finally {
            depth--;
        }
    }

    private String expressionStatement() {
        return switch (random.nextInt(3)) {
            case 0 -> variable() + "=" + expression() + ";";
            case 1 -> "log(" + expression() + ");";
            default -> expression().replaceFirst("^(function|\\{)", "($1") + ";";
        };
    }

    private String body() {
        if (random.nextInt(3) == 0) {
            return expressionStatement();
        }
        int size = variables.size();
        int callable = functions.size();
        String text = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> statement())
                .collect(Collectors.joining());
        String end = random.nextInt(4) == 0 ? jump() : "";
        forget(size, callable);
        return "{" + text + end + "}";
    }

    private void forget(int size, int callable) {
        variables.subList(size, variables.size()).clear();
        functions.subList(callable, functions.size()).clear();
    }

    private String jump() {
        if (loops > 0 && random.nextBoolean()) {
            return inSwitch ? "break;" : pick("break;", "continue;");
        }
        return switch (random.nextInt(4)) {
            case 0 -> "return;";
            case 1 -> "return " + variable() + ";";
            case 2 -> "return " + variable() + "=" + expression() + ";";
            default -> "return " + expression() + ";";
        };
    }

    private String composedStatement() {
        return switch (random.nextInt(24)) {
            case 0, 1 -> "if(" + test() + ")" + body();
            case 2, 3 -> "if(" + test() + ")" + body() + "else " + body();
            case 4 -> "if(" + test() + ")" + jump();
            case 5 -> "if(" + test() + "){" + expressionStatement() + jump() + "}";
            case 6 -> "if(" + test() + ")return " + variable() + ";if(" + test() + ")return " + variable() + ";";
            case 7 -> declared(pick("var ", "let "), expression());
            case 8 -> loop();
            case 9 -> loop();
            case 10 -> "try" + braced() + "catch(e)" + braced() + (random.nextBoolean() ? "finally" + braced() : "");
            case 11 -> "try" + braced() + "finally" + braced();
            case 12 -> function();
            case 13 -> switched();
            case 14 ->
                "if(" + test() + "){" + variable() + "=" + expression() + "}else{" + variable() + "=" + expression()
                        + "}";
            case 15 -> chained();
            case 16 -> classes();
            case 17 -> generator();
            case 18 -> destructured();
            default -> expressionStatement();
        };
    }

    /** Names for functions and objects, names for these names, each used once. */
    private String chained() {
        String first = "c" + counter++;
        String second = "c" + counter++;
        String value = pick("{k:1}", "[1,2]", "function(){return 1}", "()=>2", "/x/");
        String use = switch (random.nextInt(5)) {
            case 0 -> "log(typeof " + second + ")";
            case 1 -> "log(" + second + ".length," + second + ".k)";
            case 2 -> "o.m(" + second + ")";
            case 3 -> "log({" + second + "}." + second + "===undefined)";
            default -> "log((" + second + ",3))";
        };
        String middle = random.nextBoolean() ? statement() : "";
        return pick("var ", "let ", "const ") + first + "=" + value + ";" + middle + pick("var ", "const ") + second
                + "=" + first + ";" + statement() + use + ";";
    }

    private String classes() {
        String name = "C" + counter++;
        String p = "p" + counter++;
        String method = scoped(List.of(p, "this.a"), () -> statement() + "return " + expression() + ";");
        String before = scoped(List.of(p), this::expressionStatement);
        String after = scoped(List.of(p, "this.a"), this::statement);
        return "class " + name + "B{constructor(x){this.a=x}}class " + name + " extends " + name + "B{constructor(" + p
                + "){"
                + before + "super(" + p + ");" + after + "}m(" + p + "){" + method + "}get g(){return this.a}}log(new "
                + name
                + "(" + expression() + ").m(" + expression() + "),new " + name + "(1).g);";
    }

    private String generator() {
        String name = "g" + counter++;
        String p = "p" + counter++;
        String text = scoped(
                List.of(p), () -> statement() + "yield " + expression() + ";" + statement() + "yield " + p + ";");
        return "function*" + name + "(" + p + "=" + leaf() + "){" + text + "}for(var " + name + "i of " + name + "("
                + pick("", expression()) + "))log(" + name + "i);";
    }

    private String destructured() {
        String first = "d" + counter++;
        String second = "d" + counter++;
        String text = pick("var ", "let ") + "{k:" + first + "=" + expression() + ",..." + second + "}={k:"
                + expression() + ",z:" + expression() + "};";
        variables.add(first);
        return text + "log(" + second + "," + first + ");[" + variable() + "," + variable() + "]=[" + expression() + ","
                + expression() + "];";
    }

    private String braced() {
        String text = body();
        return text.startsWith("{") && text.endsWith("}") ? text : "{" + text + "}";
    }

    /** Only a whole block may see what is declared by {@code let}. */
    private String declared(String word, String value) {
        String name = "x" + counter++;
        variables.add(name);
        return word + name + "=" + value + ";";
    }

    private String loop() {
        String i = "i" + counter++;
        loops++;
        boolean before = inSwitch;
        inSwitch = false;
        String inside = body();
        inSwitch = before;
        loops--;
        return switch (random.nextInt(5)) {
            case 0 -> "for(let " + i + "=0;" + i + "<3;" + i + "++)" + inside;
            case 1 -> "var " + i + "=0;while(" + i + "++<2)" + inside;
            case 2 -> "var " + i + "=0;for(;;){if(" + i + "++>2)break;" + inside + "}";
            case 3 -> "for(var " + i + " of[1,2])" + inside;
            default -> "var " + i + "=0;do " + inside + "while(" + i + "++<2);";
        };
    }

    private String switched() {
        boolean before = inSwitch;
        inSwitch = true;
        loops++;
        String text = "switch(" + expression() + "){case 1:" + braced() + pick("break;", "") + "default:" + braced()
                + "case 's':" + braced() + pick("break", "") + "}";
        loops--;
        inSwitch = before;
        return text;
    }

    private String function() {
        String name = "f" + counter++;
        String p = "p" + counter++;
        String q = "q" + counter++;
        String text = scoped(List.of(p, q), () -> {
            String first = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(i -> statement())
                    .collect(Collectors.joining());
            String aliased = random.nextInt(8) == 0 ? "arguments[0]=" + variable() + ";" : "";
            return aliased + first + (random.nextBoolean() ? jumpOut() : "");
        });
        String declaration = switch (random.nextInt(3)) {
            case 0 -> "var " + name + "=function(" + p + "," + q + "){" + text + "};";
            case 1 -> "var " + name + "=(" + p + "," + q + ")=>{" + text.replace("arguments[0]=", "") + "};";
            default -> "function " + name + "(" + p + "," + q + "){" + text + "}";
        };
        functions.add(name);
        return declaration;
    }

    private String jumpOut() {
        int before = loops;
        loops = 0;
        String jump = jump();
        loops = before;
        return jump;
    }

    private String scoped(List<String> parameters, Supplier<String> inside) {
        int size = variables.size();
        int callable = functions.size();
        int outer = loops;
        boolean switched = inSwitch;
        loops = 0;
        inSwitch = false;
        variables.addAll(parameters);
        String text = inside.get();
        loops = outer;
        inSwitch = switched;
        forget(size, callable);
        return text;
    }
}
