package io.github.assetpipe.css.purge;

import java.util.Arrays;

/**
 * Numbers 64-bit keys, usually in the order in which they arrive; open addressing, no boxing.
 *
 * <p>Not safe for several threads while keys are added.
 */
final class LongTable {
    private long[] slots;
    private int[] numbers;
    private int size;
    private int shift;

    /** Creates a table that holds {@code expected} keys without growing. */
    LongTable(int expected) {
        int bits = Math.max(4, 33 - Integer.numberOfLeadingZeros(Math.max(1, expected)));
        allocate(bits);
    }

    private void allocate(int bits) {
        slots = new long[1 << bits];
        numbers = new int[1 << bits];
        shift = 64 - bits;
    }

    /** Returns the number of keys. */
    int size() {
        return size;
    }

    /** Returns the number of a key, or -1. */
    int find(long key) {
        int mask = slots.length - 1;
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
        while (numbers[at] != 0) {
            if (slots[at] == key) {
                return numbers[at] - 1;
            }
            at = (at + 1) & mask;
        }
        return -1;
    }

    /** Gives a key the next number, {@code size() - 1} afterwards; it must not be in the table yet. */
    void add(long key) {
        insert(key, size);
    }

    /** Gives a key a number of the caller's unless it has one. */
    void addIfNew(long key, int number) {
        if (find(key) < 0) {
            insert(key, number);
        }
    }

    private void insert(long key, int number) {
        if (++size * 2 >= slots.length) {
            grow();
        }
        put(key, number + 1);
    }

    private void put(long key, int number) {
        int mask = slots.length - 1;
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
        while (numbers[at] != 0) {
            at = (at + 1) & mask;
        }
        slots[at] = key;
        numbers[at] = number;
    }

    private void grow() {
        long[] oldSlots = slots;
        int[] oldNumbers = numbers;
        allocate(64 - shift + 1);
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldNumbers[i] != 0) {
                put(oldSlots[i], oldNumbers[i]);
            }
        }
    }

    /** Returns the keys by number, when all were numbered by {@link #add}. */
    long[] keys() {
        long[] keys = new long[size];
        for (int i = 0; i < slots.length; i++) {
            if (numbers[i] != 0) {
                keys[numbers[i] - 1] = slots[i];
            }
        }
        return keys;
    }

    @Override
    public String toString() {
        return Arrays.toString(keys());
    }
}
