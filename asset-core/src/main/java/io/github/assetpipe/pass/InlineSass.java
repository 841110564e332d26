package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.page.CompressBlock;
import io.github.assetpipe.page.CompressBlocks;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.Tag;
import io.github.assetpipe.transform.TransformInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * SCSS in style elements of compress blocks, on its way from the compile pass to the combine pass.
 *
 * <p>Results travel as assets of a folder of their own, which combine empties.
 */
final class InlineSass {
    private static final String FOLDER = "bundles/inline/";

    private InlineSass() {}

    /** Tells whether a style element says that it holds SCSS. */
    static boolean isSass(Tag tag, String text) {
        String said = (tag.value("lang", text) + " " + tag.value("type", text)).toLowerCase(Locale.ROOT);
        return tag.name().equals("style") && said.contains("scss");
    }

    /** Returns where the compiled text of a style element is kept. */
    static LogicalPath compiled(PageFile file, Page page, Tag tag) {
        return path(file, source(page, tag), ".css");
    }

    /** Returns what is to be compiled on a page, each text at its line and column so that problems are found there. */
    static List<TransformInput> of(PageFile file, Page page) {
        List<TransformInput> inputs = new ArrayList<>();
        for (CompressBlock block : CompressBlocks.of(file.file(), page).blocks()) {
            for (CompressBlock.Part part : block.css() ? block.parts() : List.<CompressBlock.Part>of()) {
                if (part instanceof CompressBlock.Part.Member member) {
                    Tag tag = page.markup().tags().get(member.tag());
                    if (isSass(tag, page.text()) && !page.isDynamic(tag.end(), tag.closeStart())) {
                        String source = source(page, tag);
                        inputs.add(new TransformInput(
                                path(file, source, ".scss"), file.file(), Content.of(placed(page, tag, source)), null));
                    }
                }
            }
        }
        return inputs;
    }

    /** Returns a site without what was compiled for its blocks. */
    static Site without(Site site) {
        SortedMap<LogicalPath, Asset> others = new TreeMap<>(site.assets());
        others.keySet().removeIf(path -> path.value().startsWith(FOLDER));
        return others.size() == site.assets().size() ? site : new Site(others, site.pages(), site.versionless());
    }

    private static String source(Page page, Tag tag) {
        return page.text().substring(tag.end(), tag.closeStart());
    }

    private static String placed(Page page, Tag tag, String source) {
        int line = page.lines().line(tag.end());
        int column = tag.end() - page.lines().lineStart(line);
        return "\n".repeat(line - 1) + " ".repeat(column) + source;
    }

    private static LogicalPath path(PageFile file, String source, String ending) {
        String digest = Content.of(file.file() + "\u0000" + source).sha256().substring(0, 16);
        return LogicalPath.of(FOLDER + digest + ending);
    }
}
