package io.github.assetpipe.css;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CssTemplateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a { background: url($url.resource(\"images/x.png\")) }",
                "a { background: url(\"$url.resource(\"images/x.png\")\") }",
                "a { background: url(\"<%= link(\"/x.png\") %>\") }",
                "a { background: url(<%= request.getContextPath() %>/x.png) }",
                "a { background: url(<c:url value=\"/x.png\"/>) }",
                "a { background: url(#{resource['images/x.png']}) }",
                "a { background: url([[@{/x.png}]]) no-repeat; color: [[${colour}]] }",
                "a { color: /*[[${colour}]]*/ red }",
                "/*[# th:if=\"${dark}\"]*/ a { color: white } /*[/]*/",
                "[# th:if=\"${dark}\"] a { color: white } [/]",
                "a { color: $model.weblog.colour }",
                "a { color: $colour; }",
                "a { color: $!{theme.colour} }",
                "#if($dark) a { color: white } #end",
                "#foreach ($c in $colours) .c$c { color: $c } #end",
                "#set($x = 1)\na { top: 0 }",
                "#colour(\"a\")",
                "<% if (dark) { %> a { color: white } <% } %>",
                "<%@ page contentType=\"text/css\" %>\na { top: 0 }",
                "<c:if test=\"${dark}\">a { color: white }</c:if>",
                "<#if dark>a { color: white }</#if>",
                "<#-- dark -->\na { top: 0 }",
                "[#if dark]a { color: white }[/#if]",
                "<@colours.all/>",
                "a { color: ${colour}; }",
                "a { width: calc(${width}px + 1em) }",
                ".${prefix}-box { top: 0 }",
                ":root { --colour: ${colour}; }",
                ":root { --colour: {{ colour }}; }",
                "{{#dark}}a { color: white }{{/dark}}",
                "a { color: {{ colour|default('red') }} }",
                "a { color: {{{colour}}} }",
                "{% if dark %}a { color: white }{% endif %}",
                "a { top: 0 }\n{# the rest #}",
                "{#if dark}a { color: white }{/if}",
                "<?php echo $x; ?>a { top: 0 }",
            })
    void whatAnEngineFillsInIsATemplate(String css) {
        assertNotNull(CssTemplate.first(css), css);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a[href$=\".pdf\"], a[href$=pdf], a[x|y$='z' i] { top: 0 }",
                "a { content: \"${x} <%= y %> {{ z }} $a.b( [[${c}]]\" }",
                "a::after { content: \"{{\"; color: red }",
                "a { content: \"${\" }",
                "/* ${project.version} <%= x %> {{ y }} {% z %} */ a { top: 0 }",
                "/* [[see]] below */ /*[ x ]*/ a { top: 0 }",
                "a { background: url(data:image/svg+xml;utf8,<svg xmlns=\"http://www.w3.org/2000/svg\"><style>.a{{x}}</style><svg:g/></svg>) }",
                "a { background: url(\"data:image/svg+xml,<svg:svg id='${x}'/>\") }",
                "a { background: url(images/a$b.png) }",
                "<!-- a { top: 0 } -->",
                "@media (width<600px){a{top:0}}@media (400px<=width<600px){a{top:0}}@container (width<height){a{top:0}}",
                ":root { --mixin: { color: red; }; --two: {{ color: red; }}; --odd: {%}; --box: [#abc]; --none: ; }",
                ":root { --colour: $colour; --size: map-get($sizes, \"a\"); }",
                ".p-\\$\\{x\\} { top: 0 } .\\[\\[x\\]\\] { top: 0 } .\\<\\% { top: 0 }",
                "a{#b{color:red}&:is(#if,#set){top:0}}",
                "#if, #set .a, #end { top: 0 }",
                "a { color: #fff; *zoom: 1; _height: 1px; $width: 1px }",
                "a { filter: progid:DXImageTransform.Microsoft.gradient(startColorstr='#80000000', endColorstr='#80000000') }",
                "$primary: #333;\na { color: $primary; width: #{$x}px }",
                "@include button($primary); a { color: $primary }",
                "a { grid-template-columns: [full-start] 1fr [full-end] }",
                "a{{color:red}}",
                "a { width: expression(document.body.clientWidth < 800 ? \"800px\" : \"auto\") }",
                "@property --x { syntax: \"<length>\"; inherits: false; initial-value: 0px }",
            })
    void whatIsCssIsNone(String css) {
        assertNull(CssTemplate.first(css), css);
    }

    @Test
    void thePlaceOfTheFirstConstructIsKnown() {
        String css = "a { top: 0 }\nb { background: url(<%= x %>/b.png); color: ${c} }";
        CssTemplate.Sign sign = CssTemplate.first(css);
        assertNotNull(sign);
        assertEquals(css.indexOf("<%"), sign.start());
    }
}
