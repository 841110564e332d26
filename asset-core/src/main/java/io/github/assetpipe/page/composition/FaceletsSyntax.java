package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.Attribute;
import io.github.assetpipe.page.Tag;
import io.github.assetpipe.page.composition.Target.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** XML pages: Jakarta Faces Facelets with template clients and composite components, and JSP documents. */
final class FaceletsSyntax implements Syntax {
    /** Tags of Faces that render script elements, or resources that components ask for. */
    private static final Set<String> SCRIPTED =
            Set.of("outputscript", "head", "body", "form", "commandlink", "commandscript", "ajax", "websocket");

    private static final Set<String> CONDITIONS = Set.of("if", "when", "otherwise", "foreach", "repeat");

    private static final String CLIENT = "template client";
    private static final String COMPOSITE = "composite component";

    private final Sketch sketch;
    private final String text;
    private final JspTags tags;
    private final boolean faces;

    FaceletsSyntax(Sketch sketch) {
        this.sketch = sketch;
        this.text = sketch.text();
        this.tags = new JspTags(sketch);
        this.faces = sketch.page().dialect().name().equals("facelets");
    }

    @Override
    public void tag(Tag tag) {
        for (Attribute attribute : tag.attributes()) {
            if (attribute.name().startsWith("xmlns:")) {
                library(attribute.name().substring(6), attribute.raw(text));
            }
        }
        if (tag.name().indexOf(':') < 0) {
            return;
        }
        Element element = Element.of(tag, text);
        if (faces && !element.empty() && isOptional(element)) {
            sketch.condition("condition", element.until(), element.start());
        }
        if (faces) {
            faces(element);
        } else {
            tags.open(element);
        }
    }

    private static boolean isOptional(Element tag) {
        return CONDITIONS.contains(tag.local().toLowerCase(Locale.ROOT)) || tag.has("rendered");
    }

    private void library(String prefix, String uri) {
        // A tag directory is named by a URN in a JSP document.
        tags.library(prefix, uri.startsWith("urn:jsptagdir:") ? uri.substring("urn:jsptagdir:".length()) : uri);
    }

    private void faces(Element tag) {
        String uri = sketch.libraries().getOrDefault(tag.prefix(), tag.prefix().equals("ui") ? "facelets" : "");
        if (uri.endsWith("facelets")) {
            facelets(tag);
        } else if (uri.contains("composite/")) {
            composite(tag, uri.substring(uri.indexOf("composite/") + "composite/".length()));
        } else if (uri.endsWith("composite")) {
            inComposite(tag);
        } else if (uri.endsWith("html")
                || uri.endsWith("core")
                || uri.contains("jstl")
                || uri.contains("jakarta.tags")) {
            standard(tag);
        } else if (!uri.contains("passthrough") && !uri.contains("w3.org")) {
            sketch.markup(tag.start(), "<" + tag.name() + ">");
        }
    }

    private void facelets(Element tag) {
        switch (tag.local().toLowerCase(Locale.ROOT)) {
            case "composition" -> {
                if (tag.has("template")) {
                    sketch.extend(tag.start(), List.of(Target.template(Arguments.literal(tag.get("template")))));
                } else {
                    sketch.trim();
                }
            }
            case "component" -> sketch.trim();
            case "decorate" -> {
                List<Target> targets = List.of(Target.template(Arguments.literal(tag.get("template"))));
                open(tag, Block.Kind.CONTENT, "", false, CLIENT).calls(targets);
            }
            case "define" -> open(tag, Block.Kind.CONTENT, tag.get("name"), false, "define");
            case "insert" -> open(tag, Block.Kind.CONTENT, "", false, "insert " + tag.get("name"));
            case "include" ->
                sketch.call(tag.start(), List.of(Target.template(Arguments.literal(tag.get("src")))), List.of());
            case "repeat" -> open(tag, Block.Kind.PART, "", true, "repeat");
            case "remove" -> open(tag, Block.Kind.DROPPED, "", false, "remove");
            default -> {}
        }
    }

    private OpenBlock open(Element tag, Block.Kind kind, String name, boolean repeats, String label) {
        List<String> names = name.isEmpty() ? List.of() : List.of(name);
        int until = tag.empty() ? tag.start() + 1 : tag.until();
        return sketch.open(kind, names, List.of(), repeats, label, until, sketch.line(tag.start()));
    }

    private void composite(Element tag, String library) {
        open(tag, Block.Kind.CONTENT, "", false, COMPOSITE)
                .calls(List.of(Target.template("resources/" + library + "/" + tag.local())));
    }

    private void inComposite(Element tag) {
        switch (tag.local().toLowerCase(Locale.ROOT)) {
            case "insertchildren", "insertfacet", "renderfacet" -> sketch.slot(tag.start(), Kind.PARAMETER, "", -1);
            default -> {}
        }
    }

    private void standard(Element tag) {
        String local = tag.local().toLowerCase(Locale.ROOT);
        if (SCRIPTED.contains(local)) {
            sketch.markup(tag.start(), "<" + tag.name() + ">");
        }
        if (local.equals("foreach") || local.equals("datatable")) {
            open(tag, Block.Kind.PART, "", true, "repeat");
        } else if (local.equals("head") || local.equals("body")) {
            open(tag, Block.Kind.PART, "", false, "h:" + local);
        } else if (local.equals("outputtext") && tag.get("escape").equals("false")) {
            sketch.markup(tag.start(), "unescaped h:outputText");
        }
    }

    @Override
    public void closed(OpenBlock block) {
        String label = block.label();
        if (label.equals("define")) {
            OpenBlock client = sketch.enclosing(CLIENT);
            if (client != null) {
                client.fills().add(Fill.named(block.name(), block.index()));
            }
        } else if (label.equals(CLIENT) || label.equals(COMPOSITE)) {
            block.fills().add(Fill.named("", block.index()));
            sketch.add(new Item.Call(block.line(), block.targets(), List.copyOf(block.fills()), -1, true));
        } else if (label.startsWith("insert ")) {
            String name = label.substring("insert ".length());
            Kind kind = name.isEmpty() ? Kind.PARAMETER : Kind.INHERITED;
            sketch.add(new Item.Call(block.line(), List.of(Target.of(kind, name)), List.of(), block.index(), false));
        } else if (label.startsWith("h:")) {
            // Resources that components want at the end of the head or the body are rendered here.
            sketch.add(new Item.Unknown(block.line(), "resources of components in <" + label + ">", false));
        } else {
            tags.closed(block);
        }
    }
}
