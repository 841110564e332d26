package io.github.assetpipe.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages with compress blocks, made at random, whose scripts and styles all carry a mark: where a page's references are replaced by
 * the files that they name, the marks tell what a browser would run, and in which order.
 */
final class BlockSite {
    /** A text outside of the roots that no output may hold. */
    static final String SECRET = "secret7351";

    private static final int FILES = 6;

    /** A page's file name, how it opens and closes a block, how it names a file, and what may stand between members. */
    private record Flavour(String file, String open, String close, String url, String... between) {}

    private static final List<Flavour> FLAVOURS = List.of(
            new Flavour("p.html", "<!-- compress %s -->", "<!-- endcompress -->", "/%s", "<!-- note -->", "\r\n"),
            new Flavour(
                    "t.html", "<!--/* compress %s */-->", "<!--/* endcompress */-->", "@{/%s}", "<!--/* note */-->"),
            new Flavour(
                    "p.jsp",
                    "<%%-- compress %s --%%>",
                    "<%%-- endcompress --%%>",
                    "${pageContext.request.contextPath}/%s",
                    "<c:if test=\"${a > b}\">",
                    "</c:if>",
                    "<%-- note --%>"),
            new Flavour("p.ftl", "<#-- compress %s -->", "<#-- endcompress -->", "/%s", "<#if a?? && b>", "</#if>"),
            new Flavour("p.vm", "#* compress %s *#", "#* endcompress *#", "/%s", "#if($a)", "#end", "## note\n"),
            new Flavour("p.hbs", "{{!-- compress %s --}}", "{{!-- endcompress --}}", "/%s", "{{#if a}}", "{{/if}}"),
            new Flavour("p.peb", "{%% compress %s %%}", "{%% endcompress %%}", "/%s", "{% if a > b %}", "{% endif %}"),
            new Flavour("p.qute.html", "{! compress %s !}", "{! endcompress !}", "/%s", "{#if a}", "{/if}"),
            new Flavour("p.jte", "<%%-- compress %s --%%>", "<%%-- endcompress --%%>", "/%s", "@if(a > b)", "@endif"),
            new Flavour("p.xhtml", "<!-- compress %s -->", "<!-- endcompress -->", "/%s", "<ui:insert name=\"a\"/>"));

    private static final List<String> MODES = List.of("", "", "", " file", " inline", " file named", " preload");
    private static final String[] SCRIPT_ATTRIBUTES = {
        "",
        "",
        "",
        " defer=\"defer\"",
        " async=\"async\"",
        " nonce=\"n\"",
        " type=\"text/javascript\"",
        " crossorigin=\"anonymous\"",
        " id=\"x\"",
        " nomodule=\"nomodule\""
    };
    private static final String[] LINK_ATTRIBUTES = {
        "",
        "",
        "",
        " media=\"print\"",
        " media=\"(width > 30em)\"",
        " title=\"t\"",
        " nonce=\"n\"",
        " type=\"text/css\""
    };
    private static final String[] HOSTILE = {
        "/../secret.js",
        "../../secret.js",
        "..%2f..%2fsecret.js",
        "/%2e%2e/secret.js",
        "\\\\host\\secret.js",
        "file:///etc/passwd",
        "/css/../../secret.css",
        "//host/x.js",
        "/js/nope.js",
        "data:,x",
        "",
        " ",
        "#",
        "/js/",
        "/js/f0.js?x=1#y"
    };
    private static final Pattern MARK = Pattern.compile("mark\\(\"(\\w+)\"\\)|\\.mark-(\\w+)|cdn\\.example/(\\w+)\\.");
    private static final Pattern NAME = Pattern.compile("(?:js|css|bundles)/[\\w.-]+\\.(?:js|css)");

    private final Random random;
    private int count;

    BlockSite(long seed) {
        this.random = new Random(seed);
    }

    /** Writes the files that pages name, below {@code folder/src}, and one beside it that no page may reach. */
    static void write(Path folder) throws IOException {
        for (int i = 0; i < FILES; i++) {
            String script = "mark(\"f" + i + "\")"
                    + List.of(";", "", " // no end", "\n/* end */", ";\n", "\n;(function(){})()")
                            .get(i);
            file(folder, "src/js/f" + i + ".js", (i == 1 ? "'use strict';" : "") + script);
            file(
                    folder,
                    "src/css/s" + i + ".css",
                    (i == 2 ? "@charset \"utf-8\";" : "") + ".mark-s" + i + " { color: red }");
        }
        file(folder, "secret.js", "mark(\"" + SECRET + "\")");
        file(folder, "secret.css", "." + SECRET + "{color:red}");
    }

    /** Writes pages of one to three blocks each; returns their texts by name. */
    Map<String, String> pages(Path folder, boolean changed) throws IOException {
        Map<String, String> pages = new TreeMap<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            Flavour flavour = FLAVOURS.get(random.nextInt(FLAVOURS.size()));
            String text = page(flavour);
            pages.put(flavour.file(), changed ? changed(text) : text);
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            file(folder, "src/" + page.getKey(), page.getValue());
        }
        return pages;
    }

    private String page(Flavour flavour) {
        StringBuilder out = new StringBuilder("<html xmlns:th=\"http://www.thymeleaf.org\"><head>");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            boolean script = random.nextBoolean();
            String mode = MODES.get(random.nextInt(MODES.size()));
            mode = mode.equals(" file named") ? mode + i : mode;
            out.append(flavour.open().formatted((script ? "js" : "css") + mode));
            for (int j = random.nextInt(6); j > 0; j--) {
                out.append(script ? script(flavour) : style(flavour));
            }
            out.append(flavour.close().formatted()).append(random.nextBoolean() ? "\n" : "<p>text</p>");
            out.append(random.nextInt(3) > 0 ? "" : script ? script(flavour) : style(flavour));
        }
        return out.append("</head><body></body></html>").toString();
    }

    private String script(Flavour flavour) {
        String attributes = SCRIPT_ATTRIBUTES[random.nextInt(SCRIPT_ATTRIBUTES.length)];
        return switch (random.nextInt(10)) {
            case 0 -> "<script src=\"https://cdn.example/x" + count++ + ".js\"" + attributes + "></script>";
            case 1 -> "<script type=\"application/json\">{\"a\":\"mark(\\\"j\\\")\"}</script>";
            case 2, 3, 4 ->
                "<script>mark(\"i" + count++ + "\")" + (random.nextBoolean() ? "" : "\n// end") + "</script>";
            case 5 -> between(flavour);
            case 6 -> "<script" + attributes + ">mark(\"i" + count++ + "\");</script>\n";
            default ->
                "<script" + attributes + address(flavour, "src", "js/f" + random.nextInt(FILES) + ".js") + "></script>";
        };
    }

    private String style(Flavour flavour) {
        String attributes = LINK_ATTRIBUTES[random.nextInt(LINK_ATTRIBUTES.length)];
        return switch (random.nextInt(10)) {
            case 0 -> "<link rel=\"stylesheet\" href=\"https://cdn.example/y" + count++ + ".css\"" + attributes + "/>";
            case 1 ->
                "<link rel=\"alternate stylesheet\" title=\"z\""
                        + address(flavour, "href", "css/s" + random.nextInt(FILES) + ".css") + "/>";
            case 2, 3 -> "<style>.mark-i" + count++ + " { color: red }</style>";
            case 4 -> between(flavour);
            default ->
                "<link" + attributes + " rel=\"stylesheet\""
                        + address(flavour, "href", "css/s" + random.nextInt(FILES) + ".css") + "/>";
        };
    }

    private String between(Flavour flavour) {
        return random.nextInt(4) > 0
                ? flavour.between()[random.nextInt(flavour.between().length)]
                : "<!--[if IE]>" + "<b>old</b><![endif]-->";
    }

    private static String address(Flavour flavour, String attribute, String path) {
        String prefix = flavour.file().equals("t.html") ? " th:" : " ";
        return prefix + attribute + "=\"" + flavour.url().formatted(path) + "\"";
    }

    /** Changes a page in up to five places, by letters or by whole addresses. */
    private String changed(String page) {
        StringBuilder out = new StringBuilder(page);
        for (int i = 1 + random.nextInt(5); i > 0 && !out.isEmpty(); i--) {
            int at = random.nextInt(out.length());
            int to = Math.min(out.length(), at + 1 + random.nextInt(12));
            int quote = out.indexOf("=\"", at);
            switch (random.nextInt(5)) {
                case 0 -> out.delete(at, to);
                case 1 -> out.insert(random.nextInt(out.length()), out.substring(at, to));
                case 2 -> out.insert(at, random.nextBoolean() ? "compress js -->" : "endcompress");
                default -> {
                    int end = quote < 0 ? -1 : out.indexOf("\"", quote + 2);
                    if (end > 0) {
                        out.replace(quote + 2, end, HOSTILE[random.nextInt(HOSTILE.length)]);
                    }
                }
            }
        }
        return out.toString();
    }

    /** Returns the marks of a text in order, the files that it names put in their places; names that are no files are passed over. */
    static List<String> marks(String text, Path root) throws IOException {
        StringBuilder whole = new StringBuilder();
        Matcher name = NAME.matcher(text);
        int done = 0;
        while (name.find()) {
            Path file = root.resolve(name.group());
            whole.append(text, done, name.start());
            whole.append(Files.isRegularFile(file) ? Files.readString(file) : name.group());
            done = name.end();
        }
        whole.append(text.substring(done));
        List<String> marks = new ArrayList<>();
        Matcher mark = MARK.matcher(whole);
        while (mark.find()) {
            marks.add(Objects.requireNonNullElseGet(
                    mark.group(1), () -> Objects.requireNonNullElseGet(mark.group(2), () -> mark.group(3))));
        }
        return marks;
    }

    private static void file(Path folder, String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
