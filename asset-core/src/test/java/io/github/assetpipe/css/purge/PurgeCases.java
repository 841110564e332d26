package io.github.assetpipe.css.purge;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.assetpipe.option.PurgeOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Reads the cases of other purgers from the folder that {@code assetpipe.cases} names; they are not part of the project. */
final class PurgeCases {
    private PurgeCases() {}

    /** Returns the folders of a group of cases, and skips the test when there are none. */
    static List<Path> folders(String group) throws IOException {
        Path root = Path.of(System.getProperty("assetpipe.cases", "../../shared/cases"), group);
        Assumptions.assumeTrue(Files.isDirectory(root), "no cases in " + root);
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(folder -> Files.exists(folder.resolve("input.css")))
                    .sorted()
                    .toList();
        }
    }

    static JsonObject json(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    static PurgedSheet purge(Path folder) throws IOException {
        List<SourceText> texts = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("content")) {
                    texts.add(new SourceText(name, Files.readString(file), TextKind.of(name)));
                }
            }
        }
        String css = Files.readString(folder.resolve("input.css"));
        return Purger.purge(
                        List.of(new PurgeInput("input.css", css)),
                        Evidence.scan(texts),
                        options(json(folder.resolve("options.json"))))
                .sheets()
                .get(0);
    }

    static PurgeOptions options(JsonObject json) {
        JsonElement safelist = json.has("safelist") ? json.get("safelist") : new JsonObject();
        JsonObject lists = safelist.isJsonObject() ? safelist.getAsJsonObject() : new JsonObject();
        return new PurgeOptions(
                true,
                names(safelist.isJsonArray() ? safelist : lists.get("standard")),
                names(lists.get("deep")),
                names(lists.get("greedy")),
                names(lists.get("keyframes")),
                names(lists.get("variables")),
                names(json.get("blocklist")),
                names(json.get("dynamicAttributes")),
                flag(json, "keyframes"),
                flag(json, "fontFace"),
                flag(json, "variables"),
                true,
                List.of(),
                List.of());
    }

    private static boolean flag(JsonObject json, String name) {
        return json.has(name) && json.get(name).getAsBoolean();
    }

    private static List<String> names(JsonElement list) {
        List<String> names = new ArrayList<>();
        for (JsonElement entry : list == null ? new JsonArray() : list.getAsJsonArray()) {
            names.add(
                    entry.isJsonObject()
                            ? "/" + entry.getAsJsonObject().get("regex").getAsString() + "/"
                                    + entry.getAsJsonObject().get("flags").getAsString()
                            : entry.getAsString());
        }
        return names;
    }
}
