package io.github.assetpipe.pass;

import io.github.assetpipe.css.AtRule;
import io.github.assetpipe.css.Node;
import io.github.assetpipe.css.StyleRule;
import io.github.assetpipe.css.Stylesheet;
import io.github.assetpipe.css.purge.PurgeInput;
import io.github.assetpipe.css.purge.PurgedSheet;
import io.github.assetpipe.css.purge.Verdict;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stylesheets of which purging leaves no style rule, which is more often a gap in the evidence than a file without use. */
final class EmptiedSheets {
    private EmptiedSheets() {}

    /** Returns what is said of a stylesheet that lost all of its style rules, or null. */
    static @Nullable Diagnostic told(PurgeInput input, PurgedSheet purged) {
        // What kept a selector kept its rule.
        if (purged.cuts().isEmpty() || purged.verdicts().stream().anyMatch(Verdict::kept)) {
            return null;
        }
        int before = rules(input.sheet().children());
        if (before == 0 || rules(Stylesheet.parse(purged.text()).children()) > 0) {
            return null;
        }
        String count = before == 1 ? "the only rule" : "all " + before + " rules";
        return Diagnostic.warning(
                "purge-empty",
                "Purging drops " + count + " of this stylesheet, which something refers to: nothing is known to use "
                        + (before == 1 ? "it" : "them"),
                Location.ofFile(input.file()),
                "If a database, a library or a script elsewhere brings the classes, name them in <safelist>, name files"
                        + " that hold them in <content> or folders in <evidence>, or keep the stylesheet by <purge><skip>.");
    }

    private static int rules(List<Node> nodes) {
        int count = 0;
        for (Node node : nodes) {
            if (node instanceof StyleRule rule) {
                count += 1 + rules(rule.children());
            } else if (node instanceof AtRule rule && rule.children() != null) {
                count += rules(rule.children());
            }
        }
        return count;
    }
}
