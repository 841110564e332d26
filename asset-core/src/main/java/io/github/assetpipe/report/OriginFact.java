package io.github.assetpipe.report;

/**
 * What a source file has left in a compiled stylesheet after purging, by the source map of the compiler.
 *
 * @param sheet the name that bundles know the stylesheet by
 * @param entry the file that was compiled
 * @param source the file whose doing the rules are, project-relative or of a WebJar
 * @param bytes size of its rules that are left, as compiled
 */
public record OriginFact(String sheet, String entry, String source, long bytes) {}
