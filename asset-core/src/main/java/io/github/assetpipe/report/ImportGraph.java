package io.github.assetpipe.report;

import io.github.assetpipe.transform.SassOutline;
import io.github.assetpipe.transform.SassOutline.Import;
import io.github.assetpipe.transform.SassOutline.Include;
import io.github.assetpipe.transform.SassOutlineReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The SCSS files that a stylesheet is compiled from, and which of them would be gone without one of their imports. */
final class ImportGraph {
    private final Map<String, SassOutline> files = new LinkedHashMap<>();
    /** A framework's mixin makes hundreds of rules: who includes it is looked up once. */
    private final Map<String, Set<String>> includers = new HashMap<>();

    private final String entry;

    /** Reads the files that {@code entry} imports, and those that these import. */
    ImportGraph(String entry, SassOutlineReader reader) {
        this.entry = entry;
        Deque<String> open = new ArrayDeque<>(Set.of(entry));
        while (!open.isEmpty()) {
            String file = open.removeFirst();
            if (!files.containsKey(file)) {
                reader.read(file).ifPresent(outline -> {
                    files.put(file, outline);
                    for (Import one : outline.imports()) {
                        if (one.target() != null) {
                            open.addLast(one.target());
                        }
                    }
                });
            }
        }
    }

    /** Returns the names of the files. */
    Set<String> names() {
        return files.keySet();
    }

    /** Returns the outline of a file, or null when the stylesheet does not consist of it. */
    @Nullable
    SassOutline file(String name) {
        return files.get(name);
    }

    /** Returns the files that are there for nothing but one import of {@code from}. */
    Set<String> lostWithout(String from, Import removed) {
        Set<String> lost = new TreeSet<>(files.keySet());
        Deque<String> open = new ArrayDeque<>(Set.of(entry));
        while (!open.isEmpty()) {
            SassOutline file = files.get(open.removeFirst());
            if (file != null && lost.remove(file.file())) {
                for (Import one : file.imports()) {
                    boolean gone = file.file().equals(from) && one.equals(removed);
                    if (!gone && one.target() != null) {
                        open.addLast(one.target());
                    }
                }
            }
        }
        return lost;
    }

    /**
     * Returns the files whose doing a rule is: those that include the mixin that it stands in, on whatever ways, or the
     * file that it stands in itself.
     */
    Set<String> authors(String file, int line) {
        SassOutline outline = files.get(file);
        String mixin = outline == null ? null : outline.mixinAt(line);
        Set<String> authors = mixin == null ? Set.of() : includers.computeIfAbsent(mixin, this::includersOf);
        return authors.isEmpty() ? Set.of(file) : authors;
    }

    private Set<String> includersOf(String mixin) {
        Set<String> authors = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(mixin));
        while (!open.isEmpty()) {
            String name = open.removeFirst();
            if (!seen.add(name)) {
                continue;
            }
            for (SassOutline file : files.values()) {
                for (Include include : file.includes()) {
                    if (include.name().equals(name) && include.within() == null) {
                        authors.add(file.file());
                    } else if (include.name().equals(name) && include.within() != null) {
                        open.addLast(include.within());
                    }
                }
            }
        }
        return authors;
    }

    /** Returns what files that stay take from files that would be gone, beside rules; empty when nothing. */
    String neededFrom(Set<String> lost) {
        Set<String> defined = new TreeSet<>();
        lost.forEach(f -> defined.addAll(outline(f).defines()));
        for (SassOutline file : files.values()) {
            if (lost.contains(file.file())) {
                continue;
            }
            for (String name : defined) {
                if (file.mentions().contains(name) && !file.defines().contains(name)) {
                    return name + " in " + file.file();
                }
            }
        }
        return "";
    }

    /** Returns the selectors that files which stay extend. */
    Set<String> extendedBeside(Set<String> lost) {
        Set<String> extended = new TreeSet<>();
        files.values().stream().filter(f -> !lost.contains(f.file())).forEach(f -> extended.addAll(f.extended()));
        return extended;
    }

    private SassOutline outline(String file) {
        return Objects.requireNonNull(files.get(file));
    }
}
