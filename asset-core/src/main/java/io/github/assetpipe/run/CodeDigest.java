package io.github.assetpipe.run;

import io.github.assetpipe.io.SourceTree;
import io.github.assetpipe.model.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

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
            return Content.of(Files.isDirectory(place) ? digests(place) : directory(place))
                    .sha256();
        } catch (URISyntaxException | IOException | UncheckedIOException e) {
            return "";
        }
    }

    private static String digests(Path folder) {
        return SourceTree.files(folder).stream()
                .map(f -> Content.ofFile(f).sha256())
                .collect(Collectors.joining("\n"));
    }

    /** A jar's directory tells the check sum of every entry: two codes with the same ones are one. */
    private static String directory(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(e -> e.getName() + " " + e.getSize() + " " + e.getCrc())
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }
}
