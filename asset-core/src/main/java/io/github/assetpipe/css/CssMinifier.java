package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes stylesheets as small as they can be without a change in what any browser of the baseline shows.
 *
 * <p>A rewrite applies only where the grammar of the property says that both forms are equal. Custom properties, unknown
 * properties and unknown functions keep their text. The result depends on the text and the options alone. All methods are
 * safe for several threads.
 */
public final class CssMinifier {
    /** How long a rule with one selector is or longer, more or less. */
    private static final int SELECTOR = 64;

    private CssMinifier() {}

    /** Returns {@code source} minified for the default baseline; never longer than {@code source} with its open blocks closed. */
    public static String minify(String source) {
        return minify(source, Browsers.WIDELY_AVAILABLE);
    }

    /** Returns {@code source} minified for {@code browsers}; never longer than {@code source} with its open blocks closed. */
    public static String minify(String source, Browsers browsers) {
        return run(source, browsers, false).text();
    }

    /**
     * Returns {@code source} minified for {@code browsers}, with what is wrong in it.
     *
     * @param withPlaces whether the result says where its pieces come from
     */
    public static MinifiedCss run(String source, Browsers browsers, boolean withPlaces) {
        Draft draft = draft(source, browsers, withPlaces);
        List<Item> items =
                new Optimizer(draft.facts, browsers, source.length() / SELECTOR).optimize(draft.items, false);
        SheetPrinter printer = new SheetPrinter(source.length(), withPlaces);
        String text = printer.print(withComments(draft.comments, items));
        boolean smaller = text.length() <= draft.closed.length();
        return new MinifiedCss(smaller ? text : draft.closed, smaller ? printer.places() : List.of(), draft.problems);
    }

    /** What is needed of a sheet to optimise it; tokens and tree, which are many times larger, are let go before. */
    private record Draft(
            List<Item> items, SheetFacts facts, List<String> comments, String closed, List<SyntaxProblem> problems) {}

    private static Draft draft(String source, Browsers browsers, boolean withPlaces) {
        Stylesheet sheet = new Parser(Endings.closed(source)).stylesheet();
        SheetFacts facts = new SheetFacts();
        SheetBuilder builder = new SheetBuilder(sheet, browsers, facts, withPlaces);
        builder.registrations(sheet.children());
        List<Item> items = builder.build(sheet.children());
        items = facts.hasCharset ? Placement.order(items, source) : items;
        return new Draft(items, facts, LicenceComments.of(sheet.tokens()), sheet.source(), sheet.problems());
    }

    /** Puts the licence comments, {@code /*! … *}{@code /}, before everything else. */
    private static List<Item> withComments(List<String> comments, List<Item> items) {
        if (comments.isEmpty()) {
            return items;
        }
        List<Item> out = new ArrayList<>(items.size() + comments.size());
        for (String comment : comments) {
            out.add(new Item.Raw(0, comment));
        }
        boolean charset = !items.isEmpty() && items.get(0) instanceof Item.At at && at.name.equals("charset");
        out.addAll(items);
        if (charset) {
            out.remove(items.get(0));
            out.add(0, items.get(0));
        }
        return out;
    }
}
