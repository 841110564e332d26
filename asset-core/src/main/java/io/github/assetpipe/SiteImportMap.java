package io.github.assetpipe;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.io.WebJars;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.text.ImportMap;
import io.github.assetpipe.transform.Lookup;
import java.util.Map;

/** Reads where bare module names lead on all pages: the project's own file first, then what jars say. */
final class SiteImportMap {
    private SiteImportMap() {}

    /**
     * Reads the maps.
     *
     * @param file project-relative, or empty for none
     * @throws AssetException when a map is missing or can't be read
     */
    static ImportMap read(String file, Lookup lookup, WebJars webJars) {
        ImportMap all = ImportMap.EMPTY;
        if (!file.isEmpty()) {
            Content own = lookup.find(file)
                    .orElseThrow(() -> AssetException.environment(Diagnostic.error(
                            "import-map",
                            "There is no file " + file + ", which <rewrite><importMap> names",
                            null,
                            "The path begins at the project's folder.")));
            all = parse(file, own);
        }
        for (Map.Entry<String, Content> jar : webJars.importMaps().entrySet()) {
            all = all.orElse(parse(jar.getKey(), jar.getValue()));
        }
        return all;
    }

    private static ImportMap parse(String name, Content content) {
        try {
            return ImportMap.parse(content.text(), "/");
        } catch (IllegalArgumentException e) {
            throw AssetException.environment(Diagnostic.error(
                    "import-map",
                    "Can't read the import map: " + e.getMessage(),
                    Location.ofFile(name),
                    "It is a JSON object with \"imports\", an object of names and addresses, and perhaps \"scopes\"."));
        }
    }
}
