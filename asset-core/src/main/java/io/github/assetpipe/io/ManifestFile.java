package io.github.assetpipe.io;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.model.Manifest.AssetEntry;
import io.github.assetpipe.model.Manifest.PageEntry;
import io.github.assetpipe.model.PageDecision;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * The manifest as JSON (RFC 8259): sorted, without a time, two spaces of indentation.
 *
 * <p>Its form is described by {@code asset-manifest.schema.json} beside this class. Stateless and safe for several threads.
 */
public final class ManifestFile {
    /** The version of the form, raised when a reader must change. */
    public static final int VERSION = 1;

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private ManifestFile() {}

    /**
     * Writes a manifest, entry by entry: that of a large site is larger than the memory that its build takes.
     *
     * @throws IOException when {@code out} can't be written to
     */
    public static void write(Manifest manifest, OutputStream out) throws IOException {
        JsonWriter json = GSON.newJsonWriter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        json.beginObject();
        json.name("version").value(VERSION);
        json.name("assets").beginObject();
        for (Map.Entry<String, AssetEntry> entry : manifest.assets().entrySet()) {
            json.name(entry.getKey());
            ManifestEntryJson.asset(entry.getValue(), json);
        }
        json.endObject();
        json.name("pages").beginObject();
        for (Map.Entry<String, PageEntry> entry : manifest.pages().entrySet()) {
            json.name(entry.getKey());
            ManifestEntryJson.page(entry.getValue(), json);
        }
        json.endObject();
        if (!manifest.untouched().isEmpty()) {
            json.name("untouched").beginObject();
            for (Map.Entry<String, List<PageDecision>> entry :
                    manifest.untouched().entrySet()) {
                json.name(entry.getKey());
                ManifestEntryJson.decisions(entry.getValue(), json);
            }
            json.endObject();
        }
        json.endObject();
        json.flush();
        out.write('\n');
    }

    /** Returns the flat form for other tools: logical path to the path to ask for. */
    public static Content writeFlat(Manifest manifest) {
        JsonObject root = new JsonObject();
        manifest.assets().forEach((path, entry) -> root.addProperty(path, entry.path()));
        return Content.of(GSON.toJson(root) + "\n");
    }

    /** Returns where the flat form lies beside a manifest: {@code asset-manifest-paths.json}. */
    public static String flatPath(String manifestPath) {
        int dot = manifestPath.lastIndexOf('.');
        return dot < 0
                ? manifestPath + "-paths"
                : manifestPath.substring(0, dot) + "-paths" + manifestPath.substring(dot);
    }

    /**
     * Returns the manifest of a former build, or empty when there is none or it can't be understood.
     *
     * <p>A damaged manifest is no fault: the build then owns nothing from before.
     */
    public static Optional<Manifest> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (Reader text = Files.newBufferedReader(file)) {
            return parse(text);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns the manifest that {@code text} holds, or empty when it can't be understood. */
    public static Optional<Manifest> parse(String text) {
        return parse(new StringReader(text));
    }

    /** Entry by entry: as one tree the manifest of a large site takes ten times its size. */
    private static Optional<Manifest> parse(Reader text) {
        SortedMap<String, AssetEntry> assets = new TreeMap<>();
        SortedMap<String, PageEntry> pages = new TreeMap<>();
        SortedMap<String, List<PageDecision>> untouched = new TreeMap<>();
        Map<String, String> words = new HashMap<>();
        Set<String> found = new TreeSet<>();
        try {
            JsonReader json = new JsonReader(text);
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                found.add(name);
                switch (name) {
                    case "assets" -> entries(json, (key, entry) -> assets.put(key, ManifestEntryJson.readAsset(entry)));
                    case "pages" ->
                        entries(json, (key, entry) -> pages.put(key, ManifestEntryJson.readPage(entry, words)));
                    case "untouched" ->
                        entries(
                                json,
                                (key, entry) -> untouched.put(key, ManifestEntryJson.readDecisions(entry, words)));
                    case "version" -> {
                        if (json.nextInt() != VERSION) {
                            return Optional.empty();
                        }
                    }
                    default -> json.skipValue();
                }
            }
            json.endObject();
            boolean whole =
                    json.peek() == JsonToken.END_DOCUMENT && found.containsAll(List.of("version", "assets", "pages"));
            return whole ? Optional.of(new Manifest(assets, pages, untouched)) : Optional.empty();
        } catch (JsonParseException e) {
            // The parser takes a lack of memory for a fault of the text, which it is not.
            if (e.getCause() instanceof VirtualMachineError error) {
                throw error;
            }
            return Optional.empty();
        } catch (IOException
                | IllegalStateException
                | NullPointerException
                | UnsupportedOperationException
                | NumberFormatException
                | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static void entries(JsonReader json, BiConsumer<String, JsonElement> each) throws IOException {
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            each.accept(name, JsonParser.parseReader(json));
        }
        json.endObject();
    }

    /** Returns the output files that the build of {@code manifest} owns, relative to the output directory. */
    public static SortedSet<String> owned(Manifest manifest) {
        SortedSet<String> files = new TreeSet<>();
        for (AssetEntry entry : manifest.assets().values()) {
            addWithVariants(files, entry.file(), entry.encodings());
            if (entry.plainFile() != null) {
                addWithVariants(files, entry.plainFile(), entry.encodings());
            }
            entry.copies().forEach(copy -> addWithVariants(files, copy, entry.encodings()));
        }
        for (PageEntry entry : manifest.pages().values()) {
            addWithVariants(files, entry.file(), entry.encodings());
        }
        return files;
    }

    /**
     * Returns the output files that a former build owns by its manifest, relative to the output directory; none when there is
     * no manifest or it can't be understood. It is read entry by entry.
     */
    public static SortedSet<String> owned(Path file) {
        SortedSet<String> files = new TreeSet<>();
        if (!Files.isRegularFile(file)) {
            return files;
        }
        try (JsonReader json = new JsonReader(Files.newBufferedReader(file))) {
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                if (name.equals("assets") || name.equals("pages")) {
                    readFiles(json, files);
                } else if (name.equals("version") && json.nextInt() != VERSION) {
                    return new TreeSet<>();
                } else if (!name.equals("version")) {
                    json.skipValue();
                }
            }
            json.endObject();
            return files;
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            return new TreeSet<>();
        }
    }

    private static void readFiles(JsonReader json, SortedSet<String> files) throws IOException {
        json.beginObject();
        while (json.hasNext()) {
            var unusedKey = json.nextName();
            List<String> names = new ArrayList<>();
            List<String> codings = new ArrayList<>();
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "file", "plainFile" -> names.add(json.nextString());
                    case "copies" -> {
                        json.beginArray();
                        while (json.hasNext()) {
                            names.add(json.nextString());
                        }
                        json.endArray();
                    }
                    case "encodings" -> {
                        json.beginObject();
                        while (json.hasNext()) {
                            codings.add(json.nextName());
                            json.skipValue();
                        }
                        json.endObject();
                    }
                    default -> json.skipValue();
                }
            }
            json.endObject();
            names.forEach(name -> {
                files.add(name);
                codings.forEach(coding -> files.add(name + suffix(coding)));
            });
        }
        json.endObject();
    }

    private static void addWithVariants(SortedSet<String> files, String file, Map<String, Long> encodings) {
        files.add(file);
        encodings.keySet().forEach(coding -> files.add(file + suffix(coding)));
    }

    /** Returns the file suffix of a content coding: {@code .br}, {@code .gz}, {@code .zst}. */
    public static String suffix(String coding) {
        return switch (coding) {
            case "gzip" -> ".gz";
            case "zstd" -> ".zst";
            default -> "." + coding;
        };
    }
}
