package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.composition.Target.Kind;
import io.github.assetpipe.page.dialect.Construct;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pebble, Jinja, Twig and Django templates: extends, block, include, embed, macros. */
final class PebbleSyntax implements Syntax {
    /** Tags that render no scripts of their own. */
    private static final Set<String> PLAIN = Set.of(
            "if",
            "elif",
            "elseif",
            "else",
            "endif",
            "unless",
            "endunless",
            "set",
            "endset",
            "import",
            "from",
            "filter",
            "endfilter",
            "autoescape",
            "endautoescape",
            "with",
            "endwith",
            "apply",
            "endapply",
            "spaceless",
            "endspaceless",
            "verbatim",
            "endverbatim",
            "raw",
            "endraw",
            "compress",
            "endcompress",
            "cache",
            "endcache",
            "flush",
            "parallel",
            "endparallel",
            "load",
            "static",
            "url",
            "trans",
            "endtrans",
            "blocktrans",
            "endblocktrans",
            "translate",
            "blocktranslate",
            "endblocktranslate",
            "csrf_token",
            "now",
            "comment",
            "endcomment",
            "firstof",
            "cycle",
            "ifchanged",
            "endifchanged",
            "ifequal",
            "endifequal",
            "regroup",
            "widthratio",
            "templatetag",
            "localize",
            "endlocalize",
            "assign",
            "capture",
            "endcapture",
            "case",
            "when",
            "endcase",
            "increment",
            "decrement",
            "do",
            "break",
            "continue",
            "extends",
            "empty",
            "get_static_prefix",
            "get_media_prefix",
            "localtime",
            "endlocaltime",
            "timezone",
            "endtimezone",
            "guard",
            "endguard",
            "trim",
            "endtrim",
            "lorem",
            "resetcycle",
            "partialdef",
            "endpartialdef");

    private static final Set<String> CONDITIONS = Set.of("if", "unless", "ifequal", "ifnotequal", "ifchanged", "case");
    private static final Set<String> LOOPS = Set.of("for", "tablerow");
    private static final Pattern INVOCATION = Pattern.compile("^([A-Za-z_][\\w.]{0,80})\\s{0,9}\\(");
    private static final Pattern UNESCAPED = Pattern.compile("\\|\\s{0,9}(?:raw|safe)\\b");

    private final Sketch sketch;

    PebbleSyntax(Sketch sketch) {
        this.sketch = sketch;
    }

    @Override
    public void construct(Construct construct, String own) {
        if (own.length() < 4) {
            return;
        }
        String inside = own.substring(2, own.length() - 2)
                .replaceAll("^[-~+]|[-~+]$", "")
                .strip();
        if (own.charAt(1) == '%') {
            tag(construct.start(), Arguments.word(inside), Arguments.afterWord(inside), own);
        } else {
            expression(construct.start(), inside, own);
        }
    }

    private void tag(int at, String name, String rest, String own) {
        if (LOOPS.contains(name)) {
            sketch.loop("for", at);
            return;
        }
        if (CONDITIONS.contains(name)) {
            sketch.begin();
            return;
        }
        if (name.startsWith("end") && CONDITIONS.contains(name.substring(3))) {
            sketch.end();
            return;
        }
        switch (name) {
            case "endfor", "endtablerow" -> sketch.end("for");
            case "extends", "layout" -> sketch.extend(at, templates(rest));
            case "block" -> block(at, rest);
            case "endblock" -> endBlock(sketch.end("block"));
            case "include", "include_relative", "render" -> sketch.call(at, templates(rest), List.of());
            case "embed" -> sketch.begin(Block.Kind.DROPPED, "", "embed", at).calls(templates(rest));
            case "endembed" -> endCall(sketch.end("embed"));
            case "macro" -> macro(at, rest);
            case "endmacro" -> sketch.end("macro");
            case "call" ->
                sketch.begin(Block.Kind.CONTENT, "caller", "call", at).calls(macros(rest));
            case "endcall" -> {
                OpenBlock body = sketch.end("call");
                if (body != null) {
                    body.fills().add(Fill.named("caller", body.index()));
                    endCall(body);
                }
            }
            case "set", "capture" -> capture(at, name, rest);
            case "endset", "endcapture" -> sketch.end(name.substring(3));
            default -> {
                if (!PLAIN.contains(name)) {
                    sketch.markup(at, "unknown tag " + Excerpt.of(own));
                }
            }
        }
    }

    private void capture(int at, String name, String rest) {
        if (rest.indexOf('=') < 0) {
            sketch.begin(Block.Kind.CAPTURE, Arguments.word(rest), name, at);
        }
    }

    /** Returns the templates that may be meant: all strings of a choice or a list, or one computed name. */
    private static List<Target> templates(String rest) {
        String expression = rest.split("\\s(?:with|only|ignore|without|if|as)\\b", 2)[0];
        boolean choice = rest.indexOf('?') >= 0 || expression.startsWith("[") || rest.contains(" if ");
        List<Target> targets = new ArrayList<>();
        if (choice) {
            String all = rest.split("\\s(?:with|only|ignore)\\b", 2)[0];
            Arguments.strings(all).forEach(s -> targets.add(Target.template(Arguments.literal(s))));
        } else {
            targets.add(Target.template(Arguments.pattern(expression)));
        }
        return targets;
    }

    private void block(int at, String rest) {
        String name = Arguments.strings(rest).isEmpty() || !rest.startsWith("\"") && !rest.startsWith("'")
                ? Arguments.word(rest)
                : Arguments.strings(rest).get(0);
        if (Arguments.afterWord(rest).isEmpty() || Arguments.afterWord(rest).matches("scoped|required|\"")) {
            sketch.begin(Block.Kind.CONTENT, name, "block", at);
        } else if (rest.startsWith("'") || rest.startsWith("\"")) {
            sketch.begin(Block.Kind.CONTENT, name, "block", at);
        } else {
            sketch.slot(at, Kind.INHERITED, name, -1);
        }
    }

    /** A block is both what the page passes to its parent, and a slot for its children. */
    private void endBlock(@Nullable OpenBlock block) {
        if (block == null) {
            return;
        }
        OpenBlock embed = sketch.enclosing("embed");
        if (embed != null) {
            embed.fills().add(Fill.named(block.name(), block.index()));
        }
        sketch.slot(sketch.page().lines().lineStart(block.line()), Kind.INHERITED, block.name(), block.index());
    }

    private void endCall(@Nullable OpenBlock body) {
        if (body != null) {
            sketch.add(new Item.Call(body.line(), body.targets(), List.copyOf(body.fills()), -1, true));
        }
    }

    private void macro(int at, String rest) {
        int open = rest.indexOf('(');
        List<String> parameters = new ArrayList<>();
        if (open > 0) {
            for (String parameter : Arguments.split(rest.substring(open + 1, Arguments.close(rest, open)), ',')) {
                parameters.add(Arguments.word(parameter));
            }
        }
        sketch.open(
                Block.Kind.DEFINITION,
                List.of(Arguments.word(rest)),
                parameters,
                false,
                "macro",
                Sketch.NO_END,
                sketch.line(at));
    }

    private static List<Target> macros(String rest) {
        String called =
                rest.startsWith("(") ? rest.substring(Math.min(rest.length(), Arguments.close(rest, 0) + 1)) : rest;
        String name = Arguments.word(called.strip());
        return List.of(new Target(Kind.MACRO, name.substring(name.lastIndexOf('.') + 1), ""));
    }

    private void expression(int at, String inside, String own) {
        if (UNESCAPED.matcher(inside).find()) {
            sketch.markup(at, "unescaped " + Excerpt.of(own));
            return;
        }
        if (inside.equals("block.super") || inside.startsWith("super(") || inside.startsWith("parent(")) {
            OpenBlock block = sketch.enclosing("block");
            if (block != null) {
                sketch.slot(at, Kind.NAMED, block.name(), -1);
            }
            return;
        }
        Matcher invocation = INVOCATION.matcher(inside);
        if (!invocation.find()) {
            if (inside.equals(Arguments.word(inside)) && inside.indexOf('.') < 0) {
                sketch.slot(at, Kind.VARIABLE, inside, -1);
            }
            return;
        }
        String name = invocation.group(1);
        String arguments = inside.substring(
                invocation.end(), Math.max(invocation.end(), Arguments.close(inside, invocation.end() - 1)));
        switch (name) {
            case "caller" -> sketch.slot(at, Kind.PARAMETER, "caller", -1);
            case "include" ->
                sketch.call(at, templates(Arguments.split(arguments, ',').get(0)), List.of());
            case "block" -> Arguments.strings(arguments).forEach(b -> sketch.slot(at, Kind.NAMED, b, -1));
            default -> sketch.slot(at, Kind.MACRO, name.substring(name.lastIndexOf('.') + 1), -1);
        }
    }
}
