package io.github.assetpipe.page.composition;

import io.github.assetpipe.model.LogicalPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the pages that a template name means: relative to the page that names it, from a page root, with or without the
 * ending, and below the folder that the engine is configured with.
 */
final class TemplateNames {
    private final List<PageFacts> pages;
    private final Map<String, List<Integer>> byStem = new HashMap<>();

    TemplateNames(List<PageFacts> pages) {
        this.pages = pages;
        for (int i = 0; i < pages.size(); i++) {
            String name = pages.get(i).name();
            if (!pages.get(i).engine().equals(TilesDefinitions.ENGINE)) {
                byStem.computeIfAbsent(stem(name.substring(name.lastIndexOf('/') + 1)), s -> new ArrayList<>())
                        .add(i);
            }
        }
    }

    /** Returns the indexes of the pages that {@code from} may mean by a name; several when it is not clear which. */
    Set<Integer> find(PageFacts from, String written) {
        String name = plain(written);
        if (name.indexOf('*') >= 0) {
            return matching(from, name);
        }
        String last = name.substring(name.lastIndexOf('/') + 1);
        List<Integer> candidates = new ArrayList<>(byStem.getOrDefault(stem(last), List.of()));
        candidates.addAll(byStem.getOrDefault(last, List.of()));
        candidates.removeIf(i -> !related(from, pages.get(i)));
        Set<Integer> exact = new LinkedHashSet<>();
        Set<Integer> below = new LinkedHashSet<>();
        Optional<String> relative = relative(from, name);
        String rooted = name.startsWith("/") ? name.substring(1) : name;
        for (int i : candidates) {
            String page = pages.get(i).name();
            if (same(page, rooted) || (relative.isPresent() && same(page, relative.get()))) {
                exact.add(i);
            } else if (below(page, rooted) || below(page, last, rooted)) {
                below.add(i);
            }
        }
        return exact.isEmpty() ? below : exact;
    }

    private static String plain(String written) {
        String name = written.strip();
        for (String scheme : List.of("classpath:", "file:", "/classpath:")) {
            name = name.startsWith(scheme) ? name.substring(scheme.length()) : name;
        }
        int suffix = name.indexOf('?');
        name = suffix >= 0 ? name.substring(0, suffix) : name;
        while (name.startsWith("//")) {
            name = name.substring(1);
        }
        return name;
    }

    private static Optional<String> relative(PageFacts from, String name) {
        if (name.startsWith("/")) {
            return Optional.empty();
        }
        String folder = from.name().substring(0, from.name().lastIndexOf('/') + 1);
        return LogicalPath.normalise(folder + name).map(LogicalPath::value);
    }

    /** Tells whether a page's name is a written one, or that with an ending. */
    private static boolean same(String page, String written) {
        return page.equals(written) || (page.startsWith(written) && isEnding(page.substring(written.length())));
    }

    private static boolean below(String page, String written) {
        return written.indexOf("..") < 0
                && (page.endsWith("/" + written)
                        || (page.indexOf("/" + written + ".") >= 0
                                && isEnding(
                                        page.substring(page.lastIndexOf("/" + written + ".") + written.length() + 1))));
    }

    /** A name that climbs out of its folder can't be found from a root: its last part must do. */
    private static boolean below(String page, String last, String written) {
        return written.indexOf("..") >= 0 && same(page.substring(page.lastIndexOf('/') + 1), last);
    }

    private static boolean isEnding(String rest) {
        return rest.startsWith(".") && rest.indexOf('/') < 0;
    }

    private static String stem(String fileName) {
        int dot = fileName.indexOf('.');
        return dot <= 0 ? fileName : fileName.substring(0, dot);
    }

    /** Templates name those of their own engine; JSP pages, tag files and JSP documents are one, and plain HTML fits all. */
    private static boolean related(PageFacts from, PageFacts to) {
        return family(from.engine()).equals(family(to.engine()))
                || to.engine().equals("html")
                || from.engine().equals(TilesDefinitions.ENGINE)
                // A template without any mark of its language is taken for plain HTML.
                || from.engine().equals("html");
    }

    static String family(String engine) {
        return engine.equals("jspx") ? "jsp" : engine;
    }

    private Set<Integer> matching(PageFacts from, String pattern) {
        Set<Integer> found = new LinkedHashSet<>();
        String rooted = pattern.startsWith("/") ? pattern.substring(1) : pattern;
        String[] parts = rooted.split("\\*", -1);
        for (int i = 0; i < pages.size(); i++) {
            PageFacts page = pages.get(i);
            if (!page.engine().equals(TilesDefinitions.ENGINE) && related(from, page) && fits(page.name(), parts)) {
                found.add(i);
            }
        }
        return found;
    }

    /** Tells whether a name holds the literal parts of a pattern in order. */
    private static boolean fits(String name, String[] parts) {
        int at = 0;
        for (String part : parts) {
            String wanted = part.toLowerCase(Locale.ROOT);
            int found = name.toLowerCase(Locale.ROOT).indexOf(wanted, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }
}
