package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.run.WatchMemory;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The files that a site's compress blocks join, and the bundles that they become: each is read, looked at and joined once,
 * however many pages name it. Safe for several threads.
 */
final class MemberTexts {
    private record Key(LogicalPath asset, String charset, boolean css) {}

    private final Map<Key, MemberText> files = new ConcurrentHashMap<>();
    private final Map<LogicalPath, Content> bundles = new ConcurrentHashMap<>();
    private final WatchMemory memory;

    /** Creates texts of a build; those of files that former builds read are taken from {@code memory}. */
    MemberTexts(WatchMemory memory) {
        this.memory = memory;
    }

    /**
     * Returns what a file holds.
     *
     * @param charset the {@code charset} attribute of the tag that names it, or empty
     */
    MemberText of(Asset asset, String charset, boolean css) {
        return files.computeIfAbsent(new Key(asset.path(), charset, css), key -> {
            String about = asset.path() + " " + charset + " " + css;
            return memory.of(MemberText.class, about, asset.content(), content -> read(asset, content, charset, css));
        });
    }

    /** Returns the text of the bundle at a path, which {@code join} makes when no other page has named it yet. */
    Content bundle(LogicalPath path, Supplier<Content> join) {
        return bundles.computeIfAbsent(path, p -> join.get());
    }

    /** Returns the source map of a bundle, which is what it was when its members and their maps are what they were. */
    Content map(Joined joined, Function<BlockMember, String> place) {
        return joined.sourceMap(place, memory);
    }

    private static MemberText read(Asset asset, Content content, String charset, boolean css) {
        String path = asset.path().value();
        if (!charset.isEmpty() && !content.isUtf8()) {
            try {
                String text = new String(content.bytes(), Charset.forName(charset));
                return MemberText.of(path + " as " + charset, text, css);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                // A browser ignores it, too.
            }
        }
        String text = content.text();
        return MemberText.of(path, text.startsWith("\ufeff") ? text.substring(1) : text, css);
    }
}
