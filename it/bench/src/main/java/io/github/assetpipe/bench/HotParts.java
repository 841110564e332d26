package io.github.assetpipe.bench;

import io.github.assetpipe.css.CssMinifier;
import io.github.assetpipe.css.Stylesheet;
import io.github.assetpipe.css.Tokens;
import io.github.assetpipe.css.purge.Evidence;
import io.github.assetpipe.css.purge.PurgeInput;
import io.github.assetpipe.css.purge.PurgeResult;
import io.github.assetpipe.css.purge.Purger;
import io.github.assetpipe.css.purge.TextKind;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.option.PurgeOptions;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The parts of the pipeline that run for every byte of a site, each by itself and warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HotParts {
    private String css;
    private String html;
    private byte[] bytes;
    private Evidence evidence;
    private List<PurgeInput> sheets;

    /** Makes the texts: a stylesheet of about 250 kB and a page of about 13 kB. */
    @Setup
    public void make() {
        css = Samples.stylesheet(800);
        html = Samples.page(30);
        bytes = html.getBytes(StandardCharsets.UTF_8);
        evidence = Evidence.scan("page.html", html, TextKind.of("page.html"));
        sheets = List.of(new PurgeInput("app.css", Stylesheet.parse(css), true));
    }

    /** Tokens of a stylesheet. */
    @Benchmark
    public int tokenizer() {
        return Tokens.of(css).size();
    }

    /** A stylesheet minified, its parsing included. */
    @Benchmark
    public String minifier() {
        return CssMinifier.minify(css);
    }

    /** Words and computed names of a page. */
    @Benchmark
    public Evidence purgeScan() {
        return Evidence.scan("page.html", html, TextKind.of("page.html"));
    }

    /** A parsed stylesheet judged by evidence and cut. */
    @Benchmark
    public PurgeResult purgeMatching() {
        return Purger.purge(sheets, evidence, PurgeOptions.defaults());
    }

    /** Dialect, constructs, tags and attributes of a page. */
    @Benchmark
    public Page pageScan() {
        return new PageReader().read("page.html", Content.of(bytes));
    }

    /** The digest that names a file. */
    @Benchmark
    public String hashing() {
        return Content.of(bytes).sha256();
    }
}
