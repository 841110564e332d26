package io.github.assetpipe.pass;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.GeneratedFolder;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageDecision;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.model.UrlForm;
import io.github.assetpipe.page.CompressBlock;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageUrls;
import io.github.assetpipe.page.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides for one compress block which members become which bundle, and how the page changes. */
final class BlockPlan {
    private final PageFile file;
    private final Page page;
    private final CompressBlock block;
    private final GeneratedFolder folder;
    private final MemberTexts texts;
    private final boolean sourceMaps;
    private final MemberReader members;
    private final BundleTag tags;
    private final List<PageEdit> edits = new ArrayList<>();
    private final List<Bundle> bundles = new ArrayList<>();
    private final List<PageDecision> decisions = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private List<BlockMember> group = new ArrayList<>();

    BlockPlan(
            Site site,
            PageFile file,
            Page page,
            PageUrls urls,
            UrlSpelling spelling,
            CompressBlock block,
            MemberTexts texts,
            GeneratedFolder folder,
            boolean sourceMaps) {
        this.file = file;
        this.page = page;
        this.block = block;
        this.folder = folder;
        this.texts = texts;
        this.sourceMaps = sourceMaps;
        this.members = new MemberReader(site, file, page, urls, texts);
        this.tags = new BundleTag(page, urls, spelling, block);
    }

    /** Makes the plan. */
    void make() {
        remove(block.open());
        for (CompressBlock.Part part : block.parts()) {
            if (part instanceof CompressBlock.Part.Member member) {
                member(member);
            } else if (part instanceof CompressBlock.Part.Barrier barrier) {
                stays(barrier.range(), barrier.reason());
            }
        }
        flush();
        remove(block.close());
    }

    List<PageEdit> edits() {
        return edits;
    }

    /**
     * A bundle.
     *
     * @param asset the bundle without its source map
     * @param members the files that it joins; what a page holds itself is none
     * @param sourceMap makes the map, which names the page's places of inline members; null for none
     */
    record Bundle(
            Asset asset,
            List<LogicalPath> members,
            @Nullable Supplier<Content> sourceMap) {}

    List<Bundle> bundles() {
        return bundles;
    }

    List<PageDecision> decisions() {
        return decisions;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    private void member(CompressBlock.Part.Member part) {
        MemberReader.Outcome outcome = members.read(part, block.css());
        if (outcome instanceof MemberReader.Outcome.Fault fault) {
            diagnostics.add(fault.diagnostic());
        } else if (outcome instanceof MemberReader.Outcome.Stays stays) {
            stays(part.range(), stays.reason());
        } else if (outcome instanceof MemberReader.Outcome.Joins joins) {
            join(joins.member());
        }
    }

    private void stays(Range range, String reason) {
        flush();
        decide(range, "kept", reason);
    }

    private void join(BlockMember member) {
        if (!group.isEmpty()) {
            Optional<String> conflict = conflict(member);
            if (conflict.isPresent()) {
                flush();
                decide(member.range(), "kept apart", conflict.get());
            }
        }
        group.add(member);
    }

    private Optional<String> conflict(BlockMember member) {
        if (!group.get(0).key().equals(member.key())) {
            return Optional.of("its attributes differ");
        }
        if (block.css()) {
            return member.content().first()
                    ? Optional.of("@import and @namespace count only at the beginning of a style sheet")
                    : Optional.empty();
        }
        Optional<String> conflict = JoinedScripts.conflict(group, member);
        conflict.filter(reason -> reason.startsWith("it declares"))
                .ifPresent(reason -> diagnostics.add(Diagnostic.warning(
                        "block-clash",
                        "This script stays apart: " + reason,
                        page.lines().location(file.file(), member.range().start(), 1),
                        null)));
        return conflict;
    }

    private void flush() {
        List<BlockMember> done = group;
        group = new ArrayList<>();
        if (done.isEmpty()) {
            return;
        }
        boolean alone = done.size() == 1 && done.get(0).isFile() && block.name() == null;
        if (alone && block.mode() == CompressBlock.Mode.FILE) {
            decide(done.get(0).range(), "kept", "it is alone");
            edits.addAll(tags.alone(done.get(0)));
            return;
        }
        UrlForm form = tags.form(done);
        LogicalPath path = path(done, form);
        boolean css = block.css();
        Content content =
                texts.bundle(path, () -> Content.of(joined(css, done, path).text()));
        List<String> sources = done.stream()
                .map(m -> m.asset() != null ? m.asset().file() : file.file())
                .distinct()
                .toList();
        List<LogicalPath> members = done.stream()
                .map(BlockMember::asset)
                .filter(Objects::nonNull)
                .map(Asset::path)
                .toList();
        bundles.add(new Bundle(folder.asset(path, content, sources), members, map(done, path)));
        edits.addAll(tags.edits(done, path));
        done.forEach(member -> decide(member.range(), "bundled", path.value()));
    }

    private static Joined joined(boolean css, List<BlockMember> done, LogicalPath path) {
        return css ? JoinedStyles.join(done, path) : JoinedScripts.join(done);
    }

    /** What is yet to be made must not hold the page: a site has many. */
    private @Nullable Supplier<Content> map(List<BlockMember> done, LogicalPath path) {
        if (!sourceMaps) {
            return null;
        }
        Map<Integer, String> places = new HashMap<>();
        done.stream()
                .filter(member -> !member.isFile())
                .forEach(member -> places.put(member.range().start(), place(member)));
        MemberTexts from = texts;
        boolean css = block.css();
        return () -> from.map(
                joined(css, done, path),
                member -> Objects.requireNonNull(places.get(member.range().start())));
    }

    /** Names an inline member as a source of its own: the page's text is nobody's business. */
    private String place(BlockMember member) {
        return file.file() + "#line-" + page.lines().line(member.range().start());
    }

    /** Returns the bundle's path: a readable name and a digest of what its members are, so that the same ones share it. */
    private LogicalPath path(List<BlockMember> done, UrlForm form) {
        String identity = (block.css() ? "css" : "js")
                + done.stream().map(m -> m.content().identity()).collect(Collectors.joining("\u0000", "\u0000", ""));
        String digest = Content.of(identity).sha256().substring(0, 8);
        String stem = stem(done).replaceAll("[^A-Za-z0-9._-]+", "-");
        return folder.path(form, "bundles/" + stem + "-" + digest + (block.css() ? ".css" : ".js"));
    }

    private String stem(List<BlockMember> done) {
        if (block.name() != null) {
            return block.name();
        }
        @Nullable
        Asset first = done.stream()
                .map(BlockMember::asset)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return first == null ? "inline" : first.path().stem().replaceFirst("[.-]min$", "");
    }

    private void remove(Range mark) {
        Range range = mark.wholeLine(page.text());
        edits.add(PageEdit.text(range.start(), range.end(), ""));
    }

    private void decide(Range range, String outcome, String reason) {
        String subject = range.in(page.text()).strip().lines().findFirst().orElse("");
        String cut = subject.length() > 120 ? subject.substring(0, 120) : subject;
        decisions.add(new PageDecision("bundle", page.lines().line(range.start()), cut, outcome, reason));
    }
}
