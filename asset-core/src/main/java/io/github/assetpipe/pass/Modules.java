package io.github.assetpipe.pass;

import io.github.assetpipe.js.JsSpecifiers;
import io.github.assetpipe.js.JsSpecifiers.Kind;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.option.ModuleOptions;
import io.github.assetpipe.text.ImportMap;
import io.github.assetpipe.text.UrlText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the scripts of a site import and where that leads. Each script's text is parsed once in a build, however many passes
 * ask. For one build; safe for several threads.
 */
public final class Modules {
    private final ModuleOptions.Names mode;
    private final ImportMap map;
    private final PageNames pages;
    private final Map<String, ModuleLinks> known = new ConcurrentHashMap<>();
    private volatile @Nullable List<ImportMap> ofPages;

    /**
     * Creates the search.
     *
     * @param mode what makes specifiers lead to files with a fingerprint
     * @param map where bare names lead on all pages, unless a page's own map says otherwise
     * @param pages reads the pages, before the first script is asked for
     */
    public Modules(ModuleOptions.Names mode, ImportMap map, PageNames pages) {
        this.mode = mode;
        this.map = map;
        this.pages = pages;
    }

    /**
     * Where an import leads.
     *
     * @param path the logical path, which may be without file, or a WebJar's path without version
     * @param scope the scope of the site's import map that says so, or the empty string
     * @param mapped whether the site's import map says so
     */
    record Target(LogicalPath path, String scope, boolean mapped) {}

    /** Tells whether specifiers stay, since pages get an import map. */
    boolean byImportMap() {
        return mode == ModuleOptions.Names.IMPORT_MAP;
    }

    /** Returns what a script's text imports; one that says nothing of imports is not parsed. */
    ModuleLinks of(String text) {
        return JsSpecifiers.mayName(text)
                ? known.computeIfAbsent(Content.of(text).sha256(), digest -> ModuleLinks.read(text))
                : ModuleLinks.NONE;
    }

    /** Tells whether a script would load something else if it stood in another folder. */
    static boolean isPlaced(String text) {
        return JsSpecifiers.mayName(text) && ModuleLinks.read(text).isPlaced();
    }

    /** Returns where a specifier in a module leads; a bare one that pages explain themselves is theirs. */
    Optional<Target> target(Asset module, String specifier) {
        return target(module.path(), specifier);
    }

    private Optional<Target> target(LogicalPath module, String specifier) {
        boolean address = UrlText.isModuleAddress(specifier);
        Optional<ImportMap.Match> match = map.resolve(specifier, module);
        if (match.isPresent() && (address || !isOfPages(specifier, module))) {
            ImportMap.Match said = match.get();
            return said.path().map(path -> new Target(path, said.scope(), true));
        }
        return address && AssetLinks.isFollowed(specifier)
                ? Optional.ofNullable(AssetLinks.target(module, specifier)).map(path -> new Target(path, "", false))
                : Optional.empty();
    }

    private boolean isOfPages(String specifier, LogicalPath module) {
        return pageMaps().stream()
                .anyMatch(own -> own.resolve(specifier, module).isPresent());
    }

    /** Tells whether a document of the site has an import map: what is included in others then leaves the map to them. */
    boolean haveMapInDocument() {
        return pages.imports().stream().anyMatch(PageImports::mapped);
    }

    /** The maps that pages bring, each once: those of a site are mostly one and the same. */
    private List<ImportMap> pageMaps() {
        List<ImportMap> maps = ofPages;
        if (maps == null) {
            maps = pages.imports().stream()
                    .map(PageImports::own)
                    .filter(own -> !own.isEmpty())
                    .distinct()
                    .toList();
            ofPages = maps;
        }
        return maps;
    }

    /** Returns where the bare names of a script lead by the maps of pages. */
    Set<LogicalPath> byPageMaps(Asset script, ModuleLinks says) {
        Set<LogicalPath> found = new TreeSet<>();
        List<ImportMap> maps = pageMaps();
        if (!maps.isEmpty()) {
            says.found().specifiers().stream()
                    .filter(name -> name.kind() != Kind.URL)
                    .forEach(name -> maps.forEach(own -> own.resolve(name.text(), script.path())
                            .flatMap(ImportMap.Match::path)
                            .ifPresent(found::add)));
        }
        return found;
    }

    /** Returns where the bare names of the pages' inline modules lead. */
    Set<LogicalPath> ofPages() {
        Set<LogicalPath> found = new TreeSet<>();
        for (PageImports page : pages.imports()) {
            page.names().forEach(name -> nameOf(page, name).ifPresent(found::add));
        }
        return found;
    }

    /** Tells whether some page has bare names in an inline module, or an import map. */
    boolean areNamedByPages() {
        return !pages.imports().isEmpty();
    }

    /** Returns the bare names of the pages' inline modules that the site's map explains, with where they lead. */
    SortedMap<String, LogicalPath> namesOfPages() {
        SortedMap<String, LogicalPath> found = new TreeMap<>();
        for (PageImports page : pages.imports()) {
            for (String name : page.names()) {
                map.resolve(name, page.place())
                        .filter(match -> match.scope().isEmpty())
                        .flatMap(ImportMap.Match::path)
                        .ifPresent(path -> found.put(name, path));
            }
        }
        return found;
    }

    /** Returns where a bare name in an inline module leads: its page's map counts first. */
    Optional<LogicalPath> nameOf(PageImports page, String name) {
        return page.own()
                .resolve(name, page.place())
                .or(() -> map.resolve(name, page.place()))
                .flatMap(ImportMap.Match::path);
    }
}
