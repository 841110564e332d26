package io.github.assetpipe.css.purge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides which names a site's computed names may form.
 *
 * <p>The rule: a name that has the head and the tail is kept. The head may start at any word of the literal
 * ({@code md:col-} also gives {@code col-}), the tail may end at any. So that a trifle does not keep everything, a part
 * must hold a letter or digit; and a part that is not set off by {@code -}, {@code _} or another sign must have three
 * letters, else it counts only before (or after) a word's boundary: {@code h*} keeps {@code h1} but not {@code hidden},
 * {@code is*} keeps {@code isOpen} but not {@code island}. A part between two holes must have two letters.
 *
 * <p>Safe for several threads.
 */
final class ComputedNames {
    private final List<ComputedName> names;
    private final LongTable heads = new LongTable(256);
    private final LongTable tails = new LongTable(256);
    private final List<List<Integer>> byHead = new ArrayList<>();
    private final List<List<Integer>> byTail = new ArrayList<>();
    private final List<Integer> middles = new ArrayList<>();

    /** Indexes {@code names}, in their order. */
    ComputedNames(List<ComputedName> names) {
        this.names = names;
        for (int i = 0; i < names.size(); i++) {
            ComputedName name = names.get(i);
            if (!name.middle().isEmpty()) {
                middles.add(i);
            } else if (count(name.head()) > 0) {
                headStarts(name.head(), i);
            } else {
                tailEnds(name.tail(), i);
            }
        }
    }

    /** Tells whether a computed name says enough to keep anything. */
    static boolean isSignificant(ComputedName name) {
        return count(name.head()) > 0 || count(name.tail()) > 0 || count(name.middle()) > 1;
    }

    /** Returns the number of the first computed name that may form {@code name}, or -1. */
    int find(String name) {
        int best = Integer.MAX_VALUE;
        long hash = NameChars.SEED;
        for (int i = 0; i < name.length(); i++) {
            hash = NameChars.step(hash, name.charAt(i));
            best = first(heads, byHead, hash, name, best);
        }
        hash = NameChars.SEED;
        for (int i = name.length() - 1; i >= 0; i--) {
            hash = NameChars.step(hash, name.charAt(i));
            best = first(tails, byTail, hash, name, best);
        }
        for (int middle : middles) {
            if (middle < best && name.contains(names.get(middle).middle())) {
                best = middle;
            }
        }
        return best == Integer.MAX_VALUE ? -1 : best;
    }

    private int first(LongTable table, List<List<Integer>> lists, long hash, String name, int best) {
        int number = table.find(hash);
        if (number >= 0) {
            for (int candidate : lists.get(number)) {
                if (candidate < best && matches(names.get(candidate), name)) {
                    return candidate;
                }
            }
        }
        return best;
    }

    private static boolean matches(ComputedName computed, String name) {
        for (int start : starts(computed.head())) {
            String head = computed.head().substring(start);
            if (!name.startsWith(head)) {
                continue;
            }
            for (int end : ends(computed.tail())) {
                String tail = computed.tail().substring(0, end);
                if (name.length() >= head.length() + tail.length() && name.endsWith(tail) && says(head, tail, name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean says(String head, String tail, String name) {
        boolean both = !head.isEmpty() && !tail.isEmpty() && count(head) + count(tail) > 1;
        return both || headSays(head, name) || tailSays(tail, name);
    }

    private static boolean headSays(String head, String name) {
        int count = count(head);
        if (count == 0 || name.length() == head.length()) {
            return count > 0;
        }
        char last = head.charAt(head.length() - 1);
        char next = name.charAt(head.length());
        if (!Character.isLetterOrDigit(last) || count > 2) {
            return true;
        }
        return count == 1
                ? Character.isDigit(next) || NameChars.isSeparator(next)
                : !Character.isLetter(next) || Character.isUpperCase(next);
    }

    private static boolean tailSays(String tail, String name) {
        int count = count(tail);
        if (count == 0 || name.length() == tail.length()) {
            return count > 0;
        }
        char first = tail.charAt(0);
        char before = name.charAt(name.length() - tail.length() - 1);
        return !Character.isLetterOrDigit(first)
                || count > 2
                || !Character.isLetter(before) && !(Character.isDigit(first) && Character.isDigit(before))
                || Character.isUpperCase(first);
    }

    private void headStarts(String head, int number) {
        for (int start : starts(head)) {
            if (start < head.length()) {
                index(heads, byHead, NameChars.hash(head.substring(start)), number);
            }
        }
    }

    private void tailEnds(String tail, int number) {
        for (int end : ends(tail)) {
            if (end > 0) {
                String reversed =
                        new StringBuilder(tail.substring(0, end)).reverse().toString();
                index(tails, byTail, NameChars.hash(reversed), number);
            }
        }
    }

    private static void index(LongTable table, List<List<Integer>> lists, long hash, int number) {
        int at = table.find(hash);
        if (at < 0) {
            table.add(hash);
            at = lists.size();
            lists.add(new ArrayList<>(2));
        }
        lists.get(at).add(number);
    }

    /** The offsets at which a name may start in a literal before a hole: at the start and at each boundary. */
    private static int[] starts(String head) {
        int[] found = new int[head.length() + 1];
        int count = 0;
        for (int i = 0; i <= head.length(); i++) {
            if (i == 0 || !NameChars.isName(head.charAt(i - 1))) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static int[] ends(String tail) {
        int[] found = new int[tail.length() + 1];
        int count = 0;
        for (int i = tail.length(); i >= 0; i--) {
            if (i == tail.length() || !NameChars.isName(tail.charAt(i))) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static int count(String part) {
        int count = 0;
        for (int i = 0; i < part.length(); i++) {
            count += Character.isLetterOrDigit(part.charAt(i)) ? 1 : 0;
        }
        return count;
    }
}
