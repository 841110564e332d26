package io.github.assetpipe.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The answers about pages, as they come, in a file: a large site has more of them than memory should hold. */
final class PageLog {
    private final Path file;
    private final TextOutput out;
    private final PageAnswers.Writer answers;
    private int count;

    PageLog(Path file) {
        this.file = file;
        try {
            out = new TextOutput(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answers = new PageAnswers.Writer(out);
    }

    synchronized void add(String page, PageAnswer answer) {
        try {
            answers.write(page, answer);
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void writeTo(TextOutput to) throws IOException {
        out.close();
        to.writeInt(count);
        Files.copy(file, to);
    }

    static Map<String, PageAnswer> read(TextInput in) throws IOException {
        int count = in.readInt();
        // Its texts are numbered from the start again; nothing is read ahead here.
        return PageAnswers.read(new TextInput(in), count);
    }

    synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            // What it holds is not asked for any more.
            return;
        }
    }
}
