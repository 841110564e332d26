package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.run.Build;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that scripts look for by their names at run time, and would not find under others.
 *
 * <p>Three ways are known. A script matches addresses against a name, by a regular expression ({@code /marker-icon\.png$/})
 * or a selector ({@code link[href$="leaflet.css"]}), mostly to learn which folder it was loaded from. It does so with its own
 * name among the script elements. Or it makes the name of a sharper image of the plain one's ({@code logo@2x.png}). What
 * looks like a name and is none only costs a file its year in the cache.
 */
final class RunTimeNames {
    private static final Set<String> ENDINGS =
            Set.of("js", "css", "png", "gif", "jpg", "jpeg", "svg", "webp", "swf", "html", "json");

    private static final Pattern SELECTOR = Pattern.compile("\\[(?:href|src)[$*]=\\\\?[\"']?([^\"'\\]\\\\\\s]{1,200})");

    /** What follows the name of a method that gives elements, where it gives scripts. */
    private static final Pattern OF_SCRIPTS = Pattern.compile("(?:All)?\\s{0,5}\\(\\s{0,5}[\"'`]script");

    private static final Pattern ALL_SCRIPTS = Pattern.compile("\\bdocument\\s{0,5}\\.\\s{0,5}scripts\\b");
    private static final Pattern THIS_SCRIPT = Pattern.compile("\\bcurrentScript\\b");

    /** What a build appends to a script's name; a search for the script allows for it or leaves it out. */
    private static final Pattern VARIANT = Pattern.compile("(?:[.-](?:min|pack|slim|prod|full))+$");

    private static final String SHARPER = "@2x";

    private static final String ITSELF = " itself";
    private static final String SHARPER_ONES = " sharper";

    private final Site site;
    private final Set<String> names = new HashSet<>();
    private final Set<LogicalPath> paths = new TreeSet<>();
    private boolean sharper;

    RunTimeNames(Site site) {
        this.site = site;
    }

    /**
     * What one script looks for.
     *
     * @param names names of files
     * @param itself whether it looks for itself
     * @param sharper whether it makes names of sharper images
     */
    record Found(Set<String> names, boolean itself, boolean sharper) {
        static final Found NOTHING = new Found(Set.of(), false, false);

        /** Copies the set. */
        Found {
            names = Set.copyOf(names);
        }

        /** Reads what {@link #table} returned. */
        static Found of(SortedMap<String, String> table) {
            Set<String> names = new HashSet<>(table.keySet());
            // A space begins no name that is looked for.
            return new Found(names, names.remove(ITSELF), names.remove(SHARPER_ONES));
        }

        SortedMap<String, String> table() {
            SortedMap<String, String> table = new TreeMap<>();
            names.forEach(name -> table.put(name, ""));
            if (itself) {
                table.put(ITSELF, "");
            }
            if (sharper) {
                table.put(SHARPER_ONES, "");
            }
            return table;
        }
    }

    /** Returns what a script looks for, as it was found before where that is known. */
    static Found of(Asset script, Build build) {
        String question = "names in " + script.path() + " " + script.content().sha256();
        return Found.of(build.memo()
                .table(
                        question,
                        () -> build.memory()
                                .of(
                                        Found.class,
                                        script.path().value(),
                                        script.content(),
                                        content -> of(script, content.text()))
                                .table()));
    }

    /** Returns what a script looks for; other assets look for nothing. */
    static Found of(Asset script, String text) {
        if (!script.mediaType().equals(MediaType.JAVASCRIPT)) {
            return Found.NOTHING;
        }
        Set<String> names = new HashSet<>();
        boolean elements = asksForScripts(text);
        boolean itself = elements && isQuoted(script.path().fileName(), text);
        String own = stem(script.path());
        for (int at = text.indexOf("\\."); at >= 0; at = text.indexOf("\\.", at + 2)) {
            escaped(text, at, names);
            itself |= elements && text.startsWith("js", at + 2) && isNamed(own, text, at);
        }
        if (text.contains("[href") || text.contains("[src")) {
            Matcher selector = SELECTOR.matcher(text);
            while (selector.find()) {
                names.add(selector.group(1).substring(selector.group(1).lastIndexOf('/') + 1));
            }
        }
        return new Found(names, itself, text.contains(SHARPER));
    }

    /** Adds what a script was found to look for. */
    void add(Asset script, Found found) {
        names.addAll(found.names());
        sharper |= found.sharper();
        if (found.itself()) {
            paths.add(script.path());
        }
    }

    /** Looks for plain words first: megabytes of scripts are read here, and few hold one. */
    private static boolean asksForScripts(String text) {
        return givesScripts(text, "getElementsByTagName")
                || givesScripts(text, "querySelector")
                || (text.contains("scripts") && ALL_SCRIPTS.matcher(text).find())
                || (text.contains("currentScript") && THIS_SCRIPT.matcher(text).find());
    }

    private static boolean givesScripts(String text, String method) {
        for (int at = text.indexOf(method); at >= 0; at = text.indexOf(method, at + method.length())) {
            if (OF_SCRIPTS
                    .matcher(text)
                    .region(at + method.length(), text.length())
                    .lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** Takes {@code name\.png} for a file's name. */
    private static void escaped(String text, int dot, Set<String> names) {
        int end = dot + 2;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        int start = dot;
        while (start > 0 && dot - start < 100 && isNamePart(text.charAt(start - 1))) {
            start--;
        }
        if (start < dot && ENDINGS.contains(text.substring(dot + 2, end).toLowerCase(Locale.ROOT))) {
            names.add(text.substring(start, end).replace("\\", ""));
        }
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || "_@-.\\".indexOf(c) >= 0;
    }

    /** Tells whether a regular expression that goes on with {@code \.js} at an offset begins with a script's name. */
    private static boolean isNamed(String stem, String text, int dot) {
        int start = dot;
        while (start > 0 && dot - start < 100 && "\"'`;\n\r\t ".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        String before = text.substring(start, dot).replace("\\", "");
        int at = before.lastIndexOf(stem);
        return at >= 0 && (at == 0 || !Character.isLetterOrDigit(before.charAt(at - 1)));
    }

    /** Tells whether a string of a script ends with its file's name. */
    private static boolean isQuoted(String name, String text) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at > 0 && "\"'`/".indexOf(text.charAt(at - 1)) >= 0;
            if (begins && end < text.length() && "\"'`".indexOf(text.charAt(end)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String stem(LogicalPath path) {
        return VARIANT.matcher(path.stem()).replaceAll("");
    }

    /** Returns the files, sorted. */
    Set<LogicalPath> paths() {
        Set<LogicalPath> all = new TreeSet<>(paths);
        for (Asset asset : site.assets().values()) {
            LogicalPath path = asset.path();
            if (names.contains(path.fileName())) {
                all.add(path);
            }
            String name = path.fileName();
            int mark = name.lastIndexOf(SHARPER + ".");
            if (sharper && mark > 0) {
                site.asset(path.sibling(name.substring(0, mark) + name.substring(mark + SHARPER.length())))
                        .ifPresent(plain -> {
                            all.add(path);
                            all.add(plain.path());
                        });
            }
        }
        return all;
    }
}
