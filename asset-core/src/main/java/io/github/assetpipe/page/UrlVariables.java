package io.github.assetpipe.page;

import io.github.assetpipe.page.dialect.Construct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables that a page's URL tags set: {@code <spring:url value="/js/app.js" var="app"/>}, used as {@code ${app}}.
 * Immutable.
 */
public final class UrlVariables {
    private static final Pattern USE = Pattern.compile("[$]\\{\\s*([A-Za-z_]\\w*)\\s*\\}");

    /** A tag that sets a variable to a literal URL. */
    private record Declared(String variable, Reference url) {}

    private final String text;
    private final List<Declared> declared = new ArrayList<>();

    private UrlVariables(String text) {
        this.text = text;
    }

    /** Reads a page. */
    public static UrlVariables of(Page page) {
        UrlVariables variables = new UrlVariables(page.text());
        for (Construct construct : page.constructs()) {
            if (construct.kind() == Construct.Kind.TAG) {
                UrlCalls.Argument argument = UrlCalls.of(construct, page);
                if (argument != null) {
                    variables.add(argument.variable(), argument.start(), argument.end());
                }
            }
        }
        if (page.dialect().xml()) {
            for (Tag tag : page.markup().tags()) {
                Optional<Attribute> value = tag.attribute("value").filter(Attribute::hasValue);
                if (tag.name().endsWith(":url")
                        && value.isPresent()
                        && !page.isDynamic(value.get().valueStart(), value.get().valueEnd())) {
                    variables.add(
                            tag.value("var", page.text()),
                            value.get().valueStart(),
                            value.get().valueEnd());
                }
            }
        }
        return variables;
    }

    /** Tells whether a value is nothing but the use of one variable. */
    public static boolean isUse(String value) {
        return USE.matcher(value).matches();
    }

    /** Tells whether a value is nothing but the use of one of some variables. */
    static boolean usesOneOf(Set<String> variables, String value) {
        Matcher use = USE.matcher(value);
        return !variables.isEmpty() && use.matches() && variables.contains(use.group(1));
    }

    private void add(String variable, int start, int end) {
        Reference url = References.at(text, start, end, "", Reference.Kind.LINK, "", -1);
        if (!variable.isEmpty() && url != null) {
            declared.add(new Declared(variable, url));
        }
    }

    /**
     * Returns the URL that a value such as {@code ${app}} stands for, if the page says so before {@code offset}, and says
     * nothing else anywhere.
     */
    public Optional<Reference> url(String value, int offset) {
        Matcher use = USE.matcher(value);
        if (!use.matches()) {
            return Optional.empty();
        }
        String variable = use.group(1);
        List<Reference> urls = declared.stream()
                .filter(d -> d.variable().equals(variable))
                .map(Declared::url)
                .toList();
        boolean one =
                urls.stream().map(Reference::path).distinct().count() == 1 && urls.size() == declarations(variable);
        return one && urls.get(0).start() < offset ? Optional.of(urls.get(0)) : Optional.empty();
    }

    /** Counts the tags of whatever library that set a variable. */
    private long declarations(String variable) {
        return Pattern.compile("\\bvar\\s*+=\\s*+([\"'])" + variable + "\\1")
                .matcher(text)
                .results()
                .count();
    }
}
