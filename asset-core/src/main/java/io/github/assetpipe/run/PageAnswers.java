package io.github.assetpipe.run;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageDecision;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.Piece;
import io.github.assetpipe.model.UrlForm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form in which answers are kept: texts and pieces once, places as numbers. */
final class PageAnswers {
    private PageAnswers() {}

    /** Writes answers one after the other. Not safe for several threads. */
    static final class Writer {
        private final TextOutput out;
        private final Map<List<Piece>, Integer> known = new HashMap<>();

        Writer(TextOutput out) {
            this.out = out;
        }

        void write(String file, PageAnswer answer) throws IOException {
            out.once(file);
            out.writeInt(answer.edits().size());
            for (PageEdit edit : answer.edits()) {
                out.writeInt(edit.start());
                out.writeInt(edit.end());
                pieces(edit.pieces());
            }
            out.writeInt(answer.decisions().size());
            for (PageDecision decision : answer.decisions()) {
                out.text(decision.kind());
                out.writeInt(decision.line());
                out.text(decision.subject());
                out.text(decision.outcome());
                out.text(decision.reason());
            }
            out.writeInt(answer.diagnostics().size());
            for (Diagnostic diagnostic : answer.diagnostics()) {
                out.diagnostic(diagnostic);
            }
            PageAnswer.Written written = answer.written();
            out.once(written == null ? null : written.integrity());
            out.writeLong(written == null ? 0 : written.size());
            out.writeInt(written == null ? 0 : written.source());
        }

        private void pieces(List<Piece> pieces) throws IOException {
            Integer number = known.putIfAbsent(pieces, known.size());
            out.writeInt(number == null ? known.size() - 1 : number);
            if (number == null) {
                out.writeInt(pieces.size());
                for (Piece piece : pieces) {
                    piece(piece);
                }
            }
        }

        private void piece(Piece piece) throws IOException {
            if (piece instanceof Piece.Text text) {
                out.writeByte('t');
                out.text(text.text());
            } else if (piece instanceof Piece.AssetUrl url) {
                out.writeByte('u');
                out.text(url.asset().value());
                form(url.form());
            } else if (piece instanceof Piece.AssetName name) {
                out.writeByte('n');
                out.text(name.asset().value());
            } else if (piece instanceof Piece.Integrity integrity) {
                out.writeByte('s');
                out.text(integrity.asset().value());
            } else if (piece instanceof Piece.Inline inline) {
                out.writeByte('i');
                out.text(inline.asset().value());
                out.text(inline.element());
                form(inline.form());
            }
        }

        private void form(UrlForm form) throws IOException {
            out.text(form.prefix());
            out.text(form.root());
            LogicalPath base = form.base();
            out.text(base == null ? null : base.value());
        }
    }

    /** Reads what {@link Writer} wrote: {@code count} answers by file. @throws IOException when the bytes are no answers */
    static Map<String, PageAnswer> read(TextInput in, int count) throws IOException {
        Map<String, PageAnswer> answers = new HashMap<>();
        List<List<Piece>> known = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.put(String.valueOf(in.once()), answer(in, known));
        }
        return answers;
    }

    private static PageAnswer answer(TextInput in, List<List<Piece>> known) throws IOException {
        List<PageEdit> edits = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            edits.add(new PageEdit(in.readInt(), in.readInt(), pieces(in, known)));
        }
        List<PageDecision> decisions = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            decisions.add(new PageDecision(in.text(), in.readInt(), in.text(), in.text(), in.text()));
        }
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            diagnostics.add(in.diagnostic());
        }
        String integrity = in.once();
        long size = in.readLong();
        int source = in.readInt();
        return new PageAnswer(
                edits,
                decisions,
                diagnostics,
                integrity == null ? null : new PageAnswer.Written(size, integrity, source));
    }

    private static List<Piece> pieces(TextInput in, List<List<Piece>> known) throws IOException {
        int number = in.readInt();
        if (number == known.size()) {
            List<Piece> pieces = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                pieces.add(piece(in));
            }
            known.add(List.copyOf(pieces));
        }
        if (number < 0 || number >= known.size()) {
            throw new IOException("No such pieces: " + number);
        }
        return known.get(number);
    }

    private static Piece piece(TextInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case 't' -> new Piece.Text(in.text());
            case 'u' -> new Piece.AssetUrl(LogicalPath.of(in.text()), form(in));
            case 'n' -> new Piece.AssetName(LogicalPath.of(in.text()));
            case 's' -> new Piece.Integrity(LogicalPath.of(in.text()));
            case 'i' -> new Piece.Inline(LogicalPath.of(in.text()), in.text(), form(in));
            default -> throw new IOException("No such piece: " + kind);
        };
    }

    private static UrlForm form(TextInput in) throws IOException {
        String prefix = in.text();
        String root = in.text();
        @Nullable String base = in.nullable();
        return new UrlForm(prefix, root, base == null ? null : LogicalPath.of(base));
    }
}
