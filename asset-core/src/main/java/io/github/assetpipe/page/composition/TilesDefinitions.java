package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.composition.Target.Kind;
import io.github.assetpipe.text.LineMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the definition files of Apache Tiles, which say which template is filled with what. */
public final class TilesDefinitions {
    /** The names under which projects keep their definitions, below the web application's folder or beside the pages. */
    public static final List<String> FILE_NAMES = List.of(
            "tiles.xml", "tiles-def.xml", "tiles-defs.xml", "tiles-definitions.xml", "views.xml", "layouts.xml");

    /** The engine of facts that were made from definitions. */
    static final String ENGINE = "tiles";

    private static final Pattern TAG = Pattern.compile(
            "<!--.*?-->|<(/?)(definition|put-attribute|put-list-attribute|add-attribute|put)\\b((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>",
            Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private TilesDefinitions() {}

    /**
     * Reads a file of definitions.
     *
     * @param file its project-relative name
     * @param text its text
     * @return one facts record for each definition, empty when the file holds none
     */
    public static List<PageFacts> read(String file, String text) {
        List<PageFacts> all = new ArrayList<>();
        LineMap lines = new LineMap(text);
        Matcher tag = TAG.matcher(text);
        Definition open = null;
        while (tag.find()) {
            String name = tag.group(2);
            if (name == null) {
                continue;
            }
            boolean ends = "/".equals(tag.group(1));
            String inside = tag.group(3);
            boolean empty = inside.endsWith("/");
            if (name.equals("definition")) {
                if (open != null) {
                    all.add(open.facts(file));
                    open = null;
                }
                if (!ends) {
                    open = new Definition(attributes(inside), lines.line(tag.start()));
                }
                if (!ends && empty && open != null) {
                    all.add(open.facts(file));
                    open = null;
                }
            } else if (!ends && open != null) {
                open.put(attributes(inside), lines.line(tag.start()));
            }
        }
        return all;
    }

    private static Map<String, String> attributes(String inside) {
        Map<String, String> attributes = new HashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(inside);
        while (attribute.find()) {
            attributes.put(attribute.group(1), attribute.group(2) != null ? attribute.group(2) : attribute.group(3));
        }
        return attributes;
    }

    /** Returns what an attribute's value renders, or empty when it is text. */
    static Optional<Target> value(String value, String type) {
        if (type.equals("string") || value.isEmpty()) {
            return Optional.empty();
        }
        String name = value.replaceAll("\\{\\d+\\}", "*");
        if (type.equals("template")
                || type.equals("page")
                || name.startsWith("/")
                || name.matches(".*\\.(?:jspx?|html?|ftl|vm|xhtml)")) {
            return Optional.of(Target.template(name));
        }
        return Optional.of(Target.of(Kind.DEFINITION, name));
    }

    /** A definition while it is read. */
    private static final class Definition {
        private final Map<String, String> attributes;
        private final int line;
        private final List<Block> contents = new ArrayList<>();
        private final List<Fill> fills = new ArrayList<>();

        Definition(Map<String, String> attributes, int line) {
            this.attributes = attributes;
            this.line = line;
        }

        void put(Map<String, String> put, int at) {
            String name = put.getOrDefault("name", "");
            List<Item> items = new ArrayList<>();
            value(put.getOrDefault("value", put.getOrDefault("expression", "")), put.getOrDefault("type", ""))
                    .ifPresent(target -> items.add(
                            new Item.Call(at, List.of(target), List.of(), -1, target.kind() == Kind.TEMPLATE)));
            contents.add(new Block(Block.Kind.CONTENT, List.of(name), List.of(), false, 0, items));
            fills.add(Fill.named(name, contents.size()));
        }

        PageFacts facts(String file) {
            String template = attributes.getOrDefault(
                    "template", attributes.getOrDefault("page", attributes.getOrDefault("path", "")));
            List<Target> targets = new ArrayList<>();
            if (!template.isEmpty()) {
                targets.add(Target.template(template.replaceAll("\\{\\d+\\}", "*")));
            }
            if (attributes.containsKey("extends")) {
                targets.add(Target.of(Kind.DEFINITION, attributes.getOrDefault("extends", "")));
            }
            List<Item> items = targets.isEmpty() ? List.of() : List.of(new Item.Call(line, targets, fills, -1, true));
            List<Block> blocks = new ArrayList<>();
            blocks.add(new Block(Block.Kind.MAIN, List.of(), List.of(), false, -1, items));
            blocks.addAll(contents);
            return new PageFacts(file, attributes.getOrDefault("name", ""), ENGINE, blocks, Map.of());
        }
    }
}
