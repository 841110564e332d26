package io.github.assetpipe.sass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assetpipe.css.CssMinifier;
import io.github.assetpipe.option.SassOptions;
import io.github.assetpipe.transform.TransformResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Both Sass engines make the same of the libraries that both can compile, after minifying, but for the differences that are
 * listed here and explained to users on the page of the compile pass.
 */
class SassEnginesAgreeTest {
    private static final SassLibraries LIBRARIES = new SassLibraries(Path.of("target"), SassOptions.defaults());

    @AfterAll
    static void end() {
        LIBRARIES.close();
    }

    /** A library and how many declarations differ, by kind. */
    private enum Library {
        BOOTSTRAP_4(
                "@import 'webjars/bootstrap/4.6.2/scss/bootstrap';",
                Map.of(SassDifference.CHARACTERS, 1, SassDifference.COLOUR, 39)),
        BOOTSTRAP_5(
                "@import 'webjars/bootstrap/5.3.8/scss/bootstrap';",
                Map.of(SassDifference.CHARACTERS, 1, SassDifference.COLOUR, 143, SassDifference.CALC, 3)),
        FONT_AWESOME_4(
                "@import 'webjars/font-awesome/scss/font-awesome';",
                Map.of(SassDifference.CHARSET, 1, SassDifference.CHARACTERS, 786)),
        FONT_AWESOME_6(
                "@import 'webjars/fortawesome__fontawesome-free/scss/fontawesome',"
                        + " 'webjars/fortawesome__fontawesome-free/scss/solid';",
                Map.of()),
        FOUNDATION_6(
                "@import 'webjars/foundation-sites/scss/foundation'; @include foundation-everything;",
                Map.of(SassDifference.CHARSET, 1, SassDifference.CHARACTERS, 6, SassDifference.MINUS, 20));

        private final String scss;
        private final Map<SassDifference, Integer> differences;

        Library(String scss, Map<SassDifference, Integer> differences) {
            this.scss = scss;
            this.differences = differences;
        }
    }

    @ParameterizedTest
    @EnumSource
    void enginesDifferOnlyInWhatIsListed(Library library) {
        Map<String, String> dart = facts(LIBRARIES.dart(library.scss));
        Map<String, String> libsass = facts(LIBRARIES.libsass(library.scss));
        Set<String> keys = new TreeSet<>(dart.keySet());
        keys.addAll(libsass.keySet());
        List<String> unexplained = new ArrayList<>();
        Map<SassDifference, Integer> counts = new TreeMap<>();
        for (String key : keys) {
            String first = dart.getOrDefault(key, "");
            String second = libsass.getOrDefault(key, "");
            if (first.equals(second) && dart.containsKey(key) && libsass.containsKey(key)) {
                continue;
            }
            Optional<SassDifference> kind = Stream.of(SassDifference.values())
                    .filter(d -> d.explains(key, first, second))
                    .findFirst();
            kind.ifPresentOrElse(
                    k -> counts.merge(k, 1, Integer::sum), () -> unexplained.add(key + ": " + first + " / " + second));
        }
        assertEquals(List.of(), unexplained);
        assertEquals(new TreeMap<>(library.differences), counts);
    }

    private static Map<String, String> facts(TransformResult result) {
        assertEquals(List.of(), SassLibraries.notOfTheOwnStylesheet(result));
        return FlatSheet.of(CssMinifier.minify(result.outputs().get(0).content().text()));
    }
}
