package io.github.assetpipe.page;

import io.github.assetpipe.page.dialect.Construct;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects what a page's template computes where the URL of something to load stands, so that people learn which of their
 * files keep their names because of it.
 */
final class ComputedUrls {
    private static final String COMPUTED = "computed";
    /** A scheme that is written out, behind what Thymeleaf writes around a URL. */
    private static final Pattern SCHEME = Pattern.compile("[@{'|~\\s]{0,9}(?:([A-Za-z][A-Za-z0-9+.-]{0,30}):|//)");
    /** Schemes whose URLs name no file, wherever it is. */
    private static final Set<String> NO_FILE = Set.of("data", "about", "javascript", "blob");
    /** Frames show pages, which keep their names. */
    private static final Set<String> FRAMES = Set.of("iframe", "frame");

    private final Page page;
    private final List<ComputedUrl> found = new ArrayList<>();
    private final Set<String> variables = new HashSet<>();

    ComputedUrls(Page page) {
        this.page = page;
    }

    /** Notes that a tag of the page makes the URL that a variable holds. */
    void declared(String variable) {
        if (!variable.isEmpty()) {
            variables.add(variable);
        }
    }

    /** Adds a range with a URL in which no literal path was found, if something in it is computed. */
    void add(int start, int end, Tag tag) {
        List<Construct> constructs = page.constructsIn(start, end);
        boolean begins = !constructs.isEmpty() && constructs.get(0).start() == start;
        // What begins with a fragment stays in the document, and what begins with a query asks for the page itself.
        boolean names = begins || "#?".indexOf(page.text().charAt(start)) < 0;
        if (names && page.isDynamic(start, end)) {
            note(start, end, tag);
        }
    }

    /** Adds the value of an attribute that is an expression as a whole. */
    void addExpression(int start, int end, Tag tag) {
        if (!page.text().substring(start, end).isBlank()) {
            note(start, end, tag);
        }
    }

    private void note(int start, int end, Tag tag) {
        if (FRAMES.contains(tag.name())) {
            return;
        }
        Matcher scheme = SCHEME.matcher(page.text()).region(start, Math.min(end, start + 64));
        if (!scheme.lookingAt()) {
            found.add(new ComputedUrl(start, end, COMPUTED));
        } else if (!NO_FILE.contains(String.valueOf(scheme.group(1)))) {
            found.add(new ComputedUrl(start, end, "external"));
        }
    }

    /** Returns what was added in order, but for values in which a literal path was found by other ways. */
    List<ComputedUrl> besides(List<Reference> references) {
        if (found.isEmpty()) {
            return List.of();
        }
        found.sort(Comparator.comparingInt(ComputedUrl::start));
        List<ComputedUrl> left = new ArrayList<>();
        int next = 0;
        for (ComputedUrl computed : found) {
            while (next < references.size() && references.get(next).start() < computed.start()) {
                next++;
            }
            boolean followed = next < references.size() && references.get(next).start() < computed.end();
            String text = page.text().substring(computed.start(), computed.end());
            if (!followed && !UrlVariables.usesOneOf(variables, text)) {
                left.add(computed);
            }
        }
        return List.copyOf(left);
    }
}
