package io.github.assetpipe.css.purge;

import io.github.assetpipe.css.AtRule;
import io.github.assetpipe.css.ComplexSelector;
import io.github.assetpipe.css.Declaration;
import io.github.assetpipe.css.Node;
import io.github.assetpipe.css.StyleRule;
import io.github.assetpipe.css.Stylesheet;
import io.github.assetpipe.css.TokenType;
import io.github.assetpipe.css.Tokens;
import io.github.assetpipe.css.purge.IgnoreComments.Range;
import io.github.assetpipe.css.purge.PlannedNode.Fate;
import io.github.assetpipe.css.purge.Reason.Kind;
import io.github.assetpipe.option.PurgeOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Cuts out of one stylesheet what was found unused: by its selectors, or because nothing refers to it, or because nothing
 * is left in it. All else stays, character by character.
 *
 * <p>Not safe for several threads.
 */
final class SheetCutter {
    private static final Set<String> EMPTIED =
            Set.of("media", "supports", "container", "scope", "starting-style", "document");

    private final Stylesheet sheet;
    private final String source;
    private final References references;
    private final PurgeOptions options;
    private final IgnoreComments comments;
    private final List<Verdict> verdicts;
    private final LayerOrder layers;
    private final List<Range> important;
    private final List<Range> cuts = new ArrayList<>();
    private boolean rulesStay;
    private boolean aloneStays;

    SheetCutter(
            Stylesheet sheet,
            References references,
            PurgeOptions options,
            IgnoreComments comments,
            List<Verdict> verdicts) {
        this.sheet = sheet;
        this.source = sheet.source();
        this.references = references;
        this.options = options;
        this.comments = comments;
        this.verdicts = verdicts;
        this.layers = new LayerOrder(sheet);
        this.important = importantComments();
    }

    /** Returns what goes: ranges in the order of the text, none of which touches another. */
    List<PurgedSheet.Cut> cut(List<PlannedNode> nodes) {
        cutAll(nodes, 0, source.length());
        cuts.sort(Comparator.comparingInt(Range::start));
        List<PurgedSheet.Cut> joined = new ArrayList<>();
        int start = 0;
        int end = 0;
        for (Range cut : cuts) {
            if (cut.start() > end) {
                add(joined, start, end);
                start = cut.start();
            }
            end = Math.max(end, cut.end());
        }
        add(joined, start, end);
        return joined;
    }

    private static void add(List<PurgedSheet.Cut> cuts, int start, int end) {
        if (end > start) {
            cuts.add(new PurgedSheet.Cut(start, end));
        }
    }

    private void cutSelectors(SelectorCuts selectors, boolean shared) {
        selectors.cut(shared, cuts);
        for (int i = 0; i < selectors.gone().size(); i++) {
            ComplexSelector selector = selectors.gone().get(i);
            String text = source.substring(selector.start(), selector.end());
            verdicts.add(new Verdict(
                    selector.start(), text, false, List.of(selectors.reasons().get(i))));
        }
    }

    /**
     * Returns whether something stays, and leaves in {@link #rulesStay} whether that is more than declarations, in
     * {@link #aloneStays} whether any of it does without a match of the rule around.
     */
    private boolean cutAll(List<PlannedNode> nodes, int from, int to) {
        boolean stays = false;
        boolean rules = false;
        boolean alone = false;
        int gap = from;
        for (PlannedNode planned : nodes) {
            comments(gap, planned.node().start());
            int mark = cuts.size();
            aloneStays = false;
            if (stays(planned)) {
                stays = true;
                alone |= planned.alone() || aloneStays;
                rules |= !(planned.node() instanceof Declaration);
            } else {
                cuts.subList(mark, cuts.size()).clear();
                remove(planned.node());
            }
            gap = planned.node().end();
        }
        comments(gap, to);
        rulesStay = rules;
        aloneStays = alone;
        return stays;
    }

    /** Takes out the comments that told the purger what to do. */
    private void comments(int from, int to) {
        if (!comments.isEmpty()) {
            for (Range comment : comments.between(from, to)) {
                cuts.add(new Range(spaceBefore(comment.start()), comment.end()));
            }
        }
    }

    private boolean stays(PlannedNode planned) {
        Node node = planned.node();
        if (planned.fate() == Fate.GOES || planned.fate() == Fate.STAYS) {
            if (!planned.goes() && !comments.isEmpty()) {
                commentsIn(node);
            }
            return !planned.goes();
        }
        if (node instanceof Declaration declaration) {
            return !options.variables()
                    || !declaration.isCustomProperty()
                    || references.usesVariable(declaration.name())
                    || rejected(node, declaration.name());
        }
        if (node instanceof AtRule rule) {
            return atRule(rule, planned);
        }
        StyleRule rule = (StyleRule) node;
        boolean stays = cutAll(planned.children(), rule.preludeEnd(), rule.end());
        if (planned.fate() == Fate.AROUND) {
            return rulesStay;
        }
        // What :not(&) matches hangs on every selector around it, the impossible ones too.
        if (planned.selectors() != null && !aloneStays) {
            cutSelectors(planned.selectors(), rulesStay);
        }
        return stays || planned.children().isEmpty();
    }

    private void commentsIn(Node node) {
        int gap = node.start();
        for (Node child : SelectorPlan.children(node)) {
            comments(gap, child.start());
            commentsIn(child);
            gap = child.end();
        }
        if (!(node instanceof Declaration)) {
            comments(gap, node.end());
        }
    }

    /** Notes that nothing uses {@code subject}; always false. */
    private boolean rejected(Node node, String subject) {
        verdicts.add(new Verdict(node.start(), subject, false, List.of(Reason.of(Kind.MISSING, subject, ""))));
        return false;
    }

    private boolean atRule(AtRule rule, PlannedNode planned) {
        if (planned.children().isEmpty()) {
            layers.mention(rule);
            String unused = NamedRule.unused(sheet, rule, references, options);
            return unused == null || rejected(rule, unused);
        }
        layers.enter(rule);
        boolean stays = cutAll(planned.children(), sheet.tokens().start(rule.limitToken()), rule.end());
        boolean ordered = layers.leave(rule);
        return stays
                || ordered
                || !EMPTIED.contains(rule.plainName()) && !rule.name().equals("layer");
    }

    /** Cuts a node with the white space before it; important comments in it stay. */
    private void remove(Node node) {
        int start = spaceBefore(node.start());
        int end = node.end();
        if (node instanceof Declaration) {
            int next = end;
            while (next < source.length() && Character.isWhitespace(source.charAt(next))) {
                next++;
            }
            end = next < source.length() && source.charAt(next) == ';' ? next + 1 : end;
        }
        for (int i = firstImportant(start);
                i < important.size() && important.get(i).end() <= end;
                i++) {
            cuts.add(new Range(start, important.get(i).start()));
            start = important.get(i).end();
        }
        cuts.add(new Range(start, end));
    }

    /** Returns the comments that licences are kept in, but not those to the purger. */
    private List<Range> importantComments() {
        List<Range> found = new ArrayList<>();
        if (source.contains("/*!")) {
            Tokens tokens = sheet.tokens();
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.type(i) == TokenType.COMMENT
                        && source.startsWith("/*!", tokens.start(i))
                        && comments.between(tokens.start(i), tokens.end(i)).isEmpty()) {
                    found.add(new Range(tokens.start(i), tokens.end(i)));
                }
            }
        }
        return found;
    }

    private int firstImportant(int offset) {
        int low = 0;
        int high = important.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (important.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int spaceBefore(int offset) {
        int at = offset;
        while (at > 0 && " \t\r\n\f".indexOf(source.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }
}
