package io.github.assetpipe.pass;

import io.github.assetpipe.js.JsSpecifiers;
import io.github.assetpipe.js.JsSpecifiers.Kind;
import io.github.assetpipe.js.JsSpecifiers.Specifier;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.text.UrlText;
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

    /** A script that names nothing. */
    static final ModuleLinks NONE = new ModuleLinks(new JsSpecifiers.Found(false, List.of(), List.of()));

    /** Reads a script that says something of imports. */
    static ModuleLinks read(String text) {
        return new ModuleLinks(DeepStack.call(() -> JsSpecifiers.of(text)));
    }

    /** Returns the files that the script fetches by addresses beside its own. */
    List<AssetLinks.Link> files(Asset asset) {
        return found.specifiers().stream()
                .filter(name -> name.kind() == Kind.URL && AssetLinks.isFollowed(name.text()))
                .map(name -> AssetLinks.Link.file(
                        name.start(), name.end(), name.text(), AssetLinks.target(asset, name.text())))
                .toList();
    }

    /** Returns the imports of the script that {@code asset} is; what is bare leads where {@code modules} says. */
    List<AssetLinks.Link> imports(Asset asset, Modules modules) {
        List<AssetLinks.Link> links = new ArrayList<>();
        for (Specifier name : found.specifiers()) {
            if (name.kind() != Kind.URL) {
                modules.target(asset, name.text())
                        .ifPresent(target ->
                                links.add(AssetLinks.Link.module(name.start(), name.end(), name.text(), target)));
            }
        }
        return links;
    }

    /** Tells whether the script would load something else if it stood in another folder. */
    boolean isPlaced() {
        return found.specifiers().stream().anyMatch(name -> !name.text().startsWith("/"))
                || found.computed().stream().anyMatch(beginning -> !beginning.startsWith("/"));
    }

    /** Tells whether the script may import a module by a name that it computes. */
    boolean mayImport(Asset asset, LogicalPath module) {
        for (String beginning : found.computed()) {
            int slash = beginning.lastIndexOf('/');
            if (!UrlText.isModuleAddress(beginning) || slash < 0) {
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
