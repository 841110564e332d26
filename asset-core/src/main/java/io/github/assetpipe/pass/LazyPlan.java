package io.github.assetpipe.pass;

import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.option.RewriteOptions.Lazy;
import io.github.assetpipe.page.composition.DocumentEnds;
import io.github.assetpipe.page.composition.PageFacts;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * How images are made lazy on each page of a site, and which pages get the loader.
 *
 * <p>An image waits for the loader only where the loader is sure to come: the document's body must end in a page that can
 * address it, in every composition that shows the image ({@link DocumentEnds}). Elsewhere images are made lazy natively: in
 * parts of which it is not known what shows them, in documents whose end is not a page's, and beside other lazy loading
 * libraries; and everywhere in a site whose scripts write what images wait by, or whose content security policy forbids it.
 *
 * @param modes the mode of each page that has one, by file
 * @param loaders the pages that get the loader, each with the prefix that it is addressed below
 * @param instead why images that could wait are made lazy natively, where they are
 */
record LazyPlan(Map<String, Lazy> modes, Map<String, String> loaders, String instead) {
    private static final String ALONE = "natively: it may be shown without the loader";

    /**
     * Makes the plan of a site.
     *
     * @param facts what its pages tell; pages that are never changed are left out
     * @param composition what all its pages tell about composition, asked for only where images stand in parts
     */
    static LazyPlan of(List<LazyFacts> facts, RewriteOptions options, Supplier<Collection<PageFacts>> composition) {
        Map<String, Lazy> modes = new TreeMap<>();
        facts.forEach(f -> modes.put(f.file(), Lazy.NATIVE));
        if (options.lazy() != Lazy.DATA_SRC) {
            return new LazyPlan(modes, Map.of(), "");
        }
        Optional<String> against =
                facts.stream().map(LazyFacts::against).filter(a -> !a.isEmpty()).findFirst();
        if (against.isPresent()) {
            return new LazyPlan(modes, Map.of(), "natively: " + against.get());
        }
        Set<String> closing = closing(facts, options);
        Set<String> loaders = new HashSet<>();
        Set<String> composed = new HashSet<>();
        boolean foreign = false;
        for (LazyFacts f : facts) {
            boolean alone = f.ends() && !f.part();
            if (alone && closing.contains(f.file())) {
                modes.put(f.file(), Lazy.DATA_SRC);
                if (f.lazied()) {
                    loaders.add(f.file());
                }
            }
            foreign |= !alone && f.foreign();
            if (!alone && f.lazied()) {
                composed.add(f.file());
            }
        }
        if (!composed.isEmpty() && !closing.isEmpty() && !foreign) {
            DocumentEnds ends = DocumentEnds.of(composition.get(), closing::contains, composed);
            ends.held().forEach(file -> modes.put(file, Lazy.DATA_SRC));
            loaders.addAll(ends.ends());
        }
        facts.stream()
                .filter(f -> f.own() || !options.loader())
                .map(LazyFacts::file)
                .forEach(loaders::remove);
        SitePrefixes prefixes = new SitePrefixes(facts);
        Map<String, String> addressed = new TreeMap<>();
        facts.stream()
                .filter(f -> loaders.contains(f.file()))
                .forEach(f -> addressed.put(f.file(), prefixes.of(f).orElse("")));
        return new LazyPlan(modes, addressed, ALONE);
    }

    /** The pages at whose end a loader is there, or can be put. */
    private static Set<String> closing(List<LazyFacts> facts, RewriteOptions options) {
        boolean brought = facts.stream().anyMatch(LazyFacts::own);
        Map<String, EnumSet<LazyFacts.Root>> roots = new HashMap<>();
        for (LazyFacts f : facts) {
            roots.computeIfAbsent(f.dialect(), d -> EnumSet.noneOf(LazyFacts.Root.class))
                    .add(f.root());
        }
        SitePrefixes prefixes = new SitePrefixes(facts);
        boolean nonce = facts.stream().anyMatch(LazyFacts::nonce);
        Set<String> closing = new HashSet<>();
        for (LazyFacts f : facts) {
            boolean put = (!nonce || f.nonced())
                    && prefixes.of(f).isPresent()
                    && isAddressed(f, Objects.requireNonNull(roots.get(f.dialect())));
            boolean loaded = f.own() || (options.loader() ? put : brought);
            if (f.ends() && !f.taken() && !f.foreign() && loaded) {
                closing.add(f.file());
            }
        }
        return closing;
    }

    /** A page that shows no address of its own does as the others of its language do, where that is one and the same. */
    private static boolean isAddressed(LazyFacts f, EnumSet<LazyFacts.Root> others) {
        if (f.root() != LazyFacts.Root.NONE) {
            return f.root() != LazyFacts.Root.UNCLEAR;
        }
        boolean prefixes = others.contains(LazyFacts.Root.PREFIX) || others.contains(LazyFacts.Root.UNCLEAR);
        return (others.contains(LazyFacts.Root.SLASH) && !prefixes) || others.contains(LazyFacts.Root.SPRING);
    }

    /** Below which prefix pages find the files of the root, as they or else all others say. */
    private static final class SitePrefixes {
        private final Set<String> seen = new HashSet<>();
        private final boolean other;

        SitePrefixes(List<LazyFacts> facts) {
            facts.forEach(f -> seen.addAll(f.prefixes().seen()));
            other = facts.stream().anyMatch(f -> f.prefixes().other());
        }

        /** Returns the prefix; empty when a page contradicts itself, or shows none where others contradict each other. */
        Optional<String> of(LazyFacts f) {
            boolean silent = f.prefixes().seen().isEmpty();
            if (silent && f.isServedAsWritten()) {
                return Optional.of("");
            }
            Set<String> own = silent ? seen : f.prefixes().seen();
            if (own.isEmpty()) {
                return other ? Optional.empty() : Optional.of("");
            }
            return own.size() == 1 ? own.stream().findFirst() : Optional.empty();
        }
    }
}
