package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes longhands that follow a shorthand of the same block into it: {@code background:url(x);background-size:cover}.
 *
 * <p>Only where all values are certain and known now, of one importance, and nothing else of the family stands between.
 */
final class LonghandFolding {
    private static final Set<String> SHORTHANDS = Set.of(
            "background",
            "border",
            "border-top",
            "border-right",
            "border-bottom",
            "border-left",
            "outline",
            "column-rule");

    private LonghandFolding() {}

    static List<Decl> fold(List<Decl> declarations) {
        List<Decl> out = declarations;
        for (int i = 0; i < out.size() - 1; i++) {
            Decl shorthand = out.get(i);
            if (SHORTHANDS.contains(shorthand.name) && shorthand.isPlain()) {
                out = fold(out, i);
            }
        }
        return out;
    }

    private static List<Decl> fold(List<Decl> declarations, int place) {
        Decl made = declarations.get(place);
        List<Decl> used = new ArrayList<>(4);
        for (int i = place + 1; i < declarations.size(); i++) {
            Decl longhand = declarations.get(i);
            if (longhand.name.equals("all")) {
                break;
            }
            if (!longhand.family.equals(made.family)) {
                continue;
            }
            Decl folded = longhand.important == made.important && longhand.isPlain() ? fold(made, longhand) : null;
            if (folded == null) {
                break;
            }
            boolean shorter = folded.key.length() < made.key.length() + longhand.key.length() + 1;
            if (!shorter || !folded.isSure()) {
                break;
            }
            made = folded;
            used.add(longhand);
        }
        if (used.isEmpty()) {
            return declarations;
        }
        List<Decl> out = new ArrayList<>(declarations);
        out.set(place, made);
        out.removeAll(used);
        return out;
    }

    private static @Nullable Decl fold(Decl shorthand, Decl longhand) {
        if (!longhand.name.startsWith(shorthand.name.concat("-"))) {
            return null;
        }
        String aspect = longhand.name.substring(shorthand.name.length() + 1);
        List<Part> parts = shorthand.name.equals("background")
                ? background(shorthand.parts, aspect, longhand.parts)
                : line(shorthand.parts, aspect, longhand.parts);
        return parts == null ? null : Decl.of(shorthand.name, parts, shorthand);
    }

    private static @Nullable List<Part> line(List<Part> shorthand, String aspect, List<Part> value) {
        LineValues line = LineValues.read(shorthand);
        if (line == null || value.size() != 1) {
            return null;
        }
        Part part = value.get(0);
        Part width = aspect.equals("width") ? part : line.width();
        Part style = aspect.equals("style") ? part : line.style();
        Part color = aspect.equals("color") ? part : line.color();
        return switch (aspect) {
            case "width", "style", "color" -> {
                List<Part> parts = new ArrayList<>(3);
                for (Part one : new Part[] {width, style, color}) {
                    if (one != null) {
                        parts.add(one);
                    }
                }
                yield LineValues.minify(parts);
            }
            default -> null;
        };
    }

    private static @Nullable List<Part> background(List<Part> shorthand, String aspect, List<Part> value) {
        BackgroundLayer layer = Lists.contains(shorthand, ',') ? null : BackgroundLayer.read(shorthand, true);
        if (layer == null || Lists.contains(value, ',')) {
            return null;
        }
        boolean single = value.size() == 1;
        switch (aspect) {
            case "color" -> layer.color = value.get(0);
            case "image" -> layer.image = value.get(0);
            case "position" -> layer.position = value;
            case "size" -> layer.size = value;
            case "repeat" -> layer.repeat = value;
            case "attachment" -> layer.attachment = value.get(0);
            case "clip" -> {
                if (value.get(0).isWord("text") || value.get(0).isWord("border-area")) {
                    return null;
                }
                layer.origin = layer.origin == null ? new Part.Word("padding-box") : layer.origin;
                layer.clip = value.get(0);
            }
            case "origin" -> {
                layer.clip = layer.clip != null
                        ? layer.clip
                        : layer.origin != null ? layer.origin : new Part.Word("border-box");
                layer.origin = value.get(0);
            }
            default -> {
                return null;
            }
        }
        boolean pair = aspect.equals("position") || aspect.equals("size");
        boolean fits = single || (pair && value.size() == 2);
        return fits ? layer.toParts() : null;
    }
}
