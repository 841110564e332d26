package io.github.assetpipe.maven;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.apache.maven.execution.MavenSession;

/**
 * One line of an interactive terminal that moves while a build works: pass, done and total, rate.
 *
 * <p>It is drawn at most ten times a second, and first when a pass has lasted for a third of one, so that quick builds show
 * nothing. Where nobody watches (in batch mode, in CI, when the output goes to a file, with {@code -T}) it is never
 * drawn; the log then has one line a pass as always. Safe for several threads.
 */
final class ProgressLine {
    private static final long FIRST_NANOS = 330_000_000;
    private static final long NEXT_NANOS = 100_000_000;
    private static final int WIDTH = 30;

    private final PrintStream terminal;
    private final boolean watched;
    private String pass = "";
    private long began;
    private long drawn;
    private int drawnLength;

    /** Creates a line on {@code terminal} that is drawn when somebody watches. */
    ProgressLine(PrintStream terminal, boolean watched) {
        this.terminal = terminal;
        this.watched = watched;
    }

    /** Returns the line of a Maven build. */
    static ProgressLine of(MavenSession session) {
        boolean alone = session.getRequest().getDegreeOfConcurrency() <= 1;
        boolean interactive = session.getRequest().isInteractiveMode();
        return new ProgressLine(System.out, interactive && alone && isTerminal(System.getenv()));
    }

    /** Tells whether standard output is a terminal that can go back to the beginning of a line, and not that of a CI. */
    static boolean isTerminal(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        boolean windows = environment.containsKey("WT_SESSION");
        boolean draws = windows || !(term.isEmpty() || term.equals("dumb"));
        // A console is there only when both input and output are interactive (until Java 22, where it says so itself).
        return System.console() != null && draws && !environment.containsKey("CI");
    }

    /** Shows how far a pass is, if it is time to. */
    synchronized void show(String name, int done, int total) {
        if (!watched) {
            return;
        }
        long now = System.nanoTime();
        if (!name.equals(pass) || done == 0) {
            pass = name;
            began = now;
            drawn = now + FIRST_NANOS - NEXT_NANOS;
        }
        if (total > 0 && now - drawn >= NEXT_NANOS) {
            drawn = now;
            draw(text(name, done, total, (now - began) / 1e9));
        }
    }

    /** Returns the line's text: {@code rewrite [=====>    ] 4210/10000  1290/s}. */
    static String text(String pass, int done, int total, double seconds) {
        int filled = (int) ((long) WIDTH * done / Math.max(1, total));
        String bar = "=".repeat(filled) + (filled < WIDTH ? ">" + " ".repeat(WIDTH - 1 - filled) : "");
        String rate = seconds > 0 ? String.format(Locale.ROOT, "  %.0f/s", done / seconds) : "";
        return String.format(Locale.ROOT, "%-12s [%s] %d/%d%s", pass, bar, done, total, rate);
    }

    private void draw(String text) {
        terminal.print('\r' + text + " ".repeat(Math.max(0, drawnLength - text.length())));
        terminal.flush();
        drawnLength = text.length();
    }

    /** Takes the line away, so that the log can go on in its place. */
    synchronized void clear() {
        if (drawnLength > 0) {
            terminal.print('\r' + " ".repeat(drawnLength) + '\r');
            terminal.flush();
            drawnLength = 0;
        }
    }
}
