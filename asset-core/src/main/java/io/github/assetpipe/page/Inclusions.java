package io.github.assetpipe.page;

import io.github.assetpipe.page.dialect.Construct;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The places of a page where something that stands elsewhere may be put: includes, layout slots, tags of unknown libraries,
 * unescaped expressions.
 *
 * <p>Only what is known to emit no scripts is not listed.
 */
public final class Inclusions {
    private static final Pattern CONTROL = Pattern.compile(
            "^(?:[<\\[]/[#@]|[<\\[]#(?:if|else|elseif|list|items|sep|assign|local|global|setting|switch|case|default|break"
                    + "|continue|escape|noescape|autoesc|noautoesc|outputformat|compress|attempt|recover|t|lt|rt|nt|ftl"
                    + "|function|return|stop|flush|noparse|import)\\b"
                    + "|\\{%-?\\s*(?:if|elseif|elif|else|endif|for|endfor|set|endset|load|static|with|endwith|cache|endcache"
                    + "|autoescape|endautoescape|spaceless|endspaceless|filter|endfilter|import|from|now|csrf_token|raw|endraw"
                    + "|verbatim|endverbatim|compress|endcompress|endblock|endmacro|comment|endcomment|url|trans|i18n)\\b"
                    + "|\\{\\{~?(?:#(?:if|unless|each|with|eq|ne|gt|lt|and|or)\\b|else|\\^|/|#[A-Za-z_.]+\\}\\})"
                    + "|\\{/|\\{#(?:if|else|elseif|else if|for|each|let|set|when|switch|case|is|with|ifError|cache)\\b|\\{@"
                    + "|#\\{?(?:if|elseif|else|end|set|foreach|break|stop|define|macro|evaluate)\\b"
                    + "|@(?:if|elseif|else|endif|for|endfor|import|param|raw|endraw)\\b|!\\{|`"
                    + "|<%@\\s*(?:page|taglib|tag|attribute|variable)\\b|<%!"
                    + ")");
    private static final Pattern SCRIPT_FREE_TAG = Pattern.compile(
            "^<(?:/|(?:c:(?!import)|fmt:|fn:|x:|form:|spring:|sec:|security:|stripes:url|s:(?:url|property|text|if|else"
                    + "|elseif|iterator|set|param|push|bean|date|number|hidden|textfield|select|checkbox|submit)\\b"
                    + "|jsp:(?:useBean|setProperty|getProperty|param|attribute|text|directive\\.(?:page|taglib|attribute|tag))\\b"
                    + "|g:(?:if|else|elseif|each|set|message|link|createLink|resource|form|textField)\\b))");
    private static final Pattern RAW_EXPRESSION = Pattern.compile(
            "^(?:\\{\\{\\{|\\[\\(|\\$unsafe|\\{\\{&)|\\|\\s*(?:raw|safe)\\b|\\.raw\\b|\\?no_esc|\\bcaller\\(|\\bsuper\\(|\\bparent\\("
                    + "|(?i)(?:body|content|script|nested|layout|placeholder|fragment|head|foot|include|insert|render|yield|html)");
    private static final Set<String> THYMELEAF = Set.of(
            "th:replace",
            "th:insert",
            "th:include",
            "th:substituteby",
            "th:utext",
            "layout:replace",
            "layout:insert",
            "layout:include",
            "layout:fragment",
            "layout:decorate",
            "layout:decorator",
            "data-th-replace",
            "data-th-insert",
            "data-th-include",
            "data-th-utext",
            "data-layout-fragment",
            "data-layout-decorate",
            "data-layout-replace",
            "data-layout-insert");
    private static final Set<String> FACES_FREE = Set.of(
            "ui:define",
            "ui:composition",
            "ui:param",
            "ui:fragment",
            "ui:repeat",
            "ui:remove",
            "f:metadata",
            "f:view",
            "f:viewparam",
            "f:facet",
            "f:verbatim",
            "c:if",
            "c:foreach",
            "c:set",
            "c:choose",
            "c:when",
            "c:otherwise",
            "h:body",
            "h:panelgroup",
            "h:outputtext");

    private Inclusions() {}

    /**
     * A place where something may be put.
     *
     * @param offset where
     * @param what what stands there, cut to one line
     */
    public record Inclusion(int offset, String what) {}

    /** Returns the places in order. */
    public static List<Inclusion> of(Page page) {
        List<Inclusion> found = new ArrayList<>();
        List<Range> comments = page.markup().comments();
        int comment = 0;
        int tag = -1;
        List<Tag> tags = page.markup().tags();
        for (Construct construct : page.constructs()) {
            while (comment < comments.size() && comments.get(comment).end() <= construct.start()) {
                comment++;
            }
            while (tag + 1 < tags.size() && tags.get(tag + 1).start() <= construct.start()) {
                tag++;
            }
            boolean hidden = comment < comments.size() && comments.get(comment).contains(construct.start());
            boolean inTag = tag >= 0 && (construct.end() <= tags.get(tag).end() || inRawText(tags.get(tag), construct));
            if (!hidden && !inTag && mayInclude(construct, page.text())) {
                found.add(new Inclusion(construct.start(), cut(construct.in(page.text()))));
            }
        }
        for (Tag each : tags) {
            String what = attribute(each, page);
            if (what != null) {
                found.add(new Inclusion(each.start(), what));
            }
        }
        found.sort(Comparator.comparingInt(Inclusion::offset));
        return found;
    }

    /** Tells whether the page's end is not the document's end: fragments, and pages that a layout takes apart. */
    public static boolean isPart(Page page) {
        if (page.markup().htmlEnd() < 0) {
            return true;
        }
        for (Tag tag : page.markup().tags()) {
            if (tag.has("fragment") || tag.attribute("th:ref").isPresent()) {
                return true;
            }
        }
        return isTakenApart(page);
    }

    /** Tells whether a layout takes the page apart, so that its own head and body ends are not the document's. */
    public static boolean isTakenApart(Page page) {
        for (Tag tag : page.markup().tags()) {
            if (tag.name().equals("html") || tag.name().equals("body")) {
                if (attribute(tag, page) != null) {
                    return true;
                }
            } else if (tag.name().equals("ui:composition") || tag.name().equals("ui:define")) {
                return true;
            }
        }
        return false;
    }

    private static boolean inRawText(Tag tag, Construct construct) {
        boolean raw = Set.of("script", "style", "textarea", "title").contains(tag.name());
        return raw && construct.end() <= (tag.closeStart() < 0 ? Integer.MAX_VALUE : tag.closeStart());
    }

    private static boolean mayInclude(Construct construct, String text) {
        String own = cut(construct.in(text));
        return switch (construct.kind()) {
            case COMMENT -> false;
            case EXPRESSION ->
                own.startsWith("<%=") || RAW_EXPRESSION.matcher(own).find();
            case DIRECTIVE -> !CONTROL.matcher(own).find();
            case TAG -> !SCRIPT_FREE_TAG.matcher(own).find();
        };
    }

    private static @Nullable String attribute(Tag tag, Page page) {
        for (Attribute attribute : tag.attributes()) {
            if (THYMELEAF.contains(attribute.name())) {
                return cut(page.text().substring(attribute.start(), attribute.end()));
            }
        }
        int colon = tag.name().indexOf(':');
        boolean library = page.dialect().xml() && colon > 0 && !FACES_FREE.contains(tag.name());
        boolean free = library
                && (SCRIPT_FREE_TAG.matcher("<" + tag.name()).find()
                        || tag.name().startsWith("svg:"));
        return library && !free ? "<" + tag.name() + ">" : null;
    }

    private static String cut(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() > 80 ? line.substring(0, 80) : line;
    }
}
