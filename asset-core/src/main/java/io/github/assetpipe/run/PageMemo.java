package io.github.assetpipe.run;

import io.github.assetpipe.css.purge.Evidence;
import io.github.assetpipe.css.purge.EvidenceFormat;
import io.github.assetpipe.io.SourceFile;
import io.github.assetpipe.io.Spill;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a build found out about its pages, kept beside its {@link BuildStamp} for the next one: while nothing but stylesheets
 * changes, only those pages are read that name a file whose name has changed.
 *
 * <p>An answer is kept under its question, which holds all that the answer depends on but for the configuration, the pages, the
 * scripts and the images: that those are the same is for the stamp to tell, and a memo whose stamp does not tell so answers
 * nothing. So an answer is never judged, it is found or it is not, and a pass without one does its work. Safe for several threads.
 */
public final class PageMemo implements AutoCloseable {
    /** The file's name in the build's own folder. */
    public static final String NAME = "pages.memo";

    private static final String FACTS = "facts";
    private static final String DIGESTS = "digests";

    private final Spill spill;
    private final Former former;
    private final FileDigests digests;
    private final Map<String, SortedMap<String, String>> tables = new ConcurrentHashMap<>();
    private final Map<String, Supplier<SortedMap<String, String>>> late = new ConcurrentHashMap<>();
    private final Map<String, PageLog> logs = new ConcurrentHashMap<>();
    private volatile @Nullable Words words;
    private final Set<String> facts = ConcurrentHashMap.newKeySet();
    private volatile String asked = "";
    private volatile boolean answered;
    private volatile boolean suitable = true;

    /** What the texts of the site can name. */
    private record Words(String question, Evidence evidence) {}

    /** What the last build left. */
    private record Former(
            Map<String, SortedMap<String, String>> tables,
            Map<String, Map<String, PageAnswer>> pages,
            @Nullable Words words) {
        private static final Former NOTHING = new Former(Map.of(), Map.of(), null);
    }

    private PageMemo(Spill spill, Former former) {
        this.spill = spill;
        this.former = former;
        this.digests = new FileDigests(last(DIGESTS));
    }

    /** Returns a memo that has no answers; what it is told is kept in {@code spill} until it is asked for its file. */
    public static PageMemo empty(Spill spill) {
        return new PageMemo(spill, Former.NOTHING);
    }

    /** Returns a memo with the answers that a build left in {@code workDirectory}, if it left any. */
    public static PageMemo read(Path workDirectory, Spill spill) {
        try (InputStream bytes = Files.newInputStream(workDirectory.resolve(NAME));
                InputStream buffered = new BufferedInputStream(bytes, 1 << 16)) {
            return new PageMemo(spill, former(buffered));
        } catch (IOException | RuntimeException e) {
            // The stamp tells of the file as a whole, so this is rare; the passes know how to go on.
            return empty(spill);
        }
    }

    /** Returns the answer to a question, which {@code find} gives when the last build did not. */
    public SortedMap<String, String> table(String question, Supplier<SortedMap<String, String>> find) {
        SortedMap<String, String> known = former.tables().get(question);
        SortedMap<String, String> answer = known != null ? known : find.get();
        tables.put(question, answer);
        return answer;
    }

    /** Returns the paths that answer a question, which {@code find} gives when the last build did not. */
    public Set<LogicalPath> paths(String question, Supplier<? extends Collection<LogicalPath>> find) {
        SortedMap<String, String> answer = table(question, () -> {
            SortedMap<String, String> paths = new TreeMap<>();
            find.get().forEach(path -> paths.put(path.value(), ""));
            return paths;
        });
        TreeSet<LogicalPath> paths = new TreeSet<>();
        answer.keySet().forEach(path -> paths.add(LogicalPath.of(path)));
        return paths;
    }

    /** Tells whether it was noted before that something is so. */
    public boolean isKnown(String fact) {
        boolean known = last(FACTS).containsKey(fact);
        if (known) {
            know(fact);
        }
        return known;
    }

    /** Notes that something is so, which must be forever: a fact names the digest of what it is about. */
    public void know(String fact) {
        facts.add(fact);
    }

    /** Returns what a source file holds, with its digests where they are known. */
    public Content content(SourceFile file) {
        return digests.content(file);
    }

    /** Notes what holds a source file, so that the next build knows the digests that this one finds; returns it. */
    public Content given(SourceFile file, Content content) {
        digests.given(file, content);
        return content;
    }

    /** Returns what the texts can name, which {@code find} gives when the last build did not. */
    public Evidence evidence(String question, Supplier<Evidence> find) {
        Words known = former.words();
        Words answer = known != null && known.question().equals(question) ? known : new Words(question, find.get());
        words = answer;
        return answer.evidence();
    }

    /** Returns what the last build noted under a name that is no question, or an empty table. */
    public SortedMap<String, String> last(String name) {
        return former.tables().getOrDefault(name, Collections.emptySortedMap());
    }

    /** Returns the answer of the last build to a question, which is kept for the next one too. */
    public Optional<SortedMap<String, String>> again(String question) {
        SortedMap<String, String> known = former.tables().get(question);
        if (known != null) {
            tables.put(question, known);
        }
        return Optional.ofNullable(known);
    }

    /** Notes a table under a name for the next build. */
    public void note(String name, SortedMap<String, String> table) {
        tables.put(name, table);
    }

    /** Notes a table under a name when the build has ended, and more is known. */
    public void noteLast(String name, Supplier<SortedMap<String, String>> table) {
        late.put(name, table);
    }

    /** Returns what the last build decided about each of the pages, if it was asked the same. */
    public Optional<Function<PageFile, PageAnswer>> pages(String question, List<PageFile> pages) {
        asked = question;
        answered = false;
        Map<String, PageAnswer> known = former.pages().getOrDefault(question, Map.of());
        answered = !pages.isEmpty() && pages.stream().allMatch(page -> known.containsKey(page.file()));
        return answered ? Optional.of(page -> Objects.requireNonNull(known.get(page.file()))) : Optional.empty();
    }

    /**
     * Tells whether pages lack the edits that answer the question asked last, because who asked it had its answer and left them alone:
     * who needs them now has to give up with {@link PageAnswer.Outdated}.
     */
    public boolean isAnswered() {
        return answered;
    }

    /** Tells that the answer to the question asked last was of no use, and that pages got their edits. */
    public void decidedAnew() {
        answered = false;
    }

    /** Returns the question about all pages that was asked last, which is what their edits depend on; empty before the first. */
    public String asked() {
        return asked;
    }

    /** Notes what was decided about a page. */
    public void note(String question, String file, PageAnswer answer) {
        if (suitable) {
            try {
                logs.computeIfAbsent(question, q -> new PageLog(spill.file())).add(file, answer);
            } catch (UncheckedIOException e) {
                // A disk that is full is told of by who has to write; without a memo the next build is only slower.
                unsuitable();
            }
        }
    }

    /** Tells that this site's pages can't be known by answers, so that the next build finds none. */
    public void unsuitable() {
        suitable = false;
    }

    /** Returns the file for the next build, or empty when it would be of no use. No more must be noted afterwards. */
    public Optional<Content> content() {
        // What was found out of a file is kept by its digest, so both must be of one reading.
        return suitable && digests.areStill()
                ? Optional.of(spill.write(out -> write(new TextOutput(out))))
                : Optional.empty();
    }

    private void write(TextOutput out) throws IOException {
        late.forEach((name, table) -> note(name, table.get()));
        SortedMap<String, String> known = new TreeMap<>();
        facts.forEach(fact -> known.put(fact, ""));
        note(FACTS, known);
        note(DIGESTS, digests.rows());
        out.writeInt(tables.size());
        for (Map.Entry<String, SortedMap<String, String>> table : new TreeMap<>(tables).entrySet()) {
            out.text(table.getKey());
            out.writeInt(table.getValue().size());
            for (Map.Entry<String, String> row : table.getValue().entrySet()) {
                out.text(row.getKey());
                out.text(row.getValue());
            }
        }
        Words named = words;
        out.text(named == null ? null : named.question());
        if (named != null) {
            out.bytes(EvidenceFormat.write(named.evidence()));
        }
        out.writeInt(logs.size());
        for (Map.Entry<String, PageLog> log : new TreeMap<>(logs).entrySet()) {
            out.text(log.getKey());
            log.getValue().writeTo(out);
        }
        out.flush();
    }

    private static Former former(InputStream from) throws IOException {
        TextInput in = new TextInput(from);
        Map<String, SortedMap<String, String>> tables = new TreeMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            String question = in.text();
            SortedMap<String, String> rows = new TreeMap<>();
            for (int j = in.readInt(); j > 0; j--) {
                rows.put(in.text(), in.text());
            }
            tables.put(question, rows);
        }
        String question = in.nullable();
        byte[] evidence = question == null ? null : in.bytes();
        Words words = question == null || evidence == null ? null : new Words(question, EvidenceFormat.read(evidence));
        Map<String, Map<String, PageAnswer>> pages = new TreeMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            pages.put(in.text(), PageLog.read(in));
        }
        return new Former(tables, pages, words);
    }

    /** Closes the files in which notes wait. */
    @Override
    public void close() {
        logs.values().forEach(PageLog::close);
    }
}
