package io.github.assetpipe.transform;

import static io.github.assetpipe.transform.TransformerLaws.input;
import static io.github.assetpipe.transform.TransformerLaws.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.text.SourceMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoweredJsTest {
    private static TransformResult lower(int year, String source) {
        return new LoweredJs(year, false, 0).transform(input("js/app.js", source), Lookup.none());
    }

    /** Places and what is there, as a person reads it. */
    private static List<String> told(TransformResult result) {
        return result.diagnostics().stream()
                .map(d -> {
                    Location at = Objects.requireNonNull(d.location());
                    return at.line() + ":" + at.column() + " " + d.message();
                })
                .toList();
    }

    @Test
    void lawsHold() {
        TransformerLaws.assertHold(
                new LoweredJs(2019, false, 0), input("js/app.js", "window.f = a => a?.b ?? 1;\n"), Lookup.none());
    }

    @Test
    void aScriptInOldSyntaxStaysAsItIs() {
        assertTrue(lower(2015, "var a = 1;\nfor (var b of [`x`]) { f({ b, [b]: 2 }); }\n")
                .outputs()
                .isEmpty());
        assertTrue(lower(2017, "class A { async m(x = 1, ...y) { const { z } = await f(x ** 2); } }\n")
                .outputs()
                .isEmpty());
    }

    @Test
    void optionalChainsAndLogicalAssignmentsAreWrittenInTheSyntaxOf2019() {
        String code = text(lower(2019, "window.f = a => { a.b ??= 1; return a?.c ?? 2; };\n"));

        assertFalse(code.contains("?.") || code.contains("??"), code);
        assertTrue(code.startsWith("window.f=a=>{"), code);
    }

    @Test
    void arrowsAndClassesAreWrittenInTheSyntaxOf2015() {
        String code = text(lower(2015, "class A { m() { return () => this.x; } }\nwindow.a = new A();\n"));

        assertFalse(code.contains("class ") || code.contains("=>"), code);
        assertTrue(code.contains("A.prototype.m=function(){"), code);
    }

    @Test
    void classFieldsAndStaticBlocksGoWhereTheirYearAsksForIt() {
        String source = "class A { x = 1; static { f(A); } }\n";

        assertTrue(lower(2023, source).outputs().isEmpty());
        assertTrue(text(lower(2021, source)).contains("constructor(){this.x=1}"));
    }

    @Test
    void directivesLicencesAndDynamicImportsStay() {
        String code = text(lower(2019, """
                /*! (c) 2020 by me */
                (function () { 'use strict'; return import('./a.js').then(function (m) { return m?.x; }); })();
                """));

        assertTrue(
                code.startsWith("/*! (c) 2020 by me */\n(function(){\"use strict\";return import(\"./a.js\")"), code);
        assertFalse(code.contains("?."), code);
    }

    @Test
    void aModuleKeepsItsImportsAndExports() {
        String code = text(lower(2019, """
                import { a as b } from './b.js';
                import d, * as all from 'lib';
                export const f = x => x?.y;
                export default function (y = 2) { return b(y) ?? d; }
                export * from './c.js';
                export { all as rest };
                """));

        assertFalse(code.contains("?.") || code.contains("??"), code);
        for (String kept : List.of(
                "import{a as b}from\"./b.js\"",
                "import d,*as all from\"lib\"",
                "export{f as f}",
                "export default function(y=2)",
                "export*from\"./c.js\"",
                "export{all as rest}")) {
            assertTrue(code.contains(kept), kept + " in " + code);
        }
    }

    @Test
    void aModuleIsNotWrittenForBrowsersThatRunNone() {
        assertTrue(lower(2015, "import a from './a.js';\nexport const f = (x = 1) => a(x);\n")
                .outputs()
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2019 | x = 10n            | a BigInt, which all browsers know since 2020",
                "2019 | x = /(?<=a)b/      | a lookbehind in a regular expression, which all browsers know since 2023",
                "2019 | x = /(?<y>a)/      | a named group of a regular expression, which all browsers know since 2020",
                "2019 | x = /\\p{L}/u      | a Unicode property in a regular expression, which all browsers know since 2020",
                "2015 | x = /a/u           | a regular expression with the flag u or y, which all browsers know since 2016",
                "2016 | f(function () { new.target }) | new.target, which all browsers know since 2017",
                "2020 | class A { #p }     | a private name (#), which all browsers know since 2021",
                "2020 | export * as a from 'a' | export * as, which all browsers know since 2021",
                "2024 | import a from './a.json' with { type: 'json' } | attributes of an import, which all browsers know since 2025",
                "2026 | { using x = f() }  | using, which not all browsers of today know",
            })
    void whatCannotBeLoweredIsToldWithItsPlace(int year, String source, String what) {
        List<String> told = told(lower(year, source + "\n"));

        assertEquals(1, told.size(), told::toString);
        assertTrue(told.get(0).contains(" it has " + what), told.get(0));
    }

    @Test
    void whatKeepsAScriptFromBeingLoweredIsNamed() {
        TransformResult result = lower(2019, "var a = b?.c;\nclass P { #x = 1; }\n");

        assertTrue(result.outputs().isEmpty());
        assertEquals(
                List.of(
                        "2:11 The browsers of 2019 can't run this script: it has a private name (#), which all browsers know"
                                + " since 2021, in a script with private names (#) that can't be lowered."),
                told(result));
    }

    @Test
    void aQuestionMarkInAClassOfARegularExpressionIsNoLookbehind() {
        assertEquals(List.of(), told(lower(2019, "x = /[(?<=]\\(?<=/;\n")));
    }

    @Test
    void aSyntaxErrorIsLeftToTheMinifier() {
        assertEquals(List.<Diagnostic>of(), lower(2019, "var = ?.;\n").diagnostics());
    }

    @Test
    void theSourceMapLeadsToWhatWasWritten() {
        String source = "/*! (c) 2020 by me */\nvar first;\nwindow.name1 = second?.third;\n";
        TransformResult result = new LoweredJs(2019, true, 0).transform(input("js/app.js", source), Lookup.none());
        String code = text(result);
        SourceMap map = SourceMap.parse(
                Objects.requireNonNull(result.outputs().get(0).sourceMap()).text());

        String line = code.lines().toList().get(1);
        int column = line.indexOf("second");
        int segment = 0;
        for (int i = 0; i < map.size(); i++) {
            if (map.line(i) == 1 && map.column(i) <= column) {
                segment = i;
            }
        }
        assertEquals(2, map.originalLine(segment));
        assertEquals(source.lines().toList().get(2).indexOf("second"), map.originalColumn(segment));
    }
}
