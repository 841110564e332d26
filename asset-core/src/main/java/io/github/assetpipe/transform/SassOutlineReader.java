package io.github.assetpipe.transform;

import io.github.assetpipe.text.LineMap;
import io.github.assetpipe.transform.SassOutline.Import;
import io.github.assetpipe.transform.SassOutline.Include;
import io.github.assetpipe.transform.SassOutline.Mixin;
import io.github.assetpipe.transform.SassStatements.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads outlines of SCSS files; the indented syntax has none. Not safe for several threads. */
public final class SassOutlineReader {
    private static final Pattern IMPORT = Pattern.compile("@(?:import|use|forward)\\b");
    private static final Pattern STRING = Pattern.compile("\"([^\"\\n]*)\"|'([^'\\n]*)'");
    private static final Pattern INCLUDE = Pattern.compile("@include\\s+(?:[\\w-]+\\.)?([\\w-]+)");
    private static final Pattern DEFINITION =
            Pattern.compile("@mixin\\s+([\\w-]+)|@function\\s+([\\w-]+)|\\$([\\w-]+)\\s*:|%([\\w-]+)");
    private static final Pattern MENTION = Pattern.compile("\\$([\\w-]+)|%([\\w-]+)|([\\w-]+)\\(");
    private static final Pattern EXTEND = Pattern.compile("@extend\\s+([^;}!]+)");

    private final Lookup lookup;
    private final SassImports imports;
    private final Map<String, Optional<SassOutline>> known = new HashMap<>();

    /** Creates a reader of the files of {@code lookup}. */
    public SassOutlineReader(Lookup lookup, List<String> loadPaths) {
        this.lookup = lookup;
        this.imports = new SassImports(lookup, loadPaths);
    }

    /** Returns the outline of a file, or empty when it can't be found or is not SCSS; each file is read once. */
    public Optional<SassOutline> read(String file) {
        Optional<SassOutline> outline = known.get(file);
        if (outline == null) {
            outline = file.endsWith(".scss") ? lookup.find(file).map(c -> of(file, SassText.of(c))) : Optional.empty();
            known.put(file, outline);
        }
        return outline;
    }

    private record Open(int depth, int line, String name) {}

    private SassOutline of(String file, String source) {
        String text = SassStatements.withoutComments(source);
        LineMap lines = new LineMap(text);
        List<Import> found = new ArrayList<>();
        List<Mixin> mixins = new ArrayList<>();
        List<Include> includes = new ArrayList<>();
        Set<String> defines = new HashSet<>();
        Deque<Open> open = new ArrayDeque<>();
        for (Statement statement : SassStatements.of(text)) {
            String said = text.substring(statement.start(), statement.end());
            int line = lines.line(statement.start());
            if (IMPORT.matcher(said).lookingAt()) {
                imports(file, said, line, found);
            }
            Matcher include = INCLUDE.matcher(said);
            if (include.lookingAt()) {
                includes.add(new Include(
                        name(include.group(1)),
                        open.isEmpty() ? null : open.getLast().name(),
                        line,
                        statement.depth() == 0 && said.endsWith(";") ? said : ""));
            }
            boolean opens = said.endsWith("{");
            Matcher definition = DEFINITION.matcher(said);
            if (statement.depth() == (opens ? 1 : 0) && definition.lookingAt()) {
                defines.add(name(definition));
            }
            if (opens && said.startsWith("@mixin") && definition.reset().lookingAt()) {
                open.addLast(new Open(statement.depth(), line, name(definition.group(1))));
            } else if (!open.isEmpty()
                    && said.endsWith("}")
                    && statement.depth() < open.getLast().depth()) {
                Open mixin = open.removeLast();
                mixins.add(new Mixin(mixin.name(), mixin.line(), lines.line(statement.end() - 1)));
            }
        }
        return new SassOutline(file, found, mixins, includes, defines, mentions(text), extended(text));
    }

    private void imports(String file, String said, int line, List<Import> found) {
        String rule = said.substring(0, said.startsWith("@import") ? 7 : said.startsWith("@use") ? 4 : 8);
        Matcher string = STRING.matcher(said);
        while (string.find()) {
            String url = string.group(1) != null ? string.group(1) : string.group(2);
            boolean css = rule.equals("@import") && (url.endsWith(".css") || url.contains("//"));
            found.add(new Import(rule, url, line, said.strip(), css ? null : target(file, url, rule)));
            if (!rule.equals("@import")) {
                return;
            }
        }
    }

    private @Nullable String target(String from, String url, String rule) {
        boolean fromImport = rule.equals("@import");
        try {
            Optional<String> beside =
                    url.contains(":") ? Optional.empty() : imports.resolve(sibling(from, url), fromImport);
            return (beside.isPresent() ? beside : imports.search(url, fromImport)).orElse(null);
        } catch (SassImports.AmbiguousImport e) {
            return null;
        }
    }

    private static String sibling(String from, String url) {
        return from.substring(0, from.lastIndexOf('/') + 1) + url;
    }

    private static Set<String> mentions(String text) {
        Set<String> mentions = new HashSet<>();
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            mentions.add(
                    mention.group(1) != null
                            ? "$" + name(mention.group(1))
                            : mention.group(2) != null ? "%" + name(mention.group(2)) : name(mention.group(3)) + "(");
        }
        Matcher include = INCLUDE.matcher(text);
        while (include.find()) {
            mentions.add("@" + name(include.group(1)));
        }
        return mentions;
    }

    private static Set<String> extended(String text) {
        Set<String> extended = new HashSet<>();
        Matcher extend = EXTEND.matcher(text);
        while (extend.find()) {
            extended.add(extend.group(1).strip());
        }
        return extended;
    }

    private static String name(Matcher definition) {
        return definition.group(1) != null
                ? "@" + name(definition.group(1))
                : definition.group(2) != null
                        ? name(definition.group(2)) + "("
                        : definition.group(3) != null
                                ? "$" + name(definition.group(3))
                                : "%" + name(definition.group(4));
    }

    private static String name(String written) {
        return written.replace('_', '-');
    }
}
