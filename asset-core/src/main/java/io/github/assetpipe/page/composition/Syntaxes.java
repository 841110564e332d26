package io.github.assetpipe.page.composition;

/** The choice of the syntax by the page's dialect. */
final class Syntaxes {
    private Syntaxes() {}

    static Syntax of(Sketch sketch) {
        return switch (sketch.page().dialect().name()) {
            case "thymeleaf" -> new ThymeleafSyntax(sketch);
            case "jsp", "gsp" -> new JspSyntax(sketch);
            case "facelets", "jspx" -> new FaceletsSyntax(sketch);
            case "freemarker" -> new FreeMarkerSyntax(sketch);
            case "velocity" -> new VelocitySyntax(sketch);
            case "mustache" -> new MustacheSyntax(sketch);
            case "pebble" -> new PebbleSyntax(sketch);
            case "qute" -> new QuteSyntax(sketch);
            case "jte" -> new JteSyntax(sketch);
            default -> new Syntax() {};
        };
    }
}
