package io.github.assetpipe.css.purge;

/**
 * One text whose words count as used names.
 *
 * @param file project-relative path with {@code /}; what explanations name
 * @param text the whole text
 * @param kind how it computes names
 */
public record SourceText(String file, String text, TextKind kind) {}
