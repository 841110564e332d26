package io.github.assetpipe.bench;

import java.util.Random;

/** Texts of the sizes that sites have, the same ones at each run. */
final class Samples {
    private static final String[] WORDS = {
        "card", "button", "table", "nav", "form", "alert", "badge", "list", "modal", "grid", "hero", "footer", "price"
    };

    private Samples() {}

    /** Returns a stylesheet of {@code rules} rules like those of a CSS framework. */
    static String stylesheet(int rules) {
        Random random = new Random(1);
        StringBuilder css = new StringBuilder();
        for (int i = 0; i < rules; i++) {
            String name = word(random) + "-" + i;
            css.append("/* rule ")
                    .append(i)
                    .append(" */\n.")
                    .append(name)
                    .append(",\n.")
                    .append(name);
            css.append("__item:not(.off) > a:hover {\n  margin: 0px ")
                    .append(random.nextInt(40))
                    .append("px 0 0;\n");
            css.append("  color: #")
                    .append(String.format("%06x", random.nextInt(0xffffff)))
                    .append(";\n");
            css.append("  background-image: url(\"../img/").append(word(random)).append(".png\");\n");
            css.append("  transition: transform .3s ease-in-out, opacity .3s ease-in-out;\n}\n");
            if (i % 5 == 0) {
                css.append("@media (min-width: ")
                        .append(300 + i)
                        .append("px) { .")
                        .append(name);
                css.append(" { display: flex; width: calc(100% - ").append(i).append("px); } }\n");
            }
        }
        return css.toString();
    }

    /** Returns a page of {@code cards} pictures with text. */
    static String page(int cards) {
        Random random = new Random(2);
        StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<title>Page</title>\n");
        html.append(
                "{% compress css %}\n<link rel=\"stylesheet\" href=\"/css/app.css\">\n{% endcompress %}\n</head>\n<body>\n");
        for (int i = 0; i < cards; i++) {
            html.append("<div class=\"card card-")
                    .append(i)
                    .append(" shadow-sm\"><img src=\"/img/")
                    .append(word(random));
            html.append(".png\" class=\"card-img\" alt=\"\" width=\"160\" height=\"120\"><p class=\"text-muted\">");
            for (int w = 0; w < 30; w++) {
                html.append(word(random)).append(' ');
            }
            html.append("</p><a href=\"/p/").append(i).append(".html\" class=\"btn btn-primary\">more</a></div>\n");
        }
        return html.append("</body>\n</html>\n").toString();
    }

    private static String word(Random random) {
        return WORDS[random.nextInt(WORDS.length)];
    }
}
