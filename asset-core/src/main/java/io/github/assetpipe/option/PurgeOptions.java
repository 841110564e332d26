package io.github.assetpipe.option;

import java.util.List;

/**
 * What purging keeps beyond the names that it finds in use.
 *
 * <p>The lists hold exact names, or regular expressions when written between slashes: {@code /^js-/}. They mean what
 * PurgeCSS's options of the same names mean.
 *
 * @param enabled whether unused rules are dropped at all
 * @param safelist names that count as used
 * @param safelistDeep names whose selectors are kept together with their descendants
 * @param safelistGreedy names that keep a selector when they occur in any part of it
 * @param safelistKeyframes names of {@code @keyframes} that count as used
 * @param safelistVariables custom properties that count as used, with their dashes: {@code --gap}
 * @param blocklist names that never count as used (the safelist wins)
 * @param dynamicAttributes attributes that count as used with any value, because scripts set them
 * @param keyframes whether unused {@code @keyframes} and {@code @counter-style} rules are dropped
 * @param fontFaces whether unused {@code @font-face} rules are dropped
 * @param variables whether unused custom properties and {@code @property} rules are dropped
 * @param libraries whether what libraries of tags and components on the class path can write counts as used
 * @param content project-relative glob patterns of further files whose words count as used
 * @param skip glob patterns over logical paths of stylesheets that are not purged
 */
public record PurgeOptions(
        boolean enabled,
        List<String> safelist,
        List<String> safelistDeep,
        List<String> safelistGreedy,
        List<String> safelistKeyframes,
        List<String> safelistVariables,
        List<String> blocklist,
        List<String> dynamicAttributes,
        boolean keyframes,
        boolean fontFaces,
        boolean variables,
        boolean libraries,
        List<String> content,
        List<String> skip) {

    /** Copies the lists. */
    public PurgeOptions {
        safelist = List.copyOf(safelist);
        safelistDeep = List.copyOf(safelistDeep);
        safelistGreedy = List.copyOf(safelistGreedy);
        safelistKeyframes = List.copyOf(safelistKeyframes);
        safelistVariables = List.copyOf(safelistVariables);
        blocklist = List.copyOf(blocklist);
        dynamicAttributes = List.copyOf(dynamicAttributes);
        content = List.copyOf(content);
        skip = List.copyOf(skip);
    }

    /** Creates options without lists for keyframes, custom properties and attributes. */
    public PurgeOptions(
            boolean enabled,
            List<String> safelist,
            List<String> safelistDeep,
            List<String> safelistGreedy,
            List<String> blocklist,
            boolean keyframes,
            boolean fontFaces,
            boolean variables,
            List<String> content,
            List<String> skip) {
        this(
                enabled,
                safelist,
                safelistDeep,
                safelistGreedy,
                List.of(),
                List.of(),
                blocklist,
                List.of(),
                keyframes,
                fontFaces,
                variables,
                true,
                content,
                skip);
    }

    /** Returns the defaults: purge rules, keyframes and font faces; keep custom properties. */
    public static PurgeOptions defaults() {
        return new PurgeOptions(
                true, List.of(), List.of(), List.of(), List.of(), true, true, false, List.of(), List.of());
    }
}
