package io.github.assetpipe.page;

import io.github.assetpipe.page.dialect.Construct;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the literal paths of a page that may name assets: in attributes of tags, in Thymeleaf link expressions, in calls of
 * the template language that make URLs, and in inline styles.
 *
 * <p>Whether a path names an asset is decided later, by {@link UrlResolver}: reading a page needs no site.
 */
public final class References {
    private static final Set<String> NAVIGATION = Set.of("a", "area", "form", "base");

    private final Page page;
    private final String text;
    private final Set<String> further;
    private final List<Reference> found = new ArrayList<>();
    private final ComputedUrls computed;

    private References(Page page, Set<String> further) {
        this.page = page;
        this.text = page.text();
        this.further = further;
        this.computed = new ComputedUrls(page);
    }

    /**
     * What a page names.
     *
     * @param references literal paths, in order
     * @param computed URLs without one, in order
     */
    record Named(List<Reference> references, List<ComputedUrl> computed) {}

    /** Returns the references in order; {@code further} names more attributes that hold URLs, on any element. */
    public static List<Reference> of(Page page, Set<String> further) {
        return of(page, further, tag -> true);
    }

    /** Returns only the references of the tags that {@code which} accepts, and those outside of tags. */
    static List<Reference> of(Page page, Set<String> further, Predicate<Tag> which) {
        return all(page, further, which).references();
    }

    /** Returns the references like {@link #of}, and what is computed in their places. */
    static Named all(Page page, Set<String> further, Predicate<Tag> which) {
        References references = new References(page, further);
        List<Tag> tags = page.markup().tags();
        for (int i = 0; i < tags.size(); i++) {
            if (which.test(tags.get(i))) {
                references.tag(tags.get(i), i);
            }
        }
        references.calls();
        references.found.replaceAll(new LoopVariables(page)::judge);
        references.found.sort(Comparator.comparingInt(Reference::start));
        List<Reference> literal = List.copyOf(references.found);
        return new Named(literal, references.computed.besides(literal));
    }

    private void tag(Tag tag, int index) {
        Set<String> urls = UrlAttributes.of(tag);
        for (Attribute attribute : tag.attributes()) {
            if (attribute.hasValue()) {
                attribute(tag, index, attribute, urls);
            }
        }
        if (tag.name().equals("style") && tag.closeStart() > 0) {
            style(tag.end(), tag.closeStart(), "", index);
        } else if (tag.name().equals("script") && tag.closeStart() > tag.end()) {
            ScriptNames.of(tag, page).forEach(name -> add(name.start(), name.end(), "", Reference.Kind.URL, "", index));
        }
    }

    private void attribute(Tag tag, int index, Attribute attribute, Set<String> urls) {
        String name = attribute.name();
        if (isThymeleaf(name)) {
            thymeleaf(tag, attribute, index);
            if (UrlAttributes.isLoaded(tag, text, UrlAttributes.plain(name))) {
                computed.addExpression(attribute.valueStart(), attribute.valueEnd(), tag);
            }
            return;
        }
        boolean url = (urls.contains(name) && UrlAttributes.isUrl(tag, text)) || further.contains(name);
        boolean list = !url && UrlAttributes.isList(tag, name);
        boolean style = name.equals("style");
        boolean value =
                name.equals("value") && page.dialect().xml() && tag.name().endsWith(":url");
        if (!(url || list || style || value) || tag.attribute(name).orElseThrow() != attribute) {
            return; // Browsers take the first of several.
        }
        if (url) {
            url(attribute.valueStart(), attribute.valueEnd(), attribute, index);
        } else if (list) {
            candidates(attribute.valueStart(), attribute.valueEnd(), attribute, index);
        } else if (style) {
            style(attribute.valueStart(), attribute.valueEnd(), name, index);
        } else {
            link(attribute.valueStart(), attribute.valueEnd(), name, index);
            computed.declared(tag.value("var", text));
        }
    }

    private static boolean isThymeleaf(String name) {
        return name.startsWith("th:") || name.startsWith("data-th-");
    }

    /** Finds {@code @{/path}} in a Thymeleaf attribute. */
    private void thymeleaf(Tag tag, Attribute attribute, int index) {
        if (NAVIGATION.contains(tag.name())) {
            return;
        }
        int at = attribute.valueStart();
        int end = attribute.valueEnd();
        while (true) {
            int open = at;
            while (open < end - 1 && !text.startsWith("@{", open)) {
                open++;
            }
            if (open >= end - 1) {
                return;
            }
            int from = open + 2;
            while (from < end && (text.charAt(from) == '\'' || text.charAt(from) == '|')) {
                from++;
            }
            int to = from;
            while (to < end && "'|(){}$*#?;+,\" ".indexOf(text.charAt(to)) < 0) {
                to++;
            }
            // Only a link that is one literal: what goes on with an expression is computed.
            String rest = to < end ? text.substring(to, Math.min(end, to + 2)) : "";
            boolean literal = rest.startsWith("}")
                    || rest.startsWith("(")
                    || rest.startsWith("'}")
                    || rest.startsWith("|}")
                    || rest.startsWith("'(")
                    || rest.startsWith("?")
                    || rest.startsWith("#");
            if (literal && !rest.startsWith("#{")) {
                link(from, to, attribute.name(), index);
            }
            at = Math.max(to, from);
        }
    }

    private void link(int start, int end, String attribute, int tag) {
        add(start, end, "", Reference.Kind.LINK, attribute, tag);
    }

    /** Finds the literal path of an attribute that is one URL, after what computes its root. */
    private void url(int from, int to, Attribute attribute, int tag) {
        int start = from;
        int end = to;
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        part(start, end, attribute.name(), tag);
    }

    private void part(int start, int end, String attribute, int tag) {
        int literal = start;
        List<Construct> constructs = page.constructsIn(start, end);
        int next = 0;
        while (next < constructs.size() && constructs.get(next).start() == literal) {
            literal = constructs.get(next).end();
            next++;
        }
        int literalEnd = next < constructs.size() ? constructs.get(next).start() : end;
        int suffix = suffixAt(text, literal, literalEnd);
        boolean whole = suffix < literalEnd || literalEnd == end;
        if (!whole || !add(literal, suffix, text.substring(start, literal), Reference.Kind.URL, attribute, tag)) {
            computed.add(start, end, page.markup().tags().get(tag));
        }
    }

    private static int suffixAt(String text, int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) != '?' && text.charAt(at) != '#') {
            // A numeric character reference is no fragment.
            at += text.charAt(at) == '&' && at + 1 < to && text.charAt(at + 1) == '#' ? 2 : 1;
        }
        return at;
    }

    /** Finds the URLs of {@code a.png 1x, b.png 2x} (HTML standard, parse a srcset attribute). */
    private void candidates(int from, int to, Attribute attribute, int tag) {
        int at = from;
        while (at < to) {
            while (at < to && (text.charAt(at) <= ' ' || text.charAt(at) == ',')) {
                at++;
            }
            int start = at;
            at = afterUrl(at, to);
            int end = at;
            while (end > start && text.charAt(end - 1) == ',') {
                end--;
            }
            if (end > start) {
                part(start, end, attribute.name(), tag);
            }
            if (end == at) {
                at = afterDescriptors(at, to);
            }
        }
    }

    private int afterUrl(int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) > ' ') {
            List<Construct> here = page.constructsIn(at, Math.min(to, at + 4096));
            at = !here.isEmpty() && here.get(0).start() == at ? here.get(0).end() : at + 1;
        }
        return at;
    }

    private int afterDescriptors(int from, int to) {
        int at = from;
        int depth = 0;
        while (at < to && (depth > 0 || text.charAt(at) != ',')) {
            depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            at++;
        }
        return at;
    }

    private void style(int from, int to, String attribute, int tag) {
        for (Range url : StyleUrls.of(page, from, to, !attribute.isEmpty())) {
            part(url.start(), url.end(), attribute, tag);
        }
    }

    /** Finds the calls that make URLs, wherever they stand but in HTML comments and in links to pages. */
    private void calls() {
        List<Range> comments = page.markup().comments();
        int comment = 0;
        List<Tag> tags = page.markup().tags();
        int tag = -1;
        for (Construct construct : page.constructs()) {
            while (comment < comments.size() && comments.get(comment).end() <= construct.start()) {
                comment++;
            }
            while (tag + 1 < tags.size() && tags.get(tag + 1).start() <= construct.start()) {
                tag++;
            }
            if (comment < comments.size() && comments.get(comment).contains(construct.start())) {
                continue;
            }
            boolean inTag = tag >= 0 && construct.end() <= tags.get(tag).end();
            if (inTag && NAVIGATION.contains(tags.get(tag).name())) {
                continue;
            }
            UrlCalls.Argument argument = UrlCalls.of(construct, page);
            if (argument != null) {
                computed.declared(argument.variable());
                add(argument.start(), argument.end(), "", argument.kind(), "", inTag ? tag : -1);
            }
        }
    }

    /** Adds a reference if there is a path; returns whether there is. */
    private boolean add(int start, int end, String lead, Reference.Kind kind, String attribute, int tag) {
        Reference reference = at(text, start, end, lead, kind, attribute, tag);
        if (reference != null) {
            found.add(reference);
        }
        return reference != null;
    }

    /** Returns the reference in a range of a page's text, or null when no path stands there. */
    static @Nullable Reference at(
            String text, int start, int end, String lead, Reference.Kind kind, String attribute, int tag) {
        int to = suffixAt(text, start, end);
        String path = to <= start ? null : Entities.decode(text.substring(start, to));
        return path == null || path.isEmpty() ? null : new Reference(start, to, path, lead, kind, attribute, tag);
    }
}
