package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The facts of one page while they are read: a stack of open blocks. Not safe for several threads. */
final class Sketch {
    /** For a block whose end is a mark of the template language and not the end tag of an element. */
    static final int NO_END = Integer.MAX_VALUE;

    private final Page page;
    private final List<@Nullable Block> blocks = new ArrayList<>();
    private final Deque<OpenBlock> stack = new ArrayDeque<>();
    private final Map<String, Deque<OpenBlock>> byLabel = new HashMap<>();
    private final Map<String, Integer> parameterCounts = new HashMap<>();
    private final Map<String, String> libraries = new HashMap<>();
    private List<Target> extended = List.of();
    private int extendedLine;
    private boolean loops;
    private boolean inert;
    private boolean trimmed;

    Sketch(Page page) {
        this.page = page;
        open(Block.Kind.MAIN, List.of(), new ArrayList<>(), false, "", NO_END, 1);
    }

    /** Declares the page's own next parameter. */
    void parameter(String name) {
        stack.getLast().parameters.add(name);
    }

    Page page() {
        return page;
    }

    String text() {
        return page.text();
    }

    int line(int offset) {
        return page.lines().line(offset);
    }

    Map<String, String> libraries() {
        return libraries;
    }

    /** Sets whether what comes now is only text to a browser: a comment, a style element, an attribute's value. */
    void inert(boolean now) {
        inert = now;
    }

    /** Tells whether what comes now is only text to a browser. */
    boolean inert() {
        return inert;
    }

    /** Adds to the innermost block, unless it is only text there. */
    void add(Item item) {
        boolean end = item instanceof Item.End || item instanceof Item.BodyEnd;
        if (!inert && !(trimmed && end)) {
            top().add(item);
        }
    }

    /** Says that what comes now is rendered under a condition. */
    void begin() {
        top().begin();
    }

    /** Says that a condition ends. */
    void end() {
        top().end();
    }

    /** Adds an image, unless the block has one. */
    void image(int offset) {
        if (top().items.stream().noneMatch(Item.Image.class::isInstance)) {
            add(new Item.Image(line(offset)));
        }
    }

    void unknown(int offset, String reason) {
        add(new Item.Unknown(line(offset), reason, true));
    }

    /** Adds text that the page's author marked as not to be escaped, and tags of unknown libraries. */
    void markup(int offset, String reason) {
        add(new Item.Unknown(line(offset), reason, false));
    }

    void call(int offset, Target target) {
        call(offset, List.of(target), List.of());
    }

    void call(int offset, List<Target> targets, List<Fill> fills) {
        if (targets.isEmpty()) {
            unknown(offset, "computed inclusion");
        } else {
            add(new Item.Call(line(offset), targets, fills, -1, true));
        }
    }

    /** Adds a slot that may stay empty. */
    void slot(int offset, Target.Kind kind, String name, int fallback) {
        add(new Item.Call(line(offset), List.of(Target.of(kind, name)), List.of(), fallback, false));
    }

    OpenBlock top() {
        return stack.getFirst();
    }

    /** Returns the innermost open block with a label, or null. */
    @Nullable
    OpenBlock enclosing(String label) {
        Deque<OpenBlock> all = byLabel.get(label);
        return all == null ? null : all.peek();
    }

    /** Tells whether a block that is open has a parameter of a name. */
    boolean isParameter(String name) {
        return parameterCounts.getOrDefault(name, 0) > 0;
    }

    /** Opens a block that a mark of the language ends. */
    OpenBlock begin(Block.Kind kind, String name, String label, int offset) {
        return open(kind, name.isEmpty() ? List.of() : List.of(name), List.of(), false, label, NO_END, line(offset));
    }

    /** Opens a block that is rendered in its place, maybe several times or never, until a mark of the language ends it. */
    OpenBlock loop(String label, int offset) {
        OpenBlock loop = open(Block.Kind.PART, List.of(), List.of(), true, label, NO_END, line(offset));
        loop.optional = true;
        return loop;
    }

    /** Opens a block that is rendered in its place or not at all, until a mark of the language or the offset ends it. */
    void condition(String label, int until, int offset) {
        open(Block.Kind.PART, List.of(), List.of(), false, label, until, line(offset)).optional = true;
    }

    OpenBlock open(
            Block.Kind kind,
            List<String> names,
            List<String> parameters,
            boolean repeats,
            String label,
            int until,
            int line) {
        int parent = stack.isEmpty() ? -1 : top().index;
        int end = until == NO_END && !stack.isEmpty() ? top().until : until;
        OpenBlock open = new OpenBlock(blocks.size(), kind, names, parameters, repeats, parent, label, end, line);
        blocks.add(null);
        stack.push(open);
        byLabel.computeIfAbsent(label, l -> new ArrayDeque<>()).push(open);
        parameters.forEach(p -> parameterCounts.merge(p, 1, Integer::sum));
        return open;
    }

    /** Closes the innermost block and returns it; a part is then rendered in its place. */
    OpenBlock close() {
        OpenBlock open = stack.pop();
        byLabel.getOrDefault(open.label, new ArrayDeque<>()).pop();
        open.parameters.forEach(p -> parameterCounts.merge(p, -1, Integer::sum));
        blocks.set(open.index, open.block());
        if (open.kind == Block.Kind.PART && !open.items.isEmpty()) {
            place(open, new Item.Part(open.line, open.index));
        }
        return open;
    }

    private void place(OpenBlock block, Item item) {
        if (block.optional) {
            begin();
        }
        top().add(item);
        if (block.optional) {
            end();
        }
    }

    /** Closes everything up to the innermost block with a label and returns that, or null when none is open. */
    @Nullable
    OpenBlock end(String label) {
        OpenBlock wanted = enclosing(label);
        if (wanted == null || wanted.kind == Block.Kind.MAIN) {
            return null;
        }
        while (top() != wanted) {
            close();
        }
        return close();
    }

    /** Closes the blocks of elements that end at or before an offset, and what was opened in them and not ended. */
    void closeUntil(int offset, Consumer<OpenBlock> closed) {
        while (stack.size() > 1 && top().until <= offset) {
            OpenBlock block = close();
            if (block.optional) {
                begin();
            }
            closed.accept(block);
            if (block.optional) {
                end();
            }
        }
    }

    /** Says that the page is rendered as another one, with the page's own blocks of a name in its slots. */
    void extend(int offset, List<Target> targets) {
        extended = targets;
        extendedLine = line(offset);
    }

    /** Says that what the page has rendered so far is left out: it stands outside of the part that counts. */
    void trim() {
        trimmed = true;
        if (stack.size() == 1) {
            top().items.clear();
        }
    }

    /** Says that loops of the language may begin and end anywhere, so that the whole page may repeat. */
    void loops() {
        loops = true;
    }

    /** Passes what was gathered for the page itself along with all of its own calls. */
    void passOn() {
        OpenBlock main = stack.getLast();
        if (!main.fills.isEmpty()) {
            main.items.replaceAll(
                    item -> item instanceof Item.Call call && call.fills().isEmpty() && call.required()
                            ? new Item.Call(call.line(), call.targets(), main.fills, call.fallback(), true)
                            : item);
        }
    }

    /** Closes what is open and returns the facts. */
    PageFacts facts(String file, String name, Consumer<OpenBlock> closed) {
        while (stack.size() > 1) {
            closed.accept(close());
        }
        OpenBlock main = stack.pop();
        List<Item> items = main.items;
        if (!extended.isEmpty()) {
            items = List.of(new Item.Call(extendedLine, extended, contents(), -1, true));
            blocks.add(new Block(Block.Kind.DROPPED, List.of(), List.of(), false, 0, main.items));
        }
        blocks.set(0, new Block(Block.Kind.MAIN, List.of(), main.parameters, loops, -1, items));
        return new PageFacts(file, name, page.dialect().name(), Compaction.of(blocks), libraries);
    }

    /** Returns the page's named contents as what it passes to the page that it extends. */
    private List<Fill> contents() {
        List<Fill> fills = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block != null && block.kind() == Block.Kind.CONTENT) {
                for (String name : block.names()) {
                    fills.add(Fill.named(name, i));
                }
            }
        }
        return fills;
    }
}
