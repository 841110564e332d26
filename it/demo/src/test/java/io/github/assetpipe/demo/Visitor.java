package io.github.assetpipe.demo;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Asks a shop for pages and files, and takes only the content coding it is told to. */
final class Visitor {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final RunningShop shop;

    Visitor(RunningShop shop) {
        this.shop = shop;
    }

    /**
     * What came back.
     *
     * @param status HTTP status
     * @param coding content coding, empty for none
     * @param cache the Cache-Control header, or empty
     * @param type media type
     * @param body the bytes as sent
     */
    record Answer(int status, String coding, String cache, String type, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** Returns the bytes without their content coding. */
        byte[] decoded() throws IOException {
            Brotli4jLoader.ensureAvailability();
            InputStream raw = new ByteArrayInputStream(body);
            try (InputStream in = switch (coding) {
                case "br" -> new BrotliInputStream(raw);
                case "gzip" -> new GZIPInputStream(raw);
                default -> raw;
            }) {
                return in.readAllBytes();
            }
        }
    }

    /** Gets a path without any content coding. */
    Answer get(String path) {
        return get(path, "identity");
    }

    /** Gets a path with an Accept-Encoding header. */
    Answer get(String path, String accept) {
        URI address = shop.at(path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept-Encoding", accept)
                .header("Accept", "text/html,*/*;q=0.8")
                .build();
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Encoding").orElse(""),
                    response.headers().firstValue("Cache-Control").orElse(""),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new AssertionError("No answer from " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
