package io.github.assetpipe.css;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TokensTest {
    @Provide
    Arbitrary<String> cssLike() {
        return Arbitraries.of(
                        "a", "-", "--", "1", "e", "+", ".", "%", "\\", "\n", "\r\n", " ", "\"", "'", "(", ")", "url(",
                        "/*", "*/", "{", "}", "[", "]", ";", ":", ",", "#", "@", "<!--", "-->", "é", "\0", "!", "u+",
                        "\t")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Property
    void tokensTileTheText(@ForAll("cssLike") String text) {
        Tokens tokens = Tokens.of(text);
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            joined.append(tokens.text(i));
        }
        assertEquals(text, joined.toString());
    }

    private static String types(String text) {
        Tokens tokens = Tokens.of(text);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            out.append(i == 0 ? "" : " ")
                    .append(tokens.type(i))
                    .append('<')
                    .append(tokens.text(i))
                    .append('>');
        }
        return out.toString();
    }

    @Test
    void tellsNumbersFromDimensionsAndPercentages() {
        assertEquals(
                "NUMBER<-.5> WHITESPACE< > DIMENSION<1e3px> WHITESPACE< > PERCENTAGE<+5%>", types("-.5 1e3px +5%"));
    }

    @Test
    void readsAnUnquotedUrlAsOneToken() {
        assertEquals("URL<url( a;b.png )>", types("url( a;b.png )"));
    }

    @Test
    void readsAQuotedUrlAsAFunction() {
        assertEquals("FUNCTION<URL(> WHITESPACE< > STRING<'a b'> RIGHT_PAREN<)>", types("URL( 'a b')"));
    }

    @Test
    void endsABrokenStringAtTheLineEnd() {
        assertEquals("BAD_STRING<\"a> WHITESPACE<\n> IDENT<b>", types("\"a\nb"));
    }

    @Test
    void keepsAnEscapedNameWhole() {
        assertEquals("DELIM<.> IDENT<md\\:w-1\\/2> LEFT_BRACE<{>", types(".md\\:w-1\\/2{"));
    }

    @Test
    void decodesHexEscapesWithTheirSpace() {
        assertEquals("10", Tokens.of("\\31 0").name(0));
    }

    @Test
    void ignoresAClosingBracketThatDoesNotFit() {
        Tokens tokens = Tokens.of("(a})");
        assertEquals(3, tokens.closer(0));
    }

    @Test
    void skipsAByteOrderMark() {
        assertEquals(TokenType.IDENT, Tokens.of("\ufeffa{}").type(1));
    }
}
