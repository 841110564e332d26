package io.github.assetpipe.js;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsFileTest {
    private static String print(String source) throws JsSyntaxException {
        return JsFile.parse(source).print(false, null).code();
    }

    private static String shorten(String source) throws JsSyntaxException {
        return JsFile.parse(source).print(true, null).code();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ==> ",
            quoteCharacter = '\u0001',
            value = {
                "a = b + c * d; ==> a=b+c*d",
                "a = (b + c) * d; ==> a=(b+c)*d",
                "a = b - (c - d); ==> a=b-(c-d)",
                "a = b - c - d; ==> a=b-c-d",
                "a = b ** c ** d; ==> a=b**c**d",
                "a = (b ** c) ** d; ==> a=(b**c)**d",
                "a = (-b) ** c; ==> a=(-b)**c",
                "a = (b ?? c) || d; ==> a=(b??c)||d",
                "a = b ?? (c && d); ==> a=b??(c&&d)",
                "a = + +b; c = - -d; e = a + +b; f = a - --b; ==> a=+ +b;c=- -d;e=a+ +b;f=a- --b",
                "a = (b, c); f((d, e), g); ==> a=(b,c);f((d,e),g)",
                "new (a())(); new (a.b().c)(); new a.b(); new (a.b) ==> new(a());new(a.b().c);new a.b;new a.b",
                "new a().b; (new a).b ==> (new a).b;(new a).b",
                "(function () {})(); (() => {})(); !function(){}() ==> !function(){}();(()=>{})();!function(){}()",
                "({}).a; ({a} = b); (class {}).b ==> ({}).a;({a}=b);(class{}).b",
                "a = () => ({}); b = () => ({}).c; d = () => { return } ==> a=()=>({});b=()=>({}).c;d=()=>{return}",
                "(a?.b).c; a?.b.c; (a?.b)(); delete a?.[b] ==> (a?.b).c;a?.b.c;(a?.b)();delete a?.[b]",
                "1..a; 1.5.a; 0x10.a; 1e3.a ==> 1..a;1.5.a;16..a;1e3.a",
                "0.5; 1.0; 100000; 0xff; 1_000; 0b11; .50 ==> .5;1;1e5;255;1e3;3;.5",
                "for (var i = 0, n = (a in b); i < n; i++) {} ==> for(var i=0,n=(a in b);i<n;i++);",
                "for (let x of (a, b)) ; ==> for(let x of(a,b));",
                "for (const k in a, b) c(); ==> for(const k in a,b)c()",
                "if (a) { if (b) c() } else d() ==> if(a){if(b)c()}else d()",
                "if (a) { for (;;) if (b) c() } else d() ==> if(a){for(;;)if(b)c()}else d()",
                "if (a) { let b } ==> if(a){let b}",
                "do { a() } while (b) c() ==> do a();while(b);c()",
                "a: for (;;) { break a } ==> a:for(;;)break a",
                "return_: { x } ==> return_:x",
                "try { a } catch { b } finally { c } ==> try{a}catch{b}finally{c}",
                "switch (a) { case 1: b; break; default: c } ==> switch(a){case 1:b;break;default:c}",
                "class A extends (b, c) { static #x = 1; static { y } get z() { return #x in A } async *w() {} 'q'() {} }"
                        + " ==> class A extends(b,c){static#x=1;static{y}get z(){return#x in A}async*w(){}q(){}}",
                "x = class { a; b = 1; static; get; set } ==> x=class{a;b=1;static;get;set}",
                "async () => { await a; for await (const b of c) d } ==> async()=>{await a;for await(const b of c)d}",
                "function* f() { yield; yield* a; b = yield c } ==> function*f(){yield;yield*a;b=yield c}",
                "let { a, b: c = 1, ...d } = e; [f, , g = 2] = h ==> let{a,b:c=1,...d}=e;[f,,g=2]=h",
                "a = [, ]; b = [1, ,]; c = [,,1] ==> a=[,];b=[1,,];c=[,,1]",
                "`a${b}c${`d${e}`}`; f`\\u` ==> `a${b}c${`d${e}`}`;f`\\u`",
                "a = b / c / d; e = /x/g.test(f) / 2; if (a) /r/.exec(b) ==> a=b/c/d;e=/x/g.test(f)/2;if(a)/r/.exec(b)",
                "typeof a; void 0; delete a.b; a instanceof b ==> typeof a;void 0;delete a.b;a instanceof b",
                "let async; async = 1; async (x); async x => x; async (x, y) => x ==> let async;async=1;async(x);async x=>x;"
                        + "async(x,y)=>x",
                "var get, set, of, static_, let_; ({ get, set() {}, async, get a() {}, async b() {}, [c]: d, 'e-f': 1, 2: 3 })"
                        + " ==> var get,set,of,static_,let_;({get,set(){},async,get a(){},async b(){},[c]:d,\"e-f\":1,2:3})",
                "a¶++b ==> a;++b",
                "a = b¶(c) ==> a=b(c)",
                "if (a) ; else b ==> if(a);else b",
                "x = a ? b : c ? d : e; (a ? b : c) ? d : e ==> x=a?b:c?d:e;(a?b:c)?d:e",
                "a = '</script>'; b = \"it's\"; c = 'say \"x\"' ==> a=\"<\\/script>\";b=\"it's\";c='say \"x\"'",
                "a<!--b¶c ==> a;c",
                "a < !--b ==> a< !--b",
                "using x = a(); { await: 1 } ==> using x=a();{await:1}",
                "import('a', { with: { type: 'json' } }) ==> import(\"a\",{with:{type:\"json\"}})",
                "function f() { new.target }  ==> function f(){new.target}",
                "var a\\u0062 = 1; \\u{61}b ==> var ab=1;ab"
            })
    void printsWithoutWhiteSpace(String source, String expected) throws JsSyntaxException {
        String text = source.replace('¶', '\n');
        assertEquals(expected, print(text));
        assertEquals(expected, print(print(text)), "printing is stable");
    }

    @Test
    void printsModules() throws JsSyntaxException {
        String module = """
                import a, { b as c, default as d, "x y" as e } from 'm' with { type: 'json' };
                import * as n from "n"; import 'side'; import {} from 'o';
                export { a, c as "q r", d as default }; export * from 'p'; export * as s from 'q';
                export const t = 1, { u } = v; export function f() {} export default class {}
                await import.meta.url;
                """;
        assertEquals(
                "import a,{b as c,default as d,\"x y\"as e}from\"m\"with{type:\"json\"};import*as n from\"n\";"
                        + "import\"side\";import{}from\"o\";export{a,c as\"q r\",d as default};export*from\"p\";"
                        + "export*as s from\"q\";export const t=1,{u}=v;export function f(){}export default class{}"
                        + "await import.meta.url",
                print(module));
        assertTrue(JsFile.parse(module).isModule());
    }

    @Test
    void keepsDirectivesAndNothingElseBecomesOne() throws JsSyntaxException {
        assertEquals(
                "'use strict';function f(){\"use strict\";return 1}function g(){(\"not one\")}",
                print("'use strict'; function f() { \"use strict\"; return 1 } function g() { ('not one') }"));
    }

    @Test
    void dropsTheMarksThatBundlersPutBesideModules() throws JsSyntaxException {
        assertEquals("/*! Lib v1.2 | MIT */\na(1);b(2)", print("""
                        /*!******************!*\\
                          !*** ./src/a.js ***!
                          \\******************/
                        /*! exports provided: default, one */
                        a(/*! ./b */ 1);
                        /*! Lib v1.2 | MIT */
                        b(2)"""));
    }

    @Test
    void keepsHashbangAndLicences() throws JsSyntaxException {
        assertEquals(
                "#!/usr/bin/env node\n/*! (c) me */\n// @license MIT\na",
                print("#!/usr/bin/env node\n/*! (c) me */\n/* gone */\n// @license MIT\na // gone"));
    }

    @Test
    void shortensNamesThatNobodyElseSees() throws JsSyntaxException {
        assertEquals(
                "var visible=function(n,r){return n+r};",
                shorten("var visible = function (first, second) { let sum = first + second; return sum };") + ";");
    }

    @Test
    void keepsTheTopLevelNamesOfAScriptAndTheExportedOnesOfAModule() throws JsSyntaxException {
        assertEquals(
                "let top=1;function f(t){return top+t}", shorten("let top = 1; function f(arg) { return top + arg }"));
        assertEquals(
                "let t=1;export const shown=t;export{t as x}",
                shorten("let hidden = 1; export const shown = hidden; export { hidden as x }"));
    }

    @Test
    void doesNotRenameWhatEvalOrWithCanSee() throws JsSyntaxException {
        assertEquals("function f(arg){return eval(\"arg\")}", shorten("function f(arg) { return eval('arg') }"));
        assertEquals(
                "function f(r,prop){with(r)return prop}", shorten("function f(obj, prop) { with (obj) return prop }"));
    }

    @Test
    void anInnerNameNeverHidesAnOuterOneThatIsUsed() throws JsSyntaxException {
        assertEquals(
                "function f(t){return function(r){return t+r+n}}",
                shorten("function f(a1) { return function (b1) { return a1 + b1 + n } }"));
        assertEquals("function f(n){return n+e}", shorten("function f(longer) { return longer + e }"));
    }

    @Test
    void keepsTheKeysOfShorthandProperties() throws JsSyntaxException {
        assertEquals(
                "function f({first:n,second:t=1}){return{first:n,second:t}}",
                shorten("function f({ first, second = 1 }) { return { first, second } }"));
    }

    @Test
    void parametersAndBodyNeverShareANameByAccident() throws JsSyntaxException {
        assertEquals(
                "function f(t=1){let n=g();return()=>n}", shorten("function f(p = 1) { let q = g(); return () => q }"));
        assertEquals("try{}catch(t){let e=h();g(()=>e)}", shorten("try {} catch (err) { let v = h(); g(() => v) }"));
    }

    @Test
    void aFunctionInABlockOfSloppyCodeIsAVariableOfItsFunction() throws JsSyntaxException {
        assertEquals(
                "function f(){{function n(){}}return n}",
                shorten("function f() { { function inner() {} } return inner }"));
        assertEquals(
                "function f(){\"use strict\";{function n(){}n(n)}return inner}",
                shorten("function f() { 'use strict'; { function inner() {} inner(inner) } return inner }")
                        .replace('\'', '"'));
    }

    @Test
    void aVariableDeclaredInACatchIsTheFunctionsOwn() throws JsSyntaxException {
        assertEquals(
                "function f(){try{}catch(r){var r=1}return r}",
                shorten("function f() { try {} catch (err) { var err = 1 } return err }"));
    }

    @Test
    void shortensPrivateNames() throws JsSyntaxException {
        assertEquals(
                "class A{#n=1;m(n){return#n in n&&n.#n}}",
                shorten("class A { #secret = 1; m(o) { return #secret in o && o.#secret } }"));
    }

    @Test
    void dropsTheUnusedNameOfAFunctionExpression() throws JsSyntaxException {
        assertEquals(
                "x=function(){},y=function n(){n()}", shorten("x = function one() {}; y = function two() { two() }"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ==> ",
            quoteCharacter = '\u0001',
            value = {
                "if (a) { b() } else { c() } ==> a?b():c()",
                "if (!a) b() ==> a||b()",
                "if (a) {} else { b() } ==> a||b()",
                "if (a) { if (b) c() } ==> a&&b&&c()",
                "function f() { if (a) return 1; if (b) return 2; return 3 } ==> function f(){return a?1:b?2:3}",
                "function f(x) { if (!x) return; g(); h() } ==> function f(n){n&&(g(),h())}",
                "a(); b(); if (c) { d(); e() } ==> a(),b(),c&&(d(),e())",
                "while (true) { if (x) break; y() } ==> for(;!x;)y()",
                "var a = 1; var b = 2; for (var i = 0; i < 3; i++) f() ==> for(var a=1,b=2,i=0;i<3;i++)f()",
                "function f() { return 1; var x; function g() {} alert(2) } ==> function f(){return 1}",
                "if (a) { let y = 1; z(y) } else w() ==> a?z(1):w()",
                "x = !(a === b); y = a['b']; z = 'a' + 'b' + c + 'd' + 'e' ==> x=a!==b,y=a.b,z=\"ab\"+c+\"de\"",
                "x = [true, void 0]; y = undefined; z(typeof undefined) ==> x=[!0,void 0],y=void 0,z(typeof undefined)",
                "for (;;) { if (a) { continue } else { b() } } ==> for(;;)a||b()",
                "if (false) { a() } else b() ==> b()",
                "function f() { var debug = false; if (debug) { var late = 1; log() } return late } ==> function f(){var n;return n}",
                "function f() { const big = 12; return big + big } ==> function f(){return 24}",
                "function f() { return g(); function g() { return early } var early = 1 } ==> function f(){return n;var n=1}",
                "function f(p) { var a = p.x, b = p.y; return a + b } ==> function f(n){return n.x+n.y}",
                "function f(p) { var m = p.m; m() } ==> function f(n){var f=n.m;f()}",
                "function f(p) { var v = p.x; p = 1; return v + p } ==> function f(n){var r=n.x;return n=1,r+n}",
                "function f() { var v = g(); for (;;) h(v) } ==> function f(){for(var f=g();;)h(f)}",
                "function f() { var kept = g(), never; never = h(); } ==> function f(){g(),h()}",
                "function f(o) { function one() { return two() } function two() { return one() } } ==> function f(n){}",
                "function f(o) { var k = 3; return { k } } ==> function f(n){return{k:3}}",
                "function f() { eval('v'); var v = 1 } ==> function f(){eval(\"v\");var v=1}"
            })
    void writesStatementsShorter(String source, String expected) throws JsSyntaxException {
        assertEquals(expected, shorten(source));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ==> ",
            quoteCharacter = '\u0001',
            value = {
                "x = a ? true : false; y = a ? false : true; z = !a ? 1 : 2 ==> x=!!a,y=!a,z=a?2:1",
                "x = a === b ? true : c; y = a ? false : b; z = a ? b : true ==> x=a===b||c,y=!a&&b,z=!a||b",
                "function f(a, b) { return a ? a : b } ==> function f(n,t){return n||t}",
                "function f(a, b, c) { return a ? c : b ? c : g() } ==> function f(n,t,r){return n||t?r:g()}",
                "function f(a, b, c) { if (a) { if (b) return c; return 0 } return 0 } ==> function f(n,t,r){return n&&t?r:0}",
                "function f(a, b, g) { if (a) b = 1; else b = 2; g(b) } ==> function f(n,f,t){t(f=n?1:2)}",
                "function f(a, o) { if (a) o.p = 1; else o.p = 2 } ==> function f(n,f){f.p=n?1:2}",
                "if (a) o.p = 1; else o.p = 2 ==> a?o.p=1:o.p=2",
                "function f(a, g) { if (a) g(1, 2); else g(1, 3) } ==> function f(n,f){f(1,n?2:3)}",
                "function f(a, b) { if (a) { b(); return 1 } else { c(); return 1 } } ==> function f(n,t){return n?t():c(),1}",
                "function f(a) { return a === null || a === undefined } ==> function f(n){return null==n}",
                "function f(a) { return (a = g()) !== void 0 && a !== null } ==> function f(n){return null!=(n=g())}",
                "function f(a) { return typeof a === 'undefined' || typeof b === 'undefined' } ==> function f(n){return void 0===n||\"undefined\"==typeof b}",
                "if (!(a && !b)) c(); else d() ==> !a||b?c():d()",
                "x = !(!a || b != c) ==> x=!!a&&b==c",
                "y = !!(!a || b) ==> y=!a||!!b",
                "function f(a) { if (a) return; for (;;) g() } ==> function f(f){if(!f)for(;;)g()}",
                "function f(a) { if (a) { g(); return } h(); return } ==> function f(n){n?g():h()}",
                "function f(a) { if (a) g(); else return 1; return h() } ==> function f(n){return n?(g(),h()):1}",
                "function f(a, b) { if (a) return 1; if (b) return 1 } ==> function f(n,f){if(n||f)return 1}",
                "function f(a, b) { if (a) return 1; if (b) return 2 } ==> function f(n,t){return n?1:t?2:void 0}",
                "for (var i = 0; i < 9; i++) { if (a) continue; b(); c() } ==> for(var i=0;i<9;i++)a||(b(),c())",
                "switch (a) { case 1: b(); break; case 2: c(); break } ==> switch(a){case 1:b();break;case 2:c()}",
                "function f(a) { a = g(); h(a); return a = 3 } ==> function f(n){return n=g(),h(n),3}",
                "function f(a) { a--; if (a < 0) g() } ==> function f(n){--n<0&&g()}",
                "function f(h) { var a = 1, b; b = g(); return h(b, b, a) } ==> function f(n){var r;return n(r=g(),r,1)}",
                "function f() { g(); function h() { return h() } var a; for (a in b) c(a) } ==> function f(){var n;for(n in g(),b)c(n)}",
                "function f() { g(once); function once() { return 1 } } ==> function f(){g(function(){return 1})}",
                "function f() { function once(a) { return a + 1 } return function () { return once(2) } } ==> function f(){return function(){return function(n){return n+1}(2)}}",
                "function f() { for (var i of b) once(i); function once(a) { g(a); g(a) } } ==> function f(){for(var n of b)f(n);function f(n){g(n),g(n)}}",
                "function f() { function value() { return b() } for (;;) c(value()) } ==> function f(){for(;;)c(b())}",
                "x = function () { return function (a) { g(a) } }() ==> x=function(n){g(n)}",
                "x = function () { return this }() ==> x=function(){return this}()",
                "(function () { a() })(); b() ==> !function(){a()}(),b()",
                "x = 1 << 3 | 4, y = ~5, z = 3 - 7, w = 1 / 3 ==> x=12,y=-6,z=-4,w=1/3",
                "if ((a & 4) !== 0) b(); c = 0 === (a & 4) ==> 4&a&&b(),c=0===(4&a)",
                "a.b['c'] = 1; a['d']++ ==> a.b.c=1,a.d++",
                "x = 12 + 'px' ==> x=\"12px\"",
                "function f() { let a = g(), b; b = h(a); return b + a } ==> function f(){let t,n=g();return t=h(n),t+n}"
            })
    void writesExpressionsShorter(String source, String expected) throws JsSyntaxException {
        assertEquals(expected, shorten(source));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ==> ",
            quoteCharacter = '\u0001',
            value = {
                // A getter may change what comes after it.
                "function f(a) { if (a.x) a = 1; else b.c = 2 } ==> function f(n){n.x?n=1:b.c=2}",
                "function f(a, g) { g = h; a.x ? g(1) : g(2) } ==> function f(n,f){f=h,n.x?f(1):f(2)}",
                // arguments[0] is the parameter in sloppy code.
                "function f(a) { arguments[0] = 1; b() ? g(a, 1) : g(a, 2) } ==> function f(n){arguments[0]=1,b()?g(n,1):g(n,2)}",
                // Only a boolean is what its double negation is.
                "x = !!a; y = !!(a && b) ==> x=!!a,y=!!a&&!!b",
                // The end of an optional chain stays its end.
                "function f(a) { var x = a?.b; return x.c } ==> function f(n){return(n?.b).c}",
                "function f(a) { var x = a?.(); return x() } ==> function f(n){return(n?.())()}",
                "x = (() => a?.b)().c ==> x=(a?.b).c",
                "x = (true ? a?.b : 0).c; y = (c ? a?.b : a?.b).d ==> x=(a?.b).c,y=(c,a?.b).d",
                "x = a?.['b'].c; y = a?.b['c'].d ==> x=a?.b.c,y=a?.b.c.d",
                "function f(a) { var unused; return (unused = a?.b).c } ==> function f(n){return(n?.b).c}",
                // The function is declared in the body only.
                "for (;;) { if (g()) break; function g() { return 1 } h() } ==> for(;;){if(g())break;function g(){return 1}h()}",
                // document.all is an object that says it is undefined, and polyfills ask.
                "var all = document.all; x = typeof all == 'undefined' && all !== undefined ==> var all=document.all;x=\"undefined\"==typeof all&&void 0!==all",
                // this and arguments are those of the function.
                "x = function () { return arguments }() ==> x=function(){return arguments}()",
                // What finally reads was assigned.
                "function f(a) { try { return a = 1 } finally { g(a) } } ==> function f(t){try{return t=1}finally{g(t)}}",
                "function f(a) { h(function () { return a }); return a = 1 } ==> function f(n){return h(function(){return n}),n=1}",
                // A class makes its functions strict, where this is another one.
                "function f() { function sloppy() { return this.a } return class { m() { return sloppy() } } } ==> function f(){function n(){return this.a}return class{m(){return n()}}}",
                // this is not there before super().
                "class A extends B { constructor() { var t; t = super(); g(this, t) } } ==> class A extends B{constructor(){var s;s=super(),g(this,s)}}"
            })
    void leavesWhatWouldDoAnotherThing(String source, String expected) throws JsSyntaxException {
        assertEquals(expected, shorten(source));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "(",
                "a = {b = 1}",
                "f({b = 1})",
                "1 = 2",
                "if (a",
                "'open",
                "`open",
                "/open",
                "/* open",
                "a => {",
                "x?",
                "()",
                "(a,)",
                "(...a)",
                "function () {}",
                "class { constructor( }",
                "let {a} = ",
                "for (;;",
                "switch (a) { b }",
                "return return",
                "import x",
                "export { a",
                "1a",
                "\\u{zz}",
                "'\\xZZ'",
                "a.1",
                "a..b",
                "new",
                "@a",
                "} ",
                "a ?. b`c` ="
            })
    void saysWhereTextIsNoJavaScript(String source) {
        JsSyntaxException problem = assertThrows(JsSyntaxException.class, () -> JsFile.parse(source));
        assertTrue(problem.offset() >= 0 && problem.offset() <= source.length());
        assertFalse(String.valueOf(problem.getMessage()).isBlank());
    }

    @Test
    void takesAVeryLongExpression() throws InterruptedException {
        String[] printed = new String[1];
        Thread deep = new Thread(
                null,
                () -> {
                    try {
                        printed[0] = shorten("x=" + "a+".repeat(200_000) + "a");
                    } catch (JsSyntaxException e) {
                        printed[0] = e.toString();
                    }
                },
                "deep",
                JsFile.STACK);
        deep.start();
        deep.join();
        assertEquals("x=" + "a+".repeat(200_000) + "a", printed[0]);
    }

    @Test
    void takesTheBranchOfAStringThatIsOnlyAContinuedLine() throws JsSyntaxException {
        assertEquals("g()", shorten("if (\"\\\n\") f(); else g()"));
        assertEquals("f()", shorten("if (\"\\\n \") f(); else g()"));
    }
}
