package io.github.assetpipe.pass;

import io.github.assetpipe.css.UrlReference;
import io.github.assetpipe.css.UrlReferences;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.model.UrlForm;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageReader;
import io.github.assetpipe.page.PageText;
import io.github.assetpipe.page.Reference;
import io.github.assetpipe.page.References;
import io.github.assetpipe.page.dialect.Dialects;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.text.UrlText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The references of assets to other assets: CSS {@code url()}, {@code @import}, {@code image-set()}; what scripts import, and
 * their source map comments; images of web app manifests; images, symbols and styles of SVG files.
 */
final class AssetLinks {
    private static final Pattern MANIFEST_IMAGE =
            Pattern.compile("\"src\"\\s{0,99}:\\s{0,99}\"((?:[^\"\\\\]|\\\\.){1,2000})\"");

    private static final String MAP_MARK = "//# sourceMappingURL=";

    /**
     * One reference.
     *
     * @param start first offset of what is replaced
     * @param end offset after it
     * @param url the reference as the browser reads it
     * @param target what it resolves to; null when it is not local or leaves the root
     * @param css how it stands in CSS, or null elsewhere
     * @param module whether the target is run as a module, which happens once for each of its names
     * @param mapped whether it is an import map that gives the target
     */
    record Link(
            int start,
            int end,
            String url,
            @Nullable LogicalPath target,
            @Nullable UrlReference css,
            boolean module,
            boolean mapped) {

        /** Returns a reference to a file that is fetched as it is. */
        static Link file(int start, int end, String url, @Nullable LogicalPath target) {
            return new Link(start, end, url, target, null, false, false);
        }

        /** Returns an import. */
        static Link module(int start, int end, String specifier, Modules.Target target) {
            return new Link(start, end, specifier, target.path(), null, true, target.mapped());
        }

        /** Returns the text that names {@code served} in place of {@code known}, the asset that the link resolves to. */
        String naming(Asset from, Asset known, LogicalPath served) {
            UrlText written = UrlText.of(url);
            String renamed;
            if (known.path().equals(target) && !mapped) {
                // The folder part stays as its author wrote it: a fingerprint only changes the name.
                renamed = written.folder() + UrlForm.encode(served.fileName());
            } else if (written.path().startsWith("/") && !mapped) {
                renamed = "/" + UrlForm.encode(served.value());
            } else {
                String relative = UrlForm.encode(from.path().relativize(served));
                // Without a dot in front a specifier would be a bare one.
                renamed = module && !relative.startsWith(".") ? "./" + relative : relative;
            }
            renamed += mapped ? "" : written.suffix();
            return css == null ? renamed : UrlReferences.write(css, renamed);
        }
    }

    /**
     * What an asset refers to.
     *
     * @param links its references, in order
     * @param modules what it imports; nothing for anything but a script
     */
    record Found(List<Link> links, ModuleLinks modules) {}

    private static final Found NOTHING = new Found(List.of(), ModuleLinks.NONE);

    private AssetLinks() {}

    /** Returns what an asset refers to; nothing for one that {@link #canLink} says no of. */
    static Found of(Asset asset, Build build, Modules modules) {
        if (!canLink(asset)) {
            return NOTHING;
        }
        String kind = asset.mediaType() + (isManifest(asset) ? " manifest " : " ");
        String question = "links: " + kind + asset.content().sha256();
        Optional<SortedMap<String, String>> known = build.memo().again(question);
        if (known.isPresent()) {
            return new Found(LinkRows.read(known.get(), asset), ModuleLinks.NONE);
        }
        // Where imports lead is no matter of the asset alone, so that is not remembered.
        Found found = build.memory()
                .of(
                        Found.class,
                        asset.path().value(),
                        asset.content(),
                        content -> read(asset, content.text(), modules));
        if (found.modules().equals(ModuleLinks.NONE)) {
            build.memo().note(question, LinkRows.of(found.links()));
        }
        List<Link> links = new ArrayList<>(found.modules().imports(asset, modules));
        if (links.isEmpty()) {
            return found;
        }
        links.addAll(found.links());
        links.sort(Comparator.comparingInt(Link::start));
        return new Found(links, found.modules());
    }

    private static Found read(Asset asset, String text, Modules modules) {
        if (isScript(asset)) {
            ModuleLinks says = modules.of(text);
            return new Found(ofScript(asset, text, says), says);
        }
        List<Link> links = asset.mediaType().equals(MediaType.CSS)
                ? ofStylesheet(asset, text)
                : asset.mediaType().equals(MediaType.SVG) ? ofMarkup(asset, text) : ofManifest(asset, text);
        return new Found(links, ModuleLinks.NONE);
    }

    /** Tells whether assets of this kind can hold references at all, so that others need not be read. */
    static boolean canLink(Asset asset) {
        MediaType type = asset.mediaType();
        return type.equals(MediaType.CSS)
                || type.equals(MediaType.JAVASCRIPT)
                || type.equals(MediaType.SVG)
                || isManifest(asset);
    }

    static boolean isScript(Asset asset) {
        return asset.mediaType().equals(MediaType.JAVASCRIPT);
    }

    /** Tells by its name whether a file is a web app manifest; {@code manifest.json} counts when it speaks of icons. */
    private static boolean isManifest(Asset asset) {
        String name = asset.path().fileName();
        return asset.mediaType().equals(MediaType.WEB_MANIFEST)
                || name.equals("manifest.json")
                || name.endsWith(".manifest.json");
    }

    private static List<Link> ofManifest(Asset asset, String text) {
        List<Link> links = new ArrayList<>();
        Matcher source = MANIFEST_IMAGE.matcher(text);
        while (isManifest(asset) && text.contains("\"icons\"") && source.find()) {
            // Some writers of JSON escape slashes.
            String url = source.group(1).replace("\\/", "/");
            if (url.indexOf('\\') < 0 && isFollowed(url)) {
                links.add(Link.file(source.start(1), source.end(1), url, target(asset, url)));
            }
        }
        return links;
    }

    private static List<Link> ofMarkup(Asset asset, String text) {
        if (!text.contains("href") && !text.contains("url(") && !text.contains("@import")) {
            return List.of();
        }
        Page page = PageReader.read(new PageText(text, StandardCharsets.UTF_8), Dialects.choose("a.svg", text));
        List<Link> links = new ArrayList<>();
        for (Reference reference : References.of(page, Set.of())) {
            String url = text.substring(reference.start(), reference.end());
            if (reference.lead().isEmpty() && reference.kind() == Reference.Kind.URL && isFollowed(url)) {
                links.add(Link.file(reference.start(), reference.end(), url, target(asset, url)));
            }
        }
        return links;
    }

    private static List<Link> ofStylesheet(Asset asset, String text) {
        List<Link> links = new ArrayList<>();
        for (UrlReference reference : UrlReferences.of(text)) {
            if (isFollowed(reference.url())) {
                links.add(new Link(
                        reference.start(),
                        reference.end(),
                        reference.url(),
                        target(asset, reference.url()),
                        reference,
                        false,
                        false));
            }
        }
        return links;
    }

    /** Returns the links of a script but its imports. */
    private static List<Link> ofScript(Asset asset, String text, ModuleLinks says) {
        List<Link> links = new ArrayList<>(says.files(asset));
        int mark = text.lastIndexOf(MAP_MARK);
        if (mark < 0) {
            return links;
        }
        int start = mark + MAP_MARK.length();
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        String url = text.substring(start, end);
        // Only a comment at the end of the file counts (ECMA-426): elsewhere it may stand in a string.
        if (text.substring(end).isBlank() && isFollowed(url)) {
            links.add(Link.file(start, end, url, target(asset, url)));
        }
        return links;
    }

    static boolean isFollowed(String url) {
        UrlText text = UrlText.of(url);
        return text.local() && !text.path().isEmpty();
    }

    static @Nullable LogicalPath target(Asset asset, String url) {
        return target(asset.path(), url);
    }

    static @Nullable LogicalPath target(LogicalPath from, String url) {
        String decoded = UrlText.of(url).decodedPath();
        Optional<LogicalPath> path = decoded == null ? Optional.empty() : from.resolve(decoded);
        return path.orElse(null);
    }

    /** Returns the asset that a link leads to, if it is in the site. */
    static Optional<Asset> follow(Site site, Link link) {
        return link.target() == null ? Optional.empty() : site.asset(link.target());
    }
}
