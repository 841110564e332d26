package io.github.assetpipe.css;

import java.io.IOException;
import java.util.List;

/**
 * Loads elements with two stylesheets in headless Chromium and compares the computed styles of every element and its
 * {@code ::before} and {@code ::after}, at two widths. {@code :hover}, {@code :focus} and {@code :active} are made classes in
 * both, so that they can be forced.
 */
final class EquivalencePage {
    private static final String COMPARE = ComputedValues.SAME + """
            const states = s => s.replace(/:(hover|focus|active|focus-visible|focus-within|visited)(?![-\\w])/g, '.is-$1');
            function load(css, dom, width) {
              const frame = document.createElement('iframe');
              frame.style.cssText = 'width:' + width + 'px;height:600px;border:0';
              document.body.append(frame);
              const d = frame.contentDocument;
              d.open(); d.write('<!DOCTYPE html><html><head></head><body>' + dom + '</body></html>'); d.close();
              const sheet = new frame.contentWindow.CSSStyleSheet(); sheet.replaceSync(states(css)); d.adoptedStyleSheets = [sheet];
              return frame;
            }
            const out = []; let compared = 0;
            cases.forEach(([source, minified, dom], number) => { for (const width of [1250, 420]) {
              const a = load(source, dom, width), b = load(minified, dom, width);
              const x = a.contentDocument.querySelectorAll('html,body,body *'), y = b.contentDocument.querySelectorAll('html,body,body *');
              for (let i = 0; i < x.length; i++) for (const pseudo of [null, '::before', '::after']) {
                const p = a.contentWindow.getComputedStyle(x[i], pseudo), q = b.contentWindow.getComputedStyle(y[i], pseudo);
                if (pseudo && p.content === q.content && (p.content === 'none' || p.content === 'normal')) continue;
                for (const name of p) {
                  compared++;
                  const v = p.getPropertyValue(name), w = q.getPropertyValue(name);
                  if (v !== w && !same(name, v, w)) {
                    out.push('#' + number + ' ' + width + ' ' + x[i].outerHTML.slice(0, 90).replace(/\\n/g, ' ') + (pseudo || '') + ' ' + name + ': ' + v + ' -> ' + w);
                  }
                }
              }
              a.remove(); b.remove();
            }});
            report = 'COMPARED ' + compared + '\\n' + out.slice(0, 40).join('\\n') + '\\nDIFFERENCES ' + out.length;
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
            list.append('[').append(HeadlessChromium.quote(one.source())).append(',');
            list.append(HeadlessChromium.quote(one.minified())).append(',');
            list.append(HeadlessChromium.quote(one.dom())).append("],\n");
        }
        return HeadlessChromium.run(list.toString(), COMPARE);
    }
}
