package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/** Prints items without white space. Not safe for several threads. */
final class SheetPrinter {
    private final StringBuilder out;
    private final boolean withPlaces;
    private final List<MinifiedCss.Place> places = new ArrayList<>();

    SheetPrinter(int guess, boolean withPlaces) {
        this.out = new StringBuilder(guess);
        this.withPlaces = withPlaces;
    }

    /** Returns where the pieces printed so far come from. */
    List<MinifiedCss.Place> places() {
        return places;
    }

    private void place(int source) {
        if (withPlaces) {
            places.add(new MinifiedCss.Place(out.length(), source));
        }
    }

    String print(List<Item> items) {
        sequence(items);
        int length = out.length();
        // The end of the text closes the last statement.
        if (length > 0 && out.charAt(length - 1) == ';') {
            out.setLength(length - 1);
        }
        return out.toString();
    }

    private void sequence(List<Item> items) {
        for (int i = 0; i < items.size(); i++) {
            item(items.get(i));
        }
    }

    private void item(Item item) {
        if (!(item instanceof Item.Loose)) {
            place(item.source);
        }
        if (item instanceof Item.Rule rule) {
            selectors(rule);
            out.append('{');
            declarations(rule.declarations);
            sequence(rule.nested());
            close();
        } else if (item instanceof Item.At at) {
            at(at);
        } else if (item instanceof Item.Loose loose) {
            declarations(loose.declarations);
        } else if (item instanceof Item.Raw raw) {
            out.append(raw.text);
        }
    }

    private void selectors(Item.Rule rule) {
        for (int i = 0; i < rule.selectors.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            out.append(rule.selectors.get(i).text());
        }
    }

    /** Prints declarations, each with its semicolon; {@link #close} takes the last one away. */
    private void declarations(List<Decl> declarations) {
        for (int i = 0; i < declarations.size(); i++) {
            Decl declaration = declarations.get(i);
            place(declaration.source);
            if (declaration.value.isEmpty()) {
                // Of a custom property without tokens a space must be left.
                out.append(declaration.name).append(": ").append(declaration.important ? "!important" : "");
            } else {
                out.append(declaration.key);
            }
            out.append(';');
        }
    }

    private void close() {
        int last = out.length() - 1;
        if (out.charAt(last) == ';') {
            out.setLength(last);
        }
        out.append('}');
    }

    private void at(Item.At at) {
        out.append('@').append(Escapes.identifier(at.name));
        if (!at.prelude.isEmpty()) {
            char first = at.prelude.charAt(0);
            boolean joins = first == '(' || first == '"' || first == ':';
            if (!joins || at.name.equals("charset")) {
                out.append(' ');
            }
            out.append(at.prelude);
        }
        if (at.body == null) {
            out.append(';');
        } else {
            out.append('{');
            sequence(at.body);
            close();
        }
    }
}
