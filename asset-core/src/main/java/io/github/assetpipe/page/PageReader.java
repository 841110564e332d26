package io.github.assetpipe.page;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.page.dialect.Construct;
import io.github.assetpipe.page.dialect.Dialects;
import io.github.assetpipe.page.dialect.Scan;
import io.github.assetpipe.page.dialect.TemplateDialect;
import io.github.assetpipe.text.Globs;
import io.github.assetpipe.text.LineMap;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages: masks the template language, then finds the tags.
 *
 * <p>What was read is remembered by content for as long as memory lasts, so that several passes read a page once. Safe for
 * several threads.
 */
public final class PageReader {
    private record Choice(Globs pattern, TemplateDialect dialect) {}

    private record Key(Content content, String dialect) {}

    private final List<Choice> overrides;
    private final Map<Key, SoftReference<Page>> known = new ConcurrentHashMap<>();

    /**
     * Creates a reader.
     *
     * @param dialects {@code glob=dialect} choices over project-relative files, the first that matches wins
     * @throws AssetException when a choice is malformed or names an unknown dialect
     */
    public PageReader(List<String> dialects) {
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
            all.add(new Choice(Globs.of(List.of(glob)), dialect));
        }
        overrides = List.copyOf(all);
    }

    /** Creates a reader that chooses every dialect by file ending and text. */
    public PageReader() {
        this(List.of());
    }

    /** Reads a page. */
    public Page read(PageFile file) {
        return read(file.file(), file.content());
    }

    /** Reads the bytes of a page that has a project-relative name. */
    public Page read(String file, Content content) {
        TemplateDialect chosen = overridden(file);
        String kind = chosen != null ? chosen.name() : "." + file.substring(file.lastIndexOf('/') + 1);
        Key key = new Key(content, kind);
        SoftReference<Page> reference = known.get(key);
        Page page = reference == null ? null : reference.get();
        if (page == null) {
            PageText source = PageText.decode(content);
            page = read(source, chosen != null ? chosen : Dialects.choose(file, source.text()));
            known.put(key, new SoftReference<>(page));
        }
        return page;
    }

    /** Reads a text in a known dialect. */
    public static Page read(PageText source, TemplateDialect dialect) {
        Scan scan = new Scan(source.text());
        List<Construct> constructs = dialect.constructs(scan);
        Markup markup = MarkupScanner.scan(source.text(), constructs, dialect.xml());
        return new Page(source, dialect, constructs, markup, new LineMap(source.text()), !scan.exhausted());
    }

    private @Nullable TemplateDialect overridden(String file) {
        for (Choice override : overrides) {
            if (override.pattern().matches(file)) {
                return override.dialect();
            }
        }
        return null;
    }
}
