package io.github.assetpipe.page;

import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The natural size of an image, in CSS pixels, as a browser finds it in the file.
 *
 * @param width the width, positive
 * @param height the height, positive
 * @param ratioOnly whether the file tells no more than the relation of the two, as an SVG with only a {@code viewBox} does
 */
public record ImageSize(double width, double height, boolean ratioOnly) {
    private static final Pattern SVG_START = Pattern.compile("<svg\\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>");
    private static final Pattern LENGTH = Pattern.compile("\\s*\\+?([0-9]*\\.?[0-9]+)(?:px)?\\s*");
    private static final int HEAD = 8192;

    /** Creates the size of a raster image. */
    public ImageSize(int width, int height) {
        this(width, height, false);
    }

    /** Reads the size from a file's bytes; empty when the format is not known or the bytes are not of that format. */
    public static Optional<ImageSize> of(MediaType type, Content content) {
        byte[] bytes = content.bytes();
        Optional<ImageSize> size = type.equals(MediaType.SVG) ? svg(bytes) : RasterHeader.read(bytes);
        return size.filter(s -> s.width() > 0 && s.height() > 0);
    }

    /** Tells whether both numbers can stand in {@code width} and {@code height} attributes. */
    public boolean isWhole() {
        return !ratioOnly && width == Math.rint(width) && height == Math.rint(height);
    }

    /** Returns an image of this size that shows nothing, as a URL without characters that end an attribute or a URL. */
    public String placeholder() {
        String box = ratioOnly
                ? "viewBox='0 0 " + number(width) + " " + number(height) + "'"
                : "width='" + number(width) + "' height='" + number(height) + "'";
        return ("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' " + box + "/%3E").replace(" ", "%20");
    }

    /** Returns a number as attributes have it, without a trailing {@code .0}. */
    public static String number(double value) {
        return value == Math.rint(value) && value < 1e9 ? Long.toString((long) value) : Double.toString(value);
    }

    private static Optional<ImageSize> svg(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.UTF_8);
        Matcher start = SVG_START.matcher(head);
        if (!start.find()) {
            return Optional.empty();
        }
        double width = length(start.group(), "width");
        double height = length(start.group(), "height");
        if (width > 0 && height > 0) {
            return Optional.of(new ImageSize(width, height, false));
        }
        String[] box = attribute(start.group(), "viewBox").strip().split("[\\s,]+");
        // A width alone, or one in other units, gives a size that depends on the box around the image.
        boolean free = attribute(start.group(), "width").isEmpty()
                && attribute(start.group(), "height").isEmpty();
        if (box.length != 4 || !free) {
            return Optional.empty();
        }
        return Optional.of(new ImageSize(number(box[2]), number(box[3]), true));
    }

    private static double length(String tag, String name) {
        return number(attribute(tag, name));
    }

    private static double number(String text) {
        Matcher length = LENGTH.matcher(text);
        return length.matches() ? Double.parseDouble(length.group(1)) : 0;
    }

    private static String attribute(String tag, String name) {
        Matcher matcher = Pattern.compile("\\s" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')")
                .matcher(tag);
        if (!matcher.find()) {
            return "";
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }
}
