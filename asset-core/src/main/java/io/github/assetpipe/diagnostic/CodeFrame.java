package io.github.assetpipe.diagnostic;

/**
 * Renders a {@link Diagnostic} as text: a headline with {@code file:line:column}, the line itself, a marker and the hint.
 *
 * <p>Very long lines (minified sources) are cut to a window around the column. Stateless and safe for several threads.
 */
public final class CodeFrame {
    private static final int MAX_WIDTH = 160;

    private CodeFrame() {}

    /** Returns the rendered diagnostic without a trailing line end. */
    public static String render(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        Location location = diagnostic.location();
        if (location != null) {
            out.append(location).append(": ");
        }
        out.append(diagnostic.severity().word())
                .append(" [")
                .append(diagnostic.id())
                .append("] ")
                .append(diagnostic.message());
        if (location != null && location.line() > 0 && location.lineText() != null) {
            frame(out, location, location.lineText());
        }
        if (diagnostic.hint() != null) {
            out.append("\n  hint: ").append(diagnostic.hint());
        }
        return out.toString();
    }

    private static void frame(StringBuilder out, Location location, String line) {
        int width = Integer.toString(location.line()).length();
        int column = Math.max(1, Math.min(location.column(), line.length() + 1));
        int cut = column > MAX_WIDTH - 40 ? column - MAX_WIDTH / 2 : 0;
        String previous = location.previousLine();
        if (previous != null && cut == 0) {
            gutter(out, location.line() - 1, width).append(window(previous, 0));
        }
        gutter(out, location.line(), width).append(window(line, cut));
        if (location.column() > 0) {
            out.append("\n  ").append(" ".repeat(width)).append(" | ");
            for (int i = cut; i < column - 1; i++) {
                // A tab keeps the marker under its character whatever the terminal's tab width is.
                out.append(line.charAt(i) == '\t' ? '\t' : ' ');
            }
            int room = Math.min(line.length(), cut + MAX_WIDTH) - (column - 1);
            out.append("^".repeat(Math.max(1, Math.min(location.length(), room))));
        }
    }

    private static StringBuilder gutter(StringBuilder out, int line, int width) {
        String number = Integer.toString(line);
        return out.append("\n  ")
                .append(" ".repeat(Math.max(0, width - number.length())))
                .append(number)
                .append(" | ");
    }

    private static String window(String line, int from) {
        return line.substring(Math.min(from, line.length()), Math.min(line.length(), from + MAX_WIDTH));
    }
}
