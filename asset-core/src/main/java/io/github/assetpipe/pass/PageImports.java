package io.github.assetpipe.pass;

import io.github.assetpipe.js.JsSpecifiers;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageModules;
import io.github.assetpipe.page.PageModules.Kind;
import io.github.assetpipe.page.Place;
import io.github.assetpipe.text.ImportMap;
import io.github.assetpipe.text.UrlText;
import java.util.List;
import java.util.Optional;

/**
 * What a page says of bare module names.
 *
 * @param mapped whether it is a whole document that has an import map, though one that says nothing
 * @param own its import map; empty where it has none, or none that can be read
 * @param place a path in the folder that the page's relative URLs begin at
 * @param names the bare names that its inline modules import, in order
 */
record PageImports(boolean mapped, ImportMap own, LogicalPath place, List<String> names) {

    /** Copies the list. */
    PageImports {
        names = List.copyOf(names);
    }

    /** Reads a page; empty when it says nothing. */
    static Optional<PageImports> of(PageFile file, Page page) {
        PageModules modules = PageModules.of(page);
        if (modules.elements().isEmpty()) {
            return Optional.empty();
        }
        LogicalPath place = Place.of(page, file).sureBase().orElse(LogicalPath.of("page"));
        ImportMap own = modules.elements().stream()
                .filter(element -> element.kind() == Kind.MAP && !element.isComputed(page))
                .findFirst()
                .map(element -> read(element.text(page), place))
                .orElse(ImportMap.EMPTY);
        List<String> names = modules.inlineSpecifiers(page).stream()
                .filter(name -> name.kind() != JsSpecifiers.Kind.URL && !UrlText.isModuleAddress(name.text()))
                .map(JsSpecifiers.Specifier::text)
                .toList();
        boolean map = modules.elements().stream().anyMatch(element -> element.kind() == Kind.MAP);
        return !map && names.isEmpty()
                ? Optional.empty()
                : Optional.of(new PageImports(map && page.markup().htmlEnd() >= 0, own, place, names));
    }

    private static ImportMap read(String json, LogicalPath place) {
        try {
            return ImportMap.parse(json, place.folder().isEmpty() ? "/" : "/" + place.folder());
        } catch (IllegalArgumentException e) {
            // A browser says so when it shows the page; nothing is made of it here.
            return ImportMap.EMPTY;
        }
    }
}
