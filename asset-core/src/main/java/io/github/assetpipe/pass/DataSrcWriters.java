package io.github.assetpipe.pass;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.page.Attribute;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageUrls;
import io.github.assetpipe.page.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Finds scripts that write the attributes in which waiting images keep their addresses: they would put the stand-in there. Who
 * only reads them finds the address. For one build; safe for several threads.
 */
final class DataSrcWriters {
    private static final Pattern WRITE = Pattern.compile(
            "\\bdataset\\s*+(?:\\.\\s*+(?:src|srcset|poster)\\b|\\[\\s*+[\"'`](?:src|srcset|poster)[\"'`]\\s*+\\])"
                    + "\\s*+(?:\\|\\||&&|\\?\\?)?+=(?![=>])"
                    + "|\\bsetAttribute\\s*+\\(\\s*+[\"'`]data-(?:src|srcset|poster)[\"'`]"
                    + "|\\.data\\s?\\(\\s*+[\"'`](?:src|srcset|poster)[\"'`]\\s*+,"
                    + "|\\.attr\\s*+\\(\\s*+(?:\\{[^{}()]{0,500}?)?[\"'`]data-(?:src|srcset|poster)[\"'`]\\s*+[,:]");

    /** One of these stands in whatever matches, and few texts have any. */
    private static final List<String> WORDS = List.of("dataset", "setAttribute", ".data(", ".data (", ".attr");

    private final Map<LogicalPath, Boolean> known = new ConcurrentHashMap<>();

    /** Returns where such attributes are written: a script that a page names, or a place of the page; empty when nowhere. */
    String find(String file, Page page, Supplier<PageUrls> urls) {
        String text = page.text();
        boolean inline = writes(text);
        PageUrls named = null;
        List<Tag> tags = page.markup().tags();
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            boolean script = tag.name().equals("script");
            if (script && tag.has("src")) {
                named = named == null ? urls.get() : named;
                Optional<LogicalPath> writer = named.asset(i, "src")
                        .map(found -> found.getValue().asset())
                        .filter(asset -> known.computeIfAbsent(
                                asset.path(), path -> writes(asset.content().text())))
                        .map(asset -> asset.path());
                if (writer.isPresent()) {
                    return writer.get().value();
                }
            } else if (inline && (script && isWriter(tag, text) || hasWriter(tag, text))) {
                return file + ":" + page.lines().line(tag.start());
            }
        }
        return "";
    }

    private static boolean writes(String text) {
        return WORDS.stream().anyMatch(text::contains) && WRITE.matcher(text).find();
    }

    private static boolean isWriter(Tag script, String text) {
        int end = script.closeStart() < 0 ? text.length() : script.closeStart();
        return WRITE.matcher(text)
                .region(script.end(), Math.max(script.end(), end))
                .find();
    }

    private static boolean hasWriter(Tag tag, String text) {
        for (Attribute attribute : tag.attributes()) {
            boolean handler = attribute.name().startsWith("on") && attribute.hasValue();
            if (handler && WRITE.matcher(attribute.raw(text)).find()) {
                return true;
            }
        }
        return false;
    }
}
