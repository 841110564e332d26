package io.github.assetpipe.pass;

import io.github.assetpipe.js.JsSpecifiers;
import io.github.assetpipe.js.JsSpecifiers.Kind;
import io.github.assetpipe.js.JsSpecifiers.Specifier;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.transform.DeepStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a script imports, in terms of assets.
 *
 * @param found what it names
 */
record ModuleLinks(JsSpecifiers.Found found) {

    /** Reads a script; one that says nothing of imports is not parsed. */
    static ModuleLinks of(String text) {
        return new ModuleLinks(
                JsSpecifiers.mayName(text)
                        ? DeepStack.call(() -> JsSpecifiers.of(text))
                        : new JsSpecifiers.Found(false, List.of(), List.of()));
    }

    /** Returns the links of the script that {@code asset} is; a bare specifier is the business of an import map. */
    List<AssetLinks.Link> links(Asset asset) {
        List<AssetLinks.Link> links = new ArrayList<>();
        for (Specifier name : found.specifiers()) {
            boolean module = name.kind() == Kind.MODULE;
            if ((!module || isAddress(name.text())) && AssetLinks.isFollowed(name.text())) {
                links.add(new AssetLinks.Link(
                        name.start(), name.end(), name.text(), AssetLinks.target(asset, name.text()), null, module));
            }
        }
        return links;
    }

    /** Tells whether the script would load something else if it stood in another folder. */
    boolean isPlaced() {
        return found.specifiers().stream().anyMatch(name -> !name.text().startsWith("/"))
                || found.computed().stream().anyMatch(beginning -> !beginning.startsWith("/"));
    }

    private static boolean isAddress(String specifier) {
        return specifier.startsWith("/") || specifier.startsWith("./") || specifier.startsWith("../");
    }

    /** Tells whether the script may import a module by a name that it computes. */
    boolean mayImport(Asset asset, LogicalPath module) {
        for (String beginning : found.computed()) {
            int slash = beginning.lastIndexOf('/');
            if (!isAddress(beginning) || slash < 0) {
                return true;
            }
            // A name below the folder, so that "./a/" + x is told from "./b/" + x; "../" alone names a folder too.
            Optional<LogicalPath> folder = asset.path().resolve(beginning.substring(0, slash + 1) + "x");
            if (folder.isEmpty() || module.value().startsWith(folder.get().folder())) {
                return true;
            }
        }
        return false;
    }
}
