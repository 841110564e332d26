package io.github.assetpipe.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assetpipe.model.PageFile;
import org.junit.jupiter.api.Test;

/** Relative paths in pages that a server runs, by where such a page may be shown. */
class RelativePlacesTest {
    private static String image(TestSite site, String page, String url) {
        return site.webapp(page, "<p><img src=\"" + url + "\"></p>")
                .result()
                .replaceAll("(?s).*src=\"([^\"]*)\".*", "$1");
    }

    private static TestSite two(String first, String second) {
        return new TestSite().asset("images/a.gif", first).asset("sub/images/a.gif", second);
    }

    @Test
    void aPageThatIsRunUnderItsOwnPathNamesTheFileBesideIt() {
        TestSite site = new TestSite().assets("sub/s.css", "sub/images/a.gif");
        assertEquals("images/a.HASH.gif", image(site, "sub/hello.jsp", "images/a.gif"));
    }

    @Test
    void aPathThatMayNameTwoFilesStaysAsItIs() {
        assertEquals("images/a.gif", image(two("one", "two"), "sub/hello.jsp", "images/a.gif"));
        assertEquals("images/a.gif", image(two("one", "two"), "hello.jsp", "images/a.gif"));
        assertEquals("images/a.gif", image(two("one", "two"), "WEB-INF/hello.jsp", "images/a.gif"));
    }

    @Test
    void twoFilesOfTheSameContentHaveOneName() {
        assertEquals("images/a.HASH.gif", image(two("one", "one"), "WEB-INF/hello.jsp", "images/a.gif"));
    }

    @Test
    void theManifestTellsWhyAPathStays() {
        PageFile page = two("one", "two")
                .webapp("WEB-INF/hello.jsp", "<p><img src=\"images/a.gif\"></p>")
                .run()
                .pages()
                .get(0);
        assertEquals(
                "it depends on where the page is shown which file it names",
                page.decisions().get(0).reason());
    }
}
