package io.github.assetpipe.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.assetpipe.model.Manifest.AssetEntry;
import io.github.assetpipe.model.Manifest.PageEntry;
import io.github.assetpipe.model.PageDecision;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** One entry of a manifest as JSON, and back. Stateless and safe for several threads. */
final class ManifestEntryJson {
    private ManifestEntryJson() {}

    /** Returns the JSON of an asset. */
    static JsonObject asset(AssetEntry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("path", entry.path());
        json.addProperty("file", entry.file());
        if (entry.plainFile() != null) {
            json.addProperty("plainFile", entry.plainFile());
        }
        json.addProperty("type", entry.type());
        json.addProperty("sourceSize", entry.sourceSize());
        json.addProperty("size", entry.size());
        json.addProperty("integrity", entry.integrity());
        json.add("encodings", sizes(entry.encodings()));
        if (!entry.sources().isEmpty()) {
            JsonArray sources = new JsonArray();
            entry.sources().forEach(sources::add);
            json.add("sources", sources);
        }
        return json;
    }

    /** Returns the JSON of a page. */
    static JsonObject page(PageEntry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("file", entry.file());
        json.addProperty("sourceSize", entry.sourceSize());
        json.addProperty("size", entry.size());
        json.addProperty("integrity", entry.integrity());
        json.add("encodings", sizes(entry.encodings()));
        JsonArray decisions = new JsonArray();
        for (PageDecision decision : entry.decisions()) {
            JsonObject one = new JsonObject();
            one.addProperty("kind", decision.kind());
            one.addProperty("line", decision.line());
            one.addProperty("subject", decision.subject());
            one.addProperty("outcome", decision.outcome());
            if (!decision.reason().isEmpty()) {
                one.addProperty("reason", decision.reason());
            }
            decisions.add(one);
        }
        json.add("decisions", decisions);
        return json;
    }

    private static JsonObject sizes(Map<String, Long> encodings) {
        JsonObject json = new JsonObject();
        encodings.forEach(json::addProperty);
        return json;
    }

    /** Reads an asset; what it lacks or has of another kind shows as one of the parser's unchecked exceptions. */
    static AssetEntry readAsset(JsonElement element) {
        JsonObject json = element.getAsJsonObject();
        return new AssetEntry(
                json.get("path").getAsString(),
                json.get("file").getAsString(),
                json.has("plainFile") ? json.get("plainFile").getAsString() : null,
                json.get("type").getAsString(),
                json.get("sourceSize").getAsLong(),
                json.get("size").getAsLong(),
                json.get("integrity").getAsString(),
                readSizes(json),
                json.has("sources")
                        ? json.getAsJsonArray("sources").asList().stream()
                                .map(JsonElement::getAsString)
                                .toList()
                        : List.of());
    }

    /** Reads a page; pages say the same few words again and again, so each is kept once in {@code words}. */
    static PageEntry readPage(JsonElement element, Map<String, String> words) {
        UnaryOperator<String> once = word -> words.computeIfAbsent(word, w -> w);
        JsonObject json = element.getAsJsonObject();
        List<PageDecision> decisions = json.getAsJsonArray("decisions").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(one -> new PageDecision(
                        once.apply(one.get("kind").getAsString()),
                        one.get("line").getAsInt(),
                        once.apply(one.get("subject").getAsString()),
                        once.apply(one.get("outcome").getAsString()),
                        once.apply(one.has("reason") ? one.get("reason").getAsString() : "")))
                .toList();
        return new PageEntry(
                json.get("file").getAsString(),
                json.get("sourceSize").getAsLong(),
                json.get("size").getAsLong(),
                json.get("integrity").getAsString(),
                readSizes(json),
                decisions);
    }

    private static SortedMap<String, Long> readSizes(JsonObject json) {
        SortedMap<String, Long> sizes = new TreeMap<>();
        json.getAsJsonObject("encodings")
                .entrySet()
                .forEach(e -> sizes.put(e.getKey(), e.getValue().getAsLong()));
        return sizes;
    }
}
