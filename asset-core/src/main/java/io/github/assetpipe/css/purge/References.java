package io.github.assetpipe.css.purge;

import io.github.assetpipe.css.AtRule;
import io.github.assetpipe.css.Declaration;
import io.github.assetpipe.css.Node;
import io.github.assetpipe.css.Stylesheet;
import io.github.assetpipe.css.TokenType;
import io.github.assetpipe.css.Tokens;
import io.github.assetpipe.css.Verbatim;
import io.github.assetpipe.option.PurgeOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the rules that stay refer to, over all stylesheets: keyframes, counter styles, font families, custom properties.
 *
 * <p>A custom property's own references count once something uses it. What a text of the site names counts as well.
 * All is added first, then {@link #close()}, by one thread; then it may be asked by several.
 */
final class References {
    private final NameJudge names;
    private final PurgeOptions options;
    private final NamePatterns safeKeyframes;
    private final NamePatterns safeVariables;
    private final Map<String, List<ValueFacts>> definitions = new HashMap<>();
    private final Map<String, List<ValueFacts>> counterStyles = new HashMap<>();
    private final Set<String> variables = new HashSet<>();
    private final Set<String> keyframes = new HashSet<>();
    private final Set<String> counters = new HashSet<>();
    private final Set<String> fonts = new HashSet<>();
    private final Deque<String> pending = new ArrayDeque<>();

    References(NameJudge names, PurgeOptions options) {
        this.names = names;
        this.options = options;
        this.safeKeyframes = new NamePatterns("safelistKeyframes", options.safelistKeyframes());
        this.safeVariables = new NamePatterns("safelistVariables", options.safelistVariables());
    }

    /** Adds what the planned nodes that stay refer to. */
    void addAll(Stylesheet sheet, List<PlannedNode> nodes) {
        for (PlannedNode planned : nodes) {
            if (planned.children().isEmpty()) {
                if (!planned.goes()) {
                    add(sheet, planned.node());
                }
            } else {
                addOwn(sheet, planned.node());
                boolean dead = planned.fate() == PlannedNode.Fate.AROUND;
                addAll(
                        sheet,
                        dead
                                ? planned.children().stream()
                                        .filter(child -> !(child.node() instanceof Declaration))
                                        .toList()
                                : planned.children());
            }
        }
    }

    /** Adds what a node that stays whole refers to. */
    void add(Stylesheet sheet, Node node) {
        addOwn(sheet, node);
        if (!(node instanceof AtRule rule) || !NamedRule.definesByDescriptors(rule)) {
            for (Node child : SelectorPlan.children(node)) {
                add(sheet, child);
            }
        }
    }

    private void addOwn(Stylesheet sheet, Node node) {
        if (node instanceof Declaration declaration) {
            declaration(sheet.tokens(), declaration);
        } else if (node instanceof AtRule rule && rule.plainName().equals("counter-style")) {
            counterStyle(sheet, rule);
        } else if (node instanceof AtRule rule && !NamedRule.definesByDescriptors(rule)) {
            variables(sheet.tokens(), rule.firstToken(), rule.limitToken());
        } else if (node instanceof Verbatim) {
            Tokens tokens = Tokens.of(sheet.text(node));
            anything(ValueFacts.of(tokens, 0, tokens.size()));
        }
    }

    private void counterStyle(Stylesheet sheet, AtRule rule) {
        List<ValueFacts> facts = counterStyles.computeIfAbsent(NamedRule.name(sheet, rule), n -> new ArrayList<>());
        for (Node child : SelectorPlan.children(rule)) {
            if (child instanceof Declaration declaration) {
                facts.add(ValueFacts.of(sheet.tokens(), declaration.firstToken(), declaration.limitToken()));
            }
        }
    }

    private void declaration(Tokens tokens, Declaration declaration) {
        int first = declaration.firstToken();
        int limit = declaration.limitToken();
        if (declaration.isCustomProperty()) {
            definitions
                    .computeIfAbsent(declaration.name(), n -> new ArrayList<>())
                    .add(ValueFacts.of(tokens, first, limit));
            return;
        }
        variables(tokens, first, limit);
        String property = declaration.name();
        switch (property.startsWith("-") ? property.substring(property.indexOf('-', 1) + 1) : property) {
            case "animation", "animation-name" ->
                keyframes.addAll(ValueFacts.of(tokens, first, limit).names());
            case "font", "font-family" ->
                fonts.add(ValueFacts.of(tokens, first, limit).text());
            case "list-style", "list-style-type", "content" ->
                counters.addAll(ValueFacts.of(tokens, first, limit).names());
            default -> {}
        }
    }

    /** Most values name no custom property, and need no closer look. */
    private void variables(Tokens tokens, int first, int limit) {
        for (int i = first; i < limit; i++) {
            TokenType type = tokens.type(i);
            if ((type == TokenType.IDENT || type == TokenType.FUNCTION)
                    && (tokens.source().startsWith("--", tokens.start(i))
                            || tokens.source().startsWith("\\", tokens.start(i)))
                    && tokens.name(i).startsWith("--")) {
                use(tokens.name(i));
            }
        }
    }

    private void anything(ValueFacts facts) {
        facts.variables().forEach(this::use);
        keyframes.addAll(facts.names());
        counters.addAll(facts.names());
        fonts.add(facts.text());
    }

    private void use(String variable) {
        if (variables.add(variable)) {
            pending.add(variable);
        }
    }

    /** Follows custom properties and counter styles from what uses them. */
    void close() {
        for (String variable : definitions.keySet()) {
            if (!options.variables() || safeVariables.match(variable) != null || isSeen(variable)) {
                use(variable);
            }
        }
        while (!pending.isEmpty()) {
            definitions.getOrDefault(pending.remove(), List.of()).forEach(this::anything);
        }
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map.Entry<String, List<ValueFacts>> style : counterStyles.entrySet()) {
                if (usesCounterStyle(style.getKey())) {
                    for (ValueFacts facts : style.getValue()) {
                        grown |= counters.addAll(facts.names());
                    }
                }
            }
        }
    }

    private boolean isSeen(String name) {
        return names.seen(name, name, false).keeps();
    }

    /** Tells whether something uses a custom property; ask with both dashes. */
    boolean usesVariable(String name) {
        return variables.contains(name) || isSeen(name) || safeVariables.match(name) != null;
    }

    /** Tells whether something uses keyframes. */
    boolean usesKeyframes(String name) {
        return keyframes.contains(name) || safeKeyframes.match(name) != null || isSeen(name);
    }

    /** Tells whether something uses a counter style. */
    boolean usesCounterStyle(String name) {
        return counters.contains(name) || isSeen(name);
    }

    /** Tells whether something uses a font family; case does not count. */
    boolean usesFont(String family) {
        String plain = family.toLowerCase(Locale.ROOT);
        if (fonts.stream().anyMatch(text -> text.contains(plain))) {
            return true;
        }
        List<int[]> words = NameJudge.words(plain);
        return words.stream().allMatch(word -> names.word(plain.substring(word[0], word[1]), true) != null);
    }
}
