package io.github.assetpipe.css;

import java.util.Arrays;

/**
 * The tokens of a text while they are found, and the pairs of brackets among them. Not safe for several threads.
 *
 * <p>Each token is added by a call of its own: what is called often is compiled early, a long loop of one call is not.
 */
final class TokenArrays {
    /** Of a block that nothing closes; any number that is no index. */
    private static final int OPEN = Integer.MAX_VALUE;

    byte[] types;
    int[] starts;
    int[] closers;
    int size;
    int kinds;

    /** The first {@link #marks} are the comments that begin with an exclamation mark. */
    int[] marked = new int[8];

    int marks;

    private int[] open = new int[64];
    private int depth;

    TokenArrays(int guess) {
        this.types = new byte[guess];
        this.starts = new int[guess];
        this.closers = new int[guess];
    }

    /** Adds a token, and pairs blocks as "consume a simple block" does: a closing token that does not fit is part of the block. */
    void add(TokenType type, int start) {
        int at = size;
        if (at == types.length) {
            grow(at + at / 2 + 16);
        }
        int kind = type.ordinal();
        starts[at] = start;
        types[at] = (byte) kind;
        kinds |= 1 << kind;
        if (type.opens()) {
            if (depth == open.length) {
                open = Arrays.copyOf(open, depth * 2);
            }
            open[depth++] = at;
            closers[at] = OPEN;
        } else if (depth > 0 && type.mayClose() && closes(type, TokenType.of(types[open[depth - 1]]))) {
            closers[open[--depth]] = at;
        }
        size = at + 1;
    }

    /** Notes that the token that is added next is a comment that begins with an exclamation mark. */
    void mark() {
        if (marks == marked.length) {
            marked = Arrays.copyOf(marked, marks * 2);
        }
        marked[marks++] = size;
    }

    private void grow(int capacity) {
        types = Arrays.copyOf(types, capacity);
        starts = Arrays.copyOf(starts, capacity);
        closers = Arrays.copyOf(closers, capacity);
    }

    boolean isBalanced() {
        return depth == 0;
    }

    private static boolean closes(TokenType closer, TokenType opener) {
        return switch (closer) {
            case RIGHT_PAREN -> opener == TokenType.LEFT_PAREN || opener == TokenType.FUNCTION;
            case RIGHT_SQUARE -> opener == TokenType.LEFT_SQUARE;
            case RIGHT_BRACE -> opener == TokenType.LEFT_BRACE;
            default -> false;
        };
    }
}
