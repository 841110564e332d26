package io.github.assetpipe.page;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.model.UrlForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Decides which asset a literal path of a page names.
 *
 * <p>A path resolves when it leads to a known asset by the rules of its place: from the application's root, from the page,
 * from a folder that servers map to the root, from a root that configuration names. What computes the front of a URL counts
 * as the root when it says so ({@code contextPath}); else the path must fit one asset only. Safe for several threads.
 */
public final class UrlResolver {
    private static final Pattern SCHEME = Pattern.compile("(?i)^[a-z][a-z0-9+.-]*:");
    /** All that a target depends on where no path is relative to a page. */
    private record Spelling(String lead, String path, Reference.Kind kind) {}

    private final Site site;
    private final Map<Spelling, Target> targets = new ConcurrentHashMap<>();
    private final ConfiguredRoots roots;
    private final ServedFolders servedFolders;
    private final Map<String, List<LogicalPath>> byName = new HashMap<>();

    /**
     * Creates a resolver.
     *
     * @param site the assets
     * @param urlRoots {@code prefix=folder} mappings of URL prefixes, template text included, to logical folders
     */
    public UrlResolver(Site site, List<String> urlRoots) {
        this.site = site;
        this.roots = new ConfiguredRoots(urlRoots);
        this.servedFolders = new ServedFolders(site);
        for (LogicalPath path : site.assets().keySet()) {
            byName.computeIfAbsent(path.fileName(), name -> new ArrayList<>()).add(path);
        }
    }

    /** What a reference leads to. */
    public sealed interface Target {
        /**
         * A known asset.
         *
         * @param asset the asset
         * @param path the logical path as it was written, which lacks the version for some WebJar paths
         * @param form how the URL is written
         * @param reason what made it resolve, empty when its place alone does
         */
        record Found(Asset asset, LogicalPath path, UrlForm form, String reason) implements Target {}

        /**
         * A local file that should exist and does not.
         *
         * @param path the logical path looked for first
         */
        record Missing(LogicalPath path) implements Target {}

        /**
         * Something that is not resolved: external, computed, not a file.
         *
         * @param reason why
         */
        record Elsewhere(String reason) implements Target {
            private static final String OUT = "leaves the root";
            private static final String PROTOTYPE = "prototype path";

            /** Tells whether the path climbs out of all that is served. */
            public boolean leavesRoots() {
                return reason.equals(OUT) || reason.equals(PROTOTYPE);
            }
        }
    }

    /**
     * Resolves a reference of a page at a place.
     *
     * @param twin whether another attribute of its tag names the file for the server
     */
    public Target resolve(Reference reference, Place place, boolean twin) {
        if (!reference.path().startsWith("/") && reference.lead().isEmpty()) {
            return decide(reference, place, twin);
        }
        // Wherever it stands, it means the same: the pages of a site name the same few files from their layout.
        Spelling spelling = new Spelling(reference.lead(), reference.path(), reference.kind());
        Target known = targets.get(spelling);
        if (known == null) {
            known = decide(reference, place, twin);
            targets.put(spelling, known);
        }
        return known;
    }

    private Target decide(Reference reference, Place place, boolean twin) {
        String path = reference.path();
        // The name of a Faces library looks like a scheme.
        boolean name = reference.kind() == Reference.Kind.FACES;
        if (!name && reference.lead().isEmpty() && (SCHEME.matcher(path).find() || path.startsWith("//"))) {
            return configured(reference).map(Target.class::cast).orElse(new Target.Elsewhere("external"));
        }
        if (path.startsWith("~") || path.indexOf('\\') >= 0 || path.endsWith("/")) {
            return new Target.Elsewhere("no file");
        }
        Optional<Target.Found> configured = configured(reference);
        if (configured.isPresent()) {
            return configured.get();
        }
        return switch (reference.kind()) {
            case COMPUTED -> new Target.Elsewhere("computed");
            case FACES -> faces(path);
            case STATIC -> orMissing(fromRoot(path, "", ""), path);
            case LINK ->
                path.startsWith("/") ? orMissing(fromRoot(path, "", ""), path) : relative(reference, place, twin);
            case URL -> url(reference, place, twin);
        };
    }

    private Target url(Reference reference, Place place, boolean twin) {
        String path = reference.path();
        String lead = reference.lead();
        if (lead.isEmpty()) {
            return path.startsWith("/") ? orMissing(fromRoot(path, "", ""), path) : relative(reference, place, twin);
        }
        Optional<String> quoted = ComputedLead.quotedRoot(lead);
        if (quoted.isPresent()) {
            String folder = LogicalPath.normalise(quoted.get())
                    .map(p -> p.value() + "/")
                    .orElse("");
            return fromRoot(path, folder, "").map(Target.class::cast).orElse(new Target.Elsewhere("computed"));
        }
        if (ComputedLead.isRoot(lead)) {
            return fromRoot(path, "", "").map(Target.class::cast).orElse(new Target.Elsewhere("no such file"));
        }
        return onlyMatch(path, lead);
    }

    /** A path after something computed names the one asset that it can name, if there is just one. */
    private Target onlyMatch(String path, String lead) {
        if (!path.startsWith("/")
                || path.contains("..")
                || ComputedLead.isElsewhere(lead)
                || ComputedLead.isOfObject(lead)) {
            return new Target.Elsewhere("computed");
        }
        String tail = path.substring(1);
        List<LogicalPath> fits = byName.getOrDefault(tail.substring(tail.lastIndexOf('/') + 1), List.of()).stream()
                .filter(p -> p.value().equals(tail) || p.value().endsWith(path))
                .toList();
        // A name alone fits too much, unless the variable tells of the folder.
        if (fits.size() != 1
                || (tail.indexOf('/') < 0
                        && !ComputedLead.names(lead, fits.get(0).folder()))) {
            return new Target.Elsewhere("computed");
        }
        LogicalPath only = fits.get(0);
        String root = only.value().substring(0, only.value().length() - tail.length());
        return new Target.Found(
                Objects.requireNonNull(site.assets().get(only)),
                only,
                new UrlForm("/", root, null),
                "the only asset with this path");
    }

    private Target faces(String name) {
        String below = name.startsWith("/") ? name.substring(1) : name.replaceFirst(":", "/");
        Optional<LogicalPath> path = LogicalPath.normalise("resources/" + below);
        Optional<Asset> asset = path.flatMap(site::asset);
        if (asset.isEmpty() || (!name.startsWith("/") && name.indexOf(':') >= 0)) {
            return new Target.Elsewhere("resolved by Faces");
        }
        String prefix = name.startsWith("/") ? "/" : "";
        return new Target.Found(asset.get(), path.get(), new UrlForm(prefix, "resources/", null), "Faces resource");
    }

    private Target relative(Reference reference, Place place, boolean twin) {
        String path = reference.path();
        Optional<Target.Found> found = Optional.empty();
        Optional<LogicalPath> base = Optional.ofNullable(place.base());
        if (base.isPresent()) {
            LogicalPath from = base.get();
            found = from.resolve(path).flatMap(p -> at(p, UrlForm.relative(from), ""));
        }
        if (found.isEmpty() && (place.template() || base.isEmpty())) {
            found = prototype(path, !twin);
        }
        if (found.isPresent()) {
            return place.sure() || twin || isOnlyOne(path, found.get())
                    ? found.get()
                    : new Target.Elsewhere("it depends on where the page is shown which file it names");
        }
        if (path.startsWith("../") && !place.served()) {
            return new Target.Elsewhere(Target.Elsewhere.PROTOTYPE);
        }
        Optional<LogicalPath> wanted = base.isPresent() ? base.get().resolve(path) : LogicalPath.normalise(path);
        return wanted.map(p -> (Target) new Target.Missing(p)).orElse(new Target.Elsewhere(Target.Elsewhere.OUT));
    }

    /** Tells whether a relative path names the same file, or one with the same content, wherever its page is shown. */
    private boolean isOnlyOne(String path, Target.Found found) {
        if (found.reason().equals("prototype path")) {
            return true;
        }
        String tail = path.replaceFirst("^(?:\\.{1,2}/)+", "");
        return byName.getOrDefault(tail.substring(tail.lastIndexOf('/') + 1), List.of()).stream()
                .filter(p -> p.value().equals(tail) || p.value().endsWith("/" + tail))
                .map(site.assets()::get)
                .allMatch(a -> a == null
                        || a == found.asset()
                        || a.content().equals(found.asset().content()));
    }

    /** Paths that let a template be opened from disk, and paths of templates whose place is not known: from the root. */
    private Optional<Target.Found> prototype(String path, boolean live) {
        String rest = path;
        while (rest.startsWith("../")) {
            rest = rest.substring(3);
        }
        boolean climbs = !rest.equals(path);
        for (String folder : ServedFolders.NAMES) {
            int at = rest.startsWith(folder) ? 0 : rest.indexOf("/" + folder) + 1;
            if (at > 0 || rest.startsWith(folder)) {
                String tail = rest.substring(at + folder.length());
                String prefix = path.substring(0, path.length() - tail.length());
                Optional<Target.Found> found =
                        LogicalPath.normalise(tail).flatMap(p -> at(p, UrlForm.rooted(prefix), "prototype path"));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        if (climbs) {
            // From the view's URL, which need not lie where the template does; a name alone would fit too much.
            String prefix = path.substring(0, path.length() - rest.length());
            return !live || rest.indexOf('/') < 0
                    ? Optional.empty()
                    : LogicalPath.normalise(rest).flatMap(p -> at(p, UrlForm.rooted(prefix), "from the root"));
        }
        String tail = rest.startsWith("./") ? rest.substring(2) : rest;
        String prefix = rest.startsWith("./") ? "./" : "";
        return LogicalPath.normalise(tail).flatMap(p -> at(p, UrlForm.rooted(prefix), "from the root"));
    }

    private Optional<Target.Found> configured(Reference reference) {
        return roots.candidates(reference).stream()
                .flatMap(c -> at(c.path(), c.form(), "configured root").stream())
                .findFirst();
    }

    /** Looks for a path from the root, then without the folder that servers map to the root. */
    private Optional<Target.Found> fromRoot(String path, String folder, String reason) {
        String slash = path.startsWith("/") ? "/" : "";
        String tail = path.substring(slash.length());
        Optional<Target.Found> found =
                LogicalPath.normalise(folder + tail).flatMap(p -> at(p, new UrlForm(slash, folder, null), reason));
        if (found.isPresent() || !folder.isEmpty()) {
            return found;
        }
        for (String served : ServedFolders.NAMES) {
            if (servedFolders.isBelow(tail, served)) {
                return LogicalPath.normalise(tail.substring(served.length()))
                        .flatMap(p -> at(p, UrlForm.rooted(slash + served), "served below /" + served));
            }
        }
        return Optional.empty();
    }

    private Optional<Target.Found> at(LogicalPath path, UrlForm form, String reason) {
        String extension = path.extension();
        if (extension.equals("scss") || extension.equals("sass")) {
            Asset compiled = site.assets().get(path.sibling(path.stem() + ".css"));
            if (compiled != null) {
                return Optional.of(new Target.Found(compiled, path, form, "compiled"));
            }
        }
        return site.asset(path).map(asset -> new Target.Found(asset, path, form, reason));
    }

    private Target orMissing(Optional<Target.Found> found, String path) {
        if (found.isPresent()) {
            return found.get();
        }
        return LogicalPath.normalise(servedFolders.without(path))
                .map(p -> (Target) new Target.Missing(p))
                .orElse(new Target.Elsewhere(Target.Elsewhere.OUT));
    }
}
