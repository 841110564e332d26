package io.github.assetpipe.pass;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Piece;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.model.UrlForm;
import io.github.assetpipe.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Turns decided pieces into text, now that every asset has its final bytes and name. */
final class PieceText {
    private static final Pattern SCRIPT_END = Pattern.compile("(?i)<(/script|!--)");
    private static final Pattern STYLE_END = Pattern.compile("(?i)</(style)");

    private final Site site;
    private final PageFile file;
    private final Supplier<Page> page;
    private final List<Diagnostic> problems = new ArrayList<>();

    /** Creates the texts of a page, which is only read when something becomes a part of it. */
    PieceText(Site site, PageFile file, Supplier<Page> page) {
        this.site = site;
        this.file = file;
        this.page = page;
    }

    /** Returns the text that replaces an edit's range. */
    String of(PageEdit edit) {
        StringBuilder out = new StringBuilder();
        for (Piece piece : edit.pieces()) {
            if (piece instanceof Piece.Text text) {
                out.append(text.text());
            } else if (piece instanceof Piece.AssetUrl url) {
                LogicalPath served = asset(url.asset()).servedPath();
                out.append(url.form().urlOf(served).orElseThrow());
            } else if (piece instanceof Piece.AssetName name) {
                out.append(UrlForm.encode(asset(name.asset()).servedPath().fileName()));
            } else if (piece instanceof Piece.Integrity integrity) {
                out.append(asset(integrity.asset()).content().integrity());
            } else if (piece instanceof Piece.Inline inline) {
                out.append(inline(inline, edit));
            }
        }
        return out.toString();
    }

    /** Returns what could not be written. */
    List<Diagnostic> problems() {
        return problems;
    }

    private Asset asset(LogicalPath path) {
        return site.asset(path).orElseThrow(() -> new IllegalStateException("A pass lost the asset " + path));
    }

    private String inline(Piece.Inline inline, PageEdit edit) {
        Asset asset = asset(inline.asset());
        String text = asset.content().text().strip();
        boolean style = inline.element().equals("style");
        if (style) {
            text = JoinedStyles.rebased(
                    text,
                    asset.path(),
                    target -> inline.form()
                            .urlOf(site.asset(target).map(Asset::servedPath).orElse(target)));
            text = STYLE_END
                    .matcher(text.replaceFirst("^@charset \"UTF-8\";\\s*", ""))
                    .replaceAll("<\\\\/$1");
        } else {
            // A map's name beside the script means nothing in a page, which lies elsewhere.
            String script = text;
            text = MapComment.of(asset, script)
                    .map(comment -> script.substring(0, comment.start()).strip())
                    .orElse(script);
            text = SCRIPT_END.matcher(text).replaceAll("<\\\\$1");
        }
        Page read = page.get();
        if (read.dialect().xml()) {
            text = "/*<![CDATA[*/" + text.replace("]]>", "]]\\>") + "/*]]>*/";
        }
        return read.dialect().verbatim(text).orElseGet(() -> {
            problems.add(Diagnostic.error(
                    "inline-template",
                    asset.path() + " holds text that the template language would take as its own",
                    read.lines().location(file.file(), edit.start(), 1),
                    "use the mode file for this compress block"));
            return "";
        });
    }
}
