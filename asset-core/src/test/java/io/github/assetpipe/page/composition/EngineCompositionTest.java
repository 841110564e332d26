package io.github.assetpipe.page.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** FreeMarker, Velocity, Mustache, Pebble, Qute, jte and Facelets. */
class EngineCompositionTest {
    private static Templates freeMarker() {
        return new Templates()
                .scripts("jquery.js", "global.js", "inspector.js", "filter.js")
                .page("lib/template.ftlh", """
                        <#import "/spring.ftl" as spring />
                        <#macro header title>
                        <!DOCTYPE html>
                        <html><head><title>${title}</title>
                        <script src="<@spring.url '/js/jquery.js'/>"></script>
                        <script src="<@spring.url '/js/global.js'/>"></script>
                        <#nested>
                        </head><body><#include "../includes/header.ftlh">
                        </#macro>
                        <#macro footer>
                        <#nested></body></html>
                        </#macro>
                        <#macro yn value><#if value>Yes<#else>No</#if></#macro>
                        """)
                .page("includes/header.ftlh", "<nav></nav>")
                .page("messages.ftlh", """
                        <#import "lib/template.ftlh" as template>
                        <@template.header "Topic: ${topic.name}">
                        <script src="<@spring.url '/js/inspector.js'/>"></script>
                        </@template.header>
                        <@template.yn true/>
                        <@template.footer/>
                        """);
    }

    @Test
    void freeMarkerDefersInMacrosWithNestedContent() {
        assertEquals("global.js inspector.js jquery.js", freeMarker().deferred());
    }

    @Test
    void freeMarkerKeepsTheHeadOfAMacroForAnInlineScriptOfOneCaller() {
        Templates site = freeMarker().page("overview.ftlh", """
                <#import "lib/template.ftlh" as t>
                <@t.header "Brokers"/>
                <script src="<@spring.url '/js/filter.js'/>"></script>
                <@t.footer/>
                <script>$(document).ready(f)</script>
                """);
        assertEquals("inspector.js", site.deferred());
        assertEquals("before inline script (src/overview.ftlh:5)", site.reason("filter.js"));
    }

    @Test
    void freeMarkerCapturedMarkupIsRenderedWhereItsVariableIsPrinted() {
        Templates site = new Templates().scripts("a.js", "b.js").page("a.ftl", """
                <#assign late><script>x()</script></#assign>
                <html><body><script src="js/a.js"></script>${late}<script src="js/b.js"></script></body></html>
                """);
        assertEquals("b.js", site.deferred());
    }

    @Test
    void freeMarkerUnknownDirectivesAndRawTextAreBarriers() {
        Templates site = new Templates().scripts("a.js", "b.js", "c.js").page("a.ftl", """
                <#if x></#if><html><body><script src="js/a.js"></script>${html?no_esc}
                <script src="js/b.js"></script><@custom.widget x=1/><script src="js/c.js"></script></body></html>
                """);
        assertEquals("c.js", site.deferred());
        assertTrue(site.reason("a.js").contains("no_esc"), site.reason("a.js"));
    }

    @Test
    void velocityDefersInParsedTemplatesAndMacros() {
        Templates site = new Templates()
                .scripts("a.js", "b.js")
                .page("macro.vm", "#macro(scripts $x)<script src=\"js/b.js\"></script>#end #macro(plain)<p></p>#end")
                .page("foot.vm", "</body></html>")
                .page("base.vm", """
                        <html><body>#plain()<script nonce="$cspNonce" src="$!{scriptslink}/a.js"></script>
                        #if($x) #scripts(true) #else <p></p> #end
                        #parse("foot.vm")
                        """);
        assertEquals("a.js b.js", site.deferred());
        site.page("other.vm", "<html><body>#scripts(1)<script>x()</script></body></html>");
        assertEquals("", site.deferred());
    }

    @Test
    void velocityMayParseAnyTemplateThatAVariableNames() {
        Templates site = new Templates()
                .scripts("a.js", "page.js", "end.js")
                .page("questions.vm", "<p></p><script src=\"js/page.js\"></script>")
                .page("base.vm", """
                        <html><body><script src="js/a.js"></script>#parse($path)
                        <script src="js/end.js"></script></body></html>
                        """);
        assertEquals("end.js page.js", site.deferred());
    }

    @Test
    void whatIsEvaluatedMayHoldDeferredScriptsWhereTheSiteHasSome() {
        Templates site = new Templates().scripts("a.js", "b.js").page("base.vm", """
                        <html><body>#evaluate($custom)
                        <script src="js/a.js"></script><script src="js/b.js" defer></script></body></html>
                        """);
        assertEquals(
                "it would run after #evaluate (src/base.vm:1), which may hold deferred scripts", site.reason("a.js"));
    }

    @Test
    void velocityLayoutsTakeTheScreenContent() {
        Templates site = new Templates()
                .scripts("a.js", "page.js")
                .page("layout/Default.vm", """
                        <html><body>$screen_content<script src="js/a.js"></script></body></html>
                        """)
                .page("index.vm", "#set($x = 1)<script src=\"js/page.js\"></script>");
        assertEquals("a.js page.js", site.deferred());
    }

    @Test
    void mustacheDefersInPartials() {
        Templates site = new Templates()
                .scripts("a.js", "b.js")
                .page("layout/header.mustache", "<html><body><script src=\"/js/a.js\"></script>")
                .page("layout/footer.mustache", "<script src=\"/js/b.js\"></script></body></html>")
                .page("index.mustache", "{{>layout/header}}{{#items}}<li>{{name}}</li>{{/items}}{{> layout/footer}}");
        assertEquals("a.js b.js", site.deferred());
        site.page("two.mustache", "{{>layout/header}}<script>x()</script>{{>layout/footer}}");
        assertEquals("b.js", site.deferred());
    }

    @Test
    void handlebarsPassesBlocksAndInlinePartialsToALayout() {
        Templates site = new Templates()
                .scripts("a.js", "b.js", "c.js")
                .page("base.hbs", """
                        <html><body><script src="/js/a.js"></script>{{> @partial-block}}
                        <script src="/js/b.js"></script>{{> scripts}}</body></html>
                        """)
                .page("index.hbs", """
                        {{#> base}}{{#*inline "scripts"}}<script src="/js/c.js"></script>{{/inline}}<p>x</p>{{/base}}
                        """);
        assertEquals("a.js b.js c.js", site.deferred());
        site.page("two.hbs", "{{#> base}}<script>x()</script>{{/base}}");
        assertEquals("b.js c.js", site.deferred());
    }

    @Test
    void pebbleDefersInBlocksOfItsParent() {
        Templates site = new Templates()
                .scripts("base.js", "end.js", "page.js")
                .page("base.peb", """
                        <html><head><script src="/js/base.js"></script></head><body>
                        {% block content %}{% endblock %}
                        <script src="/js/end.js"></script>{% block scripts %}{% endblock %}</body></html>
                        """)
                .page("page.peb", """
                        {% extends "base" %}{% block content %}<p>{{ x }}</p>{% endblock %}
                        {% block scripts %}{{ parent() }}<script src="/js/page.js"></script>{% endblock %}
                        <script>outsideOfBlocks()</script>
                        """);
        assertEquals("base.js end.js page.js", site.deferred());
        site.page("child.peb", "{% extends 'page.peb' %}{% block content %}<script>x()</script>{% endblock %}");
        assertEquals("end.js page.js", site.deferred());
    }

    @Test
    void pebbleKnowsMacrosIncludesAndEmbeds() {
        Templates site = new Templates()
                .scripts("a.js", "b.js", "c.js")
                .page("m.peb", "{% macro widget(x) %}<script>w()</script>{% endmacro %}")
                .page("card.peb", "<div>{% block body %}{% endblock %}</div><script src=\"/js/c.js\"></script>")
                .page("a.peb", """
                        {% import "m.peb" %}<html><body><script src="/js/a.js"></script>{{ widget(1) }}
                        <script src="/js/b.js"></script>{{ i18n("x") }}
                        {% embed "card.peb" %}{% block body %}<p></p>{% endblock %}{% endembed %}</body></html>
                        """);
        assertEquals("b.js c.js", site.deferred());
    }

    @Test
    void quteDefersInIncludedTemplatesAndUserTags() {
        Templates site = new Templates()
                .scripts("a.js", "b.js", "tag.js")
                .page("main.html", """
                        {@java.lang.String title}
                        <html><head><title>{#insert title}x{/}</title><script src="/js/a.js"></script></head>
                        <body>{#insert /}<script src="/js/b.js"></script></body></html>
                        """)
                .page("tags/box.html", "{#if it}{/if}<div>{nested-content}</div><script src=\"/js/tag.js\"></script>")
                .page("todos.html", """
                        {#include main.html}{#title}Todos{/title}{#for t in todos}<p>{t.name}</p>{/for}
                        {#box x=1}<b></b>{/box}{/include}
                        """);
        assertEquals("a.js b.js tag.js", site.deferred());
        site.page("more.html", "{#include main.html}{#box}<script>x()</script>{/box}{/include}");
        assertEquals("b.js tag.js", site.deferred());
    }

    @Test
    void jtePassesContentToLayouts() {
        Templates site = new Templates()
                .scripts("a.js", "b.js", "page.js")
                .page("layout/page.jte", """
                        @import gg.jte.Content
                        @param String title
                        @param Content content
                        @param Content footer = null
                        <html><body><script src="/js/a.js"></script>${content}
                        @if(footer != null)${footer}@endif
                        <script src="/js/b.js"></script></body></html>
                        """)
                .page("index.jte", """
                        @param int n
                        @template.layout.page(title = "x", content = @`
                        <p>${n}</p><script src="/js/page.js"></script>`, footer = @`<b></b>`)
                        """);
        assertEquals("a.js b.js page.js", site.deferred());
        site.page("two.jte", "@template.layout.page(\"y\", @`<p></p>`, @`<script>x()</script>`)");
        assertEquals("b.js", site.deferred());
    }

    @Test
    void faceletsFillTheirTemplate() {
        Templates site = new Templates()
                .scripts("a.js", "b.js", "page.js")
                .page("WEB-INF/template.xhtml", """
                        <html xmlns:ui="jakarta.faces.facelets"><head><script src="/js/a.js"></script></head>
                        <body><ui:insert name="content">x</ui:insert><ui:include src="/WEB-INF/foot.xhtml"/>
                        <script src="/js/b.js"></script></body></html>
                        """)
                .page("WEB-INF/foot.xhtml", """
                        <ui:composition xmlns:ui="jakarta.faces.facelets"><p></p></ui:composition>
                        """)
                .page("index.xhtml", """
                        <ui:composition xmlns:ui="jakarta.faces.facelets" template="/WEB-INF/template.xhtml">
                        <ui:define name="content"><script src="/js/page.js"></script></ui:define></ui:composition>
                        """);
        assertEquals("a.js b.js page.js", site.deferred());
        site.page("two.xhtml", """
                <ui:composition xmlns:ui="jakarta.faces.facelets" xmlns:p="http://primefaces.org/ui"
                   template="/WEB-INF/template.xhtml"><ui:define name="content"><p:dialog/></ui:define></ui:composition>
                """);
        assertEquals("b.js page.js", site.deferred());
    }

    @Test
    void aTemplateThatIncludesItselfIsNoEndlessLoop() {
        Templates site = new Templates()
                .scripts("a.js", "node.js")
                .page("tree.ftl", "<#if x><script src=\"/js/node.js\"></script><#include \"tree.ftl\"></#if>")
                .page("a.ftl", "<html><body><script src=\"/js/a.js\"></script><#include \"tree.ftl\"></body></html>");
        assertEquals("a.js node.js", site.deferred());
        site.page("b.ftl", "<html><body><script src=\"/js/a.js\"></script><#include \"no.ftl\"></body></html>");
        assertEquals("a.js node.js", site.deferred());
    }

    @Test
    void aTemplateThatCallsItselfBeforeAnInlineScriptIsFollowedByIt() {
        Templates site = new Templates()
                .scripts("node.js")
                .page(
                        "tree.ftl",
                        "<#if x><script>i()</script><script src=\"/js/node.js\"></script><#include \"tree.ftl\"></#if>")
                .page("a.ftl", "<html><body><#include \"tree.ftl\"></body></html>");
        assertEquals("", site.deferred());
    }
}
