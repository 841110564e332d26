package io.github.assetpipe.page;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element that matters for the tags inside it. */
public enum Ancestor {
    /** Document head. */
    HEAD,
    /** Shown only without scripts. */
    NOSCRIPT,
    /** Inert markup that scripts clone. */
    TEMPLATE,
    /** A picture with sources. */
    PICTURE,
    /** SVG or MathML content. */
    FOREIGN,
    /** Page or section header, or navigation. */
    HEADER,
    /** A hero, jumbotron, masthead or carousel. */
    HERO,
    /** A Facelets facet, which takes one child. */
    FACET,
    /** Video or audio. */
    MEDIA,
    /** An embedded object with its fallback content. */
    OBJECT;

    private static final Map<String, Ancestor> BY_NAME = Map.ofEntries(
            Map.entry("head", HEAD),
            Map.entry("noscript", NOSCRIPT),
            Map.entry("template", TEMPLATE),
            Map.entry("picture", PICTURE),
            Map.entry("svg", FOREIGN),
            Map.entry("math", FOREIGN),
            Map.entry("header", HEADER),
            Map.entry("nav", HEADER),
            Map.entry("f:facet", FACET),
            Map.entry("video", MEDIA),
            Map.entry("audio", MEDIA),
            Map.entry("object", OBJECT));

    private static final String[] HERO_WORDS = {"hero", "jumbotron", "masthead", "carousel", "banner"};

    /** Returns what an element of a name is for the tags inside it, or null when its name does not matter. */
    static @Nullable Ancestor ofName(String name) {
        return BY_NAME.get(name);
    }

    /** Returns what an element whose name does not matter is by its class attribute, or null. */
    static @Nullable Ancestor ofClasses(String classes) {
        String words = classes.toLowerCase(Locale.ROOT);
        for (String word : HERO_WORDS) {
            if (words.contains(word)) {
                return HERO;
            }
        }
        return words.contains("navbar") || words.contains("topbar") ? HEADER : null;
    }

    /**
     * Returns what an element is by its id attribute, or null. Pages from before the elements for it have one such element:
     * {@code <div id="Header">}. Classes that end so are those of cards and tables too.
     */
    static @Nullable Ancestor ofId(String id) {
        String word = id.toLowerCase(Locale.ROOT);
        return word.endsWith("header") || word.startsWith("header") ? HEADER : ofClasses(word);
    }
}
