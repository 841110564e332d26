package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes elements that the selectors of a stylesheet match, with classes of other rules mixed in. */
final class DomBuilder {
    private final Random random;
    private final List<String> classes = new ArrayList<>();
    private final List<ComplexSelector> selectors = new ArrayList<>();

    DomBuilder(long seed) {
        this.random = new Random(seed);
    }

    /** Returns HTML with about {@code count} trees. */
    String build(String css, int count) {
        collect(Stylesheet.parse(css).children());
        StringBuilder out = new StringBuilder();
        double share = Math.min(1, count / (double) Math.max(1, selectors.size()));
        for (ComplexSelector selector : selectors) {
            if (random.nextDouble() < share) {
                tree(selector, out);
            }
        }
        return out.toString();
    }

    private void collect(List<Node> nodes) {
        for (Node node : nodes) {
            if (node instanceof StyleRule rule) {
                SelectorList list = rule.selectors();
                if (list != null) {
                    for (ComplexSelector selector : list.selectors()) {
                        selectors.add(selector);
                        names(selector);
                    }
                }
                collect(rule.children());
            } else if (node instanceof AtRule rule && rule.children() != null) {
                collect(rule.children());
            }
        }
    }

    private void names(ComplexSelector selector) {
        for (CompoundSelector compound : selector.compounds()) {
            for (SimpleSelector part : compound.parts()) {
                if (part instanceof SimpleSelector.ClassName name) {
                    classes.add(name.name());
                }
            }
        }
    }

    private void tree(ComplexSelector selector, StringBuilder out) {
        List<String> open = new ArrayList<>();
        List<CompoundSelector> compounds = selector.compounds();
        for (int i = 0; i < compounds.size(); i++) {
            String tag = tag(compounds.get(i));
            out.append(element(compounds.get(i), tag));
            Combinator next = i + 1 < compounds.size() ? compounds.get(i + 1).combinator() : Combinator.NONE;
            boolean sibling = next == Combinator.NEXT_SIBLING || next == Combinator.SUBSEQUENT_SIBLING;
            if (isVoid(tag)) {
                continue;
            }
            if (sibling) {
                out.append("x</").append(tag).append('>');
            } else {
                open.add(tag);
            }
        }
        out.append('x');
        for (int i = open.size() - 1; i >= 0; i--) {
            out.append("</").append(open.get(i)).append('>');
        }
    }

    private static boolean isVoid(String tag) {
        return List.of("input", "img", "br", "hr", "col", "area", "embed", "source", "wbr", "link", "meta")
                .contains(tag);
    }

    private static String tag(CompoundSelector compound) {
        for (SimpleSelector part : compound.parts()) {
            if (part instanceof SimpleSelector.Type type && type.name().matches("[a-zA-Z][a-zA-Z0-9]*")) {
                String name = Chars.lower(type.name());
                boolean odd = List.of(
                                "html",
                                "body",
                                "head",
                                "script",
                                "style",
                                "template",
                                "iframe",
                                "title",
                                "textarea",
                                "select",
                                "option",
                                "tr",
                                "td",
                                "th",
                                "tbody",
                                "thead",
                                "tfoot",
                                "table",
                                "caption",
                                "optgroup",
                                "plaintext",
                                "frameset",
                                "noscript")
                        .contains(name);
                return odd ? "div" : name;
            }
        }
        return "div";
    }

    private String element(CompoundSelector compound, String tag) {
        StringBuilder names = new StringBuilder();
        StringBuilder attributes = new StringBuilder();
        for (SimpleSelector part : compound.parts()) {
            part(part, names, attributes);
        }
        int extra = random.nextInt(3);
        for (int i = 0; i < extra && !classes.isEmpty(); i++) {
            names.append(' ').append(escape(classes.get(random.nextInt(classes.size()))));
        }
        return "<" + tag + " class=\"" + names.toString().trim() + "\"" + attributes + ">";
    }

    private void part(SimpleSelector part, StringBuilder names, StringBuilder attributes) {
        if (part instanceof SimpleSelector.ClassName name) {
            names.append(' ').append(escape(name.name()));
        } else if (part instanceof SimpleSelector.Id id) {
            attributes.append(" id=\"").append(escape(id.name())).append('"');
        } else if (part instanceof SimpleSelector.Attribute attribute
                && !attribute.name().equals("class")) {
            attributes
                    .append(' ')
                    .append(attribute.name())
                    .append("=\"")
                    .append(escape(attribute.value()))
                    .append('"');
        } else if (part instanceof SimpleSelector.Pseudo pseudo) {
            switch (pseudo.name()) {
                case "hover", "focus", "active", "visited", "focus-within", "focus-visible" ->
                    names.append(" is-").append(pseudo.name());
                case "disabled", "checked", "required" -> attributes.append(' ').append(pseudo.name());
                default -> {}
            }
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
