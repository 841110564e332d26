package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.composition.Target.Kind;
import io.github.assetpipe.page.dialect.Construct;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** FreeMarker: include, import, macros with nested content, captured variables. */
final class FreeMarkerSyntax implements Syntax {
    private static final Set<String> LOOPS = Set.of("list", "foreach", "items");
    private static final Set<String> CONDITIONS = Set.of("if", "switch", "attempt");
    private static final Set<String> CAPTURES = Set.of("assign", "local", "global");

    private final Sketch sketch;

    FreeMarkerSyntax(Sketch sketch) {
        this.sketch = sketch;
    }

    @Override
    public void construct(Construct construct, String own) {
        if (construct.kind() == Construct.Kind.EXPRESSION) {
            expression(construct, own);
            return;
        }
        boolean ends = own.charAt(1) == '/';
        int mark = ends ? 2 : 1;
        boolean macro = own.charAt(mark) == '@';
        boolean closed = own.endsWith("/>") || own.endsWith("/]");
        String inside = own.substring(mark + 1, own.length() - (closed ? 2 : 1)).strip();
        if (macro) {
            macroCall(construct.start(), inside, ends, closed);
        } else if (ends) {
            endDirective(Arguments.word(inside));
        } else {
            directive(construct.start(), Arguments.word(inside), Arguments.afterWord(inside));
        }
    }

    private void directive(int offset, String name, String rest) {
        if (LOOPS.contains(name)) {
            sketch.loop("#" + name, offset);
            return;
        }
        if (CONDITIONS.contains(name)) {
            sketch.begin();
            return;
        }
        switch (name) {
            case "include" -> sketch.call(offset, Target.template(Arguments.pattern(beforeOptions(rest))));
            case "import" -> {
                int as = rest.lastIndexOf(" as ");
                if (as > 0) {
                    sketch.libraries()
                            .put(Arguments.word(rest.substring(as + 4)), Arguments.pattern(rest.substring(0, as)));
                }
            }
            case "macro" -> macro(offset, rest);
            case "nested" -> sketch.slot(offset, Kind.PARAMETER, "", -1);
            case "assign", "local", "global" -> {
                if (rest.indexOf('=') < 0) {
                    sketch.begin(Block.Kind.CAPTURE, Arguments.word(rest), "#" + name, offset);
                }
            }
            default -> {}
        }
    }

    /** Leaves out {@code parse=false} and the like, which follow the template's name. */
    private static String beforeOptions(String rest) {
        int equals = rest.indexOf('=');
        if (equals < 0 || rest.indexOf('?') >= 0) {
            return rest;
        }
        int space = rest.lastIndexOf(' ', equals - 1);
        return space < 0 ? rest : rest.substring(0, space);
    }

    private void macro(int offset, String rest) {
        List<String> parameters = new ArrayList<>();
        String name = Arguments.word(rest.startsWith("\"") ? rest.substring(1) : rest);
        for (String parameter : Arguments.afterWord(rest).split("[\\s,()]+", -1)) {
            String word = Arguments.word(parameter);
            if (!word.isEmpty()) {
                parameters.add(word);
            }
        }
        sketch.open(
                Block.Kind.DEFINITION, List.of(name), parameters, false, "#macro", Sketch.NO_END, sketch.line(offset));
    }

    private void endDirective(String name) {
        if (LOOPS.contains(name) || CAPTURES.contains(name) || name.equals("macro")) {
            sketch.end("#" + name);
        } else if (CONDITIONS.contains(name)) {
            sketch.end();
        }
    }

    private void macroCall(int offset, String inside, boolean ends, boolean closed) {
        if (ends) {
            OpenBlock body = sketch.end("@");
            if (body != null) {
                sketch.add(new Item.Call(body.line(), body.targets(), List.of(Fill.named("", body.index())), -1, true));
            }
            return;
        }
        String word = Arguments.word(inside);
        int dot = word.lastIndexOf('.');
        String space = dot < 0 ? "" : word.substring(0, dot);
        List<Target> targets = word.isEmpty()
                ? List.of(new Target(Kind.MACRO, "*", ""))
                : List.of(new Target(Kind.MACRO, word.substring(dot + 1), space));
        if (closed) {
            sketch.add(new Item.Call(sketch.line(offset), targets, List.of(), -1, true));
        } else {
            sketch.begin(Block.Kind.CONTENT, "", "@", offset).calls(targets);
        }
    }

    private void expression(Construct construct, String own) {
        String inside = own.substring(2, own.length() - 1).strip();
        if (inside.contains("?no_esc") || inside.contains("?interpret")) {
            sketch.markup(construct.start(), "unescaped " + Excerpt.of(own));
        } else if (inside.equals(Arguments.word(inside)) && inside.indexOf('.') < 0) {
            sketch.slot(construct.start(), Kind.VARIABLE, inside, -1);
        }
    }
}
