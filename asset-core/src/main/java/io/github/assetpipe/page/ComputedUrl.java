package io.github.assetpipe.page;

/**
 * A URL of something to load that the template computes.
 *
 * @param start its first offset in the page
 * @param end the offset after it
 * @param reason why it is not followed
 */
public record ComputedUrl(int start, int end, String reason) {}
