package io.github.assetpipe.css.purge;

import io.github.assetpipe.css.AtRule;
import io.github.assetpipe.css.Stylesheet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which cascade layers a stylesheet has named so far: the first mention of a layer fixes its place, so that a block that
 * is the first may not go even when it is empty. Mentions under a condition fix nothing for sure.
 *
 * <p>Not safe for several threads.
 */
final class LayerOrder {
    private final Stylesheet sheet;
    private final Set<String> named = new HashSet<>();
    private final List<String> path = new ArrayList<>();
    private int conditions;

    LayerOrder(Stylesheet sheet) {
        this.sheet = sheet;
    }

    /** Takes note of a rule without content: {@code @layer a, b;}. */
    void mention(AtRule rule) {
        if (rule.name().equals("layer")) {
            for (String name : names(rule)) {
                name(name);
            }
        }
    }

    /** Enters a block. */
    void enter(AtRule rule) {
        if (rule.name().equals("layer")) {
            path.add(String.join(",", names(rule)));
        } else {
            conditions++;
        }
    }

    /** Leaves a block; returns whether it must stay for the order's sake. */
    boolean leave(AtRule rule) {
        if (!rule.name().equals("layer")) {
            conditions--;
            return false;
        }
        String name = path.remove(path.size() - 1);
        return !name.isEmpty() && name(name);
    }

    /** Returns whether this is the first sure mention. */
    private boolean name(String name) {
        String full = path.isEmpty() ? name : String.join(".", path) + "." + name;
        boolean known = named.contains(full);
        if (conditions == 0 && !path.contains("")) {
            for (int dot = full.indexOf('.'); dot >= 0; dot = full.indexOf('.', dot + 1)) {
                named.add(full.substring(0, dot));
            }
            named.add(full);
        }
        return !known;
    }

    private List<String> names(AtRule rule) {
        List<String> names = new ArrayList<>();
        for (String name : sheet.text(rule.firstToken(), rule.limitToken()).split(",")) {
            names.add(name.strip());
        }
        return names;
    }
}
