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
        root.put("imports", facts.imports().stream().map(FactsFile::imported).toList());
        root.put(
                "importLists",
                facts.importLists().stream()
                        .map(l -> Arrays.<Object>asList(l.sheet(), l.file(), l.text()))
                        .toList());
        root.put(
                "origins",
                facts.origins().stream()
                        .map(o -> Arrays.<Object>asList(o.sheet(), o.entry(), o.source(), (double) o.bytes()))
                        .toList());
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

    private static Map<String, Object> imported(ImportFact fact) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sheet", fact.sheet());
        json.put("file", fact.file());
        json.put("line", (double) fact.line());
        json.put("statement", fact.statement());
        json.put("target", fact.target());
        json.put("through", fact.through());
        json.put("rules", (double) fact.rules());
        json.put("used", (double) fact.used());
        json.put("bytes", (double) fact.bytes());
        json.put("usedBytes", (double) fact.usedBytes());
        json.put("neededFor", fact.neededFor());
        return json;
    }

    private static ImportFact readImport(Map<?, ?> json) {
        return new ImportFact(
                text(json, "sheet"),
                text(json, "file"),
                number(json, "line").intValue(),
                text(json, "statement"),
                text(json, "target"),
                text(json, "through"),
                number(json, "rules").intValue(),
                number(json, "used").intValue(),
                number(json, "bytes").longValue(),
                number(json, "usedBytes").longValue(),
                text(json, "neededFor"));
    }

    /** Returns the facts of the last run, or empty when there are none that can be understood. */
    public static Optional<BuildFacts> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || !(Json.parse(Files.readString(file)) instanceof Map<?, ?> root)) {
                return Optional.empty();
            }
            return Double.valueOf(VERSION).equals(root.get("version"))
                    ? Optional.of(new BuildFacts(
                            list(root, "passes", FactsFile::readPass),
                            list(root, "diagnostics", FactsFile::readDiagnostic),
                            list(root, "sheets", FactsFile::readSheet),
                            items(root, "compiled").stream()
                                    .map(String.class::cast)
                                    .toList(),
                            list(root, "imports", FactsFile::readImport),
                            items(root, "importLists").stream()
                                    .map(one -> (List<?>) one)
                                    .map(one -> new ImportList(
                                            (String) one.get(0), (String) one.get(1), (String) one.get(2)))
                                    .toList(),
                            items(root, "origins").stream()
                                    .map(one -> (List<?>) one)
                                    .map(one -> new OriginFact(
                                            (String) one.get(0),
                                            (String) one.get(1),
                                            (String) one.get(2),
                                            ((Double) one.get(3)).longValue()))
                                    .toList()))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException | ClassCastException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static <T> List<T> list(Map<?, ?> json, String name, Function<Map<?, ?>, T> read) {
        return items(json, name).stream()
                .map(one -> read.apply((Map<?, ?>) one))
                .toList();
    }

    /** Returns a member; one that is missing ends in a damaged file, told by the caller. */
    private static Object member(Map<?, ?> json, String name) {
        return Objects.requireNonNull(json.get(name), name);
    }

    private static List<?> items(Map<?, ?> json, String name) {
        return (List<?>) member(json, name);
    }

    private static String text(Map<?, ?> json, String name) {
        return (String) member(json, name);
    }

    private static Double number(Map<?, ?> json, String name) {
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
