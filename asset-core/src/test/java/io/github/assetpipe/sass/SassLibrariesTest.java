package io.github.assetpipe.sass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.option.SassOptions;
import io.github.assetpipe.transform.TransformResult;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stylesheets that many sites stand on compile from their WebJars as they are, and no warning of theirs is shown. */
class SassLibrariesTest {
    private static final SassLibraries LIBRARIES = new SassLibraries(Path.of("target"), SassOptions.defaults());

    @AfterAll
    static void end() {
        LIBRARIES.close();
    }

    /** A library, how an own stylesheet takes it in, and selectors and values that must come of it. */
    private enum Library {
        BOOTSTRAP_4(
                """
                $primary: rebeccapurple;
                @import "webjars/bootstrap/4.6.2/scss/bootstrap";
                """,
                ".navbar-expand-lg",
                ".btn-outline-primary:hover",
                "--primary: rebeccapurple",
                "@media (min-width: 992px)"),
        BOOTSTRAP_5("""
                @import "webjars/bootstrap/5.3.8/scss/bootstrap";
                .own { @extend .btn; color: $primary; }
                """, ".offcanvas-lg", ".btn-check:checked + .btn", "[data-bs-theme=dark]", ".btn, .own {"),
        BULMA("""
                @use "webjars/bulma/bulma";
                """, ".navbar-burger", ".is-hidden-tablet-only", "[data-theme=dark]"),
        BULMA_IN_PARTS("""
                @use "webjars/bulma/sass/utilities" with ($primary: #123456);
                @forward "webjars/bulma/sass/elements/button";
                """, ".button.is-primary"),
        BULMA_AS_PACKAGE("@use 'pkg:bulma/sass/components/card';", ".card-header-title"),
        FOUNDATION("""
                @import "webjars/foundation-sites/scss/foundation";
                @include foundation-everything;
                """, ".top-bar", ".button.hollow", ".accordion-menu", "@media print, screen and (min-width: 40em)"),
        FONT_AWESOME_4(
                """
                $fa-font-path: "../webjars/font-awesome/4.7.0/fonts";
                @import "webjars/font-awesome/scss/font-awesome";
                """,
                ".fa-github:before",
                "url(\"../webjars/font-awesome/4.7.0/fonts/fontawesome-webfont.woff2?v=4.7.0\")"),
        FONT_AWESOME_6("""
                @import "webjars/fortawesome__fontawesome-free/scss/fontawesome";
                @import "webjars/fortawesome__fontawesome-free/scss/solid";
                """, ".fa-house::before", ".fa-solid", "fa-solid-900.woff2"),
        GOVUK("""
                @use "webjars/govuk-frontend/dist/govuk" with ($govuk-assets-path: "/a/");
                """, ".govuk-button--warning", ".govuk-header__logotype", "url(\"/a/fonts/light-94a07e06a1-v2.woff2\")"),
        GOVUK_AS_PACKAGE("@use 'pkg:govuk-frontend';", ".govuk-summary-list__row--no-border");

        private final String scss;
        private final List<String> expected;

        Library(String scss, String... expected) {
            this.scss = scss;
            this.expected = List.copyOf(Arrays.asList(expected));
        }
    }

    @ParameterizedTest
    @EnumSource
    void compilesWithoutAWarning(Library library) {
        TransformResult result = LIBRARIES.dart(library.scss);
        assertEquals(List.of(), SassLibraries.notOfTheOwnStylesheet(result));
        String css = result.outputs().get(0).content().text();
        for (String expected : library.expected) {
            assertTrue(css.contains(expected), () -> library + " has no " + expected);
        }
    }
}
