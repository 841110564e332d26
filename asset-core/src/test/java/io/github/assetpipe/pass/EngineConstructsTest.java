package io.github.assetpipe.pass;

import static io.github.assetpipe.pass.Constructs.becomes;
import static io.github.assetpipe.pass.Constructs.keepsClasses;
import static io.github.assetpipe.pass.Constructs.stays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** FreeMarker, Velocity, Mustache, Qute and jte, as applications write them. */
class EngineConstructsTest {
    @Test
    void no12RewritesInsideAMacroArgument() {
        becomes(
                "template.ftlh",
                "<link type=\"text/css\" rel=\"stylesheet\" href=\"<@spring.url '/css/app.css'/>\"/>",
                "<link type=\"text/css\" rel=\"stylesheet\" href=\"<@spring.url '/css/app#.css'/>\"/>");
    }

    @Test
    void no13RewritesAfterADirectiveInAnAttribute() {
        becomes(
                "header.ftl",
                "<link href=\"<#if (content.rootpath)??>${content.rootpath}<#else></#if>css/app.css\" rel=\"stylesheet\">",
                "<link href=\"<#if (content.rootpath)??>${content.rootpath}<#else></#if>css/app#.css\" rel=\"stylesheet\">");
    }

    @Test
    void no14LeavesAFunctionThatMayVersionByItself() {
        stays(
                "base.ftl",
                "<link href=\"${webjarsAt('bootstrap/css/bootstrap.min.css')}\" rel=\"stylesheet\">"
                        + "<link href=\"${publicAt('css/app.css')}\" rel=\"stylesheet\">");
    }

    @Test
    void no32DefersBelowALoadHandler() {
        Map<String, String> pages = Constructs.pages(Constructs.site()
                .template("page.ftl", "<#include \"header.ftl\"><p>x</p><#include \"footer.ftl\">")
                .template("header.ftl", "<html><body onload=\"prettyPrint()\">")
                .template("footer.ftl", "<script src=\"/js/app.js\"></script></body></html>"));
        assertEquals("<html><body onload=\"prettyPrint()\">", pages.get("header.ftl"));
        assertEquals("<script src=\"/js/app#.js\" defer></script></body></html>", pages.get("footer.ftl"));
    }

    @Test
    void no46And47And51ReadDirectivesAmongAttributes() {
        String page = """
                <option value="${kf}" <#if kf == selected>selected="selected"</#if>>${kf}</option>
                <td <#if topic.percent lt 1.0>class="warning"</#if>>${topic.percent?string.percent}</td>
                <a href="<#if !anchor?starts_with('#')>#</#if>${anchor}" class="toggle-link" data-target="${t}"><i
                """;
        stays("detail.ftlh", page);
        keepsClasses("detail.ftlh", page, "warning", "toggle-link");
    }

    @Test
    void no70And71LeaveAsyncAndStopAtAnInlineScriptOfAPage() {
        String template = """
                <#macro page><html><head><script src="<@spring.url '/js/jquery.js'/>"></script>
                <script async defer src="<@spring.url '/js/last.js'/>"></script></head><body><#nested></body></html></#macro>
                """;
        TestSite plain = Constructs.site()
                .template("lib/template.ftlh", template)
                .template("a.ftlh", "<#import \"lib/template.ftlh\" as t><@t.page>x</@t.page>");
        assertTrue(Constructs.pages(plain).get("lib/template.ftlh").contains("jquery#.js'/>\" defer>"));
        Map<String, String> pages = Constructs.pages(plain.template(
                "b.ftlh",
                "<#import \"lib/template.ftlh\" as t><@t.page><script>$(document).ready(f)</script></@t.page>"));
        assertFalse(pages.get("lib/template.ftlh").contains("jquery#.js'/>\" defer>"));
        assertTrue(
                pages.get("lib/template.ftlh").contains("<script async defer src=\"<@spring.url '/js/last#.js'/>\">"));
    }

    @Test
    void no15And16TakeAMappedFolderAndLeaveAWholeAddress() {
        becomes("base.vm", """
                <link href="$!styleslink/materialize.min.css?r=$!rev" rel="stylesheet"/>
                <link href="$!{stylesheetUrl}?r=$!rev" rel="stylesheet" media="screen"/>
                """, """
                <link href="$!styleslink/materialize.min#.css?r=$!rev" rel="stylesheet"/>
                <link href="$!{stylesheetUrl}?r=$!rev" rel="stylesheet" media="screen"/>
                """);
    }

    @Test
    void no17LeavesAMethodCall() {
        stays("weblog.vm", "<link rel=\"stylesheet\" href='$url.page(\"css/app.css\")' />");
    }

    @Test
    void no36LeavesAScriptInAComment() {
        stays("weblog.vm", "<!--\n<script\n type=\"text/javascript\"\n src=\"/js/app.js?a=1&amp;b=2\"></script>\n-->");
    }

    @Test
    void no40LeavesDataBlocks() {
        becomes("macro.vm", """
                <html><script src="/js/app.js"></script>
                <script nonce="$cspNonce" type="application/ld+json">{ "a" : 1 }</script></html>
                """, """
                <html><script src="/js/app#.js" defer></script>
                <script nonce="$cspNonce" type="application/ld+json">{ "a" : 1 }</script></html>
                """);
    }

    @Test
    void no45KeepsClassesBetweenDirectives() {
        String page = "<div class=\"progress-step #if($step == $s)active#elseif($step > $s)complete#end\">";
        stays("onboarding.vm", page);
        keepsClasses("onboarding.vm", page, "progress-step", "active", "complete");
    }

    @Test
    void no69DefersNothingAcrossAnExistingDefer() {
        becomes("base.vm", """
                <html><script nonce="$n" src="/js/jquery.js"></script>
                #if($a)<script nonce="$n" src="/js/app.js" defer></script>#end
                <script nonce="$n" src="/js/last.js"></script></html>
                """, """
                <html><script nonce="$n" src="/js/jquery#.js"></script>
                #if($a)<script nonce="$n" src="/js/app#.js" defer></script>#end
                <script nonce="$n" src="/js/last#.js"></script></html>
                """);
    }

    @Test
    void no77DefersBelowALoadHandler() {
        becomes(
                "search.vm",
                "<html><body onload=\"highlight()\">#if($a)x#end<script src=\"/js/app.js\"></script></body></html>",
                "<html><body onload=\"highlight()\">#if($a)x#end<script src=\"/js/app#.js\" defer></script></body></html>");
    }

    @Test
    void no84LoadsAnImageWithAComputedFolderNatively() {
        becomes(
                "base.vm",
                "<a><img src=\"$imageslink/paradark.svg\" width=\"60\" alt=\"Logo\" class=\"footer\"></a>",
                "<a><img src=\"$imageslink/paradark.svg\" loading=\"lazy\" width=\"60\" alt=\"Logo\" class=\"footer\"></a>");
    }

    @Test
    void no31DefersInTheClosingHalfOfMustache() {
        Map<String, String> pages = Constructs.pages(Constructs.site()
                .template("page.mustache", "{{>header}}<p>{{x}}</p>{{>footer}}")
                .template("header.mustache", "<html>\n<body>\n")
                .template("footer.mustache", "<script src=\"/js/app.js\"></script>\n</body></html>"));
        assertEquals("<html>\n<body>\n", pages.get("header.mustache"));
        assertEquals("<script src=\"/js/app#.js\" defer></script>\n</body></html>", pages.get("footer.mustache"));
    }

    @Test
    void no43And44LeaveTagsWhoseAttributesQuteComputes() {
        stays(
                "gravatar.qute.html",
                "<img src=\"https://g.example/avatar/{it.hash}{#if size??}?s={size}{/if}\" {_args.asHtmlAttributes}>");
        stays("todos.qute.html", "<input name=\"task\" placeholder=\"New\" {#ifError 'task'}class=\"error\"{/}/>");
    }

    @Test
    void no25FollowsAnAddressInAnInlineStyle() {
        becomes(
                "page.jte",
                "<button value=\"de\" style=\"background-image: url(/public/img/german.png);\"></button>",
                "<button value=\"de\" style=\"background-image: url(/public/img/german#.png);\"></button>");
    }
}
