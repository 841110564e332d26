package io.github.assetpipe.serve;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.serve.ByteRanges.ByteRange;
import io.github.assetpipe.text.UrlText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers requests for the resources of a built site, as RFC 9110 says.
 *
 * <p>Safe for several threads.
 */
public final class SiteAnswers {
    private static final String ALLOWED = "GET, HEAD, OPTIONS";
    private static final String YEAR = "public, max-age=31536000, immutable";
    private static final String CHECK = "no-cache";
    private static final String BOUNDARY = "assetpipe-7d3f9a1c5e";

    private final OutputFiles files;

    /** Creates the answers for {@code files}. */
    public SiteAnswers(OutputFiles files) {
        this.files = files;
    }

    /** Returns the answer to a request. */
    public Answer answer(Ask ask) {
        if (ask.method().equals("OPTIONS")) {
            return new Answer(204, Map.of("Allow", ALLOWED), List.of());
        }
        if (!ask.reads()) {
            return Answer.text(405, "This server only reads", Map.of("Allow", ALLOWED));
        }
        String decoded = UrlText.of(ask.path()).decodedPath();
        if (decoded == null) {
            return Answer.text(400, "This path is not well-formed", Map.of());
        }
        boolean folder = decoded.endsWith("/");
        Optional<LogicalPath> path = LogicalPath.normalise(folder ? decoded + "index.html" : decoded);
        if (path.isEmpty() || !("/" + path.get()).equals(folder ? decoded + "index.html" : decoded)) {
            return notFound(ask);
        }
        Optional<Served> found = files.find(path.get());
        if (found.isPresent()) {
            return send(ask, found.get());
        }
        if (!folder
                && LogicalPath.normalise(decoded + "/index.html")
                        .flatMap(files::find)
                        .isPresent()) {
            return Answer.text(302, "Moved", Map.of("Location", ask.path() + "/" + ask.query()));
        }
        return notFound(ask);
    }

    private Answer notFound(Ask ask) {
        Optional<Served> page = files.find(LogicalPath.of("404.html"));
        Optional<Representation> chosen = page.flatMap(p -> choose(ask, p.representations()));
        if (chosen.isEmpty()) {
            return Answer.text(404, "There is no such file", Map.of());
        }
        Map<String, String> headers = headers(page.get(), chosen.get());
        headers.remove("ETag");
        headers.remove("Last-Modified");
        headers.remove("Accept-Ranges");
        return new Answer(
                404, headers, List.of(chosen.get().part(0, chosen.get().length())));
    }

    private static Optional<Representation> choose(Ask ask, List<Representation> all) {
        AcceptEncoding accept = AcceptEncoding.of(ask.header("Accept-Encoding").orElse(null));
        Optional<Representation> chosen = accept.choose(all, Representation::coding, Representation::length);
        Representation plain = all.get(0);
        // A client that refuses plain bytes of a file that compression does not shrink.
        return chosen.isEmpty() && plain.file().isEmpty() && accept.weight("gzip") > 0
                ? Optional.of(Representations.inMemory("gzip", Representations.gzip(plain.bytes())))
                : chosen;
    }

    private static Answer send(Ask ask, Served served) {
        Optional<Representation> chosen = choose(ask, served.representations());
        if (chosen.isEmpty()) {
            return Answer.text(
                    406, "There is no acceptable content coding of this file", Map.of("Vary", "Accept-Encoding"));
        }
        Representation sent = chosen.get();
        return switch (Preconditions.evaluate(ask, sent.entityTag(), served.modified())) {
            case NOT_MODIFIED -> {
                Map<String, String> headers = headers(served, sent);
                headers.keySet().retainAll(List.of("Cache-Control", "ETag", "Vary", "Last-Modified"));
                yield new Answer(304, headers, List.of());
            }
            case FAILED -> Answer.text(412, "The file is another one by now", Map.of());
            case PROCEED -> content(ask, served, sent);
        };
    }

    private static Answer content(Ask ask, Served served, Representation sent) {
        Optional<String> range = ask.header("Range");
        boolean counts = range.isPresent()
                && ask.method().equals("GET") // Ranges are defined for GET only.
                && Preconditions.rangeCounts(ask, sent.entityTag(), served.modified());
        if (!counts) {
            return whole(served, sent);
        }
        ByteRanges ranges = ByteRanges.of(range.get(), sent.length());
        return switch (ranges.kind()) {
            case ALL -> whole(served, sent);
            case NONE -> {
                Map<String, String> headers = headers(served, sent);
                headers.keySet().retainAll(List.of("Vary", "ETag", "Accept-Ranges"));
                headers.put("Content-Range", "bytes */" + sent.length());
                yield Answer.text(416, "The file has " + sent.length() + " bytes", headers);
            }
            case SOME ->
                ranges.ranges().size() == 1
                        ? single(served, sent, ranges.ranges().get(0))
                        : several(ask, served, sent, ranges.ranges());
        };
    }

    private static Answer whole(Served served, Representation sent) {
        return new Answer(200, headers(served, sent), List.of(sent.part(0, sent.length())));
    }

    private static Answer single(Served served, Representation sent, ByteRange range) {
        Map<String, String> headers = headers(served, sent);
        headers.put("Content-Range", contentRange(range, sent));
        return new Answer(206, headers, List.of(sent.part(range.first(), range.length())));
    }

    /**
     * Sends several ranges in one body. A coding would have to be named for each part, where no client looks for it, so an
     * encoded representation is sent whole.
     */
    private static Answer several(Ask ask, Served served, Representation sent, List<ByteRange> ranges) {
        if (!sent.coding().equals(AcceptEncoding.IDENTITY)) {
            return whole(served, sent);
        }
        List<Answer.Part> parts = new ArrayList<>();
        for (ByteRange range : ranges) {
            String head = "\r\n--" + BOUNDARY + "\r\nContent-Type: " + served.type() + "\r\nContent-Range: "
                    + contentRange(range, sent) + "\r\n\r\n";
            parts.add(bytes(head));
            parts.add(sent.part(range.first(), range.length()));
        }
        parts.add(bytes("\r\n--" + BOUNDARY + "--\r\n"));
        Map<String, String> headers = headers(served, sent);
        headers.put("Content-Type", "multipart/byteranges; boundary=" + BOUNDARY);
        return new Answer(206, headers, parts);
    }

    private static Answer.Part bytes(String ascii) {
        byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
        return new Answer.Bytes(bytes, 0, bytes.length);
    }

    private static String contentRange(ByteRange range, Representation sent) {
        return "bytes " + range.first() + "-" + range.last() + "/" + sent.length();
    }

    private static Map<String, String> headers(Served served, Representation sent) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", served.type());
        if (!sent.coding().equals(AcceptEncoding.IDENTITY)) {
            headers.put("Content-Encoding", sent.coding());
        }
        headers.put("Cache-Control", served.immutable() ? YEAR : CHECK);
        headers.put("ETag", sent.entityTag());
        headers.put("Last-Modified", Preconditions.format(served.modified()));
        // Also where there is one coding only: without it a cache would give a 406 to everybody.
        headers.put("Vary", "Accept-Encoding");
        headers.put("Accept-Ranges", "bytes");
        headers.put("X-Content-Type-Options", "nosniff");
        return headers;
    }
}
