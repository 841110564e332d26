package io.github.assetpipe.report;

import io.github.assetpipe.css.purge.PurgedSheet;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.report.CompiledRules.Rule;
import io.github.assetpipe.run.CompiledSheet;
import io.github.assetpipe.run.Findings;
import io.github.assetpipe.run.PageMemo;
import io.github.assetpipe.text.Json;
import io.github.assetpipe.text.SourceMap;
import io.github.assetpipe.transform.Lookup;
import io.github.assetpipe.transform.SassOutline;
import io.github.assetpipe.transform.SassOutline.Import;
import io.github.assetpipe.transform.SassOutline.Include;
import io.github.assetpipe.transform.SassOutlineReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells of each import of a compiled stylesheet how many of the rules that it brings a page may use.
 *
 * <p>What an import brings is what would be gone without it: the rules of files that nothing else imports. A rule that a
 * mixin makes counts for the file that includes the mixin. An import that others take a variable, a mixin, a function or a
 * placeholder from is not unused, whatever becomes of its rules.
 */
public final class ImportUse {
    private static final String JSON = "json";

    private final String sheet;
    private final ImportGraph graph;
    private final Map<Set<String>, List<Rule>> rules = new LinkedHashMap<>();
    private final List<ImportFact> facts = new ArrayList<>();
    private final List<ImportList> lists = new ArrayList<>();
    private final Map<String, Long> left = new TreeMap<>();
    private final Set<String> visited = new HashSet<>();

    private ImportUse(CompiledSheet compiled, PurgedSheet purged, SassOutlineReader reader) {
        this.sheet = compiled.file();
        this.graph = new ImportGraph(compiled.entry(), reader);
        graph.names().forEach(name -> left.put(name, 0L));
        SourceMap map = SourceMap.parse(compiled.sourceMap().text());
        for (Rule rule : CompiledRules.of(purged, map)) {
            Set<String> authors = graph.authors(rule.file(), rule.line());
            rules.computeIfAbsent(authors, k -> new ArrayList<>()).add(rule);
            String source = authors.size() == 1 ? authors.iterator().next() : rule.file();
            left.merge(source, rule.used() ? rule.bytes() : 0, Long::sum);
        }
    }

    /** What is known of a stylesheet's imports, and what to paste where some bring nothing of use. */
    public record Found(List<ImportFact> imports, List<ImportList> lists, List<OriginFact> origins) {
        /** Copies the lists. */
        public Found {
            imports = List.copyOf(imports);
            lists = List.copyOf(lists);
            origins = List.copyOf(origins);
        }

        /** Returns a note for each stylesheet with imports that bring nothing of use. */
        public List<Diagnostic> notes() {
            Map<String, List<ImportFact>> sheets = new TreeMap<>();
            imports.stream()
                    .filter(ImportFact::unused)
                    .forEach(i -> sheets.computeIfAbsent(i.sheet(), k -> new ArrayList<>())
                            .add(i));
            return sheets.entrySet().stream()
                    .map(e -> note(e.getKey(), e.getValue()))
                    .toList();
        }

        private static Diagnostic note(String sheet, List<ImportFact> unused) {
            ImportFact largest = Collections.max(unused, Comparator.comparingLong(ImportFact::bytes));
            long bytes = unused.stream().mapToLong(ImportFact::bytes).sum();
            String others = unused.size() == 1
                    ? ""
                    : " and " + (unused.size() - 1) + " more of " + sheet + ", " + Bytes.text(bytes) + " in all";
            return Diagnostic.note(
                    "unused-import",
                    largest.statement() + ": " + largest.verdict() + others,
                    place(largest),
                    "asset:report has the list of imports to paste.");
        }

        /** The line of the user's own file. */
        private static Location place(ImportFact fact) {
            int colon = fact.through().lastIndexOf(':');
            return colon < 0
                    ? new Location(fact.file(), fact.line(), 1, 1, null, null)
                    : new Location(
                            fact.through().substring(0, colon),
                            Integer.parseInt(fact.through().substring(colon + 1)),
                            1,
                            1,
                            null,
                            null);
        }
    }

    /** Returns what is known where nothing was compiled. */
    public static Found none() {
        return new Found(List.of(), List.of(), List.of());
    }

    /** Judges the imports of all stylesheets that were compiled and then purged as they were. */
    public static Found of(Findings findings, Lookup lookup, List<String> loadPaths, PageMemo memo) {
        SassOutlineReader reader = new SassOutlineReader(lookup, loadPaths);
        Map<String, PurgedSheet> purged = new HashMap<>();
        findings.purged().forEach(sheet -> purged.put(sheet.file(), sheet));
        List<ImportFact> facts = new ArrayList<>();
        List<ImportList> lists = new ArrayList<>();
        List<OriginFact> origins = new ArrayList<>();
        for (CompiledSheet compiled : findings.compiled()) {
            PurgedSheet sheet = purged.get(compiled.file());
            if (sheet != null) {
                Found found = known(memo, question(compiled, sheet, lookup), () -> of(compiled, sheet, reader));
                facts.addAll(found.imports());
                lists.addAll(found.lists());
                origins.addAll(found.origins());
            }
        }
        return new Found(facts, lists, origins);
    }

    /** Tells apart all that a stylesheet's imports are judged by: its sources, what they became, and what was purged of it. */
    private static String question(CompiledSheet compiled, PurgedSheet purged, Lookup lookup) {
        StringBuilder all = new StringBuilder(compiled.sourceMap().sha256());
        all.append(purged.source()).append(purged.cuts());
        for (String source : compiled.sources()) {
            all.append(source).append(lookup.find(source).map(Content::sha256).orElse(""));
        }
        return "imports of " + compiled.file() + " "
                + Content.of(all.toString()).sha256();
    }

    private static Found known(PageMemo memo, String question, Supplier<Found> find) {
        String json = memo.last(question).get(JSON);
        Object root = json == null ? null : Json.parse(json);
        Found found = root instanceof Map<?, ?> object ? ImportsJson.read(object) : find.get();
        if (json == null) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            ImportsJson.put(object, found);
            json = Json.write(object);
        }
        memo.note(question, new TreeMap<>(Map.of(JSON, json)));
        return found;
    }

    /** Judges the imports of a compiled stylesheet by what purging left of it. */
    public static Found of(CompiledSheet compiled, PurgedSheet purged, SassOutlineReader reader) {
        ImportUse use = new ImportUse(compiled, purged, reader);
        use.visit(compiled.entry());
        List<OriginFact> origins = use.left.entrySet().stream()
                .map(e -> new OriginFact(compiled.file(), compiled.entry(), e.getKey(), e.getValue()))
                .toList();
        return new Found(use.facts, use.lists, origins);
    }

    /** Judges the imports of one of the user's own files, and those of files of the user's that it imports. */
    private void visit(String file) {
        SassOutline outline = graph.file(file);
        if (outline == null || !visited.add(file)) {
            return;
        }
        Pasted pasted = new Pasted();
        for (Import one : outline.imports()) {
            ImportFact fact = judge(file, one, "");
            if (!fact.unused() && isLibrary(fact.target())) {
                library(file, one, fact, pasted);
                continue;
            }
            if (fact.unused() || makesRules(fact.target())) {
                note(fact);
            }
            pasted.add(one, fact);
            if (!fact.unused()) {
                visit(fact.target());
            }
        }
        if (pasted.hasUnused()) {
            lists.add(new ImportList(sheet, file, pasted.text()));
        }
    }

    private void library(String file, Import one, ImportFact fact, Pasted pasted) {
        List<ImportFact> parts = parts(fact.target(), file + ":" + one.line());
        (parts.isEmpty() ? List.of(fact) : parts).forEach(this::note);
        if (parts.stream().anyMatch(ImportFact::unused)) {
            pasted.addParts(one, parts, this::includes);
        } else {
            pasted.add(one, fact);
        }
    }

    /** Returns what a library's file includes between two of its lines, such as a licence. */
    private List<String> includes(String file, int after, int before) {
        SassOutline outline = graph.file(file);
        return outline == null
                ? List.of()
                : outline.includes().stream()
                        .filter(i -> i.line() > after && i.line() < before)
                        .map(Include::statement)
                        .filter(s -> !s.isEmpty())
                        .toList();
    }

    private void note(ImportFact fact) {
        if (fact.rules() > 0) {
            facts.add(fact);
        }
    }

    /** Returns the imports of a library's file that does nothing but import, in order; empty for one that makes rules. */
    private List<ImportFact> parts(String file, String through) {
        SassOutline outline = graph.file(file);
        if (outline == null || outline.imports().isEmpty() || makesRules(file)) {
            return List.of();
        }
        List<ImportFact> parts = new ArrayList<>();
        for (Import one : outline.imports()) {
            ImportFact fact = judge(file, one, through);
            List<ImportFact> inner = fact.unused() || fact.rules() == 0 ? List.of() : parts(fact.target(), through);
            if (inner.stream().anyMatch(ImportFact::unused)) {
                parts.addAll(inner);
            } else if (!fact.target().isEmpty()) {
                parts.add(fact);
            }
        }
        return parts;
    }

    private boolean makesRules(String file) {
        return rules.keySet().stream().anyMatch(authors -> authors.contains(file));
    }

    static boolean isLibrary(String file) {
        return file.startsWith("webjars/") || file.startsWith("node_modules/");
    }

    private ImportFact judge(String file, Import one, String through) {
        Set<String> lost = one.target() == null ? Set.of() : graph.lostWithout(file, one);
        int all = 0;
        int used = 0;
        long bytes = 0;
        long usedBytes = 0;
        List<String> selectors = new ArrayList<>();
        for (Map.Entry<Set<String>, List<Rule>> group : rules.entrySet()) {
            if (group.getKey().stream().noneMatch(lost::contains)) {
                continue;
            }
            for (Rule rule : group.getValue()) {
                all++;
                used += rule.used() ? 1 : 0;
                bytes += rule.bytes();
                usedBytes += rule.used() ? rule.bytes() : 0;
                selectors.add(rule.selector());
            }
        }
        String needed = used > 0 || all == 0 ? "" : needed(lost, selectors);
        String target = one.target() == null ? "" : one.target();
        return new ImportFact(
                sheet, file, one.line(), one.shown(), target, through, all, used, bytes, usedBytes, needed);
    }

    private String needed(Set<String> lost, List<String> selectors) {
        String needed = graph.neededFrom(lost);
        if (!needed.isEmpty()) {
            return needed;
        }
        for (String extended : graph.extendedBeside(lost)) {
            Pattern word = Pattern.compile("(?<![\\w-])" + Pattern.quote(extended) + "(?![\\w-])");
            if (selectors.stream().anyMatch(s -> word.matcher(s).find())) {
                return "@extend " + extended;
            }
        }
        return "";
    }
}
