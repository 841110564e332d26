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
    /** Whether the block itself is rendered under a condition. */
    boolean optional;
    /** How many conditions are open in it, and whether its items tell so. */
    private int conditions;

    private boolean told;
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

    void begin() {
        conditions++;
    }

    void end() {
        conditions = Math.max(0, conditions - 1);
        if (conditions == 0 && told) {
            told = false;
            items.add(new Item.Maybe(line, false));
        }
    }

    void add(Item item) {
        if (conditions > 0 && !told) {
            told = true;
            items.add(new Item.Maybe(line, true));
        }
        items.add(item);
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    Block block() {
        return new Block(kind, names, parameters, repeats, parent, items);
    }
}
