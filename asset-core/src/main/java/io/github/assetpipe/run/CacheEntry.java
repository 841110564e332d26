package io.github.assetpipe.run;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.transform.TransformResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One remembered result: what was looked up, and what came out. Immutable.
 *
 * @param lookups path to the SHA-256 of what was found there, empty text when nothing was
 * @param result outputs and diagnostics
 */
record CacheEntry(SortedMap<String, String> lookups, TransformResult result) {
    private static final int ABSENT = -1;

    byte[] toBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(lookups.size());
        for (Map.Entry<String, String> lookup : lookups.entrySet()) {
            write(out, lookup.getKey());
            write(out, lookup.getValue());
        }
        out.writeInt(result.diagnostics().size());
        for (Diagnostic diagnostic : result.diagnostics()) {
            write(out, diagnostic);
        }
        out.writeInt(result.outputs().size());
        for (TransformResult.Output output : result.outputs()) {
            write(out, output.path().value());
            write(out, output.content().bytes());
            write(out, output.sourceMap() == null ? null : output.sourceMap().bytes());
        }
        return bytes.toByteArray();
    }

    /** Reads an entry. @throws IOException when the bytes are no entry */
    static CacheEntry ofBytes(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        SortedMap<String, String> lookups = new TreeMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            lookups.put(readText(in), readText(in));
        }
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            diagnostics.add(readDiagnostic(in));
        }
        List<TransformResult.Output> outputs = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            String path = readText(in);
            byte[] content = readBytes(in);
            byte[] map = readBytes(in);
            if (content == null) {
                throw new IOException("Output without content");
            }
            outputs.add(new TransformResult.Output(
                    LogicalPath.of(path), Content.of(content), map == null ? null : Content.of(map)));
        }
        return new CacheEntry(lookups, new TransformResult(outputs, diagnostics, found(lookups)));
    }

    /** Returns the paths at which something was found. */
    static List<String> found(SortedMap<String, String> lookups) {
        return lookups.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void write(DataOutputStream out, Diagnostic diagnostic) throws IOException {
        out.writeByte(diagnostic.severity().ordinal());
        write(out, diagnostic.id());
        write(out, diagnostic.message());
        write(out, diagnostic.hint());
        Location location = diagnostic.location();
        write(out, location == null ? null : location.file());
        if (location != null) {
            out.writeInt(location.line());
            out.writeInt(location.column());
            out.writeInt(location.length());
            write(out, location.lineText());
            write(out, location.previousLine());
        }
    }

    private static Diagnostic readDiagnostic(DataInputStream in) throws IOException {
        Severity severity = Severity.values()[in.readByte()];
        String id = readText(in);
        String message = readText(in);
        String hint = readNullable(in);
        String file = readNullable(in);
        Location location = file == null
                ? null
                : new Location(file, in.readInt(), in.readInt(), in.readInt(), readNullable(in), readNullable(in));
        return new Diagnostic(severity, id, message, location, hint);
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        write(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        out.writeInt(bytes == null ? ABSENT : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static String readText(DataInputStream in) throws IOException {
        String text = readNullable(in);
        if (text == null) {
            throw new IOException("Text is missing");
        }
        return text;
    }

    private static @Nullable String readNullable(DataInputStream in) throws IOException {
        byte[] bytes = readBytes(in);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == ABSENT) {
            return null;
        }
        if (length < 0 || length > in.available()) {
            throw new IOException("Length out of range: " + length);
        }
        return in.readNBytes(length);
    }
}
