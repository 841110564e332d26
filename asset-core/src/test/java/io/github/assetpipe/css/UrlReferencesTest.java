package io.github.assetpipe.css;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UrlReferencesTest {
    private static String urls(String source) {
        StringBuilder out = new StringBuilder();
        for (UrlReference reference : UrlReferences.of(source)) {
            out.append(out.length() == 0 ? "" : " ")
                    .append(reference.kind())
                    .append('<')
                    .append(reference.url());
            out.append('>');
        }
        return out.toString();
    }

    @Test
    void findsEveryFormOfAReference() {
        assertEquals(
                "IMPORT<a.css> IMPORT<b.css> RESOURCE<c d.png> RESOURCE<e.png> RESOURCE<f.png> RESOURCE<g.png>",
                urls("""
                        @import "a.css" layer(x);
                        @import URL( 'b.css' );
                        a { background: url("c d.png"), url( e.png ) }
                        b { background: image-set("f.png" 1x, url(g.png) 2x type("image/png")) }
                        """));
    }

    @Test
    void looksNeitherIntoCommentsNorIntoStrings() {
        assertEquals("", urls("/* url(a.png) */ a::before { content: \"url(b.png)\" }"));
    }

    @Test
    void leavesTheAddressOfANamespaceAlone() {
        assertEquals("", urls("@namespace svg url(http://www.w3.org/2000/svg);@namespace \"x\";"));
    }

    @Test
    void findsWhatComesAfterABlockThatAMisplacedNamespaceEndsIn() {
        assertEquals("RESOURCE<x.png>", urls("a { left: 0 @namespace } b { background: url(x.png) }"));
    }

    @Test
    void findsTheSourceMap() {
        assertEquals("SOURCE_MAP<a.css.map>", urls("a{}\n/*# sourceMappingURL=a.css.map */"));
    }

    @Test
    void givesRangesThatCanBeReplaced() {
        String source = "a{b:url( x\\)y.png );c:url('z')}";
        StringBuilder out = new StringBuilder(source);
        for (int i = UrlReferences.of(source).size() - 1; i >= 0; i--) {
            UrlReference reference = UrlReferences.of(source).get(i);
            out.replace(reference.start(), reference.end(), UrlReferences.write(reference, "../" + reference.url()));
        }
        assertEquals("a{b:url(\"../x)y.png\");c:url(\"../z\")}", out.toString());
    }
}
