package io.github.assetpipe.transform;

import io.github.assetpipe.model.Content;

/** The text of a stylesheet as Sass compilers take it. */
final class SassText {
    private SassText() {}

    /** Returns the text without its byte order mark. */
    static String of(Content content) {
        String text = content.text();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
