package io.github.assetpipe.page.composition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leaves out the blocks of a page that render nothing and that nobody can miss. */
final class Compaction {
    private Compaction() {}

    static List<Block> of(List<@Nullable Block> blocks) {
        int[] index = new int[blocks.size()];
        int count = 0;
        for (int i = 0; i < index.length; i++) {
            Block block = blocks.get(i);
            index[i] = block != null && isKept(block) ? count++ : -1;
        }
        List<Block> kept = new ArrayList<>(count);
        for (int i = 0; i < index.length; i++) {
            Block block = blocks.get(i);
            if (block != null && index[i] >= 0) {
                List<Item> items = block.items().stream()
                        .map(item -> renumber(item, index))
                        .toList();
                int parent = ancestor(block.parent(), blocks, index);
                kept.add(new Block(block.kind(), block.names(), block.parameters(), block.repeats(), parent, items));
            }
        }
        return kept;
    }

    private static boolean isKept(Block block) {
        return switch (block.kind()) {
            case MAIN, DEFINITION, CONTENT -> true;
            case PART, CAPTURE, DROPPED -> !block.items().isEmpty();
        };
    }

    private static int ancestor(int parent, List<@Nullable Block> blocks, int[] index) {
        int at = parent;
        while (at >= 0 && index[at] < 0) {
            Block block = blocks.get(at);
            at = block == null ? -1 : block.parent();
        }
        return at < 0 ? -1 : index[at];
    }

    private static Item renumber(Item item, int[] index) {
        if (item instanceof Item.Part part) {
            return new Item.Part(part.line(), index[part.block()]);
        }
        if (item instanceof Item.Call call) {
            List<Fill> fills = call.fills().stream()
                    .map(f -> new Fill(f.name(), f.position(), index[f.block()]))
                    .toList();
            int fallback = call.fallback() < 0 ? -1 : index[call.fallback()];
            return new Item.Call(call.line(), call.targets(), fills, fallback, call.required());
        }
        return item;
    }
}
