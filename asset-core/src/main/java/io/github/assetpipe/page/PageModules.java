package io.github.assetpipe.page;

import io.github.assetpipe.js.JsSpecifiers;
import io.github.assetpipe.js.JsSpecifiers.Specifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a page has to do with modules, in order of its text. Immutable.
 *
 * @param elements its module scripts, import maps and preloads of modules
 */
public record PageModules(List<Element> elements) {
    /** Deeper scripts are no inline modules of a person; the parser would need a deeper stack than its caller's. */
    private static final int DEEPEST = 200;

    private static final int LONGEST = 1 << 18;

    /** What an element is. */
    public enum Kind {
        /** A module script of a file. */
        EXTERNAL,
        /** A module script in the page. */
        INLINE,
        /** An import map in the page. */
        MAP,
        /** A link that preloads a module. */
        PRELOAD
    }

    /**
     * An element.
     *
     * @param tag its tag
     * @param index the tag's index in the page's markup
     * @param kind what it is
     */
    public record Element(Tag tag, int index, Kind kind) {

        /** Tells whether the template language writes into the element's text, or it has none that can be read. */
        public boolean isComputed(Page page) {
            return isWritten(tag, page);
        }

        /** Returns the element's text. */
        public String text(Page page) {
            return tag.closeStart() < tag.end() ? "" : page.text().substring(tag.end(), tag.closeStart());
        }
    }

    /** Copies the list. */
    public PageModules {
        elements = List.copyOf(elements);
    }

    /** Reads a page. */
    public static PageModules of(Page page) {
        List<Element> elements = new ArrayList<>();
        List<Tag> tags = page.markup().tags();
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            boolean inert =
                    tag.within().contains(Ancestor.TEMPLATE) || tag.within().contains(Ancestor.NOSCRIPT);
            if (inert || tag.dynamic()) {
                continue;
            }
            if (tag.name().equals("script")) {
                String type = tag.value("type", page.text()).toLowerCase(Locale.ROOT);
                if (type.equals("module")) {
                    elements.add(new Element(tag, i, tag.has("src") ? Kind.EXTERNAL : Kind.INLINE));
                } else if (type.equals("importmap")) {
                    elements.add(new Element(tag, i, Kind.MAP));
                }
            } else if (tag.name().equals("link")
                    && tag.value("rel", page.text()).toLowerCase(Locale.ROOT).equals("modulepreload")) {
                elements.add(new Element(tag, i, Kind.PRELOAD));
            }
        }
        return new PageModules(elements);
    }

    /** Returns what an inline module names, with offsets into the page; nothing where it is computed or not understood. */
    static List<Specifier> specifiers(Tag tag, Page page) {
        if (isWritten(tag, page)) {
            return List.of();
        }
        String text = page.text().substring(tag.end(), tag.closeStart());
        return isDeep(text)
                ? List.of()
                : JsSpecifiers.of(text).specifiers().stream()
                        .map(name -> new Specifier(
                                tag.end() + name.start(), tag.end() + name.end(), name.text(), name.kind()))
                        .toList();
    }

    /** Returns what the page's inline modules name, with offsets into the page. */
    public List<Specifier> inlineSpecifiers(Page page) {
        return elements.stream()
                .filter(element -> element.kind() == Kind.INLINE)
                .flatMap(element -> specifiers(element.tag(), page).stream())
                .toList();
    }

    static boolean isWritten(Tag tag, Page page) {
        return tag.closeStart() < tag.end() || page.isDynamic(tag.end(), tag.closeStart());
    }

    private static boolean isDeep(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[' || c == '{') {
                if (++depth > DEEPEST) {
                    return true;
                }
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            }
        }
        return text.length() > LONGEST;
    }
}
