package io.github.assetpipe.serve;

import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.model.Manifest.AssetEntry;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Keeps open pages up to date: stylesheets are exchanged in place, anything else reloads the page, and a build that failed
 * is shown over it.
 *
 * <p>Safe for several threads.
 */
public final class LiveReload implements AutoCloseable {
    private static final String FOLDER = "/__asset/";
    private static final String CLIENT = FOLDER + "client.js";
    private static final String EVENTS = FOLDER + "events";
    private static final byte[] TAG = ("<script src=\"" + CLIENT + "\"></script>").getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BODY_END = "</body".getBytes(StandardCharsets.US_ASCII);

    private final EventStream events = new EventStream();
    private final byte[] client = read();

    private static byte[] read() {
        try (InputStream in = Objects.requireNonNull(LiveReload.class.getResourceAsStream("client.js"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The jar lacks client.js", e);
        }
    }

    /** Returns the endless answers to hand to a server. */
    public Map<String, EventStream> streams() {
        return Map.of(EVENTS, events);
    }

    /** Returns answers that know the client's script beside everything that {@code site} knows. */
    public Function<Ask, Answer> answers(Function<Ask, Answer> site) {
        return ask -> ask.path().equals(CLIENT) && ask.reads() ? script() : site.apply(ask);
    }

    private Answer script() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/javascript; charset=utf-8");
        headers.put("Cache-Control", "no-store");
        // Pages that an application server renders load it from here too.
        headers.put("Access-Control-Allow-Origin", "*");
        return new Answer(200, headers, List.of(new Answer.Bytes(client, 0, client.length)));
    }

    /** Returns a page with the client's script, at the end of its body. */
    public byte[] into(byte[] page) {
        int at = page.length;
        for (int i = page.length - BODY_END.length; i >= 0; i--) {
            if (matches(page, i)) {
                at = i;
                break;
            }
        }
        byte[] out = new byte[page.length + TAG.length];
        System.arraycopy(page, 0, out, 0, at);
        System.arraycopy(TAG, 0, out, at, TAG.length);
        System.arraycopy(page, at, out, at + TAG.length, page.length - at);
        return out;
    }

    private static boolean matches(byte[] page, int at) {
        for (int i = 0; i < BODY_END.length; i++) {
            byte c = page[at + i];
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != BODY_END[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells open pages of a build.
     *
     * @param onlyStyles whether only stylesheets were edited
     * @param before the manifest before it
     * @param after the manifest after it
     */
    public void built(boolean onlyStyles, Manifest before, Manifest after) {
        events.settle();
        List<List<String>> styles = changedStyles(before, after);
        if (onlyStyles && !styles.isEmpty()) {
            events.send("styles", Json.write(styles));
        } else {
            events.send(before.equals(after) ? "built" : "reload", "");
        }
    }

    /** Returns pairs of names of each stylesheet that changed: the one that pages have, and the one to load now. */
    private static List<List<String>> changedStyles(Manifest before, Manifest after) {
        List<List<String>> pairs = new ArrayList<>();
        after.assets().forEach((key, now) -> {
            AssetEntry then = before.assets().get(key);
            if (then != null
                    && now.type().equals(MediaType.CSS.name())
                    && !then.integrity().equals(now.integrity())) {
                pairs.add(List.of(then.path(), now.path()));
                if (!then.path().equals(key)) {
                    pairs.add(List.of(key, key));
                }
            }
        });
        return pairs;
    }

    /** Shows a build's errors over every open page, until a build succeeds. */
    public void failed(String errors) {
        events.sendLasting("errors", errors);
    }

    /** Tells whether a file is a stylesheet, in CSS or Sass. */
    public static boolean isStyle(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".css") || name.endsWith(".scss") || name.endsWith(".sass");
    }

    /** Ends the stream of events. */
    @Override
    public void close() {
        events.close();
    }
}
