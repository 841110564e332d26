package io.github.assetpipe.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawOutputTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.html | <p th:utext=\"${x}\">",
                "a.html | <p data-th-utext='*{x}'>",
                "a.html | <p>[(${x})]</p>",
                "a.hbs | <p>{{{x}}}</p>",
                "a.mustache | <p>{{& x}}</p>",
                "a.peb | `<p>{{ x | raw }}</p>`",
                "a.twig | `<p>{{ x|trim|raw }}</p>`",
                "a.j2 | `<p>{{ x|safe }}</p>`",
                "a.twig | {% autoescape false %}{{ x }}{% endautoescape %}",
                "a.ftlh | <p>${x?no_esc}</p>",
                "a.ftlh | <#noescape>${x}</#noescape>",
                "a.ftl | <p>${content.body}</p>",
                "a.jsp | <c:out value=\"${x}\" escapeXml=\"false\"/>",
                "a.jsp | <s:property value=\"x\" escapeHtml=\"false\"/>",
                "a.jsp | <td><%= post.getText() %></td>",
                "a.xhtml | <h:outputText value=\"#{x}\" escape=\"false\"/>",
                "a.qute.html | <p>{item.text.raw}</p>",
                "a.qute.html | <p>{item.text.safe}</p>",
                "a.jte | <p>$unsafe{x}</p>",
                "a.gsp | <p>${raw(x)}</p>",
                "a.html | <p v-html=\"x\"></p>",
                "a.vm | <p>$entry.text</p>",
                "a.vm | <p title=\"$a\">$!{entry.text}</p>",
            })
    void whatIsPrintedAsItComesIsFound(String file, String text) {
        assertEquals(2, RawOutput.line(file, "<b>\n" + text + "\n"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.html | <p th:text=\"${x}\">[[${x}]]</p>",
                "a.html | <p th:utext=\"#{terms}\">",
                "a.html | <p>raw, safe, escape=\"true\", {{ x }}, $x, ${x}</p>",
                "a.hbs | <p>{{x}} {{x.raw}}</p>",
                "a.html | `<script>var a = {raw: b}, c = {d: b.raw}, e = f || raw;</script>`",
                "a.ftlh | <p>${x}</p>",
                "a.ftl | <#escape x as x?html><p>${x}</p></#escape>",
                "a.ftl | <a href=\"${x}\">a</a>",
                "a.jsp | <c:out value=\"${x}\"/><a href=\"<%= x %>\">a</a><title><%= x %></title>",
                "a.jsp | <script>var a = <%= x %>;</script><%-- <%= x %> --%>",
                "a.jte | <p>${x}</p>",
                "a.vm | <a href=\"$url.a\">$esc.html($x) $text.get(\"a\")</a><!-- $x --><script>$x</script>",
            })
    void whatIsEscapedOrNoContentIsNot(String file, String text) {
        assertEquals(0, RawOutput.line(file, "<b>\n" + text + "\n"), text);
    }
}
