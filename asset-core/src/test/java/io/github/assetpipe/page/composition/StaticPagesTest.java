package io.github.assetpipe.page.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.option.RewriteOptions.Defer;
import org.junit.jupiter.api.Test;

/** What is decided on pages that are whole documents. */
class StaticPagesTest {
    private static Templates body(String body) {
        return new Templates()
                .scripts("a.js", "b.js", "c.js", "d.js")
                .page("index.html", "<!doctype html>\n<html><head></head><body>\n" + body + "\n</body></html>\n");
    }

    @Test
    void defersAllScriptsAtTheEndOfTheBody() {
        assertEquals("a.js b.js c.js", body("""
                        <p>Text</p>
                        <script src="js/a.js"></script>
                        <script src="js/b.js"></script>
                        <script src="js/c.js" integrity="x" crossorigin></script>
                        """).deferred());
    }

    @Test
    void keepsWhatAnInlineScriptMayUse() {
        Templates page = body("""
                <script src="js/a.js"></script>
                <script>start()</script>
                <script src="js/b.js"></script>
                """);
        assertEquals("b.js", page.deferred());
        assertEquals("before inline script (src/index.html:4)", page.reason("a.js"));
    }

    @Test
    void keepsWhatARemainingExternalScriptMayUse() {
        Templates page = new Templates()
                .script("a.js", "var a")
                .script("ads.js", "document.write('<b>x</b>')")
                .page("i.html", """
                        <html><body>
                        <script src="a.js"></script>
                        <script src="ads.js"></script>
                        </body></html>
                        """);
        assertEquals("", page.deferred());
        assertTrue(page.reason("ads.js").contains("document.write"));
        assertEquals("before ads.js (src/i.html:3)", page.reason("a.js"));
    }

    @Test
    void keepsAScriptThatLooksForItsOwnTag() {
        Templates page = new Templates()
                .script("a.js", "var s = document.getElementsByTagName('script'); s = s[s.length - 1].src")
                .script("b.js", "document.getElementsByTagName('script')[0].parentNode")
                .page("i.html", "<html><body><script src=a.js></script><script src=b.js></script></body></html>");
        assertEquals("b.js", page.deferred());
    }

    @Test
    void ignoresWhatNoBrowserRuns() {
        assertEquals("a.js", body("""
                        <script src="js/a.js"></script>
                        <script type="application/ld+json">{"a": 1}</script>
                        <script type="text/x-template"><b></b></script>
                        <script type="importmap">{}</script>
                        <script>
                          // nothing left here
                        </script>
                        <noscript><script>never()</script></noscript>
                        <template><script>never()</script></template>
                        <!-- <script>never()</script> -->
                        <!--[if lt IE 9]><script src="shiv.js"></script><![endif]-->
                        <textarea><script>never()</script></textarea>
                        """).deferred());
    }

    @Test
    void leavesAsyncModulesAndDeferredOnesOutOfTheOrder() {
        assertEquals("a.js b.js", body("""
                        <script src="js/a.js"></script>
                        <script async src="https://x.example/gtag"></script>
                        <script src="js/b.js"></script>
                        <script type="module">import './m.js'</script>
                        <script defer src="js/c.js"></script>
                        """).deferred());
    }

    @Test
    void doesNotLetADeferredScriptOvertake() {
        Templates page = body("""
                <script src="js/a.js"></script>
                <script defer src="js/b.js"></script>
                <script src="js/c.js"></script>
                """);
        assertEquals("", page.deferred());
        assertEquals("it would run after js/b.js (src/index.html:4), which is deferred", page.reason("c.js"));
        assertEquals("before js/c.js (src/index.html:5)", page.reason("a.js"));
    }

    @Test
    void keepsWhatMustRunBeforeThePageIsPainted() {
        Templates page = new Templates()
                .scripts("modernizr-2.8.js", "color-mode.js", "app.js")
                .page("i.html", """
                        <html><head>
                        <script src="modernizr-2.8.js"></script>
                        <script src="js/color-mode.js"></script>
                        <script src="app.js"></script>
                        </head></html>
                        """);
        assertEquals("app.js", page.deferred());
    }

    @Test
    void keepsTheShimsOfOldBrowsersButNotALibraryForHtml5() {
        Templates page = new Templates()
                .scripts("html5shiv-printshiv.min.js", "html5.js", "buttons.html5.min.js", "html5-qrcode.min.js")
                .page("i.html", """
                        <html><head>
                        <script src="html5shiv-printshiv.min.js"></script>
                        <script src="js/html5.js"></script>
                        <script src="buttons.html5.min.js"></script>
                        <script src="html5-qrcode.min.js"></script>
                        </head></html>
                        """);
        assertEquals("buttons.html5.min.js html5-qrcode.min.js", page.deferred());
    }

    @Test
    void defersLibrariesOfPackageHostsAndFoldersThoughTheyCantBeRead() {
        Templates page = new Templates().scripts("scripts.js").page("i.html", """
                <html><head><script src="https://use.fontawesome.com/releases/v6.3.0/js/all.js" crossorigin="anonymous"></script></head>
                <body>
                <script src="https://cdn.jsdelivr.net/npm/bootstrap@5.2.3/dist/js/bootstrap.bundle.min.js"></script>
                <script src="../../plugins/jquery/jquery.min.js"></script>
                <script src="js/scripts.js"></script>
                <script src="https://cdn.startbootstrap.com/sb-forms-latest.js"></script>
                </body></html>
                """);
        assertEquals("all.js bootstrap.bundle.min.js jquery.min.js sb-forms-latest.js scripts.js", page.deferred());
    }

    @Test
    void keepsServicesAndGeneratedScripts() {
        Templates page = new Templates().page("i.html", """
                <html><body>
                <script src="https://maps.googleapis.com/maps/api/js?key=1"></script>
                <script src="//translate.google.com/translate_a/element.js?cb=init"></script>
                <script src="/dwr/interface/Service.js"></script>
                <script src="/csrfguard"></script>
                </body></html>
                """);
        assertEquals("", page.deferred());
        assertEquals("its text is not known", page.reason("Service.js"));
    }

    @Test
    void anAssignmentOfLiteralsIsNoBarrierForScriptsThatDoNotKnowTheNames() {
        Templates page = new Templates()
                .script("a.js", "init()")
                .script("b.js", "use(CONFIG)")
                .page("i.html", """
                        <html><body>
                        <script src="a.js"></script>
                        <script>
                          // settings
                          var CONFIG = {};
                          window.LOCALE = "{{ locale }}";
                          var debug = false
                        </script>
                        <script src="b.js"></script>
                        </body></html>
                        """);
        assertEquals("a.js b.js", page.deferred());
    }

    @Test
    void anAssignmentIsABarrierForScriptsThatKnowTheNames() {
        Templates page = new Templates().script("a.js", "var CONFIG = 1").page("i.html", """
                <html><body><script src="a.js"></script><script>CONFIG = "x";</script></body></html>
                """);
        assertEquals("", page.deferred());
        assertTrue(page.reason("a.js").contains("whose names it may use"), page.reason("a.js"));
    }

    @Test
    void authorsHaveTheLastWordOnATag() {
        Templates page = body("""
                <script src="js/a.js" data-no-defer></script>
                <script src="js/b.js" data-defer></script>
                <script src="js/c.js"></script>
                <script>x()</script>
                <script src="js/d.js"></script>
                """);
        assertEquals("b.js", page.deferred());
        assertEquals("kept by data-no-defer", page.reason("a.js"));
        assertEquals("asked for by data-defer", page.reason("b.js"));
    }

    @Test
    void offDefersOnlyWhatIsAskedFor() {
        Templates page = body("<script src=js/a.js data-defer></script><script src=js/b.js></script>");
        assertEquals("a.js", page.deferred(Defer.OFF));
    }

    @Test
    void allDefersWhateverFollows() {
        Templates page = body("<script src=js/a.js></script><script>a()</script><script src=x data-no-defer></script>");
        assertEquals("a.js", page.deferred(Defer.ALL));
    }

    @Test
    void leavesTagsThatCantBeChanged() {
        Templates page = body("""
                <script src="js/a.js" onload="document.write(1)"></script>
                <script src="js/b.js" nomodule></script>
                <script src="js/c.js"></script>
                """);
        assertEquals("c.js", page.deferred());
    }

    @Test
    void aBundleTakesThePlaceOfItsMembers() {
        Templates page = body("""
                <script src="js/a.js"></script>
                {% compress js %}<script>inline()</script><script src="js/b.js"></script>{% endcompress %}
                <script src="js/c.js"></script>
                """);
        assertEquals("b.js c.js", page.deferred());
        PageFacts facts = page.facts("index.html");
        Item.Script inline = facts.scripts().stream()
                .filter(s -> s.kind() == Item.Kind.INLINE)
                .findFirst()
                .orElseThrow();
        Item.Script bundle = new Item.Script(
                inline.offset(),
                inline.line(),
                Item.Kind.EXTERNAL,
                "bundle.js",
                io.github.assetpipe.model.LogicalPath.of("js/a.js"),
                Item.Wish.NONE,
                java.util.List.of());
        page.replace(facts.withScripts(inline.offset(), inline.offset() + 70, java.util.List.of(bundle)));
        assertEquals("a.js bundle.js c.js", page.deferred());
    }
}
