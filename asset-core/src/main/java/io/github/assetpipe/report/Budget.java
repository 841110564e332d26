package io.github.assetpipe.report;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Manifest.AssetEntry;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.report.ReportData.PageRow;
import io.github.assetpipe.report.Weight.Measure;
import io.github.assetpipe.text.Globs;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The most that something may weigh.
 *
 * @param of {@code css}, {@code js}, {@code page} (each page with all that it asks for), or a pattern over logical paths,
 *     whose files count together
 * @param max bytes
 * @param measure how bytes are counted
 */
public record Budget(String of, long max, Measure measure) {
    private static final Pattern SIZE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(|b|kb|mb|kib|mib)");

    /**
     * What a budget came to.
     *
     * @param budget the budget
     * @param actual bytes that count against it
     * @param subject what weighs that: the budget's own word, or the heaviest page
     */
    public record Outcome(Budget budget, long actual, String subject) {
        /** Tells whether it is exceeded. */
        public boolean exceeded() {
            return actual > budget.max();
        }

        /** Returns the error of an exceeded budget. */
        public Diagnostic problem() {
            String measure = budget.measure().name().toLowerCase(Locale.ROOT);
            return Diagnostic.error(
                    "budget",
                    subject + " weighs " + Bytes.text(actual) + " (" + measure + "), the budget is "
                            + Bytes.text(budget.max()),
                    null,
                    "The report shows what it is made of. Raise the budget in <budgets> if this is meant.");
        }
    }

    /** Reads a number of bytes such as {@code 60 kB}, {@code 1.5 MB}, {@code 64KiB}; empty when it is none. */
    public static Optional<Long> size(String text) {
        Matcher match = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return Optional.empty();
        }
        double unit = switch (match.group(2)) {
            case "kb" -> 1e3;
            case "mb" -> 1e6;
            case "kib" -> 1024;
            case "mib" -> 1024 * 1024;
            default -> 1;
        };
        return Optional.of(Math.round(Double.parseDouble(match.group(1)) * unit));
    }

    /** Returns what this budget comes to. */
    Outcome judge(Map<String, AssetEntry> assets, List<PageRow> pages) {
        if (of.equals("page")) {
            return pages.stream()
                    .max((a, b) -> Long.compare(
                            a.after().weight().in(measure), b.after().weight().in(measure)))
                    .map(page -> new Outcome(this, page.after().weight().in(measure), page.file()))
                    .orElse(new Outcome(this, 0, "no page"));
        }
        Globs pattern = Globs.of(List.of(of));
        long sum = assets.entrySet().stream()
                .filter(e -> counts(e.getKey(), e.getValue(), pattern))
                .mapToLong(e -> Weights.of(e.getValue()).in(measure))
                .sum();
        return new Outcome(this, sum, of);
    }

    private boolean counts(String path, AssetEntry entry, Globs pattern) {
        return switch (of) {
            case "css" -> entry.type().equals(MediaType.CSS.name());
            case "js" -> entry.type().equals(MediaType.JAVASCRIPT.name());
            default -> LogicalPath.normalise(path).isPresent() && pattern.matches(path);
        };
    }
}
