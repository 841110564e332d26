package io.github.assetpipe.transform;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an SCSS file imports, defines and speaks of, as far as its statements tell without compiling it. Immutable.
 *
 * <p>Names are written as they are used: {@code $colour}, {@code @mixin}, {@code function(}, {@code %placeholder}; an
 * underscore counts as a hyphen, as in Sass.
 *
 * @param file its project-relative name
 * @param imports what it imports, in order
 * @param mixins its mixins
 * @param includes where it includes mixins
 * @param defines the variables, mixins, functions and placeholders that it defines at its top level
 * @param mentions the names that it speaks of, its own ones too
 * @param extended the selectors that it extends, as written
 */
public record SassOutline(
        String file,
        List<Import> imports,
        List<Mixin> mixins,
        List<Include> includes,
        Set<String> defines,
        Set<String> mentions,
        Set<String> extended) {

    /**
     * One URL of an {@code @import}, {@code @use} or {@code @forward}.
     *
     * @param rule {@code @import}, {@code @use} or {@code @forward}
     * @param url as written
     * @param line 1-based line of the statement
     * @param statement the whole statement as written, comments as blanks
     * @param target the file that is meant, project-relative or of a WebJar, or null when it is none that Sass reads
     */
    public record Import(
            String rule,
            String url,
            int line,
            String statement,
            @Nullable String target) {
        /** Returns the rule as it would be written for this URL alone: {@code @import "bootstrap/carousel"}. */
        public String shown() {
            return rule + " \"" + url + "\"";
        }
    }

    /** A mixin and its 1-based lines, both included. */
    public record Mixin(String name, int firstLine, int lastLine) {}

    /**
     * An {@code @include}.
     *
     * @param name the mixin's, without a namespace
     * @param within the mixin that the include stands in, or null
     * @param line 1-based line
     * @param statement the whole statement when it stands at the top level and has no block, else empty
     */
    public record Include(String name, @Nullable String within, int line, String statement) {}

    /** Copies the collections. */
    public SassOutline {
        imports = List.copyOf(imports);
        mixins = List.copyOf(mixins);
        includes = List.copyOf(includes);
        defines = Set.copyOf(defines);
        mentions = Set.copyOf(mentions);
        extended = Set.copyOf(extended);
    }

    /** Returns the mixin that a 1-based line stands in, or null. */
    public @Nullable String mixinAt(int line) {
        return mixins.stream()
                .filter(m -> m.firstLine() <= line && line <= m.lastLine())
                .map(Mixin::name)
                .findFirst()
                .orElse(null);
    }
}
