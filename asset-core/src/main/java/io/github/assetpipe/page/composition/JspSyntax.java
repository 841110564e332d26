package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.Tag;
import io.github.assetpipe.page.composition.Target.Kind;
import io.github.assetpipe.page.dialect.Construct;
import java.util.List;
import java.util.regex.Pattern;

/** JSP pages, tag files and Grails pages: directives, scriptlets, tags of tag libraries. */
final class JspSyntax implements Syntax {
    private static final Pattern LOOP = Pattern.compile("\\b(?:for|while|do)\\b");
    private static final Pattern INCLUSION = Pattern.compile("\\binclude\\s*\\(|\\bforward\\s*\\(|\\bwrite\\s*\\(");

    private final Sketch sketch;
    private final JspTags tags;

    JspSyntax(Sketch sketch) {
        this.sketch = sketch;
        this.tags = new JspTags(sketch);
    }

    @Override
    public void construct(Construct construct, String own) {
        switch (construct.kind()) {
            case TAG -> {
                if (own.startsWith("</")) {
                    tags.end(own.substring(2, own.length() - 1).strip());
                } else {
                    tags.open(Element.of(own, construct.start()));
                }
            }
            case DIRECTIVE -> code(construct.start(), own);
            case EXPRESSION -> {
                String name = own.startsWith("${")
                        ? own.substring(2, own.length() - 1).strip()
                        : "";
                if (!name.isEmpty() && name.equals(Arguments.word(name)) && name.indexOf('.') < 0) {
                    sketch.slot(construct.start(), Kind.VARIABLE, name, -1);
                }
            }
            case COMMENT -> {}
        }
    }

    private void code(int offset, String own) {
        if (own.startsWith("<%@")) {
            directive(offset, own.substring(3, own.length() - 2).strip());
        } else if (!own.startsWith("<%!")) {
            braces(own);
            if (LOOP.matcher(own).find() && own.indexOf('{') >= 0) {
                sketch.loops();
            }
            if (INCLUSION.matcher(own).find()) {
                sketch.unknown(offset, "inclusion by code " + Excerpt.of(own));
            }
        }
    }

    /** What stands between the braces of code is rendered under a condition, in a loop, or as a method. */
    private void braces(String code) {
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) == '{') {
                sketch.begin();
            } else if (code.charAt(i) == '}') {
                sketch.end();
            }
        }
    }

    private void directive(int offset, String inside) {
        String name = Arguments.word(inside);
        Element directive = Element.of("<d:" + inside + " >", offset);
        switch (name) {
            case "include" -> sketch.call(offset, Target.template(Arguments.literal(directive.get("file"))));
            case "taglib" ->
                tags.library(
                        directive.get("prefix"),
                        directive.has("tagdir") ? directive.get("tagdir") : directive.get("uri"));
            default -> {}
        }
    }

    @Override
    public void tag(Tag tag) {
        if (tag.name().equals("meta")
                && sketch.page().dialect().name().equals("gsp")
                && tag.value("name", sketch.text()).equals("layout")) {
            sketch.libraries().put("layout", tag.value("content", sketch.text()));
        }
        if ((tag.name().equals("head") || tag.name().equals("body")) && tag.closeStart() >= 0) {
            sketch.open(
                    Block.Kind.PART,
                    List.of("<" + tag.name() + ">"),
                    List.of(),
                    false,
                    "<" + tag.name(),
                    tag.closeStart(),
                    sketch.line(tag.start()));
        }
    }

    @Override
    public void closed(OpenBlock block) {
        tags.closed(block);
    }
}
