package io.github.assetpipe.transform;

import io.github.assetpipe.js.JsFile;
import io.github.assetpipe.js.JsSyntaxException;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.option.MinifyOptions;
import io.github.assetpipe.text.SourceMap;
import io.github.assetpipe.text.SourceMaps;

/**
 * Minifies scripts and modules with the own printer alone: short names, no white space, a few shorter forms.
 *
 * <p>It takes a small part of the time of {@link ClosureJs}, at somewhat larger results. What the own parser does not take is
 * left to that one, which tells a fault of the script from syntax that is not known here.
 */
public final class NativeJs implements Transformer {
    private final ClosureJs other;
    private final boolean sourceMaps;

    /** Creates the minifier, without a time limit; {@code options} are those of scripts left to Closure Compiler. */
    public NativeJs(MinifyOptions options, boolean sourceMaps) {
        this(options, sourceMaps, 0);
    }

    /** Creates the minifier; Closure Compiler may take {@code timeout} seconds for a script, 0 for no limit. */
    public NativeJs(MinifyOptions options, boolean sourceMaps, int timeout) {
        this.other = new ClosureJs(options, sourceMaps, timeout);
        this.sourceMaps = sourceMaps;
    }

    @Override
    public String name() {
        return "js";
    }

    @Override
    public String fingerprint() {
        return "native 1 sourceMaps=" + sourceMaps + " else " + other.fingerprint();
    }

    /** Returns the script under its own path, or nothing when it can't be made smaller. */
    @Override
    public TransformResult transform(TransformInput input, Lookup lookup) {
        String text = input.content().text();
        String source = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (source.isBlank()) {
            return TransformResult.unchanged();
        }
        try {
            JsFile.Printed printed = DeepStack.call(() -> print(source, input.file()));
            return printed == null ? other.transform(input, lookup) : result(input, printed);
        } catch (StackOverflowError e) {
            return other.transform(input, lookup);
        }
    }

    private JsFile.@org.jspecify.annotations.Nullable Printed print(String source, String file) {
        try {
            return JsFile.parse(source).print(true, sourceMaps ? file : null);
        } catch (JsSyntaxException e) {
            return null;
        }
    }

    private static TransformResult result(TransformInput input, JsFile.Printed printed) {
        Content content = Content.of(printed.code());
        if (content.size() >= input.content().size()) {
            return TransformResult.unchanged();
        }
        SourceMap map = printed.map();
        Content before = input.sourceMap();
        if (map != null && before != null) {
            map = SourceMaps.compose(map, SourceMap.parse(before.text()));
        }
        String name = input.path().fileName();
        return TransformResult.of(input.path(), content, map == null ? null : Content.of(map.toJson(name)));
    }
}
