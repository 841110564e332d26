package io.github.assetpipe.demo;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What the home page's stylesheets and scripts weigh.
 *
 * @param files number of files
 * @param raw bytes without a content coding
 * @param brotli bytes with Brotli: as served, or at quality 11 where the server has no such variant
 * @param names the files
 */
record Weight(int files, long raw, long brotli, List<String> names) {

    static Weight ofHomePage(RunningShop shop) throws IOException {
        Brotli4jLoader.ensureAvailability();
        Visitor visitor = new Visitor(shop);
        long raw = 0;
        long brotli = 0;
        List<String> names = new ArrayList<>();
        for (Element tag : Jsoup.parse(visitor.get("/").text()).select("link[rel=stylesheet], script[src]")) {
            String path = tag.hasAttr("src") ? tag.attr("src") : tag.attr("href");
            byte[] file = visitor.get(path).body();
            Visitor.Answer coded = visitor.get(path, "br");
            long wire = coded.coding().equals("br")
                    ? coded.body().length
                    : Encoder.compress(file, new Encoder.Parameters().setQuality(11)).length;
            raw += file.length;
            brotli += wire;
            names.add(String.format(Locale.ROOT, "  %9d %8d  %s", file.length, wire, path));
        }
        return new Weight(names.size(), raw, brotli, names);
    }

    static String table(Weight before, Weight after) {
        return String.format(
                Locale.ROOT,
                """

                Styles and scripts of the home page
                        raw       br
                before
                %s
                after
                %s
                  %9d %8d  before, %d files
                  %9d %8d  after, %d files
                  %8.1f%% %7.1f%%  less
                """,
                String.join("\n", before.names),
                String.join("\n", after.names),
                before.raw,
                before.brotli,
                before.files,
                after.raw,
                after.brotli,
                after.files,
                100.0 - 100.0 * after.raw / before.raw,
                100.0 - 100.0 * after.brotli / before.brotli);
    }
}
