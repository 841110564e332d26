package io.github.assetpipe.css.purge;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The form in which evidence can be kept, to be read by the same version of this library. */
public final class EvidenceForm {
    private EvidenceForm() {}

    /** Writes evidence. @throws IOException when {@code out} throws it */
    public static void write(Evidence evidence, DataOutput out) throws IOException {
        texts(evidence.files, out);
        texts(List.of(evidence.words), out);
        numbers(evidence.wordSightings, out);
        out.writeInt(evidence.flags.length);
        out.write(evidence.flags);
        numbers(evidence.pairs, out);
        numbers(evidence.pairSightings, out);
        texts(evidence.computed.stream().map(ComputedName::head).toList(), out);
        texts(evidence.computed.stream().map(ComputedName::middle).toList(), out);
        texts(evidence.computed.stream().map(ComputedName::tail).toList(), out);
        numbers(evidence.computedSightings, out);
    }

    /** Returns equal evidence to what was written. @throws IOException when {@code in} throws it, or holds no evidence */
    public static Evidence read(DataInput in) throws IOException {
        List<String> files = texts(in);
        String[] words = texts(in).toArray(String[]::new);
        long[] wordSightings = numbers(in);
        byte[] flags = new byte[length(in)];
        in.readFully(flags);
        long[] pairs = numbers(in);
        long[] pairSightings = numbers(in);
        List<String> heads = texts(in);
        List<String> middles = texts(in);
        List<String> tails = texts(in);
        List<ComputedName> computed = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            computed.add(new ComputedName(heads.get(i), middles.get(i), tails.get(i)));
        }
        return new Evidence(files, words, wordSightings, flags, pairs, pairSightings, computed, numbers(in));
    }

    private static void texts(List<String> texts, DataOutput out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(text, out);
        }
    }

    /** UTF-8 has no form for half of a surrogate pair, which an escape in a script can give: then every character is written. */
    private static void text(String text, DataOutput out) throws IOException {
        if (text.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            out.writeInt(-1 - text.length());
            out.writeChars(text);
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private static List<String> texts(DataInput in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = length(in); i > 0; i--) {
            texts.add(text(in));
        }
        return texts;
    }

    private static String text(DataInput in) throws IOException {
        int length = in.readInt();
        if (length >= 0) {
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
        char[] chars = new char[-1 - length];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = in.readChar();
        }
        return new String(chars);
    }

    private static void numbers(long[] numbers, DataOutput out) throws IOException {
        out.writeInt(numbers.length);
        for (long number : numbers) {
            out.writeLong(number);
        }
    }

    private static long[] numbers(DataInput in) throws IOException {
        long[] numbers = new long[length(in)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readLong();
        }
        return numbers;
    }

    private static int length(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            throw new IOException("Length out of range: " + length);
        }
        return length;
    }
}
