package io.github.assetpipe.css.purge;

import io.github.assetpipe.css.ComplexSelector;
import io.github.assetpipe.css.CompoundSelector;
import io.github.assetpipe.css.SelectorList;
import io.github.assetpipe.css.SimpleSelector;
import io.github.assetpipe.css.purge.Reason.Kind;
import io.github.assetpipe.option.PurgeOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges selectors: one may match when each of its names may occur. How elements stand to each other is not asked.
 *
 * <p>A pseudo-class alone never drops a selector. Of {@code :is()}, {@code :where()}, {@code :has()} and
 * {@code :nth-child(of)} one argument must be possible; in {@code :not()} nothing need be; what reaches into a shadow
 * tree, or is not understood, is taken for possible. Not safe for several threads.
 */
final class SelectorJudge {
    private final NameJudge names;
    private final AttributeJudge attributes;
    private final NamePatterns deep;
    private final NamePatterns greedy;

    SelectorJudge(NameJudge names, PurgeOptions options) {
        this.names = names;
        this.attributes = new AttributeJudge(names, options);
        this.deep = new NamePatterns("safelistDeep", options.safelistDeep());
        this.greedy = new NamePatterns("safelistGreedy", options.safelistGreedy());
    }

    /** Returns why the selector can't match, or null when it may; then {@code found}, if given, gets the reasons. */
    @Nullable
    Reason obstacle(ComplexSelector selector, @Nullable List<Reason> found) {
        Reason whole = greedy.isEmpty() ? null : greedy(selector);
        if (whole != null) {
            add(found, whole);
            return null;
        }
        for (CompoundSelector compound : selector.compounds()) {
            for (SimpleSelector part : compound.parts()) {
                Reason below = deep.isEmpty() ? null : onList(deep, part);
                if (below != null) {
                    add(found, below);
                    return null;
                }
                Reason reason = simple(part, found);
                if (reason != null && !reason.keeps()) {
                    return reason;
                }
                if (reason != null) {
                    add(found, reason);
                }
            }
        }
        return null;
    }

    private static void add(@Nullable List<Reason> found, Reason reason) {
        if (found != null && !found.contains(reason)) {
            found.add(reason);
        }
    }

    private @Nullable Reason simple(SimpleSelector part, @Nullable List<Reason> found) {
        if (part instanceof SimpleSelector.ClassName name) {
            return names.name(name.name());
        }
        if (part instanceof SimpleSelector.Id id) {
            return names.name(id.name());
        }
        if (part instanceof SimpleSelector.Type type) {
            return type.name().equals("*") ? null : names.tag(type.name());
        }
        if (part instanceof SimpleSelector.Attribute attribute) {
            return attributes.judge(attribute);
        }
        return part instanceof SimpleSelector.Pseudo pseudo ? pseudo(pseudo, found) : null;
    }

    private @Nullable Reason pseudo(SimpleSelector.Pseudo pseudo, @Nullable List<Reason> found) {
        SelectorList list = pseudo.selectors();
        return list == null || !needsArgument(pseudo.name()) ? null : any(list, pseudo, found);
    }

    private @Nullable Reason any(SelectorList list, SimpleSelector.Pseudo pseudo, @Nullable List<Reason> found) {
        Reason first = null;
        boolean possible = false;
        for (ComplexSelector argument : list.selectors()) {
            Reason obstacle = obstacle(argument, found);
            possible |= obstacle == null;
            first = first == null ? obstacle : first;
        }
        if (possible) {
            return null;
        }
        return first == null ? Reason.of(Kind.MISSING, ":" + pseudo.name() + "()", "") : first;
    }

    /** Tells whether a functional pseudo-class matches only when one of its arguments does. */
    static boolean needsArgument(String name) {
        return switch (name) {
            case "is", "where", "matches", "-webkit-any", "-moz-any", "has", "nth-child", "nth-last-child" -> true;
            default -> false;
        };
    }

    /** Returns the reason when the safelist for descendants or the greedy one keeps what is nested in the selector. */
    @Nullable
    Reason keepsNested(ComplexSelector selector) {
        Reason whole = greedy.isEmpty() ? null : greedy(selector);
        if (whole != null || deep.isEmpty() || obstacle(selector, null) != null) {
            return whole;
        }
        for (CompoundSelector compound : selector.compounds()) {
            for (SimpleSelector part : compound.parts()) {
                Reason reason = onList(deep, part);
                if (reason != null) {
                    return reason;
                }
            }
        }
        return null;
    }

    /** Tells whether the greedy safelist keeps the selector. */
    boolean isGreedy(ComplexSelector selector) {
        return !greedy.isEmpty() && greedy(selector) != null;
    }

    private @Nullable Reason greedy(ComplexSelector selector) {
        for (CompoundSelector compound : selector.compounds()) {
            for (SimpleSelector part : compound.parts()) {
                Reason reason = onList(greedy, part);
                if (reason == null && part instanceof SimpleSelector.Pseudo pseudo && pseudo.selectors() != null) {
                    for (ComplexSelector argument : pseudo.selectors().selectors()) {
                        reason = reason == null ? greedy(argument) : reason;
                    }
                }
                if (reason != null) {
                    return reason;
                }
            }
        }
        return null;
    }

    private static @Nullable Reason onList(NamePatterns list, SimpleSelector part) {
        String name = nameOf(part);
        String entry = name == null ? null : list.match(name);
        return name == null || entry == null ? null : Reason.of(Kind.SAFELIST, name, entry);
    }

    private static @Nullable String nameOf(SimpleSelector part) {
        if (part instanceof SimpleSelector.ClassName name) {
            return name.name();
        }
        if (part instanceof SimpleSelector.Id id) {
            return id.name();
        }
        if (part instanceof SimpleSelector.Type type) {
            return type.name();
        }
        if (part instanceof SimpleSelector.Attribute attribute) {
            return attribute.name();
        }
        return part instanceof SimpleSelector.Pseudo pseudo ? pseudo.name() : null;
    }

    /** Tells whether the selector can match only below or on what the rule around matches. */
    static boolean needsParent(ComplexSelector selector) {
        boolean mentioned = false;
        for (CompoundSelector compound : selector.compounds()) {
            for (SimpleSelector part : compound.parts()) {
                if (part instanceof SimpleSelector.Nesting) {
                    return true;
                }
                mentioned |= part instanceof SimpleSelector.Pseudo pseudo && mentionsParent(pseudo);
            }
        }
        return !mentioned;
    }

    private static boolean mentionsParent(SimpleSelector.Pseudo pseudo) {
        if (pseudo.selectors() == null) {
            return false;
        }
        for (ComplexSelector argument : pseudo.selectors().selectors()) {
            for (CompoundSelector compound : argument.compounds()) {
                for (SimpleSelector part : compound.parts()) {
                    if (part instanceof SimpleSelector.Nesting
                            || part instanceof SimpleSelector.Pseudo inner && mentionsParent(inner)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
