package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.composition.Target.Kind;
import io.github.assetpipe.page.dialect.Construct;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mustache and Handlebars: partials, partial blocks, inline partials, the block and partial helpers, template inheritance. */
final class MustacheSyntax implements Syntax {
    private static final Set<String> CONDITIONS = Set.of("if", "unless", "with", "is", "eq", "ne", "and", "or", "not");

    private final Sketch sketch;

    MustacheSyntax(Sketch sketch) {
        this.sketch = sketch;
    }

    @Override
    public void construct(Construct construct, String own) {
        int at = construct.start();
        boolean triple = own.startsWith("{{{");
        String inside = own.substring(triple ? 3 : 2, own.length() - (triple ? 3 : 2))
                .replaceAll("^~|~$", "")
                .strip();
        if (triple || inside.startsWith("&")) {
            raw(at, triple ? inside : inside.substring(1).strip(), own);
        } else if (inside.startsWith("#>")) {
            partialBlock(at, inside.substring(2).strip());
        } else if (inside.startsWith("#*")) {
            List<String> names = Arguments.strings(inside);
            sketch.begin(Block.Kind.CONTENT, names.isEmpty() ? "" : names.get(0), "inline", at);
        } else if (inside.startsWith("^") && inside.length() > 1) {
            sketch.condition("#" + Arguments.word(inside.substring(1).strip()), Sketch.NO_END, at);
        } else if (inside.startsWith("#")) {
            section(at, inside.substring(1).strip());
        } else if (inside.startsWith("<")) {
            sketch.begin(Block.Kind.CONTENT, "", "parent", at)
                    .calls(List.of(Target.template(inside.substring(1).strip())));
        } else if (inside.startsWith("$")) {
            sketch.begin(
                    Block.Kind.CONTENT,
                    inside.substring(1).strip(),
                    "slot:" + inside.substring(1).strip(),
                    at);
        } else if (inside.startsWith(">")) {
            partial(at, inside.substring(1).strip());
        } else if (inside.startsWith("/")) {
            end(inside.substring(1).strip());
        }
    }

    private void raw(int at, String inside, String own) {
        if (inside.startsWith("block")) {
            slot(at, inside);
        } else {
            sketch.markup(at, "unescaped " + Excerpt.of(own));
        }
    }

    private void slot(int at, String inside) {
        List<String> names = Arguments.strings(inside);
        sketch.slot(at, Kind.INHERITED, names.isEmpty() ? Arguments.afterWord(inside) : names.get(0), -1);
    }

    private void partial(int at, String inside) {
        String name = inside.startsWith("(") ? "*" : name(inside);
        if (name.equals("@partial-block")) {
            sketch.slot(at, Kind.PARAMETER, "@partial-block", -1);
        } else {
            sketch.call(at, partialTargets(name), List.of());
        }
    }

    private static List<Target> partialTargets(String name) {
        return List.of(Target.template(name), Target.of(Kind.INHERITED, name));
    }

    private static String name(String inside) {
        List<String> strings =
                inside.startsWith("\"") || inside.startsWith("'") ? Arguments.strings(inside) : List.of();
        return strings.isEmpty() ? Arguments.word(inside) : strings.get(0);
    }

    private void partialBlock(int at, String inside) {
        sketch.begin(Block.Kind.CONTENT, "", ">" + name(inside), at).calls(partialTargets(name(inside)));
    }

    private void section(int at, String inside) {
        String word = Arguments.word(inside);
        List<String> names = Arguments.strings(inside);
        if (word.equals("block") && !names.isEmpty()) {
            sketch.begin(Block.Kind.CONTENT, names.get(0), "block", at);
        } else if (word.equals("partial") && !names.isEmpty()) {
            sketch.begin(Block.Kind.CONTENT, names.get(0), "partial", at);
        } else if (CONDITIONS.contains(word)) {
            sketch.condition("#" + word, Sketch.NO_END, at);
        } else {
            sketch.loop("#" + word, at);
        }
    }

    private void end(String word) {
        OpenBlock ended = null;
        if (word.equals("inline") || word.equals("partial")) {
            fill(sketch.end(word));
        } else if (word.equals("block") || sketch.enclosing("slot:" + word) != null) {
            ended = sketch.end(word.equals("block") ? "block" : "slot:" + word);
            if (ended != null) {
                fill(ended);
                sketch.add(new Item.Call(
                        ended.line(),
                        List.of(Target.of(Kind.INHERITED, ended.name())),
                        List.of(),
                        ended.index(),
                        false));
            }
        } else if (sketch.enclosing(">" + word) != null) {
            call(sketch.end(">" + word), "@partial-block");
        } else if (sketch.enclosing("#" + word) != null) {
            sketch.end("#" + word);
        } else {
            call(sketch.end("parent"), "");
        }
    }

    /** Adds what is passed along to the call around it, or to all later calls of the page when there is none. */
    private void fill(@Nullable OpenBlock block) {
        if (block != null) {
            sketch.top().fills().add(Fill.named(block.name(), block.index()));
        }
    }

    private void call(@Nullable OpenBlock block, String body) {
        if (block == null) {
            return;
        }
        block.fills().add(Fill.named(body, block.index()));
        sketch.add(new Item.Call(block.line(), block.targets(), List.copyOf(block.fills()), -1, true));
    }

    @Override
    public void end() {
        sketch.passOn();
    }
}
