package io.github.assetpipe.css.purge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers facts in the order in which they come and sorts them at the end. Not safe for several threads. */
final class EvidenceBuilder {
    final WordTable words;
    private final LongTable pairs;
    private final LongList pairSightings = new LongList();
    private final Map<ComputedName, Long> computed = new HashMap<>();

    /** Creates a builder for texts of {@code length} characters in all; it grows when they hold more than usual. */
    EvidenceBuilder(long length) {
        int expected = (int) Math.max(64, Math.min(1 << 14, length / 24));
        words = new WordTable(expected);
        pairs = new LongTable(expected / 4);
    }

    /** Adds two joined words; of several sightings the least stays. */
    void pair(long key, long sighting) {
        int known = pairs.find(key);
        if (known < 0) {
            pairs.add(key);
            pairSightings.add(sighting);
        } else if (sighting < pairSightings.get(known)) {
            pairSightings.set(known, sighting);
        }
    }

    /** Adds a computed name; of several sightings the least stays. */
    void computed(ComputedName name, long sighting) {
        computed.merge(name, sighting, Math::min);
    }

    /** Adds all facts of {@code evidence}; {@code files[i]} is the new number of its file {@code i}. */
    void addAll(Evidence evidence, int[] files) {
        for (int i = 0; i < evidence.words.length; i++) {
            words.merge(evidence.words[i], renumber(evidence.wordSightings[i], files), evidence.flags[i]);
        }
        for (int i = 0; i < evidence.pairs.length; i++) {
            pair(evidence.pairs[i], renumber(evidence.pairSightings[i], files));
        }
        for (int i = 0; i < evidence.computed.size(); i++) {
            computed(evidence.computed.get(i), renumber(evidence.computedSightings[i], files));
        }
    }

    private static long renumber(long sighting, int[] files) {
        return (long) files[(int) (sighting >>> 32)] << 32 | sighting & 0xFFFFFFFFL;
    }

    /** Returns the facts, sorted; {@code files} are the names that the sightings' numbers stand for. */
    Evidence build(List<String> files) {
        int size = words.size();
        String[] texts = new String[size];
        Integer[] order = new Integer[size];
        for (int i = 0; i < size; i++) {
            texts[i] = words.word(i);
            order[i] = i;
        }
        Arrays.sort(order, Comparator.comparing(i -> texts[i]));
        String[] sorted = new String[size];
        long[] sightings = new long[size];
        byte[] flags = new byte[size];
        for (int i = 0; i < size; i++) {
            int number = order[i];
            sorted[i] = texts[number];
            sightings[i] = words.sighting(number);
            flags[i] = (byte) (words.flags(number) & WordTable.FREE);
        }
        long[] keys = pairs.keys();
        long[] sortedKeys = keys.clone();
        Arrays.sort(sortedKeys);
        long[] keySightings = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            keySightings[i] = pairSightings.get(pairs.find(sortedKeys[i]));
        }
        List<ComputedName> names = new ArrayList<>(computed.keySet());
        names.sort(Comparator.naturalOrder());
        long[] nameSightings = names.stream().mapToLong(computed::get).toArray();
        return new Evidence(files, sorted, sightings, flags, sortedKeys, keySightings, names, nameSightings);
    }
}
