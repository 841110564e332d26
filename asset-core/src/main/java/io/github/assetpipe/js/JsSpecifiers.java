package io.github.assetpipe.js;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The files that a script names for the browser to load: specifiers of {@code import} and {@code export from}, of
 * {@code import()} with a literal, {@code new URL('x', import.meta.url)}, and workers by a path from the root.
 *
 * <p>{@code new Worker('x.js')} is no such name: browsers resolve it against the page, which a script does not know.
 */
public final class JsSpecifiers {
    private static final Pattern WORKER = Pattern.compile("Worker\\s{0,9}\\(\\s{0,9}[\"'`]/");

    /** How a name is resolved. */
    public enum Kind {
        /** As a module specifier: relative with {@code ./}, from the root with {@code /}, or bare by an import map. */
        MODULE,
        /** Like {@link #MODULE}, but only when an {@code import()} is run. */
        DYNAMIC,
        /** As a URL against the script's own. */
        URL
    }

    /**
     * A name.
     *
     * @param start offset after its opening quote
     * @param end offset of its closing quote
     * @param text what stands between, without escapes
     * @param kind how it is resolved
     */
    public record Specifier(int start, int end, String text, Kind kind) {}

    /**
     * What a script names.
     *
     * @param module whether it is a module
     * @param specifiers the names, in order
     * @param computed the literal beginnings of names that {@code import()} computes, empty for one that begins with no
     *     literal
     */
    public record Found(boolean module, List<Specifier> specifiers, List<String> computed) {}

    private static final Found NONE = new Found(false, List.of(), List.of());

    private final List<Specifier> specifiers = new ArrayList<>();
    private final List<String> computed = new ArrayList<>();

    private JsSpecifiers() {}

    /** Tells quickly whether a script may name anything; many say nothing of the kind, and need not be parsed. */
    public static boolean mayName(String source) {
        return hasWord(source, "import")
                || hasWord(source, "export")
                || (source.contains("Worker") && WORKER.matcher(source).find());
    }

    /** Every script of a site is asked several times, so this is no regular expression. */
    private static boolean hasWord(String source, String word) {
        int at = source.indexOf(word);
        while (at >= 0) {
            int end = at + word.length();
            boolean begins = at == 0 || !isPart(source.charAt(at - 1)) && source.charAt(at - 1) != '.';
            if (begins && (end == source.length() || !isPart(source.charAt(end)))) {
                return true;
            }
            at = source.indexOf(word, end);
        }
        return false;
    }

    private static boolean isPart(char c) {
        return c == '_' || c == '$' || Character.isLetterOrDigit(c);
    }

    /**
     * Returns what a script names; nothing for one that is not understood. A deep script needs a thread with a deep stack
     * ({@link JsFile#STACK}).
     */
    public static Found of(String source) {
        if (!mayName(source)) {
            return NONE;
        }
        try {
            JsProgram parsed = JsProgram.parse(source);
            JsSpecifiers found = new JsSpecifiers();
            found.walk(parsed.program());
            found.specifiers.sort(Comparator.comparingInt(Specifier::start));
            return new Found(parsed.module(), List.copyOf(found.specifiers), List.copyOf(found.computed));
        } catch (JsSyntaxException e) {
            return NONE;
        }
    }

    private void walk(JsNode program) {
        Deque<JsNode> open = new ArrayDeque<>();
        open.push(program);
        while (!open.isEmpty()) {
            JsNode node = open.pop();
            visit(node);
            node.children.forEach(open::push);
        }
    }

    private void visit(JsNode node) {
        switch (node.kind) {
            case IMPORT, EXPORT_NAMED, EXPORT_ALL -> {
                JsNode source = node.child(node.size() - 2);
                if (source.is(JsKind.STRING)) {
                    literal(source, Kind.MODULE);
                }
            }
            case IMPORT_CALL -> {
                if (node.size() > 0 && !literal(node.child(0), Kind.DYNAMIC)) {
                    computed.add(beginning(node.child(0)));
                }
            }
            case NEW -> created(node);
            default -> {}
        }
    }

    private void created(JsNode node) {
        if (!node.child(0).is(JsKind.NAME) || node.size() < 2) {
            return;
        }
        String name = node.child(0).text;
        JsNode address = node.child(1);
        boolean own = name.equals("URL") && node.size() > 2 && isOwnUrl(node.child(2));
        boolean worker = (name.equals("Worker") || name.equals("SharedWorker"))
                && beginning(address).startsWith("/");
        if (own || worker) {
            literal(address, Kind.URL);
        }
    }

    private static boolean isOwnUrl(JsNode node) {
        return node.is(JsKind.MEMBER)
                && node.child(0).is(JsKind.META)
                && node.child(0).text.equals("import.meta")
                && node.child(1).text.equals("url");
    }

    /** Takes a literal; returns whether it is one that can be read and written as it stands. */
    private boolean literal(JsNode node, Kind kind) {
        int start = node.start;
        if (node.is(JsKind.STRING)) {
            start++;
        } else if (node.is(JsKind.TEMPLATE) && node.size() == 1) {
            node = node.child(0);
            start = node.start;
        } else {
            return false;
        }
        String text = beginning(node);
        if (text.length() != node.end - 1 - start) {
            return false;
        }
        specifiers.add(new Specifier(start, node.end - 1, text, kind));
        return true;
    }

    /** Returns the literal text that an expression certainly begins with, up to the first escape. */
    private static String beginning(JsNode node) {
        JsNode first = node;
        while (first.is(JsKind.BINARY) && first.text.equals("+") || first.is(JsKind.TEMPLATE)) {
            first = first.child(0);
        }
        String text = switch (first.kind) {
            case STRING -> first.text.substring(1, first.text.length() - 1);
            case TEMPLATE_TEXT -> first.text;
            default -> "";
        };
        int escape = text.indexOf('\\');
        return escape < 0 ? text : text.substring(0, escape);
    }
}
