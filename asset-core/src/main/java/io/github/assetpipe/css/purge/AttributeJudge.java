package io.github.assetpipe.css.purge;

import io.github.assetpipe.css.SimpleSelector.Attribute;
import io.github.assetpipe.css.purge.Reason.Kind;
import io.github.assetpipe.option.PurgeOptions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges attribute selectors. The name must occur. The value is looked at only where every occurrence of the name is an
 * attribute with a literal value in markup; elsewhere anything may set it.
 *
 * <p>Not safe for several threads.
 */
final class AttributeJudge {
    /** Attributes that change without being named: scripts and browsers reach them through properties. */
    private static final Set<String> ALWAYS = Set.of("class", "id", "style", "value", "checked", "selected", "open");

    private final NameJudge names;
    private final Set<String> dynamic;
    private final Map<String, Reason> byName = new ConcurrentHashMap<>();
    private final Map<String, Boolean> free = new ConcurrentHashMap<>();

    AttributeJudge(NameJudge names, PurgeOptions options) {
        this.names = names;
        this.dynamic = Set.copyOf(options.dynamicAttributes());
    }

    /** Judges an attribute selector. */
    Reason judge(Attribute attribute) {
        Reason reason = byName.computeIfAbsent(attribute.name(), this::judgeName);
        if (reason.kind() != Kind.WORD || attribute.operator().isEmpty() || isFree(attribute.name())) {
            return reason;
        }
        String shown = "[" + attribute.name() + attribute.operator() + attribute.value() + "]";
        return hasValue(attribute) ? reason : Reason.of(Kind.VALUE, shown, "");
    }

    private Reason judgeName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Reason reason = names.judge(name, name, true);
        if (reason.kind() == Kind.SAFELIST || reason.kind() == Kind.BLOCKED) {
            return reason;
        }
        if (ALWAYS.contains(lower) || dynamic.contains(name)) {
            return Reason.of(Kind.IMPLIED, name, "scripts set it");
        }
        Reason property = reason.keeps() ? null : property(name, lower);
        return property == null ? reason : property;
    }

    /** {@code dataset.fooBar} is {@code data-foo-bar}, {@code ariaExpanded} is {@code aria-expanded}. */
    private @Nullable Reason property(String name, String lower) {
        Sighting sighting = names.word(camel(lower), false);
        if (sighting == null && lower.startsWith("data-") && names.word("dataset", false) != null) {
            sighting = names.word(camel(lower.substring(5)), false);
        }
        return sighting == null ? null : new Reason(Kind.COMPUTED, name, camel(lower), sighting);
    }

    private static String camel(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            boolean joint = name.charAt(i) == '-' && i + 1 < name.length();
            out.append(joint ? Character.toUpperCase(name.charAt(++i)) : name.charAt(i));
        }
        return out.toString();
    }

    private boolean isFree(String name) {
        return free.computeIfAbsent(name, names.evidence()::isFree);
    }

    private boolean hasValue(Attribute attribute) {
        String value = attribute.value().toLowerCase(Locale.ROOT);
        String operator = attribute.operator();
        List<int[]> words = NameJudge.words(value);
        for (int[] word : words) {
            boolean cutLeft = word[0] == 0 && (operator.equals("$=") || operator.equals("*="));
            boolean cutRight = word[1] == value.length()
                    && (operator.equals("^=") || operator.equals("*=") || operator.equals("|="));
            if (!hasWord(value.substring(word[0], word[1]), cutLeft, cutRight)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasWord(String part, boolean cutLeft, boolean cutRight) {
        if (names.word(part, true) != null) {
            return true;
        }
        if (cutLeft) {
            return names.evidence().anyWord(word -> cutRight ? word.contains(part) : word.endsWith(part)) != null;
        }
        return cutRight && names.evidence().anyWord(word -> word.startsWith(part)) != null;
    }
}
