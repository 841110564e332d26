package io.github.assetpipe.pass;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.Origin;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.page.Attribute;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.run.PageMemo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares the integrity that an author wrote with the bytes that the author wrote, because the build recomputes both and a
 * mistake would vanish. Files of WebJars are compared too; compiled stylesheets have no such bytes. Safe for several threads.
 */
final class WrittenIntegrity {
    private static final Pattern HASH = Pattern.compile("(?i)\\bsha(256|384|512)-([A-Za-z0-9+/_-]+)");

    private final Site sources;
    private final PageMemo memo;
    /** Digests of files by path and algorithm: many pages name the same few. */
    private final Map<String, String> digests = new ConcurrentHashMap<>();

    /** Creates the comparison with the files of a site as they were read. */
    WrittenIntegrity(Site sources, PageMemo memo) {
        this.sources = sources;
        this.memo = memo;
    }

    /** Returns a warning if none of the hashes in an attribute is that of the file which its tag names. */
    Optional<Diagnostic> check(PageFile file, Page page, Attribute attribute, LogicalPath path) {
        Asset source = sources.assets().get(path);
        Matcher hash = HASH.matcher(attribute.raw(page.text()));
        if (source == null || !hash.find()) {
            return Optional.empty();
        }
        if (source.mediaType().equals(MediaType.CSS) && source.origin() == Origin.PROJECT) {
            // The answers for pages stand while stylesheets change, and this one would not.
            memo.unsuitable();
        }
        do {
            String written = hash.group(2).replace('-', '+').replace('_', '/');
            if (digest(source, hash.group(1)).equals(written)) {
                return Optional.empty();
            }
        } while (hash.find());
        return Optional.of(Diagnostic.warning(
                "integrity-mismatch",
                "This is not the integrity of " + path + " as it was written: browsers would have refused the file",
                page.lines()
                        .location(file.file(), attribute.valueStart(), attribute.valueEnd() - attribute.valueStart()),
                "It was computed anew from the built file. Write that of the file, or leave it out, and see to it that"
                        + " the file is the one that was meant."));
    }

    private String digest(Asset asset, String bits) {
        return digests.computeIfAbsent(asset.path() + " " + bits, key -> {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-" + bits)
                        .digest(asset.content().bytes());
                return Base64.getEncoder().withoutPadding().encodeToString(digest);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
