package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One layer of the {@code background} shorthand; what is not written has its initial value. Not safe for several threads. */
final class BackgroundLayer {
    @Nullable
    Part image;

    List<Part> position = List.of();
    List<Part> size = List.of();
    List<Part> repeat = List.of();

    @Nullable
    Part attachment;

    @Nullable
    Part origin;

    @Nullable
    Part clip;

    @Nullable
    Part color;

    private static final List<Part> ORIGIN = List.of(new Part.Num("0", "%"), new Part.Num("0", "%"));

    /** Reads a layer; returns null when it has something that is no part of a background. */
    static @Nullable BackgroundLayer read(List<Part> parts, boolean last) {
        BackgroundLayer layer = new BackgroundLayer();
        int at = 0;
        while (at < parts.size()) {
            int next = layer.consume(parts, at, last);
            if (next < 0) {
                return null;
            }
            at = next;
        }
        return parts.isEmpty() ? null : layer;
    }

    private int consume(List<Part> parts, int at, boolean last) {
        Part part = parts.get(at);
        if (image == null && isImage(part)) {
            image = part;
            return at + 1;
        }
        if (isPosition(part)) {
            return position.isEmpty() ? positions(parts, at) : -1;
        }
        if (part instanceof Part.Word word && consumeWord(word)) {
            return at + 1;
        }
        if (last && color == null && Colors.isColor(part)) {
            color = part;
            return at + 1;
        }
        return -1;
    }

    private int positions(List<Part> parts, int from) {
        int at = from;
        while (at < parts.size() && isPosition(parts.get(at))) {
            at++;
        }
        position = parts.subList(from, at);
        if (position.size() > 4) {
            return -1;
        }
        if (at < parts.size() && parts.get(at).isSign('/')) {
            int start = ++at;
            while (at < parts.size() && at < start + 2 && isSize(parts.get(at))) {
                at++;
            }
            size = parts.subList(start, at);
            return size.isEmpty() ? -1 : at;
        }
        return at;
    }

    private boolean consumeWord(Part.Word word) {
        switch (word.lower) {
            case "repeat", "no-repeat", "space", "round", "repeat-x", "repeat-y" -> {
                boolean room = repeat.size() < 2;
                repeat = new ArrayList<>(repeat);
                repeat.add(word);
                return room;
            }
            case "scroll", "fixed", "local" -> {
                boolean room = attachment == null;
                attachment = word;
                return room;
            }
            case "border-box", "padding-box", "content-box" -> {
                if (origin == null) {
                    origin = word;
                    return true;
                }
                boolean room = clip == null;
                clip = word;
                return room;
            }
            default -> {
                return false;
            }
        }
    }

    static boolean isImage(Part part) {
        if (part instanceof Part.Func function) {
            return function.name.endsWith("gradient")
                    || function.name.endsWith("image-set")
                    || function.name.endsWith("cross-fade");
        }
        return part instanceof Part.Link || part.isWord("none");
    }

    private static boolean isPosition(Part part) {
        return isLengthOrPercent(part) || Positions.isKeyword(part);
    }

    private static boolean isSize(Part part) {
        return isLengthOrPercent(part) || part.isWord("auto") || part.isWord("cover") || part.isWord("contain");
    }

    private static boolean isLengthOrPercent(Part part) {
        if (part instanceof Part.Num number) {
            return number.isLength() || number.isPercent() || (number.isNumber() && number.isZero());
        }
        return part instanceof Part.Func function && ValueFunctions.isMath(function.name);
    }

    /** Tells whether every browser of the baseline takes the layer. */
    boolean isSure() {
        if (color != null && !Colors.isOldColor(color)) {
            return false;
        }
        if (image instanceof Part.Func function && !Validity.isOldGradient(function)) {
            return false;
        }
        return isSure(position) && isSure(size) && (repeat.size() < 2) && (position.size() < 3);
    }

    private static boolean isSure(List<Part> parts) {
        for (Part part : parts) {
            boolean odd = part instanceof Part.Num number
                    && !number.isZero()
                    && !number.isPercent()
                    && !Validity.isOldLength(number.unit);
            if (odd || part instanceof Part.Func) {
                return false;
            }
        }
        return true;
    }

    /** Returns the shortest text of the layer. */
    List<Part> toParts() {
        List<Part> out = new ArrayList<>(6);
        if (color != null && !color.toString().equals("#0000")) {
            out.add(color);
        }
        if (image != null && !image.isWord("none")) {
            out.add(image);
        }
        List<Part> place = Positions.one(position);
        List<Part> extent = Backgrounds.size(size);
        boolean sized = !extent.isEmpty() && !extent.get(0).isWord("auto") || extent.size() > 1;
        boolean placed = !position.isEmpty() && !isInitial(position);
        if (placed || sized) {
            out.addAll(placed ? place : ORIGIN);
        }
        if (sized) {
            out.add(Part.Sign.SLASH);
            out.addAll(extent);
        }
        List<Part> tiled = Backgrounds.repeat(repeat);
        if (!(tiled.size() == 1 && tiled.get(0).isWord("repeat"))) {
            out.addAll(tiled);
        }
        addAttachmentAndBoxes(out);
        // "0 0" would be a character shorter, but computes to other lengths than the initial position: 0px, not 0%.
        return out.isEmpty() ? List.of(new Part.Word("none")) : out;
    }

    private void addAttachmentAndBoxes(List<Part> out) {
        if (attachment != null && !attachment.isWord("scroll")) {
            out.add(attachment);
        }
        Part start = origin;
        if (start == null) {
            return;
        }
        Part end = clip == null ? start : clip;
        if (start.isWord("padding-box") && end.isWord("border-box")) {
            return;
        }
        out.add(start);
        if (!start.equals(end)) {
            out.add(end);
        }
    }

    /** Tells whether a position computes to the initial one, {@code 0% 0%}; {@code 0 0} computes to {@code 0px 0px}. */
    private static boolean isInitial(List<Part> position) {
        if (position.size() != 2) {
            return false;
        }
        Part x = position.get(0);
        Part y = position.get(1);
        boolean swapped = x.isWord("top") && y.isWord("left");
        return swapped || ((x.isWord("left") || isZeroPercent(x)) && (y.isWord("top") || isZeroPercent(y)));
    }

    private static boolean isZeroPercent(Part part) {
        return part instanceof Part.Num number && number.isZero() && number.isPercent();
    }
}
