package io.github.assetpipe.run;

import io.github.assetpipe.io.SourceTree;
import io.github.assetpipe.model.Content;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The digest of this library's own code, so that what an older or a changed one has remembered never counts.
 *
 * <p>A version number would not do: it stays the same while the code is being worked on.
 */
final class CodeDigest {
    /** The digest, 64 hexadecimal digits. */
    static final String VALUE = compute();

    private CodeDigest() {}

    private static String compute() {
        CodeSource source = CodeDigest.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "";
        }
        try {
            Path place = Path.of(source.getLocation().toURI());
            List<Path> files = Files.isDirectory(place) ? SourceTree.files(place) : List.of(place);
            return Content.of(
                            files.stream().map(f -> Content.ofFile(f).sha256()).collect(Collectors.joining("\n")))
                    .sha256();
        } catch (URISyntaxException | java.io.UncheckedIOException e) {
            return "";
        }
    }
}
