package io.github.assetpipe.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageDialectTest {
    private static final String PLAIN = "<p>Hello {name} ${name} {{name}}</p>";

    private final List<PageFile> pages = new ArrayList<>();

    private PageFile template(String name, String text) {
        PageFile page = PageFile.source("templates/" + name, name, Content.of(text), "templates/" + name, null, false);
        pages.add(page);
        return page;
    }

    private String dialect(PageFile page, String... dialects) {
        PageReader reader = new PageReader(List.of(dialects));
        reader.begin(pages);
        return reader.read(page).dialect().name();
    }

    @ParameterizedTest
    @CsvSource({
        "qute, '{#if a}b{/if}'",
        "pebble, {% if a %}b{% endif %}",
        "mustache, {{#a}}b{{/a}}",
        "freemarker, <#if a>b</#if>",
        "velocity, #set($a = 1)",
        "thymeleaf, <p th:text='${a}'></p>",
    })
    void aTemplateThatShowsNoLanguageIsInThatOfTheTemplatesBesideIt(String language, String text) {
        PageFile page = template("two.html", PLAIN);
        template("mail/one.html", text);
        template("three.html", PLAIN);

        assertEquals(language, dialect(page));
    }

    @Test
    void itIsPlainWhereThoseShowSeveralLanguages() {
        PageFile page = template("two.html", PLAIN);
        template("one.html", "{#if a}b{/if}");
        template("three.html", "<p th:text='${a}'></p>");

        assertEquals("html", dialect(page));
    }

    @Test
    void itIsPlainWhereTheyHaveAnotherEndingOrLieElsewhere() {
        PageFile page = template("two.html", PLAIN);
        template("one.ftlh", "<#if a>b</#if>");
        template("one.htm", "{#if a}b{/if}");
        pages.add(PageFile.source("views/a.html", "a.html", Content.of("{#if a}b{/if}"), "views/a.html", null, false));

        assertEquals("html", dialect(page));
    }

    @Test
    void aPageThatIsServedAsAFileIsNoTemplateOfAnybody() {
        PageFile served = PageFile.source(
                "web/two.html", "two.html", Content.of(PLAIN), "two.html", LogicalPath.of("two.html"), false);
        pages.add(served);
        pages.add(PageFile.source(
                "web/WEB-INF/a.html", "WEB-INF/a.html", Content.of("{#if a}b{/if}"), "WEB-INF/a.html", null, false));

        assertEquals("html", dialect(served));
    }

    @Test
    void whatTheUserSaysOfAPageComesFirstAndSaysNothingOfOthers() {
        PageFile page = template("two.html", PLAIN);
        PageFile said = template("one.html", "{#if a}b{/if}");

        assertEquals("html", dialect(page, "templates/two.html=html"));
        assertEquals("pebble", dialect(said, "templates/one.html=pebble"));
        assertEquals("html", dialect(page, "templates/one.html=pebble"));
    }

    @Test
    void aTemplateOfAProjectWithAnEngineIsInItsLanguageUnlessItHasAttributesOfThymeleaf() {
        PageFile page = template("two.html", PLAIN + "<a href=#end>").inLanguage("qute");
        PageFile thymeleaf = template("one.html", "<p th:text='${a}'></p>").inLanguage("qute");
        PageFile freemarker = template("mail.ftlh", PLAIN).inLanguage("qute");

        assertEquals("qute", dialect(page));
        assertEquals("thymeleaf", dialect(thymeleaf));
        assertEquals("freemarker", dialect(freemarker));
        assertEquals("html", dialect(page, "templates/*.html=html"));
    }

    @Test
    void aTemplateWithoutAnEndingIsInTheLanguageThatTheUserSays() {
        assertEquals("mustache", dialect(template("mail/welcome", PLAIN), "templates/mail/**=mustache"));
    }

    @Test
    void aLinkToAFragmentIsNoDirectiveOfVelocity() {
        assertEquals("html", dialect(template("a.html", "<a href=\"#end\">End</a>")));
    }

    @Test
    void theOrderOfPagesAndTheNumberOfReadersDoNotCount() {
        for (int i = 0; i < 50; i++) {
            template("plain" + i + ".html", PLAIN);
        }
        template("one.html", "{#if a}b{/if}");
        Collections.reverse(pages);
        PageReader reader = new PageReader();
        reader.begin(pages);

        List<String> found = pages.parallelStream()
                .map(page -> reader.read(page).dialect().name())
                .distinct()
                .toList();

        assertEquals(List.of("qute"), found);
    }

    @Test
    void aPageFollowsWhatIsBesideItFromBuildToBuild() {
        PageFile page = template("two.html", PLAIN);
        template("one.html", "<p>b</p>");
        PageReader reader = new PageReader();
        reader.begin(pages);
        assertEquals("html", reader.read(page).dialect().name());

        pages.remove(1);
        template("one.html", "{#if a}b{/if}");
        reader.begin(pages);
        assertEquals("qute", reader.read(page).dialect().name());

        pages.remove(1);
        reader.begin(pages);
        assertEquals("html", reader.read(page).dialect().name());
    }
}
