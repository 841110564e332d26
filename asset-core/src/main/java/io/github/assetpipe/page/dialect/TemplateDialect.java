package io.github.assetpipe.page.dialect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A template language: which parts of a page are its own.
 *
 * <p>Implementations are stateless and safe for several threads. To add one: write the class, add it to {@link Dialects}
 * with its file endings, and give it a test with the constructs that people write.
 */
public interface TemplateDialect {

    /** Returns the word that configuration knows this dialect by: {@code freemarker}. */
    String name();

    /** Tells whether pages are XML, where {@code <script/>} is complete and an attribute needs a value. */
    default boolean xml() {
        return false;
    }

    /** Returns the characters that a construct can begin with. */
    String openers();

    /** Returns the construct that begins at {@code offset}, or null when none does. */
    @Nullable
    Construct at(Scan scan, int offset);

    /**
     * Returns a URL for a path of the application when the page itself does not show how it writes one.
     *
     * @param path a path without leading slash, safe in a quoted attribute
     * @param constructs the page's own constructs, which show what is switched on
     */
    default String url(String path, Collection<String> constructs) {
        return "/" + path;
    }

    /** Tells whether such a URL is right under whatever path the application is deployed. */
    default boolean knowsRoot() {
        return false;
    }

    /** Returns the attribute that carries such a URL: {@code href}, or {@code th:href}. */
    default String urlAttribute(String name) {
        return name;
    }

    /** Returns attributes that keep the language from looking into a style or script element, with a leading space. */
    default String rawElementAttributes() {
        return "";
    }

    /** Returns what a script element holds that only names a file, so that the language does not write it as an empty tag. */
    default String emptyScript() {
        return "";
    }

    /** Returns the two marks that make the language emit what is between them as it is; empty when it has none. */
    default List<String> verbatimMarks() {
        return List.of();
    }

    /** Returns what to write so that the language emits {@code text}, or empty when it cannot be written. */
    default Optional<String> verbatim(String text) {
        if (!rawElementAttributes().isEmpty() || constructs(new Scan(text)).isEmpty()) {
            return Optional.of(text);
        }
        List<String> marks = verbatimMarks();
        return marks.isEmpty() || text.contains(marks.get(1))
                ? Optional.empty()
                : Optional.of(marks.get(0) + text + marks.get(1));
    }

    /** Returns all constructs of a text in order, none inside another; compress marks are constructs in every dialect. */
    default List<Construct> constructs(Scan scan) {
        List<Construct> found = new ArrayList<>();
        String openers = openers();
        int at = scan.next(openers, 0);
        while (at >= 0 && !scan.exhausted()) {
            Construct construct = null;
            if (scan.charAt(at) == '{' && scan.charAt(at + 1) == '%') {
                construct = CompressMark.at(scan, at);
            }
            if (construct == null && openers.indexOf(scan.charAt(at)) >= 0) {
                construct = at(scan, at);
            }
            if (construct != null) {
                found.add(construct);
            }
            at = scan.next(openers, construct == null ? at + 1 : construct.end());
        }
        return found;
    }
}
