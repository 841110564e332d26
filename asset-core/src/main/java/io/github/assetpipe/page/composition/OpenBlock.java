package io.github.assetpipe.page.composition;

import java.util.ArrayList;
import java.util.List;

/** A block of a {@link Sketch} that is being filled, from its opening mark to its end. Not safe for several threads. */
final class OpenBlock {
    final int index;
    final Block.Kind kind;
    final List<String> names;
    final List<String> parameters;
    final boolean repeats;
    final int parent;
    final String label;
    /** Where the innermost element ends that this block is, or stands in. */
    final int until;

    final int line;
    final List<Item> items = new ArrayList<>();
    /** What is passed along by the call that this block belongs to. */
    final List<Fill> fills = new ArrayList<>();
    /** What the syntax wants to know when the block ends. */
    private List<Target> targets = List.of();

    OpenBlock(
            int index,
            Block.Kind kind,
            List<String> names,
            List<String> parameters,
            boolean repeats,
            int parent,
            String label,
            int until,
            int line) {
        this.index = index;
        this.kind = kind;
        this.names = names;
        this.parameters = parameters;
        this.repeats = repeats;
        this.parent = parent;
        this.label = label;
        this.until = until;
        this.line = line;
    }

    int index() {
        return index;
    }

    String label() {
        return label;
    }

    int line() {
        return line;
    }

    String name() {
        return names.isEmpty() ? "" : names.get(0);
    }

    List<Fill> fills() {
        return fills;
    }

    List<Target> targets() {
        return targets;
    }

    void calls(List<Target> called) {
        targets = called;
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    Block block() {
        return new Block(kind, names, parameters, repeats, parent, items);
    }
}
