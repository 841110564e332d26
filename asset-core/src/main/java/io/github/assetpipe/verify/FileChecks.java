package io.github.assetpipe.verify;

import io.github.assetpipe.io.BuiltTree;
import io.github.assetpipe.io.ManifestFile;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.model.Manifest.AssetEntry;
import io.github.assetpipe.model.Manifest.PageEntry;
import io.github.assetpipe.pass.Fingerprint;
import io.github.assetpipe.transform.Brotli;
import io.github.assetpipe.transform.Gzip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;

/** Checks that each file of the manifest is there, is what it was when it was written, and has true variants. */
final class FileChecks {
    private static final String REBUILD = "Build again, and let nothing change outputs after asset:build.";

    private final BuiltTree tree;
    private final Manifest manifest;
    private final Problems problems;
    private int variants;

    /** Creates the checks of one tree. */
    FileChecks(BuiltTree tree, Manifest manifest, Problems problems) {
        this.tree = tree;
        this.manifest = manifest;
        this.problems = problems;
    }

    /** Returns how many variants were decoded. */
    int variants() {
        return variants;
    }

    /** Runs the checks. */
    void run() {
        manifest.assets().forEach(this::asset);
        manifest.pages().forEach(this::page);
        flatForm();
    }

    private void asset(String key, AssetEntry entry) {
        boolean renamed = !entry.path().equals(key);
        if (!renamed && key.startsWith("webjars/") && tree.find(entry.file()).isEmpty()) {
            return; // The WebJar's own jar serves the plain name.
        }
        Optional<Content> content = file(key, entry.file(), entry.size(), entry.integrity(), entry.encodings());
        if (renamed && content.isPresent()) {
            name(key, entry, content.get());
        }
        if (entry.plainFile() != null) {
            file(key, entry.plainFile(), entry.size(), entry.integrity(), entry.encodings());
        }
        entry.copies().forEach(copy -> file(key, copy, entry.size(), entry.integrity(), entry.encodings()));
    }

    private void page(String key, PageEntry entry) {
        file(key, entry.file(), entry.size(), entry.integrity(), entry.encodings());
    }

    private void name(String key, AssetEntry entry, Content content) {
        String due = LogicalPath.normalise(key)
                .map(path -> Fingerprint.fingerprinted(path, content).value())
                .orElse(key);
        if (!due.equals(entry.path())) {
            problems.inManifest(
                    "name-untrue",
                    key,
                    "\"" + entry.path() + "\" is not named after its content, which would be \"" + due + "\"",
                    "Browsers keep this name for a year, so its content must never change. " + REBUILD);
        }
    }

    /** Checks one file and its variants; returns its content when it can be read. */
    private Optional<Content> file(
            String key, String path, long size, String integrity, SortedMap<String, Long> encodings) {
        Optional<Content> content = tree.find(path);
        if (content.isEmpty()) {
            problems.inManifest("output-missing", key, "\"" + path + "\" is missing", REBUILD);
            return content;
        }
        try {
            Content found = content.get();
            if (found.size() != size) {
                problems.inFile(
                        "output-changed", path, "Has " + found.size() + " bytes, the manifest says " + size, REBUILD);
            } else if (!integrity.isEmpty() && !found.integrity().equals(integrity)) {
                problems.inFile("output-changed", path, "Its digest is not the one in the manifest", REBUILD);
            }
            if (!encodings.isEmpty()) {
                byte[] bytes = found.bytes();
                encodings.forEach((coding, length) -> variant(key, path, coding, length, bytes));
            }
            return content;
        } catch (UncheckedIOException e) {
            problems.inFile("unreadable", path, "Can't read this: " + e.getMessage(), REBUILD);
            return Optional.empty();
        }
    }

    private void variant(String key, String path, String coding, long length, byte[] original) {
        String file = path + ManifestFile.suffix(coding);
        Optional<Content> content = tree.find(file);
        if (content.isEmpty()) {
            problems.inManifest("output-missing", key, "\"" + file + "\" is missing", REBUILD);
            return;
        }
        try {
            byte[] encoded = content.get().bytes();
            byte[] decoded = decode(coding, encoded, original.length);
            variants++;
            if (!Arrays.equals(decoded, original)) {
                problems.inFile("variant-broken", file, "Decodes to something else than " + path, REBUILD);
            } else if (encoded.length != length) {
                problems.inFile(
                        "output-changed",
                        file,
                        "Has " + encoded.length + " bytes, the manifest says " + length,
                        REBUILD);
            }
        } catch (IOException | UncheckedIOException e) {
            problems.inFile("variant-broken", file, "Can't be decoded: " + e.getMessage(), REBUILD);
        }
    }

    private static byte[] decode(String coding, byte[] encoded, int limit) throws IOException {
        return switch (coding) {
            case "br" -> Brotli.decode(encoded, limit);
            case "gzip" -> Gzip.decode(encoded, limit);
            default -> throw new IOException("no decoder for " + coding);
        };
    }

    private void flatForm() {
        String path = ManifestFile.flatPath(tree.manifestPath());
        Content due = ManifestFile.writeFlat(manifest);
        Optional<Content> flat = tree.find(path);
        if (flat.isEmpty() || !flat.get().equals(due)) {
            problems.inFile("manifest-damaged", path, "Is not the flat form of the manifest beside it", REBUILD);
        }
    }
}
