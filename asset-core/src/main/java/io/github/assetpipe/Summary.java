package io.github.assetpipe;

import io.github.assetpipe.io.OutputTree;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.Origin;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.report.BuildFacts;
import io.github.assetpipe.run.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Collects what a person wants to read about a build: one aligned line a pass as it ends, and a closing table. */
final class Summary {
    private final Site sources;
    private final FirstSizes firstSizes = new FirstSizes();
    private final Progress progress;
    private final Map<String, Line> passes = new LinkedHashMap<>();
    private int hits;
    private int misses;

    private record Line(int assets, int pages, long before, long after, long nanos, int cached, int made) {
        Line and(Line other) {
            return new Line(
                    assets + other.assets,
                    pages + other.pages,
                    before + other.before,
                    after + other.after,
                    nanos + other.nanos,
                    cached + other.cached,
                    made + other.made);
        }
    }

    Summary(Site sources, Progress progress) {
        this.sources = sources;
        firstSizes.see(sources);
        this.progress = progress;
    }

    /** Returns the sizes that savings are told against. */
    FirstSizes firstSizes() {
        return firstSizes;
    }

    /** Notes what a pass changed. */
    void passed(String name, Site before, Site after, long nanos) {
        firstSizes.see(after);
        int assets = 0;
        long oldBytes = 0;
        long newBytes = 0;
        for (Asset asset : after.assets().values()) {
            Asset old = before.assets().get(asset.path());
            if (old != asset) {
                assets++;
                oldBytes += old == null ? 0 : old.content().size();
                newBytes += asset.content().size();
            }
        }
        int pages = 0;
        for (int i = 0; i < after.pages().size(); i++) {
            pages += i < before.pages().size()
                            && after.pages().get(i) == before.pages().get(i)
                    ? 0
                    : 1;
        }
        int cached = progress.cached() - hits;
        int made = progress.made() - misses;
        hits += cached;
        misses += made;
        passes.merge(name, new Line(assets, pages, oldBytes, newBytes, nanos, cached, made), Line::and);
    }

    /** Returns the passes so far, for the report. */
    List<BuildFacts.PassFact> facts() {
        List<BuildFacts.PassFact> facts = new ArrayList<>();
        passes.forEach((name, line) -> facts.add(new BuildFacts.PassFact(
                name, line.assets, line.pages, line.before, line.after, line.nanos / 1e6, line.cached, line.made)));
        return facts;
    }

    /** Returns the line about a pass, all its parts together, or empty for one that a person need not know. */
    Optional<String> line(String pass) {
        Line line = Objects.requireNonNull(passes.get(pass), pass);
        boolean inner = pass.equals("reach") || pass.equals("lazy") || (pass.equals("maps") && line.assets == 0);
        return inner ? Optional.empty() : Optional.of(passLine(pass, line));
    }

    /** Returns the table of what was made; asked for while the made files are still where they wait. */
    List<String> table(Site site) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%-12s %5s %12s %12s %12s", "", "files", "before", "after", "compressed"));
        row(lines, "css", site, a -> a.mediaType().equals(MediaType.CSS));
        row(lines, "js", site, a -> a.mediaType().equals(MediaType.JAVASCRIPT));
        row(
                lines,
                "other",
                site,
                a -> !a.mediaType().equals(MediaType.CSS)
                        && !a.mediaType().equals(MediaType.JAVASCRIPT)
                        && !a.mediaType().equals(MediaType.SASS));
        pageRow(lines, site);
        return lines;
    }

    /** Returns the closing lines: what was written, what was cached, what the build took in nanoseconds, and what took longest. */
    List<String> closing(OutputTree.Result result, long nanos) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%d written, %d unchanged, %d removed; %d of %d results from the cache; %.2f s in all",
                result.written(),
                result.unchanged(),
                result.deleted(),
                progress.cached(),
                progress.cached() + progress.made(),
                nanos / 1e9));
        String longest = progress.longest();
        if (!longest.isEmpty()) {
            lines.add("Longest: " + longest);
        }
        return lines;
    }

    private static String passLine(String name, Line line) {
        String bytes = "";
        if (line.after > 0 && line.before != line.after) {
            String first = line.before > 0 ? size(line.before) + " ->" : "";
            bytes = String.format(Locale.ROOT, "%12s %9s", first, size(line.after));
        }
        String cached = line.cached > 0 ? line.cached + " cached" : "";
        return String.format(
                        Locale.ROOT,
                        "%-12s %s %s %7.2f s %-22s  %s",
                        name,
                        counted(line.assets, "asset"),
                        counted(line.pages, "page"),
                        line.nanos / 1e9,
                        bytes,
                        cached)
                .stripTrailing();
    }

    /** Returns a number and its noun in twelve characters, all of them blank for none. */
    private static String counted(int number, String noun) {
        return number == 0
                ? " ".repeat(12)
                : String.format(Locale.ROOT, "%5d %-6s", number, number == 1 ? noun : noun + "s");
    }

    private void row(List<String> lines, String name, Site site, Predicate<Asset> which) {
        List<Asset> chosen = site.assets().values().stream()
                .filter(which)
                .filter(a -> a.origin() != Origin.WEBJAR || a.fingerprinted() != null)
                .toList();
        if (chosen.isEmpty()) {
            return;
        }
        long before = chosen.stream()
                .mapToLong(a -> firstSizes.of(a.file(), a.content().size()))
                .sum();
        long after = chosen.stream().mapToLong(a -> a.content().size()).sum();
        long br =
                chosen.stream().mapToLong(a -> best(a.content(), a.encodings())).sum();
        boolean compressed = chosen.stream().anyMatch(a -> !a.encodings().isEmpty());
        lines.add(row(name, chosen.size(), before, after, compressed ? br : -1));
    }

    private void pageRow(List<String> lines, Site site) {
        if (site.pages().isEmpty()) {
            return;
        }
        long before =
                sources.pages().stream().mapToLong(p -> p.content().size()).sum();
        long after = site.pages().stream().mapToLong(p -> p.content().size()).sum();
        long br = site.pages().stream()
                .mapToLong((PageFile p) -> best(p.content(), p.encodings()))
                .sum();
        boolean compressed = site.pages().stream().anyMatch(p -> !p.encodings().isEmpty());
        lines.add(row("pages", site.pages().size(), before, after, compressed ? br : -1));
    }

    private static long best(Content content, Map<String, Content> encodings) {
        Content br = encodings.get("br");
        Content best = br != null ? br : encodings.get("gzip");
        return Objects.requireNonNullElse(best, content).size();
    }

    /** A row of the table; -1 where no file has a compressed form. */
    private static String row(String name, int files, long before, long after, long compressed) {
        long sent = compressed < 0 ? after : compressed;
        String change =
                before == 0 ? "" : String.format(Locale.ROOT, "%+d %%", Math.round(100.0 * sent / before - 100));
        return String.format(
                        Locale.ROOT,
                        "%-12s %5d %12s %12s %12s %7s",
                        name,
                        files,
                        size(before),
                        size(after),
                        compressed < 0 ? "-" : size(compressed),
                        change)
                .stripTrailing();
    }

    /** Returns a number of bytes as a person reads it: {@code 812 B}, {@code 23.1 kB}, {@code 4.50 MB}. */
    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.2f MB", bytes / 1e6);
    }
}
