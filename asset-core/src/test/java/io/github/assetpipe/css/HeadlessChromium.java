package io.github.assetpipe.css;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Loads a page in headless Chromium and reads what its script wrote. */
public final class HeadlessChromium {
    private static final String MARK = "REPORT";

    private HeadlessChromium() {}

    /**
     * Runs {@code script} and returns what it leaves in {@code report}, a string.
     *
     * @param script JavaScript in which {@code cases} is {@code data}, an array in JavaScript notation
     */
    static String run(String data, String script) throws IOException, InterruptedException {
        Path page = Files.createTempFile("chromium", ".html");
        Path profile = Files.createTempDirectory("chromium-profile");
        try {
            Files.writeString(page, """
                    <!DOCTYPE html><meta charset="utf-8"><body><pre id="out"></pre><script>
                    const cases = [
                    """ + data + """
                    ];
                    let report = '';
                    try {
                    """ + script + """

                    } catch (e) { report += e.stack; }

                    document.body.textContent = '';
                    const out = document.createElement('pre');
                    out.textContent = 'REP' + 'ORT' + report + 'REP' + 'ORT';
                    document.body.append(out);
                    </script>""");
            return report(dump(page.toUri().toString(), profile));
        } finally {
            Files.deleteIfExists(page);
            delete(profile);
        }
    }

    /** Tells whether there is a Chromium. */
    public static boolean exists() {
        return Files.isExecutable(Path.of("/usr/bin/chromium"));
    }

    /** Loads a page of a server and returns what stands in it between two times the word {@code REPORT}. */
    public static String load(String url) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("chromium-profile");
        try {
            return report(dump(url, profile));
        } finally {
            delete(profile);
        }
    }

    private static String dump(String url, Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + profile,
                        "--virtual-time-budget=100000",
                        "--dump-dom",
                        url)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String dumped = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(5, TimeUnit.MINUTES);
        return dumped;
    }

    private static String report(String dumped) {
        int start = dumped.indexOf(MARK);
        int end = dumped.lastIndexOf(MARK);
        return start == end ? "no report: " + dumped.length() : unescape(dumped.substring(start + 6, end));
    }

    private static String unescape(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", "\u00a0")
                .replace("&amp;", "&");
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            List<Path> all = files.sorted((a, b) -> b.compareTo(a)).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Returns {@code text} as a JavaScript string. */
    static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c == '<' || c > 0x7e) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
