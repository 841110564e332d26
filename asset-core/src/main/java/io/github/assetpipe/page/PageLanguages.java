package io.github.assetpipe.page;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.page.dialect.Dialects;
import io.github.assetpipe.page.dialect.TemplateDialect;
import io.github.assetpipe.text.Globs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Tells which template language a page is in: the one that the user says, else that of its name, of its project, of its own
 * signs, or of the templates beside it, in this order. Only signs of Thymeleaf come before the project: they mean nothing to
 * any other engine. Safe for several threads.
 */
final class PageLanguages {
    private static final String THYMELEAF = "thymeleaf";

    /** A choice of a language; {@code ending} tells whether its pattern names an ending, and not only folders. */
    private record Choice(Globs pattern, TemplateDialect dialect, boolean ending) {}

    /** What a page shows, for as long as its content is the very same. */
    private record Shown(Content content, Optional<TemplateDialect> language) {}

    private final List<Choice> overrides;
    private final Map<String, Shown> known = new ConcurrentHashMap<>();
    private volatile Neighbours neighbours = new Neighbours(List.of(), page -> Optional.empty());

    /**
     * Takes what the user says.
     *
     * @param dialects {@code glob=dialect} choices over project-relative files, the first that matches wins
     * @throws AssetException when a choice is malformed or names an unknown dialect
     */
    PageLanguages(List<String> dialects) {
        List<Choice> all = new ArrayList<>();
        for (String choice : dialects) {
            int equals = choice.lastIndexOf('=');
            String name = choice.substring(equals + 1).strip();
            TemplateDialect dialect = Dialects.named(name)
                    .orElseThrow(() -> AssetException.environment(Diagnostic.error(
                            "dialect-unknown",
                            "No template language is called \"" + name + "\" (in \"" + choice + "\")",
                            null,
                            "write PATTERN=LANGUAGE with one of " + String.join(", ", Dialects.names()))));
            String glob = equals < 0 ? "**" : choice.substring(0, equals).strip();
            // "*.thyme" and "mail/welcome.txt", but neither "mail/**" nor "index.*".
            boolean ending = glob.matches(".*\\.[^/.*?]+");
            all.add(new Choice(Globs.of(List.of(glob)), dialect, ending));
        }
        overrides = List.copyOf(all);
    }

    /** Tells whether the user makes a page of a file: by its ending, or by a folder that holds templates only. */
    boolean isChosen(String file, boolean template) {
        return overrides.stream()
                .filter(override -> override.pattern().matches(file))
                .findFirst()
                .filter(override -> override.ending() || (template && isOfUnknownEnding(file)))
                .isPresent();
    }

    private static boolean isOfUnknownEnding(String file) {
        return LogicalPath.normalise(file)
                .filter(path -> MediaType.of(path).equals(MediaType.OTHER))
                .isPresent();
    }

    /** Tells that a build begins, and which pages its site has. */
    void begin(List<PageFile> pages) {
        Map<String, Content> contents = new HashMap<>();
        pages.forEach(page -> contents.put(page.file(), page.content()));
        known.entrySet().removeIf(e -> contents.get(e.getKey()) != e.getValue().content);
        neighbours = new Neighbours(pages, page -> said(page).isPresent() ? Optional.empty() : shown(page));
    }

    /** Returns the language that a page is in by itself, if it is; {@code text} gives what it holds. */
    Optional<TemplateDialect> own(PageFile page, Supplier<String> text) {
        return said(page).or(() -> shown(page, text));
    }

    /** Returns the language of a page that is in none by itself. */
    TemplateDialect beside(PageFile page) {
        return neighbours.languageOf(page).orElse(Dialects.none());
    }

    private Optional<TemplateDialect> said(PageFile page) {
        return overrides.stream()
                .filter(override -> override.pattern().matches(page.file()))
                .map(Choice::dialect)
                .findFirst();
    }

    private Optional<TemplateDialect> shown(PageFile page) {
        return shown(page, () -> PageText.decode(page.content()).text());
    }

    /** A page that is read again, because not all pages are remembered, has the language that it had. */
    private Optional<TemplateDialect> shown(PageFile page, Supplier<String> text) {
        Shown before = known.get(page.file());
        if (before != null && before.content == page.content()) {
            return before.language;
        }
        Optional<TemplateDialect> found = Dialects.byName(page.file()).or(() -> find(page, text.get()));
        known.put(page.file(), new Shown(page.content(), found));
        return found;
    }

    private static Optional<TemplateDialect> find(PageFile page, String text) {
        Optional<TemplateDialect> signs = Dialects.bySigns(text);
        return signs.filter(language -> language.name().equals(THYMELEAF))
                .or(() -> Dialects.named(page.language()))
                .or(() -> signs);
    }
}
