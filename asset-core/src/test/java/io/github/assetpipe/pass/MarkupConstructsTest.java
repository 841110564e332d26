package io.github.assetpipe.pass;

import static io.github.assetpipe.pass.Constructs.becomes;
import static io.github.assetpipe.pass.Constructs.keepsClasses;
import static io.github.assetpipe.pass.Constructs.stays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.model.Content;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Plain HTML, Facelets and JSP documents, as applications write them. */
class MarkupConstructsTest {
    @Test
    void no18FollowsANameOfFaces() {
        becomes(
                "map.xhtml",
                "<link rel=\"stylesheet\" href=\"#{resource['/css/dd.css']}\" />",
                "<link rel=\"stylesheet\" href=\"#{resource['/css/dd#.css']}\" />");
    }

    @Test
    void no19WritesXmlAndStopsAtAnInlineUser() {
        becomes("map.xhtml", """
                <html><script src="#{resource['/leaflet/leaflet.js']}" /><script>L.map()</script>
                <script src="/js/app.js"/></html>
                """, """
                <html><script src="#{resource['/leaflet/leaflet#.js']}" /><script>L.map()</script>
                <script src="/js/app#.js" defer="defer"/></html>
                """);
    }

    @Test
    void no20And21LeaveComponentsOfFaces() {
        stays("picker.xhtml", """
                <h:outputScript name="locales/locale-de.js" library="primefaces" />
                <h:graphicImage value="#{media['/images/a.png']}"/>
                """);
    }

    @Test
    void no26ResolvesAgainstTheBase() {
        assertEquals(
                "<base href=\"/\" /><link rel=\"icon\" href=\"images/a#.png\">",
                Constructs.site()
                        .served("app/index.html", "<base href=\"/\" /><link rel=\"icon\" href=\"images/a.png\">")
                        .result()
                        .replace(".HASH", "#"));
    }

    @Test
    void no52KeepsTheCommentInAScriptOfAJspDocument() {
        stays(
                "load.tagx",
                "<script src=\"${jquery_url}\" type=\"text/javascript\"><!-- required for FF3 and Opera --></script>");
    }

    @Test
    void no53StaysWellFormed() {
        becomes("default.jspx", """
                <html xmlns:jsp="http://java.sun.com/JSP/Page"><body><img src="/images/a.png"/>
                <script src="/js/app.js"><!-- x --></script></body></html>
                """, """
                <html xmlns:jsp="http://java.sun.com/JSP/Page"><body><img src="/images/a#.png" loading="lazy"/>
                <script src="/js/app#.js" defer="defer"><!-- x --></script></body></html>
                """);
    }

    @Test
    void no63KeepsClassesOfAngularBindings() {
        keepsClasses(
                "logs.html",
                "<b [class]=\"l === 'TRACE' ? 'btn-primary' : 'btn-light'\"></b>",
                "btn-primary",
                "btn-light");
    }

    @Test
    void no64AddsNoSecondChildToAFacet() {
        becomes(
                "card.xhtml",
                "<f:facet name=\"header\"><img alt=\"u\" src=\"../../resources/images/demo/card.png\"/></f:facet>",
                "<f:facet name=\"header\"><img alt=\"u\" src=\"../../resources/images/demo/card#.png\" loading=\"lazy\"/></f:facet>");
    }

    @Test
    void no65KeepsClassesOfColumns() {
        keepsClasses("log.xhtml", "<p:panelGrid columns=\"2\" columnClasses=\"label, value\">", "label", "value");
    }

    @Test
    void no66KeepsALibraryBeforeItsUser() {
        String page = """
                <html><script src="//c.example/angular.min.js"></script>
                <script>angular.module('app')</script></html>
                """;
        stays("index.html", page);
    }

    @Test
    void no76KeepsAPluginBeforeItsUser() {
        becomes(
                "general.html",
                "<html><script src=\"/js/jquery.js\"></script><script>$(function () { a(); })</script></html>",
                "<html><script src=\"/js/jquery#.js\"></script><script>$(function () { a(); })</script></html>");
    }

    @Test
    void no78LeavesAnAsyncScriptOfAnotherHost() {
        stays(
                "template.xhtml",
                "<html><script async=\"async\" src=\"https://a.example/gtag/js?id=U-1\"></script></html>");
    }

    @Test
    void no82LoadsAnImageWithItsSizeLate() {
        becomes(
                "hello.html",
                "<a href=\"x\"><img src=\"images/a.png\" align=\"right\" border=\"0\" width=\"24\" height=\"24\"></a>",
                "<a href=\"x\"><img src=\"images/a#.png\" loading=\"lazy\" align=\"right\" border=\"0\" width=\"24\" height=\"24\"></a>");
    }

    @Test
    void no83LeavesABoundImage() {
        stays("modal.html", "<img :src=\"image\" class=\"w-full\" loading=\"lazy\" :alt=\"alt\" />");
    }

    @Test
    void no87DefersNothingBeforeInlineUsers() {
        becomes("chart.jspx", """
                <div><spring:url value="/js/app.js" var="chart_js_url" />
                <script src="${chart_js_url}"><!-- // --></script><script>new Chart()</script></div>
                """, """
                <div><spring:url value="/js/app#.js" var="chart_js_url" />
                <script src="${chart_js_url}"><!-- // --></script><script>new Chart()</script></div>
                """);
    }

    @Test
    void no88JoinsAScriptInLatin1() {
        byte[] latin = "/* J\u00f6rn */ var a = '\u00f6'".getBytes(StandardCharsets.ISO_8859_1);
        var site = Constructs.site()
                .asset("js/old.js", Content.of(latin))
                .template(
                        "p.html",
                        "<!-- compress js --><script src=\"/js/old.js\"></script>"
                                + "<script src=\"/js/app.js\"></script><!-- endcompress -->")
                .run();
        String bundle = site.assets().values().stream()
                .filter(a -> a.path().value().startsWith("bundles/"))
                .findFirst()
                .orElseThrow()
                .content()
                .text();
        assertTrue(bundle.contains("J\u00f6rn") && bundle.contains("'\u00f6'"), bundle);
    }
}
