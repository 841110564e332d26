package io.github.assetpipe.page;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.page.dialect.Construct;
import io.github.assetpipe.page.dialect.Scan;
import io.github.assetpipe.page.dialect.TemplateDialect;
import io.github.assetpipe.text.LineMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads pages: masks the template language, then finds the tags.
 *
 * <p>What was read is remembered, up to a bound, so that several passes read the pages of a small site once, and the next
 * build reads only what has changed. Safe for several threads.
 */
public final class PageReader {
    /** The characters of all remembered pages: a page takes about eight bytes for each, at most 64 MB of the memory. */
    private static final long ROOM = Math.min(8 << 20, Runtime.getRuntime().maxMemory() >> 9);
    /** The same from the second build on: a watch reads the same pages again and again, and a single build does not. */
    private static final long LASTING_ROOM =
            Math.min(24 << 20, Runtime.getRuntime().maxMemory() >> 7);

    /**
     * A page that is remembered.
     *
     * @param alone whether it is in a language by itself, and not by what is beside it
     * @param round in which round of work it was asked for
     */
    private record Kept(Content content, boolean alone, Page page, int round) {}

    private final PageLanguages languages;
    private final Map<String, Kept> known = new ConcurrentHashMap<>();
    private final AtomicLong room = new AtomicLong(ROOM);
    private volatile int round;

    /**
     * Creates a reader.
     *
     * @param dialects {@code glob=dialect} choices over project-relative files, the first that matches wins
     * @throws AssetException when a choice is malformed or names an unknown dialect
     */
    public PageReader(List<String> dialects) {
        languages = new PageLanguages(dialects);
    }

    /** Creates a reader that chooses every dialect by file ending and text. */
    public PageReader() {
        this(List.of());
    }

    /** Reads the bytes of a page that has a project-relative name and of whose project nothing is known. */
    public Page read(String file, Content content) {
        return read(PageFile.source(file, file, content, file, null, false));
    }

    /** Reads a page. */
    public Page read(PageFile page) {
        String file = page.file();
        Content content = page.content();
        Kept kept = known.get(file);
        if (kept != null && kept.content == content && isStill(page, kept)) {
            if (kept.round != round) {
                known.replace(file, kept, new Kept(content, kept.alone, kept.page, round));
            }
            return kept.page;
        }
        PageText source = PageText.decode(content);
        // By the text that was read: content on disk would be read again, and be the same as itself.
        if (kept != null && source.equals(kept.page.source()) && isStill(page, kept)) {
            known.replace(file, kept, new Kept(content, kept.alone, kept.page, round));
            return kept.page;
        }
        Optional<TemplateDialect> own = languages.own(page, source::text);
        Page read = read(source, own.orElseGet(() -> languages.beside(page)));
        keep(file, new Kept(content, own.isPresent(), read, round));
        return read;
    }

    /** What stands beside a page can change while the page does not. */
    private boolean isStill(PageFile page, Kept kept) {
        return kept.alone || kept.page.dialect().equals(languages.beside(page));
    }

    /** Remembers a page while there is room; who comes first stays, because passes read all pages in the same order. */
    private void keep(String file, Kept page) {
        int length = page.page.text().length();
        Kept former = known.remove(file);
        long free = former == null ? 0 : former.page.text().length();
        if (room.addAndGet(free - length) < 0 || known.putIfAbsent(file, page) != null) {
            room.addAndGet(length);
        }
    }

    /** Tells that the next build begins, with these pages; what the last one did not ask for is forgotten. */
    public void begin(List<PageFile> pages) {
        int last = round;
        round = last + 1;
        known.values().removeIf(kept -> kept.round < last);
        languages.begin(pages);
        long held = known.values().stream()
                .mapToLong(kept -> kept.page.text().length())
                .sum();
        room.set((last > 0 ? LASTING_ROOM : ROOM) - held);
    }

    /** Reads a text in a known dialect. */
    public static Page read(PageText source, TemplateDialect dialect) {
        Scan scan = new Scan(source.text());
        List<Construct> constructs = dialect.constructs(scan);
        Markup markup = MarkupScanner.scan(scan.copy(), constructs, dialect.xml());
        return new Page(source, dialect, constructs, markup, new LineMap(source.text()), !scan.exhausted());
    }

    /**
     * Tells whether configuration makes a page of a file, whatever its ending: it chooses a language for files of that ending,
     * or for a whole folder of templates, in which files of unknown endings are templates then.
     *
     * @param file the project-relative name
     * @param template whether its folder holds templates only
     */
    public boolean isChosen(String file, boolean template) {
        return languages.isChosen(file, template);
    }
}
