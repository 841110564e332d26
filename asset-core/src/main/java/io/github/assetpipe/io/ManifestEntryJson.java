package io.github.assetpipe.io;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import io.github.assetpipe.model.Manifest.AssetEntry;
import io.github.assetpipe.model.Manifest.PageEntry;
import io.github.assetpipe.model.PageDecision;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** One entry of a manifest as JSON, and back. Stateless and safe for several threads. */
final class ManifestEntryJson {
    private ManifestEntryJson() {}

    /** Writes the JSON of an asset. */
    static void asset(AssetEntry entry, JsonWriter json) throws IOException {
        json.beginObject();
        json.name("path").value(entry.path());
        json.name("file").value(entry.file());
        if (entry.plainFile() != null) {
            json.name("plainFile").value(entry.plainFile());
        }
        texts("copies", entry.copies(), json);
        json.name("type").value(entry.type());
        json.name("sourceSize").value(entry.sourceSize());
        json.name("size").value(entry.size());
        json.name("integrity").value(entry.integrity());
        sizes(entry.encodings(), json);
        texts("sources", entry.sources(), json);
        json.endObject();
    }

    private static void texts(String name, List<String> texts, JsonWriter json) throws IOException {
        if (!texts.isEmpty()) {
            json.name(name).beginArray();
            for (String text : texts) {
                json.value(text);
            }
            json.endArray();
        }
    }

    /** Writes the JSON of a page. */
    static void page(PageEntry entry, JsonWriter json) throws IOException {
        json.beginObject();
        json.name("file").value(entry.file());
        json.name("sourceSize").value(entry.sourceSize());
        json.name("size").value(entry.size());
        json.name("integrity").value(entry.integrity());
        sizes(entry.encodings(), json);
        json.name("decisions");
        decisions(entry.decisions(), json);
        json.endObject();
    }

    /** Writes the JSON of what was decided about a page. */
    static void decisions(List<PageDecision> decisions, JsonWriter json) throws IOException {
        json.beginArray();
        for (PageDecision decision : decisions) {
            json.beginObject();
            json.name("kind").value(decision.kind());
            json.name("line").value(decision.line());
            json.name("subject").value(decision.subject());
            json.name("outcome").value(decision.outcome());
            if (!decision.reason().isEmpty()) {
                json.name("reason").value(decision.reason());
            }
            json.endObject();
        }
        json.endArray();
    }

    private static void sizes(Map<String, Long> encodings, JsonWriter json) throws IOException {
        json.name("encodings").beginObject();
        for (Map.Entry<String, Long> encoding : encodings.entrySet()) {
            json.name(encoding.getKey()).value(encoding.getValue());
        }
        json.endObject();
    }

    /** Reads an asset; what it lacks or has of another kind shows as one of the parser's unchecked exceptions. */
    static AssetEntry readAsset(JsonElement element) {
        JsonObject json = element.getAsJsonObject();
        return new AssetEntry(
                json.get("path").getAsString(),
                json.get("file").getAsString(),
                json.has("plainFile") ? json.get("plainFile").getAsString() : null,
                readTexts("copies", json),
                json.get("type").getAsString(),
                json.get("sourceSize").getAsLong(),
                json.get("size").getAsLong(),
                json.get("integrity").getAsString(),
                readSizes(json),
                readTexts("sources", json));
    }

    private static List<String> readTexts(String name, JsonObject json) {
        return json.has(name)
                ? json.getAsJsonArray(name).asList().stream()
                        .map(JsonElement::getAsString)
                        .toList()
                : List.of();
    }

    /** Reads a page; pages say the same few words again and again, so each is kept once in {@code words}. */
    static PageEntry readPage(JsonElement element, Map<String, String> words) {
        JsonObject json = element.getAsJsonObject();
        return new PageEntry(
                json.get("file").getAsString(),
                json.get("sourceSize").getAsLong(),
                json.get("size").getAsLong(),
                json.get("integrity").getAsString(),
                readSizes(json),
                readDecisions(json.get("decisions"), words));
    }

    /** Reads what was decided about a page, each word kept once in {@code words}. */
    static List<PageDecision> readDecisions(JsonElement element, Map<String, String> words) {
        UnaryOperator<String> once = word -> words.computeIfAbsent(word, w -> w);
        return element.getAsJsonArray().asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(one -> new PageDecision(
                        once.apply(one.get("kind").getAsString()),
                        one.get("line").getAsInt(),
                        once.apply(one.get("subject").getAsString()),
                        once.apply(one.get("outcome").getAsString()),
                        once.apply(one.has("reason") ? one.get("reason").getAsString() : "")))
                .toList();
    }

    private static SortedMap<String, Long> readSizes(JsonObject json) {
        SortedMap<String, Long> sizes = new TreeMap<>();
        json.getAsJsonObject("encodings")
                .entrySet()
                .forEach(e -> sizes.put(e.getKey(), e.getValue().getAsLong()));
        return sizes;
    }
}
