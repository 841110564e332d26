package io.github.assetpipe.css.purge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a site's texts can name: their words, how words are joined, and names that are computed in part.
 *
 * <p>The facts of single texts can be merged, in any order and grouping, with the same result. Stylesheets are not given
 * here: what they name is what is to be judged. Immutable and safe for several threads.
 */
public final class Evidence {
    private static final Comparator<SourceText> ORDER = Comparator.comparing(SourceText::file, Sighting.FILES)
            .thenComparing(SourceText::kind)
            .thenComparing(SourceText::text);

    /** Stands among the words for HTML that is printed as it comes; no text has a word of such characters. */
    private static final String RAW = "<>";

    final List<String> files;
    final String[] words;
    final long[] wordSightings;
    final byte[] flags;
    final long[] pairs;
    final long[] pairSightings;
    final List<ComputedName> computed;
    final long[] computedSightings;
    private volatile @Nullable Index index;

    /** Takes facts that are sorted. */
    Evidence(
            List<String> files,
            String[] words,
            long[] wordSightings,
            byte[] flags,
            long[] pairs,
            long[] pairSightings,
            List<ComputedName> computed,
            long[] computedSightings) {
        this.files = List.copyOf(files);
        this.words = words;
        this.wordSightings = wordSightings;
        this.flags = flags;
        this.pairs = pairs;
        this.pairSightings = pairSightings;
        this.computed = List.copyOf(computed);
        this.computedSightings = computedSightings;
    }

    /** What looking up needs; made when first asked, because evidence of single texts is only merged. */
    private record Index(LongTable byHash, LongTable byLowerHash, ComputedNames computed) {
        static Index of(String[] words, List<ComputedName> computed) {
            LongTable byHash = new LongTable(words.length);
            LongTable byLowerHash = new LongTable(words.length);
            for (int i = 0; i < words.length; i++) {
                byHash.addIfNew(NameChars.hash(words[i]), i);
                byLowerHash.addIfNew(NameChars.hash(words[i].toLowerCase(Locale.ROOT)), i);
            }
            return new Index(byHash, byLowerHash, new ComputedNames(computed));
        }
    }

    private Index index() {
        Index known = index;
        if (known == null) {
            known = Index.of(words, computed);
            index = known;
        }
        return known;
    }

    /** Returns evidence of nothing. */
    public static Evidence empty() {
        return scan(List.of());
    }

    /** Returns the facts of one text. */
    public static Evidence scan(String file, String text, TextKind kind) {
        return scan(List.of(new SourceText(file, text, kind)));
    }

    /** Returns the facts of many texts; each distinct content is read once. The order of {@code texts} does not matter. */
    public static Evidence scan(Collection<SourceText> texts) {
        List<SourceText> sorted = new ArrayList<>(texts);
        sorted.sort(ORDER);
        EvidenceBuilder facts = new EvidenceBuilder(
                sorted.stream().mapToLong(text -> text.text().length()).sum());
        TextScanner scanner = new TextScanner(facts);
        Set<Content> read = new HashSet<>();
        List<String> files = new ArrayList<>();
        for (SourceText text : sorted) {
            if (files.isEmpty() || !files.get(files.size() - 1).equals(text.file())) {
                files.add(text.file());
            }
            if (text.rawLine() > 0) {
                facts.words.add(RAW, ((long) (files.size() - 1) << 32) + text.rawLine());
            }
            if (read.add(new Content(text))) {
                scanner.scan(files.size() - 1, text);
            }
        }
        return facts.build(files);
    }

    /** A text as a key; its hash reads a few characters only, and equal hashes are compared in full. */
    private record Content(SourceText source) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Content that
                    && source.kind() == that.source.kind()
                    && source.text().equals(that.source.text());
        }

        @Override
        public int hashCode() {
            String text = source.text();
            int hash = text.length();
            int step = Math.max(1, text.length() / 64);
            for (int i = 0; i < text.length(); i += step) {
                hash = hash * 31 + text.charAt(i);
            }
            return hash;
        }
    }

    /** Returns the facts of all of {@code parts} together. */
    public static Evidence merge(Collection<Evidence> parts) {
        TreeSet<String> names = new TreeSet<>(Sighting.FILES);
        parts.forEach(part -> names.addAll(part.files));
        List<String> files = List.copyOf(names);
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            numbers.put(files.get(i), i);
        }
        EvidenceBuilder facts = new EvidenceBuilder(1 << 18);
        for (Evidence part : parts) {
            facts.addAll(part, part.files.stream().mapToInt(numbers::get).toArray());
        }
        return facts.build(files);
    }

    /** Returns the files, sorted; those in jars stand last. */
    public List<String> files() {
        return files;
    }

    /** Returns the number of distinct words. */
    public int wordCount() {
        return words.length;
    }

    /** Returns the computed names, sorted. */
    public List<ComputedName> computedNames() {
        return computed;
    }

    /** Returns where {@code word} was seen, or null when it occurs nowhere as a whole word. */
    public @Nullable Sighting word(String word) {
        int number = index().byHash.find(NameChars.hash(word));
        return number < 0 ? null : sighting(wordSightings[number]);
    }

    /** Returns where a page prints HTML that it gets from elsewhere, or null when none does. */
    public @Nullable Sighting rawOutput() {
        return word(RAW);
    }

    /** Returns where a word that differs from {@code word} at most in case was seen, or null. */
    public @Nullable Sighting wordIgnoringCase(String word) {
        int number = index().byLowerHash.find(NameChars.hash(word.toLowerCase(Locale.ROOT)));
        return number < 0 ? null : sighting(wordSightings[number]);
    }

    /** Returns where a word that passes {@code test} was seen, the alphabetically first; the test gets lower case. */
    @Nullable
    Sighting anyWord(Predicate<String> test) {
        for (int i = 0; i < words.length; i++) {
            if (test.test(words[i].toLowerCase(Locale.ROOT))) {
                return sighting(wordSightings[i]);
            }
        }
        return null;
    }

    /** Tells whether {@code attribute} occurs otherwise than with literal values in markup, so that it may have any. */
    boolean isFree(String attribute) {
        for (int i = 0; i < words.length; i++) {
            if ((flags[i] & WordTable.FREE) != 0 && words[i].equalsIgnoreCase(attribute)) {
                return true;
            }
        }
        return false;
    }

    /** Returns where two words were seen with {@code joint} between them, or null. */
    public @Nullable Sighting pair(String left, String joint, String right) {
        long key = NameChars.pair(NameChars.hash(left), NameChars.hash(joint), NameChars.hash(right));
        int at = Arrays.binarySearch(pairs, key);
        return at < 0 ? null : sighting(pairSightings[at]);
    }

    /** Returns the number of the first computed name that may form {@code name}, or -1. */
    int computed(String name) {
        return index().computed.find(name);
    }

    /** Returns where a computed name was seen. */
    Sighting computedSighting(int number) {
        return sighting(computedSightings[number]);
    }

    private Sighting sighting(long packed) {
        return new Sighting(files.get((int) (packed >>> 32)), (int) packed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Evidence that
                && files.equals(that.files)
                && Arrays.equals(words, that.words)
                && Arrays.equals(wordSightings, that.wordSightings)
                && Arrays.equals(flags, that.flags)
                && Arrays.equals(pairs, that.pairs)
                && Arrays.equals(pairSightings, that.pairSightings)
                && computed.equals(that.computed)
                && Arrays.equals(computedSightings, that.computedSightings);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(words) + Arrays.hashCode(wordSightings);
    }

    /** Returns the counts of files, words and computed names. */
    @Override
    public String toString() {
        return files.size() + " files, " + words.length + " words, " + computed.size() + " computed names";
    }
}
