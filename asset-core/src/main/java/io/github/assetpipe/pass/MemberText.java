package io.github.assetpipe.pass;

import io.github.assetpipe.css.CssTemplate;
import io.github.assetpipe.css.Tokens;
import io.github.assetpipe.css.UrlReference;
import io.github.assetpipe.css.UrlReferences;
import io.github.assetpipe.page.ScriptText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a member of a compress block, and what joining has to know about it. Immutable.
 *
 * @param identity what tells it apart from other members: its path, or its text
 * @param text the style sheet or script
 * @param urls the references of a style sheet; none for a script
 * @param script facts of a script, or null for a style sheet
 * @param unclosed whether its end leaves something open that would swallow what follows; false for a script
 * @param first whether it holds rules that count only before all others; false for a script
 * @param template whether it is a style sheet that a template engine fills in; false for a script
 * @param placed whether it is a script that imports by names relative to its own
 */
record MemberText(
        String identity,
        String text,
        List<UrlReference> urls,
        @Nullable ScriptText script,
        boolean unclosed,
        boolean first,
        boolean template,
        boolean placed) {

    /** Looks at a style sheet or script. */
    static MemberText of(String identity, String text, boolean css) {
        if (!css) {
            boolean placed = Modules.isPlaced(text);
            return new MemberText(identity, text, List.of(), ScriptText.of(text), false, false, false, placed);
        }
        Tokens tokens = Tokens.of(text);
        List<UrlReference> urls = UrlReferences.of(tokens);
        boolean template = CssTemplate.first(text) != null
                || urls.stream().anyMatch(reference -> CssTemplate.isComputed(reference.url()));
        return new MemberText(
                identity,
                text,
                urls,
                null,
                JoinedStyles.isUnclosed(tokens),
                JoinedStyles.mustBeFirst(text, tokens),
                template,
                false);
    }
}
