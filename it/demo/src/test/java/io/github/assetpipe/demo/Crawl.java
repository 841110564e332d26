package io.github.assetpipe.demo;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * All that can be reached from the home page.
 *
 * @param pages answers by path
 * @param assets answers by path of what pages, stylesheets and the web manifest name
 */
record Crawl(SortedMap<String, Visitor.Answer> pages, SortedMap<String, Visitor.Answer> assets) {
    private static final Pattern CSS_URL = Pattern.compile("url\\(\\s*(['\"]?)(.*?)\\1\\s*\\)");
    private static final Pattern ICON = Pattern.compile("\"src\"\\s*:\\s*\"([^\"]+)\"");
    private static final String ASSET_TAGS = "script[src], link[href], img, source, use, meta[property=og:image]";

    /** Crawls the shop. */
    static Crawl of(Visitor visitor) {
        Crawl crawl = new Crawl(new TreeMap<>(), new TreeMap<>());
        Deque<String> waiting = new ArrayDeque<>();
        waiting.add("/");
        while (!waiting.isEmpty()) {
            String path = waiting.remove();
            if (crawl.pages.containsKey(path)) {
                continue;
            }
            Visitor.Answer answer = visitor.get(path);
            crawl.pages.put(path, answer);
            if (answer.status() == 200) {
                Document page = Jsoup.parse(answer.text(), "http://shop" + path);
                page.select("a[href]")
                        .forEach(link -> inside(link.absUrl("href")).ifPresent(waiting::add));
                crawl.assetsOf(visitor, page);
            }
        }
        return crawl;
    }

    private static java.util.Optional<String> inside(String url) {
        if (!url.startsWith("http://shop/")) {
            return java.util.Optional.empty();
        }
        String path = url.substring("http://shop".length()).replaceFirst("#.*", "");
        return java.util.Optional.of(path);
    }

    private void assetsOf(Visitor visitor, Document page) {
        for (Element tag : page.select(ASSET_TAGS)) {
            for (String name : new String[] {"src", "href", "data-src", "content"}) {
                if (tag.hasAttr(name)) {
                    inside(tag.absUrl(name)).ifPresent(path -> fetch(visitor, path));
                }
            }
        }
        // What stands in noscript is text to a parser that runs scripts.
        for (Element noscript : page.select("noscript")) {
            Document inner = Jsoup.parse(noscript.html(), page.baseUri());
            inner.select("img[src]").forEach(img -> inside(img.absUrl("src")).ifPresent(path -> fetch(visitor, path)));
        }
    }

    private void fetch(Visitor visitor, String path) {
        if (assets.containsKey(path)) {
            return;
        }
        Visitor.Answer answer = visitor.get(path);
        assets.put(path, answer);
        Pattern links = answer.type().startsWith("text/css") ? CSS_URL : path.contains("webmanifest") ? ICON : null;
        if (links == null) {
            return;
        }
        Matcher link = links.matcher(answer.text());
        var found = new TreeSet<String>();
        while (link.find()) {
            found.add(link.group(link.groupCount()));
        }
        for (String url : found) {
            if (!url.startsWith("data:") && !url.startsWith("#")) {
                inside(URI.create("http://shop" + path).resolve(url).toString())
                        .ifPresent(next -> fetch(visitor, next));
            }
        }
    }
}
