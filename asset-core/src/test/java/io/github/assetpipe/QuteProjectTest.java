package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.option.SourceRoot;
import io.github.assetpipe.option.SourceRoot.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Qute renders comes out so that Qute can still render it. */
class QuteProjectTest {
    private static final String ONLY_EXPRESSIONS = """
            <!DOCTYPE html>
            <html><head><title>{title}</title>
            <!-- compress css inline -->
            <link rel="stylesheet" href="/css/a.css">
            <!-- endcompress -->
            </head><body><p class="a">{name ?: 'x'}</p></body></html>
            """;

    @TempDir
    Path base;

    @BeforeEach
    void sources() throws IOException {
        source("static/css/a.css", ".a{color:red}");
        source("templates/two.html", ONLY_EXPRESSIONS);
        source("static/two.html", ONLY_EXPRESSIONS);
    }

    private void source(String path, String text) throws IOException {
        Path file = base.resolve("src").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Config config(String language) {
        SourceRoot templates = SourceRoot.of(base.resolve("src/templates"), Kind.PAGES, "templates/");
        return Config.builder(base, base.resolve("target"))
                .workDirectory(base.resolve("work"))
                .roots(List.of(
                        SourceRoot.of(base.resolve("src/static"), Kind.ASSETS, "static/"),
                        templates.inLanguage(language)))
                .build();
    }

    private String output(String path) throws IOException {
        String text = Files.readString(base.resolve("target").resolve(path));
        return text.substring(text.indexOf("<style>"), text.indexOf("</style>"));
    }

    @Test
    void aStylesheetInATemplateIsNotTakenForExpressionsOfQute() throws IOException {
        AssetPipeline.build(config("qute"), Reporter.silent());

        assertEquals("<style>{|.a{color:red}|}", output("templates/two.html"));
        assertEquals("<style>.a{color:red}", output("static/two.html"));
    }

    @Test
    void aTemplateIsBuiltAgainWhenTheProjectBeginsToUseQute() throws IOException {
        AssetPipeline.build(config(""), Reporter.silent());
        assertEquals("<style>.a{color:red}", output("templates/two.html"));

        AssetPipeline.build(config("qute"), Reporter.silent());
        assertEquals("<style>{|.a{color:red}|}", output("templates/two.html"));
    }

    @Test
    void aWatchSeesWhatAnEditedTemplateTellsOfThoseBesideIt() throws IOException {
        source("templates/one.html", "<p>{title}</p>");
        try (AssetPipeline pipeline = AssetPipeline.open(config(""))) {
            pipeline.build(Reporter.silent());
            assertEquals("<style>.a{color:red}", output("templates/two.html"));

            source("templates/one.html", "{#if title}<p>{title}</p>{/if}");
            pipeline.build(Reporter.silent());
            assertEquals("<style>{|.a{color:red}|}", output("templates/two.html"));

            source("static/css/a.css", ".a{color:#000}");
            pipeline.build(Reporter.silent());
            assertEquals("<style>{|.a{color:#000}|}", output("templates/two.html"));

            Files.delete(base.resolve("src/templates/one.html"));
            pipeline.build(Reporter.silent());
            assertEquals("<style>.a{color:#000}", output("templates/two.html"));
        }
    }
}
