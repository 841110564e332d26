package io.github.assetpipe.css;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CssMinifierTest {
    private static void minifies(String source, String expected) {
        assertEquals(expected, CssMinifier.minify(source));
    }

    @Test
    void keepsTheFallbackBeforeAModernColour() {
        minifies("a { color: red; color: oklch(60% .2 30) }", "a{color:red;color:oklch(60% .2 30)}");
    }

    @Test
    void keepsTheFallbackBeforeANewUnit() {
        minifies("a { height: 100vh; height: 100dvh }", "a{height:100vh;height:100dvh}");
    }

    @Test
    void keepsWhatAnInvalidDeclarationCannotOverride() {
        minifies("a { color: red; color: 12px }", "a{color:red;color:12px}");
    }

    @Test
    void dropsWhatALaterDeclarationOverrides() {
        minifies("a { margin-top: 1px; margin: 0px }", "a{margin:0}");
    }

    @Test
    void keepsAnImportantDeclarationBeforeAPlainOne() {
        minifies("a { color: red !important; color: blue }", "a{color:red!important}");
    }

    @Test
    void keepsTheTextOfACustomProperty() {
        minifies("a { --x:  0px  rgba(0, 0, 0, 0.5) }", "a{--x:0px  rgba(0, 0, 0, 0.5)}");
    }

    @Test
    void keepsAnEmptyCustomProperty() {
        minifies("a { --x: ; --y:; }", "a{--x: ;--y: }");
    }

    @Test
    void keepsTheArgumentsOfAnUnknownFunction() {
        minifies("a { width: foo( 0px  +  1px ) }", "a{width:foo( 0px + 1px )}");
    }

    @Test
    void keepsTheUnitOfAZeroThatIsNoLength() {
        minifies(
                "a { transition-delay: 0.0s; rotate: 0deg; flex: 1 1 0px; height: 0%; grid-template-columns: 0fr }",
                "a{transition-delay:0s;rotate:0deg;flex:1 1 0px;height:0%;grid-template-columns:0fr}");
    }

    @Test
    void keepsTheNumberOfASpecialMonospace() {
        minifies("a { font-family: monospace, monospace }", "a{font-family:monospace,monospace}");
    }

    @Test
    void keepsTheOrderAroundARuleThatInterferes() {
        minifies(".a{color:red}.b{color:blue}.c{color:red}", ".a{color:red}.b{color:#00f}.c{color:red}");
    }

    @Test
    void mergesEqualRulesAroundOneThatDoesNotInterfere() {
        minifies(".a{color:red}.b{top:1px}.c{color:red}", ".a,.c{color:red}.b{top:1px}");
    }

    @Test
    void mergesPastARuleOfAnotherSpecificity() {
        minifies(".a{color:red}#b{color:blue}.c{color:red}", ".a,.c{color:red}#b{color:#00f}");
    }

    @Test
    void neverPutsASelectorThatABrowserMayNotKnowIntoAList() {
        minifies("a:hover{top:0}b:weird{top:0}", "a:hover{top:0}b:weird{top:0}");
    }

    @Test
    void keepsDeclarationsAfterANestedRuleThere() {
        minifies("a{color:red;b{top:0}color:blue}", "a{color:red;b{top:0}color:#00f}");
    }

    @Test
    void keepsTheOrderOfEmptyLayers() {
        minifies("@layer a{}@layer b{p{top:0}}", "@layer a;@layer b{p{top:0}}");
    }

    @Test
    void keepsACharsetOnlyWhereTheTextNeedsIt() {
        minifies("@charset \"utf-8\";a{top:0}", "a{top:0}");
        minifies("@charset \"UTF-8\"; a{content:'→'}", "@charset \"utf-8\";a{content:\"→\"}");
    }

    @Test
    void keepsAsciiTextInAscii() {
        minifies("a::before { content: '\\f101  b' }", "a:before{content:\"\\f101  b\"}");
    }

    @Test
    void keepsLicenceComments() {
        minifies("/*! by me */ a{top:0} /* not me */", "/*! by me */a{top:0}");
    }

    @Test
    void leavesDataUrlsAlone() {
        String url = "url(\"data:image/svg+xml;utf8,<svg xmlns='http://x'><path d='M 0 0  L 5 5 {}'/></svg>\")";
        minifies("a { background: " + url + " }", "a{background:" + url + "}");
    }

    @Test
    void quotesAUrlThatNeedsIt() {
        minifies("a { background: url( 'a b.png' ) }", "a{background:url(\"a b.png\")}");
    }

    @Test
    void closesWhatTheEndLeavesOpen() {
        minifies("@media print { a { color: red", "@media print{a{color:red}}");
        minifies("a { background: url(x.png", "a{background:url(x.png)}");
    }

    @Test
    void neverMovesASignPastTheBracketsAroundAVariable() {
        minifies("a{width:calc(1px - (var(--x) + 2px))}", "a{width:calc(1px - (var(--x) + 2px))}");
    }

    @Test
    void keepsDeclarationsForOldBrowsersWhenAsked() {
        String source = "a{-ms-flex:1;*zoom:1;display:-ms-flexbox}";
        assertEquals(source, CssMinifier.minify(source, Browsers.ANY));
        minifies(source, "");
    }

    @Test
    void saysWhereItsPiecesComeFrom() {
        String source = "a { color: red }\nb { top: 0px }";
        MinifiedCss result = CssMinifier.run(source, Browsers.WIDELY_AVAILABLE, true);
        assertEquals("a{color:red}b{top:0}", result.text());
        MinifiedCss.Place last = result.places().get(result.places().size() - 1);
        assertEquals(result.text().indexOf("top"), last.generated());
        assertEquals(source.indexOf("top"), last.source());
    }

    @Test
    void saysWhatIsWrongInTheSource() {
        MinifiedCss result = CssMinifier.run("a{color red}", Browsers.WIDELY_AVAILABLE, false);
        assertEquals(1, result.problems().size());
    }

    @Test
    void neverMakesAStylesheetLonger() {
        String source = "@media(min-width:1px){a{b:c}}";
        assertTrue(CssMinifier.minify(source).length() <= source.length());
    }

    @Test
    void keepsAZeroPositionThatComputesToAnotherZero() {
        minifies("a { background: url(x.png) 0 0 }", "a{background:url(x.png)0 0}");
        minifies("a { background: url(x.png) left top }", "a{background:url(x.png)}");
        minifies("a { background: url(x.png) 0% 0% / auto }", "a{background:url(x.png)}");
    }

    @Test
    void keepsNumbersThatAreNoIntegersRefused() {
        minifies("a { z-index: 1.0; order: 1e3 }", "a{z-index:1.0;order:1000.0}");
    }

    @Test
    void dropsADeclarationWithABrokenString() {
        minifies("a { color: \"x\n; top: 0 } b { left: 0 }", "a{top:0}b{left:0}");
    }

    @Test
    void readsNoWordIntoAFunctionThatThePropertyDoesNotTake() {
        minifies("a { animation-name: rgb(255, 0, 0) }", "a{animation-name:rgb(255,0,0)}");
        minifies("a { will-change: steps(1, end) }", "a{will-change:steps(1,end)}");
    }

    @Test
    void keepsALayerThatNoBrowserTakes() {
        minifies("a { animation: k 1s ease ease }", "a{animation:k 1s ease ease}");
        minifies("a { transition: color 1s 2s 0s }", "a{transition:color 1s 2s 0s}");
        minifies("a { text-decoration: solid dashed }", "a{text-decoration:solid dashed}");
    }

    @Test
    void keepsDerivedColoursInGradients() {
        minifies(
                "a { background: linear-gradient(color-mix(in srgb, red, blue), red) }",
                "a{background:linear-gradient(color-mix(in srgb,red,blue),red)}");
    }

    @Test
    void writesAKeyframeOnce() {
        minifies("@keyframes k { from, 0% { top: 0 } }", "@keyframes k{0%{top:0}}");
    }

    @Test
    void usesNoNewFormForAnyBrowser() {
        String source = "@media (min-width:1px){a{color:rgba(0,0,0,.5);top:0;right:0;bottom:0;left:0}}"
                + "b::placeholder{top:0}i:focus-visible{top:0}";
        String expected = "@media(min-width:1px){a{color:rgba(0,0,0,.5);top:0;right:0;bottom:0;left:0}}"
                + "b::placeholder{top:0}i:focus-visible{top:0}";
        assertEquals(expected, CssMinifier.minify(source, Browsers.ANY));
    }

    @Test
    void foldsLonghandsIntoTheShorthandBefore() {
        minifies("a{background:url(x) no-repeat;background-position:center}", "a{background:url(x)50% no-repeat}");
        minifies("a{border:1px solid red;border-color:blue}", "a{border:1px solid#00f}");
        minifies("a{background:url(x);background-size:cover}", "a{background:url(x)0% 0%/cover}");
    }

    @Test
    void foldsNothingPastADoubtfulValue() {
        minifies(
                "a{background:red;background:foo(1);background-size:cover}",
                "a{background:red;background:foo(1);background-size:cover}");
    }

    @Test
    void dropsWhatLaterRulesOfEverySelectorOverride() {
        minifies("h1,h2{color:#001}h1{color:#002}h2{color:#003}", "h1{color:#002}h2{color:#003}");
        minifies("h1,h2{color:#001}b{top:0}h1{color:#002}", "h2{color:#001}b{top:0}h1{color:#002}");
        minifies("@media print{a{top:0;left:0}}a{top:1px}", "@media print{a{left:0}}a{top:1px}");
    }

    @Test
    void keepsWhatALaterRuleOverridesOnlyPerhaps() {
        minifies("a{color:red}b{left:0}a{color:oklch(.5 .1 20)}", "a{color:red;color:oklch(.5 .1 20)}b{left:0}");
        minifies("a{color:red!important}b{color:blue}a{color:tan}", "a{color:red!important}b{color:#00f}a{color:tan}");
    }

    @Test
    void writesABoxWithAnImportantSideAsOne() {
        minifies(
                "a{margin-top:10px!important;margin-right:20px;margin-bottom:10px;margin-left:20px}",
                "a{margin:10px 20px;margin-top:10px!important}");
    }

    @Test
    void aComputedNumberStaysWhereAWrittenOneWouldBeAnotherValue() {
        minifies("a{width:log(1);height:calc(0)}", "a{width:log(1);height:calc(0)}");
        minifies("a{transform:translate(calc(1 - 1),1px)}", "a{transform:translate(calc(0),1px)}");
        minifies("a{font-weight:calc(2*1000);order:calc(1/2)}", "a{font-weight:calc(2*1000);order:calc(1/2)}");
        minifies("a{font-weight:calc(2*200);order:calc(1 + 1)}", "a{font-weight:400;order:2}");
    }

    @Test
    void roundsALengthOnlyWhereNoLayoutSeesIt() {
        minifies("a{width:calc(100px / 3);height:calc(100% / 3)}", "a{width:33.3333px;height:calc(100%/3)}");
    }

    @Test
    void movesNothingPastAll() {
        minifies("a{row-gap:3px;all:revert;column-gap:4px}", "a{row-gap:3px;all:revert;column-gap:4px}");
        minifies(
                "a{border:1px solid red;all:unset;border-color:tan}",
                "a{border:1px solid red;all:unset;border-color:tan}");
    }

    @Test
    void keepsUnitsThatAreNone() {
        minifies("a { margin: 4-cm; top: 1e3e4; left: 1--x }", "a{margin:4-cm;top:1e3e4;left:1--x}");
    }

    @Test
    void computesNothingWithNumbersBeyondMeasure() {
        minifies("a { width: 1e999px; opacity: 1e400 }", "a{width:1e999px;opacity:1e400}");
        minifies("a { color: color-mix(in srgb, red 1e999%, blue) }", "a{color:color-mix(in srgb,red 1e999%,#00f)}");
    }

    @Test
    void putsNoBrokenKeyframeIntoAList() {
        minifies("@keyframes k{0%{top:0}%{top:0}entry 0%{top:0}}", "@keyframes k{0%{top:0}%{top:0}entry 0%{top:0}}");
        minifies("@keyframes k{0%{top:0}50.0%{top:0}101%{top:0}}", "@keyframes k{0%,50%{top:0}101%{top:0}}");
    }

    @Test
    void endsABrokenStringWhereItEnds() {
        minifies("a{--x:\"b\n;top:0}i{left:0}", "a{top:0}i{left:0}");
        minifies("@layer a \"b\n;i{left:0}", "@layer a \"b\n;i{left:0}");
        minifies("@layer a b;i{left:0}", "@layer a b;i{left:0}");
        minifies("\\e9 {left:0}", "\\e9 {left:0}");
        minifies("\\e9  p{left:0}", "\\e9  p{left:0}");
        minifies(".\\e9  .b{left:0}", ".\\e9  .b{left:0}");
        minifies("x|\\e9 {left:0}|b{top:0}", "x|\\e9 {left:0}|b{top:0}");
        minifies("a{\\0 {p{left:0}}}", "a \\0 {p{left:0}}");
        minifies("@supports a b(n\\\n){i{left:0}}", "@supports a b(n\\\n){i{left:0}}");
    }

    @Test
    void keepsAnEmptyLayerOfATransition() {
        minifies("a { transition: top 1s, }", "a{transition:top 1s,}");
    }

    @Test
    void aRelativeColourWithALengthForItsAlphaStaysAsItIs() {
        minifies("a{color:rgb(from #123456 r g b / .5px)}", "a{color:rgb(from#123456 r g b/.5px)}");
        minifies("a{color:rgb(from #123456 r g b / 50%)}", "a{color:#12345680}");
    }

    @Test
    void aKeyframeWithTwoNumbersStaysAsItIs() {
        minifies("@keyframes a{50..0%{top:0}to{top:1px}}", "@keyframes a{50..0%{top:0}to{top:1px}}");
    }

    @Test
    void aScopeThatIsNoScopeStaysAsItIs() {
        minifies("@scope ( .a ) TO ( .b ){img{color:red}}", "@scope(.a)to (.b){img{color:red}}");
        minifies("@scope (.a) X url(A.png){img{color:red}}", "@scope(.a) X url(A.png){img{color:red}}");
    }

    @Test
    void keepsAtRulesOfNoKnownGrammarWhole() {
        minifies("a{@scope color: x( 1 );top:0}", "a{@scope color: x( 1 );top:0}");
        minifies("@x\\[ y;a{top:0}", "@x\\[ y;a{top:0}");
    }

    @Test
    void skipsWhatABrokenStringBreaks() {
        minifies("a{content:var(--c, \";\n);top:0}", "a{top:0}");
        minifies(
                "@font-face{font-family:a;unicode-range:u+1 \"x\n;src:url(a)}", "@font-face{font-family:a;src:url(a)}");
    }
}
