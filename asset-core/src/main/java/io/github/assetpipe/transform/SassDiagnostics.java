package io.github.assetpipe.transform;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.option.SassOptions;
import io.github.assetpipe.text.LineMap;
import io.github.assetpipe.transform.SassMessage.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what a Sass compiler says into located diagnostics: each once, and none of a dependency's deprecations when that is asked for. */
final class SassDiagnostics {
    private static final int TRACE_SHOWN = 4;

    private final SassOptions options;
    private final TransformInput input;
    private final Lookup lookup;
    private final SassImports imports;
    private final Map<String, Optional<LineMap>> texts = new HashMap<>();

    SassDiagnostics(SassOptions options, TransformInput input, Lookup lookup, SassImports imports) {
        this.options = options;
        this.input = input;
        this.lookup = lookup;
        this.imports = imports;
    }

    /** Returns the diagnostics of {@code messages}, without repetitions. */
    List<Diagnostic> of(List<SassMessage> messages) {
        return messages.stream()
                .filter(this::isWanted)
                .map(this::diagnostic)
                .distinct()
                .toList();
    }

    private boolean isWanted(SassMessage message) {
        return message.severity() == Severity.ERROR || !options.quietDependencies() || !isDependency(place(message));
    }

    /** Where the user can act: a {@code @warn} in a library speaks to the own stylesheet that called it. */
    private Frame place(SassMessage message) {
        if (message.frame() != null) {
            return message.frame();
        }
        if (message.severity() != Severity.ERROR) {
            Optional<Frame> own =
                    message.trace().stream().filter(f -> !isDependency(f)).findFirst();
            if (own.isPresent()) {
                return own.get();
            }
        }
        return message.trace().isEmpty()
                ? new Frame(input.file(), 0, 0, 1)
                : message.trace().get(0);
    }

    /** WebJars, npm packages, and what only a load path leads to that is no folder of own stylesheets. */
    private boolean isDependency(Frame frame) {
        return isDependency(frame.file());
    }

    /** Tells whether a file, project-relative, is none of the user's own. */
    boolean isDependency(String file) {
        if (file.equals(input.file())) {
            return false;
        }
        if (file.startsWith("webjars/") || file.startsWith("node_modules/") || file.contains("/node_modules/")) {
            return true;
        }
        return isBelowAny(file, options.loadPaths()) && !isBelowAny(file, options.entryDirectories());
    }

    private static boolean isBelowAny(String file, List<String> folders) {
        return folders.stream().anyMatch(f -> file.startsWith(f.endsWith("/") ? f : f + "/"));
    }

    private Diagnostic diagnostic(SassMessage message) {
        Frame place = place(message);
        Location location = location(place);
        if (message.severity() == Severity.ERROR) {
            return Diagnostic.error(message.kind(), message.text(), location, errorHint(message, place));
        }
        String[] paragraphs = message.text().strip().split("\n\\s*\n", 2);
        String rest = paragraphs.length > 1 ? oneLine(paragraphs[1]) : null;
        return new Diagnostic(message.severity(), message.kind(), oneLine(paragraphs[0]), location, rest);
    }

    private Location location(Frame place) {
        // A library of old style warns hundreds of times about the same few files.
        Optional<LineMap> lines = place.line() == 0
                ? Optional.empty()
                : texts.computeIfAbsent(place.file(), f -> text(f).map(LineMap::new));
        return lines.map(l -> l.at(place.file(), place.line(), place.column(), place.length()))
                .orElseGet(() -> new Location(place.file(), place.line(), place.column(), place.length(), null, null));
    }

    private Optional<String> text(String file) {
        return file.equals(input.file())
                ? Optional.of(SassText.of(input.content()))
                : lookup.find(file).map(SassText::of);
    }

    private @Nullable String errorHint(SassMessage message, Frame place) {
        if (message.text().startsWith("Can't find stylesheet") || message.text().contains("File to import not found")) {
            return "load path: " + imports.searched();
        }
        String from = message.trace().stream()
                .filter(f -> f.line() != place.line() || !f.file().equals(place.file()))
                .limit(TRACE_SHOWN)
                .map(Frame::toString)
                .collect(Collectors.joining(", "));
        return from.isEmpty() ? null : "reached from " + from;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\n\\s*", " ");
    }
}
