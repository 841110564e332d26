package io.github.assetpipe.page.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All dialects, and the choice by file ending and, where an ending says little, by what the page holds. */
public final class Dialects {
    private static final TemplateDialect HTML = new Html();
    private static final TemplateDialect FACELETS = new Facelets("facelets");
    private static final TemplateDialect THYMELEAF = new Thymeleaf();
    private static final TemplateDialect JSP = new Jsp("jsp");
    private static final TemplateDialect JSPX = new Facelets("jspx");
    private static final TemplateDialect GSP = new Jsp("gsp");
    private static final TemplateDialect FREEMARKER = new FreeMarker();
    private static final TemplateDialect VELOCITY = new Velocity();
    private static final TemplateDialect MUSTACHE = new Mustache();
    private static final TemplateDialect PEBBLE = new Pebble();
    private static final TemplateDialect QUTE = new Qute();
    private static final TemplateDialect JTE = new Jte();

    private static final Map<String, TemplateDialect> BY_NAME =
            List.of(HTML, FACELETS, THYMELEAF, JSP, JSPX, GSP, FREEMARKER, VELOCITY, MUSTACHE, PEBBLE, QUTE, JTE)
                    .stream()
                    .collect(Collectors.toUnmodifiableMap(TemplateDialect::name, Function.identity()));

    private static final Map<String, TemplateDialect> BY_ENDING = Map.ofEntries(
            Map.entry("jsp", JSP),
            Map.entry("jspf", JSP),
            Map.entry("tag", JSP),
            Map.entry("tagf", JSP),
            Map.entry("jspx", JSPX),
            Map.entry("tagx", JSPX),
            Map.entry("gsp", GSP),
            Map.entry("ftl", FREEMARKER),
            Map.entry("ftlh", FREEMARKER),
            Map.entry("ftlx", FREEMARKER),
            Map.entry("vm", VELOCITY),
            Map.entry("vtl", VELOCITY),
            Map.entry("mustache", MUSTACHE),
            Map.entry("hbs", MUSTACHE),
            Map.entry("handlebars", MUSTACHE),
            Map.entry("peb", PEBBLE),
            Map.entry("pebble", PEBBLE),
            Map.entry("twig", PEBBLE),
            Map.entry("j2", PEBBLE),
            Map.entry("jinja", PEBBLE),
            Map.entry("jinja2", PEBBLE),
            Map.entry("jte", JTE),
            Map.entry("kte", JTE));

    /** FreeMarker and Velocity know the tags of JSP too. */
    private static final Set<TemplateDialect> TAGGED = Set.of(FACELETS, JSP, JSPX, GSP, FREEMARKER, VELOCITY);

    private static final Set<String> HTML_ENDINGS = Set.of("html", "htm", "xhtml");

    private Dialects() {}

    /** Returns the dialect that configuration calls {@code name}. */
    public static Optional<TemplateDialect> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Returns the names of all dialects. */
    public static List<String> names() {
        return BY_NAME.keySet().stream().sorted().toList();
    }

    /** Tells by its name whether a file is a page: a template of a known engine, or HTML. */
    public static boolean isPage(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return BY_ENDING.containsKey(ending) || HTML_ENDINGS.contains(ending);
    }

    /** Tells by its name whether a page is of a language that can use tag libraries and components of Java libraries. */
    public static boolean usesTagLibraries(String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ending.equals("xhtml") || TAGGED.contains(BY_ENDING.getOrDefault(ending, HTML));
    }

    /** Returns the dialect of a page by its file name and, where that says little, its text. */
    public static TemplateDialect choose(String file, String text) {
        return byName(file).or(() -> bySigns(text)).orElse(HTML);
    }

    /** Returns the dialect of pages that are in none. */
    public static TemplateDialect none() {
        return HTML;
    }

    /** Returns the dialect whose signs a text has, if any: attributes, directives, sections. */
    public static Optional<TemplateDialect> bySigns(String text) {
        return DialectSigns.find(text).flatMap(Dialects::named);
    }

    /** Returns the dialect of a page by its file name, if that says enough. */
    public static Optional<TemplateDialect> byName(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        String ending = name.substring(dot + 1);
        TemplateDialect known = BY_ENDING.get(ending);
        if (known == null && dot > 0) {
            // "todos.qute.html", "mail.ftlh.txt"
            String inner = name.substring(name.lastIndexOf('.', dot - 1) + 1, dot);
            known = BY_ENDING.getOrDefault(inner, inner.equals("qute") ? QUTE : null);
        }
        if (known == null && ending.equals("xhtml")) {
            known = FACELETS;
        }
        if (known == null && (ending.equals("svg") || ending.equals("xml"))) {
            known = JSPX;
        }
        return Optional.ofNullable(known);
    }
}
