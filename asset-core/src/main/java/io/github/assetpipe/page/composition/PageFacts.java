package io.github.assetpipe.page.composition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a page tells about composition: a small grammar of what it renders, in document order. Immutable, and compact: a page
 * without scripts and inclusions is one empty block.
 *
 * @param file the project-relative source file
 * @param name the path below its page root, as template engines name it
 * @param engine the name of its dialect
 * @param blocks its blocks; the first is the page itself
 * @param libraries what tag prefixes, namespaces and imports of the page stand for
 */
public record PageFacts(String file, String name, String engine, List<Block> blocks, Map<String, String> libraries) {

    /** Copies the collections. */
    public PageFacts {
        blocks = List.copyOf(blocks);
        libraries = Map.copyOf(libraries);
    }

    /** Returns the scripts of the page, in no particular order. */
    public List<Item.Script> scripts() {
        List<Item.Script> scripts = new ArrayList<>();
        for (Block block : blocks) {
            for (Item item : block.items()) {
                if (item instanceof Item.Script script) {
                    scripts.add(script);
                }
            }
        }
        return scripts;
    }

    /**
     * Returns these facts with each script as it will be.
     *
     * @param change gives what takes a script's place, or null when nothing does
     */
    public PageFacts withScripts(Function<Item.Script, Item.@Nullable Script> change) {
        List<Block> changed = new ArrayList<>();
        for (Block block : blocks) {
            List<Item> items = new ArrayList<>();
            for (Item item : block.items()) {
                Item other = item instanceof Item.Script script ? change.apply(script) : item;
                if (other != null) {
                    items.add(other);
                }
            }
            changed.add(block.withItems(items));
        }
        return new PageFacts(file, name, engine, changed, libraries);
    }

    /**
     * Returns these facts with other scripts in a range of the page's text: the tags of bundles in place of their members.
     *
     * @param start first offset of the range
     * @param end offset after it
     * @param replacements the scripts that take the place of all scripts in the range; their offsets must be unique in the
     *     page
     */
    public PageFacts withScripts(int start, int end, List<Item.Script> replacements) {
        List<Block> changed = new ArrayList<>();
        boolean placed = replacements.isEmpty();
        for (Block block : blocks) {
            List<Item> items = new ArrayList<>();
            for (Item item : block.items()) {
                if (item instanceof Item.Script script && script.offset() >= start && script.offset() < end) {
                    if (!placed) {
                        items.addAll(replacements);
                        placed = true;
                    }
                } else {
                    items.add(item);
                }
            }
            changed.add(items.equals(block.items()) ? block : block.withItems(items));
        }
        return new PageFacts(file, name, engine, changed, libraries);
    }
}
