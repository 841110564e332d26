package io.github.assetpipe.css;

import io.github.assetpipe.css.SimpleSelector.Attribute;
import io.github.assetpipe.css.SimpleSelector.ClassName;
import io.github.assetpipe.css.SimpleSelector.Id;
import io.github.assetpipe.css.SimpleSelector.Nesting;
import io.github.assetpipe.css.SimpleSelector.Pseudo;
import io.github.assetpipe.css.SimpleSelector.Type;
import java.util.ArrayList;
import java.util.List;

/** Prints selectors in their shortest equal form and says what is needed to merge them. Not safe for several threads. */
final class SelectorMinifier {
    private static final int ID = 1 << 20;
    private static final int CLASS = 1 << 10;

    private final Tokens tokens;
    private final StringBuilder builder = new StringBuilder(64);
    private boolean known;
    private boolean nesting;
    private int specificity;

    SelectorMinifier(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Returns the selectors of a list without repetitions; {@code nested} says that a style rule is around. */
    List<Selector> minify(SelectorList list, boolean nested) {
        List<ComplexSelector> selectors = list.selectors();
        List<Selector> out = new ArrayList<>(selectors.size());
        StringBuilder text = builder;
        for (int i = 0; i < selectors.size(); i++) {
            known = true;
            nesting = false;
            specificity = 0;
            text.setLength(0);
            complex(selectors.get(i), nested, text);
            out.add(new Selector(text.toString(), nesting || nested ? -1 : specificity, known));
        }
        return out.size() == 1 ? unwrap(list, out) : distinct(out);
    }

    private static List<Selector> distinct(List<Selector> selectors) {
        if (selectors.size() > 8) {
            return new ArrayList<>(new java.util.LinkedHashSet<>(selectors));
        }
        List<Selector> out = new ArrayList<>(selectors.size());
        for (Selector selector : selectors) {
            boolean seen = false;
            for (int i = 0; i < out.size() && !seen; i++) {
                seen = out.get(i).text().equals(selector.text());
            }
            if (!seen) {
                out.add(selector);
            }
        }
        return out;
    }

    /** Writes {@code :is(a, b)} that stands alone as {@code a, b} when all have the same specificity. */
    private List<Selector> unwrap(SelectorList list, List<Selector> whole) {
        List<CompoundSelector> compounds = list.selectors().get(0).compounds();
        boolean alone = compounds.size() == 1
                && compounds.get(0).combinator() == Combinator.NONE
                && compounds.get(0).parts().size() == 1;
        if (!alone || !(compounds.get(0).parts().get(0) instanceof Pseudo pseudo)) {
            return whole;
        }
        SelectorList inner = pseudo.selectors();
        if (!pseudo.name().equals("is") || inner == null || inner.selectors().isEmpty()) {
            return whole;
        }
        List<Selector> parts = minify(inner, false);
        for (Selector part : parts) {
            if (!part.known()
                    || part.specificity() < 0
                    || part.specificity() != parts.get(0).specificity()) {
                return whole;
            }
        }
        return parts;
    }

    private void complex(ComplexSelector selector, boolean nested, StringBuilder out) {
        List<CompoundSelector> compounds = selector.compounds();
        int first = nested && isImplied(compounds) ? 1 : 0;
        for (int i = first; i < compounds.size(); i++) {
            CompoundSelector compound = compounds.get(i);
            boolean implied = i == first && first == 1 && compound.combinator() == Combinator.DESCENDANT;
            if (!implied) {
                out.append(compound.combinator().text());
                known &= compound.combinator() != Combinator.DEEP && compound.combinator() != Combinator.COLUMN;
            }
            compound(compound.parts(), out);
        }
    }

    /** Tells whether the leading {@code &} of a nested selector goes without saying. */
    private static boolean isImplied(List<CompoundSelector> compounds) {
        boolean leading = compounds.size() > 1
                && compounds.get(0).combinator() == Combinator.NONE
                && compounds.get(0).parts().size() == 1
                && compounds.get(0).parts().get(0) instanceof Nesting;
        if (!leading) {
            return false;
        }
        for (CompoundSelector compound : compounds.subList(1, compounds.size())) {
            for (SimpleSelector part : compound.parts()) {
                if (part instanceof Nesting || (part instanceof Pseudo pseudo && pseudo.function())) {
                    return false;
                }
            }
        }
        return true;
    }

    private void compound(List<SimpleSelector> parts, StringBuilder out) {
        int size = parts.size();
        for (int i = 0; i < size; i++) {
            SimpleSelector part = parts.get(i);
            if (part instanceof Type type) {
                boolean redundant = type.namespace() == null
                        && type.name().equals("*")
                        && i + 1 < size
                        && !(parts.get(i + 1) instanceof Type);
                if (!redundant) {
                    type(type, out);
                }
            } else if (part instanceof ClassName className) {
                specificity += CLASS;
                out.append('.');
                identifier(className.start() + 1, className.end(), className.name(), out);
            } else if (part instanceof Id id) {
                specificity += ID;
                out.append('#');
                identifier(id.start() + 1, id.end(), id.name(), out);
            } else if (part instanceof Attribute attribute) {
                specificity += CLASS;
                AttributePrinter.print(attribute, out);
            } else if (part instanceof Nesting) {
                nesting = true;
                out.append('&');
            } else if (part instanceof Pseudo pseudo) {
                PseudoPrinter printer = new PseudoPrinter(this, parts);
                i = printer.print(pseudo, i, out);
            }
        }
    }

    private void type(Type type, StringBuilder out) {
        if (type.namespace() != null) {
            out.append(type.namespace().equals("*") ? "*" : Escapes.identifier(type.namespace()))
                    .append('|');
        }
        if (type.name().equals("*")) {
            out.append('*');
        } else {
            specificity++;
            int start = type.namespace() == null ? type.start() : nameStart(type);
            identifier(start, type.end(), type.name(), out);
        }
    }

    /** Returns the offset after the bar of a namespace; a bar in a name has a backslash before it. */
    private int nameStart(Type type) {
        int start = type.end();
        boolean bar = false;
        while (!bar) {
            start--;
            bar = tokens.source().charAt(start) == '|'
                    && (start == type.start() || tokens.source().charAt(start - 1) != '\\');
        }
        return start + 1;
    }

    private void identifier(int start, int end, String name, StringBuilder out) {
        if (Escapes.isShortest(tokens.characters(), start, end)) {
            out.append(tokens.source(), start, end);
        } else {
            out.append(Escapes.identifierLike(tokens.source().substring(start, end), name));
        }
    }

    Tokens tokens() {
        return tokens;
    }

    void addSpecificity(int more) {
        specificity += more;
    }

    void addClass() {
        specificity += CLASS;
    }

    void addType() {
        specificity++;
    }

    void unknown() {
        known = false;
    }

    /** Prints the selectors of an argument; returns the greatest of their specificities, ten bits each. */
    List<Selector> argument(SelectorList list) {
        boolean outerKnown = known;
        boolean outerNesting = nesting;
        int outerSpecificity = specificity;
        boolean innerNesting = false;
        List<Selector> out = new ArrayList<>(list.selectors().size());
        for (ComplexSelector selector : list.selectors()) {
            known = true;
            nesting = false;
            specificity = 0;
            StringBuilder text = new StringBuilder();
            complex(selector, false, text);
            out.add(new Selector(text.toString(), specificity, known));
            innerNesting |= nesting;
        }
        known = outerKnown;
        nesting = outerNesting || innerNesting;
        specificity = outerSpecificity;
        return distinct(out);
    }
}
