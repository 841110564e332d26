package io.github.assetpipe.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What Lighthouse says of the shop before and after: a phone on slow 4G, each page loaded several times in turns, the median
 * counted. Writes the table of the site's page into {@code target/lighthouse/table.md}.
 *
 * <p>Lighthouse can slow the load itself ("applied"), or load at full speed and reckon what a slow load would be ("simulated").
 * The second takes what came before the first paint for what the paint waited for. On loopback nearly everything comes before,
 * images too, so it tells less of what blocks a page.
 *
 * <p>Runs in the Maven profile {@code lighthouse} alone, because it fetches the npm package and takes minutes.
 */
@Tag("lighthouse")
class LighthouseIT {
    private static final String PACKAGE = "lighthouse@12.8.2";
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path FOLDER = Path.of("target", "lighthouse").toAbsolutePath();
    private static final int RUNS = Integer.getInteger("lighthouse.runs", 5);
    private static final List<String> PAGES = List.of("/", "/plants");
    /** By what the table calls it, the option that Lighthouse has for it. */
    private static final Map<String, String> SLOWED =
            new TreeMap<>(Map.of("applied", "devtools", "simulated", "simulate"));

    /** The figures of one load; times in milliseconds. */
    private record Load(double score, double fcp, double lcp, double tbt, double bytes, double requests) {}

    @Test
    void theBuiltShopIsQuickerOnAPhone() throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not installed; Lighthouse was not run");
        Files.createDirectories(FOLDER);
        assertEquals(0, run(300, "npm", "install", "--no-audit", "--no-fund", "--prefix", FOLDER.toString(), PACKAGE));
        StringBuilder table = new StringBuilder(
                "| slow 4G | page | | score | first paint | largest paint | blocking | bytes | requests |\n"
                        + "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (Map.Entry<String, String> slowed : SLOWED.entrySet()) {
            for (String page : PAGES) {
                List<Load> before = new ArrayList<>();
                List<Load> after = new ArrayList<>();
                for (int i = 0; i < RUNS; i++) {
                    before.add(load(RunningShop.unprocessed().at(page).toString(), slowed.getValue()));
                    after.add(load(RunningShop.built().at(page).toString(), slowed.getValue()));
                }
                table.append(row(slowed.getKey(), page, "before", before)).append(row("", "", "after", after));
                assertTrue(median(after, Load::score) >= median(before, Load::score), table::toString);
                assertTrue(median(after, Load::lcp) < median(before, Load::lcp), table::toString);
                assertTrue(median(after, Load::bytes) < median(before, Load::bytes), table::toString);
                assertTrue(median(after, Load::requests) < median(before, Load::requests), table::toString);
            }
        }
        Files.writeString(FOLDER.resolve("table.md"), table);
        System.out.println(table);
    }

    private static Load load(String url, String throttling) throws Exception {
        Path result = FOLDER.resolve("result.json");
        Files.deleteIfExists(result);
        int code = run(
                180,
                FOLDER.resolve("node_modules/.bin/lighthouse").toString(),
                url,
                "--quiet",
                "--only-categories=performance",
                "--form-factor=mobile",
                "--throttling-method=" + throttling,
                "--output=json",
                "--output-path=" + result,
                "--chrome-flags=--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
                        + " --disable-background-networking --disable-component-update --disable-sync");
        assertEquals(0, code, () -> "Lighthouse failed; its log is " + FOLDER.resolve("log"));
        JsonNode all = new ObjectMapper().readTree(result.toFile());
        JsonNode audits = all.path("audits");
        return new Load(
                Math.round(all.at("/categories/performance/score").asDouble() * 100),
                value(audits, "first-contentful-paint"),
                value(audits, "largest-contentful-paint"),
                value(audits, "total-blocking-time"),
                value(audits, "total-byte-weight"),
                audits.path("network-requests").path("details").path("items").size());
    }

    private static double value(JsonNode audits, String name) {
        JsonNode value = audits.path(name).path("numericValue");
        assertTrue(value.isNumber(), () -> "Lighthouse tells no " + name);
        return value.asDouble();
    }

    private static String row(String slowed, String page, String kind, List<Load> loads) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.0f | %.1f s | %.1f s | %.0f ms | %.0f kB | %.0f |%n",
                slowed,
                page,
                kind,
                median(loads, Load::score),
                median(loads, Load::fcp) / 1000,
                median(loads, Load::lcp) / 1000,
                median(loads, Load::tbt),
                median(loads, Load::bytes) / 1000,
                median(loads, Load::requests));
    }

    private static double median(List<Load> loads, ToDoubleFunction<Load> figure) {
        return loads.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(loads.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static int run(int seconds, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Arrays.asList(command));
        builder.environment().put("CHROME_PATH", CHROMIUM.toString());
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("log").toFile())
                .start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }
}
