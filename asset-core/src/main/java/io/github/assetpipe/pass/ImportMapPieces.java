package io.github.assetpipe.pass;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Piece;
import io.github.assetpipe.model.UrlForm;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Writes import maps into a page, with URLs as the page writes its others: what stands in an attribute around a path stands in
 * the JSON around it.
 *
 * <p>Braces never meet: in several template languages two of them, or one before a letter or a quote, begin something.
 */
final class ImportMapPieces {
    private final String before;
    private final UrlForm form;
    private final String after;
    private final String inline;

    /** Takes the spelling from an attribute of the page. */
    ImportMapPieces(UrlSpelling.Spelled spelled, Page page) {
        String lead = spelled.before().substring(1);
        String tail = spelled.after().substring(0, spelled.after().length() - 1);
        if (spelled.prefix().isEmpty()) {
            this.before = lead;
            this.form = spelled.form();
            this.after = tail;
            this.inline = "";
        } else {
            // Thymeleaf: an expression in text is written in brackets; only a link alone can be taken over.
            boolean link = lead.equals("@{") && tail.equals("}");
            this.before = "[(@{";
            this.form = link ? spelled.form() : UrlForm.rooted("/");
            this.after = "})]";
            this.inline = " " + spelled.prefix() + "inline=\"javascript\"";
        }
    }

    /** Returns attributes that a script element with such pieces needs, with a space in front, or the empty string. */
    String attributes() {
        return inline;
    }

    /** Returns the object of all entries but scoped ones, without braces; empty when no entry can be written. */
    List<Piece> imports(ImportEntries entries) {
        List<Piece> pieces = new ArrayList<>();
        entries.addresses().forEach((asked, asset) -> key(asked).ifPresent(key -> entry(pieces, key, asset)));
        SortedMap<String, LogicalPath> names = entries.names().get("");
        if (names != null) {
            names.forEach((name, asset) -> entry(pieces, json(name), asset));
        }
        return pieces;
    }

    /** Returns the object of scopes, without braces; empty when there are none. */
    List<Piece> scopes(ImportEntries entries) {
        List<Piece> pieces = new ArrayList<>();
        entries.names().forEach((scope, names) -> {
            Optional<String> key = scope.isEmpty()
                    ? Optional.empty()
                    : LogicalPath.normalise(scope)
                            .flatMap(this::url)
                            .map(url -> url + (scope.endsWith("/") ? "/" : ""));
            key.ifPresent(url -> {
                pieces.add(new Piece.Text((pieces.isEmpty() ? "" : ", ") + quoted(url) + ": { "));
                List<Piece> inner = new ArrayList<>();
                names.forEach((name, asset) -> entry(inner, json(name), asset));
                pieces.addAll(inner);
                pieces.add(new Piece.Text(" }"));
            });
        });
        return pieces;
    }

    private void entry(List<Piece> pieces, String key, LogicalPath asset) {
        Optional<String> plain = form.urlOf(asset);
        if (plain.isPresent()) {
            pieces.add(new Piece.Text((pieces.isEmpty() ? "" : ", ") + key + ": \"" + dot(plain.get()) + before));
            pieces.add(new Piece.AssetUrl(asset, form));
            pieces.add(new Piece.Text(after + "\""));
        }
    }

    private Optional<String> key(LogicalPath path) {
        return url(path).map(this::quoted);
    }

    private Optional<String> url(LogicalPath path) {
        return form.urlOf(path).map(url -> dot(url) + before + url);
    }

    /** What ends a script element must not stand in one. */
    private static String json(String name) {
        return Json.write(name).replace("<", "\\u003c");
    }

    private String quoted(String url) {
        return "\"" + url + after + "\"";
    }

    /** A relative address without a dot in front would be a bare name. */
    private String dot(String url) {
        return before.isEmpty() && !url.startsWith("/") && !url.startsWith(".") && url.indexOf(':') < 0 ? "./" : "";
    }
}
