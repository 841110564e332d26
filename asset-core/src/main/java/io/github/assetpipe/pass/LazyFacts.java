package io.github.assetpipe.pass;

import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.page.ContentPolicy;
import io.github.assetpipe.page.Inclusions;
import io.github.assetpipe.page.LazyRule;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageUrls;
import io.github.assetpipe.page.Reference;
import io.github.assetpipe.page.Tag;
import io.github.assetpipe.page.UrlResolver;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What one page tells about its images, about loaders, and about its place in a composition.
 *
 * @param file the page
 * @param dialect the name of its template language
 * @param lazied whether it has images that could wait
 * @param ends whether the document's body ends in it
 * @param part whether it is shown in other pages, or shows parts of others
 * @param taken whether a layout takes it apart, so that its own end of the body is not the document's
 * @param own whether it brings a loader that knows the same attributes
 * @param foreign whether it brings another library that loads images late
 * @param root how it addresses files from the application's root
 * @param prefixes below which prefixes it finds them
 * @param against what speaks against images that wait in documents that it is part of, or the empty string
 * @param nonce whether scripts are only allowed with a nonce where it is shown
 * @param nonced whether its scripts have one
 */
record LazyFacts(
        String file,
        String dialect,
        boolean lazied,
        boolean ends,
        boolean part,
        boolean taken,
        boolean own,
        boolean foreign,
        Root root,
        UrlPrefixes prefixes,
        String against,
        boolean nonce,
        boolean nonced) {
    private static final Pattern VANILLA =
            Pattern.compile("(?i)(?:^|[/'\"])(?:vanilla-)?lazyload(?:\\.[a-z]+)*\\.m?js");
    private static final Pattern OTHER =
            Pattern.compile("(?i)lazysizes|lozad|blazy|jquery[.-]lazy|unveil|echo\\.min\\.js|yall");

    /** How a page addresses files from the application's root. */
    enum Root {
        /** In a way that it shows, or that its language has a word for. */
        KNOWN,
        /** Not at all, but the macros for FreeMarker of Spring are used, which bring the word for it. */
        SPRING,
        /** By a slash only. */
        SLASH,
        /** By something before the path that others may not have. */
        PREFIX,
        /** By something before the path, in a way that can't be repeated. */
        UNCLEAR,
        /** Not at all. */
        NONE
    }

    /** Reads what a page tells; the first {@code eager} images are never lazy. */
    static LazyFacts read(PageFile file, Page page, int eager, UrlResolver resolver, DataSrcWriters writers) {
        ImageBoxes boxes = new ImageBoxes(page, file, resolver);
        boolean lazied =
                LazyRule.decide(page, eager, boxes).stream().anyMatch(d -> d.outcome() == LazyRule.Outcome.LAZY);
        boolean own = false;
        boolean foreign = false;
        for (Tag tag : page.markup().tags()) {
            if (tag.name().equals("script")) {
                String src = tag.value("src", page.text()) + tag.value("th:src", page.text());
                own |= VANILLA.matcher(src).find();
                foreign |= OTHER.matcher(src).find();
            }
        }
        ContentPolicy policy = ContentPolicy.of(file.file(), page);
        String writer = policy.against().isEmpty()
                ? writers.find(
                        file.file(),
                        page,
                        () -> lazied ? boxes.urls() : PageUrls.ofElements("script", page, file, resolver))
                : "";
        boolean ends = page.markup().bodyEnd() >= 0;
        // Reading all references of thousands of pages takes its time: where no image may wait, nobody asks.
        UrlPrefixes prefixes =
                lazied || (ends && !isServedAsWritten(file, page)) ? UrlPrefixes.of(boxes.urls()) : UrlPrefixes.NONE;
        return new LazyFacts(
                file.file(),
                page.dialect().name(),
                lazied,
                ends,
                Inclusions.isPart(page) || !Inclusions.of(page).isEmpty(),
                Inclusions.isTakenApart(page),
                own,
                foreign,
                root(file, page, boxes, prefixes),
                prefixes,
                writer.isEmpty() ? policy.against() : writer + " writes the attributes that they wait by",
                policy.nonce(),
                !PageNonce.of(page).isEmpty());
    }

    /** Tells whether it is a file that is served as it is, which can address others relative to itself. */
    boolean isServedAsWritten() {
        return root == Root.KNOWN && dialect.equals("html");
    }

    private static boolean isServedAsWritten(PageFile file, Page page) {
        return file.served() != null && page.dialect().name().equals("html");
    }

    private static Root root(PageFile file, Page page, ImageBoxes boxes, UrlPrefixes prefixes) {
        if (page.dialect().knowsRoot() || isServedAsWritten(file, page)) {
            return Root.KNOWN;
        }
        PageUrls urls = boxes.urls();
        boolean shown = new UrlSpelling(file, page, () -> urls)
                .isKnown(page.markup().bodyEnd(), prefixes.only().orElse(""));
        boolean slashed = false;
        boolean led = false;
        for (Map.Entry<Reference, UrlResolver.Target> entry : urls.targets().entrySet()) {
            if (UrlSpelling.isLocal(entry.getValue())) {
                if (UrlSpelling.isFollowing(page.text(), entry.getKey())) {
                    return shown ? Root.PREFIX : Root.UNCLEAR;
                }
                led |= UrlSpelling.isLed(page.text(), entry.getKey());
                slashed |= page.text().startsWith("/", entry.getKey().start());
            }
        }
        if (!shown && led) {
            return Root.UNCLEAR;
        }
        if (shown || slashed) {
            return Root.SLASH;
        }
        boolean spring = page.dialect().name().equals("freemarker")
                && (page.text().contains("springMacroRequestContext")
                        || page.text().contains("<@spring."));
        return spring ? Root.SPRING : Root.NONE;
    }
}
