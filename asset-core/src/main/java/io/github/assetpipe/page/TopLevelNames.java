package io.github.assetpipe.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Collects what a script declares for all scripts of a page, from its tokens in order. */
final class TopLevelNames {
    private final Map<String, Integer> lexical = new HashMap<>();
    private final Set<String> declared = new HashSet<>();
    /** What declares names in the statement that is being read: {@code let}, {@code var}, … or empty. */
    private String declaring = "";
    /** Whether the next name is one that is declared. */
    private boolean binding;

    /** Tells of a word that begins a declaration. */
    void begin(String word) {
        declaring = word;
        binding = true;
    }

    /** Tells of any other word outside of brackets. */
    void name(String word, int start) {
        if (binding) {
            declare(word, start);
            binding = false;
        }
    }

    /** Tells of a word inside of brackets, such as those of a pattern. */
    void inPattern(String word, int start) {
        if (binding) {
            declare(word, start);
        }
    }

    private void declare(String word, int start) {
        if (declaring.equals("var") || declaring.equals("function")) {
            declared.add(word);
        } else {
            lexical.putIfAbsent(word, start);
        }
    }

    /** Tells of an opening bracket: parameters and bodies declare nothing here. */
    void open(char bracket) {
        if (bracket == '(' || declaring.equals("class") || declaring.equals("function")) {
            binding = false;
        }
    }

    /** Tells of the bracket that ends the outermost pair. */
    void close() {
        binding = false;
    }

    /** Tells of another character outside of brackets. */
    void punctuator(char c) {
        if (c == ';') {
            declaring = "";
            binding = false;
        } else if (c == ',') {
            binding = declaring.equals("let") || declaring.equals("const") || declaring.equals("var");
        } else if (c == '=') {
            binding = false;
        }
    }

    /** Returns the names by {@code let}, {@code const} and {@code class}, and where each is declared first. */
    Map<String, Integer> lexical() {
        return lexical;
    }

    /** Returns the names by {@code var} and {@code function}. */
    Set<String> declared() {
        return declared;
    }
}
