package io.github.assetpipe.css.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {
    private static Evidence markup(String text) {
        return Evidence.scan("page.html", text, TextKind.MARKUP);
    }

    @Test
    void tellsFileAndFirstLineOfAWord() {
        Evidence evidence = markup("<p>\n<a class=\"btn\">\n<b class='btn'>");
        assertEquals("page.html:2", String.valueOf(evidence.word("btn")));
    }

    @Test
    void splitsClassListsAtAnyWhiteSpace() {
        Evidence evidence = markup("<a class=\"a1\n  b1\tc1\r\nd1\fe1\">");
        for (String name : List.of("a1", "b1", "c1", "d1", "e1")) {
            assertNotNull(evidence.word(name), name);
        }
    }

    @Test
    void readsEscapedLineFeedsInLiteralsBothWays() {
        Evidence evidence = Evidence.scan("a.js", "f('<a class=\"one\\ntwo\\tthree\">', '\\name')", TextKind.SCRIPT);
        assertNotNull(evidence.word("two"));
        assertNotNull(evidence.word("three"));
        assertNotNull(evidence.word("name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a class='md:w-1/2'>",
                "<a class='md&colon;w-1&sol;2'>",
                "<a class='md&#58;w-1&#x2F;2'>",
                "<a class=\"x md:w-1/2 y\">",
                "<a [class.md:w-1/2]='on'>",
                "document.querySelector('.md\\\\:w-1\\\\/2')",
                "\"md\\u003aw-1\\x2f2\"",
                "cls = { 'md:w-1/2': true }",
                "div.md:w-1/2.foo"
            })
    void findsNamesOfSeveralWords(String text) {
        NameJudge judge = new NameJudge(markup(text), io.github.assetpipe.option.PurgeOptions.defaults());
        assertEquals(true, judge.name("md:w-1/2").keeps());
        assertEquals(false, judge.name("md:w-1/3").keeps());
        assertEquals(false, judge.name("lg:w-1/2").keeps());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "w-[calc(100%-1rem)]",
                "bg-[url('/img/x.png')]",
                "[&>p]:mt-0",
                "grid-cols-[1fr,auto]",
                "text-[#1da1f2]",
                "text-[#fff]",
                "data-[state=open]:flex",
                "uk-width-1-2@s",
                "before:content-['hi']",
                "!mt-4",
                "-mt-4",
                "mt-0.5",
                "@home",
                "group-hover:x",
                "[@media(min-width:1px)]:flex",
                "*:p-4",
                "größe",
                "10",
                "a_b",
                "supports-[display:grid]:grid",
                "u-1/3@md",
                "hover:bg-red-500/50"
            })
    void findsAnyNameThatAClassAttributeHolds(String name) {
        String attribute = name.replace("&", "&amp;").replace(">", "&gt;");
        for (String text : List.of("<a class=\"" + attribute + "\">", "<a class=\"x " + attribute + " y\">")) {
            NameJudge judge = new NameJudge(markup(text), io.github.assetpipe.option.PurgeOptions.defaults());
            assertEquals(true, judge.name(name).keeps(), text);
        }
        NameJudge none = new NameJudge(markup("<a class='y'>"), io.github.assetpipe.option.PurgeOptions.defaults());
        assertEquals(false, none.name(name).keeps());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    MARKUP   | <i class="status-{{x}}">                          | status-*
                    MARKUP   | <i class="a alert-${x} b">                        | alert-*
                    MARKUP   | <i class="col-<%= n %>">                          | col-*
                    MARKUP   | <i class="col-#{n}">                              | col-*
                    MARKUP   | <i class="col-[[${n}]]">                          | col-*
                    MARKUP   | <i class="col-[(${n})]">                          | col-*
                    MARKUP   | <i class="col-{n}">                               | col-*
                    MARKUP   | <i class="col-{item.size ?: 'x'}">                | col-*
                    MARKUP   | <i class="col-$n">                                | col-*
                    MARKUP   | <i class="col-$!{n}">                             | col-*
                    MARKUP   | <i class="col-$!n.size()">                        | col-*
                    MARKUP   | <i class="col-{{{n}}}">                           | col-*
                    MARKUP   | <i class="col-@(n)">                              | col-*
                    MARKUP   | <i class="col-%{n}">                              | col-*
                    MARKUP   | <i class="col-<c:out value='${n}'/>">             | col-*
                    MARKUP   | <i class="col-<s:property value="n"/>">           | col-*
                    MARKUP   | <i th:class="'col-' + ${n}">                      | col-*
                    MARKUP   | <i th:class="${'col-' + n}">                      | col-*
                    MARKUP   | <i th:class="*{'col-' + n}">                      | col-*
                    MARKUP   | <i th:class="col-__${n}__">                       | col-*
                    MARKUP   | <i class="${'col-'.concat(n)}">                   | col-*
                    MARKUP   | <i class="#{'col-' += n}">                        | col-*
                    MARKUP   | <i class="{{ 'col-' ~ n }}">                      | col-*
                    MARKUP   | <i :class="`col-${n}`">                           | col-*
                    MARKUP   | <i :class="'col-' + n">                           | col-*
                    MARKUP   | <i x-data="{&quot;c&quot;: &quot;col-&quot; + n}"> | col-*
                    MARKUP   | <i class="col-${a}-6">                            | col-*-6
                    MARKUP   | <i class="col-{{a}}-{{b}}">                       | col-*
                    MARKUP   | <i class="{{a}}-lg">                              | *-lg
                    MARKUP   | <i class="<%= a %>-lg">                           | *-lg
                    MARKUP   | <i class="${a}-btn-${b}">                         | *-btn-*
                    MARKUP   | <i class="icon{{x}}">                             | icon*
                    SCRIPT   | el.className = 'btn-' + kind                      | btn-*
                    SCRIPT   | el.className = "is-"+s                            | is-*
                    SCRIPT   | el.className = `alert-${x}`                       | alert-*
                    SCRIPT   | el.className = x + '-lg'                          | *-lg
                    SCRIPT   | el.className = 'col-' + size + '-6'               | col-*-6
                    SCRIPT   | el.className = 'icon' + n                         | icon*
                    SCRIPT   | el.className += 'active'                          | *active
                    SCRIPT   | clsx({[`btn-${k}`]: on})                          | btn-*
                    SCRIPT   | ['btn-', k].join('')                              | btn-*
                    SCRIPT   | 'btn-'.concat(k)                                  | btn-*
                    SCRIPT   | var prefix = "btn-"                               | btn-*
                    SCRIPT   | `${block}__title`                                 | *__title
                    SCRIPT   | `btn${big ? '-lg' : ''}`                          | *-lg
                    SCRIPT   | `text-[${c}]`                                     | text-[*]
                    SCRIPT   | n({series:"ct-x"}); o.names.series+"-"+abc(i)     | ct-x-*
                    SCRIPT   | const p = 'ant-btn'; f(`${p}-${kind}`)           | ant-btn-*
                    SCRIPT   | const p: string = 'a-b'; `${props.p}--${kind}`    | a-b--*
                    SCRIPT   | const b = o?.p ?? 'a rc-x'; [b + '-' + part]      | rc-x-*
                    SCRIPT   | f({"base": "ct-x"}); `x ${ o.base }-${k} y`       | ct-x-*
                    MARKUP   | {% set p = "btn" %}<i class="{{ p }}-{{ kind }}"> | btn-*
                    MARKUP   | <#assign p="btn"><i class="x ${p}-${kind}">       | btn-*
                    JAVA     | final String P = "ct-x"; f(P + "-" + kind);       | ct-x-*
                    SOURCE   | val p = "ct-x"; f("${p}-$kind")                  | ct-x-*
                    JAVA     | String.format("badge-%s", x)                      | badge-*
                    JAVA     | String.format("badge-%1$s-x", x)                  | badge-*-x
                    JAVA     | "badge%s".formatted(x)                            | badge*
                    JAVA     | MessageFormat.format("badge-{0}", x)              | badge-*
                    JAVA     | b.append("badge-").append(x)                      | badge-*
                    JAVA     | "badge-"\\n + x                                    | badge-*
                    SOURCE   | "badge-$x"                                        | badge-*
                    SOURCE   | "badge-${x}"                                      | badge-*
                    SOURCE   | "$x-badge"                                        | *-badge
                    RESOURCE | style.prefix=badge-                               | badge-*
                    RESOURCE | class: badge-{0}                                  | badge-*
                    """)
    void findsComputedNames(TextKind kind, String text, String computed) {
        String source = text.replace("\\n", "\n");
        Evidence evidence = Evidence.scan("a", source, kind);
        String formed = computed.replace("*", "zz");
        assertNull(evidence.word(formed));
        assertEquals(
                true,
                evidence.computed(formed) >= 0,
                () -> evidence.computedNames().toString());
        assertEquals(
                false,
                evidence.computed("other-name") >= 0,
                () -> evidence.computedNames().toString());
    }

    @Test
    void takesTheDefaultOfAVariableForItsValue() {
        String text = "var b = props.p || 'rc-x'; b + '__' + part; 'props' + '-' + x";
        assertEquals(
                "[props*, rc-x__*]",
                Evidence.scan("a.js", text, TextKind.SCRIPT).computedNames().toString());
    }

    @Test
    void tellsTheLineOfTheLiteralThatAVariableHolds() {
        Evidence evidence = Evidence.scan("a.js", "x + '-' + y;\n\nx = 'btn';\nx = 'tab'", TextKind.SCRIPT);
        assertEquals("a.js:3", String.valueOf(evidence.computedSighting(evidence.computed("btn-a"))));
        assertEquals("a.js:4", String.valueOf(evidence.computedSighting(evidence.computed("tab-a"))));
    }

    @Test
    void findsComputedNamesInLiteralSubstitutions() {
        assertEquals(
                "[|col-*|]",
                markup("<i th:class=\"|col-${n}|\">").computedNames().toString());
        assertEquals(0, markup("<i th:class=\"|col-${n}|\">").computed("col-zz"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p tabindex=\"-1\">",
                "<a target=\"_blank\">",
                "<!-- a - b -->",
                "if(x){y(-1)}",
                "a--; --b;",
                "<td>-5</td>",
                "var x = a -b;",
                "mail@example.org",
                "50% off",
                "<p>{{a}}-{{b}}</p>",
                "\"\" + x + \"\"",
                "'<b>' + x + '</b>'",
                "x.indexOf('a')>-1",
                "a = 'btn'; b + '-' + c",
                "a == 'btn' ? `${a}-${b}` : c",
                "a = 'btn'; f() + '-' + c",
                "a = 'btn.x'; a + '-' + c",
                "<style>.a{color:red}</style>"
            })
    void takesOrdinaryTextForNoComputedName(String text) {
        assertEquals(List.of(), markup(text).computedNames());
    }

    @Test
    void letsEnumConstantsStandForTheirLowerCaseNames() {
        Evidence evidence = Evidence.scan("Status.java", "enum Status { IN_PROGRESS, DONE }", TextKind.JAVA);
        assertNotNull(evidence.word("in-progress"));
        assertNotNull(evidence.word("in_progress"));
        assertNotNull(evidence.word("done"));
        assertNull(evidence.word("status"));
    }

    @Test
    void skipsBase64Data() {
        Evidence evidence = markup("<img src=\"data:image/png;base64,iVBORw0/KGgo+btn==\" class=\"x1\">");
        assertNull(evidence.word("btn"));
        assertNotNull(evidence.word("x1"));
    }

    @Test
    void readsSurrogatesAndStrayEscapesWithoutFault() {
        for (String text : List.of(
                "\\",
                "&",
                "&#;",
                "&#x;",
                "\\u12",
                "\\u{",
                "\ud83d\udd25 a1",
                "<",
                "${",
                "{{",
                "$",
                "%",
                "#{",
                "&#-5;")) {
            assertNotNull(markup(text + " b1 " + text).word("b1"), text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "${", "{{", "<%", "a-<c:", "#if(", "\\", "'a'+", "[[$", "__${x}__", "&"})
    void readsMegabytesOfUnclosedConstructsInLinearTime(String piece) {
        String text = piece.repeat(500_000 / piece.length());
        Evidence evidence = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> markup(text + " b1"));
        assertNotNull(evidence.word("b1"));
    }

    @Test
    void givesTheSameFactsInAnyOrderAndGrouping() {
        List<SourceText> texts = new ArrayList<>(List.of(
                new SourceText("b.html", "<a class='x y-${z}'>", TextKind.MARKUP),
                new SourceText("a.js", "'x' + y\n'md:x'", TextKind.SCRIPT),
                new SourceText("c.java", "X_Y \"k-\" + z", TextKind.JAVA)));
        Evidence whole = Evidence.scan(texts);
        Collections.reverse(texts);
        assertEquals(whole, Evidence.scan(texts));
        List<Evidence> parts = texts.stream()
                .map(text -> Evidence.scan(text.file(), text.text(), text.kind()))
                .toList();
        assertEquals(whole, Evidence.merge(parts));
        assertEquals(whole, Evidence.merge(List.of(parts.get(1), Evidence.merge(List.of(parts.get(2), parts.get(0))))));
    }
}
