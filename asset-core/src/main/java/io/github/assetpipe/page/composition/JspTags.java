package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.composition.Target.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tags of JSP and Grails pages that include, define, repeat or pass something along. */
final class JspTags {
    private static final Set<String> LOOPS = Set.of(
            "c:forEach", "c:forTokens", "s:iterator", "logic:iterate", "g:each", "g:while", "g:findAll", "x:forEach");

    /** Tags of known libraries that always render their bodies; of the others, some do under a condition. */
    private static final Set<String> ALWAYS =
            Set.of("form", "html", "body", "bundle", "setbundle", "url", "param", "view", "escapebody", "out");

    private static final String CALL = "call ";
    private static final String IGNORED = "plain ";

    private final Sketch sketch;

    JspTags(Sketch sketch) {
        this.sketch = sketch;
    }

    /** Reads a start or empty tag. */
    void open(Element tag) {
        String name = tag.name();
        if (LOOPS.contains(name)) {
            if (!tag.empty()) {
                sketch.open(Block.Kind.PART, List.of(), List.of(), true, name, tag.until(), sketch.line(tag.start()))
                        .optional = true;
            }
            return;
        }
        switch (name) {
            case "jsp:include", "jsp:directive.include", "s:include", "stripes:include" -> include(tag);
            case "jsp:directive.taglib" ->
                library(tag.get("prefix"), tag.has("tagdir") ? tag.get("tagdir") : tag.get("uri"));
            case "c:import" -> url(tag);
            case "jsp:attribute" -> content(tag, tag.get("name"));
            case "jsp:body" -> content(tag, "");
            case "jsp:doBody" -> body(tag, "");
            case "jsp:invoke" -> body(tag, tag.get("fragment"));
            case "c:set", "c:catch", "g:set" -> capture(tag);
            case "c:out" -> output(tag);
            case "tiles:insertAttribute", "tiles:insert", "tiles:insertDefinition", "tiles:insertTemplate" ->
                tiles(tag);
            case "tiles:putAttribute", "tiles:put" -> put(tag);
            case "decorator:body", "g:layoutBody" -> screen(tag, "body");
            case "decorator:head", "g:layoutHead" -> screen(tag, "head");
            case "sitemesh:write" -> screen(tag, tag.get("property"));
            case "g:pageProperty", "decorator:getProperty", "g:layoutTitle", "decorator:title" -> property(tag);
            case "g:render" -> render(tag);
            case "g:applyLayout" -> call(tag, List.of(Target.template("layouts/" + tag.get("name"))));
            case "stripes:layout-render" -> call(tag, List.of(Target.template(Arguments.literal(tag.get("name")))));
            case "stripes:layout-component" -> component(tag);
            default -> other(tag);
        }
    }

    void library(String prefix, String uri) {
        if (!prefix.isEmpty() && !uri.isEmpty()) {
            sketch.libraries().put(prefix, uri);
        }
    }

    private void include(Element tag) {
        String page = tag.get("page") + tag.get("file") + tag.get("value");
        sketch.call(tag.start(), List.of(Target.template(Arguments.literal(page))), List.of());
        ignored(tag);
    }

    private void url(Element tag) {
        boolean stored = tag.has("var") || tag.has("varreader");
        String url = Arguments.literal(tag.get("url"));
        if (!stored) {
            boolean external = url.contains("://") || tag.has("context");
            sketch.call(tag.start(), external ? List.of() : List.of(Target.template(url)), List.of());
        }
        ignored(tag);
    }

    private void ignored(Element tag) {
        if (!tag.empty()) {
            sketch.open(
                    Block.Kind.DROPPED,
                    List.of(),
                    List.of(),
                    false,
                    IGNORED + tag.name(),
                    tag.until(),
                    sketch.line(tag.start()));
        }
    }

    private OpenBlock open(Element tag, Block.Kind kind, String name, String label) {
        List<String> names = name.isEmpty() ? List.of() : List.of(name);
        return sketch.open(kind, names, List.of(), false, label, tag.until(), sketch.line(tag.start()));
    }

    private void content(Element tag, String name) {
        if (!tag.empty()) {
            open(tag, Block.Kind.CONTENT, name, tag.name());
        }
    }

    private void body(Element tag, String name) {
        if (!tag.has("var") && !tag.has("varreader")) {
            sketch.slot(tag.start(), Kind.PARAMETER, name, -1);
        }
    }

    private void capture(Element tag) {
        if (!tag.empty()) {
            boolean shown = tag.name().equals("c:catch");
            open(tag, shown ? Block.Kind.PART : Block.Kind.CAPTURE, shown ? "" : tag.get("var"), tag.name());
        }
    }

    private void output(Element tag) {
        if (tag.get("escapexml").equals("false")) {
            sketch.markup(tag.start(), "unescaped c:out");
        }
    }

    private void tiles(Element tag) {
        String name = Arguments.literal(tag.get("name") + tag.get("attribute") + tag.get("definition"));
        if (tag.has("template") || tag.has("page")) {
            call(tag, List.of(Target.template(Arguments.literal(tag.get("template") + tag.get("page")))));
        } else if (tag.name().equals("tiles:insertDefinition") || tag.has("definition")) {
            call(tag, List.of(Target.of(Kind.DEFINITION, name)));
        } else if (name.isEmpty() || name.contains("*")) {
            sketch.unknown(tag.start(), "computed Tiles attribute");
            ignored(tag);
        } else {
            boolean optional = tag.get("ignore").equals("true") || tag.has("defaultvalue");
            sketch.add(new Item.Call(
                    sketch.line(tag.start()), List.of(Target.of(Kind.INHERITED, name)), List.of(), -1, !optional));
            ignored(tag);
        }
    }

    private void put(Element tag) {
        OpenBlock content = open(tag, Block.Kind.CONTENT, tag.get("name"), "tiles:putAttribute");
        if (tag.has("value")) {
            TilesDefinitions.value(Arguments.literal(tag.get("value")), tag.get("type"))
                    .ifPresent(target -> sketch.call(tag.start(), target));
        }
        if (tag.empty()) {
            fill(sketch.end(content.label()));
        }
    }

    private void screen(Element tag, String part) {
        if (part.equals("body") || part.equals("head")) {
            sketch.slot(tag.start(), Kind.SCREEN, part, -1);
        } else {
            property(tag);
        }
    }

    private void property(Element tag) {
        String name = tag.get("name") + tag.get("property");
        if (name.startsWith("page.")) {
            sketch.slot(tag.start(), Kind.SCREEN, name.substring("page.".length()), -1);
        } else if (!name.isEmpty() && !name.equals("title") && !name.startsWith("meta.") && !name.startsWith("body.")) {
            sketch.markup(tag.start(), "page property " + name);
        }
    }

    private void render(Element tag) {
        String template = tag.get("template");
        int slash = template.lastIndexOf('/') + 1;
        if (template.isEmpty()) {
            sketch.unknown(tag.start(), "computed template");
        } else {
            String file = Arguments.literal(template.substring(0, slash) + "_" + template.substring(slash));
            call(tag, List.of(Target.template(file)));
            return;
        }
        ignored(tag);
    }

    private void component(Element tag) {
        if (sketch.enclosing(CALL + "stripes:layout-render") != null) {
            content(tag, tag.get("name"));
        } else {
            sketch.slot(tag.start(), Kind.PARAMETER, tag.get("name"), -1);
            ignored(tag);
        }
    }

    /** Begins a call whose body is passed along. */
    private void call(Element tag, List<Target> targets) {
        if (tag.empty()) {
            sketch.call(tag.start(), targets, List.of());
        } else {
            open(tag, Block.Kind.CONTENT, "", CALL + tag.name()).calls(targets);
        }
    }

    private void other(Element tag) {
        String library = sketch.libraries().getOrDefault(tag.prefix(), "");
        if (tag.prefix().equals("jsp")) {
            return;
        }
        if (TagLibraries.isPlain(library, tag.prefix(), tag.local(), tag.attributes())) {
            if (!tag.empty() && !ALWAYS.contains(tag.local())) {
                sketch.condition(tag.name(), tag.until(), tag.start());
            }
            return;
        }
        if (TagLibraries.isCustomary(tag.prefix()) && !library.contains("/tags/")) {
            sketch.markup(tag.start(), "<" + tag.name() + ">");
            return;
        }
        call(tag, List.of(new Target(Kind.TAG, tag.local(), tag.prefix())));
    }

    /** Learns that an end tag of template code was read. */
    void end(String name) {
        for (String label : new String[] {name, CALL + name, IGNORED + name}) {
            if (sketch.enclosing(label) != null) {
                OpenBlock block = sketch.end(label);
                if (block != null) {
                    closed(block);
                }
                return;
            }
        }
    }

    /** Learns that a block has ended. */
    void closed(OpenBlock block) {
        String label = block.label();
        if (label.startsWith(CALL)) {
            block.fills().add(Fill.named("", block.index()));
            sketch.add(new Item.Call(block.line(), block.targets(), List.copyOf(block.fills()), -1, true));
        } else if (Set.of("jsp:attribute", "jsp:body", "tiles:putAttribute", "tiles:put", "stripes:layout-component")
                .contains(label)) {
            fill(block);
        }
    }

    private void fill(@Nullable OpenBlock block) {
        if (block != null) {
            sketch.top().fills().add(Fill.named(block.name(), block.index()));
        }
    }

    static boolean isTagDirectory(String library) {
        return library.toLowerCase(Locale.ROOT).contains("/tags");
    }
}
