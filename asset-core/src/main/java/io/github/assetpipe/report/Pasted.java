package io.github.assetpipe.report;

import io.github.assetpipe.transform.SassOutline.Import;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the imports of a file again, those that bring nothing of use as comments. */
final class Pasted {
    private final StringBuilder out = new StringBuilder();
    private boolean unused;

    /** Gives what a file does beside importing. */
    interface Between {
        /** Returns the statements of {@code file} between two of its lines. */
        List<String> of(String file, int after, int before);
    }

    /** Adds an import as it is, or as a comment. */
    void add(Import one, ImportFact fact) {
        if (one.rule().equals("@import")) {
            line(fact.unused(), one.shown() + ";", fact);
        } else if (fact.unused()) {
            one.statement().lines().forEach(l -> out.append("// ").append(l).append('\n'));
            out.insert(out.length() - 1, "  // " + fact.verdict());
            unused = true;
        } else {
            out.append(one.statement()).append('\n');
        }
    }

    /** Adds the imports of the library's file that an import brings, one by one, in place of it. */
    void addParts(Import one, List<ImportFact> parts, Between includes) {
        out.append("// ").append(one.shown()).append(", part by part:\n");
        out.append(variables(one.statement()));
        Map<String, Integer> lines = new HashMap<>();
        for (ImportFact part : parts) {
            Integer previous = lines.put(part.file(), part.line());
            includes.of(part.file(), previous == null ? 0 : previous, part.line())
                    .forEach(s -> out.append(s).append('\n'));
            line(part.unused(), "@import \"" + url(part.target()) + "\";", part);
        }
    }

    private void line(boolean isUnused, String statement, ImportFact fact) {
        out.append(isUnused ? "// " : "").append(statement);
        out.append(isUnused ? "  // " + fact.verdict() : "").append('\n');
        unused |= isUnused;
    }

    /** Tells whether anything is commented out. */
    boolean hasUnused() {
        return unused;
    }

    /** Returns the list. */
    String text() {
        return out.toString();
    }

    /** A library's file as users import it: without underscore and extension. */
    private static String url(String file) {
        String path = file.startsWith("node_modules/") ? file.substring("node_modules/".length()) : file;
        int slash = path.lastIndexOf('/') + 1;
        String name = path.substring(slash).replaceFirst("^_", "").replaceFirst("\\.(scss|sass|css)$", "");
        return path.substring(0, slash) + name;
    }

    /** The configuration of a module as the variables that an import takes: {@code with ($a: b, $c: d)}. */
    private static String variables(String statement) {
        int with = statement.indexOf(" with");
        int open = with < 0 ? -1 : statement.indexOf('(', with);
        int close = statement.lastIndexOf(')');
        if (open < 0 || close < open) {
            return "";
        }
        StringBuilder variables = new StringBuilder();
        StringBuilder one = new StringBuilder();
        int depth = 0;
        char quote = 0;
        for (int i = open + 1; i < close; i++) {
            char c = statement.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (c == ',' && depth == 0) {
                variable(variables, one);
                continue;
            }
            one.append(c);
        }
        variable(variables, one);
        return variables.toString();
    }

    private static void variable(StringBuilder variables, StringBuilder one) {
        String text = one.toString().strip();
        if (!text.isEmpty()) {
            variables.append(text).append(";\n");
        }
        one.setLength(0);
    }
}
