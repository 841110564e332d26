package io.github.assetpipe.page.composition;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.option.RewriteOptions.Defer;
import io.github.assetpipe.page.composition.Graph.Mark;
import io.github.assetpipe.page.composition.Graph.PageScript;
import io.github.assetpipe.page.composition.Graph.Place;
import io.github.assetpipe.page.composition.Graph.Step;
import io.github.assetpipe.page.composition.Item.Kind;
import io.github.assetpipe.page.composition.Item.Wish;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges the script tags of a site once, over the graph of its compositions, by the rules of {@link DeferDecisions}. Not safe
 * for several threads.
 */
final class DeferJudge {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_$][\\w$]*+");

    private final Graph graph;
    private final Roots roots;
    private final Function<LogicalPath, Optional<String>> scriptText;
    private final Defer mode;
    /** Why a script is none that could be deferred, by its index; null where it could. */
    private final @Nullable String[] unfit;

    private final Map<LogicalPath, Set<String>> words = new HashMap<>();
    private final Map<LogicalPath, Optional<String>> risks = new HashMap<>();

    DeferJudge(List<PageFacts> pages, Function<LogicalPath, Optional<String>> scriptText, Defer mode) {
        this.scriptText = scriptText;
        this.mode = mode;
        List<Integer> mains = new ArrayList<>();
        this.graph = Linker.link(pages, mains);
        this.roots = new Roots(graph, pages, mains);
        this.unfit = new String[graph.scripts().size()];
    }

    /** Returns the decisions by page and offset. */
    SortedMap<String, SortedMap<Integer, DeferDecision>> decisions() {
        for (int i = 0; i < unfit.length; i++) {
            unfit[i] = unfit(graph.scripts().get(i).script());
        }
        @Nullable Place[] blocking = new Place[unfit.length];
        if (mode == Defer.SAFE) {
            forbidUnrendered();
            forbidOvertaking();
            forbidReaders();
            Flow flow = barriers();
            for (int i = 0; i < blocking.length; i++) {
                blocking[i] = flow.blocking(i);
            }
        }
        SortedMap<String, SortedMap<Integer, DeferDecision>> all = new TreeMap<>();
        for (int i = 0; i < unfit.length; i++) {
            DeferDecision decision = decision(i, blocking[i]);
            if (decision != null) {
                all.computeIfAbsent(decision.file(), f -> new TreeMap<>()).put(decision.offset(), decision);
            }
        }
        return Collections.unmodifiableSortedMap(all);
    }

    private @Nullable DeferDecision decision(int index, @Nullable Place blocking) {
        PageScript page = graph.scripts().get(index);
        Item.Script script = page.script();
        if (script.kind() != Kind.EXTERNAL && script.kind() != Kind.FIXED) {
            return null;
        }
        String why = unfit[index];
        boolean asked = script.kind() == Kind.EXTERNAL && script.wish() == Wish.DEFER;
        boolean deferred = asked || (why == null && blocking == null);
        String reason;
        if (asked) {
            reason = "asked for by data-defer";
        } else if (why != null) {
            reason = why;
        } else if (blocking != null) {
            reason = "before " + blocking;
        } else {
            reason = mode == Defer.ALL ? "all are" : "nothing after it could notice";
        }
        return new DeferDecision(
                page.page().file(), script.offset(), script.line(), Excerpt.line(script.src()), deferred, reason);
    }

    private @Nullable String unfit(Item.Script script) {
        if (script.kind() == Kind.FIXED) {
            return script.names().isEmpty()
                    ? "its tag can't be changed"
                    : script.names().get(0);
        }
        if (script.kind() != Kind.EXTERNAL) {
            return "not external and classic";
        }
        if (script.wish() == Wish.STAY) {
            return "kept by data-no-defer";
        }
        if (mode != Defer.SAFE || script.wish() == Wish.DEFER) {
            return mode == Defer.OFF && script.wish() == Wish.NONE ? "defer is off" : null;
        }
        LogicalPath asset = script.asset();
        Optional<String> risk = asset == null ? Optional.empty() : risks.computeIfAbsent(asset, this::risk);
        boolean known = risk.isPresent();
        String byUrl = ScriptRisks.ofUrl(script.src(), known);
        return byUrl != null ? byUrl : risk.filter(r -> !r.isEmpty()).orElse(null);
    }

    /** Returns what forbids to run an asset later, the empty string for nothing, or empty when its text is not known. */
    private Optional<String> risk(LogicalPath asset) {
        return scriptText.apply(asset).map(text -> {
            String risk = ScriptRisks.ofText(text);
            return risk == null ? "" : risk;
        });
    }

    private Optional<String> text(Item.Script script) {
        LogicalPath asset = script.asset();
        return asset == null ? Optional.empty() : scriptText.apply(asset);
    }

    private Item.Script script(Step step) {
        return graph.scripts().get(((Step.OfScript) step).script()).script();
    }

    /** Where a part that nobody is known to include is rendered, and what follows there, is not known. */
    private void forbidUnrendered() {
        for (int node = 0; node < graph.size(); node++) {
            for (Step step : graph.node(node).steps()) {
                if (step instanceof Step.OfScript of && !roots.live(node) && unfit[of.script()] == null) {
                    unfit[of.script()] = "no page is known to include it";
                }
            }
        }
    }

    /**
     * A script that would run before one that is deferred already must not be put behind it. What templates that are not
     * known hold is judged by those that are: where a site defers nothing itself, they do not either.
     */
    private void forbidOvertaking() {
        boolean any = graph.scripts().stream().anyMatch(s -> isLate(s.script()));
        if (!any) {
            return;
        }
        Flow flow = new Flow(graph, roots::live, true, i -> false);
        Set<Place> unknown = new HashSet<>();
        flow.mark(step -> {
            if (step instanceof Step.OfMark mark) {
                if (mark.mark() != Mark.TEMPLATE) {
                    return null;
                }
                unknown.add(mark.place());
                return mark.place();
            }
            if (!(step instanceof Step.OfScript of)) {
                return null;
            }
            boolean late = script(step).kind() == Kind.DEFERRED || script(step).wish() == Wish.DEFER;
            return late ? graph.scripts().get(of.script()).place() : null;
        });
        flow.run();
        for (int i = 0; i < unfit.length; i++) {
            Place before = flow.blocking(i);
            boolean asked = graph.scripts().get(i).script().wish() == Wish.DEFER;
            if (before != null && unfit[i] == null && !asked) {
                String why = unknown.contains(before) ? ", which may hold deferred scripts" : ", which is deferred";
                unfit[i] = "it would run after " + before + why;
            }
        }
    }

    private static boolean isLate(Item.Script script) {
        return script.kind() == Kind.DEFERRED || (script.kind() == Kind.EXTERNAL && script.wish() == Wish.DEFER);
    }

    /** An inline script that only assigns literals may overtake a script that does not know the names. */
    private void forbidReaders() {
        Set<String> assigned = new HashSet<>();
        for (PageScript script : graph.scripts()) {
            if (script.script().kind() == Kind.ASSIGNMENT) {
                assigned.addAll(script.script().names());
            }
        }
        Flow flow = new Flow(graph, roots::live, false, i -> false);
        flow.mark(step -> step instanceof Step.OfScript of && script(step).kind() == Kind.ASSIGNMENT
                ? graph.scripts().get(of.script()).place()
                : null);
        flow.run();
        for (int i = 0; i < unfit.length; i++) {
            Place after = flow.blocking(i);
            if (after != null
                    && unfit[i] == null
                    && knows(graph.scripts().get(i).script(), assigned)) {
                unfit[i] = "before " + after + ", whose names it may use";
            }
        }
    }

    private boolean knows(Item.Script script, Set<String> names) {
        LogicalPath asset = script.asset();
        Optional<String> text = text(script);
        if (script.wish() == Wish.DEFER) {
            return false;
        }
        if (asset == null || text.isEmpty()) {
            return true;
        }
        return !Collections.disjoint(names, words.computeIfAbsent(asset, a -> words(text.get())));
    }

    private static Set<String> words(String text) {
        Set<String> found = new HashSet<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            found.add(word.group());
        }
        return found;
    }

    private Flow barriers() {
        Flow flow = new Flow(
                graph,
                roots::live,
                false,
                i -> unfit[i] == null && graph.scripts().get(i).script().wish() != Wish.DEFER);
        flow.mark(step -> {
            if (step instanceof Step.OfMark mark) {
                return mark.mark().isUnknown() ? mark.place() : null;
            }
            if (!(step instanceof Step.OfScript of)) {
                return null;
            }
            Kind kind = script(step).kind();
            boolean runs =
                    kind == Kind.INLINE || kind == Kind.FIXED || (kind == Kind.EXTERNAL && unfit[of.script()] != null);
            return runs ? graph.scripts().get(of.script()).place() : null;
        });
        roots.openEnds().forEach(flow::end);
        flow.run();
        return flow;
    }
}
