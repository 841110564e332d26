package io.github.assetpipe.report;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.report.BuildFacts.PassFact;
import io.github.assetpipe.report.BuildFacts.SelectorFact;
import io.github.assetpipe.report.BuildFacts.SheetFact;
import io.github.assetpipe.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Build facts as JSON, in the build's own folder. Stateless and safe for several threads. */
public final class FactsFile {
    /** The file's name in the build's own folder. */
    public static final String NAME = "facts.json";

    private static final double VERSION = 2;

    private FactsFile() {}

    /** Returns the file's content. */
    public static Content write(BuildFacts facts) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("version", VERSION);
        root.put("passes", facts.passes().stream().map(FactsFile::pass).toList());
        root.put(
                "diagnostics",
                facts.diagnostics().stream().map(FactsFile::diagnostic).toList());
        root.put("sheets", facts.sheets().stream().map(FactsFile::sheet).toList());
        root.put("compiled", facts.compiled());
        ImportsJson.put(root, new ImportUse.Found(facts.imports(), facts.importLists(), facts.origins()));
        return Content.of(Json.write(root) + "\n");
    }

    private static Map<String, Object> pass(PassFact pass) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", pass.name());
        json.put("assets", (double) pass.assets());
        json.put("pages", (double) pass.pages());
        json.put("before", (double) pass.before());
        json.put("after", (double) pass.after());
        json.put("millis", pass.millis());
        json.put("cached", (double) pass.cached());
        json.put("made", (double) pass.made());
        return json;
    }

    private static Map<String, @Nullable Object> diagnostic(Diagnostic diagnostic) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("severity", diagnostic.severity().word());
        json.put("id", diagnostic.id());
        json.put("message", diagnostic.message());
        json.put("hint", diagnostic.hint());
        Location place = diagnostic.location();
        if (place != null) {
            json.put("file", place.file());
            json.put("line", (double) place.line());
            json.put("column", (double) place.column());
            json.put("length", (double) place.length());
            json.put("lineText", place.lineText());
            json.put("previousLine", place.previousLine());
        }
        return json;
    }

    private static Map<String, Object> sheet(SheetFact sheet) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", sheet.file());
        json.put("before", (double) sheet.before());
        json.put("after", (double) sheet.after());
        // Thousands of them: a list each, without names.
        json.put(
                "selectors",
                sheet.selectors().stream()
                        .map(s -> Arrays.<Object>asList((double) s.line(), s.subject(), s.kept(), s.why()))
                        .toList());
        return json;
    }

    /** Returns the facts of the last run, or empty when there are none that can be understood. */
    public static Optional<BuildFacts> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || !(Json.parse(Files.readString(file)) instanceof Map<?, ?> root)) {
                return Optional.empty();
            }
            if (!Double.valueOf(VERSION).equals(root.get("version"))) {
                return Optional.empty();
            }
            ImportUse.Found imports = ImportsJson.read(root);
            return Optional.of(new BuildFacts(
                    list(root, "passes", FactsFile::readPass),
                    list(root, "diagnostics", FactsFile::readDiagnostic),
                    list(root, "sheets", FactsFile::readSheet),
                    items(root, "compiled").stream().map(String.class::cast).toList(),
                    imports.imports(),
                    imports.lists(),
                    imports.origins()));
        } catch (IOException | IllegalArgumentException | ClassCastException | NullPointerException e) {
            return Optional.empty();
        }
    }

    static <T> List<T> list(Map<?, ?> json, String name, Function<Map<?, ?>, T> read) {
        return items(json, name).stream()
                .map(one -> read.apply((Map<?, ?>) one))
                .toList();
    }

    /** Returns a member; one that is missing ends in a damaged file, told by the caller. */
    static Object member(Map<?, ?> json, String name) {
        return Objects.requireNonNull(json.get(name), name);
    }

    static List<?> items(Map<?, ?> json, String name) {
        return (List<?>) member(json, name);
    }

    static String text(Map<?, ?> json, String name) {
        return (String) member(json, name);
    }

    static Double number(Map<?, ?> json, String name) {
        return (Double) member(json, name);
    }

    private static PassFact readPass(Map<?, ?> json) {
        return new PassFact(
                text(json, "name"),
                number(json, "assets").intValue(),
                number(json, "pages").intValue(),
                number(json, "before").longValue(),
                number(json, "after").longValue(),
                number(json, "millis"),
                number(json, "cached").intValue(),
                number(json, "made").intValue());
    }

    private static Diagnostic readDiagnostic(Map<?, ?> json) {
        String file = (String) json.get("file");
        Location place = file == null
                ? null
                : new Location(
                        file,
                        number(json, "line").intValue(),
                        number(json, "column").intValue(),
                        number(json, "length").intValue(),
                        (String) json.get("lineText"),
                        (String) json.get("previousLine"));
        return new Diagnostic(
                Severity.valueOf(text(json, "severity").toUpperCase(Locale.ROOT)),
                text(json, "id"),
                text(json, "message"),
                place,
                (String) json.get("hint"));
    }

    private static SheetFact readSheet(Map<?, ?> json) {
        List<SelectorFact> selectors = items(json, "selectors").stream()
                .map(one -> (List<?>) one)
                .map(one -> new SelectorFact(
                        ((Double) one.get(0)).intValue(), (String) one.get(1), (Boolean) one.get(2), (String)
                                one.get(3)))
                .toList();
        return new SheetFact(
                text(json, "file"),
                number(json, "before").longValue(),
                number(json, "after").longValue(),
                selectors);
    }
}
