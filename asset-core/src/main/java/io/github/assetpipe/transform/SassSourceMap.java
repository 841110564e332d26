package io.github.assetpipe.transform;

import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.text.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings a Sass compiler's source map into the form that the pipeline keeps: sources are project-relative files. */
final class SassSourceMap {
    private SassSourceMap() {}

    /** Returns {@code json} with its sources as files and {@code output} as its file. */
    static Content of(String json, LogicalPath output) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("version", 3);
        map.put("file", output.fileName());
        if (Json.parse(json) instanceof Map<?, ?> members) {
            List<String> sources = new ArrayList<>();
            if (members.get("sources") instanceof List<?> urls) {
                urls.forEach(url -> sources.add(SassUrls.file(String.valueOf(url))));
            }
            map.put("sources", sources);
            for (String name : List.of("sourcesContent", "names", "mappings")) {
                if (members.get(name) != null) {
                    map.put(name, members.get(name));
                }
            }
        }
        return Content.of(Json.write(map));
    }
}
