package io.github.assetpipe.css.purge;

import io.github.assetpipe.css.ComplexSelector;
import io.github.assetpipe.css.CompoundSelector;
import io.github.assetpipe.css.SelectorList;
import io.github.assetpipe.css.SimpleSelector;
import java.util.Collection;

/**
 * The specificity of selectors (Selectors Level 4, section 17), as one number that compares like the three.
 *
 * <p>It matters where a selector goes from a list whose members share the list's greatest specificity: {@code :is()} and
 * the selectors of a rule that holds nested ones. {@code &} counts nothing here, being the same in all that is compared.
 */
final class Specificity {
    private static final long ID = 1L << 40;
    private static final long CLASS = 1L << 20;

    private Specificity() {}

    static long of(ComplexSelector selector) {
        long sum = 0;
        for (CompoundSelector compound : selector.compounds()) {
            for (SimpleSelector part : compound.parts()) {
                sum += of(part);
            }
        }
        return sum;
    }

    /** Returns the greatest of the list, 0 when it is empty. */
    static long greatest(Collection<ComplexSelector> selectors) {
        long greatest = 0;
        for (ComplexSelector selector : selectors) {
            greatest = Math.max(greatest, of(selector));
        }
        return greatest;
    }

    private static long of(SimpleSelector part) {
        if (part instanceof SimpleSelector.Id) {
            return ID;
        }
        if (part instanceof SimpleSelector.ClassName || part instanceof SimpleSelector.Attribute) {
            return CLASS;
        }
        if (part instanceof SimpleSelector.Type type) {
            return type.name().equals("*") ? 0 : 1;
        }
        return part instanceof SimpleSelector.Pseudo pseudo ? of(pseudo) : 0;
    }

    private static long of(SimpleSelector.Pseudo pseudo) {
        SelectorList list = pseudo.selectors();
        long argument = list == null ? 0 : greatest(list.selectors());
        if (pseudo.isPseudoElement()) {
            return 1 + argument;
        }
        return switch (pseudo.name()) {
            case "where" -> 0;
            case "is", "not", "has", "matches", "-webkit-any", "-moz-any" -> argument;
            default -> CLASS + argument;
        };
    }
}
