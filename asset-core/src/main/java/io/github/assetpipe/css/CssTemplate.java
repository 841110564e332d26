package io.github.assetpipe.css;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells which stylesheets are templates: an engine fills them in before a browser reads them, so that what the rules of CSS
 * make of their text says nothing.
 *
 * <p>What counts is a construct of a template language at a place where nothing in CSS begins like it. In strings, comments
 * and addresses nearly everything is CSS, so that they count only where a construct's own quotes end them. Stateless and safe
 * for several threads.
 */
public final class CssTemplate {
    /** What custom properties, which take any text, have as little as all else. */
    private static final Pattern ANYWHERE =
            Pattern.compile("<%|<\\?(?:=|php|xml)|</?[#@][a-zA-Z]|<#--|</?[a-zA-Z][\\w-]*:[a-zA-Z]"
                    + "|\\[[\\[(][$#*@~]\\{|\\$!?\\{\\s*[^\\s}]"
                    + "|\\{%[-+~]?\\s*[a-zA-Z][^{}\\n]*%\\}"
                    + "|#\\{\\s*[a-zA-Z_]\\w*(?:\\.\\w+|\\[[^\\]$\\n]*\\])+\\s*\\}");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\{?([^{};\\n]*)\\}\\}");

    /** What a custom property could be, or a mistake of Sass in one. */
    private static final Pattern ELSEWHERE = Pattern.compile("\\$!?[a-zA-Z_][\\w-]*(?:\\.[a-zA-Z]|[(\\[])|\\$![a-zA-Z_]"
            + "|\\[/?#[a-zA-Z]|\\[#--|\\[#\\s*th:|\\[@[a-zA-Z]"
            + "|\\{#(?!\\w)[^{}\\n]*#\\}|\\{#(?:if|for|each|let|include|switch|when|set|insert)\\s[^{};:\\n]*\\}"
            + "|#@?[a-zA-Z]\\w*\\(|#(?:if|elseif|foreach|set|parse|include|macro|define|evaluate)\\s{0,3}\\("
            + "|#\\{(?:if|else|elseif|end|foreach|set)\\}");

    private static final Pattern NAME = Pattern.compile("\\$[a-zA-Z_][\\w-]*+(?!\\s*:)");

    private static final Pattern SASS = Pattern.compile(
            "(?:^|[;{}\\n])\\s*\\$[\\w-]+\\s*:|#\\{|@(?:include|mixin|extend|use|forward|function|each|return)\\b");

    /** Thymeleaf, which takes comments of CSS for its own. */
    private static final Pattern COMMENT = Pattern.compile("/\\*\\[(?:[\\[(][$#*@~]\\{|#\\s*th:|[+-])");

    /** A construct that a string's end cuts: its quotes are of another kind than the string's. */
    private static final Pattern CUT =
            Pattern.compile("<%(?!.*%>)|[$#]!?\\{[^}]*$|\\{\\{(?!.*\\}\\})|\\$!?[\\w.]+\\($");

    private static final Pattern COMPUTED = Pattern.compile("<%|[$#]\\{|\\$!?[a-zA-Z_{]|\\{[{%]|\\[\\[|</?[a-zA-Z]+:");

    private static final Set<TokenType> AFTER_STRING = EnumSet.of(
            TokenType.WHITESPACE,
            TokenType.COMMENT,
            TokenType.SEMICOLON,
            TokenType.COMMA,
            TokenType.RIGHT_PAREN,
            TokenType.RIGHT_BRACE,
            TokenType.RIGHT_SQUARE);

    private final Tokens tokens;
    private final String text;
    private final Matcher anywhere;
    private final Matcher elsewhere;
    private final Matcher name;
    private @Nullable Boolean sass;

    /**
     * A construct of a template language.
     *
     * @param start its first offset in the stylesheet
     * @param end the offset after what it is known by
     */
    public record Sign(int start, int end) {}

    private CssTemplate(String text) {
        this.text = text;
        this.tokens = Tokens.of(text);
        this.anywhere = ANYWHERE.matcher(text).useTransparentBounds(true);
        this.elsewhere = ELSEWHERE.matcher(text).useTransparentBounds(true);
        this.name = NAME.matcher(text).useTransparentBounds(true);
    }

    /** Returns the first construct by which a stylesheet is known for a template, or null when it is none. */
    public static @Nullable Sign first(String text) {
        return mayBe(text) ? new CssTemplate(text).find() : null;
    }

    /** Returns a template as a stylesheet of a single piece that is not understood, so that all of its names count as used. */
    public static Stylesheet whole(String text) {
        Node all = new Verbatim(0, text.length(), Verbatim.Reason.UNKNOWN_RULE);
        return new Stylesheet(Tokens.of(text), List.of(all), List.of());
    }

    /** Tells whether a template engine writes a part of an address. */
    public static boolean isComputed(String url) {
        return !isData(url, 0) && COMPUTED.matcher(url).find();
    }

    /** Most stylesheets hold none of the characters side by side, and need no closer look. */
    private static boolean mayBe(String text) {
        for (int i = text.length() - 2; i >= 0; i--) {
            char next = text.charAt(i + 1);
            boolean may = switch (text.charAt(i)) {
                case '$' -> next != '=';
                case '<' -> next != '!' && next != '=' && next != ' ';
                case '{' -> next == '{' || next == '%' || next == '#';
                case '[' -> "[(#@+-".indexOf(next) >= 0;
                case '#' -> next == '{';
                case '(' -> isCall(text, i);
                default -> false;
            };
            if (may) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a bracket, perhaps after spaces, follows a name after {@code #}. */
    private static boolean isCall(String text, int bracket) {
        int at = bracket - 1;
        while (at >= 0 && (Character.isLetterOrDigit(text.charAt(at)) || " _@".indexOf(text.charAt(at)) >= 0)) {
            at--;
        }
        return at >= 0 && text.charAt(at) == '#';
    }

    private @Nullable Sign find() {
        int custom = -1;
        for (int i = 0; i < tokens.size(); i++) {
            int start = tokens.start(i);
            Sign sign = switch (tokens.type(i)) {
                case COMMENT -> in(COMMENT, i, false);
                case STRING -> cut(i);
                case BAD_URL -> isData(text, text.indexOf('(', start) + 1) ? null : in(COMPUTED, i, true);
                case DELIM, LEFT_BRACE, LEFT_SQUARE, HASH -> at(start, start < custom);
                default -> null;
            };
            if (sign != null) {
                return sign;
            }
            if (tokens.type(i) == TokenType.IDENT && start >= custom && text.startsWith("--", start)) {
                custom = customEnd(i);
            }
        }
        return null;
    }

    /** Returns the offset after a custom property's value, or -1 when no declaration of one begins here. */
    private int customEnd(int ident) {
        int at = tokens.skipTrivia(ident + 1, tokens.size());
        if (at >= tokens.size() || tokens.type(at) != TokenType.COLON) {
            return -1;
        }
        while (at < tokens.size()
                && tokens.type(at) != TokenType.SEMICOLON
                && tokens.type(at) != TokenType.RIGHT_BRACE) {
            at = tokens.next(at, tokens.size());
        }
        return tokens.start(at);
    }

    private @Nullable Sign in(Pattern pattern, int token, boolean inside) {
        Matcher matcher = pattern.matcher(text).region(tokens.start(token), tokens.end(token));
        return (inside ? matcher.find() : matcher.lookingAt()) ? new Sign(matcher.start(), matcher.end()) : null;
    }

    private @Nullable Sign cut(int token) {
        int next = token + 1;
        if (next >= tokens.size() || AFTER_STRING.contains(tokens.type(next))) {
            return null;
        }
        Matcher matcher = CUT.matcher(text).region(tokens.start(token), tokens.end(token) - 1);
        return matcher.find() ? new Sign(matcher.start(), matcher.end()) : null;
    }

    private @Nullable Sign at(int start, boolean custom) {
        if (lookingAt(anywhere, start)) {
            return new Sign(start, anywhere.end());
        }
        if (text.startsWith("{{", start)) {
            Matcher placeholder = PLACEHOLDER.matcher(text).region(start, text.length());
            return placeholder.lookingAt() && isExpression(placeholder.group(1))
                    ? new Sign(start, placeholder.end())
                    : null;
        }
        if (custom) {
            return null;
        }
        if (lookingAt(elsewhere, start)) {
            return new Sign(start, elsewhere.end());
        }
        return lookingAt(name, start) && !isSass() ? new Sign(start, name.end()) : null;
    }

    private boolean lookingAt(Matcher matcher, int start) {
        return matcher.region(start, text.length()).lookingAt();
    }

    /** Tells what {@code {{x}}} may be from a rule within one brace too many. */
    private static boolean isExpression(String inner) {
        return !inner.isBlank() && (inner.indexOf(':') < 0 || inner.matches("[^:]*['\"?|].*"));
    }

    /** Tells whether the text has more of Sass than its variables, so that these are left over from it. */
    private boolean isSass() {
        if (sass == null) {
            sass = SASS.matcher(text).find();
        }
        return sass;
    }

    private static boolean isData(String text, int from) {
        int at = from;
        while (at < text.length() && (Chars.isSpace(text.charAt(at)) || "\"'".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return text.regionMatches(true, at, "data:", 0, 5);
    }
}
