package io.github.assetpipe.css.purge;

import io.github.assetpipe.css.AtRule;
import io.github.assetpipe.css.Declaration;
import io.github.assetpipe.css.Node;
import io.github.assetpipe.css.Stylesheet;
import io.github.assetpipe.css.TokenType;
import io.github.assetpipe.option.PurgeOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** At-rules that define something by name and go when nothing uses it. */
final class NamedRule {
    private NamedRule() {}

    /** Returns the name in the rule's prelude, decoded; empty when there is none. */
    static String name(Stylesheet sheet, AtRule rule) {
        if (rule.firstToken() >= rule.limitToken()) {
            return "";
        }
        TokenType type = sheet.tokens().type(rule.firstToken());
        if (type == TokenType.STRING) {
            return sheet.tokens().content(rule.firstToken());
        }
        return type == TokenType.IDENT ? sheet.tokens().name(rule.firstToken()) : "";
    }

    /** Tells whether the rule's descriptors define something, so that their names are not uses. */
    static boolean definesByDescriptors(AtRule rule) {
        return switch (rule.plainName()) {
            case "font-face", "property", "counter-style", "font-palette-values", "font-feature-values" -> true;
            default -> false;
        };
    }

    /** Returns what the rule defines when nothing uses it, such as {@code @keyframes spin}; else null. */
    static @Nullable String unused(Stylesheet sheet, AtRule rule, References references, PurgeOptions options) {
        if (rule.children() == null) {
            return null;
        }
        String name = name(sheet, rule);
        boolean unused = switch (rule.plainName()) {
            case "keyframes" -> options.keyframes() && !name.isEmpty() && !references.usesKeyframes(name);
            case "counter-style" -> options.keyframes() && !name.isEmpty() && !references.usesCounterStyle(name);
            case "property" -> options.variables() && name.startsWith("--") && !references.usesVariable(name);
            case "font-face" -> {
                name = family(sheet, rule.children());
                yield options.fontFaces() && !name.isEmpty() && !references.usesFont(name);
            }
            default -> false;
        };
        return unused ? "@" + rule.name() + " " + name : null;
    }

    /** Returns the family of the last {@code font-family} descriptor, or an empty text. */
    private static String family(Stylesheet sheet, List<Node> descriptors) {
        String family = "";
        for (Node node : descriptors) {
            if (node instanceof Declaration declaration && declaration.name().equals("font-family")) {
                family = ValueFacts.of(sheet.tokens(), declaration.firstToken(), declaration.limitToken())
                        .text();
            }
        }
        return family;
    }
}
