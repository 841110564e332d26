package io.github.assetpipe.io;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftoversTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.css~",
                ".#app.css",
                "#app.css#",
                "%app.css%",
                "._app.css",
                ".app.css.swp",
                ".app.css.swo",
                ".DS_Store",
                "app.css___jb_tmp___",
                "app.css___jb_old___",
                ".git",
                ".svn",
                "CVS",
                ".gitignore",
                "Thumbs.db"
            })
    void whatEditorsAndSystemsLeaveIsSkipped(String name) {
        assertTrue(Leftovers.is(Path.of("src/web", name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".htaccess",
                ".well-known",
                "app.css",
                "a.swp",
                ".swp",
                "#",
                "4913",
                "git",
                "~app.css",
                "_app.scss"
            })
    void otherFilesAreSourcesWhateverTheirNamesBeginWith(String name) {
        assertFalse(Leftovers.is(Path.of("src/web", name)));
    }
}
