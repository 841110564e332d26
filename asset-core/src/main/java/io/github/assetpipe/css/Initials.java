package io.github.assetpipe.css;

import java.util.List;

/** Initial values that are shorter than the word {@code initial}. */
final class Initials {
    private Initials() {}

    static List<Part> shorter(String property, List<Part> initial) {
        return switch (property) {
            case "width",
                    "height",
                    "block-size",
                    "inline-size",
                    "min-width",
                    "min-height",
                    "min-block-size",
                    "min-inline-size",
                    "top",
                    "right",
                    "bottom",
                    "left",
                    "inset",
                    "inset-block",
                    "inset-inline",
                    "inset-block-start",
                    "inset-block-end",
                    "inset-inline-start",
                    "inset-inline-end",
                    "z-index",
                    "flex-basis",
                    "cursor",
                    "pointer-events",
                    "table-layout",
                    "caret-color",
                    "accent-color",
                    "overscroll-behavior",
                    "column-count",
                    "column-width",
                    "columns",
                    "background-size",
                    "aspect-ratio",
                    "touch-action",
                    "align-self",
                    "justify-self",
                    "scroll-behavior",
                    "text-align-last",
                    "isolation",
                    "will-change",
                    "break-before",
                    "break-after",
                    "break-inside",
                    "grid-row-start",
                    "grid-row-end",
                    "grid-column-start",
                    "grid-column-end",
                    "grid-row",
                    "grid-column",
                    "grid-area" -> word("auto");
            case "max-width",
                    "max-height",
                    "max-block-size",
                    "max-inline-size",
                    "float",
                    "clear",
                    "transform",
                    "filter",
                    "backdrop-filter",
                    "box-shadow",
                    "text-shadow",
                    "background-image",
                    "text-transform",
                    "clip-path",
                    "list-style-image",
                    "border-style",
                    "border-top-style",
                    "border-right-style",
                    "border-bottom-style",
                    "border-left-style",
                    "outline-style",
                    "resize",
                    "contain",
                    "perspective",
                    "translate",
                    "rotate",
                    "scale",
                    "border-image-source",
                    "animation-name",
                    "mask-image" -> word("none");
            case "margin",
                    "margin-top",
                    "margin-right",
                    "margin-bottom",
                    "margin-left",
                    "padding",
                    "padding-top",
                    "padding-right",
                    "padding-bottom",
                    "padding-left",
                    "margin-block",
                    "margin-inline",
                    "padding-block",
                    "padding-inline",
                    "margin-block-start",
                    "margin-block-end",
                    "margin-inline-start",
                    "margin-inline-end",
                    "padding-block-start",
                    "padding-block-end",
                    "padding-inline-start",
                    "padding-inline-end",
                    "border-radius",
                    "flex-grow",
                    "order",
                    "text-indent",
                    "outline-offset",
                    "border-spacing" -> number("0");
            case "opacity", "flex-shrink", "animation-iteration-count", "fill-opacity", "stroke-opacity" -> number("1");
            case "orphans", "widows" -> number("2");
            case "font-weight" -> number("400");
            case "background-color" -> List.of(new Part.Hash("#0000"));
            case "position" -> word("static");
            case "display" -> word("inline");
            case "flex-direction" -> word("row");
            case "flex-wrap" -> word("nowrap");
            case "font-style", "line-height", "letter-spacing", "word-spacing", "white-space", "font-size" ->
                property.equals("font-size") ? word("medium") : word("normal");
            default -> initial;
        };
    }

    private static List<Part> word(String text) {
        return List.of(new Part.Word(text));
    }

    private static List<Part> number(String text) {
        return List.of(new Part.Num(text, ""));
    }
}
