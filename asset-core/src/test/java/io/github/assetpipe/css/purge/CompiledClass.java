package io.github.assetpipe.css.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** Compiles what a test writes. */
public final class CompiledClass {
    private CompiledClass() {}

    /** Returns the class file of a class without a package; {@code folder} is for files in between. */
    public static byte[] of(Path folder, String name, String source) throws IOException {
        Path file = folder.resolve(name + ".java");
        Files.writeString(file, source);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", "17", "-d", folder.toString(), file.toString());
        assertEquals(0, failed, source);
        return Files.readAllBytes(folder.resolve(name + ".class"));
    }
}
