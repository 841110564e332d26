package io.github.assetpipe.css.purge;

import java.util.Arrays;

/**
 * Gathers the distinct words of many texts, each with its first sighting.
 *
 * <p>Words are told apart by a 64-bit hash, and looked up by it later: should two words ever share one, then a name is
 * kept that could go, never the other way round. Not safe for several threads.
 */
final class WordTable {
    /** The word occurs elsewhere than as the name of an attribute with a literal value. */
    static final byte FREE = 1;
    /** The lower-case forms of the constant have been added. */
    static final byte DERIVED = 2;

    /** Longer runs are data, not names. */
    static final int MAX_LENGTH = 200;

    private final LongTable table;
    private char[] pool;
    private int pooled;
    private int[] ends;
    private long[] seen;
    private byte[] flags;

    /** Creates a table that holds about {@code expected} words without growing. */
    WordTable(int expected) {
        table = new LongTable(expected);
        pool = new char[expected * 8];
        ends = new int[expected];
        seen = new long[expected];
        flags = new byte[expected];
    }

    /** Returns the number of a word, adding it with the sighting {@code (file << 32) | line} when it is new. */
    int number(long hash, char[] text, int start, int end, long sighting) {
        int known = table.find(hash);
        return known >= 0 ? known : add(hash, text, start, end, sighting);
    }

    private int add(long hash, char[] text, int start, int end, long sighting) {
        int number = table.size();
        if (number == ends.length) {
            ends = Arrays.copyOf(ends, number * 2);
            seen = Arrays.copyOf(seen, number * 2);
            flags = Arrays.copyOf(flags, number * 2);
        }
        int length = end - start;
        if (pooled + length > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(pool.length * 2, pooled + length));
        }
        System.arraycopy(text, start, pool, pooled, length);
        pooled += length;
        ends[number] = pooled;
        seen[number] = sighting;
        table.add(hash);
        return number;
    }

    /** Adds a word that is not in the text as such. */
    void add(String word, long sighting) {
        flag(number(NameChars.hash(word), word.toCharArray(), 0, word.length(), sighting), FREE);
    }

    /** Adds a word of other evidence; of several sightings the least stays. */
    void merge(String word, long sighting, byte flags) {
        int number = number(NameChars.hash(word), word.toCharArray(), 0, word.length(), sighting);
        seen[number] = Math.min(seen[number], sighting);
        flag(number, flags);
    }

    void flag(int number, byte flag) {
        flags[number] |= flag;
    }

    boolean has(int number, byte flag) {
        return (flags[number] & flag) != 0;
    }

    int size() {
        return table.size();
    }

    String word(int number) {
        int start = number == 0 ? 0 : ends[number - 1];
        return new String(pool, start, ends[number] - start);
    }

    long sighting(int number) {
        return seen[number];
    }

    byte flags(int number) {
        return flags[number];
    }
}
