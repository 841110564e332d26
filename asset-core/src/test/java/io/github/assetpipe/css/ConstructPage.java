package io.github.assetpipe.css;

import java.io.IOException;
import java.util.List;

/**
 * Lets headless Chromium parse stylesheets and their minified forms, and compares what it understood: every rule with its
 * conditions, every selector, every declaration by its computed value.
 *
 * <p>Rules that were merged or split are the same as long as every selector, under its conditions, ends up with the same
 * declarations. Which of two selectors wins is compared elsewhere, on elements.
 */
final class ConstructPage {
    private static final String COMPARE = ComputedValues.SAME + """
            const probe = document.createElement('p'), holder = document.createElement('div');
            holder.style.cssText = 'font:20px serif;width:300px;height:200px;color:teal;position:relative';
            holder.append(probe); document.body.append(holder);
            function tidy(text) { return text.replace(/\\s+/g, ' ').replace(/ ?([(),:>]) ?/g, '$1').replace(/ ?([*\\/]) ?/g, '$1').replace(/'/g, '"').trim(); }
            function features(text) {
              return tidy(text).replace(/ ?(<=|>=|<|>) ?/g, '$1')
                .replace(/\\(([^()<>=:]+)(<=?)([a-z-]+)(<=?)([^()<>=]+)\\)/g, (all, low, l, name, h, high) => `(${name}>${l.slice(1)}${low})and (${name}${h}${high})`)
                .replace(/\\((min|max)-([a-z-]+):/g, (all, side, name) => `(${name}${side === 'min' ? '>=' : '<='}`)
                .replace(/\\) ?and ?\\(/g, ')and(').replace(/\\band \\(/g, 'and(').replace(/^all and ?/, '')
                .replace(/calc\\(([\\d.]+[a-z]+)\\)/g, '$1');
            }
            function selectors(text) {
              const out = ['']; let depth = 0, quote = '';
              for (const c of text) {
                if (quote) { if (c === quote) quote = ''; } else if (c === '"' || c === "'") quote = c;
                else if (c === '(' || c === '[') depth++; else if (c === ')' || c === ']') depth--;
                if (c === ',' && !depth && !quote) out.push(''); else out[out.length - 1] += c;
              }
              return out.map(x => simple(x.replace(/\\s+/g, ' ').trim()));
            }
            // ":is(a)" around a single selector with the same specificity says nothing; neither does "&" before a combinator.
            function simple(text) {
              return text.replace(/:is\\(([\\w-]+|[.#][\\w-]+)\\)/g, '$1').replace(/^&(?=[ >+~])\\s*/, '').replace(/:nth-child\\(1\\)/g, ':first-child').replace(/:nth-last-child\\(1\\)/g, ':last-child')
                .replace(/:nth-of-type\\(1\\)/g, ':first-of-type').replace(/:not\\(:enabled\\)/g, ':disabled').replace(/:not\\(:disabled\\)/g, ':enabled').replace(/\\b(\\d+)n([+-]\\d+)/g, (all, a, b) => a + 'n+' + ((+b % a) + +a) % a);
            }
            let typed = new Set();
            // Shorthands also set these back; no construct here counts on their being left alone.
            const reset = /^(border-image-|transition-behavior:|column-height:|column-wrap:)/;
            function declarations(style) {
              const out = new Map();
              for (const name of Array.from(style, (x, i) => style.item(i)).filter(x => x)) {
                const text = style.getPropertyValue(name);
                let value = tidy(text);
                if (typed.has(name)) { probe.style.color = text; value = getComputedStyle(probe).color; }
                else if (!name.startsWith('--') && !/var\\(|env\\(|attr\\(/.test(text)) {
                  probe.style.cssText = 'position:absolute;border-style:solid';
                  probe.style.setProperty(name, text);
                  value = normal(name, getComputedStyle(probe).getPropertyValue(name));
                  if (['inherit', 'unset', 'revert', 'revert-layer'].includes(text)) value = text;
                }
                out.set(name, value + (style.getPropertyPriority(name) ? '!' : ''));
              }
              return out;
            }
            // Descriptors keep their text; CSSOM has few of them as an object.
            function descriptors(text) {
              const inside = text.slice(text.indexOf('{') + 1, text.lastIndexOf('}'));
              return inside.split(';').map(tidy).filter(x => x).map(x => x.replace(/"([\\w-]+)"/g, '$1')).sort().join(';');
            }
            const conditional = {CSSMediaRule: r => '@media ' + features(r.media.mediaText), CSSSupportsRule: r => '@supports ' + tidy(r.conditionText), CSSContainerRule: r => '@container ' + features(r.conditionText),
              CSSLayerBlockRule: r => '@layer ' + r.name, CSSScopeRule: r => '@scope ' + selectors(r.start || '') + ' to ' + selectors(r.end || ''), CSSStartingStyleRule: r => '@starting-style'};
            // "&" in front of a combinator is implied: ".a{.b{}}" is ".a .b{}".
            function inside(around, selector, parent) { return !parent ? around + '{' + selector : /&/.test(selector) ? around + '{' + selector : around + (/^[>+~]/.test(selector) ? selector : ' ' + selector); }
            function collect(rules, around, out, parent) {
              for (const rule of rules) {
                const kind = rule.constructor.name;
                if (kind === 'CSSStyleRule') {
                  const found = declarations(rule.style);
                  for (const s of selectors(rule.selectorText)) {
                    const key = inside(around, s, parent);
                    add(out, key, found);
                    collect(rule.cssRules, key, out, true);
                  }
                } else if (kind === 'CSSNestedDeclarations') add(out, around, declarations(rule.style));
                else if (conditional[kind]) {
                  if (kind === 'CSSLayerBlockRule') out.set('layer ' + around + rule.name, new Map());
                  if (kind === 'CSSSupportsRule' && /^\\(display:(flex|grid)\\)$/.test(tidy(rule.conditionText))) collect(rule.cssRules, around, out, parent);
                  else collect(rule.cssRules, around + '{' + conditional[kind](rule), out);
                } else if (kind === 'CSSLayerStatementRule') { for (const n of rule.nameList) out.set('layer ' + around + n, new Map()); }
                else if (kind === 'CSSKeyframesRule') {
                  const frames = '{@keyframes ' + rule.name;
                  for (const key of [...out.keys()]) if (key.startsWith(around + frames + '{')) out.delete(key);
                  for (const frame of rule.cssRules) for (const k of frame.keyText.split(',')) add(out, around + frames + '{' + k.trim(), declarations(frame.style));
                } else if (kind === 'CSSImportRule') add(out, '@import ' + rule.href + ' ' + rule.layerName + ' ' + tidy(rule.supportsText || '') + ' ' + features(rule.media.mediaText), new Map([['', '']]));
                else if (kind === 'CSSPropertyRule') add(out, '@property ' + rule.name, new Map([['syntax', rule.syntax], ['inherits', rule.inherits], ['initial', tidy(rule.initialValue || '')]]));
                else if (kind === 'CSSPageRule' || kind === 'CSSMarginRule') {
                  add(out, around + '{@page ' + (rule.selectorText || rule.name), declarations(rule.style));
                  if (rule.cssRules) collect(rule.cssRules, around + '{@page ' + (rule.selectorText || rule.name), out);
                } else if (kind === 'CSSPositionTryRule') add(out, '@position-try ' + rule.name, declarations(rule.style));
                else { const text = descriptors(rule.cssText); if (text) add(out, around + '{' + kind + ' ' + (rule.name || rule.prefix || '') + text, new Map([['', '']])); }
              }
            }
            function add(out, key, found) {
              if (!found.size) return;
              const all = out.get(key) || new Map();
              for (const [name, value] of found) if (!(all.has(name) && all.get(name).endsWith('!') && !value.endsWith('!'))) all.set(name, value);
              out.set(key, all);
            }
            function understood(css) {
              typed = new Set([...css.matchAll(/@property (--[\\w-]+) ?\\{ ?syntax: ?["']<color>/g)].map(m => m[1]));
              const element = document.createElement('style'); element.textContent = css; document.head.append(element);
              const out = new Map(); collect(element.sheet.cssRules, '', out); element.remove();
              const lines = [];
              for (const [key, all] of out) { lines.push(key); for (const [name, value] of all) lines.push(key + ' ' + name + ': ' + value); }
              return lines.sort();
            }
            const wrong = []; let lines = 0, empty = 0;
            for (const [name, source, minified] of cases) {
              const before = understood(source), after = understood(minified);
              lines += before.length; if (!before.length) { empty++; report += name + ' is nothing to Chromium\\n'; }
              const lost = before.filter(x => !after.includes(x)), gained = after.filter(x => !before.includes(x) && !reset.test(x.slice(x.lastIndexOf('{')).replace(/^\\S* /, '')));
              if (lost.length || gained.length) wrong.push(name + ': ' + minified + '\\n   lost   ' + lost.join('\\n          ') + '\\n   gained ' + gained.join('\\n          '));
            }
            report += cases.length + ' sheets, ' + empty + ' empty, ' + lines + ' facts\\n' + wrong.join('\\n') + '\\nDIFFERENCES ' + wrong.length;
            """;

    private ConstructPage() {}

    /**
     * A stylesheet and its minified form.
     *
     * @param name what the report calls it
     * @param source the stylesheet as written
     * @param minified the stylesheet that must say the same
     */
    record Sheet(String name, String source, String minified) {}

    /** Returns Chromium's report; the last line is the number of sheets that differ. */
    static String compare(List<Sheet> sheets) throws IOException, InterruptedException {
        StringBuilder data = new StringBuilder();
        for (Sheet sheet : sheets) {
            data.append('[').append(HeadlessChromium.quote(sheet.name())).append(',');
            data.append(HeadlessChromium.quote(sheet.source())).append(',');
            data.append(HeadlessChromium.quote(sheet.minified())).append("],\n");
        }
        return HeadlessChromium.run(data.toString(), COMPARE);
    }
}
