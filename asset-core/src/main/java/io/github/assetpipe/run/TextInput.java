package io.github.assetpipe.run;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.diagnostic.Severity;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link TextOutput} wrote; equal texts are one object. Not safe for several threads. */
final class TextInput extends DataInputStream {
    private final List<String> known = new ArrayList<>();

    TextInput(InputStream in) {
        super(in);
    }

    /** Returns a text that must be there. */
    String text() throws IOException {
        String text = nullable();
        if (text == null) {
            throw new IOException("Text is missing");
        }
        return text;
    }

    @Nullable
    String nullable() throws IOException {
        int number = readInt();
        if (number == TextOutput.ABSENT) {
            return null;
        }
        if (number == known.size()) {
            String text = once();
            if (text == null) {
                throw new IOException("Text is missing");
            }
            known.add(text);
        }
        if (number < 0 || number >= known.size()) {
            throw new IOException("No such text: " + number);
        }
        return known.get(number);
    }

    /** Returns what {@link TextOutput#once} wrote. */
    @Nullable
    String once() throws IOException {
        byte[] text = bytes();
        return text == null ? null : new String(text, StandardCharsets.UTF_8);
    }

    /** Damaged bytes must not ask for more memory than there are bytes. */
    byte @Nullable [] bytes() throws IOException {
        int length = readInt();
        if (length == TextOutput.ABSENT) {
            return null;
        }
        if (length < 0) {
            throw new IOException("Length out of range: " + length);
        }
        byte[] bytes = readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    Diagnostic diagnostic() throws IOException {
        Severity severity = Severity.values()[readByte()];
        String id = text();
        String message = text();
        String hint = nullable();
        String file = nullable();
        Location location =
                file == null ? null : new Location(file, readInt(), readInt(), readInt(), nullable(), nullable());
        return new Diagnostic(severity, id, message, location, hint);
    }
}
