package io.github.assetpipe.page;

import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The URLs that the pages of a site name, each kept once: what a page says is a few numbers, so that a hundred thousand
 * pages fit into memory and none has to be read again to learn what it names. Safe for several threads.
 */
public final class NamedUrls {
    /** What decides where a URL leads; two references with the same one lead to the same asset. */
    private record Key(
            String path,
            String lead,
            Reference.Kind kind,
            @Nullable Place place,
            boolean twin) {}

    /**
     * A URL of a site.
     *
     * @param reference one of the references that spell it
     * @param place the place of that one's page
     * @param twin whether another attribute of its tag names the file for the server
     */
    public record Url(Reference reference, Place place, boolean twin) {}

    /** The URLs of one page: their number, where they start after the last one and how long they are, as {@link Ints}. */
    private record Names(byte[] facts) {}

    private final Set<String> further;
    private final Map<Key, Integer> numbers = new LinkedHashMap<>();
    private final List<Url> urls = new ArrayList<>();
    private final Map<String, Names> pages = Collections.synchronizedMap(new LinkedHashMap<>());

    /** Creates an empty collection; {@code further} names more attributes that hold URLs. */
    public NamedUrls(Collection<String> further) {
        this.further = Set.copyOf(further);
    }

    /** Tells whether a page was added. */
    public boolean knows(PageFile file) {
        return pages.containsKey(file.file());
    }

    /** Adds what a page names; its content must not change afterwards. */
    public void add(PageFile file, Page page) {
        List<Reference> references = References.of(page, further);
        Place place = Place.of(page, file).ofFolder();
        Ints facts = new Ints(5 * references.size());
        int before = 0;
        for (Reference reference : references) {
            facts.add(number(reference, place, reference.hasLiveTwin(page)));
            facts.add(reference.start() - before);
            facts.add(reference.end() - reference.start());
            before = reference.start();
        }
        pages.put(file.file(), new Names(facts.bytes()));
    }

    private synchronized int number(Reference reference, Place place, boolean twin) {
        boolean relative = !reference.path().startsWith("/") && reference.lead().isEmpty();
        Key key = new Key(reference.path(), reference.lead(), reference.kind(), relative ? place : null, twin);
        Integer known = numbers.putIfAbsent(key, urls.size());
        if (known != null) {
            return known;
        }
        urls.add(new Url(reference, place, twin));
        return urls.size() - 1;
    }

    /** Returns every URL once. */
    public synchronized List<Url> all() {
        return List.copyOf(urls);
    }

    /** Returns the URLs that are still named after the edits of {@code files}, as flags by their place in {@link #all}. */
    public boolean[] remaining(Collection<PageFile> files) {
        boolean[] remaining = new boolean[all().size()];
        for (PageFile file : files) {
            Names names = pages.get(file.file());
            if (names != null) {
                remaining(file, new Ints.Reader(names.facts()), remaining);
            }
        }
        return remaining;
    }

    private static void remaining(PageFile file, Ints.Reader facts, boolean[] remaining) {
        int start = 0;
        while (facts.hasNext()) {
            int url = facts.next();
            start += facts.next();
            int end = start + facts.next();
            if (!remaining[url] && !isReplaced(file, start, end)) {
                remaining[url] = true;
            }
        }
    }

    private static boolean isReplaced(PageFile page, int start, int end) {
        for (PageEdit edit : page.edits()) {
            if (edit.start() <= start && end <= edit.end()) {
                return true;
            }
        }
        return false;
    }
}
