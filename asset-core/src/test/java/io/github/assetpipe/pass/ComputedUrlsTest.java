package io.github.assetpipe.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** URLs whose front a template computes: which of them name a file of the application. */
class ComputedUrlsTest {
    private static TestSite site() {
        return new TestSite().assets("favicon.ico", "images/cover.gif", "scripts/app.js", "css/app.css");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    ftl  | <#list sites as site><img src="${site.url}/favicon.ico"></#list>
                    ftl  | <#list map as key, host><img src="${host}/favicon.ico"></#list>
                    vm   | #foreach($site in $sites)<img src="$site.url/favicon.ico">#end
                    vm   | #foreach( $url in $all )<img src="${url}/images/cover.gif">#end
                    peb  | {% for site in sites %}<img src="{{ site.url }}/favicon.ico">{% endfor %}
                    hbs  | {{#friends}}<img src="{{url}}/favicon.ico">{{/friends}}
                    hbs  | {{#each links}}<img src="{{this.baseUrl}}/favicon.ico">{{siteUrl}}{{/each}}
                    mustache | {{#links}}<img src="{{siteUrl}}/favicon.ico">{{/links}}
                    jsp  | <c:forEach items="${sites}" var="site"><img src="${site.url}/favicon.ico"></c:forEach>
                    html | <b th:each="site : ${sites}"><img th:src="|${site.url}/favicon.ico|"></b>
                    html | {#for site in sites}<img src="{site.url}/favicon.ico">{/for}
                    jte  | @for(Site site : sites)<img src="${site.url}/favicon.ico">@endfor
                    """)
    void whatAVariableOfALoopBeginsStaysAsItIs(String ending, String text) {
        assertEquals(text, site().template("page." + ending, text).result());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    vm  | <img src="$bookmark.url/images/cover.gif">
                    vm  | <img src="$album.path/cover.gif">
                    ftl | <img src="${user.home}/images/cover.gif">
                    jsp | <img src="${userHome}/cover.gif">
                    vm  | <img src="$feed.getLink()/favicon.ico">
                    """)
    void whatAnObjectSaysOfItselfStaysAsItIs(String ending, String text) {
        assertEquals(text, site().template("page." + ending, text).result());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    vm  | <script src="$!scriptslink/app.js"></script>         | <script src="$!scriptslink/app.HASH.js"></script>
                    vm  | <img src="$theme/images/cover.gif">                  | <img src="$theme/images/cover.HASH.gif">
                    ftl | <img src="${site.url}/images/cover.gif">             | <img src="${site.url}/images/cover.HASH.gif">
                    hbs | {{#if a}}<img src="{{url}}/favicon.ico">{{/if}}      | {{#if a}}<img src="{{url}}/favicon.HASH.ico">{{/if}}
                    hbs | {{#a}}<img src="{{../contextPath}}/favicon.ico">{{/a}} | {{#a}}<img src="{{../contextPath}}/favicon.HASH.ico">{{/a}}
                    """)
    void whatNamesTheApplicationOrAFolderOfItIsFollowed(String ending, String text, String result) {
        assertEquals(result, site().template("page." + ending, text).result());
    }

    @Test
    void aFolderThatIsThereIsMeantByItsName() {
        String page = "<html xmlns:th=\"x\"><link rel=\"stylesheet\" th:href=\"@{/resources/css/app.css}\"></html>";
        assertEquals(
                page.replace("app.css", "app.HASH.css"),
                site().template("page.html", page).result());
        assertEquals(
                page,
                site().assets("resources-old/x.gif", "resources/x.gif")
                        .template("page.html", page)
                        .result());
    }
}
