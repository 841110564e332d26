package io.github.assetpipe.page;

import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.page.dialect.TemplateDialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The template languages of folders: a template that shows no language is in that of the templates beside it, if they all show
 * the same one.
 *
 * <p>An engine is set up for a folder and an ending, and knows nothing of signs. What is served as a file is no template. A
 * folder is asked only when one of its templates shows nothing. Safe for several threads.
 */
final class Neighbours {
    private final Map<String, List<PageFile>> folders = new HashMap<>();
    private final Map<String, Optional<TemplateDialect>> languages = new ConcurrentHashMap<>();
    private final Function<PageFile, Optional<TemplateDialect>> shown;

    /**
     * Creates the languages of a site's folders.
     *
     * @param pages all pages of the site
     * @param shown tells which language a page shows by itself, if any
     */
    Neighbours(List<PageFile> pages, Function<PageFile, Optional<TemplateDialect>> shown) {
        this.shown = shown;
        for (PageFile page : pages) {
            if (page.served() == null) {
                folders.computeIfAbsent(folder(page), key -> new ArrayList<>()).add(page);
            }
        }
    }

    /** Returns the language of the templates beside a page, if there is one. */
    Optional<TemplateDialect> languageOf(PageFile page) {
        return page.served() == null ? languages.computeIfAbsent(folder(page), this::language) : Optional.empty();
    }

    private Optional<TemplateDialect> language(String folder) {
        Optional<TemplateDialect> language = Optional.empty();
        for (PageFile page : folders.getOrDefault(folder, List.of())) {
            Optional<TemplateDialect> own = shown.apply(page);
            if (own.isPresent() && language.isPresent() && !own.equals(language)) {
                return Optional.empty();
            }
            language = own.isPresent() ? own : language;
        }
        return language;
    }

    /** The root that a page lies in, and its ending. */
    private static String folder(PageFile page) {
        String file = page.file();
        String root = file.substring(0, file.length() - page.name().length());
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return root + "*" + (dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT));
    }
}
