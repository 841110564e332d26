package io.github.assetpipe.css.purge;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of one selector, named at-rule or custom property of a stylesheet, and why.
 *
 * @param offset UTF-16 offset of its first character in the stylesheet as it was given
 * @param subject its text: {@code .a > .b}, {@code @keyframes spin}, {@code --gap}
 * @param kept whether it stayed
 * @param reasons why: for what stayed one for each name in it, for what went the one that decided
 */
public record Verdict(int offset, String subject, boolean kept, List<Reason> reasons) {

    /** Copies the list. */
    public Verdict {
        reasons = List.copyOf(reasons);
    }

    /** Returns one line: what, kept or dropped, and the reasons. */
    @Override
    public String toString() {
        return subject
                + (kept ? " kept: " : " dropped: ")
                + reasons.stream().map(Reason::toString).collect(Collectors.joining("; "));
    }
}
