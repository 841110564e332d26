package io.github.assetpipe.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes the pictures of the demo's report that the site shows. */
class ReportScreenshotsTest {
    private static final Path SITE = Path.of(System.getProperty("site.folder", "../../target/site"))
            .toAbsolutePath()
            .normalize();

    @TempDir
    Path profile;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "report-light, '', 1200, 1000, 1",
        "report-dark, '', 1200, 1000, 0",
        "report-narrow, '', 500, 1000, 1",
        "report-bundles, bundles, 1200, 900, 1",
        "report-imports, imports, 1200, 900, 1"
    })
    void theReportIsShown(String name, String section, int width, int height, int scheme) throws Exception {
        Path chromium = Path.of("/usr/bin/chromium");
        assumeTrue(Files.isExecutable(chromium), "Chromium is not installed; the site has no pictures of the report");
        Path report = SITE.resolve("demo/asset-report.html");
        assertTrue(Files.exists(report), () -> report + " is missing; it is written by the demo's site");
        Path shown = section.isEmpty() ? report : alone(report, section);
        Path picture = SITE.resolve("images/" + name + ".png");
        Files.createDirectories(picture.getParent());
        Files.deleteIfExists(picture);
        File log = profile.resolve("log").toFile();
        Process browser = new ProcessBuilder(List.of(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--user-data-dir=" + profile.resolve("data"),
                        // 0 is dark, 1 is light.
                        "--blink-settings=preferredColorScheme=" + scheme,
                        "--window-size=" + width + "," + height,
                        "--screenshot=" + picture,
                        shown.toUri().toString()))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        boolean ended = browser.waitFor(60, TimeUnit.SECONDS);
        browser.destroyForcibly();
        assertTrue(ended && Files.exists(picture), () -> "no picture; the browser's log is " + log);
        BufferedImage image = assertNotNullImage(picture);
        assertEquals(width, image.getWidth());
        boolean dark = (image.getRGB(2, 2) & 0xff) < 0x80;
        assertEquals(scheme == 0, dark, "the picture is dark");
    }

    /** Returns a copy of the report that shows one section: a screenshot does not scroll. */
    private Path alone(Path report, String section) throws Exception {
        String html = Files.readString(report);
        assertTrue(html.contains("<section id=" + section + " "), () -> "the report has no section " + section);
        String style = "<style>body>header,nav,section:not(#" + section + "){display:none!important}</style>";
        return Files.writeString(profile.resolve("alone.html"), html.replace("</head>", style + "</head>"));
    }

    private static BufferedImage assertNotNullImage(Path picture) throws Exception {
        BufferedImage image = ImageIO.read(picture.toFile());
        assertNotNull(image, () -> picture + " is no picture");
        return image;
    }
}
