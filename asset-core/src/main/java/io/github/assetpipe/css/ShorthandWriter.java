package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the values of shorthands whose parts are not simply put side by side. */
final class ShorthandWriter {
    private static final String[] NONE = {};
    private static final String[] BACKGROUND = {
        "background-color",
        "background-image",
        "background-position",
        "background-repeat",
        "background-attachment",
        "background-size",
        "background-origin",
        "background-clip"
    };
    private static final String[] BACKGROUND_AXES = {
        "background-color",
        "background-image",
        "background-position-x",
        "background-position-y",
        "background-repeat",
        "background-attachment",
        "background-size",
        "background-origin",
        "background-clip"
    };

    private static final Set<String> RESET = new HashSet<>();

    static {
        for (String shorthand : new String[] {"border", "text-decoration", "font", "transition", "animation"}) {
            Collections.addAll(RESET, resets(shorthand));
        }
    }

    private ShorthandWriter() {}

    /** Returns the longhands that a shorthand is made of. */
    static String[] needs(String shorthand) {
        return switch (shorthand) {
            case "border" -> new String[] {"border-width", "border-style", "border-color"};
            case "border of sides" -> new String[] {"border-top", "border-right", "border-bottom", "border-left"};
            case "background" -> BACKGROUND;
            case "background with axes" -> BACKGROUND_AXES;
            case "flex" -> new String[] {"flex-grow", "flex-shrink", "flex-basis"};
            case "flex-flow" -> new String[] {"flex-direction", "flex-wrap"};
            case "text-decoration" ->
                new String[] {"text-decoration-line", "text-decoration-style", "text-decoration-color"};
            case "list-style" -> new String[] {"list-style-type", "list-style-position", "list-style-image"};
            case "outline" -> new String[] {"outline-width", "outline-style", "outline-color"};
            case "column-rule" -> new String[] {"column-rule-width", "column-rule-style", "column-rule-color"};
            case "columns" -> new String[] {"column-width", "column-count"};
            case "font" -> new String[] {"font-style", "font-weight", "font-size", "line-height", "font-family"};
            case "transition" ->
                new String[] {
                    "transition-property", "transition-duration", "transition-timing-function", "transition-delay"
                };
            case "animation" ->
                new String[] {
                    "animation-name",
                    "animation-duration",
                    "animation-timing-function",
                    "animation-delay",
                    "animation-iteration-count",
                    "animation-direction",
                    "animation-fill-mode",
                    "animation-play-state"
                };
            default -> NONE;
        };
    }

    /** Returns what a shorthand sets back beside its parts, so that nothing else in the stylesheet may set it. */
    static String[] resets(String shorthand) {
        return switch (shorthand) {
            case "border", "border of sides" ->
                new String[] {
                    "border-image",
                    "border-image-source",
                    "border-image-slice",
                    "border-image-width",
                    "border-image-outset",
                    "border-image-repeat",
                    "-webkit-border-image"
                };
            case "text-decoration" -> new String[] {"text-decoration-thickness"};
            case "font" ->
                new String[] {
                    "font-variant",
                    "font-variant-caps",
                    "font-variant-ligatures",
                    "font-variant-numeric",
                    "font-variant-east-asian",
                    "font-variant-alternates",
                    "font-variant-position",
                    "font-variant-emoji",
                    "font-stretch",
                    "font-width",
                    "font-size-adjust",
                    "font-kerning",
                    "font-optical-sizing",
                    "font-feature-settings",
                    "font-variation-settings",
                    "font-language-override"
                };
            case "transition" -> new String[] {"transition-behavior"};
            case "animation" ->
                new String[] {"animation-timeline", "animation-range", "animation-range-start", "animation-range-end"};
            default -> NONE;
        };
    }

    /** Tells whether some shorthand sets {@code name} back without being made of it. */
    static boolean isReset(String name) {
        return RESET.contains(name);
    }

    /** Returns the shorthand's value, or null when the parts do not fit together. */
    static @Nullable List<Part> write(String shorthand, List<Decl> used) {
        List<List<Part>> values = new ArrayList<>(used.size());
        for (Decl declaration : used) {
            if (Lists.contains(declaration.parts, ',') && !shorthand.equals("font")) {
                return null;
            }
            values.add(declaration.parts);
        }
        return switch (shorthand) {
            case "border", "outline", "column-rule" -> line(values);
            case "border of sides" -> same(values);
            case "background", "background with axes" -> background(values);
            case "list-style" -> listStyle(values);
            case "text-decoration" -> textDecoration(values);
            case "flex" -> SmallValues.flex(joined(values));
            case "font" -> font(values);
            case "transition" -> TimedLayers.transition(joined(values));
            case "animation" -> animation(values);
            default -> minified(shorthand, joined(values));
        };
    }

    private static List<Part> minified(String shorthand, List<Part> parts) {
        Property property = PropertyTable.find(shorthand);
        return property == null ? parts : ValueMinifier.minify(property, parts);
    }

    private static List<Part> joined(List<List<Part>> values) {
        List<Part> out = new ArrayList<>();
        for (List<Part> value : values) {
            out.addAll(value);
        }
        return out;
    }

    private static @Nullable List<Part> line(List<List<Part>> values) {
        for (List<Part> value : values) {
            if (value.size() != 1) {
                return null;
            }
        }
        return LineValues.write(
                values.get(0).get(0), values.get(1).get(0), values.get(2).get(0));
    }

    /** Writes a line alone: Safari takes more than that only with a prefix. */
    private static @Nullable List<Part> textDecoration(List<List<Part>> values) {
        List<Part> parts = minified("text-decoration", joined(values));
        return parts.size() == 1 ? parts : null;
    }

    private static @Nullable List<Part> listStyle(List<List<Part>> values) {
        List<Part> out = new ArrayList<>(3);
        for (List<Part> value : values) {
            if (value.size() != 1) {
                return null;
            }
        }
        Part type = values.get(0).get(0);
        Part image = values.get(2).get(0);
        if (!type.isWord("disc")) {
            out.add(type);
        }
        if (!values.get(1).get(0).isWord("outside")) {
            out.add(values.get(1).get(0));
        }
        if (!image.isWord("none")) {
            out.add(image);
        }
        return out.isEmpty() ? List.of(values.get(1).get(0)) : out;
    }

    private static @Nullable List<Part> same(List<List<Part>> values) {
        for (List<Part> value : values) {
            if (!value.equals(values.get(0))) {
                return null;
            }
        }
        return values.get(0);
    }

    private static @Nullable List<Part> background(List<List<Part>> values) {
        BackgroundLayer layer = new BackgroundLayer();
        boolean axes = values.size() == BACKGROUND_AXES.length;
        int rest = axes ? 4 : 3;
        for (int i = 0; i < values.size(); i++) {
            boolean wide = i == 2 || i == rest || i == rest + 2;
            if (values.get(i).size() != 1 && !(wide && values.get(i).size() == 2)) {
                return null;
            }
        }
        layer.color = values.get(0).get(0);
        layer.image = values.get(1).get(0);
        layer.position = axes ? List.of(values.get(2).get(0), values.get(3).get(0)) : values.get(2);
        layer.repeat = values.get(rest);
        layer.attachment = values.get(rest + 1).get(0);
        layer.size = values.get(rest + 2);
        layer.origin = values.get(rest + 3).get(0);
        layer.clip = values.get(rest + 4).get(0);
        return layer.toParts();
    }

    private static @Nullable List<Part> font(List<List<Part>> values) {
        for (int i = 0; i < 4; i++) {
            if (values.get(i).size() != 1) {
                return null;
            }
        }
        List<Part> out = new ArrayList<>(8);
        out.add(values.get(0).get(0));
        out.add(values.get(1).get(0));
        out.add(values.get(2).get(0));
        out.add(Part.Sign.SLASH);
        out.add(values.get(3).get(0));
        out.addAll(values.get(4));
        return FontValues.shorthand(out);
    }

    private static @Nullable List<Part> animation(List<List<Part>> values) {
        if (values.get(0).size() != 1 || values.get(0).get(0).isWord("none")) {
            return null;
        }
        return TimedLayers.animation(joined(values));
    }
}
