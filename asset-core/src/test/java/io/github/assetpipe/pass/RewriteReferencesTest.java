package io.github.assetpipe.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.ModuleOptions;
import io.github.assetpipe.option.RewriteOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewriteReferencesTest {
    private static TestSite site() {
        return new TestSite()
                .options(TestSite.referencesOnly())
                .assets(
                        "css/app.css",
                        "js/app.js",
                        "img/a.png",
                        "img/b.png",
                        "img/a b.png",
                        "resources/images/pets.png",
                        "resources/css/dd.css",
                        "styles/materialize.min.css",
                        "sprite.svg",
                        "favicon.ico");
    }

    private static String rewritten(String file, String text) {
        return site().template(file, text).result();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "p.html | <link rel=stylesheet href=/css/app.css> | <link rel=stylesheet href=/css/app.HASH.css>",
                "p.html | <script src='/js/app.js?v=3#x'></script> | <script src='/js/app.HASH.js?v=3#x'></script>",
                "p.html | <img src=\"../static/img/a.png\" th:src=\"@{/img/a.png}\"> | <img src=\"../static/img/a.HASH.png\" th:src=\"@{/img/a.HASH.png}\">",
                "p.html | <img src=\"../static/images/none.png\" th:src=\"@{/resources/images/pets.png}\" /> | <img src=\"../static/images/none.png\" th:src=\"@{/resources/images/pets.HASH.png}\" />",
                "p.html | <img th:src=\"@{/img/a.png(v=${x})}\"> | <img th:src=\"@{/img/a.HASH.png(v=${x})}\">",
                "p.html | <img th:src=\"${dark} ? @{/img/a.png} : @{'/img/b.png'}\"> | <img th:src=\"${dark} ? @{/img/a.HASH.png} : @{'/img/b.HASH.png'}\">",
                "p.html | <img th:src=\"@{'/img/' + ${x}}\"> | <img th:src=\"@{'/img/' + ${x}}\">",
                "p.html | <img data-th-src='@{/img/a.png}'> | <img data-th-src='@{/img/a.HASH.png}'>",
                "p.html | <img th:attr=\"src=@{/img/a.png},alt=#{x}\"> | <img th:attr=\"src=@{/img/a.HASH.png},alt=#{x}\">",
                "p.jsp | <link href=\"${pageContext.request.contextPath}/css/app.css\" rel=\"stylesheet\"/> | <link href=\"${pageContext.request.contextPath}/css/app.HASH.css\" rel=\"stylesheet\"/>",
                "p.jsp | <script src=\"<c:url value=\"/js/app.js\"/>\"></script> | <script src=\"<c:url value=\"/js/app.HASH.js\"/>\"></script>",
                "p.jsp | <link rel=\"stylesheet\" href='<s:url value=\"/css/app.css\"/>' /> | <link rel=\"stylesheet\" href='<s:url value=\"/css/app.HASH.css\"/>' />",
                "p.tag | <spring:url value=\"/img/a.png\" var=\"f\"/> | <spring:url value=\"/img/a.HASH.png\" var=\"f\"/>",
                "p.jsp | <script src='<%= request.getContextPath() %>/js/app.js'></script> | <script src='<%= request.getContextPath() %>/js/app.HASH.js'></script>",
                "p.jsp | <script src='<%= request.getContextPath() %>/dwr/none.js'></script> | <script src='<%= request.getContextPath() %>/dwr/none.js'></script>",
                "p.jsp | <link href=\"<openmrs:contextPath/>/css/app.css\" rel=\"stylesheet\"> | <link href=\"<openmrs:contextPath/>/css/app.HASH.css\" rel=\"stylesheet\">",
                "p.jsp | <link rel=stylesheet href=\"<wiki:Link format='url' templatefile='css/app.css'/>\"/> | <link rel=stylesheet href=\"<wiki:Link format='url' templatefile='css/app.css'/>\"/>",
                "p.jsp | <script src=\"<c:out value=\"${ file }\" />\" ></script> | <script src=\"<c:out value=\"${ file }\" />\" ></script>",
                "p.ftlh | <link rel=\"stylesheet\" href=\"<@spring.url '/css/app.css'/>\"/> | <link rel=\"stylesheet\" href=\"<@spring.url '/css/app.HASH.css'/>\"/>",
                "p.ftl | <script src=\"<@s.url includeParams='none' value='/js/app.js' encode=false/>\"></script> | <script src=\"<@s.url includeParams='none' value='/js/app.HASH.js' encode=false/>\"></script>",
                "p.ftl | <a href=\"<@s.url namespace='/js' action='app'/>\"></a> | <a href=\"<@s.url namespace='/js' action='app'/>\"></a>",
                "p.jsp | <link href=\"<c:out value=\"${pageContext.request.contextPath}\"/>/css/app.css\" rel=stylesheet> | <link href=\"<c:out value=\"${pageContext.request.contextPath}\"/>/css/app.HASH.css\" rel=stylesheet>",
                "p.jsp | <style>@import \"<c:out value=\"${pageContext.request.contextPath}\"/>/css/app.css\";</style> | <style>@import \"<c:out value=\"${pageContext.request.contextPath}\"/>/css/app.HASH.css\";</style>",
                "p.jsp | <p style=\"background:url('<c:url value=\"/img/a.png\"/>')\"> | <p style=\"background:url('<c:url value=\"/img/a.HASH.png\"/>')\">",
                "p.jsp | <style>a{background:url(<%= request.getContextPath() %>/img/a.png)}</style> | <style>a{background:url(<%= request.getContextPath() %>/img/a.HASH.png)}</style>",
                "p.ftl | <style><#if x == \"a\">a{background:url(\"/img/a.png\")}</#if></style> | <style><#if x == \"a\">a{background:url(\"/img/a.HASH.png\")}</#if></style>",
                "p.ftl | <link href=\"<#if (c.rootpath)??>${c.rootpath}<#else></#if>css/app.css\" rel=\"stylesheet\"> | <link href=\"<#if (c.rootpath)??>${c.rootpath}<#else></#if>css/app.HASH.css\" rel=\"stylesheet\">",
                "p.ftl | <link href=\"${webjarsAt('css/app.css')}\" rel=\"stylesheet\"> | <link href=\"${webjarsAt('css/app.css')}\" rel=\"stylesheet\">",
                "p.vm | <link href=\"$!styleslink/materialize.min.css?r=$!rev\" rel=\"stylesheet\"/> | <link href=\"$!styleslink/materialize.min.HASH.css?r=$!rev\" rel=\"stylesheet\"/>",
                "p.vm | <link rel=\"stylesheet\" href=\"$!{stylesheetUrl}?r=$!rev\"/> | <link rel=\"stylesheet\" href=\"$!{stylesheetUrl}?r=$!rev\"/>",
                "p.vm | <link rel=\"stylesheet\" href='$url.page(\"css/app.css\")' /> | <link rel=\"stylesheet\" href='$url.page(\"css/app.css\")' />",
                "p.xhtml | <link rel=\"stylesheet\" href=\"#{resource['/css/dd.css']}\" /> | <link rel=\"stylesheet\" href=\"#{resource['/css/dd.HASH.css']}\" />",
                "p.xhtml | <h:outputScript name=\"js/app.js\" library=\"primefaces\" /> | <h:outputScript name=\"js/app.js\" library=\"primefaces\" />",
                "p.peb | <script src=\"{% static 'js/app.js' %}\"></script> | <script src=\"{% static 'js/app.HASH.js' %}\"></script>",
                "p.peb | <script src=\"{{ contextPath }}/js/app.js\"></script> | <script src=\"{{ contextPath }}/js/app.HASH.js\"></script>",
                "p.jspx | <spring:url value=\"/js/app.js\" var=\"u\"/> | <spring:url value=\"/js/app.HASH.js\" var=\"u\"/>",
                "p.html | <script type=module src=\"@/assets/main.ts\"></script> | <script type=module src=\"@/assets/main.ts\"></script>",
                "p.html | <script src=\"//cdn.example/js/app.js\"></script> | <script src=\"//cdn.example/js/app.js\"></script>",
                "p.html | <img blc:src=\"/img/a.png\"> | <img blc:src=\"/img/a.png\">",
                "p.html | <!-- <img src=\"/img/a.png\"> --> | <!-- <img src=\"/img/a.png\"> -->",
                "p.html | <!--[if lt IE 9]><script src=\"/js/app.js\"></script><![endif]--> | <!--[if lt IE 9]><script src=\"/js/app.js\"></script><![endif]-->",
                "p.jsp | <%-- <img src=\"/img/a.png\"> --%> | <%-- <img src=\"/img/a.png\"> --%>",
                "p.html | <script>x='<img src=\"/img/a.png\">';</script> | <script>x='<img src=\"/img/a.png\">';</script>",
                "p.html | <script type=\"text/html\"><img src=\"/img/a.png\"></script> | <script type=\"text/html\"><img src=\"/img/a.png\"></script>",
                "p.html | <img srcset=\"/img/a.png 1x, /img/b.png 2x\"> | <img srcset=\"/img/a.HASH.png 1x, /img/b.HASH.png 2x\">",
                "p.html | <img src=\"/img/a%20b.png\"> | <img src=\"/img/a%20b.HASH.png\">",
                "p.html | <meta property=\"og:image\" content=\"/img/a.png\"> | <meta property=\"og:image\" content=\"/img/a.HASH.png\">",
                "p.html | <p style=\"background: url(/img/a.png)\"> | <p style=\"background: url(/img/a.HASH.png)\">",
                "p.html | <p style=\"background: url(&quot;/img/a.png&quot;)\"> | <p style=\"background: url(&quot;/img/a.HASH.png&quot;)\">",
                "p.html | <style>p{background:url('/img/a.png')}</style> | <style>p{background:url('/img/a.HASH.png')}</style>",
                "p.html | <svg><use xlink:href=\"/sprite.svg#i\"/></svg> | <svg><use xlink:href=\"/sprite.HASH.svg#i\"/></svg>",
                "p.html | <link rel=\"icon\" href=\"/favicon.ico\"> | <link rel=\"icon\" href=\"/favicon.HASH.ico\">",
                "p.html | <link rel=\"canonical\" href=\"/img/a.png\"> | <link rel=\"canonical\" href=\"/img/a.png\">",
                "p.html | <a href=\"/img/a.png\">x</a> | <a href=\"/img/a.png\">x</a>",
                "p.html | <video poster=/img/a.png></video> | <video poster=/img/a.HASH.png></video>",
                "p.html | <script src=\"/static/js/app.js\"></script> | <script src=\"/static/js/app.HASH.js\"></script>",
                "p.html | <img src=\"../../etc/passwd\"> | <img src=\"../../etc/passwd\">",
                "p.html | <img src=/img/a.png src=/img/b.png> | <img src=/img/a.HASH.png src=/img/b.png>",
                "p.jte | <link rel=stylesheet href=\"${ctx}/css/app.css\"> | <link rel=stylesheet href=\"${ctx}/css/app.HASH.css\">",
                "p.jte | @template.layout(c = @`<img src=\"/img/a.png\">`) | @template.layout(c = @`<img src=\"/img/a.HASH.png\">`)",
            })
    void namesTheFingerprintedFile(String file, String before, String after) {
        assertEquals(after, rewritten(file, before));
    }

    @Test
    void followsAWebJarWithoutItsVersion() {
        String page = "<link rel=\"stylesheet\" th:href=\"@{/webjars/fa/css/fa.css}\">";
        String result = site().versionless("webjars/fa/css/fa.css", "webjars/fa/4.7.0/css/fa.css")
                .template("p.html", page)
                .result();
        assertEquals("<link rel=\"stylesheet\" th:href=\"@{/webjars/fa/4.7.0/css/fa.HASH.css}\">", result);
    }

    @Test
    void resolvesAgainstAServedPage() {
        String result = site().served("sub/p.html", "<img src=\"../img/a.png\"><img src=\"img/a.png\">")
                .result();
        assertEquals("<img src=\"../img/a.HASH.png\"><img src=\"img/a.png\">", result);
    }

    @Test
    void resolvesAgainstTheBase() {
        String result = site().served("sub/p.html", "<base href=\"/\"><img src=\"img/a.png\">")
                .result();
        assertEquals("<base href=\"/\"><img src=\"img/a.HASH.png\">", result);
    }

    @Test
    void warnsOfAMissingFileWithItsPlace() {
        TestSite site = site().served("p.html", "<p>\n<img src=\"/img/none.png\">");
        site.run();
        List<Diagnostic> missing = site.reported().stream()
                .filter(d -> d.id().equals("reference-missing"))
                .toList();
        assertEquals(1, missing.size());
        assertTrue(missing.get(0).toString().startsWith("web/p.html:2:11: warning [reference-missing]"));
    }

    @Test
    void doesNotMissWhatAPieceNamesFromThePageThatShowsIt() {
        String piece = "<div><img src=\"img/a.png\"></div>";
        TestSite site = site().served("app/views/piece.html", piece)
                .served("app/views/page.html", "<!doctype html><title>x</title><img src=\"img/a.png\">");
        Site built = site.run();
        assertEquals(
                piece,
                built.pages().stream()
                        .filter(p -> p.file().endsWith("piece.html"))
                        .findFirst()
                        .orElseThrow()
                        .content()
                        .text());
        assertEquals(
                List.of("web/app/views/page.html"),
                site.reported().stream()
                        .filter(d -> d.id().equals("reference-missing"))
                        .map(d -> d.location().file())
                        .toList());
    }

    @Test
    void leavesMailTemplatesAlone() {
        String page = "<img src=\"/img/a.png\">";
        assertEquals(page, rewritten("mail/p.html", page));
    }

    @Test
    void keepsByteOrderMarkLineEndsAndLatin1() {
        byte[] bytes = "<%@ page pageEncoding=\"ISO-8859-1\" %>\r\n<img alt=\"\u00e4\" src=\"/img/a.png\">\r\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        Content after =
                site().template("p.jsp", Content.of(bytes)).run().pages().get(0).content();
        assertEquals(
                "<%@ page pageEncoding=\"ISO-8859-1\" %>\r\n<img alt=\"\u00e4\" src=\"/img/a.HASH.png\">\r\n",
                new String(after.bytes(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void editsUtf16InPlace() {
        byte[] bytes = "\ufeff<img src=\"/img/a.png\">\u4e2d".getBytes(StandardCharsets.UTF_16LE);
        Content after =
                site().template("p.jsp", Content.of(bytes)).run().pages().get(0).content();
        assertEquals("\ufeff<img src=\"/img/a.HASH.png\">\u4e2d", new String(after.bytes(), StandardCharsets.UTF_16LE));
    }

    @Test
    void takesAConfiguredRoot() {
        RewriteOptions o = TestSite.referencesOnly();
        RewriteOptions configured = new RewriteOptions(
                true,
                o.defer(),
                o.lazy(),
                3,
                false,
                o.missing(),
                false,
                List.of(),
                List.of(),
                List.of("$imgs=/img"),
                List.of(),
                false,
                ModuleOptions.defaults());
        String result = site().options(configured)
                .template("p.vm", "<img src=\"$imgs/a.png\">")
                .result();
        assertEquals("<img src=\"$imgs/a.HASH.png\">", result);
    }

    @Test
    void recomputesIntegrity() {
        String result = site().template("p.html", "<script src=\"/js/app.js\" integrity=\"sha384-old\"></script>")
                .result();
        assertEquals(
                "<script src=\"/js/app.HASH.js\" integrity=\""
                        + Content.of("var a;").integrity() + "\"></script>",
                result);
    }

    @Test
    void followsTheAddressInAnAttributeThatConfigurationNames() {
        RewriteOptions d = TestSite.referencesOnly();
        TestSite named = site().options(new RewriteOptions(
                d.references(),
                d.defer(),
                d.lazy(),
                d.eagerImages(),
                d.loader(),
                d.missing(),
                d.integrity(),
                d.skip(),
                d.dialects(),
                d.urlRoots(),
                List.of("data-background"),
                d.imageSizes(),
                ModuleOptions.defaults()));
        String page = "<section data-background=\"/img/a.png\" data-other=\"/img/b.png\"></section>";
        assertEquals(
                "<section data-background=\"/img/a.HASH.png\" data-other=\"/img/b.png\"></section>",
                named.template("p.html", page).result());
        assertEquals(page, rewritten("p.html", page));
    }
}
