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
    private CssMinifier() {}

    /** Returns {@code source} minified for the default baseline; never longer than {@code source}. */
    public static String minify(String source) {
        return minify(source, Browsers.WIDELY_AVAILABLE);
    }

    /** Returns {@code source} minified for {@code browsers}; never longer than {@code source}. */
    public static String minify(String source, Browsers browsers) {
        Stylesheet sheet = new Parser(Endings.closed(source)).stylesheet();
        SheetFacts facts = new SheetFacts();
        SheetBuilder builder = new SheetBuilder(sheet, browsers, facts);
        builder.registrations(sheet.children());
        List<Item> items = builder.build(sheet.children());
        items = Placement.order(items);
        items = new Optimizer(facts, browsers).optimize(items, false);
        String text = new SheetPrinter(source.length()).print(withComments(sheet, items));
        return text.length() <= source.length() ? text : source;
    }

    /** Puts the licence comments, {@code /*! … *}{@code /}, before everything else. */
    private static List<Item> withComments(Stylesheet sheet, List<Item> items) {
        List<Item> out = new ArrayList<>();
        for (String comment : LicenceComments.of(sheet.tokens())) {
            out.add(new Item.Raw(0, comment));
        }
        if (out.isEmpty()) {
            return items;
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
