package io.github.assetpipe.css;

import io.github.assetpipe.css.SimpleSelector.Pseudo;
import io.github.assetpipe.css.SimpleSelector.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints pseudo-classes and pseudo-elements. */
final class PseudoPrinter {
    private final SelectorMinifier selectors;
    private final List<SimpleSelector> compound;

    PseudoPrinter(SelectorMinifier selectors, List<SimpleSelector> compound) {
        this.selectors = selectors;
        this.compound = compound;
    }

    /** Prints the pseudo at {@code index} of the compound; returns the index of the last part that was printed with it. */
    int print(Pseudo pseudo, int index, StringBuilder out) {
        if (!PseudoNames.isKnown(pseudo)) {
            selectors.unknown();
        }
        SelectorList list = pseudo.selectors();
        if (!pseudo.function()) {
            name(pseudo, out);
        } else if (pseudo.name().startsWith("nth-")) {
            nth(pseudo, list, out);
        } else if (list != null && !pseudo.element()) {
            return withSelectors(pseudo, list, index, out);
        } else if (list != null) {
            name(pseudo, out);
            out.append('(');
            join(selectors.argument(list), out);
            out.append(')');
        } else {
            name(pseudo, out);
            out.append('(')
                    .append(RawText.of(selectors.tokens(), pseudo.argumentFirst(), trimmed(pseudo)))
                    .append(')');
            selectors.unknown();
        }
        return index;
    }

    private int trimmed(Pseudo pseudo) {
        return selectors.tokens().trimEnd(pseudo.argumentFirst(), pseudo.argumentLimit());
    }

    private void name(Pseudo pseudo, StringBuilder out) {
        if (pseudo.isPseudoElement()) {
            selectors.addType();
        } else {
            selectors.addClass();
        }
        boolean shortForm = switch (pseudo.name()) {
            case "before", "after", "first-line", "first-letter" -> !pseudo.function();
            default -> !pseudo.element();
        };
        out.append(shortForm ? ":" : "::").append(Escapes.identifier(pseudo.name()));
    }

    private int withSelectors(Pseudo pseudo, SelectorList list, int index, StringBuilder out) {
        List<Selector> arguments = links(pseudo, selectors.argument(list));
        int last = index;
        switch (pseudo.name()) {
            case "where" -> {
                String merged = arguments.size() == 1
                        ? mergedWhere(index, arguments.get(0).text())
                        : null;
                if (merged != null) {
                    out.append(":where(").append(merged).append(')');
                    return index + 1;
                }
            }
            case "is", "not", "has", "matches", "-webkit-any", "-moz-any" ->
                selectors.addSpecificity(greatest(arguments));
            default -> {
                selectors.addClass();
                selectors.addSpecificity(greatest(arguments));
            }
        }
        String plain = pseudo.name().equals("is") && arguments.size() == 1 ? unwrapped(list, index) : null;
        if (plain != null) {
            out.append(plain);
            return last;
        }
        String opposite = pseudo.name().equals("not") && arguments.size() == 1
                ? PseudoNames.opposite(arguments.get(0).text(), typeName())
                : null;
        if (opposite != null) {
            out.append(opposite);
            return last;
        }
        for (Selector argument : arguments) {
            if (!argument.known()) {
                selectors.unknown();
            }
        }
        out.append(':').append(Escapes.identifier(pseudo.name())).append('(');
        join(arguments, out);
        out.append(')');
        return last;
    }

    private static int greatest(List<Selector> arguments) {
        int greatest = 0;
        for (Selector argument : arguments) {
            greatest = Math.max(greatest, argument.specificity());
        }
        return greatest;
    }

    /** Writes {@code :link} and {@code :visited} in one list as {@code :any-link}. */
    private static List<Selector> links(Pseudo pseudo, List<Selector> arguments) {
        int link = indexOf(arguments, ":link");
        int visited = indexOf(arguments, ":visited");
        if (link < 0 || visited < 0 || pseudo.name().equals("not")) {
            return arguments;
        }
        List<Selector> out = new ArrayList<>(arguments);
        Selector one = out.get(link);
        out.set(Math.min(link, visited), new Selector(":any-link", one.specificity(), true));
        out.remove(Math.max(link, visited));
        return out;
    }

    private static int indexOf(List<Selector> selectors, String text) {
        for (int i = 0; i < selectors.size(); i++) {
            if (selectors.get(i).text().equals(text)) {
                return i;
            }
        }
        return -1;
    }

    private static void join(List<Selector> arguments, StringBuilder out) {
        for (int i = 0; i < arguments.size(); i++) {
            out.append(i == 0 ? "" : ",").append(arguments.get(i).text());
        }
    }

    /** Returns the element's name that the compound asks for, or null. */
    private @Nullable String typeName() {
        SimpleSelector first = compound.get(0);
        if (first instanceof Type type && type.namespace() == null) {
            return Chars.lower(type.name());
        }
        if (first instanceof Pseudo pseudo && pseudo.name().equals("is") && pseudo.selectors() != null) {
            for (ComplexSelector selector : pseudo.selectors().selectors()) {
                boolean control = selector.compounds().size() == 1
                        && selector.compounds().get(0).parts().get(0) instanceof Type type
                        && PseudoNames.isControl(Chars.lower(type.name()));
                if (!control) {
                    return null;
                }
            }
            return "input";
        }
        return null;
    }

    /** Returns the only argument of {@code :is()} as it stands without, or null where it cannot. */
    private @Nullable String unwrapped(SelectorList list, int index) {
        ComplexSelector only = list.selectors().get(0);
        if (only.compounds().size() != 1 || list.selectors().size() != 1) {
            return null;
        }
        CompoundSelector inner = only.compounds().get(0);
        boolean typed = inner.parts().get(0) instanceof Type;
        if (inner.combinator() != Combinator.NONE || (typed && (index > 0 || compound.size() > 1))) {
            return null;
        }
        Selector printed = selectors.argument(list).get(0);
        return printed.known() ? printed.text() : null;
    }

    /** Joins {@code :where(a):where(b)} when both are single compounds and only the first may name a type. */
    private @Nullable String mergedWhere(int index, String first) {
        if (index + 1 >= compound.size() || !(compound.get(index + 1) instanceof Pseudo next)) {
            return null;
        }
        SelectorList list = next.selectors();
        if (!next.name().equals("where") || list == null || list.selectors().size() != 1) {
            return null;
        }
        List<CompoundSelector> compounds = list.selectors().get(0).compounds();
        boolean single = compounds.size() == 1 && !(compounds.get(0).parts().get(0) instanceof Type);
        boolean plain =
                first.indexOf(' ') < 0 && first.indexOf('>') < 0 && first.indexOf('+') < 0 && first.indexOf('~') < 0;
        return single && plain ? first + selectors.argument(list).get(0).text() : null;
    }

    private void nth(Pseudo pseudo, @Nullable SelectorList list, StringBuilder out) {
        Tokens tokens = selectors.tokens();
        String written = RawText.of(tokens, pseudo.argumentFirst(), trimmed(pseudo));
        String formula = Nth.shorten(written);
        boolean complete = tokens.skipTrivia(pseudo.argumentLimit(), tokens.size()) < tokens.size()
                && tokens.type(pseudo.argumentLimit()) == TokenType.RIGHT_PAREN;
        if (formula.equals("1") && list == null && complete) {
            selectors.addClass();
            String rest = pseudo.name().substring(4);
            boolean backwards = rest.startsWith("last-");
            out.append(backwards ? ":last-" : ":first-").append(backwards ? rest.substring(5) : rest);
            return;
        }
        name(pseudo, out);
        out.append('(').append(formula);
        if (list != null) {
            List<Selector> arguments = selectors.argument(list);
            selectors.addSpecificity(greatest(arguments));
            out.append(" of ");
            join(arguments, out);
        } else if (!complete) {
            selectors.unknown();
            int close = tokens.skipTrivia(pseudo.argumentLimit(), tokens.size());
            int end = close;
            while (end < tokens.size() && tokens.start(end) < pseudo.end() - 1) {
                end++;
            }
            out.append(' ').append(RawText.of(tokens, close, end));
        }
        out.append(')');
    }
}
