package io.github.assetpipe.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same sources on another path, by another user, in another language, zone and encoding, with other threads. */
class ReproducibleIT {
    private static final String HERE = System.getProperty("built.projects", "target/it");
    private static final String ELSEWHERE = System.getProperty("elsewhere.projects", "");

    @BeforeAll
    static void wasBuiltTwice() {
        boolean usual = Path.of(HERE).toAbsolutePath().endsWith(Path.of("target", "it"));
        assumeTrue(!ELSEWHERE.isEmpty() && usual, "a row of the matrix is not built a second time");
    }

    @Test
    void theJarHasTheSameDigest() throws Exception {
        assertSameArchive("jar/target/once/jar-1.jar");
    }

    @Test
    void theWarHasTheSameDigest() throws Exception {
        assertSameArchive("war/target/3.4.0/war-1.war");
    }

    @Test
    void theFolderOfPagesHasTheSameBytes() throws Exception {
        assertEquals(Map.of(), tree(HERE, "static/target/web").differences(tree(ELSEWHERE, "static/target/web")));
    }

    @Test
    void noOutputTellsAPathOrAUser() throws Exception {
        for (String built : new String[] {"jar/target/once/classes", "static/target/web"}) {
            tree(ELSEWHERE, built).files().forEach((path, bytes) -> {
                String text = new String(bytes, StandardCharsets.ISO_8859_1);
                assertFalse(text.contains("a longer path") || text.contains("a%20longer%20path"), path);
                assertFalse(text.contains("somebody"), path);
                assertFalse(text.contains(System.getProperty("user.dir")), path);
            });
        }
    }

    private static void assertSameArchive(String path) throws Exception {
        assertEquals(Map.of(), tree(HERE, path).differences(tree(ELSEWHERE, path)));
        assertEquals(digest(HERE, path), digest(ELSEWHERE, path));
    }

    private static Tree tree(String projects, String path) throws Exception {
        return Tree.of(Path.of(projects).resolve(path));
    }

    private static String digest(String projects, String path) throws Exception {
        byte[] bytes = Files.readAllBytes(Path.of(projects).resolve(path));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
