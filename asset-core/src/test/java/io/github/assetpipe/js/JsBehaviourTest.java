package io.github.assetpipe.js;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assetpipe.node.NodeProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs do the same before and after: calls, getters and assignments in the same order, with the same values.
 *
 * <p>{@code -Dassetpipe.js.programs=} says how many, {@code -Dassetpipe.js.seed=} from which seed on.
 */
class JsBehaviourTest {
    /** Runs {@code N.js} and {@code N.min.js} of a folder; says where they differ. */
    private static final String COMPARE = """
            import fs from 'node:fs';
            import vm from 'node:vm';
            const folder = process.argv[2];
            const text = v => { try { return typeof v === 'function' ? 'function' : JSON.stringify(v) ?? String(v) } catch { return 'circular' } };
            function run(source) {
                const trace = [];
                const context = vm.createContext({});
                let calls = 0;
                try {
                    vm.runInContext(source, context, { timeout: 2000 });
                    let set = 0;
                    const log = (...all) => {
                        trace.push('log ' + all.map(text).join());
                        if (++calls > 200) throw new RangeError('enough');
                        return all[0];
                    };
                    const o = {
                        n: 3,
                        get g() { trace.push('g'); this.set && this.set(++set); return 1 },
                        get h() { trace.push('h'); this.set && this.set(0); return 0 },
                        get m() { trace.push('m'); return x => { trace.push('called ' + text(x)); return x } },
                        set p(x) { trace.push('p ' + text(x)) },
                    };
                    context.log = log;
                    context.o = o;
                    trace.push('result ' + text(vm.runInContext('main(log,o)', context, { timeout: 2000 })));
                } catch (e) {
                    trace.push('throws ' + (e && e.name));
                }
                return trace.join('\\n');
            }
            let compared = 0;
            for (const name of fs.readdirSync(folder).filter(n => /^\\d+\\.js$/.test(n))) {
                const before = fs.readFileSync(folder + '/' + name, 'utf8');
                const after = fs.readFileSync(folder + '/' + name.replace('.js', '.min.js'), 'utf8');
                let a = run(before), b = run(after);
                compared += a.includes('throws SyntaxError') ? 0 : 1;
                if (a !== b) {
                    console.log('DIFFERS ' + name + '\\n' + before + '\\n' + after + '\\n--- before\\n' + a + '\\n--- after\\n' + b);
                    process.exit(1);
                }
            }
            console.log('compared ' + (compared > 0.9 * fs.readdirSync(folder).length / 2));
            """;

    @TempDir
    Path folder;

    @Test
    void randomProgramsDoTheSameAsBefore() throws Exception {
        NodeProgram node = NodeProgram.with();
        int count = Integer.getInteger("assetpipe.js.programs", 2000);
        long first = Long.getLong("assetpipe.js.seed", System.nanoTime());
        for (int i = 0; i < count; i++) {
            String source = new JsPrograms(first + i).program();
            String name = String.valueOf(first + i);
            Files.writeString(folder.resolve(name + ".js"), source);
            Files.writeString(folder.resolve(name + ".min.js"), minified(source));
        }
        assertEquals(
                "compared true", node.run(COMPARE, folder.toString()).text().strip(), "from seed " + first);
    }

    private static String minified(String source) {
        try {
            return JsFile.parse(source).print(true, null).code();
        } catch (JsSyntaxException e) {
            throw new AssertionError("does not parse at " + source.substring(e.offset()) + " of " + source, e);
        }
    }
}
