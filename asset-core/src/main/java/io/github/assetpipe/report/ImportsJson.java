package io.github.assetpipe.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of imports as JSON, and back. Stateless and safe for several threads. */
final class ImportsJson {
    private ImportsJson() {}

    /** Puts what is known into an object. */
    static void put(Map<String, @Nullable Object> root, ImportUse.Found found) {
        root.put("imports", found.imports().stream().map(ImportsJson::imported).toList());
        root.put(
                "importLists",
                found.lists().stream()
                        .map(l -> Arrays.<Object>asList(l.sheet(), l.file(), l.text()))
                        .toList());
        root.put(
                "origins",
                found.origins().stream()
                        .map(o -> Arrays.<Object>asList(o.sheet(), o.entry(), o.source(), (double) o.bytes()))
                        .toList());
    }

    /** Reads what was put into an object; what it lacks or has of another kind shows as an unchecked exception. */
    static ImportUse.Found read(Map<?, ?> root) {
        return new ImportUse.Found(
                FactsFile.list(root, "imports", ImportsJson::readImport),
                FactsFile.items(root, "importLists").stream()
                        .map(one -> (List<?>) one)
                        .map(one -> new ImportList((String) one.get(0), (String) one.get(1), (String) one.get(2)))
                        .toList(),
                FactsFile.items(root, "origins").stream()
                        .map(one -> (List<?>) one)
                        .map(one -> new OriginFact(
                                (String) one.get(0),
                                (String) one.get(1),
                                (String) one.get(2),
                                ((Double) one.get(3)).longValue()))
                        .toList());
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
                FactsFile.text(json, "sheet"),
                FactsFile.text(json, "file"),
                FactsFile.number(json, "line").intValue(),
                FactsFile.text(json, "statement"),
                FactsFile.text(json, "target"),
                FactsFile.text(json, "through"),
                FactsFile.number(json, "rules").intValue(),
                FactsFile.number(json, "used").intValue(),
                FactsFile.number(json, "bytes").longValue(),
                FactsFile.number(json, "usedBytes").longValue(),
                FactsFile.text(json, "neededFor"));
    }
}
