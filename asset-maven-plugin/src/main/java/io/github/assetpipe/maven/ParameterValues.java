package io.github.assetpipe.maven;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a pom or a command line says into values: the pom's text, else the user property, else the default.
 *
 * <p>A parameter is named by its path: {@code sass.engine} is the element {@code <sass><engine>} and the user property
 * {@code asset.sass.engine}. Wrong texts are gathered and thrown together by {@link #check()}; until then their defaults
 * stand in. Not safe for several threads.
 */
final class ParameterValues {
    private final Function<String, @Nullable String> properties;
    private final List<String> problems = new ArrayList<>();

    /** Creates values over user properties; {@code properties} returns null for a name that is not set. */
    ParameterValues(Function<String, @Nullable String> properties) {
        this.properties = properties;
    }

    /** Returns one of an enum's constants, written in lower case with {@code -}, {@code _} or a space between words. */
    <E extends Enum<E>> E choice(String name, @Nullable String inPom, E fallback) {
        String text = text(name, inPom, "").trim();
        if (text.isEmpty()) {
            return fallback;
        }
        E[] constants = fallback.getDeclaringClass().getEnumConstants();
        for (E constant : constants) {
            if (word(constant).equalsIgnoreCase(text.replace('_', '-').replace(' ', '-'))) {
                return constant;
            }
        }
        String valid = Arrays.stream(constants).map(ParameterValues::word).collect(Collectors.joining(", "));
        return wrong(name, text, valid, fallback);
    }

    /** Returns true or false. */
    boolean flag(String name, @Nullable String inPom, boolean fallback) {
        String text = text(name, inPom, "").trim();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> fallback;
            case "true" -> true;
            case "false" -> false;
            default -> wrong(name, text, "true or false", fallback);
        };
    }

    /** Returns a whole number from {@code min} to {@code max}, both included. */
    int number(String name, @Nullable String inPom, int fallback, int min, int max) {
        String text = text(name, inPom, "").trim();
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        String valid = max == Integer.MAX_VALUE ? "a number of at least " + min : "a number from " + min + " to " + max;
        return wrong(name, text, valid, fallback);
    }

    /** Returns a text. */
    String text(String name, @Nullable String inPom, String fallback) {
        if (inPom != null) {
            return inPom;
        }
        String property = properties.apply(property(name));
        return property != null ? property : fallback;
    }

    /** Returns a list; a user property separates its entries by commas. */
    List<String> list(String name, @Nullable List<String> inPom, List<String> fallback) {
        if (inPom != null) {
            return trimmed(inPom);
        }
        String property = properties.apply(property(name));
        return property != null ? trimmed(Arrays.asList(property.split(",", -1))) : fallback;
    }

    private static List<String> trimmed(List<@Nullable String> texts) {
        List<String> entries = new ArrayList<>();
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                entries.add(text.trim());
            }
        }
        return entries;
    }

    /** Remembers that a parameter's text is wrong, and returns what stands in for it. */
    <T> T wrong(String name, String text, String valid, T standIn) {
        problems.add("'" + text + "' is not a value of " + element(name) + " (user property " + property(name)
                + "). Valid: " + valid + ".");
        return standIn;
    }

    /** Throws when a text was wrong, naming each. */
    void check() throws MojoExecutionException {
        if (!problems.isEmpty()) {
            throw new MojoExecutionException(String.join("\n", problems));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String element(String name) {
        return Arrays.stream(name.split("\\.")).map(n -> "<" + n + ">").collect(Collectors.joining());
    }

    private static String property(String name) {
        return "asset." + name;
    }
}
