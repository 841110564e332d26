package io.github.assetpipe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LogicalPathTest {
    private final LogicalPath sheet = LogicalPath.of("css/site/app.css");

    @Test
    void relativeUrlsStartFromTheFilesFolder() {
        assertEquals(Optional.of(LogicalPath.of("css/img/a.png")), sheet.resolve("../img/a.png"));
        assertEquals(Optional.of(LogicalPath.of("img/a.png")), sheet.resolve("/img/a.png"));
    }

    @Test
    void nothingLeavesTheRoot() {
        assertEquals(Optional.empty(), sheet.resolve("../../../etc/passwd"));
        assertEquals(Optional.empty(), sheet.resolve("..\\..\\..\\windows"));
        assertEquals(Optional.empty(), sheet.resolve("/../x"));
        assertEquals(Optional.empty(), LogicalPath.normalise("a\0b"));
        assertThrows(IllegalArgumentException.class, () -> LogicalPath.of("a/../b"));
    }

    @Test
    void partsOfTheName() {
        LogicalPath min = LogicalPath.of("js/jquery.min.js");
        assertEquals("js", min.extension());
        assertEquals("jquery.min", min.stem());
        assertTrue(min.isMinifiedName());
        assertFalse(LogicalPath.of("js/admin.js").isMinifiedName());
        assertEquals("", LogicalPath.of(".htaccess").extension());
    }

    @Property
    void aPathRelativeToAnotherResolvesBackToItself(
            @ForAll @StringLength(min = 1, max = 12) @CharRange(from = 'a', to = 'c') String from,
            @ForAll @StringLength(min = 1, max = 12) @CharRange(from = 'a', to = 'c') String to) {
        // Every b is a folder border, so that common folders of all depths occur.
        LogicalPath a = LogicalPath.of(slashes(from));
        LogicalPath b = LogicalPath.of(slashes(to));
        assertEquals(Optional.of(b), a.resolve(a.relativize(b)));
    }

    private static String slashes(String text) {
        return ("x" + text.replace('b', '/') + "y").replaceAll("/+", "/");
    }

    @Property
    void whatNormalisesIsNormal(@ForAll @StringLength(max = 20) @CharRange(from = '-', to = '9') String text) {
        LogicalPath.normalise(text).ifPresent(p -> {
            assertEquals(Optional.of(p), LogicalPath.normalise(p.value()));
            assertFalse(p.value().contains("//"));
            assertFalse(("/" + p.value() + "/").contains("/../"));
        });
    }
}
