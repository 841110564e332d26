package io.github.assetpipe.css.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.css.Stylesheet;
import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.option.PurgeOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurgerTest {
    private static final PurgeOptions ALL = options(List.of(), List.of(), List.of(), List.of(), true);

    private static PurgeOptions options(
            List<String> safe, List<String> deep, List<String> greedy, List<String> blocked, boolean variables) {
        return new PurgeOptions(true, safe, deep, greedy, blocked, true, true, variables, List.of(), List.of());
    }

    private static String purge(String page, String css) {
        return purge(page, css, ALL);
    }

    private static String purge(String page, String css, PurgeOptions options) {
        return sheet(page, css, options).text();
    }

    private static PurgedSheet sheet(String page, String css, PurgeOptions options) {
        Evidence evidence = Evidence.scan("page.html", page, TextKind.MARKUP);
        return Purger.purge(List.of(new PurgeInput("app.css", css)), evidence, options)
                .sheets()
                .get(0);
    }

    private static void keeps(String page, String css) {
        assertEquals(css, purge(page, css));
    }

    @Test
    void dropsRulesOfNamesThatOccurNowhereAndKeepsEveryOtherByte() {
        assertEquals("""
                /* head */
                .a  >  .b { color : red }

                @media print {
                  .a{x:y}
                }
                """, purge("<p class='a'><b class=b>", """
                        /* head */
                        .a  >  .b { color : red }
                        .never { color: blue }

                        @media print {
                          .a{x:y}
                          #never,
                          .a .never { x: y }
                        }
                        @supports (x: y) { @media print { .never {} } }
                        """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    .a, .never{x:y}              | .a{x:y}
                    .never, .a{x:y}              | .a{x:y}
                    .never,.a,.never b,.b{x:y}   | .a,.b{x:y}
                    .a, .never, .never p, .b{}   | .a, .b{}
                    .a:is(.b, .never){}          | .a:is(.b){}
                    .a:where(.never, #never, .b){} | .a:where(.b){}
                    .a:has(> .never, .b){}       | .a:has(.b){}
                    """)
    void takesSinglePartsOutOfLists(String css, String left) {
        assertEquals(left, purge("<p class='a b'>", css));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*{x:y}",
                ":root{x:y}",
                "html{x:y}",
                "body{x:y}",
                ":hover{x:y}",
                "::selection{x:y}",
                ":not(.never){x:y}",
                ".a:not(.never, #never){x:y}",
                ":host(.never){x:y}",
                ":host-context(.never) .a{x:y}",
                "::slotted(.never){x:y}",
                "::part(never){x:y}",
                "::view-transition-group(never){x:y}",
                ".a::highlight(never){x:y}",
                ":lang(fr){x:y}",
                ".a:nth-child(2n+1){x:y}",
                ".a:nth-child(2n of .b){x:y}",
                "P.a{x:y}",
                "svg|p{x:y}",
                "*|*{x:y}",
                ".a:global(.never){x:y}",
                "tbody{x:y}",
                "[class^='never']{x:y}",
                "[title='']{x:y}",
                ".a{&:hover{x:y}}",
                ".a{.b &{x:y}}",
                "&{x:y}",
                "@page :first{x:y}",
                "@import 'never.css';",
                "@namespace svg 'http://x';",
                "@font-palette-values --never{font-family:x}",
                "@position-try --never{x:y}",
                "@unknown never{.never{x:y}}",
                "@view-transition{navigation:auto}",
                ".a{}",
                ":is(){x:y} .b{x:y}",
                ".10{x:y}",
                ".a{@media print{x:y}}",
                "@scope (.a) to (.never){.b{x:y}}",
                "@scope{.a{x:y}}",
                "@layer never;",
                "a:-moz-focusring, p{x:y}",
                ".\\62{x:y}"
            })
    void keepsWhatMayMatch(String css) {
        keeps("<table><tr><td><p class='a b' title=x>", css.equals(":is(){x:y} .b{x:y}") ? ".b{x:y}" : css);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".never{x:y}",
                "#never{x:y}",
                "never{x:y}",
                "[never]{x:y}",
                ".a.never{x:y}",
                ".a .never:hover{x:y}",
                ".never *{x:y}",
                ".a:is(.never){x:y}",
                ".a:where(.never,#never){x:y}",
                ".a:has(.never){x:y}",
                "p:is(:is(.never)){x:y}",
                ".a:nth-child(2n of .never){x:y}",
                ".never{.a{x:y}}",
                ".never{&.a{x:y}}",
                ".never{@media print{.a{x:y}}}",
                "@media print{.never{x:y}}",
                "@scope (.never){.a{x:y}}",
                "@container (width>1px){@supports (x:y){.never{x:y}}}",
                "@starting-style{.never{x:y}}",
                "@layer{.never{x:y}}",
                ".A{x:y}",
                ":not(.a).never{x:y}",
                ".never::before{x:y}",
                ".md\\:a{x:y}",
                "canvas{x:y}",
                "@keyframes never{to{x:y}}",
                "@-webkit-keyframes never{to{x:y}}",
                "@font-face{font-family:Never;src:url(x)}",
                "@counter-style never{suffix:x}",
                "@property --never{inherits:false}"
            })
    void dropsWhatCantMatch(String css) {
        assertEquals("", purge("<p class='a b' title=x>", css));
    }

    @Nested
    class AttributeSelectors {
        private static final String PAGE = "<a title='hello big world' type=text href='a/doc.pdf' data-x lang=en-GB>";

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[title]",
                    "[TITLE]",
                    "[title='hello big world']",
                    "[title~=big]",
                    "[title^=hel]",
                    "[title$=orld]",
                    "[title*=ig]",
                    "[title*='ello b']",
                    "[type=TEXT]",
                    "[type='TEXT' i]",
                    "[href$='.pdf']",
                    "[href*='/']",
                    "[lang|=en]",
                    "[href^='#']",
                    "[data-x]",
                    "[value=never]",
                    "[checked]",
                    "[open]",
                    "[class*='never']"
                })
        void keepsPossibleValues(String selector) {
            keeps(PAGE, selector + "{x:y}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[title=never]",
                    "[title~=never]",
                    "[title^=never]",
                    "[href$='.jpg']",
                    "[lang|=fr]",
                    "[never]"
                })
        void dropsImpossibleValues(String selector) {
            assertEquals("", purge(PAGE, selector + "{x:y}"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<a title='${x}'>",
                    "<a th:title='x'>",
                    "<a :title='x'>",
                    "<a [title]='x'>",
                    "<a title='a<%= b %>'>",
                    "<a title=\"<c:out value='${x}'/>\">",
                    "<script>a.title = b</script>",
                    "<script>a.setAttribute('title', b)</script>",
                    "<a title='{{x}}'>",
                    "<a title='{x}'>",
                    "<a title='$x'>",
                    "<a title='#if($x)y#end'>"
                })
        void takesNoValueForImpossibleWhereOneIsComputed(String page) {
            keeps(page, "[title=never]{x:y}");
        }

        @Test
        void knowsAttributesThatScriptsReachThroughProperties() {
            keeps(
                    "<script>a.dataset.fooBar = 1; b.ariaExpanded = true</script>",
                    "[data-foo-bar]{x:y}[aria-expanded=true]{x:y}");
            assertEquals("", purge("<script>a.fooBar = 1</script>", "[data-foo-bar]{x:y}"));
        }
    }

    @Nested
    class Lists {
        private String purge(
                String css, List<String> safe, List<String> deep, List<String> greedy, List<String> blocked) {
            return PurgerTest.purge("<p class='a b'>", css, options(safe, deep, greedy, blocked, true));
        }

        @Test
        void keepsSafeNamesAndExpressions() {
            String css = ".x{x:y}.js-y{x:y}.JS-z{x:y}.x .z{x:y}.z{x:y}";
            assertEquals(
                    ".x{x:y}.js-y{x:y}.JS-z{x:y}",
                    purge(css, List.of("x", "/^js-/i"), List.of(), List.of(), List.of()));
        }

        @Test
        void keepsDescendantsOfDeepNamesButNotWhatNeedsAMissingAncestor() {
            String css = ".x .never{x:y}.a .x > .never{x:y}.never .x{x:y}.x{.never{x:y}}";
            assertEquals(
                    ".x .never{x:y}.a .x > .never{x:y}.x{.never{x:y}}",
                    purge(css, List.of(), List.of("x"), List.of(), List.of()));
        }

        @Test
        void keepsWholeSelectorsOfGreedyNames() {
            String css =
                    ".x .never{x:y}.never .x{x:y}.never:is(.x, .z){x:y}[data-v-1] .never{x:y}.never{x:y}.never{.x{x:y}}";
            assertEquals(
                    ".x .never{x:y}.never .x{x:y}.never:is(.x, .z){x:y}[data-v-1] .never{x:y}.never{.x{x:y}}",
                    purge(css, List.of(), List.of(), List.of("x", "/^data-v-/"), List.of()));
        }

        @Test
        void dropsBlockedNamesUnlessTheyAreSafe() {
            assertEquals(".a{x:y}", purge(".a{x:y}.b{x:y}", List.of("a"), List.of(), List.of(), List.of("a", "b")));
        }

        @Test
        void tellsWhichExpressionIsBroken() {
            AssetException e = assertThrows(
                    AssetException.class, () -> purge("", List.of("/(/"), List.of(), List.of(), List.of()));
            assertTrue(
                    e.diagnostics().toString().contains("/(/")
                            && e.diagnostics().toString().contains("<safelist>"),
                    e.diagnostics().toString());
        }
    }

    @Nested
    class Comments {
        @ParameterizedTest
        @ValueSource(strings = {"purgecss ignore", "assetpipe ignore", "assetpipe ignore next", "! purgecss ignore "})
        void keepTheNextRuleOnly(String comment) {
            assertEquals(".never{x:y}", purge("", "/*" + comment + "*/.never{x:y}.never2{x:y}"));
        }

        @Test
        void keepTheRuleAroundThem() {
            assertEquals(
                    ".never{.never2{x:y}}", purge("", ".never{/* purgecss ignore current */.never2{x:y}}.never3{x:y}"));
            assertEquals(
                    ".p{.never2{ x:y}}", purge("p", ".p{.never2{ /*! assetpipe ignore current */ x:y}.never3{x:y}}"));
        }

        @ParameterizedTest
        @CsvSource({"purgecss start ignore,purgecss end ignore", "assetpipe ignore start,assetpipe ignore end"})
        void keepWhatStandsBetweenThem(String start, String end) {
            assertEquals(
                    ".never{x:y} @keyframes never{}",
                    purge("", "/* " + start + " */.never{x:y} @keyframes never{} /* " + end + " */ .never{x:y}"));
        }

        @Test
        void doNotReachIntoTheNextFile() {
            PurgeInput open = new PurgeInput("a.css", "/* purgecss start ignore */.never{x:y}");
            PurgeInput other = new PurgeInput("b.css", ".never{x:y}");
            PurgeResult result = Purger.purge(List.of(open, other), Evidence.empty(), ALL);
            assertEquals(".never{x:y}", result.sheets().get(0).text());
            assertEquals("", result.sheets().get(1).text());
        }

        @Test
        void keepKeyframesFontFacesAndProperties() {
            String css =
                    "/* purgecss ignore */@keyframes never{to{x:y}}:root{/* purgecss ignore */--never:1;--never2:2}";
            assertEquals("@keyframes never{to{x:y}}:root{--never:1;}", purge("", css));
        }

        @Test
        void thatHoldLicencesStay() {
            assertEquals("/*! MIT */", purge("", "@media print{.never{x:y}/*! MIT */}"));
        }

        @Test
        void ofOtherKindsStayWithWhatTheyStandBefore() {
            assertEquals(
                    "/* a */ /* b */.a{/* c */x:y}",
                    purge("<a class=a>", "/* a */ .never{/* x */} /* b */.a{/* c */x:y}"));
        }
    }

    @Nested
    class NamedRules {
        @Test
        void keyframesUsedAnywhereStay() {
            keeps("<a class=x style='animation: inline 1s'><script>b.animate = 'scripted'</script>", """
                    @keyframes a1{to{x:y}} @-webkit-keyframes a1{to{x:y}} .x{animation:1s a1}
                    @keyframes a2{to{x:y}} .x{-webkit-animation-name:a2}
                    @keyframes "a 3"{to{x:y}} .x{animation:1s "a 3"}
                    @keyframes a4{to{x:y}} .x{--anim:a4 1s;animation:var(--anim)}
                    @keyframes inline{to{x:y}} @keyframes scripted{to{x:y}}
                    @keyframes a\\35{to{x:y}} .x{animation:a5}
                    """);
        }

        @Test
        void keyframesOfDroppedRulesGo() {
            assertEquals("", purge("<a class=x>", "@keyframes k{to{x:y}} .never{animation:k 1s}"));
        }

        @Test
        void keyframesReachedOnlyByUnusedPropertiesGo() {
            assertEquals(".x{x:y}", purge("<a class=x>", ".x{x:y}@keyframes k{to{x:y}}.x{--never:k}"));
        }

        @Test
        void fontFacesUsedAnywhereStay() {
            keeps("<a class=x style='font-family: Inline'><script>c.font = '12px Scripted Sans'</script>", """
                    @font-face{font-family:Brand;src:url(a)} .x{font:700 1em/1.5 "BRAND",serif}
                    @font-face{font-family:"Two Words";src:url(b)} .x{font-family:x,Two Words}
                    @font-face{font-family:'Var';src:url(c)} :root{--f:"Var",serif} .x{font-family:var(--f)}
                    @font-face{font-family:Inline;src:url(d)} @font-face{font-family:Scripted Sans;src:url(e)}
                    """);
        }

        @Test
        void fontFacesOfOtherFontFacesOrDroppedRulesGo() {
            String css =
                    "@font-face{font-family:F1;src:url(x)}.never{font-family:F1}@font-palette-values --p{font-family:F1}";
            assertEquals("@font-palette-values --p{font-family:F1}", purge("", css));
        }

        @Test
        void counterStylesUsedAnywhereStay() {
            keeps(
                    "<a class=x>",
                    "@counter-style c1{system:extends c2}@counter-style c2{suffix:'x'}.x{list-style:c1}"
                            + "@counter-style c3{suffix:x}.x{content:counter(a, c3)}");
        }

        @Test
        void customPropertiesUsedAnywhereStay() {
            keeps("<a class=x style='color:var(--inline)'><script>s.getPropertyValue('--scripted')</script>", """
                    :root{--v1:red;--v2:blue;--v3:1;--inline:1;--scripted:2}
                    .x{color:var( --v1 , var(--v2));width:calc(var(--v3)*1px)}
                    @media print{:root{--v4:1}.x{margin:var(--v4)}}
                    @container style(--v5:1){.x{x:y}} .x{--v5:1}
                    @property --v1{inherits:false}
                    """);
        }

        @Test
        void customPropertiesThatNothingReachesGoWithTheirRules() {
            assertEquals(
                    ":root{--a:var(--b);--b:1;} .x{x:var(--a)}",
                    purge("<a class=x>", ":root{--a:var(--b);--b:1;--c:var(--d);--d:2} .x{x:var(--a)} :root{--d:3}"));
        }

        @Test
        void customPropertiesStayUnlessAskedFor() {
            String css = ":root{--never:1}@property --never{inherits:false}";
            assertEquals(css, purge("", css, PurgeOptions.defaults()));
        }
    }

    @Nested
    class Layers {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        @layer a{.never{}}                         | @layer a{}
                        @layer a,b;@layer b{.never{}}              | @layer a,b;
                        @layer a{.x{}}@layer a{.never{}}           | @layer a{.x{}}
                        @layer a.b{.x{}}@layer a{.never{}}         | @layer a.b{.x{}}
                        @layer a{@layer b{.never{}}}               | @layer a{@layer b{}}
                        @layer a;@layer a{@layer b{.never{}}}      | @layer a;@layer a{@layer b{}}
                        @media print{@layer a{.never{}}}           | @media print{@layer a{}}
                        @media print{@layer a;}@layer a{.never{}}  | @media print{@layer a;}@layer a{}
                        """)
        void thatAreNamedFirstKeepTheirPlace(String css, String left) {
            assertEquals(left, purge("<p class=x>", css));
        }
    }

    @Nested
    class Specificity {
        @Test
        void ofArgumentsStays() {
            keeps("<p class=x>", ".x:is(.x, #never){x:y}");
            keeps("<p class=x>", ".x:is(p, .never){x:y}");
            assertEquals(".x:is(.x){x:y}", purge("<p class=x>", ".x:is(.x, .never){x:y}"));
            assertEquals(".x:where(.x){x:y}", purge("<p class=x>", ".x:where(.x, #never){x:y}"));
        }

        @Test
        void ofARuleAroundOthersStays() {
            keeps("<p class=x>", ".x, #never{&:hover{x:y}}");
            assertEquals(".x{x:y}", purge("<p class=x>", ".x, #never{x:y}"));
        }
    }

    @Test
    void doesNotMakeARuleApplyThatABrowserIgnoresForAnUnknownSelector() {
        keeps("<p class=x>", ".x, .never::-moz-focus-inner{x:y}");
        assertEquals(".x{x:y}", purge("<p class=x>", ".x, .never::-webkit-scrollbar{x:y}"));
    }

    @Test
    void keepsRulesThatMatchOutsideARuleThatGoes() {
        keeps("<p class=x>", ".never{:not(&){x:y}}");
    }

    @Test
    void seesAllStylesheetsTogetherInAnyOrder() {
        PurgeInput uses = new PurgeInput("a.css", ".x{animation:k;font-family:F;color:var(--v)}");
        PurgeInput defines =
                new PurgeInput("b.css", "@keyframes k{to{x:y}}@font-face{font-family:F;src:url(x)}:root{--v:1}");
        Evidence evidence = Evidence.scan("p.html", "<a class=x>", TextKind.MARKUP);
        for (List<PurgeInput> order : List.of(List.of(uses, defines), List.of(defines, uses))) {
            for (PurgedSheet sheet : Purger.purge(order, evidence, ALL).sheets()) {
                assertEquals(sheet.source(), sheet.text());
            }
        }
    }

    @Test
    void leavesAloneWhatIsNotToBePurgedButSeesWhatItUses() {
        PurgeInput skipped = new PurgeInput("a.css", Stylesheet.parse(".never{animation:k}"), false);
        PurgeInput defines = new PurgeInput("b.css", "@keyframes k{to{x:y}}@keyframes never2{to{x:y}}");
        PurgeResult result = Purger.purge(List.of(skipped, defines), Evidence.empty(), ALL);
        assertEquals(".never{animation:k}", result.sheets().get(0).text());
        assertEquals("@keyframes k{to{x:y}}", result.sheets().get(1).text());
    }

    @Test
    void tellsWhatWentAndWhereItStood() {
        PurgedSheet sheet = sheet("<a class=a>", ".a{x:y}\n.a,\n  .never b{x:y}\n@keyframes never{to{x:y}}", ALL);
        assertEquals(
                List.of(
                        ".never b dropped: never occurs nowhere",
                        "@keyframes never dropped: @keyframes never occurs nowhere"),
                sheet.rejected().stream().map(Verdict::toString).toList());
        assertEquals(
                List.of("app.css:3:3", "app.css:4:1"),
                sheet.locations(sheet.rejected()).stream().map(Object::toString).toList());
    }

    @Test
    void tellsWhyEachSelectorStayed() {
        Evidence evidence = Evidence.scan(List.of(
                new SourceText("p.html", "\n<a class='btn md:x'>", TextKind.MARKUP),
                new SourceText("s.js", "c = 'btn-' + k", TextKind.SCRIPT)));
        PurgeOptions options = options(List.of("/^js/"), List.of(), List.of(), List.of(), true);
        String css = ".btn.btn-lg{x:y}.js-a{x:y}:hover{x:y}.md\\:x{x:y}html{x:y}/* purgecss ignore */.never{x:y}";
        PurgedSheet sheet = Purger.explain(List.of(new PurgeInput("a.css", css)), evidence, options)
                .sheets()
                .get(0);
        assertEquals(
                """
                .btn.btn-lg kept: btn occurs at p.html:2; btn-lg may be formed by btn-* at s.js:1
                .js-a kept: js-a is on the safelist as /^js/
                :hover kept: :hover names nothing that could be missing
                .md\\:x kept: md:x occurs at p.html:2
                html kept: html needs no mention: every page has it
                .never kept: .never is kept by the comment /* purgecss ignore */
                """,
                String.join(
                                "\n",
                                sheet.verdicts().stream().map(Verdict::toString).toList()) + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <script type="text/html"><p class="x"></script>                    | x
                    <template x-for="a in b"><p class="x"></template>                  | x
                    <div x-transition:enter="ease x"/>                                 | x
                    <input name="t" {#ifError 't'}class="x"{/}/>                       | x
                    <i class="step #if($s == $t)x#elseif($s > $t)y#end">               | x
                    <i class="step #if($s == $t)y#elseif($s > $t)x#end">               | x
                    <option <#if k == s>class="x"</#if>>                               | x
                    <td <#if t.ratio lt 1.0>class="x"</#if>>                           | x
                    <tr <c:if test="${v.count > 1}"> class='${r == true ? "x" : "y" }' </c:if>> | x
                    <tr class="<%=a%>" class="x">                                      | x
                    <div th:class="${'group' + (valid ? '' : ' x')}">                  | x
                    <a th:class="${active==menu ? 'nav-link x' : 'nav-link'}">         | x
                    <c:set var="g" value="form-group ${s.error ? 'x' : '' }"/>         | x
                    <div th:classappend="*{'js-actions' + id}">                        | js-actions7
                    <i [class]="l === 'TRACE' ? 'x' : 'y'">                            | x
                    <p:panelGrid columns="2" columnClasses="label, x">                 | x
                    <i class="x{{#if a}} y{{/if}}">                                    | x
                    <i class="btn{{#if a}}-lg{{else}}-sm{{/if}}">                      | btn-sm
                    <i class="btn<#if a>-lg<#else>-sm</#if>">                          | btn-lg
                    <i class="btn{% if a %}-lg{% else %}-sm{% endif %}">               | btn-sm
                    <i class="btn<c:if test="${a > 1}">-lg</c:if>">                    | btn-lg
                    <i class="btn<% if (a > 1) { %>-lg<% } %>">                        | btn-lg
                    <i class="btn#if($a)-lg#end">                                      | btn-lg
                    <i class="btn@if(a)-lg@endif">                                     | btn-lg
                    <i class="btn{#if a}-lg{/if}">                                     | btn-lg
                    <i class="@if(a)x@else y@endif">                                   | x
                    <i :class="{ 'x': on, y: !on }">                                   | y
                    <i :class="[on ? `btn-${k}` : '', 'x']">                           | btn-7
                    <i ng-class="{x: on}">                                             | x
                    <i class:x={on}>                                                   | x
                    <i class={`btn-${k}`}>                                             | btn-7
                    <i data-c="[&quot;x&quot;]">                                       | x
                    <i class='is-{{ x | slugify }}-y'>                                 | is-7-y
                    <i th:classappend="${x} ? 'a' : 'x'">                              | x
                    <i class="${x}${y}-lg">                                            | a-lg
                    <f:attribute name="styleClass" value="#{b.ok ? 'x' : 'y'}"/>       | x
                    <i class="[#if a]x[/#if]">                                         | x
                    <i class="btn[#if a]-lg[/#if]">                                    | btn-lg
                    <script>$('<p class=\\"x\\">')</script>                            | x
                    <i class="a\u00a0b x">                                             | x
                    """)
    void keepsNamesThatTemplatesWriteInAnyWay(String page, String name) {
        keeps(page, "." + name + "{x:y}");
    }

    @Test
    void survivesAnyStylesheet() {
        for (String css : List.of(
                "", "}", "{", ".a{", "@media{", ".never{x:y", "/*", "@", ":is(", "[", ".never,{}", "\0", "@layer")) {
            purge("<p>", css);
        }
        String deep = ".never{".repeat(5000);
        purge("<p>", deep);
        purge("<p>", ":is(".repeat(5000));
    }

    @Test
    void manyThreadsJudgeAsOneDoes() {
        List<PurgeInput> sheets = new ArrayList<>();
        for (int sheet = 0; sheet < 8; sheet++) {
            StringBuilder css = new StringBuilder();
            for (int i = 0; i < 500; i++) {
                css.append(".c%d,[a%d],[b%d=x],t%d{animation:k%d;color:var(--v%d)}@keyframes k%d{to{top:0}}"
                        .formatted(i, i, i, i, i, i, i));
            }
            sheets.add(new PurgeInput(sheet + ".css", Stylesheet.parse(css.toString()), true));
        }
        Workers threads = new Workers() {
            @Override
            public <T, R> List<R> map(List<T> items, Function<T, R> work) {
                return items.parallelStream().map(work).toList();
            }
        };
        Evidence evidence = Evidence.scan("a.html", "<p class=\"c1 c2\" a3 b4=\"x\">", TextKind.of("a.html"));
        List<PurgedSheet> one =
                Purger.explain(sheets, evidence, PurgeOptions.defaults()).sheets();
        for (int i = 0; i < 20; i++) {
            assertEquals(
                    one,
                    Purger.explain(sheets, evidence, PurgeOptions.defaults(), threads)
                            .sheets());
        }
    }
}
