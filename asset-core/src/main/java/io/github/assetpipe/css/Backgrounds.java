package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/** Values of the background properties. */
final class Backgrounds {
    private Backgrounds() {}

    static List<Part> sizes(List<Part> parts) {
        List<List<Part>> out = new ArrayList<>(4);
        for (List<Part> group : Lists.split(parts, ',')) {
            out.add(size(group));
        }
        return Lists.join(out, ',');
    }

    static List<Part> size(List<Part> group) {
        return group.size() == 2 && group.get(1).isWord("auto") ? group.subList(0, 1) : group;
    }

    static List<Part> repeats(List<Part> parts) {
        List<List<Part>> out = new ArrayList<>(4);
        for (List<Part> group : Lists.split(parts, ',')) {
            out.add(repeat(group));
        }
        return Lists.join(out, ',');
    }

    static List<Part> repeat(List<Part> group) {
        if (group.size() != 2) {
            return group;
        }
        if (group.get(0).equals(group.get(1))) {
            return group.subList(0, 1);
        }
        if (group.get(0).isWord("repeat") && group.get(1).isWord("no-repeat")) {
            return List.of(new Part.Word("repeat-x"));
        }
        boolean vertical = group.get(0).isWord("no-repeat") && group.get(1).isWord("repeat");
        return vertical ? List.of(new Part.Word("repeat-y")) : group;
    }

    /** Shortens every layer; the whole value stays when one layer is not understood. */
    static List<Part> shorthand(List<Part> parts) {
        List<List<Part>> layers = Lists.split(parts, ',');
        List<List<Part>> out = new ArrayList<>(layers.size());
        for (int i = 0; i < layers.size(); i++) {
            BackgroundLayer layer = BackgroundLayer.read(layers.get(i), i == layers.size() - 1);
            if (layer == null) {
                return parts;
            }
            out.add(layer.toParts());
        }
        return Lists.join(out, ',');
    }
}
