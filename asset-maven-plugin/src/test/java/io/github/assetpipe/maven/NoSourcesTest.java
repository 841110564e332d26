package io.github.assetpipe.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.option.SourceRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoSourcesTest {
    @TempDir
    Path base;

    @Test
    void aFolderThatThisPackagingDoesNotReadIsToldWithTheLayoutThatDoes() throws Exception {
        Files.createDirectories(base.resolve("src/main/web"));

        List<String> warnings = told(List.of(root("src/main/resources/static")));

        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).startsWith("src/main/web is there"), warnings.get(0));
        assertTrue(warnings.get(0).contains("<layout>static</layout>"), warnings.get(0));
    }

    @Test
    void aProjectWithoutAnySuchFolderIsNoReasonToWarn() {
        assertEquals(List.of(), told(List.of(root("src/main/web"))));
    }

    private SourceRoot root(String folder) {
        return SourceRoot.of(base.resolve(folder), SourceRoot.Kind.WEBAPP, "");
    }

    private List<String> told(List<SourceRoot> roots) {
        List<String> warnings = new ArrayList<>();
        NoSources.tell(base, roots, new SystemStreamLog() {
            @Override
            public void warn(CharSequence content) {
                warnings.add(content.toString());
            }
        });
        return warnings;
    }
}
