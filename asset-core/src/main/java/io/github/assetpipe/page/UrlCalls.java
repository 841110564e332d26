package io.github.assetpipe.page;

import io.github.assetpipe.page.dialect.Construct;
import io.github.assetpipe.page.dialect.Scan;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the literal path in constructs that make a URL of it: {@code <c:url value="/a.css"/>}, {@code <@spring.url '/a.css'/>},
 * {@code {% static 'a.css' %}}, {@code #{resource['a.css']}}.
 */
final class UrlCalls {
    private static final int LONGEST = 4000;
    private static final String LITERAL = "(?:\"([^\"\\\\<${}]{1,2000})\"|'([^'\\\\<${}]{1,2000})')";

    /** Arguments beside the literal, as in {@code <@s.url includeParams='none' value='/a.css'/>}. */
    private static final String OTHERS = "(?:\\s{1,9}(?!(?:value|relativeUrl|href)\\b)\\w{1,40}\\s{0,9}=\\s{0,9}"
            + "(?:\"[^\"<]{0,200}\"|'[^'<]{0,200}'|\\w{1,40})){0,9}+";

    /** A call and what its argument is. */
    private record Call(Reference.Kind kind, Pattern pattern) {
        Call(Reference.Kind kind, String regex) {
            this(kind, Pattern.compile(regex.replace("LITERAL", LITERAL).replace("OTHERS", OTHERS)));
        }
    }

    /** The attribute of a library tag that holds the URL, by the tag's local name. */
    private static final Map<String, String> LIBRARY_TAGS = Map.of("url", "value", "rewrite", "page");

    private static final Call[] CALLS = {
        // FreeMarker macros of Spring, Struts and the like.
        new Call(
                Reference.Kind.LINK,
                "^[<\\[]@[\\w.]{0,60}\\b[uU]rlOTHERS\\s{1,9}(?:(?:value|relativeUrl|href)\\s{0,9}=\\s{0,9})?LITERALOTHERS\\s{0,9}/?[>\\]]$"),
        new Call(Reference.Kind.LINK, "^#\\{?spring[uU]rl\\}?\\s{0,9}\\(\\s{0,9}LITERAL\\s{0,9}\\)$"),
        new Call(Reference.Kind.LINK, "^[$]!?\\{?[\\w.]{0,60}\\bgetContextUrl\\(\\s{0,9}LITERAL\\s{0,9}\\)\\}?$"),
        new Call(Reference.Kind.LINK, "^\\{\\{\\s{0,9}href\\(\\s{0,9}LITERAL\\s{0,9}\\)\\s{0,9}\\}\\}$"),
        new Call(Reference.Kind.STATIC, "^\\{%-?\\s{0,9}static\\s{1,9}LITERAL\\s{0,9}-?%\\}$"),
        new Call(Reference.Kind.STATIC, "^\\{\\{\\s{0,9}static\\(\\s{0,9}LITERAL\\s{0,9}\\)\\s{0,9}\\}\\}$"),
        new Call(
                Reference.Kind.STATIC,
                "^\\{\\{\\s{0,9}url_for\\(\\s{0,9}['\"]static['\"]\\s{0,9},\\s{0,9}(?:filename|path)\\s{0,9}=\\s{0,9}LITERAL\\s{0,9}\\)\\s{0,9}\\}\\}$"),
        new Call(Reference.Kind.FACES, "^#\\{\\s{0,9}resource\\[\\s{0,9}LITERAL\\s{0,9}\\]\\s{0,9}\\}$"),
    };

    private UrlCalls() {}

    /**
     * A literal argument.
     *
     * @param start its first offset in the page
     * @param end the offset after it
     * @param kind how it is meant
     * @param variable the variable that the URL goes to, or the empty string where it is written into the page
     */
    record Argument(int start, int end, Reference.Kind kind, String variable) {}

    /** Returns the literal of a construct that makes a URL, or null when it makes none or computes it. */
    static @Nullable Argument of(Construct construct, Page page) {
        if (construct.kind() == Construct.Kind.COMMENT || construct.end() - construct.start() > LONGEST) {
            return null;
        }
        String own = construct.in(page.text());
        if (construct.kind() == Construct.Kind.TAG) {
            return libraryTag(construct, own, page);
        }
        for (Call call : CALLS) {
            Matcher matcher = call.pattern().matcher(own);
            if (matcher.find()) {
                int group = matcher.group(1) != null ? 1 : 2;
                return new Argument(
                        construct.start() + matcher.start(group),
                        construct.start() + matcher.end(group),
                        call.kind(),
                        "");
            }
        }
        return null;
    }

    private static @Nullable Argument libraryTag(Construct construct, String own, Page page) {
        int colon = own.indexOf(':');
        int nameEnd = colon + 1;
        while (nameEnd < own.length() && Character.isLetterOrDigit(own.charAt(nameEnd))) {
            nameEnd++;
        }
        String wanted = LIBRARY_TAGS.get(own.substring(colon + 1, nameEnd));
        if (wanted == null || own.startsWith("</")) {
            return null;
        }
        // Without its first character the tag is no construct any more, and what stands inside is found.
        char[] chars = own.toCharArray();
        for (Construct inner : page.dialect().constructs(new Scan(own.substring(1)))) {
            Arrays.fill(chars, inner.start() + 1, inner.end() + 1, MarkupScanner.MASK);
        }
        TagReader reader = new TagReader(chars, 1);
        if (!reader.read()) {
            return null;
        }
        String variable = "";
        Attribute url = null;
        for (Attribute attribute : reader.attributes()) {
            boolean plain = attribute.hasValue() && value(chars, attribute).indexOf(MarkupScanner.MASK) < 0;
            if (attribute.name().equals(wanted)) {
                url = plain ? attribute : null;
            } else if (attribute.name().equals("var") && plain) {
                variable = value(chars, attribute);
            }
        }
        return url == null
                ? null
                : new Argument(
                        construct.start() + url.valueStart(),
                        construct.start() + url.valueEnd(),
                        Reference.Kind.LINK,
                        variable);
    }

    private static String value(char[] chars, Attribute attribute) {
        return new String(chars, attribute.valueStart(), attribute.valueEnd() - attribute.valueStart());
    }
}
