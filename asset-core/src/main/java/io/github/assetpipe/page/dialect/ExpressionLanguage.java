package io.github.assetpipe.page.dialect;

import org.jspecify.annotations.Nullable;

/** Jakarta Expression Language: <code>${…}</code> and <code>#{…}</code>. */
final class ExpressionLanguage {
    /** The application's root in a JSP. */
    static final String CONTEXT_PATH = "${pageContext.request.contextPath}";

    private ExpressionLanguage() {}

    static @Nullable Construct at(Scan scan, int offset) {
        if (scan.charAt(offset + 1) != '{' || scan.charAt(offset - 1) == '\\') {
            return null;
        }
        int end = scan.afterBalanced(offset + 1);
        return end < 0 ? null : new Construct(offset, end, Construct.Kind.EXPRESSION);
    }
}
