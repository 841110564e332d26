package io.github.assetpipe.css.purge;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A list of names and of regular expressions, {@code /^js-/} or {@code /^js-/i}, that may match anywhere in a name. */
final class NamePatterns {
    private record Expression(String source, Pattern pattern) {}

    private final Set<String> names = new HashSet<>();
    private final List<Expression> expressions = new ArrayList<>();

    /** Reads the entries. @throws AssetException when an expression can't be compiled */
    NamePatterns(String option, List<String> entries) {
        for (String entry : entries) {
            int close = entry.lastIndexOf('/');
            if (entry.startsWith("/") && close > 0 && isFlags(entry.substring(close + 1))) {
                expressions.add(new Expression(entry, compile(option, entry, close)));
            } else {
                names.add(entry);
            }
        }
    }

    private static boolean isFlags(String flags) {
        return flags.chars().allMatch(c -> "igsmuy".indexOf(c) >= 0);
    }

    private static Pattern compile(String option, String entry, int close) {
        try {
            int flags = entry.indexOf('i', close) > 0 ? Pattern.CASE_INSENSITIVE : 0;
            return Pattern.compile(entry.substring(1, close), flags);
        } catch (PatternSyntaxException e) {
            throw AssetException.environment(Diagnostic.error(
                    "purge-option",
                    "The entry " + entry + " of <" + option + "> is no regular expression: " + e.getDescription(),
                    null,
                    "a plain name needs no slashes"));
        }
    }

    /** Returns the entry that {@code name} is on the list for, or null. */
    @Nullable
    String match(String name) {
        if (names.contains(name)) {
            return name;
        }
        for (Expression expression : expressions) {
            if (expression.pattern.matcher(name).find()) {
                return expression.source;
            }
        }
        return null;
    }

    boolean isEmpty() {
        return names.isEmpty() && expressions.isEmpty();
    }
}
