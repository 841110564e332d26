package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.composition.Target.Kind;
import io.github.assetpipe.page.dialect.Construct;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** jte: template calls with content between backticks, content parameters. */
final class JteSyntax implements Syntax {
    private final Sketch sketch;
    private final Set<String> contents = new HashSet<>();
    /** The calls whose arguments are being read, innermost first. */
    private final Deque<Call> calls = new ArrayDeque<>();

    /** A call that is being read: its arguments so far stand in a block that is never rendered. */
    private static final class Call {
        private final OpenBlock scope;
        private int position;

        Call(OpenBlock scope) {
            this.scope = scope;
        }
    }

    JteSyntax(Sketch sketch) {
        this.sketch = sketch;
    }

    @Override
    public void construct(Construct construct, String own) {
        int at = construct.start();
        if (own.startsWith("@")) {
            keyword(at, own);
        } else if (own.startsWith("`")) {
            afterContent(own.substring(1));
        } else if (own.startsWith("$unsafe")) {
            sketch.markup(at, "unescaped " + Excerpt.of(own));
        } else if (own.startsWith("${")) {
            String name = own.substring(2, own.length() - 1).strip();
            if (contents.contains(name)) {
                sketch.slot(at, Kind.PARAMETER, name, -1);
            } else if (name.equals("content") || name.equals("body")) {
                sketch.markup(at, "undeclared " + Excerpt.of(own));
            } else if (name.equals(Arguments.word(name)) && name.indexOf('.') < 0) {
                sketch.slot(at, Kind.VARIABLE, name, -1);
            }
        } else if (own.contains("@`")) {
            sketch.unknown(at, "content in a variable");
        }
    }

    private void keyword(int at, String own) {
        String word = Arguments.word(own.substring(1));
        if (word.equals("for")) {
            sketch.loop("@for", at);
        } else if (word.equals("endfor")) {
            sketch.end("@for");
        } else if (word.equals("if")) {
            sketch.begin();
        } else if (word.equals("endif")) {
            sketch.end();
        } else if (word.equals("param")) {
            parameter(own.substring("@param".length()));
        } else if (word.startsWith("template.") || word.startsWith("layout.") || word.startsWith("tag.")) {
            call(at, word, own.substring(own.indexOf('(') + 1));
        }
    }

    private void parameter(String declaration) {
        String left = declaration.split("=", 2)[0].strip();
        int colon = left.indexOf(':');
        String name = (colon > 0 ? left.substring(0, colon) : left.substring(left.lastIndexOf(' ') + 1)).strip();
        sketch.parameter(name);
        if (left.contains("Content")) {
            contents.add(name);
        }
    }

    private void call(int at, String word, String arguments) {
        String path = word.startsWith("template.") ? word.substring("template.".length()) : word;
        OpenBlock scope = sketch.begin(Block.Kind.DROPPED, "", "@call", at);
        scope.calls(List.of(Target.template(path.replace('.', '/'))));
        calls.push(new Call(scope));
        arguments(at, arguments);
    }

    private void afterContent(String rest) {
        sketch.end("content");
        if (!calls.isEmpty()) {
            arguments(0, rest);
        }
    }

    /** Reads the arguments up to the end of the call, or up to the content that begins with a backtick. */
    private void arguments(int at, String text) {
        Call call = calls.getFirst();
        if (!text.endsWith("@`")) {
            calls.pop();
            OpenBlock ended = sketch.end("@call");
            if (ended != null) {
                sketch.add(new Item.Call(ended.line(), ended.targets(), List.copyOf(ended.fills()), -1, true));
            }
            return;
        }
        List<String> parts = Arguments.split(text.substring(0, text.length() - 2), ',');
        boolean continued = text.startsWith(",") || parts.get(0).isEmpty();
        call.position += parts.size() - (continued && parts.size() > 1 ? 1 : 0) - 1;
        String last = parts.get(parts.size() - 1);
        String name = last.endsWith("=") ? last.substring(0, last.length() - 1).strip() : "";
        OpenBlock content = sketch.begin(Block.Kind.CONTENT, name, "content", Math.max(at, 0));
        call.scope.fills().add(new Fill(name, name.isEmpty() ? call.position : -1, content.index()));
        call.position++;
    }
}
