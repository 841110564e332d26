package io.github.assetpipe.css.purge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceFormatTest {
    private static final Evidence EVIDENCE = Evidence.scan(List.of(
            new SourceText("a/p.html", "<a class='größe md:x btn-${k}'>\n<i title=x>\ud83d\udd25", TextKind.MARKUP),
            new SourceText("a/raw.html", "${x}", TextKind.MARKUP, 7),
            new SourceText("b.java", "\n\nIN_PROGRESS \"a-\" + b", TextKind.JAVA)));

    @Test
    void readsBackWhatWasWritten() {
        byte[] bytes = EvidenceFormat.write(EVIDENCE);
        assertEquals(EVIDENCE, EvidenceFormat.read(bytes));
        assertArrayEquals(bytes, EvidenceFormat.write(EvidenceFormat.read(bytes)));
        assertEquals(Evidence.empty(), EvidenceFormat.read(EvidenceFormat.write(Evidence.empty())));
    }

    @Test
    void refusesTheBytesOfAnotherVersion() {
        assertThrows(IllegalArgumentException.class, () -> EvidenceFormat.read(new byte[] {99}));
    }
}
