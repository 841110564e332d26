package io.github.assetpipe.page;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.page.dialect.Construct;
import io.github.assetpipe.page.dialect.Dialects;
import io.github.assetpipe.page.dialect.Scan;
import io.github.assetpipe.page.dialect.TemplateDialect;
import io.github.assetpipe.text.Globs;
import io.github.assetpipe.text.LineMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

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

    /** A choice of a language; {@code ending} tells whether its pattern names an ending, and not only folders. */
    private record Choice(Globs pattern, TemplateDialect dialect, boolean ending) {}

    /** A page that is remembered, and in which round of work it was asked for. */
    private record Kept(Content content, String dialect, Page page, int round) {}

    /** The language that was found in a page, for as long as its content is the very same. */
    private record Dialect(Content content, TemplateDialect dialect) {}

    private final List<Choice> overrides;
    private final Map<String, Dialect> dialects = new ConcurrentHashMap<>();
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
        List<Choice> all = new ArrayList<>();
        for (String choice : dialects) {
            int equals = choice.lastIndexOf('=');
            String name = choice.substring(equals + 1).strip();
            TemplateDialect dialect = Dialects.named(name)
                    .orElseThrow(() -> AssetException.environment(Diagnostic.error(
                            "dialect-unknown",
                            "No template language is called \"" + name + "\" (in \"" + choice + "\")",
                            null,
                            "write PATTERN=LANGUAGE with one of " + String.join(", ", Dialects.names()))));
            String glob = equals < 0 ? "**" : choice.substring(0, equals).strip();
            // "*.thyme" and "mail/welcome.txt", but neither "mail/**" nor "index.*".
            boolean ending = glob.matches(".*\\.[^/.*?]+");
            all.add(new Choice(Globs.of(List.of(glob)), dialect, ending));
        }
        overrides = List.copyOf(all);
    }

    /** Creates a reader that chooses every dialect by file ending and text. */
    public PageReader() {
        this(List.of());
    }

    /** Reads a page. */
    public Page read(PageFile file) {
        return read(file.file(), file.content());
    }

    /** Reads the bytes of a page that has a project-relative name. */
    public Page read(String file, Content content) {
        TemplateDialect chosen = overridden(file);
        String kind = chosen != null ? chosen.name() : "";
        Kept kept = known.get(file);
        if (kept != null && kept.content == content && kept.dialect.equals(kind)) {
            if (kept.round != round) {
                known.replace(file, kept, new Kept(content, kind, kept.page, round));
            }
            return kept.page;
        }
        PageText source = PageText.decode(content);
        // By the text that was read: content on disk would be read again, and be the same as itself.
        if (kept != null && kept.dialect.equals(kind) && source.equals(kept.page.source())) {
            known.replace(file, kept, new Kept(content, kind, kept.page, round));
            return kept.page;
        }
        Page page = read(source, chosen != null ? chosen : dialect(file, content, source.text()));
        keep(file, new Kept(content, kind, page, round));
        return page;
    }

    /** A page that is read again, because not all pages are remembered, has the language that it had. */
    private TemplateDialect dialect(String file, Content content, String text) {
        Dialect known = dialects.get(file);
        if (known != null && known.content == content) {
            return known.dialect;
        }
        TemplateDialect found = Dialects.choose(file, text);
        dialects.put(file, new Dialect(content, found));
        return found;
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

    /** Tells that the next build begins; what the last one did not ask for is forgotten. */
    public void begin() {
        int last = round;
        round = last + 1;
        known.values().removeIf(kept -> kept.round < last);
        dialects.clear();
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
        for (Choice override : overrides) {
            if (override.pattern().matches(file)) {
                return override.ending()
                        || (template
                                && LogicalPath.normalise(file)
                                        .filter(path -> MediaType.of(path).equals(MediaType.OTHER))
                                        .isPresent());
            }
        }
        return false;
    }

    private @Nullable TemplateDialect overridden(String file) {
        for (Choice override : overrides) {
            if (override.pattern().matches(file)) {
                return override.dialect();
            }
        }
        return null;
    }
}
