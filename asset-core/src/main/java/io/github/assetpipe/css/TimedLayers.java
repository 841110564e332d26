package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/**
 * The layers of {@code transition} and {@code animation} without what is initial anyway.
 *
 * <p>A layer that no browser would take, for it has two easings or three times, stays as it is.
 */
final class TimedLayers {
    /** What a part of an animation's layer says; each is said at most once, times twice. */
    private enum Aspect {
        TIME,
        EASING,
        COUNT,
        DIRECTION,
        FILL,
        STATE,
        NAME,
        UNKNOWN
    }

    private TimedLayers() {}

    static List<Part> transition(List<Part> parts) {
        List<List<Part>> out = new ArrayList<>(4);
        for (List<Part> layer : Lists.split(parts, ',')) {
            out.add(transitionLayer(layer));
        }
        return Lists.join(out, ',');
    }

    private static List<Part> transitionLayer(List<Part> layer) {
        int times = 0;
        int easings = 0;
        int names = 0;
        for (Part part : layer) {
            boolean time = isTime(part);
            times += time ? 1 : 0;
            if (Easings.isEasing(part)) {
                easings++;
            } else if (part instanceof Part.Word word) {
                names += word.lower.equals("allow-discrete") || word.lower.equals("normal") ? 0 : 1;
            } else if (!time) {
                return layer;
            }
        }
        return times > 2 || easings > 1 || names > 1 ? layer : withoutInitial(layer);
    }

    private static List<Part> withoutInitial(List<Part> layer) {
        List<Part> out = new ArrayList<>(4);
        int times = 0;
        for (int i = 0; i < layer.size(); i++) {
            Part part = layer.get(i);
            times += isTime(part) ? 1 : 0;
            if (!part.isWord("ease") && !isImpliedTime(layer, i, times)) {
                out.add(part);
            }
        }
        if (out.size() > 1) {
            out.removeIf(part -> part.isWord("all"));
        }
        return out.isEmpty() && !layer.isEmpty() ? layer.subList(0, 1) : out;
    }

    private static boolean isTime(Part part) {
        return part instanceof Part.Num number && Units.isTime(number.unit);
    }

    /** Tells whether the part at {@code index}, the time with number {@code count}, is a zero that is implied. */
    private static boolean isImpliedTime(List<Part> layer, int index, int count) {
        boolean zero = isTime(layer.get(index)) && ((Part.Num) layer.get(index)).isZero();
        return zero && (count == 2 || !hasTimeAfter(layer, index));
    }

    private static boolean hasTimeAfter(List<Part> layer, int index) {
        for (int i = index + 1; i < layer.size(); i++) {
            if (isTime(layer.get(i)) && !((Part.Num) layer.get(i)).isZero()) {
                return true;
            }
        }
        return false;
    }

    static List<Part> animation(List<Part> parts) {
        List<List<Part>> out = new ArrayList<>(4);
        for (List<Part> layer : Lists.split(parts, ',')) {
            out.add(animationLayer(layer));
        }
        return Lists.join(out, ',');
    }

    /** Drops what is initial anyway, but only where the animation's name cannot be mistaken for it. */
    private static List<Part> animationLayer(List<Part> layer) {
        int[] seen = new int[Aspect.values().length];
        for (Part part : layer) {
            seen[aspect(part).ordinal()]++;
        }
        for (Aspect aspect : Aspect.values()) {
            int count = seen[aspect.ordinal()];
            boolean fine = aspect == Aspect.TIME
                    ? count <= 2
                    : aspect == Aspect.NAME ? count == 1 : count <= (aspect == Aspect.UNKNOWN ? 0 : 1);
            if (!fine) {
                return layer;
            }
        }
        List<Part> out = new ArrayList<>(layer.size());
        int times = 0;
        for (int i = 0; i < layer.size(); i++) {
            Part part = layer.get(i);
            times += isTime(part) ? 1 : 0;
            if (!isInitial(part) && !isImpliedTime(layer, i, times)) {
                out.add(part);
            }
        }
        return out;
    }

    private static boolean isInitial(Part part) {
        if (part instanceof Part.Num number) {
            return number.isNumber() && number.text.equals("1");
        }
        return part.isWord("ease") || part.isWord("normal") || part.isWord("none") || part.isWord("running");
    }

    private static Aspect aspect(Part part) {
        if (part instanceof Part.Num number) {
            return isTime(part) ? Aspect.TIME : number.isNumber() ? Aspect.COUNT : Aspect.UNKNOWN;
        }
        if (Easings.isEasing(part)) {
            return Aspect.EASING;
        }
        if (part instanceof Part.Text) {
            return Aspect.NAME;
        }
        return part instanceof Part.Word word ? aspect(word.lower) : Aspect.UNKNOWN;
    }

    private static Aspect aspect(String word) {
        return switch (word) {
            case "infinite" -> Aspect.COUNT;
            case "normal", "reverse", "alternate", "alternate-reverse" -> Aspect.DIRECTION;
            case "none", "forwards", "backwards", "both" -> Aspect.FILL;
            case "running", "paused" -> Aspect.STATE;
            case "auto", "inherit", "initial", "unset", "revert", "revert-layer" -> Aspect.UNKNOWN;
            default -> Aspect.NAME;
        };
    }
}
