package io.github.assetpipe.report;

/**
 * The imports of one of the user's files, to be pasted in place of those that are there.
 *
 * @param sheet the compiled stylesheet
 * @param file the user's file
 * @param text the imports, those that bring nothing of use commented out
 */
public record ImportList(String sheet, String file, String text) {}
