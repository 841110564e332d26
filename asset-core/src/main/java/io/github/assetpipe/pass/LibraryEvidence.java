package io.github.assetpipe.pass;

import io.github.assetpipe.css.purge.ClassStrings;
import io.github.assetpipe.css.purge.Evidence;
import io.github.assetpipe.css.purge.SourceText;
import io.github.assetpipe.css.purge.TextKind;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.io.ComponentJar;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.page.dialect.Dialects;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.run.EvidenceCache;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What libraries of tags and components on the class path can name: what their classes have in quotes, their pages and tag
 * files, and the scripts that they serve.
 *
 * <p>They count where the site has a page of a language that can use them. Each is read once and remembered.
 */
public final class LibraryEvidence {
    private static final String SERVED = "META-INF/resources/";
    private static final long SLICE_BYTES = 1 << 20;
    /** What a page or configuration says of Faces or JSP whatever its file is called: in namespaces and directives. */
    private static final List<String> WORDS = List.of("jsf", "jsp", "taglib", "JspTaglibs");
    /** What stands before {@code .faces} in a namespace or the name of a class; alone it is a word of English. */
    private static final List<String> PLATFORMS = List.of("jakarta", "javax");

    private final List<ComponentJar> jars;
    private final EvidenceCache cache;

    /** Creates the evidence of {@code jars}; nothing is read yet. */
    public LibraryEvidence(List<ComponentJar> jars, EvidenceCache cache) {
        this.jars = List.copyOf(jars);
        this.cache = cache;
    }

    /** Returns the names of the jars. */
    List<String> names() {
        return jars.stream().map(ComponentJar::name).toList();
    }

    /**
     * Returns what the libraries can name, one part a library; nothing where no page could use them.
     *
     * @param known what the site's own texts can name
     */
    List<Evidence> of(Site site, Evidence known, Build build) {
        if (jars.isEmpty() || !canUseLibraries(site.pages(), known)) {
            return List.of();
        }
        return jars.stream().map(jar -> evidence(jar, build)).toList();
    }

    private static boolean canUseLibraries(Collection<PageFile> pages, Evidence known) {
        return pages.stream().anyMatch(page -> Dialects.usesTagLibraries(page.file()))
                || WORDS.stream().anyMatch(word -> known.word(word) != null)
                || PLATFORMS.stream().anyMatch(name -> known.pair(name, ".", "faces") != null);
    }

    private Evidence evidence(ComponentJar jar, Build build) {
        Optional<Evidence> remembered = cache.find(jar.name(), jar.digest());
        if (remembered.isPresent()) {
            return remembered.get();
        }
        List<Part> parts = build.runner().map(slices(jar), slice -> Part.of(jar.name(), slice));
        Evidence all = Evidence.merge(parts.stream().map(Part::evidence).toList());
        List<Diagnostic> problems =
                parts.stream().flatMap(part -> part.problems().stream()).toList();
        if (problems.isEmpty()) {
            cache.remember(jar.name(), jar.digest(), all);
        }
        problems.stream().sorted().findFirst().ifPresent(build.reporter()::report);
        return all;
    }

    /** What some entries can name, and which of them could not be read. */
    private record Part(Evidence evidence, List<Diagnostic> problems) {
        static Part of(String jar, List<Map.Entry<String, Content>> entries) {
            List<SourceText> texts = new ArrayList<>();
            List<Diagnostic> problems = new ArrayList<>();
            for (Map.Entry<String, Content> entry : entries) {
                String name = jar + "!/" + entry.getKey();
                try {
                    texts.add(text(name, entry.getValue()));
                } catch (UncheckedIOException e) {
                    problems.add(ComponentJar.unreadable(name, Objects.requireNonNull(e.getCause())));
                }
            }
            return new Part(Evidence.scan(texts), problems);
        }
    }

    private static SourceText text(String name, Content content) {
        return name.endsWith(".class")
                ? new SourceText(name, ClassStrings.literals(content.bytes()), TextKind.JAVA)
                : new SourceText(name, content.text(), TextKind.of(name));
    }

    private static List<List<Map.Entry<String, Content>>> slices(ComponentJar jar) {
        List<List<Map.Entry<String, Content>>> slices = new ArrayList<>();
        List<Map.Entry<String, Content>> slice = new ArrayList<>();
        long bytes = 0;
        for (Map.Entry<String, Content> entry : jar.entries().entrySet()) {
            if (!isEvidence(entry.getKey())) {
                continue;
            }
            slice.add(entry);
            bytes += entry.getValue().size();
            if (bytes > SLICE_BYTES) {
                slices.add(slice);
                slice = new ArrayList<>();
                bytes = 0;
            }
        }
        slices.add(slice);
        return slices;
    }

    private static boolean isEvidence(String entry) {
        if (entry.startsWith(SERVED) && (entry.endsWith(".js") || entry.endsWith(".mjs") || Dialects.isPage(entry))) {
            return true;
        }
        // Elsewhere a library has HTML about itself.
        return entry.endsWith(".class") || Dialects.usesTagLibraries(entry);
    }
}
