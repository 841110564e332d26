package io.github.assetpipe.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which images of a page may be loaded late: those that are hardly in the first view, and whose tag is known.
 *
 * <p>Eager are the first content images, images in headers, navigation and heroes, and those that the page itself marks as
 * important.
 */
public final class LazyRule {
    /** Thymeleaf attributes that leave the address, the class and the element alone. */
    private static final Set<String> HARMLESS = Set.of(
            "src",
            "srcset",
            "sizes",
            "alt",
            "title",
            "alt-title",
            "if",
            "unless",
            "each",
            "width",
            "height",
            "style",
            "id",
            "classappend",
            "styleappend",
            "with",
            "object",
            "data-id");

    /** A {@code srcset} with widths: what is loaded, and how large it is, follows from {@code sizes}. */
    private static final Pattern WIDTHS = Pattern.compile("\\s[0-9]+w\\s*(?:,|$)");

    private static final Set<String> ADDRESSES = Set.of("src", "th:src", "data-th-src");

    private final Page page;
    private final int eager;
    private final Boxes boxes;
    private final Set<String> preloaded = new HashSet<>();
    private final RepeatedImages repeated;
    private int content;

    private LazyRule(Page page, int eager, Boxes boxes) {
        this.page = page;
        this.eager = eager;
        this.boxes = boxes;
        this.repeated = new RepeatedImages(page, boxes);
    }

    /** What is known of the files of images: a size, so that something of the same size can stand in, and which they are. */
    @FunctionalInterface
    public interface Boxes {
        /** Tells whether the size of what {@code attribute} of a tag names is known. */
        boolean known(int tag, String attribute);

        /** Returns a name of the file that {@code attribute} of a tag names, or null when it is not known. */
        default @Nullable String file(int tag, String attribute) {
            return null;
        }

        /** Returns the number of bytes of the file that {@code attribute} of a tag names; very large when it is not known. */
        default long bytes(int tag, String attribute) {
            return Long.MAX_VALUE;
        }
    }

    /** What is done with an image. */
    public enum Outcome {
        /** It may be loaded late, by whatever means. */
        LAZY,
        /** It may be loaded late, but only by an attribute: its place or its tag takes no more. */
        NATIVE,
        /** It is wanted at once. */
        EAGER,
        /** It is not for this tool to touch. */
        UNTOUCHED
    }

    /**
     * The decision for an image.
     *
     * @param tag index of the tag
     * @param outcome what is done
     * @param reason why
     */
    public record Decision(int tag, Outcome outcome, String reason) {}

    /**
     * Decides for every {@code img}, {@code iframe} and {@code video} with a poster.
     *
     * @param eager the number of first content images that are wanted at once
     * @param boxes tells which sizes are known
     */
    public static List<Decision> decide(Page page, int eager, Boxes boxes) {
        LazyRule rule = new LazyRule(page, eager, boxes);
        List<Decision> decisions = new ArrayList<>();
        List<Tag> tags = page.markup().tags();
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            if (tag.name().equals("link")) {
                rule.link(tag);
            } else if (tag.name().equals("html") && (tag.has("amp") || tag.has("\u26a1"))) {
                return List.of();
            } else if (tag.name().equals("img")) {
                decisions.add(rule.image(tag, i));
            } else if (tag.name().equals("iframe")) {
                decisions.add(rule.frame(tag, i));
            } else if (tag.name().equals("video") && rule.hasPoster(tag)) {
                decisions.add(rule.video(tag, i));
            }
        }
        decisions.replaceAll(rule.repeated::weighed);
        return decisions;
    }

    private void link(Tag tag) {
        boolean image = tag.value("rel", page.text()).equalsIgnoreCase("preload")
                && tag.value("as", page.text()).equalsIgnoreCase("image");
        if (image) {
            preloaded.add(tag.value("href", page.text()));
            preloaded.add(tag.value("th:href", page.text()));
            preloaded.remove("");
        }
    }

    private Decision image(Tag tag, int index) {
        String untouched = untouched(tag);
        if (untouched != null) {
            return new Decision(index, Outcome.UNTOUCHED, untouched);
        }
        String wanted = wanted(tag);
        if (wanted == null && ++content <= eager) {
            wanted = "one of the first " + eager + " images";
        }
        if (wanted == null && repeated.isLoaded(tag, index)) {
            wanted = "the page loads it above already";
        }
        if (wanted != null) {
            repeated.load(tag, index);
            return new Decision(index, Outcome.EAGER, wanted);
        }
        String simple = onlyNative(tag, index);
        if (simple == null && repeated.waitsAgain(tag, index)) {
            // It costs no request, so a twin would be for nothing; it keeps its place by its own attributes.
            simple = "it waits further up already";
        }
        return simple == null ? new Decision(index, Outcome.LAZY, "") : new Decision(index, Outcome.NATIVE, simple);
    }

    private @Nullable String untouched(Tag tag) {
        if (tag.attributes().stream().noneMatch(a -> ADDRESSES.contains(a.name()) && a.hasValue())) {
            return "it has no address of its own";
        }
        if (tag.dynamic()) {
            return "the template may change its attributes";
        }
        if (tag.has("loading")) {
            return "it says how it is loaded";
        }
        if (tag.has("data-no-lazy") || tag.has("data-src") || tag.has("data-srcset")) {
            return tag.has("data-no-lazy") ? "data-no-lazy" : "it is lazy already";
        }
        for (Ancestor ancestor : new Ancestor[] {
            Ancestor.NOSCRIPT, Ancestor.TEMPLATE, Ancestor.FOREIGN, Ancestor.MEDIA, Ancestor.OBJECT, Ancestor.HEAD
        }) {
            if (tag.within().contains(ancestor)) {
                return "inside " + ancestor.name().toLowerCase(Locale.ROOT);
            }
        }
        String classes = " " + tag.value("class", page.text()) + " ";
        if (classes.contains(" lazy") || classes.contains(" no-lazy ") || classes.contains(" skip-lazy ")) {
            return "its class";
        }
        for (Attribute attribute : tag.attributes()) {
            if (isBinding(attribute.name())) {
                return "its attribute " + attribute.name();
            }
        }
        String src = tag.value("src", page.text());
        return src.startsWith("data:") || isDot(tag) ? "it loads nothing worth waiting for" : null;
    }

    private boolean isDot(Tag tag) {
        String width = tag.value("width", page.text());
        String height = tag.value("height", page.text());
        return (width.equals("1") || width.equals("0")) && (height.equals("1") || height.equals("0"));
    }

    /** Tells whether an attribute hands the tag to a script framework or an unknown processor. */
    private static boolean isBinding(String name) {
        String thymeleaf =
                name.startsWith("th:") ? name.substring(3) : name.startsWith("data-th-") ? name.substring(8) : "";
        if (!thymeleaf.isEmpty()) {
            return !HARMLESS.contains(thymeleaf);
        }
        return name.indexOf(':') >= 0 && !name.startsWith("xml:") && !name.startsWith("aria:")
                || "*@[(#".indexOf(name.charAt(0)) >= 0
                || name.startsWith("v-")
                || name.startsWith("x-")
                || name.startsWith("ng-")
                || name.startsWith("data-ng-");
    }

    private @Nullable String wanted(Tag tag) {
        if (tag.value("fetchpriority", page.text()).equalsIgnoreCase("high")) {
            return "fetchpriority";
        }
        if (tag.has("usemap") || tag.has("ismap")) {
            return "it is an image map";
        }
        if (tag.has("name")) {
            return "scripts may look for its name";
        }
        if (preloaded.contains(tag.value("src", page.text())) || preloaded.contains(tag.value("th:src", page.text()))) {
            return "it is preloaded";
        }
        if (tag.within().contains(Ancestor.HEADER)) {
            return "inside a header or navigation";
        }
        return tag.within().contains(Ancestor.HERO) ? "inside a hero" : null;
    }

    private @Nullable String onlyNative(Tag tag, int index) {
        if (tag.within().contains(Ancestor.FACET)) {
            return "a facet takes one child";
        }
        boolean unquotedClass = tag.attribute("class").filter(c -> !c.quoted()).isPresent();
        if (unquotedClass) {
            return "its class has no quotes";
        }
        boolean unquoted = tag.attributes().stream().anyMatch(a -> ADDRESSES.contains(a.name()) && !a.quoted());
        if (unquoted && tag.selfClosed()) {
            return "its address has no quotes";
        }
        if (!tag.has("width")
                && WIDTHS.matcher(tag.value("srcset", page.text())).find()) {
            return "its size depends on the window's";
        }
        // Without an address the browser lays out the alternative text, and the page jumps when the image comes.
        return boxes.known(index, "src") ? null : "its size is not known";
    }

    private boolean hasPoster(Tag tag) {
        return tag.attribute("poster").filter(Attribute::quoted).isPresent() && !tag.has("data-poster");
    }

    private Decision video(Tag tag, int index) {
        boolean plain = !tag.dynamic()
                && tag.closeEnd() >= 0
                && !page.isDynamic(tag.end(), tag.closeStart())
                && tag.attribute("class").filter(c -> !c.quoted()).isEmpty()
                && tag.attributes().stream().noneMatch(a -> isBinding(a.name()))
                && !tag.within().contains(Ancestor.NOSCRIPT)
                && !tag.within().contains(Ancestor.TEMPLATE)
                && !tag.within().contains(Ancestor.FACET);
        if (!plain || tag.has("data-no-lazy")) {
            return new Decision(index, Outcome.UNTOUCHED, "video with a part of its own");
        }
        if (tag.has("autoplay") || wanted(tag) != null || ++content <= eager) {
            return new Decision(index, Outcome.EAGER, "video that may show at once");
        }
        return boxes.known(index, "poster")
                ? new Decision(index, Outcome.LAZY, "")
                : new Decision(index, Outcome.UNTOUCHED, "its size is not known");
    }

    private Decision frame(Tag tag, int index) {
        String width = tag.value("width", page.text());
        boolean visible = !width.equals("0")
                && !width.equals("1")
                && !tag.value("style", page.text()).contains("none");
        boolean plain = !tag.dynamic()
                && !tag.has("loading")
                && !tag.has("name")
                && !(tag.has("id") && isOwn(tag.value("src", page.text())))
                && !tag.has("data-no-lazy")
                && tag.attribute("src").filter(Attribute::quoted).isPresent()
                && tag.attributes().stream().noneMatch(a -> isBinding(a.name()))
                && !tag.within().contains(Ancestor.NOSCRIPT)
                && !tag.within().contains(Ancestor.TEMPLATE);
        return visible && plain
                ? new Decision(index, Outcome.NATIVE, "frame")
                : new Decision(index, Outcome.UNTOUCHED, "frame with a part of its own");
    }

    /** Scripts reach into a frame of the same origin by its id, which must have loaded then. */
    private static boolean isOwn(String src) {
        return !src.startsWith("//") && !src.matches("(?i)[a-z][a-z0-9+.-]*:.*");
    }
}
