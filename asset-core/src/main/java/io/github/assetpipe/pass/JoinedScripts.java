package io.github.assetpipe.pass;

import io.github.assetpipe.page.Range;
import io.github.assetpipe.page.ScriptText;
import io.github.assetpipe.text.TextEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Joins classic scripts so that each one runs as it ran in a tag of its own. */
final class JoinedScripts {
    private JoinedScripts() {}

    /** Returns why a script cannot follow others in one file, or empty when it can. */
    static Optional<String> conflict(List<BlockMember> before, BlockMember member) {
        ScriptText own = script(member);
        for (BlockMember other : before) {
            ScriptText earlier = script(other);
            if (earlier.strict() != own.strict()) {
                return Optional.of("\"use strict\" of one script would govern the other");
            }
            for (Map.Entry<String, Integer> name : own.lexical().entrySet()) {
                if (earlier.lexical().containsKey(name.getKey())
                        || earlier.declared().contains(name.getKey())) {
                    return Optional.of(clash(name.getKey(), other));
                }
            }
            for (String name : own.declared()) {
                if (earlier.lexical().containsKey(name)) {
                    return Optional.of(clash(name, other));
                }
            }
        }
        return Optional.empty();
    }

    private static String clash(String name, BlockMember other) {
        String where = other.asset() != null ? other.asset().file() : "an inline script before it";
        return "it declares " + name + " again, which " + where
                + " declares, too; browsers refuse the later script, and in one file they would refuse both";
    }

    /** Returns the scripts as one. */
    static Joined join(List<BlockMember> members) {
        List<Joined.Part> parts = new ArrayList<>();
        for (BlockMember member : members) {
            TextEdits edits = withoutMapComments(member.text(), script(member));
            String text = edits.apply();
            // On a line of its own: the script may end in a line comment, or without its last semicolon.
            String end = text.endsWith("\n") || text.isEmpty() ? "" : "\n";
            parts.add(new Joined.Part(member, edits, text, script(member).terminated() ? end : end + ";\n"));
        }
        return new Joined("", parts);
    }

    private static ScriptText script(BlockMember member) {
        return Objects.requireNonNull(member.script());
    }

    private static TextEdits withoutMapComments(String text, ScriptText script) {
        TextEdits edits = new TextEdits(text);
        for (Range range : script.mapComments()) {
            edits.delete(range.start(), range.end());
        }
        return edits;
    }
}
