package io.github.assetpipe.model;

/**
 * One decision about a place of a page, with its reason, for the manifest and the report.
 *
 * @param kind what was decided about: {@code reference}, {@code bundle}, {@code defer}, {@code lazy}
 * @param line 1-based line in the page as the author wrote it
 * @param subject what the decision is about, as written: a URL or a tag
 * @param outcome what happened: {@code rewritten}, {@code deferred}, {@code kept}, {@code lazy}, {@code eager}, …
 * @param reason why, one phrase; empty when the outcome says it all
 */
public record PageDecision(String kind, int line, String subject, String outcome, String reason)
        implements Comparable<PageDecision> {

    /** Orders by line, then kind and subject. */
    @Override
    public int compareTo(PageDecision other) {
        if (line != other.line) {
            return Integer.compare(line, other.line);
        }
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : subject.compareTo(other.subject);
    }
}
