package io.github.assetpipe.css;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Loads elements with two stylesheets in headless Chromium and compares the computed styles of every element and its
 * {@code ::before} and {@code ::after}, at two widths. {@code :hover}, {@code :focus} and {@code :active} are made classes in
 * both, so that they can be forced.
 */
final class EquivalencePage {
    private static final String PAGE = """
            <!DOCTYPE html><meta charset="utf-8"><body><pre id="out"></pre><script>
            const cases = [%s];
            const states = s => s.replace(/:(hover|focus|active|focus-visible|focus-within|visited)(?![-\\w])/g, '.is-$1');
            const eases = {'0.25, 0.1, 0.25, 1': 'ease', '0, 0, 1, 1': 'linear', '0.42, 0, 1, 1': 'ease-in', '0, 0, 0.58, 1': 'ease-out', '0.42, 0, 0.58, 1': 'ease-in-out'};
            const normal = (name, value) => /timing/.test(name) ? value.replace(/cubic-bezier\\(([^)]*)\\)/g, (all, p) => eases[p] || all) : /position|origin|mask|background/.test(name)
              ? value.replace(/(^|[\\s,])0%%/g, '$10px').replace(/repeat-x/g, 'repeat no-repeat').replace(/repeat-y/g, 'no-repeat repeat') : value;
            function load(css, dom, width) {
              const frame = document.createElement('iframe');
              frame.style.cssText = 'width:' + width + 'px;height:600px;border:0';
              document.body.append(frame);
              const d = frame.contentDocument;
              d.open(); d.write('<!DOCTYPE html><html><head></head><body>' + dom + '</body></html>'); d.close();
              const sheet = new frame.contentWindow.CSSStyleSheet(); sheet.replaceSync(states(css)); d.adoptedStyleSheets = [sheet];
              return frame;
            }
            const out = []; let compared = 0, pictures = 0;
            cases.forEach(([source, minified, dom], number) => { for (const width of [1250, 420]) {
              const a = load(source, dom, width), b = load(minified, dom, width);
              const x = a.contentDocument.querySelectorAll('html,body,body *'), y = b.contentDocument.querySelectorAll('html,body,body *');
              for (let i = 0; i < x.length; i++) for (const pseudo of [null, '::before', '::after']) {
                const p = a.contentWindow.getComputedStyle(x[i], pseudo), q = b.contentWindow.getComputedStyle(y[i], pseudo);
                if (pseudo && p.content === q.content && (p.content === 'none' || p.content === 'normal')) continue;
                for (const name of p) {
                  compared++;
                  const v = p.getPropertyValue(name), w = q.getPropertyValue(name);
                  if (v !== w && normal(name, v) !== normal(name, w)) {
                    if (/gradient/.test(v) && /gradient/.test(w)) { pictures++; continue; }
                    out.push('#' + number + ' ' + width + ' ' + x[i].outerHTML.slice(0, 90).replace(/\\n/g, ' ') + (pseudo || '') + ' ' + name + ': ' + v + ' -> ' + w);
                  }
                }
              }
              a.remove(); b.remove();
            }});
            document.getElementById('out').textContent = 'COMPARED ' + compared + ' GRADIENTS ' + pictures + '\\n' + out.slice(0, 40).join('\\n') + '\\nDIFFERENCES ' + out.length;
            </script>
            """;

    private EquivalencePage() {}

    /**
     * Two stylesheets and the elements that they are compared on.
     *
     * @param source the stylesheet as written
     * @param minified the stylesheet that must do the same
     * @param dom the content of the body
     */
    record Case(String source, String minified, String dom) {}

    /** Returns Chromium's report: the differences, at most forty, and their number in the last line. */
    static String compare(List<Case> cases) throws IOException, InterruptedException {
        StringBuilder list = new StringBuilder();
        for (Case one : cases) {
            list.append(list.isEmpty() ? "[" : ",[").append(quote(one.source())).append(',');
            list.append(quote(one.minified()))
                    .append(',')
                    .append(quote(one.dom()))
                    .append(']');
        }
        Path page = Files.createTempFile("equivalence", ".html");
        Path profile = Files.createTempDirectory("equivalence-profile");
        try {
            Files.writeString(page, PAGE.formatted(list));
            Process process = new ProcessBuilder(
                            "chromium",
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--user-data-dir=" + profile,
                            "--virtual-time-budget=100000",
                            "--dump-dom",
                            page.toUri().toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String dumped = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(5, TimeUnit.MINUTES);
            int start = dumped.indexOf("COMPARED");
            int end = dumped.indexOf("</pre>", Math.max(0, start));
            return start < 0 || end < 0 ? "no report: " + dumped.length() : dumped.substring(start, end);
        } finally {
            Files.deleteIfExists(page);
            delete(profile);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            List<Path> all = files.sorted((a, b) -> b.compareTo(a)).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c == '<' || c > 0x7e) {
                out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
