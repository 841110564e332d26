package io.github.assetpipe.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How every element of a page looks: all its computed properties, and those of what stands before and after it.
 *
 * @param lines an element and one of its looks each, as {@code n tag.class|property:value;...}
 */
record Looks(List<String> lines) {
    private static final String SCRIPT = """
            // Lazy images bring their own tags, and what a script or style holds is not seen.
            const skipped = new Set(['SCRIPT', 'NOSCRIPT', 'STYLE', 'LINK', 'TEMPLATE']);
            const own = value => value.replace(/\\.[0-9a-f]{12}\\./g, '.').replace(/127\\.0\\.0\\.1:\\d+/g, '');
            const look = style => {
              const parts = [];
              for (const name of style) {
                parts.push(name + ':' + style.getPropertyValue(name));
              }
              return own(parts.join(';'));
            };
            // What still moves is shown at its end, or how it looks would hang on the machine's speed.
            for (const animation of document.getAnimations()) {
              try {
                animation.finish();
              } catch (endless) {
                animation.cancel();
              }
            }
            const seen = [];
            let n = 0;
            for (const element of [document.documentElement, ...document.body.querySelectorAll('*'), document.body]) {
              if (skipped.has(element.tagName)) {
                continue;
              }
              n++;
              const name = n + ' ' + element.tagName.toLowerCase() + '.' + [...element.classList].filter(c => c !== 'lazy' && c !== 'loaded' && c !== 'entered').join('.');
              seen.push(name + '|' + look(getComputedStyle(element)));
              for (const pseudo of ['::before', '::after']) {
                const style = getComputedStyle(element, pseudo);
                if (style.content !== 'none' && style.content !== 'normal') {
                  seen.push(name + pseudo + '|' + look(style));
                }
              }
            }
            return seen.join('\\n');
            """;

    /** Looks at the page that is open. */
    static Looks of(Browser browser) {
        return new Looks(List.of(((String) browser.run(SCRIPT)).split("\n", -1)));
    }

    int elements() {
        return lines.size();
    }

    /** Returns what differs, a few lines of it, or the empty string. */
    String difference(Looks before) {
        List<String> found = new ArrayList<>();
        if (lines.size() != before.lines.size()) {
            found.add(before.lines.size() + " looks before, " + lines.size() + " now");
        }
        for (int i = 0; i < Math.min(lines.size(), before.lines.size()) && found.size() < 20; i++) {
            if (!lines.get(i).equals(before.lines.get(i))) {
                found.add(describe(before.lines.get(i), lines.get(i)));
            }
        }
        return String.join("\n", found);
    }

    private static String describe(String before, String now) {
        Map<String, String> old = properties(before);
        StringBuilder out = new StringBuilder(now.substring(0, now.indexOf('|')));
        if (!out.toString().equals(before.substring(0, before.indexOf('|')))) {
            return before.substring(0, before.indexOf('|')) + " became " + out;
        }
        properties(now).forEach((name, value) -> {
            if (!value.equals(old.get(name))) {
                out.append("\n    ")
                        .append(name)
                        .append(": ")
                        .append(old.get(name))
                        .append(" -> ")
                        .append(value);
            }
        });
        return out.toString();
    }

    private static Map<String, String> properties(String line) {
        Map<String, String> map = new HashMap<>();
        for (String part : line.substring(line.indexOf('|') + 1).split(";(?=[a-z-]+:)", -1)) {
            int colon = part.indexOf(':');
            if (colon > 0) {
                map.put(part.substring(0, colon), part.substring(colon + 1));
            }
        }
        return map;
    }
}
