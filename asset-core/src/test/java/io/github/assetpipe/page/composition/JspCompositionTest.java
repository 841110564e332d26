package io.github.assetpipe.page.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** JSP: include directives and actions, tag files, tag libraries, Tiles; Grails layouts. */
class JspCompositionTest {
    private static Templates halves() {
        return new Templates()
                .scripts("a.js", "b.js")
                .page("WEB-INF/jsp/common/IncludeTop.jsp", """
                        <%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
                        <html><head><script src="${pageContext.request.contextPath}/js/a.js"></script></head><body><div>
                        """)
                .page("WEB-INF/jsp/common/IncludeBottom.jsp", """
                        </div><script src="<c:url value="/js/b.js"/>"></script></body></html>
                        """);
    }

    @Test
    void defersInTheHalvesOfAPage() {
        Templates site = halves().page("WEB-INF/jsp/Main.jsp", """
                <%@ include file="common/IncludeTop.jsp"%>
                <p><c:out value="${x}"/></p>
                <%@ include file="common/IncludeBottom.jsp"%>
                """);
        assertEquals("a.js b.js", site.deferred());
    }

    @Test
    void anInlineScriptBetweenTheHalvesKeepsTheFirst() {
        Templates site = halves().page("WEB-INF/jsp/Main.jsp", """
                <%@ include file="common/IncludeTop.jsp"%>
                <c:if test="${a > 1}"><script>x()</script></c:if>
                <%@ include file="common/IncludeBottom.jsp"%>
                """);
        assertEquals("b.js", site.deferred());
    }

    @Test
    void aTagOfAnUnknownLibraryIsABarrier() {
        Templates site = halves().page("WEB-INF/jsp/Main.jsp", """
                <%@ include file="common/IncludeTop.jsp"%>
                <wiki:Plugin name="x"/>
                <%@ include file="common/IncludeBottom.jsp"%>
                """);
        assertEquals("b.js", site.deferred());
        assertTrue(site.reason("a.js").contains("wiki:Plugin"), site.reason("a.js"));
    }

    @Test
    void aTagInAnAttributeOrCommentIsNone() {
        Templates site = halves().page("WEB-INF/jsp/Main.jsp", """
                <%@ include file="common/IncludeTop.jsp"%>
                <a href="<wiki:Link format='url'/>"></a> <!-- <wiki:Plugin name="x"/> --><%-- <wiki:Plugin/> --%>
                <%@ include file="common/IncludeBottom.jsp"%>
                """);
        assertEquals("a.js b.js", site.deferred());
    }

    private static Templates tagFiles() {
        return new Templates()
                .scripts("jquery.js", "bootstrap.js", "picker.js")
                .page("WEB-INF/tags/layout.tag", """
                        <%@ taglib prefix="petclinic" tagdir="/WEB-INF/tags" %>
                        <%@ attribute name="customScript" fragment="true" %>
                        <!doctype html>
                        <html><petclinic:htmlHeader/><body><div>
                        <jsp:doBody/>
                        </div><petclinic:footer/>
                        <jsp:invoke fragment="customScript" />
                        </body></html>
                        """)
                .page("WEB-INF/tags/htmlHeader.tag", """
                        <%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
                        <head><spring:url value="/js/jquery.js" var="jq"/><script src="js/jquery.js"></script></head>
                        """)
                .page("WEB-INF/tags/footer.tag", """
                        <spring:url value="/js/bootstrap.js" var="b"/><script src="/js/bootstrap.js"></script>
                        """)
                .page("WEB-INF/jsp/vets.jsp", """
                        <%@ taglib prefix="petclinic" tagdir="/WEB-INF/tags" %>
                        <petclinic:layout pageName="vets"><h2>Vets</h2></petclinic:layout>
                        """);
    }

    @Test
    void defersInTagFilesThatCallTheirBody() {
        assertEquals("bootstrap.js jquery.js", tagFiles().deferred());
    }

    @Test
    void aFragmentAttributeIsRenderedWhereTheTagFileInvokesIt() {
        Templates site = tagFiles().page("WEB-INF/jsp/form.jsp", """
                <%@ taglib prefix="petclinic" tagdir="/WEB-INF/tags" %>
                <petclinic:layout pageName="owners">
                  <jsp:attribute name="customScript">
                    <script src="/js/picker.js"></script><script>flatpickr()</script>
                  </jsp:attribute>
                  <jsp:body><h2>x</h2></jsp:body>
                </petclinic:layout>
                """);
        assertEquals("", site.deferred());
        assertEquals("before inline script (src/WEB-INF/jsp/form.jsp:4)", site.reason("bootstrap.js"));
    }

    private static final String TILES = """
            <tiles-definitions>
              <definition name=".page" template="/WEB-INF/jsps/tiles/page.jsp">
                <put-attribute name="head" value="/WEB-INF/jsps/tiles/head.jsp"/>
                <put-attribute name="styles" value="/WEB-INF/jsps/tiles/empty.jsp"/>
                <put-attribute name="content" value="/WEB-INF/jsps/tiles/empty.jsp"/>
              </definition>
              <definition name=".Login" extends=".page">
                <put-attribute name="content" value="/WEB-INF/jsps/Login.jsp"/>
              </definition>
            </tiles-definitions>
            """;

    private static Templates tiles() {
        return new Templates()
                .scripts("roller.js", "login.js")
                .page("WEB-INF/jsps/tiles/page.jsp", """
                        <%@ include file="/WEB-INF/jsps/taglibs.jsp" %>
                        <html><head><tiles:insertAttribute name="head"/>
                        <style><tiles:insertAttribute name="styles"/></style></head>
                        <body><tiles:insertAttribute name="content"/></body></html>
                        """)
                .page("WEB-INF/jsps/taglibs.jsp", """
                        <%@ taglib prefix="s" uri="/struts-tags" %>
                        <%@ taglib prefix="tiles" uri="http://tiles.apache.org/tags-tiles" %>
                        """)
                .page("WEB-INF/jsps/tiles/head.jsp", "<script src=\"<s:url value='/js/roller.js'/>\"></script>")
                .page("WEB-INF/jsps/tiles/empty.jsp", "\n");
    }

    @Test
    void defersInTilesThatDefinitionsName() {
        Templates site = tiles().tiles(TILES).page("WEB-INF/jsps/Login.jsp", """
                <s:form action="x"><s:text name="y"/></s:form><script src="/js/login.js"></script>
                """);
        assertEquals("login.js roller.js", site.deferred());
    }

    @Test
    void anInlineScriptInOneTileKeepsTheHeadOfAll() {
        Templates site = tiles().tiles(TILES).page("WEB-INF/jsps/Login.jsp", """
                <script>focus()</script><script src="/js/login.js"></script>
                """);
        assertEquals("login.js", site.deferred());
    }

    @Test
    void tilesWithoutTheirDefinitionsAreUnknown() {
        assertEquals("", tiles().deferred());
    }

    @Test
    void aComputedIncludeMayBeAnyPageOfItsFolder() {
        Templates site = new Templates()
                .scripts("a.js")
                .page("WEB-INF/views/one.jsp", "<p></p>")
                .page("WEB-INF/main.jsp", """
                        <html><body><script src="/js/a.js"></script>
                        <jsp:include page="/WEB-INF/views/${view}.jsp"/></body></html>
                        """);
        assertEquals("a.js", site.deferred());
        site.page("WEB-INF/views/two.jsp", "<script>two()</script>");
        assertEquals("", site.deferred());
    }

    @Test
    void scriptsWrittenByCodeAreABarrier() {
        Templates site = new Templates().scripts("a.js").page("a.jsp", """
                <html><body><script src="/js/a.js"></script><% out.println("<script>x()</script>"); %></body></html>
                """);
        assertEquals("", site.deferred());
    }

    @Test
    void aLoopInCodeRepeatsThePage() {
        Templates site = new Templates().scripts("a.js").page("a.jsp", """
                <html><body><% for (Item i : items) { %><script>x()</script>
                <script src="/js/a.js"></script><% } %></body></html>
                """);
        assertEquals("", site.deferred());
    }

    @Test
    void aJspDocumentCallsTagsByNamespace() {
        Templates site = new Templates()
                .scripts("a.js", "b.js")
                .page("WEB-INF/tags/util/load-scripts.tagx", """
                        <jsp:root xmlns:jsp="http://java.sun.com/JSP/Page" xmlns:spring="http://www.springframework.org/tags">
                        <spring:url value="/js/a.js" var="a"/>
                        <script src="/js/a.js" type="text/javascript"><!-- required --></script></jsp:root>
                        """)
                .page("WEB-INF/layouts/default.jspx", """
                        <html xmlns:util="urn:jsptagdir:/WEB-INF/tags/util" xmlns:jsp="http://java.sun.com/JSP/Page">
                        <head><util:load-scripts/></head><body><script src="/js/b.js"></script></body></html>
                        """);
        assertEquals("a.js b.js", site.deferred());
    }

    @Test
    void grailsPagesAreDecoratedByTheirLayout() {
        Templates site = new Templates()
                .scripts("main.js", "page.js")
                .page("layouts/main.gsp", """
                        <html><head><g:layoutTitle/><script src="/js/main.js"></script><g:layoutHead/></head>
                        <body><g:layoutBody/></body></html>
                        """)
                .page("book/list.gsp", """
                        <html><head><meta name="layout" content="main"/></head>
                        <body><script src="/js/page.js"></script><g:render template="row"/></body></html>
                        """)
                .page("book/_row.gsp", "<p></p>");
        assertEquals("main.js page.js", site.deferred());
        site.page("book/show.gsp", """
                <html><head><meta name="layout" content="main"/><script>x()</script></head><body></body></html>
                """);
        assertEquals("page.js", site.deferred());
    }
}
