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
import io.github.assetpipe.run.WatchMemory;
import io.github.assetpipe.text.UrlText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
     */
    record Link(
            int start,
            int end,
            String url,
            @Nullable LogicalPath target,
            @Nullable UrlReference css,
            boolean module) {

        /** Returns the text that names {@code served} in place of {@code known}, the asset that the link resolves to. */
        String naming(Asset from, Asset known, LogicalPath served) {
            UrlText written = UrlText.of(url);
            String renamed;
            if (known.path().equals(target)) {
                // The folder part stays as its author wrote it: a fingerprint only changes the name.
                renamed = written.folder() + UrlForm.encode(served.fileName());
            } else if (written.path().startsWith("/")) {
                renamed = "/" + UrlForm.encode(served.value());
            } else {
                String relative = UrlForm.encode(from.path().relativize(served));
                // Without a dot in front a specifier would be a bare one.
                renamed = module && !relative.startsWith(".") ? "./" + relative : relative;
            }
            renamed += written.suffix();
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

    private AssetLinks() {}

    /** Returns what an asset refers to; nothing for one that {@link #canLink} says no of. */
    static Found of(Asset asset, WatchMemory memory) {
        return canLink(asset)
                ? memory.of(Found.class, asset.path().value(), asset.content(), content -> read(asset, content.text()))
                : new Found(List.of(), ModuleLinks.of(""));
    }

    private static Found read(Asset asset, String text) {
        if (!asset.mediaType().equals(MediaType.JAVASCRIPT)) {
            return new Found(of(asset, text), ModuleLinks.of(""));
        }
        ModuleLinks modules = ModuleLinks.of(text);
        return new Found(ofScript(asset, text, modules), modules);
    }

    /** Returns the local references of an asset's text, in order; empty for types that hold none. */
    static List<Link> of(Asset asset, String text) {
        if (asset.mediaType().equals(MediaType.CSS)) {
            return ofStylesheet(asset, text);
        }
        if (asset.mediaType().equals(MediaType.SVG)) {
            return ofMarkup(asset, text);
        }
        return asset.mediaType().equals(MediaType.JAVASCRIPT)
                ? ofScript(asset, text, ModuleLinks.of(text))
                : ofManifest(asset, text);
    }

    /** Tells whether assets of this kind can hold references at all, so that others need not be read. */
    static boolean canLink(Asset asset) {
        MediaType type = asset.mediaType();
        return type.equals(MediaType.CSS)
                || type.equals(MediaType.JAVASCRIPT)
                || type.equals(MediaType.SVG)
                || isManifest(asset);
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
                links.add(new Link(source.start(1), source.end(1), url, target(asset, url), null, false));
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
                links.add(new Link(reference.start(), reference.end(), url, target(asset, url), null, false));
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
                        false));
            }
        }
        return links;
    }

    /** Returns the links of a script of which is known what it imports. */
    static List<Link> ofScript(Asset asset, String text, ModuleLinks modules) {
        List<Link> links = new ArrayList<>(modules.links(asset));
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
            links.add(new Link(start, end, url, target(asset, url), null, false));
        }
        return links;
    }

    static boolean isFollowed(String url) {
        UrlText text = UrlText.of(url);
        return text.local() && !text.path().isEmpty();
    }

    static @Nullable LogicalPath target(Asset asset, String url) {
        String decoded = UrlText.of(url).decodedPath();
        Optional<LogicalPath> path =
                decoded == null ? Optional.empty() : asset.path().resolve(decoded);
        return path.orElse(null);
    }

    /** Returns the asset that a link leads to, if it is in the site. */
    static Optional<Asset> follow(Site site, Link link) {
        return link.target() == null ? Optional.empty() : site.asset(link.target());
    }
}
