package io.github.assetpipe.run;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values whose texts repeat, each text once; what {@link TextInput} reads. Not safe for several threads. */
final class TextOutput extends DataOutputStream {
    /** Stands for no text at all; the number of the text after all known ones stands for a new one. */
    static final int ABSENT = -1;

    private final Map<String, Integer> known = new HashMap<>();

    TextOutput(OutputStream out) {
        super(out);
    }

    void text(@Nullable String text) throws IOException {
        if (text == null) {
            writeInt(ABSENT);
            return;
        }
        Integer number = known.putIfAbsent(text, known.size());
        if (number != null) {
            writeInt(number);
            return;
        }
        writeInt(known.size() - 1);
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a text that does not repeat, which is not remembered. */
    void once(@Nullable String text) throws IOException {
        bytes(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(byte @Nullable [] bytes) throws IOException {
        writeInt(bytes == null ? ABSENT : bytes.length);
        if (bytes != null) {
            write(bytes);
        }
    }

    void diagnostic(Diagnostic diagnostic) throws IOException {
        writeByte(diagnostic.severity().ordinal());
        text(diagnostic.id());
        text(diagnostic.message());
        text(diagnostic.hint());
        Location location = diagnostic.location();
        text(location == null ? null : location.file());
        if (location != null) {
            writeInt(location.line());
            writeInt(location.column());
            writeInt(location.length());
            text(location.lineText());
            text(location.previousLine());
        }
    }
}
