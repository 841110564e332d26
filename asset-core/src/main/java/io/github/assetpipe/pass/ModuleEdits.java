package io.github.assetpipe.pass;

import io.github.assetpipe.js.JsSpecifiers;
import io.github.assetpipe.js.JsSpecifiers.Specifier;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Piece;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.ModuleOptions;
import io.github.assetpipe.page.EditIndex;
import io.github.assetpipe.page.ImportMapText;
import io.github.assetpipe.page.Inclusions;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageModules;
import io.github.assetpipe.page.PageModules.Element;
import io.github.assetpipe.page.PageModules.Kind;
import io.github.assetpipe.page.PageUrls;
import io.github.assetpipe.page.Reference;
import io.github.assetpipe.page.Tag;
import io.github.assetpipe.page.UrlResolver;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.text.UrlText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts into pages what the browser has to know of modules before it loads one: an import map, and preloads. */
final class ModuleEdits {
    private final Site site;
    private final Modules modules;
    private final boolean preload;
    private final ModuleGraph graph;
    private final ImportEntries entries;
    private final boolean mapInDocument;

    private ModuleEdits(Site site, Modules modules, boolean preload, ModuleGraph graph) {
        this.site = site;
        this.modules = modules;
        this.preload = preload;
        this.graph = graph;
        this.entries = ImportEntries.of(site, graph, modules);
        this.mapInDocument = modules.haveMapInDocument();
    }

    /** Reads the scripts of a finished site; empty when pages need nothing. */
    static Optional<ModuleEdits> of(Site site, Modules modules, ModuleOptions options, Build build) {
        return modules.byImportMap() || options.preload() || modules.areNamedByPages()
                ? Optional.of(new ModuleEdits(site, modules, options.preload(), ModuleGraph.of(site, modules, build)))
                : Optional.empty();
    }

    /** Returns the page with what its modules need. */
    PageFile decide(PageFile file, Page page, PageUrls urls) {
        PageModules own = PageModules.of(page);
        Optional<Element> first =
                own.elements().stream().filter(e -> e.kind() != Kind.MAP).findFirst();
        Optional<Element> map =
                own.elements().stream().filter(e -> e.kind() == Kind.MAP).findFirst();
        UrlSpelling spelling = new UrlSpelling(file, page, () -> urls);
        int at = first.map(e -> e.tag().start()).orElse(0);
        List<Piece> before = new ArrayList<>();
        List<PageEdit> edits = new ArrayList<>(file.edits());
        Optional<PageImports> said = PageImports.of(file, page);
        boolean named = said.map(imports -> !imports.names().isEmpty()).orElse(false);
        if (map.isPresent()) {
            said.ifPresent(imports -> edits.addAll(merged(imports, page, map.get(), spelling)));
        } else if (first.isPresent() && (modules.byImportMap() || named) && !leavesMap(page)) {
            before.addAll(written(page, spelling, at));
        }
        if (preload && first.isPresent()) {
            links(page, own, said, urls).forEach(link -> before.addAll(link(page, spelling, at, link)));
        }
        if (!before.isEmpty()) {
            edits.add(inserted(file, page, first.orElseThrow(), before));
        }
        return file.withEdits(edits);
    }

    /** Old browsers take one map only, so a part of other pages adds none where documents have one. */
    private boolean leavesMap(Page page) {
        return mapInDocument && Inclusions.isPart(page);
    }

    /** Returns the text of a map for a page that has none. */
    private List<Piece> written(Page page, UrlSpelling spelling, int at) {
        ImportMapPieces pieces = new ImportMapPieces(spelling.of("src", at, ""), page);
        List<Piece> imports = pieces.imports(entries);
        List<Piece> scopes = pieces.scopes(entries);
        if (imports.isEmpty() && scopes.isEmpty()) {
            return List.of();
        }
        List<Piece> all = new ArrayList<>();
        all.add(new Piece.Text(
                "<script type=\"importmap\"" + pieces.attributes() + PageNonce.of(page) + ">{ \"imports\": { "));
        all.addAll(imports);
        if (!scopes.isEmpty()) {
            all.add(new Piece.Text(" }, \"scopes\": { "));
            all.addAll(scopes);
        }
        all.add(new Piece.Text(" } }</script>"));
        return all;
    }

    /** Returns the edits that add entries to a map of the page; what stands in it stays. */
    private List<PageEdit> merged(PageImports said, Page page, Element map, UrlSpelling spelling) {
        if (map.isComputed(page)) {
            return List.of();
        }
        ImportMapText text = ImportMapText.of(map.text(page));
        int start = map.tag().end();
        ImportMapPieces pieces = new ImportMapPieces(spelling.of("src", start, ""), page);
        if (text.whole() < 0) {
            return List.of();
        }
        ImportEntries more = entries.beside(said, site, graph);
        List<PageEdit> edits = new ArrayList<>();
        List<Piece> imports = new ArrayList<>(pieces.imports(more));
        List<Piece> scopes = text.scoped() ? List.of() : pieces.scopes(more);
        List<Piece> whole = new ArrayList<>();
        if (!scopes.isEmpty()) {
            whole.add(new Piece.Text(" \"scopes\": { "));
            whole.addAll(scopes);
            whole.add(new Piece.Text(" }" + (text.empty() && imports.isEmpty() ? " " : ",")));
        }
        if (!imports.isEmpty() && text.imports() >= 0) {
            imports.add(0, new Piece.Text(" "));
            imports.add(new Piece.Text(text.emptyImports() ? " " : ","));
            edits.add(new PageEdit(start + text.imports(), start + text.imports(), imports));
        } else if (!imports.isEmpty()) {
            whole.add(new Piece.Text(" \"imports\": { "));
            whole.addAll(imports);
            whole.add(new Piece.Text(" }" + (text.empty() ? " " : ",")));
        }
        if (!whole.isEmpty()) {
            edits.add(new PageEdit(start + text.whole(), start + text.whole(), whole));
        }
        if (!edits.isEmpty() && !pieces.attributes().isEmpty()) {
            // What is written inside of the element is evaluated only there.
            edits.add(PageEdit.text(start - 1, start - 1, pieces.attributes()));
        }
        return edits;
    }

    /** A module to preload, and the attribute of the script that loads it. */
    private record Preload(LogicalPath asset, String crossOrigin) {}

    /** Returns what the page's modules import, without what the page names itself; nothing when any import is unknown. */
    private List<Preload> links(Page page, PageModules own, Optional<PageImports> said, PageUrls urls) {
        Set<LogicalPath> named = new LinkedHashSet<>();
        List<Preload> all = new ArrayList<>();
        Set<LogicalPath> seen = new LinkedHashSet<>();
        for (Element element : own.elements()) {
            if (element.kind() == Kind.EXTERNAL || element.kind() == Kind.PRELOAD) {
                String attribute = element.kind() == Kind.EXTERNAL ? "src" : "href";
                urls.asset(element.index(), attribute)
                        .ifPresent(found -> named.add(found.getValue().asset().path()));
            }
        }
        for (Element element : own.elements()) {
            if (element.kind() != Kind.EXTERNAL && element.kind() != Kind.INLINE) {
                continue;
            }
            Optional<Set<LogicalPath>> loaded =
                    entries(element, page, said, urls).flatMap(graph::loadedBy);
            if (loaded.isEmpty()) {
                return List.of();
            }
            for (LogicalPath path : loaded.get()) {
                boolean script = site.asset(path).filter(AssetLinks::isScript).isPresent();
                if (script && !named.contains(path) && seen.add(path)) {
                    all.add(new Preload(path, crossOrigin(element.tag(), page)));
                }
            }
        }
        return all;
    }

    /** Returns the assets that a module script begins with, or empty when they are not all known. */
    private Optional<List<LogicalPath>> entries(Element element, Page page, Optional<PageImports> said, PageUrls urls) {
        if (element.kind() == Kind.EXTERNAL) {
            return urls.asset(element.index(), "src")
                    .map(found -> List.of(found.getValue().asset().path()));
        }
        if (element.isComputed(page)) {
            return Optional.empty();
        }
        List<LogicalPath> assets = new ArrayList<>();
        for (Specifier name : new PageModules(List.of(element)).inlineSpecifiers(page)) {
            if (name.kind() == JsSpecifiers.Kind.MODULE) {
                Optional<LogicalPath> asset = UrlText.isModuleAddress(name.text())
                        ? address(name, urls)
                        : said.flatMap(imports -> modules.nameOf(imports, name.text()))
                                .flatMap(site::asset)
                                .map(Asset::path);
                if (asset.isEmpty()) {
                    return Optional.empty();
                }
                assets.add(asset.get());
            }
        }
        return Optional.of(assets);
    }

    private static Optional<LogicalPath> address(Specifier name, PageUrls urls) {
        for (Map.Entry<Reference, UrlResolver.Target> entry : urls.targets().entrySet()) {
            if (entry.getKey().start() == name.start() && entry.getValue() instanceof UrlResolver.Target.Found found) {
                return Optional.of(found.asset().path());
            }
        }
        return Optional.empty();
    }

    private static String crossOrigin(Tag tag, Page page) {
        return tag.attribute("crossorigin")
                .map(a -> " " + page.text().substring(a.start(), a.end()))
                .orElse("");
    }

    private static List<Piece> link(Page page, UrlSpelling spelling, int at, Preload preload) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece.Text("<link rel=\"modulepreload\" "));
        pieces.addAll(spelling.of("href", at, "").attribute("href", preload.asset()));
        pieces.add(new Piece.Text(preload.crossOrigin() + (page.dialect().xml() ? "/>" : ">")));
        return pieces;
    }

    /** Returns the edit that puts pieces before a tag: on a line of their own where the tag begins one. */
    private PageEdit inserted(PageFile file, Page page, Element first, List<Piece> before) {
        String text = page.text();
        int tag = place(page, first);
        int at = new EditIndex(file.edits())
                .covering(tag, tag + 1)
                .map(PageEdit::start)
                .orElse(tag);
        int line = at;
        while (line > 0 && (text.charAt(line - 1) == ' ' || text.charAt(line - 1) == '\t')) {
            line--;
        }
        boolean begins = line > 0 && (text.charAt(line - 1) == '\n' || text.charAt(line - 1) == '\r');
        String after = begins ? page.source().lineEnd() + text.substring(line, at) : "";
        List<Piece> pieces = new ArrayList<>(before);
        pieces.add(new Piece.Text(after));
        return new PageEdit(at, at, pieces);
    }

    /** Preloads belong into the head, so that they come before what the body shows. */
    private int place(Page page, Element first) {
        if (preload) {
            for (Tag tag : page.markup().tags()) {
                if (tag.name().equals("head")
                        && tag.closeStart() > 0
                        && tag.closeStart() < first.tag().start()) {
                    return tag.closeStart();
                }
            }
        }
        return first.tag().start();
    }
}
