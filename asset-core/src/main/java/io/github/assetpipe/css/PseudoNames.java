package io.github.assetpipe.css;

import io.github.assetpipe.css.SimpleSelector.Pseudo;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pseudo-classes and pseudo-elements that every browser of the baseline knows, and some that mean the same. */
final class PseudoNames {
    private static final Set<String> CLASSES = Set.of(
            "hover",
            "focus",
            "active",
            "visited",
            "link",
            "any-link",
            "focus-within",
            "focus-visible",
            "checked",
            "disabled",
            "enabled",
            "required",
            "optional",
            "valid",
            "invalid",
            "in-range",
            "out-of-range",
            "read-only",
            "read-write",
            "placeholder-shown",
            "default",
            "indeterminate",
            "empty",
            "root",
            "target",
            "first-child",
            "last-child",
            "only-child",
            "first-of-type",
            "last-of-type",
            "only-of-type",
            "nth-child",
            "nth-last-child",
            "nth-of-type",
            "nth-last-of-type",
            "not",
            "is",
            "where",
            "lang",
            "before",
            "after",
            "first-line",
            "first-letter");
    private static final Set<String> ELEMENTS = Set.of("before", "after", "first-line", "first-letter", "selection");

    private PseudoNames() {}

    static boolean isKnown(Pseudo pseudo) {
        return pseudo.element() ? ELEMENTS.contains(pseudo.name()) : CLASSES.contains(pseudo.name());
    }

    static boolean isControl(String type) {
        return type.equals("input") || type.equals("textarea") || type.equals("select");
    }

    /** Returns what selects the same as {@code :not(argument)} on elements named {@code type}, or null. */
    static @Nullable String opposite(String argument, @Nullable String type) {
        boolean control = type != null && isControl(type);
        boolean button = type != null && (type.equals("button") || type.equals("option") || type.equals("optgroup"));
        return switch (argument) {
            case ":dir(ltr)" -> ":dir(rtl)";
            case ":dir(rtl)" -> ":dir(ltr)";
            case ":read-only" -> ":read-write";
            case ":read-write" -> ":read-only";
            case ":enabled" -> control || button ? ":disabled" : null;
            case ":disabled" -> control || button ? ":enabled" : null;
            case ":required" -> control ? ":optional" : null;
            case ":optional" -> control ? ":required" : null;
            default -> null;
        };
    }
}
