package io.github.assetpipe.css;

/**
 * A fault in a stylesheet's syntax, of the kind that browsers get over by skipping something.
 *
 * @param start offset of the first character that the fault is about
 * @param end offset after the last one
 * @param message what is wrong, one sentence
 * @param hint what to do
 */
public record SyntaxProblem(int start, int end, String message, String hint) {}
