package io.github.assetpipe.page;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which attributes of which elements hold the URL of something that the page loads. */
final class UrlAttributes {
    private static final Map<String, Set<String>> BY_ELEMENT = Map.ofEntries(
            Map.entry("script", Set.of("src", "href", "xlink:href")),
            Map.entry("link", Set.of("href")),
            Map.entry("img", Set.of("src", "data-src", "lowsrc")),
            Map.entry("source", Set.of("src", "data-src")),
            Map.entry("video", Set.of("src", "poster", "data-src", "data-poster")),
            Map.entry("audio", Set.of("src", "data-src")),
            Map.entry("track", Set.of("src")),
            Map.entry("embed", Set.of("src")),
            Map.entry("iframe", Set.of("src", "data-src")),
            Map.entry("frame", Set.of("src")),
            Map.entry("object", Set.of("data")),
            Map.entry("input", Set.of("src")),
            Map.entry("use", Set.of("href", "xlink:href")),
            Map.entry("image", Set.of("href", "xlink:href")),
            Map.entry("feimage", Set.of("href", "xlink:href")),
            Map.entry("body", Set.of("background")),
            Map.entry("table", Set.of("background")),
            Map.entry("tr", Set.of("background")),
            Map.entry("td", Set.of("background")),
            Map.entry("th", Set.of("background")),
            Map.entry("meta", Set.of("content")));

    private static final Set<String> LISTS = Set.of("srcset", "data-srcset", "imagesrcset");
    private static final Set<String> LISTED = Set.of("img", "source", "link");
    private static final Set<String> LINK_RELS = Set.of(
            "stylesheet",
            "icon",
            "apple-touch-icon",
            "apple-touch-icon-precomposed",
            "apple-touch-startup-image",
            "fluid-icon",
            "mask-icon",
            "image_src",
            "preload",
            "modulepreload",
            "prefetch",
            "prerender",
            "manifest");
    private static final Set<String> META_NAMES = Set.of(
            "og:image",
            "og:image:url",
            "og:image:secure_url",
            "og:audio",
            "og:video",
            "og:logo",
            "twitter:image",
            "twitter:image:src",
            "twitter:player:stream",
            "msapplication-tileimage",
            "msapplication-config",
            "msapplication-square70x70logo",
            "msapplication-square150x150logo",
            "msapplication-wide310x150logo",
            "msapplication-square310x310logo",
            "thumbnail",
            "image",
            "thumbnailurl",
            "contenturl",
            "logo");

    private UrlAttributes() {}

    /** Returns the attributes of {@code tag}'s element that may hold one URL. */
    static Set<String> of(Tag tag) {
        Set<String> known = BY_ELEMENT.get(tag.name());
        return known == null ? Set.of() : known;
    }

    /** Tells whether the attributes of {@link #of} hold URLs of something to load, by what else the tag says. */
    static boolean isUrl(Tag tag, String text) {
        return switch (tag.name()) {
            case "link" -> loads(tag, text);
            case "meta" -> names(tag, text);
            default -> true;
        };
    }

    /** Tells whether {@code attribute} holds a list of image candidates (HTML standard, srcset attributes). */
    static boolean isList(Tag tag, String attribute) {
        return LISTS.contains(attribute) && LISTED.contains(tag.name());
    }

    /** Tells whether an attribute of a tag, named without its Thymeleaf prefix, holds one or more URLs of something to load. */
    static boolean isLoaded(Tag tag, String text, String attribute) {
        return (of(tag).contains(attribute) && isUrl(tag, text)) || isList(tag, attribute);
    }

    /** Returns an attribute's name without a Thymeleaf prefix. */
    static String plain(String attribute) {
        return attribute.startsWith("th:")
                ? attribute.substring(3)
                : attribute.startsWith("data-th-") ? attribute.substring(8) : attribute;
    }

    private static boolean loads(Tag tag, String text) {
        String rel = tag.value("rel", text).toLowerCase(Locale.ROOT);
        if (rel.isEmpty() && tag.has("rel")) {
            return true;
        }
        for (String word : rel.split("\\s+")) {
            if (LINK_RELS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(Tag tag, String text) {
        for (String key : new String[] {"property", "name", "itemprop"}) {
            if (META_NAMES.contains(tag.value(key, text).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
