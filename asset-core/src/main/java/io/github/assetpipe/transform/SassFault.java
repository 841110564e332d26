package io.github.assetpipe.transform;

import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.transform.SassMessage.Frame;
import io.github.assetpipe.transform.SassStatements.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the statement behind a libsass error that has no position, by compiling ever shorter beginnings of the sources.
 *
 * <p>Needs about log2(statements) runs for each level of {@code @import} that leads to the fault.
 */
final class SassFault {
    private static final int MAX_IMPORTS = 20;

    private final Map<String, String> sources;
    private final String message;
    private final SassImports imports;
    private final SassFunctions functions;
    private final Lookup lookup;

    /** Creates a search over the files of a failed run, the entry being the first of them. */
    SassFault(
            Map<String, String> sources, String message, SassImports imports, SassFunctions functions, Lookup lookup) {
        this.functions = functions;
        this.sources = sources;
        this.message = message;
        this.imports = imports;
        this.lookup = lookup;
    }

    /** Returns the place of the statement, or empty when no part of the sources fails alike. */
    Optional<Frame> find() {
        String file = sources.keySet().iterator().next();
        Optional<Frame> place = Optional.empty();
        for (int level = 0; level < MAX_IMPORTS; level++) {
            String text = String.valueOf(sources.get(file));
            List<Statement> statements = SassStatements.of(text);
            int first = firstFailing(text, statements);
            if (first < 0) {
                return place;
            }
            Statement statement = statements.get(first);
            place = Optional.of(SassStatements.frame(file, text, statement.start()));
            Optional<String> imported = text.startsWith("@import", statement.start())
                    ? lastReadUpTo(text, cut(text, statement))
                    : Optional.empty();
            if (imported.isEmpty() || imported.get().equals(file)) {
                return place;
            }
            file = imported.get();
        }
        return place;
    }

    private int firstFailing(String text, List<Statement> statements) {
        int low = 0;
        int high = statements.size() - 1;
        if (high < 0 || !fails(text, cut(text, statements.get(high)))) {
            return -1;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (fails(text, cut(text, statements.get(middle)))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The text up to a statement's end, with its open blocks closed. */
    private static String cut(String text, Statement statement) {
        return text.substring(0, statement.end()) + "}".repeat(statement.depth());
    }

    private boolean fails(String original, String replacement) {
        return run(original, replacement).messages().stream()
                .anyMatch(m -> m.severity() == Severity.ERROR && m.text().equals(message));
    }

    private SassOutcome run(String original, String replacement) {
        return compiler(original, replacement).compile(entry(), String.valueOf(sources.get(entry())), false);
    }

    private Optional<String> lastReadUpTo(String original, String replacement) {
        LibSassCompiler compiler = compiler(original, replacement);
        compiler.compile(entry(), String.valueOf(sources.get(entry())), false);
        return compiler.sources().keySet().stream().reduce((first, second) -> second);
    }

    private LibSassCompiler compiler(String original, String replacement) {
        return new LibSassCompiler(imports, functions, lookup, text -> text.equals(original) ? replacement : text);
    }

    private String entry() {
        return sources.keySet().iterator().next();
    }
}
