package io.github.assetpipe.pass;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.Piece;
import io.github.assetpipe.model.UrlForm;
import io.github.assetpipe.page.Attribute;
import io.github.assetpipe.page.CompressBlock;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageUrls;
import io.github.assetpipe.page.Range;
import io.github.assetpipe.page.Reference;
import io.github.assetpipe.page.Tag;
import io.github.assetpipe.page.UrlResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the tag that stands for a bundle.
 *
 * <p>It is the text of a member's own tag with only the path replaced, so that context path expressions, {@code th:href},
 * tags in attributes and quotes stay as their author wrote them. Only where every member is inline, or the mode asks for
 * another element, a tag is written anew, with the URL as another tag of the page writes it.
 */
final class BundleTag {
    private static final Set<String> ADDRESS = Set.of(
            "href",
            "src",
            "th:href",
            "th:src",
            "data-th-href",
            "data-th-src",
            "rel",
            "integrity",
            "charset",
            "language");
    private static final Set<String> ONLY_FILES =
            Set.of("crossorigin", "referrerpolicy", "fetchpriority", "async", "defer", "blocking", "disabled", "type");
    private static final Set<String> OF_PRELOAD =
            Set.of("nonce", "crossorigin", "media", "referrerpolicy", "fetchpriority");

    private final Page page;
    private final PageUrls urls;
    private final CompressBlock block;
    private final UrlSpelling spelling;

    BundleTag(Page page, PageUrls urls, UrlSpelling spelling, CompressBlock block) {
        this.page = page;
        this.urls = urls;
        this.block = block;
        this.spelling = spelling;
    }

    /** Returns how the bundle's URL will be written. */
    UrlForm form(List<BlockMember> members) {
        return firstFile(members)
                .flatMap(m -> found(m).map(UrlResolver.Target.Found::form))
                .orElseGet(() -> spelled().form());
    }

    private Optional<UrlResolver.Target.Found> found(BlockMember member) {
        return member.reference() != null
                        && urls.targets().get(member.reference()) instanceof UrlResolver.Target.Found found
                ? Optional.of(found)
                : Optional.empty();
    }

    private static Optional<BlockMember> firstFile(List<BlockMember> members) {
        return members.stream().filter(BlockMember::isFile).findFirst();
    }

    private UrlSpelling.Spelled spelled() {
        return spelling.of(address(), block.open().start());
    }

    private String address() {
        return block.css() ? "href" : "src";
    }

    /** Returns what a tag needs that stays and names a file of its own: a Sass type is no longer true. */
    List<PageEdit> alone(BlockMember member) {
        return member.tag()
                .attribute("type")
                .filter(type -> type.raw(page.text()).contains("ss")
                        && !type.raw(page.text()).equals("text/css"))
                .map(type -> List.of(removed(type)))
                .orElse(List.of());
    }

    /** Returns the edits that put the bundle in the place of its members. */
    List<PageEdit> edits(List<BlockMember> members, LogicalPath bundle) {
        List<PageEdit> edits = new ArrayList<>();
        BlockMember kept;
        boolean deferred =
                members.get(0).tag().has("defer") || members.get(0).tag().has("async");
        Optional<BlockMember> file = firstFile(members);
        if (block.mode() == CompressBlock.Mode.INLINE && !deferred) {
            kept = members.get(0);
            edits.add(new PageEdit(kept.range().start(), kept.range().end(), inline(members, bundle)));
        } else if (block.mode() == CompressBlock.Mode.PRELOAD) {
            kept = file.orElse(members.get(0));
            edits.add(new PageEdit(kept.range().start(), kept.range().end(), preload(kept, bundle)));
        } else if (file.isPresent()) {
            kept = file.get();
            edits.addAll(reused(kept, bundle));
        } else {
            kept = members.get(0);
            edits.add(new PageEdit(kept.range().start(), kept.range().end(), written(kept, bundle)));
        }
        for (BlockMember member : members) {
            if (member != kept) {
                Range range = member.range().wholeLine(page.text());
                edits.add(PageEdit.text(range.start(), range.end(), ""));
            }
        }
        return edits;
    }

    private List<PageEdit> reused(BlockMember member, LogicalPath bundle) {
        List<PageEdit> edits = new ArrayList<>(alone(member));
        for (Reference reference : urls.in(member.tagIndex(), address())) {
            urls.point(reference, bundle).ifPresent(edits::add);
        }
        member.tag()
                .attribute("integrity")
                .filter(Attribute::hasValue)
                .ifPresent(a ->
                        edits.add(new PageEdit(a.valueStart(), a.valueEnd(), List.of(new Piece.Integrity(bundle)))));
        // The bundle is UTF-8, whatever its members were.
        member.tag().attribute("charset").ifPresent(a -> edits.add(removed(a)));
        return edits;
    }

    private PageEdit removed(Attribute attribute) {
        int start = attribute.start();
        while (page.text().charAt(start - 1) <= ' ') {
            start--;
        }
        return PageEdit.text(start, attribute.end(), "");
    }

    private List<Piece> written(BlockMember member, LogicalPath bundle) {
        List<Piece> pieces = new ArrayList<>();
        String attributes = attributes(member.tag(), Set.of("type"), null);
        pieces.add(new Piece.Text((block.css() ? "<link rel=\"stylesheet\"" : "<script") + attributes + " "));
        pieces.addAll(spelled().attribute(address(), bundle));
        pieces.add(new Piece.Text(block.css() ? voidEnd() : ">" + page.dialect().emptyScript() + "</script>"));
        return pieces;
    }

    private String voidEnd() {
        return page.dialect().xml() ? "/>" : ">";
    }

    private List<Piece> preload(BlockMember member, LogicalPath bundle) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece.Text("<link rel=\"preload\" "));
        UrlSpelling.Spelled spelled = member.reference() == null
                ? spelled()
                : spelling.like(
                        member.tag(),
                        Objects.requireNonNull(member.reference()),
                        found(member).orElseThrow());
        pieces.addAll(spelled.attribute("href", bundle));
        String as = block.css() ? "style" : "script";
        pieces.add(new Piece.Text(" as=\"" + as + "\"" + attributes(member.tag(), Set.of(), OF_PRELOAD) + voidEnd()));
        return pieces;
    }

    private List<Piece> inline(List<BlockMember> members, LogicalPath bundle) {
        String element = block.css() ? "style" : "script";
        String attributes = attributes(members.get(0).tag(), ONLY_FILES, null)
                + page.dialect().rawElementAttributes();
        return List.of(
                new Piece.Text("<" + element + attributes + ">"),
                new Piece.Inline(bundle, element, form(members)),
                new Piece.Text("</" + element + ">"));
    }

    /** Returns a tag's attributes as written, but for those that say where and what its file is. */
    private String attributes(Tag tag, Set<String> without, @Nullable Set<String> only) {
        StringBuilder out = new StringBuilder();
        for (Attribute attribute : tag.attributes()) {
            String name = attribute.name();
            boolean wanted = only == null ? !ADDRESS.contains(name) && !without.contains(name) : only.contains(name);
            // The language of the source is no longer that of the result.
            boolean sass = name.equals("lang") && InlineSass.isSass(tag, page.text());
            if (wanted && !sass) {
                out.append(' ').append(page.text(), attribute.start(), attribute.end());
            }
        }
        return out.toString();
    }
}
