package io.github.assetpipe.css.purge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Evidence as bytes, for a cache: sorted words share their beginnings, numbers take as few bytes as they need.
 *
 * <p>The same evidence always gives the same bytes. Stateless and safe for several threads.
 */
public final class EvidenceFormat {
    /** Changes whenever the bytes, or what a scan finds, change. */
    private static final int VERSION = 3;

    private EvidenceFormat() {}

    /** Returns {@code evidence} as bytes. */
    public static byte[] write(Evidence evidence) {
        Writer out = new Writer();
        out.number(VERSION);
        out.number(evidence.files.size());
        evidence.files.forEach(out::text);
        out.number(evidence.words.length);
        String before = "";
        for (int i = 0; i < evidence.words.length; i++) {
            String word = evidence.words[i];
            int shared = shared(before, word);
            out.number(shared);
            out.text(word.substring(shared));
            out.number(evidence.flags[i]);
            out.sighting(evidence.wordSightings[i]);
            before = word;
        }
        out.number(evidence.pairs.length);
        for (int i = 0; i < evidence.pairs.length; i++) {
            out.key(evidence.pairs[i]);
            out.sighting(evidence.pairSightings[i]);
        }
        out.number(evidence.computed.size());
        for (int i = 0; i < evidence.computed.size(); i++) {
            ComputedName name = evidence.computed.get(i);
            out.text(name.head());
            out.text(name.middle());
            out.text(name.tail());
            out.sighting(evidence.computedSightings[i]);
        }
        return out.bytes.toByteArray();
    }

    /** Returns the evidence that {@code bytes} hold. @throws IllegalArgumentException when another version wrote them */
    public static Evidence read(byte[] bytes) {
        Reader in = new Reader(ByteBuffer.wrap(bytes));
        if (in.number() != VERSION) {
            throw new IllegalArgumentException("not evidence of version " + VERSION);
        }
        List<String> files = new ArrayList<>();
        for (int i = in.number(); i > 0; i--) {
            files.add(in.text());
        }
        String[] words = new String[in.number()];
        long[] wordSightings = new long[words.length];
        byte[] flags = new byte[words.length];
        String before = "";
        for (int i = 0; i < words.length; i++) {
            before = before.substring(0, in.number()) + in.text();
            words[i] = before;
            flags[i] = (byte) in.number();
            wordSightings[i] = in.sighting();
        }
        long[] pairs = new long[in.number()];
        long[] pairSightings = new long[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = in.bytes.getLong();
            pairSightings[i] = in.sighting();
        }
        int count = in.number();
        List<ComputedName> computed = new ArrayList<>();
        long[] computedSightings = new long[count];
        for (int i = 0; i < count; i++) {
            computed.add(new ComputedName(in.text(), in.text(), in.text()));
            computedSightings[i] = in.sighting();
        }
        return new Evidence(files, words, wordSightings, flags, pairs, pairSightings, computed, computedSightings);
    }

    private static int shared(String left, String right) {
        int limit = Math.min(left.length(), right.length());
        int i = 0;
        while (i < limit && left.charAt(i) == right.charAt(i)) {
            i++;
        }
        // A pair of surrogates must not be parted: its halves have no bytes of their own.
        return i > 0 && Character.isHighSurrogate(left.charAt(i - 1)) ? i - 1 : i;
    }

    private static final class Writer {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void number(int value) {
            int rest = value;
            while (rest > 0x7F) {
                bytes.write(rest & 0x7F | 0x80);
                rest >>>= 7;
            }
            bytes.write(rest);
        }

        void text(String text) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            number(encoded.length);
            bytes.writeBytes(encoded);
        }

        void sighting(long packed) {
            number((int) (packed >>> 32));
            number((int) packed);
        }

        void key(long key) {
            bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(key).array());
        }
    }

    private record Reader(ByteBuffer bytes) {
        int number() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes.get();
                value |= (next & 0x7F) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        String text() {
            byte[] encoded = new byte[number()];
            bytes.get(encoded);
            return new String(encoded, StandardCharsets.UTF_8);
        }

        long sighting() {
            return (long) number() << 32 | number();
        }
    }
}
