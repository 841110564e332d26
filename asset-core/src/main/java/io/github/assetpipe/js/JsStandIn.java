package io.github.assetpipe.js;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A script's text with stand-ins of the same length for what an older compiler does not take or does not keep.
 *
 * <p>Because every stand-in is as long as what it stands for, positions in the text stay valid. {@link #restore} puts the
 * originals back into what the compiler made of the text. Directives {@code "use strict"}, {@code import(...)} and private
 * names stand in; comments that must stay are blanked, to be printed by us.
 */
public final class JsStandIn {
    private static final String STRICT = "use strict";
    private static final String IMPORT = "import";

    private final String text;
    private final Map<String, String> originals;

    private JsStandIn(String text, Map<String, String> originals) {
        this.text = text;
        this.originals = originals;
    }

    /** Returns the text to compile. */
    public String text() {
        return text;
    }

    /** Returns compiled text with the originals in their places. */
    public String restore(String compiled) {
        String result = compiled;
        for (Map.Entry<String, String> entry : originals.entrySet()) {
            result = result.replace(entry.getKey(), entry.getValue());
        }
        return result;
    }

    /** Makes the stand-in of a parsed script. */
    static JsStandIn of(String source, JsNode program, List<int[]> licences) {
        StringBuilder text = new StringBuilder(source);
        Map<String, String> originals = new TreeMap<>();
        Scan scan = new Scan();
        scan.visit(program);
        String strict = unused(source, "use kept", 10);
        String imported = unused(source, "imp_", 6);
        String mark = unusedLetter(source);
        for (JsNode node : scan.found) {
            switch (node.kind) {
                case DIRECTIVE -> {
                    text.replace(node.start + 1, node.start + 1 + STRICT.length(), strict);
                    originals.put("\"" + strict + "\"", "\"" + STRICT + "\"");
                }
                case IMPORT_CALL -> {
                    text.replace(node.start, node.start + IMPORT.length(), imported);
                    originals.put(imported, IMPORT);
                }
                default -> {
                    text.replace(node.start, node.start + 1, mark);
                    originals.put(mark, "#");
                    originals.put(String.format(Locale.ROOT, "\\u%04x", (int) mark.charAt(0)), "#");
                }
            }
        }
        for (int[] licence : licences) {
            for (int i = licence[0]; i < licence[1]; i++) {
                if (!JsChars.isLineEnd(source.charAt(i))) {
                    text.setCharAt(i, ' ');
                }
            }
        }
        return new JsStandIn(text.toString(), originals);
    }

    private static String unused(String source, String start, int length) {
        int rest = length - start.length();
        for (int i = 0; ; i++) {
            String number = Integer.toString(i, 36);
            String candidate = start + "0".repeat(Math.max(0, rest - number.length())) + number;
            if (!source.contains(candidate)) {
                return candidate;
            }
        }
    }

    private static String unusedLetter(String source) {
        char letter = '\u13a0'; // A Cherokee letter: part of a name, in nobody's program.
        while (source.indexOf(letter) >= 0) {
            letter++;
        }
        return String.valueOf(letter);
    }

    /** Returns why the script is not for an older compiler, or empty when a stand-in does for it. */
    static Optional<String> obstacle(JsNode program) {
        Scan scan = new Scan();
        scan.visit(program);
        return Optional.ofNullable(scan.obstacle.isEmpty() ? null : scan.obstacle);
    }

    private static final class Scan {
        private final List<JsNode> found = new ArrayList<>();
        private String obstacle = "";

        void visit(JsNode node) {
            switch (node.kind) {
                case DIRECTIVE -> {
                    if (node.text.length() == STRICT.length() + 2 && node.text.startsWith(STRICT, 1)) {
                        found.add(node);
                    }
                }
                case IMPORT_CALL -> {
                    found.add(node);
                    note(!node.text.equals(IMPORT), "a phase of import");
                }
                case PRIVATE -> found.add(node);
                case ASSIGN ->
                    note(
                            node.text.equals("??=") || node.text.equals("||=") || node.text.equals("&&="),
                            "an assignment with " + node.text);
                case REGEX ->
                    note(
                            node.text.substring(node.text.lastIndexOf('/')).indexOf('v') > 0,
                            "a regular expression with the flag v");
                case VAR -> note(node.text.endsWith("using"), "a using declaration");
                case FIELD, METHOD -> note(node.has(JsNode.ACCESSOR), "an accessor field");
                default -> {
                    // Nothing that a compiler of 2024 does not know.
                }
            }
            node.children.forEach(this::visit);
        }

        private void note(boolean isSo, String what) {
            if (isSo && obstacle.isEmpty()) {
                obstacle = what;
            }
        }
    }
}
