package io.github.assetpipe.transform;

import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.UrlForm;
import io.github.assetpipe.text.UrlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The functions that stylesheets have beside Sass's own: {@code asset-url('img/a.png')} and {@code inline-image('img/a.svg')}.
 *
 * <p>A path is one of the site, from its root with or without a leading slash; with {@code ./} or {@code ../} at its start
 * it is relative to the CSS file that is made. Files are looked for through the {@link Lookup}, so that the cache and
 * incremental builds know of them.
 */
final class SassFunctions {
    private final List<AssetFolder> folders;
    private final LogicalPath output;
    private final Lookup lookup;

    /** A call that can't be answered; its message is for the author of the stylesheet. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        private Fault(String message) {
            super(message, null, false, false);
        }

        /** The message alone: engines print exceptions to users. */
        @Override
        public String toString() {
            return String.valueOf(getMessage());
        }
    }

    private record Found(LogicalPath path, Content content, String suffix) {}

    /** Creates the functions for a stylesheet that becomes {@code output}. */
    SassFunctions(List<AssetFolder> folders, LogicalPath output, Lookup lookup) {
        this.folders = List.copyOf(folders);
        this.output = output;
        this.lookup = lookup;
    }

    /** Returns the fault of an argument that is no string. */
    static Fault notAString(String function) {
        return new Fault(function + "() takes the path of a file as a string.");
    }

    /** Returns a {@code url()} relative to the CSS file, which later passes follow as they follow any. */
    String assetUrl(String written) throws Fault {
        Found found = find("asset-url", written);
        return "url(\"" + UrlForm.encode(output.relativize(found.path)) + found.suffix + "\")";
    }

    /** Returns a {@code url()} that holds the file. */
    String inlineImage(String written) throws Fault {
        Found found = find("inline-image", written);
        MediaType type = MediaType.of(found.path);
        if (type.equals(MediaType.OTHER)) {
            throw new Fault("inline-image(\"" + written + "\"): the media type of this file name is not known.");
        }
        return "url(\"" + DataUrl.of(type, found.content) + found.suffix + "\")";
    }

    private Found find(String function, String written) throws Fault {
        UrlText url = UrlText.of(written);
        if (!url.local() || url.path().isEmpty() || url.suffix().indexOf('"') >= 0) {
            throw new Fault(function + "(\"" + written + "\"): not the path of a file of the site.");
        }
        Optional<LogicalPath> path = url.path().startsWith("./") || url.path().startsWith("../")
                ? output.resolve(url.path())
                : LogicalPath.normalise(url.path().startsWith("/") ? url.path().substring(1) : url.path());
        if (path.isEmpty()) {
            throw new Fault(function + "(\"" + written + "\"): this path leaves the site.");
        }
        List<String> files = files(path.get().value());
        for (String file : files) {
            Optional<Content> content = lookup.find(file);
            if (content.isPresent()) {
                return new Found(path.get(), content.get(), url.suffix());
            }
        }
        throw new Fault(function + "(\"" + written + "\"): no such file. Looked for: " + String.join(", ", files));
    }

    private List<String> files(String path) {
        List<String> files = new ArrayList<>();
        for (AssetFolder folder : folders) {
            String file = folder.file(path);
            if (file != null) {
                files.add(file);
            }
        }
        if (path.startsWith("webjars/")) {
            files.add(path);
        }
        return files;
    }
}
