package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Turns a parsed stylesheet into items in their shortest form. Not safe for several threads. */
final class SheetBuilder {
    private final Tokens tokens;
    private final Browsers browsers;
    private final SheetFacts facts;
    private final DeclarationFactory declarations;
    private final SelectorMinifier selectors;
    private final Preludes preludes;

    SheetBuilder(Stylesheet sheet, Browsers browsers, SheetFacts facts, boolean withPlaces) {
        this.tokens = sheet.tokens();
        this.browsers = browsers;
        this.facts = facts;
        this.declarations = new DeclarationFactory(tokens, facts, browsers == Browsers.ANY, withPlaces);
        this.selectors = new SelectorMinifier(tokens);
        this.preludes = new Preludes(tokens, browsers != Browsers.ANY);
    }

    List<Item> build(List<Node> nodes) {
        return items(nodes, "", false);
    }

    private List<Item> items(List<Node> nodes, String around, boolean nested) {
        List<Item> out = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            item(nodes.get(i), around, nested, out);
        }
        return out;
    }

    private void item(Node node, String around, boolean nested, List<Item> out) {
        if (node instanceof StyleRule rule) {
            style(rule, nested, out);
        } else if (node instanceof KeyframeRule rule) {
            out.add(frame(rule));
        } else if (node instanceof AtRule rule) {
            atRule(rule, nested, out);
        } else if (node instanceof Declaration declaration) {
            loose(declaration, around, out);
        } else if (node instanceof Verbatim verbatim) {
            verbatim(verbatim, out);
        }
    }

    private void verbatim(Verbatim verbatim, List<Item> out) {
        boolean skipped =
                verbatim.reason() == Verbatim.Reason.BAD_DECLARATION || verbatim.reason() == Verbatim.Reason.BAD_RULE;
        if (!skipped || browsers == Browsers.ANY) {
            String end = verbatim.reason() == Verbatim.Reason.BAD_DECLARATION ? ";" : "";
            out.add(new Item.Raw(verbatim.start(), written(verbatim) + end));
        }
    }

    /** Returns the text with the line end after it where that may be what breaks a string off. */
    private String written(Verbatim verbatim) {
        String text = text(verbatim.start(), verbatim.end());
        int end = verbatim.end();
        boolean broken = end < tokens.source().length()
                && Chars.isNewline(tokens.source().charAt(end))
                && (text.indexOf('"') >= 0 || text.indexOf('\'') >= 0 || text.endsWith("\\"));
        return broken ? text.concat("\n") : text;
    }

    private String text(int start, int end) {
        return tokens.source().substring(start, end);
    }

    private void style(StyleRule rule, boolean nested, List<Item> out) {
        SelectorList list = rule.selectors();
        if (list == null) {
            if (browsers == Browsers.ANY) {
                out.add(new Item.Raw(rule.start(), text(rule.start(), rule.end())));
            }
            return;
        }
        List<Selector> printed = selectors.minify(list, nested);
        List<Decl> own = new ArrayList<>(4);
        int at = leading(rule.children(), own);
        List<Item> inner = at == rule.children().size()
                ? List.of()
                : items(rule.children().subList(at, rule.children().size()), "", true);
        out.add(new Item.Rule(rule.start(), printed, own, inner, false));
    }

    /** Collects the declarations that stand before anything nested; returns the index of what follows. */
    private int leading(List<Node> children, List<Decl> out) {
        int at = 0;
        while (at < children.size()) {
            Node child = children.get(at);
            if (child instanceof Declaration declaration) {
                Decl made = declarations.property(declaration);
                if (made != null) {
                    out.add(made);
                }
            } else if (!(child instanceof Verbatim verbatim
                    && verbatim.reason() == Verbatim.Reason.BAD_DECLARATION
                    && browsers != Browsers.ANY)) {
                break;
            }
            at++;
        }
        return at;
    }

    private void loose(Declaration declaration, String around, List<Item> out) {
        Decl made = isDescriptorRule(around)
                ? declarations.descriptor(around, declaration)
                : declarations.property(declaration);
        if (made == null) {
            return;
        }
        if (!out.isEmpty() && out.get(out.size() - 1) instanceof Item.Loose before) {
            before.declarations.add(made);
        } else {
            List<Decl> list = new ArrayList<>(4);
            list.add(made);
            out.add(new Item.Loose(declaration.start(), list));
        }
    }

    static boolean isDescriptorRule(String name) {
        return switch (name) {
            case "font-face",
                    "property",
                    "counter-style",
                    "font-palette-values",
                    "font-feature-values",
                    "view-transition" -> true;
            default -> false;
        };
    }

    private Item frame(KeyframeRule rule) {
        List<Selector> frames = new ArrayList<>(2);
        int start = rule.firstToken();
        for (int i = rule.firstToken(); i <= rule.limitToken(); i++) {
            if (i == rule.limitToken() || tokens.type(i) == TokenType.COMMA) {
                String text = frameSelector(tokens.skipTrivia(start, i), i);
                frames.add(new Selector(text, 0, isFrame(text)));
                start = i + 1;
            }
        }
        List<Decl> own = new ArrayList<>(4);
        leading(rule.children(), own);
        if (frames.size() > 1) {
            frames = new ArrayList<>(new LinkedHashSet<>(frames));
        }
        if (browsers != Browsers.ANY) {
            own.removeIf(declaration -> declaration.important);
        }
        return new Item.Rule(rule.start(), frames, own, List.of(), true);
    }

    /** Tells whether every browser takes a frame's selector, so that it may share a list with others. */
    private static boolean isFrame(String text) {
        int digits = text.length() - 1;
        boolean percentage = digits > 0
                && text.charAt(digits) == '%'
                && Chars.isDigit(text.charAt(digits - 1))
                && text.indexOf('.') == text.lastIndexOf('.');
        for (int i = 0; percentage && i < digits; i++) {
            percentage = Chars.isDigit(text.charAt(i)) || text.charAt(i) == '.';
        }
        return text.equals("to") || (percentage && Double.parseDouble(text.substring(0, digits)) <= 100);
    }

    private String frameSelector(int from, int limit) {
        int last = tokens.trimEnd(from, limit);
        if (last - from != 1) {
            return RawText.of(tokens, from, last);
        }
        String lower = Chars.lower(tokens.text(from));
        if (tokens.type(from) != TokenType.PERCENTAGE) {
            return lower.equals("from") ? "0%" : lower;
        }
        String number = Numbers.shorten(lower.substring(0, lower.length() - 1));
        return number.equals("100") ? "to" : number.concat("%");
    }

    private void atRule(AtRule rule, boolean nested, List<Item> out) {
        List<Node> children = rule.children();
        facts.hasCharset |= rule.name().equals("charset");
        String prelude = preludes.minify(rule);
        List<Item> body = null;
        if (children != null) {
            boolean style = nested || rule.name().equals("scope");
            body = items(children, rule.plainName(), style && isConditional(rule.plainName()));
        }
        out.add(new Item.At(rule.start(), rule.name(), prelude, body));
    }

    private static boolean isConditional(String name) {
        return switch (name) {
            case "media", "supports", "container", "layer", "scope", "starting-style" -> true;
            default -> false;
        };
    }

    /** Notes the custom properties that are registered with a type. */
    void registrations(List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof AtRule rule && rule.children() != null) {
                registration(rule, rule.children());
            }
        }
    }

    private void registration(AtRule rule, List<Node> children) {
        if (!rule.name().equals("property")) {
            return;
        }
        String name = tokens.text(rule.firstToken(), rule.limitToken());
        for (Node child : children) {
            if (child instanceof Declaration declaration
                    && declaration.name().equals("syntax")
                    && declaration.limitToken() - declaration.firstToken() == 1
                    && tokens.type(declaration.firstToken()) == TokenType.STRING) {
                facts.registered.put(name, tokens.content(declaration.firstToken()));
            }
        }
    }
}
