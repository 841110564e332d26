package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A piece of a stylesheet on its way to the printer. Mutable, owned by one minifier run. */
abstract sealed class Item {
    /** Offset in the source, for the source map. */
    final int source;

    /** Where the merger's present pass has put it. */
    int place;

    /** The last pass of {@link Overrides} in which it lost something. */
    int touched;

    Item(int source) {
        this.source = source;
    }

    /** A rule with selectors (or keyframe selectors), declarations, and what is nested in it. */
    static final class Rule extends Item {
        List<Selector> selectors;
        List<Decl> declarations;
        private List<Item> nested;

        /** Whether the selectors are those of keyframes. */
        final boolean frame;

        private static final int LONG = 64;
        private static final int FEW = 12;

        private boolean isFlat;
        private boolean isLong;

        /** Whether all selectors are known: worked out when asked for, 0 until then, 1 for yes, 2 for no. */
        private byte joinable;

        /** What kept the rule from being moved when the merger last tried. */
        @Nullable
        Item blocker;

        /** The last pass of {@link Overrides} that has found a selector of the rule in another one. */
        int repeated;

        /** The selectors as a set, once there are more than few and some were added. */
        private @Nullable Set<Selector> present;

        private boolean isOwnList;
        private Key @Nullable [] keys;
        private @Nullable Key selectorKey;
        private @Nullable Key bodyKey;
        private long families;
        private boolean hasFamilies;
        private int specificity = -2;

        Rule(int source, List<Selector> selectors, List<Decl> declarations, List<Item> nested, boolean frame) {
            super(source);
            this.selectors = selectors;
            this.declarations = declarations;
            this.nested = nested;
            this.frame = frame;
            this.isFlat = nested.isEmpty();
            this.isLong = selectors.size() > LONG;
        }

        /** Returns what is nested in the rule. */
        List<Item> nested() {
            return nested;
        }

        void setNested(List<Item> changed) {
            nested = changed;
            isFlat = changed.isEmpty();
        }

        /** Tells whether nothing is nested in the rule. */
        boolean isFlat() {
            return isFlat;
        }

        /** Returns the key of each selector. */
        Key[] keys(Keys all) {
            Key[] out = keys;
            if (out == null) {
                out = new Key[selectors.size()];
                for (int i = 0; i < out.length; i++) {
                    out[i] = selectors.get(i).key(all);
                }
                keys = out;
            }
            return out;
        }

        /** Returns the key of all selectors together, the same for rules that select the same in another order. */
        Key selectorKey(Keys all) {
            Key key = selectorKey;
            if (key == null) {
                key = selectors.size() == 1 ? keys(all)[0] : all.list(keys(all));
                selectorKey = key;
            }
            return key;
        }

        /** Returns the key of the declarations. */
        Key bodyKey(Keys all) {
            Key key = bodyKey;
            if (key == null) {
                key = all.body(declarations);
                bodyKey = key;
            }
            return key;
        }

        /** Returns the declarations as text. */
        String bodyText() {
            int length = declarations.size();
            for (int i = 0; i < declarations.size(); i++) {
                length += declarations.get(i).key.length();
            }
            StringBuilder out = new StringBuilder(length);
            for (int i = 0; i < declarations.size(); i++) {
                out.append(i == 0 ? "" : ";").append(declarations.get(i).key);
            }
            return out.toString();
        }

        /** Returns a bit for every family that is declared; 0 in no bit means that it is certainly not. */
        long families() {
            if (!hasFamilies) {
                long bits = 0;
                for (int i = 0; i < declarations.size(); i++) {
                    bits |= declarations.get(i).familyBit;
                }
                families = bits;
                hasFamilies = true;
            }
            return families;
        }

        /** Returns the specificity that all selectors have, or -1 when they differ or it is not known. */
        int specificity() {
            if (isLong()) {
                return -1;
            }
            if (specificity == -2) {
                int common = selectors.get(0).specificity();
                for (int i = 1; i < selectors.size(); i++) {
                    if (selectors.get(i).specificity() != common) {
                        common = -1;
                    }
                }
                specificity = common;
            }
            return specificity;
        }

        /** Tells whether all selectors are understood by every browser, so that they may share a list. */
        boolean isJoinable() {
            if (joinable == 0) {
                joinable = 1;
                for (int i = 0; i < selectors.size(); i++) {
                    joinable = selectors.get(i).known() ? joinable : 2;
                }
            }
            return joinable == 1;
        }

        /** Replaces the selectors. */
        void setSelectors(List<Selector> changed) {
            selectors = changed;
            present = null;
            isOwnList = false;
            joinable = 0;
            forgetSelectors();
        }

        private void forgetSelectors() {
            isLong = selectors.size() > LONG;
            selectorKey = null;
            keys = null;
            specificity = -2;
        }

        /** Adds selectors that are not there yet. */
        void addSelectors(List<Selector> more) {
            if (!isOwnList) {
                selectors = new ArrayList<>(selectors);
                isOwnList = true;
            }
            if (present == null && selectors.size() + more.size() > FEW) {
                present = new HashSet<>(selectors);
            }
            Set<Selector> known = present;
            for (int i = 0; i < more.size(); i++) {
                Selector selector = more.get(i);
                if (known == null ? !selectors.contains(selector) : known.add(selector)) {
                    selectors.add(selector);
                }
            }
            forgetSelectors();
        }

        /** Tells whether the rule has so many selectors that comparing them all would take too long. */
        boolean isLong() {
            return isLong;
        }

        void setDeclarations(List<Decl> changed) {
            declarations = changed;
            bodyKey = null;
            hasFamilies = false;
        }
    }

    /** An at-rule; {@code body} is null when it ends with a semicolon. */
    static final class At extends Item {
        final String name;
        final String prelude;
        final @Nullable List<Item> body;

        /** What {@link Interference#families} found; when something in the body changes, the rule is made anew. */
        long families;

        boolean hasFamilies;

        At(int source, String name, String prelude, @Nullable List<Item> body) {
            super(source);
            this.name = name;
            this.prelude = prelude;
            this.body = body;
        }

        boolean isSameCondition(At other) {
            return name.equals(other.name) && prelude.equals(other.prelude);
        }
    }

    /** Declarations that stand in a block without a selector of their own. */
    static final class Loose extends Item {
        List<Decl> declarations;

        Loose(int source, List<Decl> declarations) {
            super(source);
            this.declarations = declarations;
        }
    }

    /** Text that is printed as it is. */
    static final class Raw extends Item {
        final String text;

        Raw(int source, String text) {
            super(source);
            this.text = text;
        }
    }
}
