package io.github.assetpipe.report;

import io.github.assetpipe.report.ReportData.Bundle;
import io.github.assetpipe.report.ReportData.Part;
import io.github.assetpipe.report.Treemap.Tile;
import java.util.List;
import java.util.Locale;

/** The section about stylesheets and scripts: a map of them down to their sources, and the same as a list. */
final class BundleSection {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 420;
    private static final int HEAD = 20;
    private static final int SHOWN = 60;

    private BundleSection() {}

    /** Writes the section. */
    static void write(Html html, ReportData data) {
        html.section(
                "bundles",
                "Bundles",
                "Stylesheets and scripts by compressed size. What was made of several files is divided by its sources'"
                        + " share of the bytes, compiled stylesheets by their source maps.");
        List<Bundle> bundles = data.bundles().stream()
                .filter(b -> b.weight().br() > 0)
                .limit(SHOWN)
                .toList();
        if (bundles.isEmpty()) {
            html.raw("<p class=empty>There are no stylesheets and scripts.</p></section>");
            return;
        }
        map(html, bundles);
        list(html, data.bundles());
        html.raw("</section>");
    }

    private static void map(Html html, List<Bundle> bundles) {
        html.raw("<svg class=map viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" role=img aria-label=\"Stylesheets and scripts by compressed size; the table below has"
                + " the same numbers\">");
        List<Long> weights = bundles.stream().map(b -> b.weight().br()).toList();
        for (Tile tile : Treemap.tiles(weights, 0, 0, WIDTH, HEIGHT)) {
            Bundle bundle = bundles.get(tile.index());
            boolean script = bundle.path().endsWith("js");
            html.raw("<g class=" + (script ? "js" : "css") + "><title>")
                    .text(bundle.path() + "\n" + Bytes.text(bundle.weight().br()) + " Brotli, "
                            + Bytes.text(bundle.weight().raw()) + " raw")
                    .raw("</title>");
            rectangle(html, tile, "bundle");
            label(
                    html,
                    tile,
                    name(bundle.path()) + "  " + Bytes.text(bundle.weight().br()),
                    13);
            html.raw("</g>");
            if (tile.height() > HEAD * 2 && tile.width() > 40) {
                parts(html, bundle, tile, script);
            }
        }
        html.raw("</svg>");
    }

    private static void parts(Html html, Bundle bundle, Tile within, boolean script) {
        List<Part> parts = left(bundle);
        if (parts.size() < 2) {
            return;
        }
        List<Long> weights = parts.stream().map(Part::bytes).toList();
        for (Tile tile : Treemap.tiles(
                weights, within.x() + 3, within.y() + HEAD, within.width() - 6, within.height() - HEAD - 3)) {
            Part part = parts.get(tile.index());
            html.raw("<g class=" + (script ? "js" : "css") + "><title>")
                    .text(part.source() + "\n" + Bytes.text(part.bytes()) + " raw of " + bundle.path())
                    .raw("</title>");
            rectangle(html, tile, "part");
            label(html, tile, name(part.source()), 11);
            html.raw("</g>");
        }
    }

    /** Purging leaves nothing of many partials of a framework. */
    private static List<Part> left(Bundle bundle) {
        return bundle.parts().stream().filter(p -> p.bytes() > 0).toList();
    }

    private static void rectangle(Html html, Tile tile, String kind) {
        html.raw(String.format(
                Locale.ROOT,
                "<rect class=%s x=%.1f y=%.1f width=%.1f height=%.1f rx=3 />",
                kind,
                tile.x() + 1,
                tile.y() + 1,
                Math.max(0, tile.width() - 2),
                Math.max(0, tile.height() - 2)));
    }

    private static void label(Html html, Tile tile, String text, int size) {
        int room = (int) ((tile.width() - 10) / (size * 0.58));
        if (room < 4 || tile.height() < size + 5) {
            return;
        }
        String shown = text.length() <= room ? text : text.substring(0, room - 1) + "\u2026";
        html.raw(String.format(
                        Locale.ROOT, "<text x=%.1f y=%.1f font-size=%d>", tile.x() + 6, tile.y() + size + 2, size))
                .text(shown)
                .raw("</text>");
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void list(Html html, List<Bundle> bundles) {
        html.table("Stylesheets and scripts", "File", "Sources", "#Raw", "#gzip", "#Brotli");
        for (Bundle bundle : bundles) {
            html.raw("<tr>").path(bundle.path()).raw("<td>");
            List<Part> left = left(bundle);
            if (left.size() > 1) {
                html.raw("<details><summary>" + left.size() + " files</summary><ul>");
                left.forEach(p -> html.raw("<li>")
                        .text(p.source() + " ")
                        .raw("<span class=dim>")
                        .text(Bytes.text(p.bytes()))
                        .raw("</span></li>"));
                html.raw("</ul></details>");
            } else {
                left.forEach(p -> html.text(p.source()));
            }
            html.raw("</td>");
            html.number(bundle.weight().raw(), Bytes.text(bundle.weight().raw()));
            html.number(bundle.weight().gzip(), Bytes.text(bundle.weight().gzip()));
            html.number(bundle.weight().br(), Bytes.text(bundle.weight().br()));
            html.raw("</tr>");
        }
        html.endTable();
    }
}
