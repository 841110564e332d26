package io.github.assetpipe.report;

/**
 * What a source file has left in a compiled stylesheet after purging, by the source map of the compiler.
 *
 * @param entry the file that was compiled
 * @param source the file whose doing the rules are, project-relative or of a WebJar
 * @param bytes size of its rules that are left, as compiled
 */
public record OriginFact(String entry, String source, long bytes) {}
