package io.github.assetpipe.pass;

import io.github.assetpipe.css.UrlReferences;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.page.Attribute;
import io.github.assetpipe.page.CompressBlock;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageUrls;
import io.github.assetpipe.page.Range;
import io.github.assetpipe.page.Reference;
import io.github.assetpipe.page.ScriptText;
import io.github.assetpipe.page.Tag;
import io.github.assetpipe.page.UrlResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides which tags of a compress block can be joined, and reads what they hold. */
final class MemberReader {
    private static final Set<String> SCRIPT_TYPES = Set.of(
            "",
            "text/javascript",
            "application/javascript",
            "application/x-javascript",
            "text/ecmascript",
            "application/ecmascript",
            "text/jscript",
            "text/x-javascript");
    private static final Set<String> STYLE_TYPES =
            Set.of("", "text/css", "text/x-scss", "text/x-sass", "text/scss", "text/sass");

    /** What does not keep members apart: the address, and what is the same for all. */
    private static final Set<String> NOT_IN_KEY = Set.of(
            "href",
            "src",
            "rel",
            "type",
            "integrity",
            "charset",
            "language",
            "media",
            "lang",
            "th:href",
            "th:src",
            "data-th-href",
            "data-th-src");

    private final Site site;
    private final PageFile file;
    private final Page page;
    private final PageUrls urls;
    private final MemberTexts texts;

    /** What became of a tag. */
    sealed interface Outcome {
        /** It joins. */
        record Joins(BlockMember member) implements Outcome {}

        /** It stays where it is. */
        record Stays(String reason) implements Outcome {}

        /** It is wrong. */
        record Fault(Diagnostic diagnostic) implements Outcome {}
    }

    MemberReader(Site site, PageFile file, Page page, PageUrls urls, MemberTexts texts) {
        this.site = site;
        this.texts = texts;
        this.file = file;
        this.page = page;
        this.urls = urls;
    }

    /** Reads one member of a block. */
    Outcome read(CompressBlock.Part.Member part, boolean css) {
        Tag tag = page.markup().tags().get(part.tag());
        String stays = staysBecauseOf(tag, css);
        if (stays != null) {
            return new Outcome.Stays(stays);
        }
        String address = tag.name().equals("link") ? "href" : "src";
        boolean named =
                !tag.name().equals("style") && (tag.has(address) || tag.name().equals("link"));
        return named ? fileMember(part, tag, address, css) : inlineMember(part, tag, css);
    }

    private @Nullable String staysBecauseOf(Tag tag, boolean css) {
        if (tag.dynamic()) {
            return "the template may change its attributes";
        }
        for (Attribute attribute : tag.attributes()) {
            String name = attribute.name();
            if (!NOT_IN_KEY.contains(name) && isDirective(name)) {
                return "its attribute " + name;
            }
        }
        String type = tag.value("type", page.text()).toLowerCase(Locale.ROOT);
        if (css) {
            String rel = tag.value("rel", page.text()).toLowerCase(Locale.ROOT);
            if (tag.name().equals("link") && !rel.equals("stylesheet")) {
                return rel.isEmpty() ? "it has no rel" : "its rel is " + rel;
            }
            return STYLE_TYPES.contains(type) ? null : "its type is " + type;
        }
        if (!SCRIPT_TYPES.contains(type)) {
            return type.equals("module") ? "modules are not joined" : "its type is " + type;
        }
        return null;
    }

    /** Tells whether an attribute makes a tag depend on something: th:if, v-if, *ngIf, @click, onload. */
    private static boolean isDirective(String name) {
        return name.indexOf(':') >= 0
                || "*@[(#".indexOf(name.charAt(0)) >= 0
                || name.startsWith("on")
                || name.startsWith("v-")
                || name.startsWith("x-")
                || name.startsWith("ng-")
                || name.startsWith("data-ng-")
                || name.startsWith("data-th-")
                || name.equals("jsf")
                || name.equals("data-no-compress");
    }

    private Outcome fileMember(CompressBlock.Part.Member part, Tag tag, String address, boolean css) {
        Optional<Map.Entry<Reference, UrlResolver.Target.Found>> named = urls.asset(part.tag(), address);
        if (named.isEmpty()) {
            return withoutAsset(part, tag, address);
        }
        Reference reference = named.get().getKey();
        Asset asset = named.get().getValue().asset();
        MediaType wanted = css ? MediaType.CSS : MediaType.JAVASCRIPT;
        if (!asset.mediaType().equals(wanted)) {
            return asset.mediaType().equals(MediaType.SASS)
                    ? new Outcome.Fault(Diagnostic.error(
                            "block-member",
                            "This style sheet was not compiled: " + asset.path(),
                            at(reference),
                            "let the compile pass run, too"))
                    : new Outcome.Stays("it is no " + (css ? "style sheet" : "script"));
        }
        MemberText content = texts.of(asset, tag.value("charset", page.text()), css);
        return member(part, tag, reference, asset, content, asset.path());
    }

    private Location at(Reference reference) {
        return page.lines().location(file.file(), reference.start(), reference.end() - reference.start());
    }

    private Outcome withoutAsset(CompressBlock.Part.Member part, Tag tag, String address) {
        for (Reference reference : urls.in(part.tag(), address)) {
            boolean decides = reference.isThymeleaf() || !(tag.has(address) && hasThymeleaf(tag, address));
            if (decides && urls.targets().get(reference) instanceof UrlResolver.Target.Missing missing) {
                return new Outcome.Fault(Diagnostic.error(
                        "block-member",
                        "No such file: " + missing.path(),
                        at(reference),
                        "a member of a compress block must be one of the site's assets, or an external URL"));
            }
            if (decides && urls.targets().get(reference) instanceof UrlResolver.Target.Elsewhere elsewhere) {
                if (elsewhere.leavesRoots()) {
                    return new Outcome.Fault(Diagnostic.error(
                            "block-member",
                            "\"" + reference.path() + "\" leads out of the asset roots",
                            at(reference),
                            "refer to a file below an asset root"));
                }
                return new Outcome.Stays("its address is " + elsewhere.reason());
            }
        }
        return new Outcome.Stays("its address is computed or empty");
    }

    private static boolean hasThymeleaf(Tag tag, String address) {
        return tag.attribute("th:" + address).isPresent()
                || tag.attribute("data-th-" + address).isPresent();
    }

    private Outcome inlineMember(CompressBlock.Part.Member part, Tag tag, boolean css) {
        boolean sass = css && InlineSass.isSass(tag, page.text());
        if (page.isDynamic(tag.end(), tag.closeStart())) {
            return inlineStays(tag, sass, "the template computes its text");
        }
        if (!css && (tag.has("async") || tag.has("defer"))) {
            return new Outcome.Stays("async and defer mean nothing without src");
        }
        String text = page.text().substring(tag.end(), tag.closeStart());
        if (page.dialect().xml()) {
            if (text.indexOf('&') >= 0 || text.contains("<![CDATA[")) {
                return inlineStays(tag, sass, "its text is written as XML");
            }
        }
        if (sass) {
            Optional<Asset> compiled = site.asset(InlineSass.compiled(file, page, tag));
            if (compiled.isEmpty()) {
                return inlineStays(tag, true, "the compile pass does not run");
            }
            text = compiled.get().content().text();
        }
        LogicalPath base = file.served();
        boolean placed = css && JoinedStyles.hasRelativeUrls(UrlReferences.of(text));
        if (placed && base == null) {
            return inlineStays(tag, sass, "its relative URLs depend on the page's address");
        }
        String identity = "inline " + (placed ? Objects.requireNonNull(base).folder() + " " : "") + text;
        return member(part, tag, null, null, MemberText.of(identity, text, css), base);
    }

    /** Sass that stays would reach the browser as it is. */
    private Outcome inlineStays(Tag tag, boolean sass, String reason) {
        return sass
                ? new Outcome.Fault(Diagnostic.error(
                        "block-member",
                        "This style element cannot be compiled: " + reason,
                        page.lines().location(file.file(), tag.start(), tag.end() - tag.start()),
                        "keep its rules in a file"))
                : new Outcome.Stays(reason);
    }

    private Outcome member(
            CompressBlock.Part.Member part,
            Tag tag,
            @Nullable Reference reference,
            @Nullable Asset asset,
            MemberText content,
            @Nullable LogicalPath base) {
        ScriptText script = content.script();
        if (script != null) {
            String stays = script.module()
                    ? "modules are not joined"
                    : script.asksForCurrentScript() || script.asksForLastScript()
                            ? "it looks for its own tag"
                            : script.broken()
                                    ? "it cannot be read to its end"
                                    : content.placed() ? "what it imports is named relative to its own place" : null;
            if (stays != null) {
                return new Outcome.Stays(stays);
            }
        } else if (content.template()) {
            return new Outcome.Stays("it is a template");
        } else if (content.unclosed()) {
            return new Outcome.Stays("it is not closed at its end");
        }
        Range range = part.range();
        return new Outcome.Joins(new BlockMember(part.tag(), tag, range, reference, asset, content, base, key(tag)));
    }

    private String key(Tag tag) {
        List<String> parts = new ArrayList<>(new TreeSet<>(tag.attributes().stream()
                .filter(a -> !NOT_IN_KEY.contains(a.name()))
                .map(a -> a.name() + "=" + value(a))
                .toList()));
        String media = tag.value("media", page.text()).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        parts.add(media.equals("all") ? "" : media);
        return String.join("\u0000", parts);
    }

    private String value(Attribute attribute) {
        // async, async="" and async="async" are one thing.
        return Set.of("async", "defer", "nomodule", "disabled").contains(attribute.name())
                ? ""
                : attribute.raw(page.text());
    }
}
