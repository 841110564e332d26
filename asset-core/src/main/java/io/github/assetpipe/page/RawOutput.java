package io.github.assetpipe.page;

import io.github.assetpipe.page.dialect.Construct;
import io.github.assetpipe.page.dialect.Dialects;
import io.github.assetpipe.page.dialect.Scan;
import io.github.assetpipe.page.dialect.TemplateDialect;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out whether a template prints HTML that it gets from elsewhere, such as articles of a database: their elements stand in
 * no text of the project.
 *
 * <p>Stateless and safe for several threads.
 */
public final class RawOutput {
    /** A way to print without escaping; {@code word} stands in every text that has one. */
    private record Sign(String word, Pattern pattern) {
        Sign(String word, String regex) {
            this(word, Pattern.compile(regex));
        }
    }

    private static final List<Sign> SIGNS = List.of(
            // Messages are files of the project.
            new Sign("th:utext", "\\bth:utext\\s*=\\s*[\"'](?!#\\{)"),
            new Sign("th-utext", "\\bdata-th-utext\\s*=\\s*[\"'](?!#\\{)"),
            new Sign("[(", "\\[\\([$*]\\{"),
            new Sign("{{{", "\\{\\{\\{[^{}\\n]+\\}\\}\\}"),
            new Sign("{{&", "\\{\\{&[^{}\\n]+\\}\\}"),
            new Sign("{{", "\\{\\{[^{}\\n]*\\|\\s*(?:raw|safe)\\b"),
            new Sign(".raw}", "(?<![{$#@*~])\\{[a-zA-Z_][\\w.:()]*\\.raw\\}"),
            new Sign(".safe}", "(?<![{$#@*~])\\{[a-zA-Z_][\\w.:()]*\\.safe\\}"),
            new Sign("raw(", "\\$\\{\\s*raw\\("),
            new Sign("$unsafe{", "\\$unsafe\\{"),
            new Sign("autoescape", "\\{%-?\\s*autoescape\\s+(?:false|off)\\b"),
            new Sign("?no_esc", "\\?no_esc\\b"),
            new Sign("#no", "[<\\[]#(?:noescape|noautoesc)\\b"),
            new Sign("escape", "\\bescape(?:Xml|Html)?\\s*=\\s*[\"']false[\"']"),
            new Sign("encodeAsRaw", "\\.encodeAsRaw\\(\\)"),
            new Sign("v-html", "\\sv-html\\s*="));

    private static final char PRINTS = '\uE000';

    /** What stands for itself, or in places where there are no elements. */
    private static final Pattern NO_CONTENT = Pattern.compile(
            "(?is)<!--.*?-->|<(script|style|title|textarea|option)\\b.*?</\\1\\s*>|<[a-z/!][^>]*>|(" + PRINTS + ")");

    private static final Pattern HARMLESS =
            Pattern.compile("(?i)escap|\\$!?\\{?esc\\.|encode|contextPath|^\\$!?\\{?(?:text|msg|messages?|i18n)\\b");

    private RawOutput() {}

    /** Returns the line, from 1 on, where a page first prints HTML as it gets it, or 0 when it does not. */
    public static int line(String file, String text) {
        int first = Integer.MAX_VALUE;
        for (Sign sign : SIGNS) {
            if (text.contains(sign.word())) {
                Matcher matcher = sign.pattern().matcher(text);
                first = matcher.find() ? Math.min(first, matcher.start()) : first;
            }
        }
        if (first == Integer.MAX_VALUE && (text.indexOf('$') >= 0 || text.contains("<%="))) {
            first = unescaped(file, text);
        }
        return first == Integer.MAX_VALUE
                ? 0
                : 1
                        + (int) text.substring(0, first)
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
    }

    /** Returns where a page of a language that never escapes prints something between elements. */
    private static int unescaped(String file, String text) {
        TemplateDialect dialect = Dialects.choose(file, text);
        String start = switch (dialect.name()) {
            case "velocity" -> "$";
            case "jsp" -> "<%=";
            case "freemarker" -> neverEscapes(file, text) ? "${" : "";
            default -> "";
        };
        if (start.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        StringBuilder page = new StringBuilder(text);
        for (Construct construct : dialect.constructs(new Scan(text))) {
            String own = construct.in(text);
            for (int i = construct.start(); i < construct.end(); i++) {
                page.setCharAt(i, ' ');
            }
            if (construct.kind() == Construct.Kind.EXPRESSION
                    && own.startsWith(start)
                    && !HARMLESS.matcher(own).find()) {
                page.setCharAt(construct.start(), PRINTS);
            }
        }
        Matcher matcher = NO_CONTENT.matcher(page);
        while (matcher.find()) {
            if (matcher.start(2) >= 0) {
                return matcher.start(2);
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Files that end with {@code .ftl} are the ones that FreeMarker does not escape by itself. */
    private static boolean neverEscapes(String file, String text) {
        return file.endsWith(".ftl")
                && !text.contains("#escape")
                && !text.contains("output_format")
                && !text.contains("auto_esc")
                && !text.contains("?html");
    }
}
