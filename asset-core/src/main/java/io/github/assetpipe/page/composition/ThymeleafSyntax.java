package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.Attribute;
import io.github.assetpipe.page.Tag;
import io.github.assetpipe.page.composition.Target.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Thymeleaf 2 and 3 with its layout dialect.
 *
 * <p>Any element can be named from elsewhere ({@code ~{page :: body}}), so every element is a block here; those without
 * scripts are left out in the end.
 */
final class ThymeleafSyntax implements Syntax {
    private static final Set<String> INCLUSIONS = Set.of("insert", "replace", "include", "substituteby");

    /** Elements with a prefix that render no scripts of their own. */
    private static final Set<String> KNOWN_PREFIXES =
            Set.of("th", "layout", "sec", "svg", "xlink", "xsl", "m", "math", "v", "o", "g", "fb", "sp");

    /** The name under which a decorated page's head reaches the layout's. */
    private static final String HEAD = "<head>";

    private static final List<String> CONDITIONS = List.of("if", "unless", "case", "each");

    private static final String SLOT = "layout:fragment";
    private static final String MERGED = "merged head";

    private final Sketch sketch;
    private final String text;
    private final FragmentExpression expressions;
    private boolean decorates;
    private int filledUntil = -1;

    ThymeleafSyntax(Sketch sketch) {
        this.sketch = sketch;
        this.text = sketch.text();
        this.expressions = new FragmentExpression(sketch);
    }

    @Override
    public void tag(Tag tag) {
        decorate(tag);
        int end = tag.closeStart();
        int colon = tag.name().indexOf(':');
        if (colon > 0 && !KNOWN_PREFIXES.contains(tag.name().substring(0, colon))) {
            sketch.markup(tag.start(), "unknown element <" + tag.name() + ">");
        }
        // What fills a slot of an included fragment is no slot of this page.
        String slot = tag.start() < filledUntil ? null : slot(tag);
        Attribute inclusion = inclusion(tag);
        if (end < 0) {
            if (inclusion != null) {
                boolean optional = isOptional(tag);
                if (optional) {
                    sketch.begin();
                }
                include(tag, inclusion);
                if (optional) {
                    sketch.end();
                }
            }
            return;
        }
        if (attribute(tag, "remove").filter("all"::equals).isPresent()) {
            open(tag, Block.Kind.DROPPED, List.of(), "removed");
        } else if (slot != null) {
            open(tag, Block.Kind.CONTENT, slotNames(slot, tag), SLOT);
        } else {
            open(tag, Block.Kind.PART, names(tag), tag.name());
        }
        inside(tag, inclusion);
    }

    /** Script elements are named and included as others are. */
    @Override
    public void script(Tag tag) {
        int end = Math.max(tag.end(), tag.closeStart());
        boolean repeats = attribute(tag, "each").isPresent();
        sketch.open(Block.Kind.PART, names(tag), parameters(tag), repeats, tag.name(), end, sketch.line(tag.start()));
        Attribute inclusion = inclusion(tag);
        if (inclusion != null) {
            include(tag, inclusion);
            if (!inclusion.name().endsWith("replace") && !inclusion.name().endsWith("substituteby")) {
                sketch.unknown(tag.start(), "script text from elsewhere");
            }
            sketch.open(Block.Kind.DROPPED, List.of(), List.of(), false, "replaced", end, sketch.line(tag.start()));
        }
    }

    /** What an element's attributes make of what stands in it. */
    private void inside(Tag tag, @Nullable Attribute inclusion) {
        if (inclusion != null && isLayout(inclusion)) {
            // What stands inside fills slots of what is included: either may come first.
            filledUntil = Math.max(filledUntil, tag.closeStart());
            sketch.open(
                    Block.Kind.PART, List.of(), List.of(), true, "filled", tag.closeStart(), sketch.line(tag.start()));
            include(tag, inclusion);
        } else if (inclusion != null) {
            include(tag, inclusion);
            open(tag, Block.Kind.DROPPED, List.of(), "replaced");
        } else if (attribute(tag, "utext").isPresent()) {
            boolean message = attribute(tag, "utext").orElse("").startsWith("#{");
            if (!message) {
                sketch.markup(tag.start(), "unescaped th:utext");
            }
            open(tag, Block.Kind.DROPPED, List.of(), "replaced");
        } else if (attribute(tag, "text").isPresent()) {
            open(tag, Block.Kind.DROPPED, List.of(), "replaced");
        } else if (tag.name().equals("head")) {
            // The layout dialect merges the head of a page into that of its layout, before or after each kind of
            // element.
            sketch.slot(tag.start(), Kind.INHERITED, HEAD, -1);
            open(tag, Block.Kind.CONTENT, List.of(HEAD), MERGED);
        }
    }

    @Override
    public void closed(OpenBlock block) {
        if (block.label().equals(SLOT) || block.label().equals(MERGED)) {
            sketch.slot(sketch.page().lines().lineStart(block.line()), Kind.INHERITED, block.name(), block.index());
        }
        if (block.label().equals(MERGED)) {
            sketch.slot(sketch.page().lines().lineStart(block.line()), Kind.INHERITED, HEAD, -1);
        }
    }

    private void open(Tag tag, Block.Kind kind, List<String> names, String label) {
        boolean repeats = attribute(tag, "each").isPresent() && kind == Block.Kind.PART;
        sketch.open(kind, names, parameters(tag), repeats, label, tag.closeStart(), sketch.line(tag.start())).optional =
                isOptional(tag);
    }

    private boolean isOptional(Tag tag) {
        return CONDITIONS.stream().anyMatch(name -> attribute(tag, name).isPresent());
    }

    private void decorate(Tag tag) {
        if (decorates) {
            return;
        }
        for (Attribute attribute : tag.attributes()) {
            String name = attribute.name().replaceFirst("^data-layout-", "layout:");
            if (name.equals("layout:decorate") || name.equals("layout:decorator")) {
                decorates = true;
                sketch.extend(tag.start(), expressions.targets(attribute.raw(text)));
            }
        }
    }

    private void include(Tag tag, Attribute attribute) {
        expressions.include(tag.start(), attribute.raw(text));
    }

    private static boolean isLayout(Attribute attribute) {
        return attribute.name().startsWith("layout:") || attribute.name().startsWith("data-layout-");
    }

    private static @Nullable Attribute inclusion(Tag tag) {
        for (Attribute attribute : tag.attributes()) {
            String name = attribute.name().replaceFirst("^(?:data-)?(?:th|layout)[:-]", "");
            if (!name.equals(attribute.name()) && INCLUSIONS.contains(name) && attribute.hasValue()) {
                return attribute;
            }
        }
        return null;
    }

    private @Nullable String slot(Tag tag) {
        Optional<Attribute> fragment = tag.attribute("layout:fragment").or(() -> tag.attribute("data-layout-fragment"));
        return fragment.map(a -> Arguments.word(a.raw(text))).orElse(null);
    }

    private List<String> slotNames(String slot, Tag tag) {
        List<String> names = new ArrayList<>(names(tag));
        names.add(0, slot);
        return names;
    }

    private List<String> names(Tag tag) {
        List<String> names = new ArrayList<>();
        names.add(tag.name());
        attribute(tag, "fragment").ifPresent(f -> names.add(0, Arguments.word(f.split("\\(", 2)[0])));
        attribute(tag, "ref").ifPresent(r -> names.add(Arguments.word(r)));
        String id = tag.value("id", text);
        if (!id.isEmpty()) {
            names.add("#" + id);
        }
        for (String word : tag.value("class", text).split("\\s+")) {
            if (!word.isEmpty()) {
                names.add("." + word);
            }
        }
        return names;
    }

    private List<String> parameters(Tag tag) {
        String fragment = attribute(tag, "fragment").orElse("");
        int open = fragment.indexOf('(');
        return open < 0
                ? List.of()
                : Arguments.split(fragment.substring(open + 1, Arguments.close(fragment, open)), ',');
    }

    private Optional<String> attribute(Tag tag, String name) {
        return tag.attribute("th:" + name)
                .or(() -> tag.attribute("data-th-" + name))
                .map(a -> a.raw(text).strip());
    }
}
