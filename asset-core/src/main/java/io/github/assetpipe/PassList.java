package io.github.assetpipe;

import io.github.assetpipe.io.SourceTree;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.SassEngine;
import io.github.assetpipe.option.SourceMapMode;
import io.github.assetpipe.pass.Compile;
import io.github.assetpipe.pass.Fingerprint;
import io.github.assetpipe.pass.MapFiles;
import io.github.assetpipe.pass.Pass;
import io.github.assetpipe.pass.Precompress;
import io.github.assetpipe.pass.Purge;
import io.github.assetpipe.text.Globs;
import io.github.assetpipe.transform.Brotli;
import io.github.assetpipe.transform.DartSass;
import io.github.assetpipe.transform.Gzip;
import io.github.assetpipe.transform.LibSass;
import io.github.assetpipe.transform.Transformer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The passes of a configuration in their written order, and the engines that they drive. */
final class PassList implements AutoCloseable {
    private final Config config;
    private final Site sources;
    private final DartSass dart;
    private final LibSass libsass;

    PassList(Config config, Site sources) {
        this.config = config;
        this.sources = sources;
        boolean maps = config.sourceMaps() != SourceMapMode.OFF;
        this.dart = new DartSass(config.sass(), maps, Math.min(2, config.threads()));
        this.libsass = new LibSass(config.sass(), maps);
    }

    List<Pass> list() {
        List<Pass> passes = new ArrayList<>();
        if (config.passes().contains(PassName.COMPILE)) {
            passes.add(new Compile(
                    config.sass(), this::sass, sassEntries(), PassList::named, config.generatedOutputPrefix()));
        }
        if (config.passes().contains(PassName.PURGE)) {
            passes.add(new Purge(config.purge(), sources, furtherTexts()));
        }
        if (config.passes().contains(PassName.FINGERPRINT)) {
            passes.add(new Fingerprint(config.fingerprint(), config.sourceMaps()));
        }
        if (!config.passes().contains(PassName.FINGERPRINT)) {
            passes.add(new MapFiles(config.sourceMaps()));
        }
        if (config.passes().contains(PassName.PRECOMPRESS)) {
            passes.add(new Precompress(config.precompress(), encoders()));
        }
        return passes;
    }

    private static Set<LogicalPath> named(Site site) {
        return Set.of();
    }

    private Transformer sass(SassEngine engine) {
        return engine == SassEngine.DART ? dart : libsass;
    }

    private List<Compile.Entry> sassEntries() {
        List<Compile.Entry> entries = new ArrayList<>();
        String folder = config.sass().outputFolder();
        String prefix = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
        for (String directory : config.sass().entryDirectories()) {
            Path root = config.baseDirectory().resolve(directory);
            for (Path file : SourceTree.files(root)) {
                String relative = root.relativize(file).toString().replace('\\', '/');
                LogicalPath path = LogicalPath.of(prefix + relative);
                if (MediaType.of(path).equals(MediaType.SASS) && !Compile.isPartial(path)) {
                    entries.add(new Compile.Entry(path, directory + "/" + relative, Content.ofFile(file)));
                }
            }
        }
        return entries;
    }

    private Map<String, Content> furtherTexts() {
        Map<String, Content> texts = new TreeMap<>();
        for (Path folder : config.evidence()) {
            for (Path file : SourceTree.files(folder)) {
                String name = shown(file);
                if (Purge.isEvidence(name)) {
                    texts.put(name, Content.ofFile(file));
                }
            }
        }
        if (!config.purge().content().isEmpty()) {
            Globs wanted = Globs.of(config.purge().content());
            for (Path file : SourceTree.files(config.baseDirectory())) {
                String name = shown(file);
                if (!file.startsWith(config.outputDirectory()) && wanted.matches(name)) {
                    texts.put(name, Content.ofFile(file));
                }
            }
        }
        return texts;
    }

    private String shown(Path file) {
        Path shown =
                file.startsWith(config.baseDirectory()) ? config.baseDirectory().relativize(file) : file;
        return shown.toString().replace('\\', '/');
    }

    private List<Transformer> encoders() {
        List<Transformer> encoders = new ArrayList<>();
        if (config.precompress().brotli()) {
            encoders.add(new Brotli(config.precompress()));
        }
        if (config.precompress().gzip()) {
            encoders.add(new Gzip());
        }
        return encoders;
    }

    @Override
    public void close() {
        dart.close();
    }
}
