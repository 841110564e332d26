package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.composition.Definitions.BlockOf;
import io.github.assetpipe.page.composition.Definitions.Found;
import io.github.assetpipe.page.composition.Graph.How;
import io.github.assetpipe.page.composition.Graph.Mark;
import io.github.assetpipe.page.composition.Graph.PageScript;
import io.github.assetpipe.page.composition.Graph.Place;
import io.github.assetpipe.page.composition.Graph.Step;
import io.github.assetpipe.page.composition.Target.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Joins the facts of all pages to one graph: every call becomes a step to the union of what it may render. */
final class Linker {
    private static final Set<Kind> CALLED = EnumSet.of(Kind.TEMPLATE, Kind.MACRO, Kind.TAG, Kind.DEFINITION);

    private final List<PageFacts> pages;
    private final Definitions definitions;
    private final Slots slots;
    private final Graph graph = new Graph();
    private final int[] firstNode;
    private final Map<List<Integer>, Integer> choices = new HashMap<>();
    private final Map<Found, Integer> nodes = new IdentityHashMap<>();

    private Linker(List<PageFacts> pages) {
        this.pages = pages;
        this.definitions = new Definitions(pages);
        this.slots = new Slots(pages, definitions);
        this.firstNode = new int[pages.size()];
    }

    /** Returns the graph; the first node of each page, in order, is the page itself. */
    static Graph link(List<PageFacts> pages, List<Integer> mains) {
        Linker linker = new Linker(pages);
        linker.nodes();
        for (int page = 0; page < pages.size(); page++) {
            linker.page(page);
            mains.add(linker.firstNode[page]);
        }
        return linker.graph;
    }

    private void nodes() {
        for (int page = 0; page < pages.size(); page++) {
            firstNode[page] = graph.size();
            for (Block block : pages.get(page).blocks()) {
                graph.add(false, block.repeats());
            }
        }
    }

    private int node(BlockOf block) {
        return firstNode[block.page()] + block.block();
    }

    private void page(int page) {
        List<Block> blocks = pages.get(page).blocks();
        for (int b = 0; b < blocks.size(); b++) {
            int node = firstNode[page] + b;
            boolean dropped = blocks.get(b).kind() == Block.Kind.DROPPED;
            graph.unsure(-1);
            for (Item item : blocks.get(b).items()) {
                if (item instanceof Item.Maybe maybe) {
                    graph.unsure(maybe.begins() ? node : -1);
                } else if (item instanceof Item.Script script) {
                    graph.script(node, new PageScript(pages.get(page), script));
                } else if (!dropped) {
                    item(page, b, node, item);
                }
            }
        }
    }

    private void item(int page, int block, int node, Item item) {
        if (item instanceof Item.Part part) {
            graph.place(node, firstNode[page] + part.block());
        } else if (item instanceof Item.Unknown unknown) {
            mark(node, unknown.template() ? Mark.TEMPLATE : Mark.MARKUP, page, item.line(), unknown.reason());
        } else if (item instanceof Item.End) {
            mark(node, Mark.END, page, item.line(), "end of document");
        } else if (item instanceof Item.BodyEnd) {
            mark(node, Mark.BODY_END, page, item.line(), "end of body");
        } else if (item instanceof Item.Image) {
            mark(node, Mark.IMAGE, page, item.line(), "image");
        } else if (item instanceof Item.Call call) {
            call(page, block, node, call);
        }
    }

    private void mark(int node, Mark mark, int page, int line, String what) {
        graph.step(node, new Step.OfMark(mark, new Place(pages.get(page).file(), line, what)));
    }

    private void call(int page, int block, int node, Item.Call call) {
        Set<Integer> alternatives = new LinkedHashSet<>();
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        boolean missing = false;
        boolean open = false;
        for (Target target : call.targets()) {
            boolean slot = isSlot(target.kind());
            Found found = slot ? slots.find(page, block, target) : definitions.find(page, target);
            add(alternatives, found);
            boolean empty = found.blocks().isEmpty();
            boolean filled = target.kind() == Kind.INHERITED || target.kind() == Kind.PARAMETER;
            if (empty && filled && call.targets().size() == 1 && slots.filledFromOutside(page, target)) {
                mark(node, Mark.MARKUP, page, call.line(), "slot " + target.name() + " that no known page fills");
            }
            if (!empty) {
                kinds.add(target.kind());
            }
            missing |= empty && (!found.known() || target.kind() == Kind.SCREEN || target.kind() == Kind.INHERITED);
            open |= !empty && !found.known();
        }
        if (call.fallback() >= 0) {
            alternatives.add(firstNode[page] + call.fallback());
        }
        if (!alternatives.isEmpty()) {
            if (open) {
                mark(node, Mark.MARKUP, page, call.line(), "computed inclusion " + names(call));
            }
            List<Integer> fills =
                    call.fills().stream().map(f -> firstNode[page] + f.block()).toList();
            int found = choice(new ArrayList<>(alternatives));
            graph.step(node, new Step.OfNode(found, how(kinds, call.fallback()), fills));
            if (open || (!call.required() && call.fallback() < 0)) {
                graph.node(node).leaveOpen();
            }
        } else if (missing && call.required()) {
            missing(page, node, call);
        } else if (!missing) {
            bodyInPlace(page, node, call);
        }
    }

    /** What an indirect caller passes is followed by what its callees render after it: it counts as standing in its place. */
    private static How how(Set<Kind> found, int fallback) {
        if (fallback < 0 && found.equals(Set.of(Kind.PARAMETER))) {
            return How.PARAMETER;
        }
        boolean called = fallback < 0 && CALLED.containsAll(found);
        return called ? How.CALL : How.PLACE;
    }

    private static boolean isSlot(Kind kind) {
        return kind == Kind.INHERITED || kind == Kind.PARAMETER || kind == Kind.SCREEN;
    }

    private static String names(Item.Call call) {
        return Excerpt.of(call.targets().stream()
                .filter(t -> call.targets().size() == 1 || !isSlot(t.kind()))
                .map(t -> t.kind() == Kind.TAG ? t.part() + ":" + t.name() : t.name())
                .collect(Collectors.joining(" or ")));
    }

    /** What can't be found may render anything, around what is passed to it. */
    private void missing(int page, int node, Item.Call call) {
        boolean tag = call.targets().stream().allMatch(t -> t.kind() == Kind.TAG || t.kind() == Kind.MACRO);
        Mark kind = tag ? Mark.MARKUP : Mark.TEMPLATE;
        String what = (tag ? "unknown tag " : "unknown template ") + names(call);
        mark(node, kind, page, call.line(), what);
        if (!call.fills().isEmpty()) {
            bodyInPlace(page, node, call);
            mark(node, kind, page, call.line(), what);
        }
    }

    /** What a tag of a library passes along is rendered where the tag stands. */
    private void bodyInPlace(int page, int node, Item.Call call) {
        for (Fill fill : call.fills()) {
            graph.place(node, firstNode[page] + fill.block());
            graph.node(node).leaveOpen();
        }
    }

    /** Adds the node that stands for all that was found; the same is found by many calls. */
    private void add(Set<Integer> alternatives, Found found) {
        if (!found.blocks().isEmpty()) {
            Integer known = nodes.get(found);
            if (known == null) {
                known = choice(blocks(found));
                nodes.put(found, known);
            }
            alternatives.add(known);
        }
    }

    private List<Integer> blocks(Found found) {
        Set<Integer> all = new LinkedHashSet<>();
        if (!found.sequence()) {
            found.blocks().forEach(b -> all.add(node(b)));
            return List.copyOf(all);
        }
        Map<Integer, List<Integer>> byPage = new TreeMap<>();
        found.blocks()
                .forEach(b ->
                        byPage.computeIfAbsent(b.page(), p -> new ArrayList<>()).add(node(b)));
        for (List<Integer> own : byPage.values()) {
            all.add(own.size() == 1 ? own.get(0) : sequence(own));
        }
        return List.copyOf(all);
    }

    private int sequence(List<Integer> nodes) {
        List<Integer> key = new ArrayList<>(nodes);
        key.add(-1);
        return choices.computeIfAbsent(key, k -> {
            int all = graph.add(false, true);
            nodes.forEach(n -> graph.place(all, n));
            return all;
        });
    }

    private int choice(List<Integer> alternatives) {
        if (alternatives.size() == 1) {
            return alternatives.get(0);
        }
        return choices.computeIfAbsent(alternatives, k -> {
            int choice = graph.add(true, false);
            alternatives.forEach(n -> graph.place(choice, n));
            return choice;
        });
    }
}
