package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/** The rules of a {@code @keyframes} block. */
final class Keyframes {
    private final DeclarationBlock block;

    Keyframes(DeclarationBlock block) {
        this.block = block;
    }

    List<Item> optimize(List<Item> body) {
        List<Item> out = new ArrayList<>(body.size());
        Item.Rule last = null;
        for (Item item : body) {
            if (!(item instanceof Item.Rule rule)) {
                out.add(item);
                last = null;
                continue;
            }
            rule.setDeclarations(block.optimize(rule.declarations));
            if (last != null
                    && last.isJoinable()
                    && rule.isJoinable()
                    && last.bodyText().equals(rule.bodyText())) {
                last.addSelectors(rule.selectors);
            } else {
                out.add(rule);
                last = rule;
            }
        }
        return out;
    }
}
