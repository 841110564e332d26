package io.github.assetpipe.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range.AttributeRange;
import org.jsoup.parser.Parser;

/**
 * The URLs of a plain HTML document as a browser's tree builder finds them: by jsoup, which owes nothing to the scanner that
 * the pages were edited with. So a check by it does not share the scanner's mistakes.
 *
 * @param base the value of the first {@code <base href>}, empty when there is none
 * @param urls what attributes that may hold URLs hold, in document order; the content of a {@code noscript} included, as it
 *     is for a browser without scripts. Links of prose are among them: who asks must know which URLs matter
 */
public record ParsedUrls(String base, List<ParsedUrl> urls) {
    private static final Set<String> NAMES = Set.of(
            "src",
            "href",
            "xlink:href",
            "poster",
            "data",
            "background",
            "content",
            "lowsrc",
            "data-src",
            "data-poster");
    private static final Set<String> LISTS = Set.of("srcset", "data-srcset", "imagesrcset");

    /** Copies the list. */
    public ParsedUrls {
        urls = List.copyOf(urls);
    }

    /**
     * A URL and where it stands.
     *
     * @param url the value as the browser reads it, character references resolved
     * @param start offset of the attribute's value in the text
     * @param end offset after it
     */
    public record ParsedUrl(String url, int start, int end) {}

    /** Parses a document; any text is one. */
    public static ParsedUrls of(String html) {
        Parser parser = Parser.htmlParser().setTrackPosition(true);
        Document document = parser.parseInput(html, "");
        List<ParsedUrl> found = new ArrayList<>();
        for (Element element : document.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                AttributeRange range = element.attributes().sourceRange(attribute.getKey());
                int start = range.valueRange().isTracked() ? range.valueRange().startPos() : 0;
                int end = range.valueRange().isTracked() ? range.valueRange().endPos() : start;
                if (NAMES.contains(name)) {
                    found.add(new ParsedUrl(attribute.getValue().strip(), start, end));
                } else if (LISTS.contains(name)) {
                    for (String candidate : attribute.getValue().split(",\\s", -1)) {
                        String url = candidate.strip().split("\\s", 2)[0];
                        found.add(new ParsedUrl(url, start, end));
                    }
                }
            }
        }
        Element base = document.selectFirst("base[href]");
        return new ParsedUrls(base == null ? "" : base.attr("href").strip(), found);
    }
}
