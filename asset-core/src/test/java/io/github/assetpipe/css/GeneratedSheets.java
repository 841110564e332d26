package io.github.assetpipe.css;

import java.util.Random;

/** Writes stylesheets that stress the cascade: few names, many rules, shorthands beside longhands, doubtful values. */
final class GeneratedSheets {
    private static final String[] SIMPLE = {
        "a",
        "b",
        "i",
        ".x",
        ".y",
        ".z",
        "#k",
        "*",
        "[t]",
        ".x.y",
        "a.x",
        ":is(.x,#k)",
        ":where(.z)",
        ".x:not(.y)",
        "b::before",
        ".y:hover",
        ":first-child",
        ".z:nth-child(2n + 1)"
    };
    private static final String[][] DECLARATIONS = {
        {"margin", "0", "1px", "1px 2px", "auto", "1px 2px 3px 4px", "var(--v)", "-1px", "oops"},
        {"margin-left", "3px", "4px", "auto", "var(--w)", "0px"},
        {"margin-top", "3px", "7px"},
        {"margin-inline-start", "5px", "6px"},
        {"padding", "1px", "2px 3px", "0px 0px 0px 0px", "-1px"},
        {"padding-top", "4px", "5px"},
        {"padding-right", "4px", "1px"},
        {"padding-bottom", "4px", "2px"},
        {"padding-left", "4px", "3px"},
        {"border", "1px solid red", "none", "0", "2px dashed", "medium", "solid"},
        {"border-top", "3px solid #00f", "none", "1px solid red"},
        {"border-right", "1px solid red"},
        {"border-bottom", "1px solid red"},
        {"border-left", "1px solid red"},
        {"border-width", "1px", "2px 3px", "thin", "0"},
        {"border-style", "solid", "dashed none", "none"},
        {"border-color", "red", "blue green", "currentColor", "transparent", "#ff000080"},
        {"border-top-color", "lime", "hsl(120,100%,50%)"},
        {"border-radius", "1px", "1px 2px 1px 2px", "3px/3px"},
        {"border-top-left-radius", "9px"},
        {"color", "red", "blue", "rgb(1 2 3)", "rgba(0,0,0,.5)", "oklch(.5 .1 20)", "#abcdef", "nonsense", "inherit"},
        {
            "background",
            "red",
            "none",
            "url(a.png) no-repeat center/cover",
            "#fff url(b.png)",
            "linear-gradient(180deg,red 0%,blue 100%)"
        },
        {"background-color", "lime", "transparent", "initial"},
        {"background-position", "left top", "center", "right bottom", "50% 0", "10px 20px"},
        {"background-repeat", "repeat no-repeat", "no-repeat"},
        {"background-size", "cover", "10px auto"},
        {"font", "12px/1.5 Arial,sans-serif", "italic bold 1em serif", "normal normal 400 10px a"},
        {"font-size", "10px", "1.50em", "large"},
        {"font-weight", "bold", "normal", "300"},
        {"font-family", "\"Open Sans\",serif", "monospace,monospace"},
        {"font-style", "italic", "normal"},
        {"line-height", "1", "normal", "0px", "2em"},
        {"font-feature-settings", "\"smcp\" 1"},
        {"display", "block", "-webkit-box", "flex", "inline flow-root", "none", "grid"},
        {"flex", "1", "1 1 0%", "0 0 auto", "1 1 auto", "0 0 0px", "2 1 10px", "none"},
        {"flex-grow", "1", "2"},
        {"flex-shrink", "0"},
        {"flex-basis", "auto", "10px"},
        {"overflow", "hidden", "auto scroll", "visible"},
        {"overflow-x", "hidden"},
        {"overflow-y", "hidden", "scroll"},
        {"inset", "1px", "0px 0px"},
        {"top", "1px", "auto", "2em"},
        {"width", "10px", "calc(1px + 2px)", "calc(100% - 1px + 2px)", "min(1px,2px)", "12pt", "-5px", "50.0%"},
        {"height", "0%", "1.0px", "calc(2*3px)", "100vh", "100dvh"},
        {"text-decoration", "underline", "none", "underline solid red"},
        {"text-decoration-line", "overline"},
        {"text-decoration-style", "wavy", "solid"},
        {"text-decoration-color", "red"},
        {"transition", "all 1s ease 0s", "color .5s linear", "none", "opacity 100ms,color 0s ease 1s"},
        {"transition-duration", "2s"},
        {"animation", "k 1s", "k 1s ease 0s 1 normal none running", "none"},
        {"animation-name", "k", "m"},
        {"transform", "translate(0,5px)", "rotateZ(0deg)", "scale(2,2)", "translate3d(1px,2px,0)", "none"},
        {"transform-origin", "left top", "center", "top", "0 0"},
        {"opacity", "0.50", "1", "initial", "50%"},
        {"z-index", "1", "auto", "007"},
        {"list-style", "none", "inside", "square inside"},
        {"list-style-type", "disc"},
        {"outline", "1px solid red", "none", "0"},
        {"outline-width", "2px"},
        {"gap", "1px", "1px 2px"},
        {"row-gap", "3px"},
        {"column-gap", "4px", "3px"},
        {"content", "\"a\"", "'\\62'", "none"},
        {"--v", "1px 2px", " 3px", "0px"},
        {"--w", "4px", ""},
        {"all", "unset", "revert"},
        {"-webkit-transform", "scale(3)", "none"},
        {"-webkit-box-shadow", "0 0 1px red"},
        {"box-shadow", "0px 0px 1px red", "none", "0 0 1px red"},
        {"letter-spacing", "1px", "0em"},
        {"white-space", "nowrap", "pre"},
        {"text-indent", "1px", "0"},
        {"place-items", "center", "center center"},
        {"align-items", "start"},
        {"justify-items", "start"},
    };

    private final Random random;

    GeneratedSheets(long seed) {
        this.random = new Random(seed);
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }

    /** Returns a stylesheet of {@code rules} rules, some in conditions and layers, some nested. */
    String sheet(int rules) {
        StringBuilder out = new StringBuilder();
        int theme = random.nextInt(DECLARATIONS.length);
        if (random.nextInt(4) == 0) {
            out.append("@layer one,two;");
        }
        for (int i = 0; i < rules; i++) {
            int kind = random.nextInt(14);
            switch (kind) {
                case 0 ->
                    out.append("@media (min-width:600px){")
                            .append(rule(theme, 0))
                            .append(rule(theme, 0))
                            .append("}\n");
                case 1 ->
                    out.append("@supports (display:flex){")
                            .append(rule(theme, 0))
                            .append("}\n");
                case 2 ->
                    out.append("@layer ")
                            .append(pick("one", "two"))
                            .append('{')
                            .append(rule(theme, 0))
                            .append("}\n");
                case 3 ->
                    out.append("@keyframes ").append(pick("k", "m")).append("{from{color:red}50%{color:blue}to{}}\n");
                default -> out.append(rule(theme, kind > 11 ? 1 : 0)).append('\n');
            }
        }
        return out.toString();
    }

    private String rule(int theme, int nesting) {
        StringBuilder out = new StringBuilder(selector());
        if (random.nextInt(3) == 0) {
            out.append(", ").append(selector());
        }
        out.append(" { ");
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            out.append(declaration(theme)).append("; ");
        }
        if (nesting > 0) {
            out.append(pick("& > ", "", "&", "> ", "~ "))
                    .append(pick(".x", ".y", ":hover", "a"))
                    .append('{');
            out.append(declaration(theme)).append('}').append(random.nextInt(2) == 0 ? declaration(theme) : "");
        }
        return out.append("}").toString();
    }

    private String selector() {
        String one = pick(SIMPLE);
        boolean ends = one.contains("::");
        return random.nextInt(4) == 0 && !ends ? one + pick(" ", " > ", " + ", " ~ ") + pick(SIMPLE) : one;
    }

    private String declaration(int theme) {
        // Neighbours in the table are of one kind: most declarations of a sheet meet each other.
        int row = random.nextInt(4) > 0
                ? Math.floorMod(theme + random.nextInt(9) - 4, DECLARATIONS.length)
                : random.nextInt(DECLARATIONS.length);
        String[] line = DECLARATIONS[row];
        String value = line[1 + random.nextInt(line.length - 1)];
        return line[0] + ": " + value + (random.nextInt(9) == 0 ? " !important" : "");
    }

    /** Returns elements that the selectors match in many ways. */
    String dom() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            element(out, 0);
        }
        return out.toString();
    }

    private void element(StringBuilder out, int depth) {
        String tag = pick("a", "b", "i", "u");
        out.append('<').append(tag).append(" class=\"");
        for (String name : new String[] {"x", "y", "z", "is-hover"}) {
            out.append(random.nextInt(2) == 0 ? name + " " : "");
        }
        out.append('"')
                .append(random.nextInt(4) == 0 ? " id=k" : "")
                .append(random.nextInt(4) == 0 ? " t" : "")
                .append('>');
        for (int i = 0; depth < 2 && i < 2; i++) {
            element(out, depth + 1);
        }
        out.append("t</").append(tag).append('>');
    }
}
