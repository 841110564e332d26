package io.github.assetpipe.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AntPatternTest {
    @ParameterizedTest
    @CsvSource({
        "static/, static/drafts/**, drafts/**",
        "static/, static/, **",
        "static/, s*/a.css, a.css",
        "static/, **/*.psd, **/*.psd",
        "static/, **, **",
        "META-INF/resources/, META-INF/**, **",
        "META-INF/resources/, META-INF/resources/x.txt, x.txt",
    })
    void readsFromTheFolderBelow(String folder, String pattern, String expected) {
        assertEquals(List.of(expected), AntPattern.below(folder, List.of(pattern)));
    }

    @Test
    void aRegularExpressionStaysAsItIsWhereItWasWritten() {
        String regex = "%regex[css/\\\\w+\\\\.css]";

        assertEquals(List.of(regex), AntPattern.below("", List.of(regex)));
        assertEquals(List.of(), AntPattern.below("static/", List.of(regex)));
    }

    @ParameterizedTest
    @CsvSource({"static/, application*.yml", "static/, public/**", "META-INF/resources/, META-INF/beans.xml"})
    void leavesOutWhatMatchesNothingBelow(String folder, String pattern) {
        assertEquals(List.of(), AntPattern.below(folder, List.of(pattern)));
    }
}
