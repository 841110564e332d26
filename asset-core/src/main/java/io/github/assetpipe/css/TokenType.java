package io.github.assetpipe.css;

/**
 * The kinds of CSS tokens, after <a href="https://www.w3.org/TR/css-syntax-3/#tokenization">CSS Syntax Level 3, section 4</a>.
 *
 * <p>Comments are tokens here, so that the tokens of a text tile it without a gap.
 */
public enum TokenType {
    /** A name: {@code color}. */
    IDENT,
    /** A name and its opening parenthesis: {@code rgb(}. */
    FUNCTION,
    /** A name after an at sign: {@code @media}. */
    AT_KEYWORD,
    /** A name after a number sign: {@code #fff}. */
    HASH,
    /** A quoted string, quotes included; without its closing quote at the end of the text. */
    STRING,
    /** A quoted string that a line end broke off. */
    BAD_STRING,
    /** An unquoted url, {@code url(} and the closing parenthesis included. */
    URL,
    /** What looks like an unquoted url but holds a character that it may not hold. */
    BAD_URL,
    /** A single character that is nothing else. */
    DELIM,
    /** A number without a unit. */
    NUMBER,
    /** A number with a percent sign. */
    PERCENTAGE,
    /** A number with a unit. */
    DIMENSION,
    /** A run of spaces, tabs and line ends. */
    WHITESPACE,
    /** A comment. */
    COMMENT,
    /** {@code <!--}. */
    CDO,
    /** {@code -->}. */
    CDC,
    /** {@code :}. */
    COLON,
    /** {@code ;}. */
    SEMICOLON,
    /** {@code ,}. */
    COMMA,
    /** {@code (}. */
    LEFT_PAREN,
    /** {@code )}. */
    RIGHT_PAREN,
    /** {@code [}. */
    LEFT_SQUARE,
    /** {@code ]}. */
    RIGHT_SQUARE,
    /** &#123;. */
    LEFT_BRACE,
    /** &#125;. */
    RIGHT_BRACE;

    private static final TokenType[] ALL = values();

    static TokenType of(int ordinal) {
        return ALL[ordinal];
    }

    /** Tells whether the token means nothing but separation: white space or a comment. */
    boolean isTrivia() {
        return this == WHITESPACE || this == COMMENT;
    }

    /** Tells whether the token opens a block or a function. */
    boolean opens() {
        return this == LEFT_PAREN || this == FUNCTION || this == LEFT_BRACE || this == LEFT_SQUARE;
    }

    /** Tells whether the token closes a block if the innermost one is of its kind. */
    boolean mayClose() {
        return this == RIGHT_PAREN || this == RIGHT_BRACE || this == RIGHT_SQUARE;
    }
}
