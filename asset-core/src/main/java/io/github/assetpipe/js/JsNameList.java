package io.github.assetpipe.js;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that variables get, the shortest first; made as they are asked for. */
final class JsNameList {
    /** Words that are no names, or would be confusing ones. */
    private static final Set<String> RESERVED = Set.of(
            "as",
            "do",
            "if",
            "in",
            "is",
            "of",
            "for",
            "new",
            "try",
            "var",
            "let",
            "get",
            "set",
            "int",
            "NaN",
            "case",
            "else",
            "enum",
            "eval",
            "null",
            "this",
            "true",
            "void",
            "with",
            "await",
            "break",
            "catch",
            "class",
            "const",
            "false",
            "super",
            "throw",
            "while",
            "yield",
            "arguments",
            "undefined");

    private static final int ONE_LETTER = 54;
    private static final int LETTERS = 64;
    private static final int LONGEST = 3;

    private final String letters;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private int next;

    /** Creates a list; {@code letters} are the 54 that may start a name, then the others. */
    JsNameList(String letters) {
        this.letters = letters;
    }

    /** Returns the name at {@code index}, 0 or more. */
    String get(int index) {
        while (names.size() <= index) {
            String name = spell(next++);
            if (!RESERVED.contains(name)) {
                indexes.put(name, names.size());
                names.add(name);
            }
        }
        return names.get(index);
    }

    /** Returns the length of the name at {@code index}, as if no word were reserved. */
    static int length(int index) {
        int length = 1;
        for (int rest = index / ONE_LETTER; rest > 0; rest = (rest - 1) / LETTERS) {
            length++;
        }
        return length;
    }

    /** Returns where a name stands in the list, or -1 when it is none of the list, or too long to meet one. */
    int indexOf(String name) {
        if (name.length() > LONGEST || RESERVED.contains(name)) {
            return -1;
        }
        for (int i = 0; i < name.length(); i++) {
            if (letters.indexOf(name.charAt(i)) < 0) {
                return -1;
            }
        }
        Integer known = indexes.get(name);
        while (known == null) {
            get(names.size());
            known = indexes.get(name);
        }
        return known;
    }

    private String spell(int index) {
        StringBuilder out = new StringBuilder().append(letters.charAt(index % ONE_LETTER));
        for (int rest = index / ONE_LETTER; rest > 0; rest /= letters.length()) {
            rest--;
            out.append(letters.charAt(rest % letters.length()));
        }
        return out.toString();
    }
}
