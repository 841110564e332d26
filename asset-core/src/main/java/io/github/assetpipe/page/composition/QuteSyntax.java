package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.composition.Target.Kind;
import io.github.assetpipe.page.dialect.Construct;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Qute: include and insert, fragments, user tags with nested content. */
final class QuteSyntax implements Syntax {
    private static final Set<String> PLAIN = Set.of(
            "if", "else", "elseif", "else if", "when", "switch", "is", "case", "let", "set", "with", "eval", "cached",
            "raw", "in", "ifError");
    private static final Set<String> WITHOUT_END = Set.of("else", "elseif", "is", "case");

    private final Sketch sketch;
    /** The open sections, innermost first; empty for those without a block of their own. */
    private final Deque<String> sections = new ArrayDeque<>();

    QuteSyntax(Sketch sketch) {
        this.sketch = sketch;
    }

    @Override
    public void construct(Construct construct, String own) {
        int at = construct.start();
        if (own.startsWith("{#")) {
            boolean closed = own.endsWith("/}");
            String inside = own.substring(2, own.length() - (closed ? 2 : 1)).strip();
            section(at, Arguments.word(inside), Arguments.afterWord(inside), closed);
        } else if (own.startsWith("{/")) {
            if (!sections.isEmpty()) {
                end(sections.pop());
            }
        } else if (construct.kind() == Construct.Kind.EXPRESSION && !own.startsWith("{|")) {
            expression(at, own.substring(1, own.length() - 1).strip(), own);
        }
    }

    private void section(int at, String name, String rest, boolean closed) {
        if (WITHOUT_END.contains(name)) {
            return;
        }
        if (name.equals("include")) {
            include(at, rest, closed);
        } else if (name.equals("insert")) {
            insert(at, rest, closed);
        } else if (PLAIN.contains(name)) {
            open(closed, "");
        } else if (closed) {
            tag(at, name);
        } else if (name.equals("for") || name.equals("each")) {
            sketch.loop("loop", at);
            sections.push("loop");
        } else if (name.equals("fragment") || name.equals("capture")) {
            String id = rest.replaceFirst("^id\\s*=\\s*", "").replaceAll("[\"']", "");
            sketch.begin(Block.Kind.PART, Arguments.word(id), "fragment", at);
            sections.push("fragment");
        } else if ("include".equals(sections.peek())) {
            sketch.begin(Block.Kind.CONTENT, name, "named", at);
            sections.push("named");
        } else {
            sketch.begin(Block.Kind.CONTENT, "", "tag", at).calls(tagTargets(name));
            sections.push("tag");
        }
    }

    private void open(boolean closed, String label) {
        if (!closed) {
            sections.push(label);
            sketch.begin();
        }
    }

    private void include(int at, String rest, boolean closed) {
        String reference = Arguments.word(rest.replaceAll("[\"']", ""));
        int dollar = reference.indexOf('$');
        List<Target> targets = List.of(
                dollar < 0
                        ? Target.template(reference)
                        : new Target(Kind.TEMPLATE, reference.substring(0, dollar), reference.substring(dollar + 1)));
        if (closed) {
            sketch.call(at, targets, List.of());
        } else {
            sketch.begin(Block.Kind.CONTENT, "", "include", at).calls(targets);
            sections.push("include");
        }
    }

    private void insert(int at, String rest, boolean closed) {
        String name = Arguments.word(rest);
        if (closed) {
            sketch.slot(at, Kind.INHERITED, name, -1);
        } else {
            sketch.begin(Block.Kind.CONTENT, name.isEmpty() ? "" : "insert " + name, "insert " + name, at);
            sections.push("insert " + name);
        }
    }

    private static List<Target> tagTargets(String name) {
        return List.of(Target.template("tags/" + name));
    }

    private void tag(int at, String name) {
        if (!name.equals("fragment")) {
            sketch.call(at, tagTargets(name), List.of());
        }
    }

    private void end(String label) {
        if (label.isEmpty()) {
            sketch.end();
            return;
        }
        OpenBlock block = sketch.end(label);
        if (block == null) {
            return;
        }
        switch (label) {
            case "include", "tag" -> call(block);
            case "named" -> {
                fill(sketch.enclosing("include"), block);
                // If there is a user tag of the name, then it is that and not a block of the included template.
                sketch.add(new Item.Call(
                        block.line(), tagTargets(block.name()), List.of(Fill.named("", block.index())), -1, false));
            }
            case "loop", "fragment" -> {}
            default ->
                sketch.add(new Item.Call(
                        block.line(),
                        List.of(Target.of(Kind.INHERITED, label.substring("insert ".length()))),
                        List.of(),
                        block.index(),
                        false));
        }
    }

    private static void fill(@Nullable OpenBlock include, OpenBlock block) {
        if (include != null) {
            include.fills().add(Fill.named(block.name(), block.index()));
        }
    }

    private void call(OpenBlock block) {
        block.fills().add(Fill.named("", block.index()));
        sketch.add(new Item.Call(block.line(), block.targets(), List.copyOf(block.fills()), -1, true));
    }

    private void expression(int at, String inside, String own) {
        if (inside.equals("nested-content") || inside.equals("it.nested-content")) {
            sketch.slot(at, Kind.PARAMETER, "", -1);
        } else if (inside.endsWith(".raw") || inside.endsWith(".safe")) {
            sketch.markup(at, "unescaped " + Excerpt.of(own));
        }
    }
}
