package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.Site;
import java.util.Collection;

/** Questions to a {@link io.github.assetpipe.run.PageMemo}, which hold what the answers depend on. */
final class Question {
    private Question() {}

    /** Returns a question whose answer depends on which assets there are. */
    static String of(String about, Site site) {
        StringBuilder assets = new StringBuilder();
        site.assets().keySet().forEach(path -> assets.append(path).append('\n'));
        return about + " " + digest(assets);
    }

    /** Returns a question whose answer depends on which assets there are, and which of them have got another name. */
    static String ofNames(String about, Site site) {
        StringBuilder assets = new StringBuilder();
        for (Asset asset : site.assets().values()) {
            boolean renamed = !asset.servedPath().equals(asset.path());
            assets.append(asset.path()).append(renamed ? "\n" : " \n");
        }
        return about + " " + digest(assets);
    }

    /** Returns a question whose answer depends on {@code facts}. */
    static String of(String about, Collection<String> facts) {
        return about + " " + digest(String.join("\n", facts));
    }

    private static String digest(CharSequence text) {
        return Content.of(text.toString()).sha256();
    }
}
