package io.github.assetpipe.pass;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.io.NameClashes;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.PageDecision;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Piece;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.page.Attribute;
import io.github.assetpipe.page.ComputedUrl;
import io.github.assetpipe.page.EditIndex;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageUrls;
import io.github.assetpipe.page.Reference;
import io.github.assetpipe.page.Tag;
import io.github.assetpipe.page.UrlResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a page's references follow the final names of assets, and says which of them lead nowhere. */
final class ReferenceEdits {
    private static final int LONGEST = 200;
    /** Marks of languages that the page was not taken for. */
    private static final Pattern FOREIGN = Pattern.compile("[$#@]\\{|\\{[{%]|<%");

    private final RewriteOptions options;
    private final Site site;
    private final WrittenIntegrity written;

    /** Creates the edits; {@code written} compares the integrity of tags with the files as they were written. */
    ReferenceEdits(RewriteOptions options, Site site, WrittenIntegrity written) {
        this.options = options;
        this.site = site;
        this.written = written;
    }

    /** Returns the page with the edits and decisions for its references; what is wrong is added to {@code diagnostics}. */
    PageFile decide(PageFile file, Page page, PageUrls urls, List<Diagnostic> diagnostics) {
        EditIndex taken = new EditIndex(file.edits());
        List<PageEdit> edits = new ArrayList<>(file.edits());
        List<PageDecision> decisions = new ArrayList<>();
        for (Map.Entry<Reference, UrlResolver.Target> entry : urls.targets().entrySet()) {
            Reference reference = entry.getKey();
            if (taken.overlaps(reference.start(), reference.end()) || !options.references()) {
                continue;
            }
            String written = shown(page, reference.start(), reference.end());
            int line = page.lines().line(reference.start());
            if (entry.getValue() instanceof UrlResolver.Target.Found found) {
                LogicalPath served = found.asset().servedPath();
                boolean renamed =
                        !served.equals(found.asset().path()) || found.reason().equals("compiled");
                Optional<PageEdit> edit = renamed ? urls.rename(reference, found, served) : Optional.empty();
                edit.ifPresent(edits::add);
                String outcome = edit.isPresent() ? "rewritten" : "kept";
                String reason = renamed ? found.reason() : "the file keeps its name";
                decisions.add(new PageDecision("reference", line, written, outcome, reason));
            } else if (!namesFile(reference, urls)) {
                continue;
            } else if (entry.getValue() instanceof UrlResolver.Target.Missing missing) {
                boolean computed = FOREIGN.matcher(written).find();
                if (!computed) {
                    missing(file, page, reference, missing.path()).ifPresent(diagnostics::add);
                }
                decisions.add(
                        new PageDecision("reference", line, written, "kept", computed ? "computed" : "no such file"));
            } else if (entry.getValue() instanceof UrlResolver.Target.Elsewhere elsewhere) {
                String whole = shown(page, reference.start() - reference.lead().length(), reference.end());
                decisions.add(new PageDecision("reference", line, whole, "kept", elsewhere.reason()));
            }
        }
        for (ComputedUrl url : options.references() ? urls.computed() : List.<ComputedUrl>of()) {
            if (!taken.overlaps(url.start(), url.end())) {
                String whole = shown(page, url.start(), url.end());
                decisions.add(
                        new PageDecision("reference", page.lines().line(url.start()), whole, "kept", url.reason()));
            }
        }
        integrity(file, page, urls, taken, edits, diagnostics);
        return file.withEdits(edits).withDecisions(decisions);
    }

    /** Links to pages, actions of forms and templates are written as files are; where nothing is loaded, an ending tells. */
    private static boolean namesFile(Reference reference, PageUrls urls) {
        if (reference.path().startsWith("data:")) {
            return false;
        }
        MediaType type =
                LogicalPath.normalise(reference.path()).map(MediaType::of).orElse(MediaType.OTHER);
        return !(type.equals(MediaType.OTHER) || type.equals(MediaType.HTML)) || urls.isLoaded(reference);
    }

    /** Returns what stands in a range of a page, in one line that is not too long. */
    private static String shown(Page page, int start, int end) {
        boolean cut = end - start > LONGEST;
        int last = start + LONGEST - 1;
        int to = !cut ? end : Character.isHighSurrogate(page.text().charAt(last - 1)) ? last - 1 : last;
        String text = page.text().substring(start, to);
        boolean lines = text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\t') >= 0;
        return (lines ? text.replaceAll("\\s+", " ") : text) + (cut ? "…" : "");
    }

    private Optional<Diagnostic> missing(PageFile file, Page page, Reference reference, LogicalPath path) {
        boolean expected = reference.lead().isEmpty()
                && reference.tag() >= 0
                && !path.value().startsWith("webjars/")
                && !MediaType.of(path).equals(MediaType.OTHER)
                && !MediaType.of(path).equals(MediaType.HTML)
                && (reference.path().startsWith("/") || (file.served() != null && !isOfAnother(page, reference)))
                && !hasThymeleafTwin(page.markup().tags().get(reference.tag()), reference);
        if (!expected || options.missing() == RewriteOptions.Missing.IGNORE) {
            return Optional.empty();
        }
        Severity severity = options.missing() == RewriteOptions.Missing.ERROR ? Severity.ERROR : Severity.WARNING;
        return Optional.of(new Diagnostic(
                severity,
                "reference-missing",
                "No such file: " + path,
                page.lines().location(file.file(), reference.start(), reference.end() - reference.start()),
                NameClashes.otherCase(site, path)
                        .map(known -> "there is " + known + ": servers on Linux tell the case of letters apart")
                        .or(() -> belowContextPath(reference, path))
                        .orElse("a URL that something else answers can be excused with <missing>ignore</missing>")));
    }

    private boolean isFolder(String prefix) {
        return site.assets().keySet().stream().anyMatch(known -> known.value().startsWith(prefix));
    }

    /** The first folder of a path that is there without it is most likely the path that the application has on its server. */
    private Optional<String> belowContextPath(Reference reference, LogicalPath path) {
        int slash = path.value().indexOf('/');
        return Optional.of(path.value().substring(slash + 1))
                .filter(rest -> slash > 0 && reference.path().startsWith("/"))
                .filter(rest -> !isFolder(path.value().substring(0, slash + 1)))
                .flatMap(LogicalPath::normalise)
                .flatMap(site::asset)
                .map(known -> {
                    String context = "/" + path.value().substring(0, slash);
                    return "there is " + known.path() + ": if " + context
                            + " is the application's context path, let the"
                            + " template compute it, or say <rewrite><urlRoots><urlRoot>" + context
                            + "=</urlRoot></urlRoots></rewrite>";
                });
    }

    /** A piece that a script puts into a page of the root speaks from there, as views of single page applications do. */
    private boolean isOfAnother(Page page, Reference reference) {
        return !page.markup().isDocument()
                && LogicalPath.normalise(reference.path()).flatMap(site::asset).isPresent();
    }

    private static boolean hasThymeleafTwin(Tag tag, Reference reference) {
        return !reference.isThymeleaf()
                && (tag.attribute("th:" + reference.attribute()).isPresent()
                        || tag.attribute("data-th-" + reference.attribute()).isPresent()
                        || tag.attribute("th:attr").isPresent());
    }

    /** Existing integrity values follow the final bytes; new ones are added when that is asked for. */
    private void integrity(
            PageFile file,
            Page page,
            PageUrls urls,
            EditIndex taken,
            List<PageEdit> edits,
            List<Diagnostic> diagnostics) {
        List<Tag> tags = page.markup().tags();
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            boolean script = tag.name().equals("script");
            if ((!script && !tag.name().equals("link"))
                    || taken.covering(tag.start(), tag.end()).isPresent()) {
                continue;
            }
            Optional<Attribute> existing = tag.attribute("integrity").filter(Attribute::hasValue);
            if (existing.isEmpty() && !(options.integrity() && !tag.dynamic() && takesIntegrity(tag, page))) {
                continue;
            }
            Optional<Asset> asset =
                    urls.asset(i, script ? "src" : "href").map(e -> e.getValue().asset());
            asset.filter(a -> edit(page, tag, existing, a, taken, edits))
                    .flatMap(a -> existing.flatMap(e -> written.check(file, page, e, a.path())))
                    .ifPresent(diagnostics::add);
        }
    }

    private static boolean takesIntegrity(Tag tag, Page page) {
        String rel = tag.value("rel", page.text());
        return tag.name().equals("script")
                || rel.equalsIgnoreCase("stylesheet")
                || rel.equalsIgnoreCase("modulepreload");
    }

    /** Writes the integrity of an asset, if that can be; returns whether it is. */
    private static boolean edit(
            Page page, Tag tag, Optional<Attribute> existing, Asset asset, EditIndex taken, List<PageEdit> edits) {
        if (existing.isPresent()) {
            Attribute attribute = existing.get();
            boolean literal = !page.isDynamic(attribute.valueStart(), attribute.valueEnd());
            boolean free = literal && !taken.overlaps(attribute.valueStart(), attribute.valueEnd());
            if (free) {
                edits.add(new PageEdit(
                        attribute.valueStart(), attribute.valueEnd(), List.of(new Piece.Integrity(asset.path()))));
            }
            return free;
        }
        Attribute last = tag.attributes().get(tag.attributes().size() - 1);
        edits.add(new PageEdit(
                last.end(),
                last.end(),
                List.of(new Piece.Text(" integrity=\""), new Piece.Integrity(asset.path()), new Piece.Text("\""))));
        return true;
    }
}
