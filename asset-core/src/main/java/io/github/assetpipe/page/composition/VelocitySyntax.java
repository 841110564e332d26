package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.composition.Target.Kind;
import io.github.assetpipe.page.dialect.Construct;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Velocity: parse, include, macros with and without body, defined blocks, layouts of VelocityTools. */
final class VelocitySyntax implements Syntax {
    /** An open directive: the label of its block, or a plain one that has no block. */
    private static final String PLAIN = "#if";

    private final Sketch sketch;
    private final Deque<String> open = new ArrayDeque<>();

    VelocitySyntax(Sketch sketch) {
        this.sketch = sketch;
    }

    @Override
    public void construct(Construct construct, String own) {
        if (own.charAt(0) == '$') {
            reference(construct.start(), own);
            return;
        }
        int start = 1;
        boolean body = own.startsWith("#@");
        start += body || own.startsWith("#{") ? 1 : 0;
        int end = start;
        while (end < own.length() && (Character.isLetterOrDigit(own.charAt(end)) || own.charAt(end) == '_')) {
            end++;
        }
        int paren = own.indexOf('(', end);
        String arguments =
                paren < 0 ? "" : own.substring(paren + 1, own.length() - 1).strip();
        directive(construct.start(), own.substring(start, end), arguments, body);
    }

    private void directive(int offset, String name, String arguments, boolean body) {
        switch (name) {
            case "if" -> {
                open.push(PLAIN);
                sketch.begin();
            }
            case "else", "elseif", "set", "stop", "break", "return" -> {}
            case "foreach" -> begin("#foreach", () -> sketch.loop("#foreach", offset));
            case "define" ->
                begin(
                        "#define",
                        () -> sketch.begin(
                                Block.Kind.CAPTURE, Arguments.word(arguments.replace("$", "")), "#define", offset));
            case "macro" -> begin("#macro", () -> macro(offset, arguments));
            case "end" -> endDirective();
            case "parse" -> sketch.call(offset, Target.template(Arguments.pattern(arguments)));
            case "include" -> {
                for (String each : arguments.split("[\\s,]+", -1)) {
                    sketch.call(offset, Target.template(Arguments.pattern(each)));
                }
            }
            case "evaluate" -> sketch.unknown(offset, "#evaluate");
            default -> call(offset, name, body);
        }
    }

    private void begin(String label, Runnable block) {
        block.run();
        open.push(label);
    }

    private void macro(int offset, String arguments) {
        List<String> words = new ArrayList<>(List.of(arguments.replace("$", " ").split("[\\s,]+", -1)));
        words.removeIf(String::isEmpty);
        String name = words.isEmpty() ? "" : words.remove(0);
        sketch.open(Block.Kind.DEFINITION, List.of(name), words, false, "#macro", Sketch.NO_END, sketch.line(offset));
    }

    private void call(int offset, String name, boolean body) {
        List<Target> targets = List.of(new Target(Kind.MACRO, name, ""));
        if (body) {
            begin("#@", () -> sketch.begin(Block.Kind.CONTENT, "", "#@", offset).calls(targets));
        } else {
            sketch.add(new Item.Call(sketch.line(offset), targets, List.of(), -1, true));
        }
    }

    private void endDirective() {
        String label = open.isEmpty() ? PLAIN : open.pop();
        if (label.equals(PLAIN)) {
            sketch.end();
            return;
        }
        OpenBlock block = sketch.end(label);
        if (block != null && label.equals("#@")) {
            sketch.add(new Item.Call(block.line(), block.targets(), List.of(Fill.named("", block.index())), -1, true));
        }
    }

    private void reference(int offset, String own) {
        String name = own.replaceAll("[${}!]", "");
        switch (name) {
            case "bodyContent" -> sketch.slot(offset, Kind.PARAMETER, "", -1);
            case "screen_content" ->
                sketch.add(new Item.Call(
                        sketch.line(offset), List.of(Target.of(Kind.SCREEN, "body")), List.of(), -1, true));
            default -> {
                if (name.equals(Arguments.word(name)) && name.indexOf('.') < 0) {
                    sketch.slot(offset, Kind.VARIABLE, name, -1);
                }
            }
        }
    }
}
