package io.github.assetpipe.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Headless Chromium with a fresh profile; asks nothing of any network but the shop. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BROKEN = """
            const broken = [...document.images].filter(
              img => img.getClientRects().length > 0 && !(img.complete && img.naturalWidth > 0));
            """;

    private final ChromeDriver driver;
    private final Path profile;

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    /** Starts Chromium; empty where this machine has none. */
    static Optional<Browser> start() throws IOException {
        Path chromium = Path.of(System.getProperty("demo.chromium", "/usr/bin/chromium"));
        Path chromedriver = Path.of(System.getProperty("demo.chromedriver", "/usr/bin/chromedriver"));
        if (!Files.isExecutable(chromium) || !Files.isExecutable(chromedriver)) {
            return Optional.empty();
        }
        Path profile = Files.createTempDirectory("shop-browser");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--force-prefers-reduced-motion",
                "--window-size=1400,1000",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .usingAnyFreePort()
                .build();
        return Optional.of(new Browser(new ChromeDriver(service, options), profile));
    }

    /** Opens a page and waits until its fonts are there too. */
    void open(URI address) {
        driver.get(address.toString());
        driver.executeAsyncScript("document.fonts.ready.then(arguments[arguments.length - 1])");
    }

    /** Makes the window as wide as a screen of that kind. */
    void width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Reads the page to its end, brings every image into view that has not come yet, and goes back up. */
    void scrollThrough() {
        for (double y = 0;
                y <= ((Number) run("return document.documentElement.scrollHeight")).doubleValue();
                y += 700) {
            run("window.scrollTo({top: arguments[0], behavior: 'instant'})", y);
            frame();
        }
        until("all images", () -> {
            if (brokenImages().isEmpty()) {
                return true;
            }
            run(BROKEN + "broken[0].scrollIntoView({block: 'center', behavior: 'instant'})");
            frame();
            return false;
        });
        run("window.scrollTo({top: 0, behavior: 'instant'})");
        frame();
    }

    /** Waits until what changed has been drawn. */
    private void frame() {
        driver.executeAsyncScript(
                "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))");
    }

    /** Returns the images that show nothing, among those that are displayed. */
    List<?> brokenImages() {
        return (List<?>) run(BROKEN + "return broken.map(img => img.outerHTML)");
    }

    Object run(String script, Object... values) {
        return driver.executeScript(script, values);
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** Tells whether a first such element is there and seen. */
    boolean isShown(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream().limit(1).anyMatch(WebElement::isDisplayed);
    }

    /** Clicks where the element is, after bringing it into view. */
    void click(String selector) {
        WebElement element = find(selector);
        run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        element.click();
    }

    /** Waits until something holds. */
    void until(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain for " + what + " at " + driver.getCurrentUrl());
            }
            pause(50);
        }
    }

    /** Returns what the console said since the last call. */
    List<String> console() {
        List<String> lines = new ArrayList<>();
        driver.manage().logs().get(LogType.BROWSER).forEach(entry -> lines.add(entry.toString()));
        return lines;
    }

    /** Writes a picture of the whole page. */
    void screenshot(Path file) throws IOException {
        Map<String, Object> answer = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "format", "png"));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode((String) answer.get("data")));
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
