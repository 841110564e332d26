package io.github.assetpipe.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which constructs of a template language begin and end loops, macros, sections and conditions. */
final class ScopeMarks {
    private static final Pattern FREEMARKER = Pattern.compile("^[<\\[](/?)#([A-Za-z]+)");
    private static final Pattern VELOCITY = Pattern.compile("^#\\{?(@?[A-Za-z]+)");
    private static final Pattern PEBBLE = Pattern.compile("^\\{%[-~+]?\\s*([A-Za-z]+)");
    private static final Pattern QUTE = Pattern.compile("^\\{([#/])([A-Za-z][\\w-]*)?");
    private static final Pattern JTE = Pattern.compile("^@([a-z]+)");
    private static final Pattern TAG = Pattern.compile("^<(/?)([\\w.:-]+)");

    private static final Set<String> OF_FREEMARKER =
            Set.of("list", "foreach", "items", "macro", "function", "if", "switch", "attempt");
    private static final Set<String> OF_PEBBLE = Set.of(
            "for",
            "tablerow",
            "macro",
            "if",
            "unless",
            "with",
            "call",
            "embed",
            "filter",
            "case",
            "ifchanged",
            "ifequal");
    private static final Set<String> ELSE =
            Set.of("else", "elseif", "elif", "elsif", "empty", "case", "when", "default", "recover", "is");
    /** Sections whose text knows what the page around it knows. */
    private static final Set<String> NEUTRAL_SECTIONS =
            Set.of("include", "insert", "fragment", "raw", "block", "partial");

    private static final Set<String> NEUTRAL_TAGS = Set.of(
            "jsp:root",
            "jsp:body",
            "jsp:text",
            "jsp:attribute",
            "h:head",
            "h:body",
            "h:form",
            "f:view",
            "f:subview",
            "ui:composition",
            "ui:define",
            "ui:insert",
            "ui:decorate",
            "html:html",
            "stripes:layout-definition",
            "stripes:layout-component",
            "stripes:layout-render",
            "tiles:putattribute",
            "g:applylayout");

    private final String dialect;

    ScopeMarks(String dialect) {
        this.dialect = dialect;
    }

    /** What a construct does to what is open. */
    enum Kind {
        OPEN,
        /** Ends the innermost of its label and all in it; without a label whatever is innermost. */
        CLOSE,
        /** Ends one branch and begins another. */
        ELSE
    }

    /**
     * A beginning or an end.
     *
     * @param label what pairs it
     * @param scope whether names may have another meaning inside
     */
    record Mark(Kind kind, String label, boolean scope) {}

    /** Tells whether a tag of a library, its name in lower case, changes no meaning inside it. */
    static boolean isNeutral(String tag) {
        return NEUTRAL_TAGS.contains(tag);
    }

    /** Returns what a construct other than a comment does, in order. */
    List<Mark> of(String own) {
        return switch (dialect) {
            case "freemarker" -> freeMarker(own);
            case "velocity" -> velocity(own);
            case "mustache" -> mustache(own);
            case "pebble" -> pebble(own);
            case "qute" -> qute(own);
            case "jte" -> jte(own);
            case "jsp", "gsp" -> jsp(own);
            default -> List.of();
        };
    }

    private static List<Mark> freeMarker(String own) {
        Matcher directive = FREEMARKER.matcher(own);
        if (directive.find()) {
            String name = directive.group(2);
            if (OF_FREEMARKER.contains(name)) {
                return directive.group(1).isEmpty() ? opened(name, true) : closed(name);
            }
            return directive.group(1).isEmpty() && ELSE.contains(name) ? alternative() : List.of();
        }
        if (own.startsWith("/@", 1)) {
            return closed("@");
        }
        boolean call = own.startsWith("@", 1) && !own.endsWith("/>") && !own.endsWith("/]");
        // What follows the semicolon are the names that a macro gives to its nested content.
        return call ? opened("@", own.indexOf(';') >= 0) : List.of();
    }

    private static List<Mark> velocity(String own) {
        Matcher directive = VELOCITY.matcher(own);
        if (!directive.find()) {
            return List.of();
        }
        String name = directive.group(1);
        return switch (name) {
            case "foreach", "macro", "if" -> opened(name, true);
            case "define" -> opened(name, false);
            case "end" -> closed("");
            default -> name.startsWith("@") ? opened("@", false) : ELSE.contains(name) ? alternative() : List.of();
        };
    }

    private static List<Mark> mustache(String own) {
        String inside = own.replaceAll("^\\{+~?\\s*|\\s*~?\\}+$", "");
        if (inside.startsWith("/")) {
            return closed("");
        }
        if (inside.equals("^") || inside.matches("(?s)else\\b.*")) {
            return alternative();
        }
        if (inside.startsWith("#") || inside.startsWith("^")) {
            String name = word(inside.substring(1));
            boolean passed = inside.startsWith("#>") || inside.startsWith("#*");
            return opened("", !passed && !NEUTRAL_SECTIONS.contains(name));
        }
        return inside.startsWith("<") || inside.startsWith("$") ? opened("", false) : List.of();
    }

    private static List<Mark> pebble(String own) {
        Matcher tag = PEBBLE.matcher(own);
        if (!tag.find()) {
            return List.of();
        }
        String name = tag.group(1);
        if (OF_PEBBLE.contains(name)) {
            return opened(name, true);
        }
        if (name.startsWith("end") && OF_PEBBLE.contains(name.substring(3))) {
            return closed(name.substring(3));
        }
        return ELSE.contains(name) ? alternative() : List.of();
    }

    private static List<Mark> qute(String own) {
        Matcher section = QUTE.matcher(own);
        if (!section.find()) {
            return List.of();
        }
        String name = section.group(2) == null ? "" : section.group(2);
        if (section.group(1).equals("/")) {
            return closed(name);
        }
        if (ELSE.contains(name) && !name.equals("when")) {
            return alternative();
        }
        return own.endsWith("/}") ? List.of() : opened(name, !NEUTRAL_SECTIONS.contains(name));
    }

    private static List<Mark> jte(String own) {
        Matcher keyword = JTE.matcher(own);
        String name = keyword.find() ? keyword.group(1) : "";
        return switch (name) {
            case "for", "if" -> opened(name, true);
            case "endfor", "endif" -> closed(name.substring(3));
            case "else", "elseif" -> alternative();
            default -> List.of();
        };
    }

    private static List<Mark> jsp(String own) {
        if (own.startsWith("<%")) {
            boolean code = !own.startsWith("<%=") && !own.startsWith("<%@") && !own.startsWith("<%!");
            return code ? braces(own) : List.of();
        }
        Matcher tag = TAG.matcher(own);
        if (!tag.find() || own.endsWith("/>")) {
            return List.of();
        }
        String name = tag.group(2).toLowerCase(Locale.ROOT);
        if (isNeutral(name)) {
            return List.of();
        }
        return tag.group(1).isEmpty() ? opened(name, true) : closed(name);
    }

    /** Reads the braces of Java code. */
    private static List<Mark> braces(String code) {
        List<Mark> marks = new ArrayList<>();
        int at = 0;
        while (at < code.length()) {
            char c = code.charAt(at);
            if (c == '"' || c == '\'') {
                at = afterString(code, at);
            } else if (code.startsWith("//", at)) {
                int end = code.indexOf('\n', at);
                at = end < 0 ? code.length() : end;
            } else if (code.startsWith("/*", at)) {
                int end = code.indexOf("*/", at + 2);
                at = end < 0 ? code.length() : end + 2;
            } else {
                if (c == '{' || c == '}') {
                    marks.add(new Mark(c == '{' ? Kind.OPEN : Kind.CLOSE, "{", true));
                }
                at++;
            }
        }
        return marks;
    }

    private static int afterString(String code, int open) {
        int at = open + 1;
        while (at < code.length() && code.charAt(at) != code.charAt(open) && code.charAt(at) != '\n') {
            at += code.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private static String word(String text) {
        int end = 0;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return text.substring(0, end);
    }

    private static List<Mark> opened(String label, boolean scope) {
        return List.of(new Mark(Kind.OPEN, label, scope));
    }

    private static List<Mark> closed(String label) {
        return List.of(new Mark(Kind.CLOSE, label, false));
    }

    private static List<Mark> alternative() {
        return List.of(new Mark(Kind.ELSE, "", false));
    }
}
