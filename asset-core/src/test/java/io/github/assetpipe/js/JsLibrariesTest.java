package io.github.assetpipe.js;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.node.NodeProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Libraries do the same after they were minified: thousands of calls give the same values. */
class JsLibrariesTest {
    private static final String CALLS = """
            import { createRequire } from 'node:module';
            const show = v => typeof v === 'function' ? 'function' : v instanceof Error ? v.name
                : JSON.stringify(v, (k, x) => typeof x === 'function' ? 'function' : x) ?? String(v);
            const say = [];
            const tried = (name, f) => { try { say.push(name + ' ' + show(f())) } catch (e) { say.push(name + ' ' + e.name) } };
            const library = createRequire(import.meta.url)(process.argv[2]);
            say.push(Object.keys(library).sort().join());
            const values = () => [[1, 2, 3], { a: 1, b: { c: [4, 5] } }, 'fooBar baz', x => x && x.a, 2, null, undefined,
                [{ a: 1 }, { a: 2, b: 1 }], 'a.b', new Map([[1, 2]]), /x/g, new Date(0), NaN, -1.5, true];
            if (library.VERSION?.startsWith('4.')) {
                const skipped = /now|random|sample|shuffle|uniqueId|defer|delay|debounce|throttle|Context|noConflict|mixin|times|range|bindAll|pad|repeat|fill/i;
                for (const name of Object.keys(library).filter(k => typeof library[k] === 'function' && !skipped.test(k)).sort())
                    for (const a of values())
                        for (const b of [undefined, 'a', 2, x => x, ['a'], { a: 1 }])
                            tried(name, () => { const r = library[name](a, b); return r instanceof library ? r.value() : r });
            } else if (library.utc) {
                library.suppressDeprecationWarnings = true;
                for (const text of ['2020-01-31T10:20:30Z', '2019-12-29', '1999-02-28 23:59', '2024-W05-3', '2011-060', 1e12, [2010, 1, 14]])
                    for (const format of [undefined, 'YYYY-MM-DD', 'MM-DD-YYYY', 'gggg ww e'])
                        for (const strict of [false, true]) {
                            const at = () => library.utc(text, format, strict);
                            tried('format', () => at().format('YYYY [x] Q Do DDDo w W gg GG E e ddd dddd hh HH kk ss SSS a A X N MMM LLLL'));
                            tried('add', () => at().add(1, 'month').subtract(3, 'weeks').startOf('quarter').endOf('isoWeek').toISOString());
                            tried('flags', () => at().parsingFlags());
                            tried('from', () => [at().from(library.utc('2020-02-01')), at().calendar(library.utc('2020-02-01'))]);
                        }
                for (const time of [0, 1e5, 1e9, -1e10, 'P1Y2M10DT2H30M', { months: 5, days: 40 }])
                    tried('duration', () => [library.duration(time).humanize(true), library.duration(time).toISOString()]);
            } else {
                const points = Array.from({ length: 40 }, (_, i) => [i, Math.sin(i) * 10, Math.cos(i * i) * 5]);
                for (const name of Object.keys(library).sort()) {
                    if (/^curve/.test(name)) tried(name, () => library.line().curve(library[name])(points));
                    if (/^scale/.test(name)) tried(name, () => { const s = library[name](); return [s.domain(), [0, .3, 1, 5].map(x => s(x))] });
                    if (/^geo[A-Z]/.test(name)) tried(name, () => library.geoPath(library[name]())({ type: 'Polygon', coordinates: [[[0, 0], [20, 0], [20, 30], [-170, 40], [0, 0]]] }));
                    if (/^interpolate/.test(name)) tried(name, () => library[name]('#112233', 'rgb(3,200,90)')(.3));
                    if (/^ease/.test(name)) tried(name, () => [0, .2, .7, 1].map(library[name]));
                }
                const tree = library.hierarchy({ c: [{ v: 1 }, { c: [{ v: 2 }, { v: 3 }] }] }, d => d.c).sum(d => d.v || 0);
                for (const name of ['tree', 'cluster', 'treemap', 'pack', 'partition'])
                    tried(name, () => library[name]()(tree.copy()).descendants().map(n => [n.x, n.y, n.x0, n.y1, n.r]));
                const force = library.forceSimulation(points.map(() => ({}))).force('a', library.forceManyBody()).force('b', library.forceCollide(3)).stop();
                tried('force', () => { force.tick(30); return force.nodes() });
                tried('voronoi', () => library.Delaunay.from(points).voronoi([0, -10, 40, 10]).render());
            }
            console.log(say.length + '\\n' + say.join('\\n'));
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "lodash@4.17.21, lodash, lodash.js, 15000",
        "moment@2.30.1, moment, moment.js, 200",
        "d3@7.9.0, d3, dist/d3.js, 150"
    })
    void aLibraryGivesTheSameValues(String dependency, String name, String file, int atLeast) throws Exception {
        NodeProgram node = NodeProgram.with(dependency);
        // Outside of their package, where all are CommonJS.
        Path original = Files.copy(node.folderOf(name).resolve(file), folder.resolve("original.js"));
        Path minified = folder.resolve("minified.js");
        Files.writeString(minified, minified(Files.readString(original)));

        String before = node.run(CALLS, original.toString()).text();
        String after = node.run(CALLS, minified.toString()).text();
        assertTrue(before.lines().count() > atLeast, before);
        assertEquals(before, after);
    }

    @Test
    void aLibraryIsMinifiedTheSameOnEveryRun() throws Exception {
        NodeProgram node = NodeProgram.with("moment@2.30.1");
        String source = Files.readString(node.folderOf("moment").resolve("moment.js"));
        assertEquals(minified(source), minified(source));
    }

    /** Deep code needs a deep stack. */
    private static String minified(String source) throws InterruptedException {
        String[] result = new String[1];
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        result[0] = JsFile.parse(source).print(true, null).code();
                    } catch (JsSyntaxException e) {
                        throw new IllegalStateException(e);
                    }
                },
                "minify",
                JsFile.STACK);
        thread.start();
        thread.join();
        return result[0];
    }
}
