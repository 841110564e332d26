package io.github.assetpipe.css;

/** JavaScript that writes computed values in one form where Chromium gives several that show the same. */
final class ComputedValues {
    /**
     * Defines {@code same(property, a, b)}. Only these differences are none: a zero offset in pixels or per cent; a named
     * easing or its curve; a gradient with its implied direction and stop positions written out or not; an
     * sRGB colour that is mixed or derived from others and the 8-bit one that is shown for it; a font name that is said twice.
     */
    static final String SAME = """
            const eases = {'0.25, 0.1, 0.25, 1': 'ease', '0, 0, 1, 1': 'linear', '0.42, 0, 1, 1': 'ease-in', '0, 0, 0.58, 1': 'ease-out', '0.42, 0, 0.58, 1': 'ease-in-out'};
            function split(text) {
              const out = ['']; let depth = 0;
              for (const c of text) { depth += c === '(' ? 1 : c === ')' ? -1 : 0; if (c === ',' && !depth) out.push(''); else out[out.length - 1] += c; }
              return out.map(x => x.trim());
            }
            function stop(text) {
              const color = /^(?:[\\w-]+\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)|#\\w+|[a-z]+)/i.exec(text);
              if (!color) return null;
              const rest = text.slice(color[0].length).trim();
              return {color: color[0], at: rest ? rest.match(/calc\\([^)]*\\)|\\S+/g) : []};
            }
            function gradient(name, inside) {
              const parts = split(inside); const first = /^(rgb|#|color|okl|lab|lch|hsl|[a-z]+$)/.test(parts[0]) && !/^(to |from |at |in |circle|ellipse|closest|farthest)/.test(parts[0]) ? '' : parts.shift();
              let line = first.replace(/^to bottom$|^180deg$/, '').replace(/^to top$/, '0deg').replace(/^to right$/, '90deg').replace(/^to left$/, '270deg')
                .replace(/\\bfarthest-corner\\b/, '').replace(/\\bat (50% 50%|center center|center)$/, '').replace(/^from 0deg\\b/, '').replace(/\\b0%/g, '0px').trim();
              if (!/circle/.test(line)) line = line.replace(/\\bellipse\\b/, '').trim();
              const flat = [];
              for (const p of parts) { const s = stop(p); if (!s) { flat.push([p]); continue; } if (!s.at.length) flat.push([s.color, null]); for (const a of s.at) flat.push([s.color, a]); }
              if (flat.length && flat[0][1] === null) flat[0][1] = '0%';
              if (flat.length && flat[flat.length - 1][1] === null) flat[flat.length - 1][1] = '100%';
              let max = -1e9;
              for (const f of flat) if (f[1]) { f[1] = f[1].replace(/^0(px|%|deg)$/, '0%'); if (/%$/.test(f[1])) { max = Math.max(max, parseFloat(f[1])); f[1] = max + '%'; } }
              const kept = /repeating/.test(name) ? flat : flat.filter((f, i) => {
                const before = flat[i - 1], after = flat[i + 1];
                if (!before && after && after[0] === f[0] && /%$/.test(after[1] || '')) return false;
                if (!after && before && before[0] === f[0] && /%$/.test(before[1] || '')) return false;
                return !(before && before[0] === f[0] && before[1] === f[1]);
              });
              return name + '(' + line + ';' + kept.map(f => f.join(' ')).join() + ')';
            }
            function srgb(all, r, g, b, alpha) {
              const level = x => Math.round(x * 255);
              return alpha === undefined || +alpha === 1 ? `rgb(${level(r)}, ${level(g)}, ${level(b)})` : `rgba(${level(r)}, ${level(g)}, ${level(b)}, ${+alpha})`;
            }
            function normal(property, value) {
              let out = value.replace(/color\\(srgb ([\\d.]+) ([\\d.]+) ([\\d.]+)(?: \\/ ([\\d.]+))?\\)/g, srgb).replace(/cubic-bezier\\(([^)]*)\\)/g, (all, p) => eases[p] || all).replace(/steps\\(1, start\\)/g, 'step-start').replace(/jump-start/g, 'start').replace(/calc\\(([\\d.]+px)\\)/g, '$1');
              if (property === 'font-family') out = [...new Set(split(out))].join(', ');
              if (/position|origin|mask|background|offset-anchor/.test(property)) out = out.replace(/(^|[\\s,(])0%/g, '$10px');
              return out.replace(/((?:repeating-)?(?:linear|radial|conic)-gradient)\\(((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*)\\)/g, (all, name, inside) => gradient(name, inside));
            }
            function same(property, a, b) {
              // Chromium cuts this property's lengths to whole pixels before it converts them exactly: 25.4mm are 95px to it.
              if (property === 'outline-offset') return Math.abs(parseFloat(a) - parseFloat(b)) <= 1;
              return a === b || normal(property, a) === normal(property, b);
            }
            """;

    private ComputedValues() {}
}
