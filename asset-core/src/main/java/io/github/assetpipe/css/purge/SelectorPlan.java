package io.github.assetpipe.css.purge;

import io.github.assetpipe.css.AtRule;
import io.github.assetpipe.css.ComplexSelector;
import io.github.assetpipe.css.Declaration;
import io.github.assetpipe.css.KeyframeRule;
import io.github.assetpipe.css.Node;
import io.github.assetpipe.css.SelectorList;
import io.github.assetpipe.css.StyleRule;
import io.github.assetpipe.css.Stylesheet;
import io.github.assetpipe.css.purge.PlannedNode.Fate;
import io.github.assetpipe.css.purge.Reason.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides by its selectors what of one stylesheet may stay. Not safe for several threads. */
final class SelectorPlan {
    private static final Set<String> GROUPS =
            Set.of("media", "supports", "layer", "container", "scope", "starting-style", "document", "when", "else");

    /** What the rule around means for nested selectors; {@code keeps} when a safelist keeps all of them. */
    private record Around(
            @Nullable Reason obstacle, @Nullable Reason keeps) {}

    private static final Around NOTHING = new Around(null, null);

    private final Stylesheet sheet;
    private final SelectorJudge judge;
    private final IgnoreComments comments;
    private final List<Verdict> verdicts;
    private final boolean explain;

    SelectorPlan(
            Stylesheet sheet, SelectorJudge judge, IgnoreComments comments, List<Verdict> verdicts, boolean explain) {
        this.sheet = sheet;
        this.judge = judge;
        this.comments = comments;
        this.verdicts = verdicts;
        this.explain = explain;
    }

    /** Plans the whole stylesheet. */
    List<PlannedNode> plan() {
        return plan(sheet.children(), 0, NOTHING);
    }

    private List<PlannedNode> plan(List<Node> nodes, int from, Around around) {
        List<PlannedNode> planned = new ArrayList<>(nodes.size());
        int gap = from;
        for (Node node : nodes) {
            String comment = comments.isEmpty() ? null : comments.keeping(node, gap, children(node));
            planned.add(comment == null ? plan(node, around) : kept(node, comment));
            gap = node.end();
        }
        return planned;
    }

    static List<Node> children(Node node) {
        if (node instanceof StyleRule rule) {
            return rule.children();
        }
        if (node instanceof KeyframeRule rule) {
            return rule.children();
        }
        return node instanceof AtRule rule && rule.children() != null ? rule.children() : List.of();
    }

    private PlannedNode kept(Node node, String comment) {
        if (explain) {
            String subject = node instanceof StyleRule rule
                    ? sheet.source().substring(rule.start(), rule.preludeEnd())
                    : sheet.text(node);
            verdict(node.start(), subject, true, List.of(Reason.of(Kind.COMMENT, subject, comment)));
        }
        return PlannedNode.of(node, Fate.STAYS);
    }

    private void verdict(int offset, String subject, boolean kept, List<Reason> reasons) {
        verdicts.add(new Verdict(offset, subject, kept, reasons));
    }

    private PlannedNode plan(Node node, Around around) {
        if (node instanceof StyleRule rule) {
            SelectorList list = rule.selectors();
            return list == null ? PlannedNode.of(node, Fate.STAYS) : rule(rule, list, around);
        }
        if (node instanceof AtRule rule && GROUPS.contains(rule.plainName()) && rule.children() != null) {
            Reason obstacle = rule.plainName().equals("scope") ? scopeObstacle(rule) : null;
            if (obstacle != null) {
                verdict(
                        rule.start(),
                        "@scope " + sheet.text(rule.firstToken(), rule.limitToken()),
                        false,
                        List.of(obstacle));
                return PlannedNode.of(node, Fate.GOES);
            }
            int block = sheet.tokens().start(rule.limitToken());
            return new PlannedNode(node, Fate.OPEN, false, null, plan(rule.children(), block, around));
        }
        return PlannedNode.of(node, node instanceof Declaration || node instanceof AtRule ? Fate.OPEN : Fate.STAYS);
    }

    /** The root of {@code @scope (root) to (limit)} must be possible. */
    private @Nullable Reason scopeObstacle(AtRule rule) {
        String prelude = sheet.text(rule.firstToken(), rule.limitToken());
        int close = prelude.indexOf(") to ");
        String root = close >= 0 ? prelude.substring(0, close + 1) : prelude;
        if (!root.startsWith("(") || !root.endsWith(")")) {
            return null;
        }
        SelectorList list = SelectorList.parse(root.substring(1, root.length() - 1));
        Reason first = null;
        for (ComplexSelector selector : list == null ? List.<ComplexSelector>of() : list.selectors()) {
            Reason obstacle = judge.obstacle(selector, null);
            if (obstacle == null) {
                return null;
            }
            first = first == null ? obstacle : first;
        }
        return first;
    }

    private PlannedNode rule(StyleRule rule, SelectorList list, Around around) {
        List<ComplexSelector> selectors = list.selectors();
        @Nullable Reason[] obstacles = new Reason[selectors.size()];
        Reason first = null;
        Reason keeps = around.keeps;
        boolean possible = false;
        for (int i = 0; i < obstacles.length; i++) {
            ComplexSelector selector = selectors.get(i);
            obstacles[i] = obstacle(selector, around);
            possible |= obstacles[i] == null;
            first = first == null ? obstacles[i] : first;
            keeps = keeps == null ? judge.keepsNested(selector) : keeps;
        }
        List<PlannedNode> children =
                plan(rule.children(), rule.preludeEnd(), new Around(possible ? null : first, keeps));
        if (!possible && children.stream().noneMatch(SelectorPlan::isPossibleRule)) {
            for (int i = 0; i < obstacles.length; i++) {
                report(selectors.get(i), obstacles[i]);
            }
            return PlannedNode.of(rule, Fate.GOES);
        }
        SelectorCuts cuts = possible ? new SelectorCuts(judge, selectors, obstacles, keeps == null) : null;
        boolean alone = selectors.stream().anyMatch(this::livesAlone);
        return new PlannedNode(rule, possible ? Fate.OPEN : Fate.AROUND, alone, cuts, children);
    }

    /** Returns whether a nested selector, such as {@code :not(&)}, does without a match of the rule around it. */
    private boolean livesAlone(ComplexSelector selector) {
        return !SelectorJudge.needsParent(selector) || judge.isGreedy(selector);
    }

    private @Nullable Reason obstacle(ComplexSelector selector, Around around) {
        if (around.keeps != null) {
            explain(selector, List.of(around.keeps));
            return null;
        }
        if (around.obstacle != null && !livesAlone(selector)) {
            return Reason.of(Kind.PARENT, text(selector), "");
        }
        List<Reason> found = explain ? new ArrayList<>() : null;
        Reason obstacle = judge.obstacle(selector, found);
        if (obstacle == null && found != null) {
            explain(selector, found.isEmpty() ? List.of(Reason.of(Kind.UNNAMED, text(selector), "")) : found);
        }
        return obstacle;
    }

    private void explain(ComplexSelector selector, List<Reason> reasons) {
        if (explain) {
            verdict(selector.start(), text(selector), true, reasons);
        }
    }

    private void report(ComplexSelector selector, @Nullable Reason obstacle) {
        if (obstacle != null && obstacle.kind() != Kind.PARENT) {
            verdict(selector.start(), text(selector), false, List.of(obstacle));
        }
    }

    private String text(ComplexSelector selector) {
        return sheet.source().substring(selector.start(), selector.end());
    }

    private static boolean isPossibleRule(PlannedNode child) {
        if (child.node() instanceof AtRule && child.fate() == Fate.OPEN) {
            return child.children().stream().anyMatch(SelectorPlan::isPossibleRule);
        }
        return !child.goes() && !(child.node() instanceof Declaration);
    }
}
