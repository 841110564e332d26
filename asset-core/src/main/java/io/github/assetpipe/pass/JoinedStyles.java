package io.github.assetpipe.pass;

import io.github.assetpipe.css.AtRule;
import io.github.assetpipe.css.Node;
import io.github.assetpipe.css.Stylesheet;
import io.github.assetpipe.css.TokenType;
import io.github.assetpipe.css.Tokens;
import io.github.assetpipe.css.UrlReference;
import io.github.assetpipe.css.UrlReferences;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.UrlForm;
import io.github.assetpipe.text.TextEdits;
import io.github.assetpipe.text.UrlText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Joins style sheets so that the whole means what the parts meant one after another. */
final class JoinedStyles {
    private static final Set<String> FIRST_ONLY = Set.of("import", "namespace");

    private static final Set<TokenType> OPENING =
            EnumSet.of(TokenType.FUNCTION, TokenType.LEFT_BRACE, TokenType.LEFT_PAREN, TokenType.LEFT_SQUARE);
    private static final Set<TokenType> CLOSED =
            EnumSet.of(TokenType.SEMICOLON, TokenType.RIGHT_BRACE, TokenType.CDO, TokenType.CDC);

    private JoinedStyles() {}

    /** Tells whether a style sheet holds rules that count only before all others, so that it must begin its bundle. */
    static boolean mustBeFirst(String css, Tokens tokens) {
        if (!maySay(tokens)) {
            return false;
        }
        for (Node node : Stylesheet.parse(css).children()) {
            if (node instanceof AtRule rule && FIRST_ONLY.contains(rule.name())) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether one of these rules stands anywhere: few style sheets have one, so few are parsed for it. */
    private static boolean maySay(Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.type(i) == TokenType.AT_KEYWORD
                    && FIRST_ONLY.contains(tokens.name(i).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether the end of a style sheet leaves something open that would swallow what follows. */
    static boolean isUnclosed(Tokens tokens) {
        TokenType last = TokenType.SEMICOLON;
        for (int i = 0; i < tokens.size(); i++) {
            TokenType type = tokens.type(i);
            if (OPENING.contains(type) && tokens.closer(i) >= tokens.size()) {
                return true;
            }
            if (type == TokenType.COMMENT && !tokens.text(i).endsWith("*/")) {
                return true;
            }
            last = type == TokenType.WHITESPACE || type == TokenType.COMMENT ? last : type;
        }
        return !CLOSED.contains(last);
    }

    /** Tells whether any of a style sheet's references is a relative URL. */
    static boolean hasRelativeUrls(List<UrlReference> urls) {
        return urls.stream().map(UrlReference::url).anyMatch(JoinedStyles::isRelative);
    }

    private static boolean isRelative(String url) {
        UrlText text = UrlText.of(url);
        return text.local() && !text.path().isEmpty() && !text.path().startsWith("/");
    }

    /** Returns the style sheets as one at {@code bundle}: addresses follow, one {@code @charset}, no source map comments. */
    static Joined join(List<BlockMember> members, LogicalPath bundle) {
        List<Joined.Part> parts = new ArrayList<>();
        boolean ascii = true;
        for (BlockMember member : members) {
            TextEdits edits = edits(member, bundle);
            String text = edits.apply();
            ascii &= text.chars().allMatch(c -> c < 0x80);
            parts.add(new Joined.Part(member, edits, text, text.endsWith("\n") ? "" : "\n"));
        }
        return new Joined(ascii ? "" : "@charset \"UTF-8\";\n", parts);
    }

    private static TextEdits edits(BlockMember member, LogicalPath bundle) {
        String css = member.text();
        LogicalPath base = member.base();
        TextEdits edits = base == null
                ? new TextEdits(css)
                : rebasing(
                        css,
                        member.content().urls(),
                        base,
                        target -> Optional.of(UrlForm.encode(bundle.relativize(target))));
        edits.delete(0, afterCharset(css));
        return edits;
    }

    /** Returns a style sheet whose relative addresses are rewritten by {@code naming}. */
    static String rebased(String css, LogicalPath base, Function<LogicalPath, Optional<String>> naming) {
        TextEdits edits = rebasing(css, UrlReferences.of(css), base, naming);
        return edits.isEmpty() ? css : edits.apply();
    }

    private static TextEdits rebasing(
            String css, List<UrlReference> urls, LogicalPath base, Function<LogicalPath, Optional<String>> naming) {
        TextEdits edits = new TextEdits(css);
        for (UrlReference reference : urls) {
            UrlText written = UrlText.of(reference.url());
            if (reference.kind() == UrlReference.Kind.SOURCE_MAP) {
                int start = css.lastIndexOf("/*", reference.start());
                int end = css.indexOf("*/", reference.end());
                if (start >= 0 && end >= 0) {
                    edits.delete(start, end + 2);
                }
            } else if (isRelative(reference.url())) {
                String decoded = written.decodedPath();
                Optional<String> url = decoded == null
                        ? Optional.empty()
                        : base.resolve(decoded).flatMap(naming);
                url.ifPresent(u -> edits.replace(
                        reference.start(), reference.end(), UrlReferences.write(reference, u + written.suffix())));
            }
        }
        return edits;
    }

    /** Returns where a style sheet begins after its byte order mark and {@code @charset} rule. */
    private static int afterCharset(String css) {
        int start = css.startsWith("\ufeff") ? 1 : 0;
        if (!css.regionMatches(true, start, "@charset", 0, 8)) {
            return start;
        }
        int end = css.indexOf(';', start);
        if (end < 0 || end > 60 + start) {
            return start;
        }
        end++;
        while (end < css.length() && Character.isWhitespace(css.charAt(end))) {
            end++;
        }
        return end;
    }
}
