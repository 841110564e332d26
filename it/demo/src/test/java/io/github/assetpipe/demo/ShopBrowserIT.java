package io.github.assetpipe.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The packaged shop in Chromium: it looks and works as it did before its assets were processed. */
class ShopBrowserIT {
    private static final int WIDE = 1400;
    private static final int NARROW = 390;
    private static final List<String> NARROW_TOO = List.of("/", "/plants", "/plants/boston-fern", "/checkout");

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @BeforeAll
    static void startChromium() throws IOException {
        var started = Browser.start();
        assumeTrue(started.isPresent(), "Chromium and chromedriver are not installed; the shop was not looked at");
        browser = started.get();
    }

    @AfterAll
    static void stopChromium() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void wide() {
        browser.width(WIDE);
        browser.console();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/plants",
                "/plants?q=fern",
                "/plants/boston-fern",
                "/plants/fiddle-leaf-fig",
                "/basket",
                "/checkout",
                "/thanks",
                "/care",
                "/journal",
                "/journal/winter-light",
                "/about",
                "/contact",
                "/plants/no-such-plant",
                "/fault"
            })
    void everyElementLooksAsItDidBefore(String page) throws IOException {
        boolean alsoNarrow = NARROW_TOO.contains(page);
        for (int width : alsoNarrow ? List.of(WIDE, NARROW) : List.of(WIDE)) {
            browser.width(width);
            browser.open(RunningShop.unprocessed().at(page));
            browser.scrollThrough();
            Looks before = Looks.of(browser);
            browser.console();

            browser.open(RunningShop.built().at(page));
            browser.scrollThrough();
            browser.screenshot(picture(page.equals("/") ? "home" : page.substring(1), width));
            assertEquals(List.of(), faults(), page + " at " + width);
            assertTrue(before.elements() > 60, () -> "only " + before.elements() + " elements on " + page);
            assertEquals("", Looks.of(browser).difference(before), page + " at " + width);
        }
    }

    @Test
    void imagesBelowTheFoldWaitUntilTheyAreNeeded() {
        browser.open(RunningShop.built().at("/"));
        assertTrue(loaded("greenhouse") == 0, "loaded before it is near");
        assertTrue(loaded("window-sill") > 0, "the first picture of the page must not wait");
        browser.run("document.querySelector('.rounded-photo').scrollIntoView()");
        browser.until("the picture of the greenhouse", () -> loaded("greenhouse") > 0);
    }

    @Test
    void theCarouselTurns() {
        browser.open(RunningShop.built().at("/"));
        browser.click("#voices .carousel-control-next");
        browser.until("the second letter", () -> shown(".carousel-item:nth-child(2)"));
        browser.until("the end of the turn", () -> !shown(".carousel-item:nth-child(1)"));
    }

    @Test
    void theMenuOpensAndClosesOnANarrowScreen() throws IOException {
        browser.width(NARROW);
        browser.open(RunningShop.built().at("/plants"));
        assertFalse(shown("#menu"));
        browser.click(".navbar-toggler");
        browser.until("the open menu", () -> count("#menu.show:not(.collapsing)") == 1);
        browser.screenshot(picture("menu", NARROW));
        browser.click(".navbar-toggler");
        browser.until("the closed menu", () -> !shown("#menu"));
    }

    @Test
    void theListOfLightsDropsDown() {
        browser.open(RunningShop.built().at("/"));
        browser.click(".nav-item.dropdown > a");
        browser.until("the list", () -> shown(".dropdown-menu"));
        assertEquals(4L, browser.run("return document.querySelectorAll('.dropdown-menu.show svg use').length"));
    }

    @Test
    void thePhotographOpensLargeAndTheThumbnailsChangeIt() throws IOException {
        browser.open(RunningShop.built().at("/plants/monstera-deliciosa"));
        browser.click(".gallery-thumb[data-crop=leaves]");
        assertEquals(1, count(".gallery-main.crop-leaves"));
        browser.click(".gallery-main");
        browser.until("the large photograph", () -> shown("#photo-modal.show img"));
        browser.until("its image", () -> browser.brokenImages().isEmpty());
        browser.screenshot(picture("photograph", WIDE));
        browser.click("#photo-modal .btn-close");
        browser.until("the page again", () -> !shown("#photo-modal"));
    }

    @Test
    void anAccordionOpensOneAtATime() {
        browser.open(RunningShop.built().at("/care"));
        browser.click("#questions .accordion-item:nth-child(2) button");
        browser.until("the answer", () -> count("#answer-1.show:not(.collapsing)") == 1);
        browser.click("#questions .accordion-item:nth-child(3) button");
        browser.until("the other answer", () -> count("#answer-2.show:not(.collapsing)") == 1);
        browser.until("one answer", () -> count("#questions .collapse.show") == 1);
    }

    @Test
    void suggestionsComeWhileSomebodyTypes() throws IOException {
        browser.open(RunningShop.built().at("/"));
        browser.find("#search").sendKeys("fig");
        browser.until("two figs", () -> count("#suggestions li") == 2);
        browser.screenshot(picture("suggestions", WIDE));
        browser.find("#search").sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
        browser.until("the page of the first", () -> count("h1") == 1 && count("#gallery") == 1);
    }

    @Test
    void aPlantGoesIntoTheBasketAndToTheCheckout() throws IOException {
        browser.open(RunningShop.built().at("/plants/pilea"));
        browser.click(".js-stepper [data-step='1']");
        browser.click("form[action='/basket'] .btn-primary");
        browser.until("the note", () -> shown("#shop-toast.show"));
        assertEquals("2", browser.find(".basket-count").getText());
        browser.scrollThrough();
        browser.screenshot(picture("basket-filled", WIDE));

        browser.open(RunningShop.built().at("/checkout"));
        browser.click("#checkout button[type=submit]");
        browser.until("what is missing", () -> count("#checkout.was-validated :invalid") >= 5);
        assertEquals(
                "rgb(168, 62, 50)",
                browser.run("return getComputedStyle(document.getElementById('name')).borderTopColor"));
        browser.find("#name").sendKeys("Ruth");
        browser.until("the right answer", () -> count("#name.is-valid") == 1);
        browser.screenshot(picture("checkout-missing", WIDE));
        assertEquals(List.of(), faults());
    }

    private static List<String> faults() {
        return browser.console().stream()
                // Chromium reports the page itself when it is the shop's 404 or 500 page.
                .filter(line -> !line.matches(".*(/no-such-plant|/fault) - Failed to load resource.*"))
                .toList();
    }

    private static boolean shown(String selector) {
        return browser.isShown(selector);
    }

    private static int count(String selector) {
        return ((Number) browser.run("return document.querySelectorAll(arguments[0]).length", selector)).intValue();
    }

    private static long loaded(String image) {
        return (Long) browser.run("""
                return performance.getEntriesByType('resource')
                  .filter(({name}) => /\\.jpg$/.test(name) && name.includes(arguments[0])).length""", image);
    }

    private static Path picture(String page, int width) {
        return Path.of("target", "screenshots", page.replaceAll("[^a-z-]+", "-") + "-" + width + ".png");
    }
}
