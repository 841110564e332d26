package io.github.assetpipe.page.composition;

import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.option.RewriteOptions.Defer;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageReader;
import io.github.assetpipe.page.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A few templates of one test, and what is decided about their script tags. */
final class Templates {
    private final List<PageFacts> facts = new ArrayList<>();
    private final Map<LogicalPath, String> scripts = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final PageReader reader = new PageReader();

    /** Adds a template by its name below the page root; scripts must have been added before. */
    Templates page(String name, String text) {
        PageFile file = PageFile.source(
                "src/" + name, name, Content.of(text.getBytes(StandardCharsets.UTF_8)), name, null, false);
        Page page = reader.read(file);
        Map<Integer, LogicalPath> assets = new HashMap<>();
        List<Tag> tags = page.markup().tags();
        for (int i = 0; i < tags.size(); i++) {
            String source = text.substring(tags.get(i).start(), tags.get(i).end());
            int index = i;
            scripts.keySet().stream()
                    .filter(p -> source.startsWith("<script") && source.contains(p.fileName()))
                    .forEach(p -> assets.put(index, p));
        }
        facts.add(FactsReader.read(page, file, assets));
        texts.put(file.file(), text);
        return this;
    }

    /** Adds a script of the project, whose text is harmless. */
    Templates scripts(String... names) {
        for (String name : names) {
            script(name, "function f() {}");
        }
        return this;
    }

    Templates script(String name, String text) {
        scripts.put(LogicalPath.of("js/" + name), text);
        return this;
    }

    Templates tiles(String text) {
        facts.addAll(TilesDefinitions.read("src/WEB-INF/tiles.xml", text));
        return this;
    }

    PageFacts facts(String name) {
        return facts.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    Templates replace(PageFacts changed) {
        facts.replaceAll(f -> f.file().equals(changed.file()) ? changed : f);
        return this;
    }

    DeferDecisions decisions(Defer mode) {
        return DeferDecisions.decide(facts, path -> Optional.ofNullable(scripts.get(path)), mode);
    }

    /** Returns the file names of the deferred scripts, sorted: {@code app.js jquery.js}. */
    String deferred() {
        return deferred(Defer.SAFE);
    }

    String deferred(Defer mode) {
        TreeSet<String> names = new TreeSet<>();
        decisions(mode).all().stream().filter(DeferDecision::deferred).forEach(d -> names.add(fileName(d)));
        return String.join(" ", names);
    }

    /** Returns why the script of a file name was or was not deferred. */
    String reason(String fileName) {
        return decisions(Defer.SAFE).all().stream()
                .filter(d -> fileName(d).equals(fileName))
                .map(DeferDecision::reason)
                .findFirst()
                .orElseThrow();
    }

    private static String fileName(DeferDecision decision) {
        String plain = decision.subject().replaceFirst("\\.js(?![a-z]).*", ".js");
        return plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\'')) + 1);
    }
}
