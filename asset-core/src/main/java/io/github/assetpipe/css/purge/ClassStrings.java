package io.github.assetpipe.css.purge;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the string constants of a compiled class: what its source had in quotes.
 *
 * <p>Names of classes, methods and fields, types and annotations stand in the constant pool too, but nothing writes them into
 * a page; so only what an entry of the kind String refers to counts. That has the constants of fields and the arguments of
 * bootstrap methods, such as the recipe of a concatenation. Stateless and safe for several threads.
 */
public final class ClassStrings {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int UTF8 = 1;
    private static final int STRING = 8;
    /** The bytes of an entry by its tag (The Java Virtual Machine Specification, 4.4); 0 for what is none. */
    private static final int[] SIZES = {0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2};

    private ClassStrings() {}

    /** Returns the strings of a class file in the order of its constant pool; none when it is malformed. */
    public static List<String> of(byte[] classFile) {
        try {
            ByteBuffer in = ByteBuffer.wrap(classFile);
            if (in.getInt() != MAGIC) {
                return List.of();
            }
            in.getInt(); // the version
            return strings(in, classFile);
        } catch (IOException | RuntimeException e) {
            // Shortened, of an unknown form, or with text that is none.
            return List.of();
        }
    }

    private static List<String> strings(ByteBuffer in, byte[] classFile) throws IOException {
        int count = in.getShort() & 0xFFFF;
        int[] texts = new int[count];
        int[] strings = new int[count];
        int found = 0;
        for (int i = 1; i < count; i++) {
            int tag = in.get();
            if (tag == UTF8) {
                texts[i] = in.position();
                skip(in, in.getShort() & 0xFFFF);
            } else if (tag == STRING) {
                strings[found++] = in.getShort() & 0xFFFF;
            } else {
                if (SIZES[tag] == 0) {
                    throw new IOException("no tag of an entry: " + tag);
                }
                skip(in, SIZES[tag]);
                // Numbers of eight bytes take two places.
                i += SIZES[tag] == Long.BYTES ? 1 : 0;
            }
        }
        List<String> read = new ArrayList<>(found);
        for (int text : Arrays.copyOf(strings, found)) {
            if (texts[text] == 0) {
                throw new IOException("no text at " + text);
            }
            read.add(text(classFile, texts[text]));
        }
        return read;
    }

    private static void skip(ByteBuffer in, int bytes) {
        in.position(in.position() + bytes);
    }

    /** Length and modified UTF-8. */
    private static String text(byte[] classFile, int offset) throws IOException {
        return new DataInputStream(new ByteArrayInputStream(classFile, offset, classFile.length - offset)).readUTF();
    }

    /**
     * Returns the strings of a class file as literals in one line, to be scanned as {@link TextKind#JAVA}; where a recipe takes
     * in a value, {@code {}} stands.
     */
    public static String literals(byte[] classFile) {
        StringBuilder text = new StringBuilder();
        for (String string : of(classFile)) {
            text.append('"');
            for (int i = 0; i < string.length(); i++) {
                char c = string.charAt(i);
                switch (c) {
                    case '\1', '\2' -> text.append("{}");
                    case '\n' -> text.append(' ');
                    default -> text.append(c);
                }
            }
            text.append("\" ");
        }
        return text.toString();
    }
}
