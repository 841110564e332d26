package io.github.assetpipe.css;

/** Which prefixed properties the baseline browsers need no more. */
final class Prefixes {
    private Prefixes() {}

    /** Tells whether no baseline browser reads {@code name}: Internet Explorer's and old Opera's properties. */
    static boolean isObsolete(String name) {
        return name.startsWith("-ms-") || name.startsWith("-o-") || name.startsWith("-khtml-");
    }

    /** Tells whether {@code name} is prefixed and every baseline browser has long known it without the prefix. */
    static boolean isLongStanding(String name) {
        if (name.charAt(0) != '-' || Names.prefixLength(name) == 0) {
            return false;
        }
        return switch (Names.unprefixed(name)) {
            case "transform",
                    "transform-origin",
                    "transform-style",
                    "perspective",
                    "perspective-origin",
                    "backface-visibility",
                    "transition",
                    "transition-property",
                    "transition-duration",
                    "transition-timing-function",
                    "transition-delay",
                    "animation",
                    "animation-name",
                    "animation-duration",
                    "animation-timing-function",
                    "animation-delay",
                    "animation-iteration-count",
                    "animation-direction",
                    "animation-fill-mode",
                    "animation-play-state",
                    "box-shadow",
                    "box-sizing",
                    "border-radius",
                    "border-top-left-radius",
                    "border-top-right-radius",
                    "border-bottom-left-radius",
                    "border-bottom-right-radius",
                    "flex",
                    "flex-grow",
                    "flex-shrink",
                    "flex-basis",
                    "flex-direction",
                    "flex-wrap",
                    "flex-flow",
                    "order",
                    "align-items",
                    "align-content",
                    "align-self",
                    "justify-content",
                    "column-count",
                    "column-width",
                    "column-gap",
                    "columns",
                    "column-rule",
                    "column-fill",
                    "column-span",
                    "filter",
                    "opacity",
                    "background-size",
                    "tab-size" -> true;
            default -> false;
        };
    }
}
