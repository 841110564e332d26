package io.github.assetpipe.js;

import io.github.assetpipe.text.SourceMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A parsed script or module, and its printing with short names and no white space.
 *
 * <p>Deep nesting needs a deep stack: call it on a thread that has one ({@link #STACK}). For one thread.
 */
public final class JsFile {
    /** Bytes of stack that take an expression of some hundred thousand operators. */
    public static final long STACK = 1L << 30;

    /** Characters of source above which unused code is not looked for: it takes half a minute there. */
    private static final int SIMPLIFIED = 20_000_000;

    private final String source;
    private final JsProgram parsed;

    private final boolean keepsLicences;

    private JsFile(String source, JsProgram parsed, boolean keepsLicences) {
        this.source = source;
        this.parsed = parsed;
        this.keepsLicences = keepsLicences;
    }

    /**
     * A printed file.
     *
     * @param code its text
     * @param map its source map, or null when none was asked for
     */
    public record Printed(String code, @Nullable SourceMap map) {}

    /**
     * Syntax that some browsers did not know.
     *
     * @param offset where it is used first
     * @param name what it is called, such as {@code a class field}
     * @param year the year in which the last of the big browsers came to know it (Baseline), far off when none has yet
     * @param lowered whether it can be written in older syntax
     */
    public record Newer(int offset, String name, int year, boolean lowered) {}

    /** Parses {@code source}, without byte order mark, as a script or, where only that fits, as a module. */
    public static JsFile parse(String source) throws JsSyntaxException {
        return new JsFile(source, JsProgram.parse(source), true);
    }

    /** Returns this file as one whose licence comments are shipped elsewhere. */
    public JsFile withoutLicences() {
        return new JsFile(source, parsed, false);
    }

    /** Tells whether the file is a module: it imports, exports, or awaits at its top level. */
    public boolean isModule() {
        return parsed.module();
    }

    /** Returns the comments that must stay, each on a line of its own, or the empty string. */
    public String licences() {
        if (!keepsLicences) {
            return "";
        }
        List<String> texts = parsed.licences().stream()
                .map(range -> source.substring(range[0], range[1]).strip())
                .distinct()
                .toList();
        return texts.isEmpty() ? "" : texts.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    /** Returns what in the file a compiler of the year 2024 does not take or would lower, or empty. */
    public Optional<String> novelty() {
        return parsed.module() ? Optional.of("import or export") : JsStandIn.obstacle(parsed.program());
    }

    /** Returns the syntax that is younger than what was Baseline at the end of {@code year}, each once, by its first use. */
    public List<Newer> newerThan(int year) {
        return JsAge.newerThan(year, parsed.program());
    }

    /** Tells whether a class of the file has private names, which a stand-in makes public. */
    public boolean hasPrivateNames() {
        return JsAge.newerThan(0, parsed.program()).stream().anyMatch(JsAge::isPrivateName);
    }

    /**
     * Returns the text for a compiler that does not know all of the language: for files without {@link #novelty}, or without
     * private names where nothing but the syntax is changed.
     */
    public JsStandIn standIn() {
        return JsStandIn.of(source, parsed.program(), parsed.licences());
    }

    /** Returns the first line when it is {@code #!...}, with a line end, else the empty string. */
    public String hashbang() {
        if (!source.startsWith("#!")) {
            return "";
        }
        return source.lines().findFirst().orElse("") + "\n";
    }

    /**
     * Prints the file. The tree is used up by it.
     *
     * @param shorten whether variables that can't be seen from outside get short names
     * @param file the name of the source for a source map, or null for none
     */
    public Printed print(boolean shorten, @Nullable String file) {
        JsNode program = parsed.program();
        if (shorten) {
            boolean simplified = source.length() <= SIMPLIFIED;
            JsScope root = simplified
                    ? JsSimplify.apply(program, parsed.module())
                    : JsScopes.resolve(program, parsed.module());
            JsShorten.apply(program);
            JsCollapse.apply(program);
            JsNames.shorten(root, program);
        }
        JsPrinter printer = new JsPrinter(source.length() / 2);
        printer.out.raw(hashbang());
        printer.out.raw(licences());
        printer.program(program);
        return new Printed(printer.out.text(), file == null ? null : printer.out.map(file, source));
    }
}
