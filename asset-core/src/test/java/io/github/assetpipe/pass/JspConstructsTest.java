package io.github.assetpipe.pass;

import static io.github.assetpipe.pass.Constructs.becomes;
import static io.github.assetpipe.pass.Constructs.keepsClasses;
import static io.github.assetpipe.pass.Constructs.stays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.model.Content;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** JSP pages and tag files, as applications write them. */
class JspConstructsTest {
    @Test
    void no04FollowsADeclaredAddress() {
        becomes("htmlHeader.tag", """
                <spring:url value="/resources/images/favicon.png" var="favicon"/>
                <link rel="shortcut icon" type="image/x-icon" href="${favicon}">
                """, """
                <spring:url value="/resources/images/favicon#.png" var="favicon"/>
                <link rel="shortcut icon" type="image/x-icon" href="${favicon}">
                """);
    }

    @Test
    void no05ReplacesOnlyTheNameAfterTheContextPath() {
        becomes(
                "htmlHeader.tag",
                "<link href=\"${pageContext.request.contextPath}/css/app.css\" rel=\"stylesheet\"/>",
                "<link href=\"${pageContext.request.contextPath}/css/app#.css\" rel=\"stylesheet\"/>");
    }

    @Test
    void no06KeepsBothQuotes() {
        becomes(
                "head.jsp",
                "<link rel=\"stylesheet\" media=\"all\" href='<s:url value=\"/css/app.css\"/>' />",
                "<link rel=\"stylesheet\" media=\"all\" href='<s:url value=\"/css/app#.css\"/>' />");
    }

    @Test
    void no07ReadsATagWithTheQuotesOfItsAttribute() {
        becomes(
                "head.jsp",
                "<script src=\"<s:url value=\"/js/app.js\"/>\"></script><i>",
                "<script src=\"<s:url value=\"/js/app#.js\"/>\"></script><i>");
    }

    @Test
    void no08LeavesATagThatIsNotKnown() {
        stays(
                "commonheader.jsp",
                "<link rel=\"stylesheet\" href=\"<wiki:Link format='url' templatefile='app.css'/>\"/><b class=\"x\">");
    }

    @Test
    void no09LeavesATagThatEmitsTheLink() {
        stays("headerFull.jsp", "<openmrs:htmlInclude file=\"/css/app.css\" />");
    }

    @Test
    void no10RewritesTheLiteralTail() {
        becomes(
                "headerFull.jsp",
                "<link href=\"<openmrs:contextPath/>/css/app.css\" type=\"text/css\" rel=\"stylesheet\" />",
                "<link href=\"<openmrs:contextPath/>/css/app#.css\" type=\"text/css\" rel=\"stylesheet\" />");
    }

    @Test
    void no11LeavesAScriptThatAServletMakes() {
        stays("feedback.jsp", "<script src='<%= request.getContextPath() %>/dwr/interface/Message.js'></script>");
    }

    @Test
    void no23ResolvesAgainstAComputedBase() {
        becomes(
                "header.tag",
                "<base href=\"${config.issuer}\"><link rel=\"stylesheet\" href=\"css/app.css\">",
                "<base href=\"${config.issuer}\"><link rel=\"stylesheet\" href=\"css/app#.css\">");
    }

    @Test
    void no24LeavesAComputedAddressAndItsPlainFile() {
        TestSite site =
                Constructs.site().template("footer.tag", "<script src=\"<c:out value=\"${ file }\" />\" ></script>");
        assertEquals("<script src=\"<c:out value=\"${ file }\" />\" ></script>", site.result());
    }

    @Test
    void no29And30NeverBalanceThePage() {
        Map<String, String> pages = Constructs.pages(Constructs.site()
                .template("top.jsp", "<html><body><div>\n<img src=\"${pageContext.request.contextPath}/images/a.png\">")
                .template("bottom.jsp", "</div><script src=\"/js/app.js\"></script>\n</body></html>"));
        assertEquals(
                "<html><body><div>\n<img src=\"${pageContext.request.contextPath}/images/a#.png\" loading=\"lazy\">",
                pages.get("top.jsp"));
        assertTrue(pages.get("bottom.jsp").startsWith("</div><script src=\"/js/app#.js\""));
        assertTrue(pages.get("bottom.jsp").endsWith("></script>\n</body></html>"));
    }

    @Test
    void no34LeavesScriptsOfOldBrowsers() {
        stays("htmlHeader.tag", "<!--[if lt IE 9]>\n<script src=\"/js/app.js\"></script>\n<![endif]-->");
    }

    @Test
    void no35LeavesCommentedImages() {
        stays("certs.jsp", "<%-- <a href=\"x\"><img\n src=\"/images/a.png\"></a> --%>");
    }

    @Test
    void no37And38LeaveImagesInScriptStrings() {
        stays("editor.jsp", """
                <script>insert('<a href="' + url + '"><img src="/images/a.png" alt="' + n + '" /></a>');
                infos = "<img src=\\"${pageContext.request.contextPath}/images/a.png\\" />";</script>
                """);
    }

    @Test
    void no39LeavesTemplatesInScriptsAndKeepsTheirClasses() {
        String page = "<script type=\"text/html\" id=\"tmpl\"><img class=\"crumb\" src=\"/images/a.png\"></script>";
        stays("admin.jsp", page);
        keepsClasses("admin.jsp", page, "crumb");
    }

    @Test
    void no48And49ReadTagsAmongAttributes() {
        String page = """
                <li <c:if test='<%= uri.contains("modules/x") %>'>class="active"</c:if>><img src="/images/a.png"></li>
                <tr <c:if test="${count > 1}"> class='${s == true ? "evenRow" : "oddRow" }' </c:if>><td></td></tr>
                """;
        becomes("local.jsp", page, page.replace("a.png\"", "a#.png\" loading=\"lazy\""));
        keepsClasses("local.jsp", page, "active", "evenRow", "oddRow");
    }

    @Test
    void no50KeepsBothClassAttributes() {
        String page = "<tr class=\"<%=evenOdd%>\" class=\"hideDiv\">";
        stays("workflow.jsp", page);
        keepsClasses("workflow.jsp", page, "hideDiv");
    }

    @Test
    void no54LeavesCharacterDataMarksInScripts() {
        stays("common.jsp", "<script type=\"text/javascript\">//<![CDATA[\n a < b && c > \"<b>\" \n//]]></script>");
    }

    @Test
    void no61KeepsClassesOfVariables() {
        keepsClasses(
                "inputField.tag",
                "<c:set var=\"cssGroup\" value=\"form-group ${status.error ? 'has-error' : '' }\"/>",
                "form-group",
                "has-error");
    }

    @Test
    void no67And68SeeAnInlineScriptThroughTheLayout() {
        String layout = """
                <%@ attribute name="customScript" fragment="true" %><%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
                <html><body><jsp:doBody/><p:footer/><jsp:invoke fragment="customScript"/></body></html>
                """;
        String page = """
                <%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
                <p:layout><jsp:attribute name="customScript"><script>go()</script></jsp:attribute>\
                <jsp:body>x</jsp:body></p:layout>
                """;
        TestSite alone = Constructs.site()
                .template("WEB-INF/tags/layout.tag", layout)
                .template("WEB-INF/tags/footer.tag", "<script src=\"/js/app.js\"></script>")
                .template("WEB-INF/jsp/plain.jsp", page.replaceAll("<jsp:attribute.*?</jsp:attribute>", ""));
        assertTrue(Constructs.pages(alone).get("WEB-INF/tags/footer.tag").contains(" defer"));
        TestSite both = alone.template("WEB-INF/jsp/form.jsp", page);
        assertFalse(Constructs.pages(both).get("WEB-INF/tags/footer.tag").contains(" defer"));
    }

    @Test
    void no72KeepsScriptsBeforeAnInlineUser() {
        becomes("page.jsp", """
                <html><script src="/js/jquery.js"></script><script>$.init()</script>
                <script src="/js/app.js"></script></html>
                """, """
                <html><script src="/js/jquery#.js"></script><script>$.init()</script>
                <script src="/js/app#.js" defer></script></html>
                """);
    }

    @Test
    void no75StopsAtAScriptWithoutAFile() {
        becomes("page.jsp", """
                <html><script src="/js/jquery.js"></script>
                <script src="${pageContext.request.contextPath}/csrfguard"></script>
                <script src="/js/app.js"></script></html>
                """, """
                <html><script src="/js/jquery#.js"></script>
                <script src="${pageContext.request.contextPath}/csrfguard"></script>
                <script src="/js/app#.js" defer></script></html>
                """);
    }

    @Test
    void no79And81LoadImageMapsAndNamedImagesAtOnce() {
        becomes("main.jsp", """
                <img height="355" src="${pageContext.request.contextPath}/images/a.png" usemap="#m" width="350" />
                <a><img align="middle" name="img_cart" src="${pageContext.request.contextPath}/images/a.png" /></a>
                """, """
                <img height="355" src="${pageContext.request.contextPath}/images/a#.png" usemap="#m" width="350" />
                <a><img align="middle" name="img_cart" src="${pageContext.request.contextPath}/images/a#.png" /></a>
                """);
    }

    @Test
    void no86KeepsAByteOrderMark() {
        becomes(
                "bom.jsp",
                "\ufeff<%-- x --%><i data-x><link rel=icon href=/images/a.png>",
                "\ufeff<%-- x --%><i data-x>" + "<link rel=icon href=/images/a#.png>");
    }

    @Test
    void no89EditsBytesWhateverThePageSaysOfThem() {
        String page = "<%@ page contentType=\"text/html; charset=UTF-8\" %><meta content=\"text/html;"
                + " charset=windows-1252\"><b>\u00fc\u4e2d</b><link rel=icon href=/images/a.png>";
        byte[] bytes = Constructs.site()
                .template("top.jsp", Content.of(page.getBytes(StandardCharsets.UTF_8)))
                .run()
                .pages()
                .get(0)
                .content()
                .bytes();
        assertEquals(page.replace("a.png", "a.HASH.png"), new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void no90PutsNoOtherLineEndIn() {
        TestSite site = Constructs.site()
                .template(
                        "include.jsp",
                        "<%-- a --%>\r\n<!-- compress js -->\r\n<script src=\"/js/app.js\"></script>\r\n"
                                + "<script src=\"/js/last.js\"></script>\r\n<!-- endcompress -->\r\n");
        String result = site.result();
        assertTrue(result.matches("(?s)<%-- a --%>\r\n<script src=\"/bundles/[^\"]+\"></script>\r\n"), result);
    }
}
