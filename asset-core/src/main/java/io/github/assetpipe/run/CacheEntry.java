package io.github.assetpipe.run;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.transform.TransformResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One remembered result: what was looked up, and what came out. Immutable.
 *
 * @param lookups path to the SHA-256 of what was found there, empty text when nothing was
 * @param result outputs and diagnostics
 */
record CacheEntry(SortedMap<String, String> lookups, TransformResult result) {
    byte[] toBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TextOutput out = new TextOutput(bytes);
        out.writeInt(lookups.size());
        for (Map.Entry<String, String> lookup : lookups.entrySet()) {
            out.text(lookup.getKey());
            out.text(lookup.getValue());
        }
        out.writeInt(result.diagnostics().size());
        for (Diagnostic diagnostic : result.diagnostics()) {
            out.diagnostic(diagnostic);
        }
        out.writeInt(result.outputs().size());
        for (TransformResult.Output output : result.outputs()) {
            out.text(output.path().value());
            out.bytes(output.content().bytes());
            out.bytes(output.sourceMap() == null ? null : output.sourceMap().bytes());
        }
        return bytes.toByteArray();
    }

    /** Reads an entry. @throws IOException when the bytes are no entry */
    static CacheEntry ofBytes(byte[] bytes) throws IOException {
        TextInput in = new TextInput(new ByteArrayInputStream(bytes));
        SortedMap<String, String> lookups = new TreeMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            lookups.put(in.text(), in.text());
        }
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            diagnostics.add(in.diagnostic());
        }
        List<TransformResult.Output> outputs = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            String path = in.text();
            byte[] content = in.bytes();
            byte[] map = in.bytes();
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
}
