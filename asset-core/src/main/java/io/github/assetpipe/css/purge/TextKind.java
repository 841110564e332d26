package io.github.assetpipe.css.purge;

import java.util.Locale;
import java.util.Set;

/**
 * How a text computes names: decides which constructs of a text are holes in a name.
 *
 * <p>All kinds give words alike; only {@code {x}}, {@code $x}, tags and directives differ.
 */
public enum TextKind {
    /** HTML and templates of any engine: {@code {x}}, {@code $x}, {@code #if(x)}, {@code <c:if>} are holes. */
    MARKUP,
    /** JavaScript and TypeScript: {@code ${x}} is a hole, {@code {}} is a block. */
    SCRIPT,
    /** Java, where {@code $} belongs to identifiers; constants also stand for their lower-case forms. */
    JAVA,
    /** Kotlin, Groovy, Scala: as Java, but {@code $x} is a hole. */
    SOURCE,
    /** Properties, YAML, JSON, XML and other data: a value may end with the head of a name. */
    RESOURCE;

    private static final Set<String> SCRIPTS = Set.of("js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx", "coffee");
    private static final Set<String> SOURCES = Set.of("kt", "kts", "groovy", "gvy", "scala", "clj", "cljc", "rb", "py");
    private static final Set<String> RESOURCES =
            Set.of("properties", "yml", "yaml", "json", "json5", "xml", "toml", "csv", "txt", "sql", "conf", "po");

    /** Returns the kind that fits a file's name by its extension; unknown extensions are {@link #MARKUP}. */
    public static TextKind of(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (SCRIPTS.contains(extension)) {
            return SCRIPT;
        }
        if (extension.equals("java")) {
            return JAVA;
        }
        if (SOURCES.contains(extension)) {
            return SOURCE;
        }
        return RESOURCES.contains(extension) ? RESOURCE : MARKUP;
    }

    /** Tells whether {@code $name} without braces is a hole. */
    boolean dollarNames() {
        return this == MARKUP || this == SOURCE || this == RESOURCE;
    }

    /** Tells whether an upper-case word may be a constant whose lower-case name becomes a class. */
    boolean hasConstants() {
        return this == JAVA || this == SOURCE;
    }
}
