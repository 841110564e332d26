package io.github.assetpipe.css.purge;

import io.github.assetpipe.css.Node;
import io.github.assetpipe.css.TokenType;
import io.github.assetpipe.css.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comments of one stylesheet that tell a purger what to keep.
 *
 * <p>{@code purgecss ignore} keeps the rule or declaration after it, {@code purgecss ignore current} the rule in whose
 * block it stands, {@code purgecss start ignore} and {@code purgecss end ignore} all between them, up to the end of the
 * file when nothing closes it. {@code assetpipe} may stand for {@code purgecss}, {@code ignore next} for {@code ignore},
 * {@code ignore start} for {@code start ignore}, and {@code /*!} for the comment's start.
 */
final class IgnoreComments {
    private enum Command {
        NEXT,
        CURRENT,
        START,
        END
    }

    private record Comment(int start, int end, Command command) {}

    /** A half-open range of offsets. */
    record Range(int start, int end) {}

    private final String source;
    private final List<Comment> comments = new ArrayList<>();
    private final List<Range> ranges = new ArrayList<>();

    IgnoreComments(Tokens tokens) {
        source = tokens.source();
        if (!source.contains("ignore")) {
            return;
        }
        int open = -1;
        for (int i = 0; i < tokens.size(); i++) {
            Command command = tokens.type(i) == TokenType.COMMENT ? command(tokens.text(i)) : null;
            if (command == null) {
                continue;
            }
            comments.add(new Comment(tokens.start(i), tokens.end(i), command));
            if (command == Command.START && open < 0) {
                open = tokens.start(i);
            } else if (command == Command.END && open >= 0) {
                ranges.add(new Range(open, tokens.start(i)));
                open = -1;
            }
        }
        if (open >= 0) {
            ranges.add(new Range(open, source.length()));
        }
    }

    private static @Nullable Command command(String comment) {
        for (String tool : List.of("purgecss ", "assetpipe ")) {
            int at = comment.indexOf(tool);
            if (at < 0) {
                continue;
            }
            String words = comment.substring(at + tool.length()).strip();
            if (words.startsWith("start ignore") || words.startsWith("ignore start")) {
                return Command.START;
            }
            if (words.startsWith("end ignore") || words.startsWith("ignore end")) {
                return Command.END;
            }
            if (words.startsWith("ignore")) {
                return words.startsWith("ignore current") ? Command.CURRENT : Command.NEXT;
            }
        }
        return null;
    }

    boolean isEmpty() {
        return comments.isEmpty();
    }

    /**
     * Returns the comment that keeps a node, or null.
     *
     * @param gap offset after the node before it, or of the start of the block around it
     */
    @Nullable
    String keeping(Node node, int gap, List<Node> children) {
        for (int i = first(gap); i < comments.size() && comments.get(i).start < node.end(); i++) {
            Comment comment = comments.get(i);
            boolean before = comment.end <= node.start() && comment.command == Command.NEXT;
            boolean inside = comment.start > node.start() && comment.command == Command.CURRENT;
            if (before || inside && isBetween(comment, children)) {
                return source.substring(comment.start, comment.end);
            }
        }
        for (Range range : ranges) {
            if (node.start() >= range.start && node.start() < range.end) {
                return "ignore range";
            }
        }
        return null;
    }

    /** Returns the index of the first comment that starts at {@code offset} or later. */
    private int first(int offset) {
        int low = 0;
        int high = comments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (comments.get(middle).start < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isBetween(Comment comment, List<Node> children) {
        for (Node child : children) {
            if (comment.start >= child.start() && comment.end <= child.end()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the comments, which have done their work, that stand between {@code from} and {@code to}. */
    List<Range> between(int from, int to) {
        List<Range> found = new ArrayList<>();
        for (int i = first(from); i < comments.size() && comments.get(i).end <= to; i++) {
            found.add(new Range(comments.get(i).start, comments.get(i).end));
        }
        return found;
    }
}
