package io.github.assetpipe.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The laws that every output obeys, whatever was built. */
final class Outputs {
    private Outputs() {}

    /** Checks every asset of a manifest: its file, its name, its integrity and its variants tell the truth. */
    static void tellTheTruth(Tree tree, String manifestPath) throws Exception {
        JsonObject assets = tree.manifest(manifestPath).getAsJsonObject("assets");
        assertFalse(assets.isEmpty(), "the manifest has assets");
        for (Map.Entry<String, JsonElement> asset : assets.entrySet()) {
            JsonObject entry = asset.getValue().getAsJsonObject();
            String file = entry.get("file").getAsString();
            byte[] bytes = tree.files().get(file);
            assertTrue(bytes != null, () -> file + " is missing");
            assertEquals(entry.get("size").getAsInt(), bytes.length, file);
            assertEquals(entry.get("integrity").getAsString(), "sha384-" + base64(digest("SHA-384", bytes)), file);
            if (!entry.get("path").getAsString().equals(asset.getKey())) {
                String sha256 = HexFormat.of().formatHex(digest("SHA-256", bytes));
                assertTrue(file.contains(sha256.substring(0, 8)), () -> file + " is not named by its content");
            }
        }
        variantsDecode(tree);
    }

    /** Checks that every {@code .br} and {@code .gz} decodes to the file that it lies beside. */
    static void variantsDecode(Tree tree) throws IOException {
        Brotli4jLoader.ensureAvailability();
        for (Map.Entry<String, byte[]> file : tree.files().entrySet()) {
            String path = file.getKey();
            if (path.endsWith(".br") || path.endsWith(".gz")) {
                byte[] original = tree.files().get(path.substring(0, path.length() - 3));
                InputStream packed = new ByteArrayInputStream(file.getValue());
                try (InputStream in =
                        path.endsWith(".br") ? new BrotliInputStream(packed) : new GZIPInputStream(packed)) {
                    assertArrayEquals(original, in.readAllBytes(), path);
                }
            }
        }
    }

    private static byte[] digest(String algorithm, byte[] bytes) throws Exception {
        return MessageDigest.getInstance(algorithm).digest(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
