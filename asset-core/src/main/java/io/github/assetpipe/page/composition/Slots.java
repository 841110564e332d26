package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.composition.Definitions.BlockOf;
import io.github.assetpipe.page.composition.Definitions.Found;
import io.github.assetpipe.page.composition.Target.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What fills the slots of a page: whatever any of its callers passes. */
final class Slots {
    /** A call of a page. */
    private record Site(int page, Item.Call call) {}

    /** Visits for each page; enough for what people write, while a chain of thousands of layouts would take quadratic time. */
    private static final long MOST_VISITS = 50;

    private final List<PageFacts> pages;
    private final Definitions definitions;
    private long visits;
    /** Who calls a block of a page, by that block. */
    private final Map<BlockOf, Set<Site>> callers = new HashMap<>();
    /** Who calls any block of a page, by the index of the page. */
    private final Map<Integer, Set<Site>> pageCallers = new HashMap<>();

    private final Map<String, Found> found = new HashMap<>();

    Slots(List<PageFacts> pages, Definitions definitions) {
        this.pages = pages;
        this.definitions = definitions;
        for (int page = 0; page < pages.size(); page++) {
            for (Block block : pages.get(page).blocks()) {
                if (block.kind() == Block.Kind.DROPPED) {
                    continue;
                }
                for (Item item : block.items()) {
                    if (item instanceof Item.Call call) {
                        register(new Site(page, call));
                    }
                }
            }
        }
    }

    private void register(Site site) {
        for (Target target : site.call().targets()) {
            switch (target.kind()) {
                case TEMPLATE, MACRO, TAG, DEFINITION -> {
                    for (BlockOf block : definitions.find(site.page(), target).blocks()) {
                        pageCallers
                                .computeIfAbsent(block.page(), p -> new LinkedHashSet<>())
                                .add(site);
                        if (!site.call().fills().isEmpty() || hasParameters(block)) {
                            callers.computeIfAbsent(block, b -> new LinkedHashSet<>())
                                    .add(site);
                        }
                    }
                }
                default -> {}
            }
        }
    }

    private boolean hasParameters(BlockOf block) {
        return !pages.get(block.page()).blocks().get(block.block()).parameters().isEmpty();
    }

    /**
     * Tells whether others than the known pages must fill a page's slots: nobody is known to call it, and it is not itself
     * what fills another's.
     */
    boolean filledFromOutside(int page, Target slot) {
        List<Item> items = pages.get(page).blocks().get(0).items();
        boolean extending = items.size() == 1
                && items.get(0) instanceof Item.Call call
                && !call.fills().isEmpty();
        // A merged head is in every page, whether it has a layout or not.
        return !extending && !pageCallers.containsKey(page) && !slot.name().startsWith("<");
    }

    /** Returns what may fill a slot that stands in a block of a page. */
    Found find(int page, int block, Target slot) {
        return switch (slot.kind()) {
            case PARAMETER -> parameter(page, block, slot.name());
            case INHERITED -> found.computeIfAbsent(page + "\n" + slot.name(), k -> inherited(page, slot.name()));
            default ->
                found.computeIfAbsent(
                        pages.get(page).file() + "\nscreen\n" + slot.name(), k -> screen(page, slot.name()));
        };
    }

    /** What the direct callers of the definition around a slot pass. */
    private Found parameter(int page, int block, String name) {
        BlockOf definition = definition(page, block, name);
        List<String> parameters =
                pages.get(page).blocks().get(definition.block()).parameters();
        Set<BlockOf> fills = new LinkedHashSet<>();
        for (Site site : callers.getOrDefault(definition, Set.of())) {
            for (Fill fill : site.call().fills()) {
                boolean positional = fill.position() >= 0
                        && fill.position() < parameters.size()
                        && parameters.get(fill.position()).equals(name);
                if (positional || (fill.position() < 0 && fill.name().equals(name))) {
                    fills.add(new BlockOf(site.page(), fill.block()));
                }
            }
        }
        return new Found(List.copyOf(fills), true, false);
    }

    /** The innermost block around that declares the parameter, else the macro, else the page. */
    private BlockOf definition(int page, int block, String name) {
        List<Block> blocks = pages.get(page).blocks();
        int fallback = 0;
        for (int at = block; at >= 0; at = blocks.get(at).parent()) {
            Block around = blocks.get(at);
            if (around.parameters().contains(name)) {
                return new BlockOf(page, at);
            }
            if (around.kind() == Block.Kind.DEFINITION && fallback == 0) {
                fallback = at;
            }
            if (around.parent() >= at) {
                // A block's parent stands before it; anything else would lead round in a circle.
                break;
            }
        }
        return new BlockOf(page, fallback);
    }

    /** What those pass who include or extend the page, or include or extend one that does. */
    private Found inherited(int page, String name) {
        if (visits > MOST_VISITS * pages.size() + 10_000) {
            // Whatever has the name anywhere is more than what is passed, but never less.
            return definitions.find(page, Target.of(Kind.NAMED, name));
        }
        Set<BlockOf> fills = new LinkedHashSet<>();
        Set<Integer> seen = new HashSet<>(Set.of(page));
        Deque<Integer> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Site site : pageCallers.getOrDefault(open.remove(), Set.of())) {
                visits++;
                for (Fill fill : site.call().fills()) {
                    if (fill.name().equals(name)) {
                        fills.add(new BlockOf(site.page(), fill.block()));
                    }
                }
                if (seen.add(site.page())) {
                    open.add(site.page());
                }
            }
        }
        return new Found(List.copyOf(fills), true, false);
    }

    /** The pages of the same language that a layout may decorate: those that nobody includes and that decorate none. */
    private Found screen(int page, String part) {
        PageFacts layout = pages.get(page);
        String name = layout.name().substring(layout.name().lastIndexOf('/') + 1);
        List<BlockOf> decorated = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            PageFacts other = pages.get(i);
            String wanted = other.libraries().getOrDefault("layout", "");
            if (i != page
                    && TemplateNames.family(other.engine()).equals(TemplateNames.family(layout.engine()))
                    && !pageCallers.containsKey(i)
                    && (wanted.isEmpty() || name.startsWith(wanted.substring(wanted.lastIndexOf('/') + 1) + "."))
                    && !decorates(other)) {
                int block = part(other, part);
                if (block >= 0) {
                    decorated.add(new BlockOf(i, block));
                }
            }
        }
        return new Found(decorated, true, false);
    }

    /** Returns the block of a part, all of the page for a body that is not told apart, or -1 when there is nothing. */
    private static int part(PageFacts page, String part) {
        for (int b = 0; b < page.blocks().size(); b++) {
            if (page.blocks().get(b).names().contains("<" + part + ">")) {
                return b;
            }
        }
        return part.equals("body") ? 0 : -1;
    }

    private static boolean decorates(PageFacts page) {
        return page.blocks().stream()
                .flatMap(b -> b.items().stream())
                .anyMatch(i ->
                        i instanceof Item.Call call && call.targets().stream().anyMatch(t -> t.kind() == Kind.SCREEN));
    }
}
