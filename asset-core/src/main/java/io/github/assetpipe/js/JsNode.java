package io.github.assetpipe.js;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of a syntax tree; mutable, for one thread, and of no meaning outside of this package. */
final class JsNode {
    static final int ASYNC = 1;
    static final int GENERATOR = 1 << 1;
    static final int ARROW = 1 << 2;
    static final int DECLARATION = 1 << 3;
    static final int STATIC = 1 << 4;
    static final int COMPUTED = 1 << 5;
    static final int GET = 1 << 6;
    static final int SET = 1 << 7;
    static final int SHORTHAND = 1 << 8;
    static final int OPTIONAL = 1 << 9;
    static final int PREFIX = 1 << 10;
    static final int DELEGATE = 1 << 11;
    static final int PARENTHESIZED = 1 << 12;
    static final int AWAIT = 1 << 13;
    static final int ACCESSOR = 1 << 14;
    static final int STRICT = 1 << 15;
    /**
     * Of {@code this} where it may not be there yet: in a class that extends another. Of comparisons that may meet
     * {@code document.all}, which is an object and says that it is undefined.
     */
    static final int UNSTEADY = 1 << 16;

    final JsKind kind;
    final List<JsNode> children;
    String text;
    int flags;
    int start;
    int end;

    @Nullable
    JsBinding binding;

    @Nullable
    JsScope scope;

    JsNode(JsKind kind, String text, int start, int end) {
        this.kind = kind;
        this.text = text;
        this.start = start;
        this.end = end;
        this.children = new ArrayList<>(kind == JsKind.NAME || kind == JsKind.KEY ? 0 : 3);
    }

    static JsNode none(int at) {
        return new JsNode(JsKind.NONE, "", at, at);
    }

    JsNode add(JsNode child) {
        children.add(child);
        return this;
    }

    JsNode flag(int flag) {
        flags |= flag;
        return this;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    boolean is(JsKind other) {
        return kind == other;
    }

    boolean isAbsent() {
        return kind == JsKind.NONE;
    }

    JsNode child(int index) {
        return children.get(index);
    }

    int size() {
        return children.size();
    }

    JsNode last() {
        return children.get(children.size() - 1);
    }

    @Override
    public String toString() {
        return kind + (text.isEmpty() ? "" : " " + text) + (children.isEmpty() ? "" : children);
    }
}
