package io.github.assetpipe.page.composition;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.page.Ancestor;
import io.github.assetpipe.page.Attribute;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.Tag;
import io.github.assetpipe.page.composition.Item.Kind;
import io.github.assetpipe.page.composition.Item.Wish;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells of a script tag when it runs (HTML standard, prepare the script element). */
final class ScriptTags {
    private static final Set<String> JAVASCRIPT = Set.of(
            "text/javascript",
            "application/javascript",
            "application/x-javascript",
            "application/ecmascript",
            "application/x-ecmascript",
            "text/ecmascript",
            "text/x-ecmascript",
            "text/x-javascript",
            "text/jscript",
            "text/livescript");

    /** What an attribute that a template computes may be to matter. */
    private static final Pattern RUNS_WHEN = Pattern.compile("\\b(?:async|defer|type|src|nomodule|language)\\b");

    private static final String COMPUTED = "its attributes are computed";

    private ScriptTags() {}

    /** Returns what a script tag does, or null when no browser runs it: data blocks, blank ones. */
    static Item.@Nullable Script read(Tag tag, Page page, @Nullable LogicalPath asset) {
        String text = page.text();
        Optional<String> type = type(tag, page);
        boolean external = tag.has("src") || tag.has("href") || tag.has("xlink:href");
        if (type.isEmpty()) {
            return script(tag, page, asset, external ? Kind.FIXED : Kind.INLINE, "its type is computed");
        }
        if (type.get().equals("module")) {
            return script(tag, page, asset, tag.has("async") ? Kind.ASYNC : Kind.DEFERRED, "");
        }
        if (!type.get().isEmpty() && !JAVASCRIPT.contains(type.get())) {
            return null;
        }
        if (!external) {
            return inline(tag, page);
        }
        String fixed = fixed(tag, page);
        if (!fixed.isEmpty()) {
            return script(tag, page, asset, Kind.FIXED, fixed);
        }
        if (tag.has("async")) {
            return script(tag, page, asset, Kind.ASYNC, "");
        }
        if (tag.has("defer")) {
            return script(tag, page, asset, Kind.DEFERRED, "");
        }
        boolean empty = tag.value("src", text).isEmpty() && computedSource(tag) == null;
        return empty ? null : script(tag, page, asset, Kind.EXTERNAL, "");
    }

    private static Item.@Nullable Script inline(Tag tag, Page page) {
        if (tag.dynamic()) {
            return script(tag, page, null, Kind.FIXED, COMPUTED);
        }
        int end = tag.closeStart() >= 0 ? tag.closeStart() : tag.end();
        InlineScript inline = InlineScript.read(page, tag.end(), end);
        if (inline.blank()) {
            return null;
        }
        Kind kind = inline.assigned().isEmpty() ? Kind.INLINE : Kind.ASSIGNMENT;
        return new Item.Script(
                tag.start(), page.lines().line(tag.start()), kind, "", null, Wish.NONE, inline.assigned());
    }

    /** Returns why an external classic script's tag can't be changed, or the empty string. */
    private static String fixed(Tag tag, Page page) {
        if (tag.dynamic()) {
            return COMPUTED;
        }
        if (tag.within().contains(Ancestor.FOREIGN)) {
            return "it stands in SVG";
        }
        if (tag.has("nomodule")) {
            return "it is for old browsers only";
        }
        for (Attribute attribute : tag.attributes()) {
            String why = fixed(attribute, page);
            if (!why.isEmpty()) {
                return why;
            }
        }
        return "";
    }

    private static String fixed(Attribute attribute, Page page) {
        String name = plain(attribute.name());
        String value = attribute.raw(page.text());
        boolean computed = !name.equals(attribute.name())
                || (attribute.hasValue() && page.isDynamic(attribute.valueStart(), attribute.valueEnd()));
        if ((name.equals("async") || name.equals("defer")) && computed) {
            return "its " + name + " is computed";
        }
        if (name.startsWith("attr")
                && !name.equals(attribute.name())
                && RUNS_WHEN.matcher(value).find()) {
            return COMPUTED;
        }
        if (name.startsWith(":") || name.startsWith("v-bind:") || name.startsWith("[")) {
            return COMPUTED;
        }
        // A load handler runs right after its script, now as then.
        return name.startsWith("on") && value.contains("write") ? "its handler may write into the page" : "";
    }

    /** Returns the type in lower case without parameters, the empty string for JavaScript by default, or empty if computed. */
    private static Optional<String> type(Tag tag, Page page) {
        if (tag.attribute("th:type").isPresent()
                || tag.attribute("data-th-type").isPresent()) {
            return Optional.empty();
        }
        Optional<Attribute> attribute = tag.attribute("type");
        if (attribute.isEmpty()) {
            String language = tag.value("language", page.text()).toLowerCase(Locale.ROOT);
            return Optional.of(language.isEmpty() || language.startsWith("javascript") ? "" : "text/" + language);
        }
        Attribute type = attribute.get();
        if (type.hasValue() && page.isDynamic(type.valueStart(), type.valueEnd())) {
            return Optional.empty();
        }
        String value = type.raw(page.text()).strip().toLowerCase(Locale.ROOT);
        int parameters = value.indexOf(';');
        // Browsers run a type with parameters in modern versions not at all, in old ones always: keep it safe, it runs.
        return Optional.of(
                parameters < 0 ? value : value.substring(0, parameters).strip());
    }

    private static @Nullable Attribute computedSource(Tag tag) {
        for (Attribute attribute : tag.attributes()) {
            if (!attribute.name().equals("src") && plain(attribute.name()).equals("src")) {
                return attribute;
            }
        }
        return null;
    }

    private static String plain(String name) {
        if (name.startsWith("th:")) {
            return name.substring(3);
        }
        return name.startsWith("data-th-") ? name.substring(8) : name;
    }

    private static Item.Script script(Tag tag, Page page, @Nullable LogicalPath asset, Kind kind, String why) {
        Attribute computed = computedSource(tag);
        String src = computed != null ? computed.raw(page.text()).strip() : tag.value("src", page.text());
        Wish wish = tag.has("data-no-defer") ? Wish.STAY : tag.has("data-defer") ? Wish.DEFER : Wish.NONE;
        List<String> names = why.isEmpty() ? List.of() : List.of(why);
        return new Item.Script(tag.start(), page.lines().line(tag.start()), kind, src, asset, wish, names);
    }
}
