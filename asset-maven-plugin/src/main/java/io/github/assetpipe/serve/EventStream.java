package io.github.assetpipe.serve;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Server-sent events to every open page (WHATWG HTML 9.2). Safe for several threads.
 *
 * <p>A comment goes out every quarter of a minute, so that proxies keep the connection and closed pages are noticed. A page
 * that connects gets the last event that lasts, such as the errors of a broken build.
 */
public final class EventStream implements AutoCloseable {
    private static final int HEARTBEAT_SECONDS = 15;

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "asset-events");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String lasting = "";

    /** Receives the text of events, ready to be sent; must not block. */
    interface Listener {
        /** Receives one event. */
        void event(String text);
    }

    /** Opens a stream without listeners. */
    public EventStream() {
        var beat = heart.scheduleAtFixedRate(
                () -> tell(": still here\n\n"), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        assert !beat.isDone();
    }

    void add(Listener listener) {
        listeners.add(listener);
        listener.event("retry: 500\n\n" + lasting);
    }

    void remove(Listener listener) {
        listeners.remove(listener);
    }

    /** Returns how many pages listen. */
    public int listeners() {
        return listeners.size();
    }

    /** Sends an event. {@code data} may have several lines. */
    public void send(String name, String data) {
        tell(text(name, data));
    }

    /** Sends an event that pages which connect later get too, until {@link #settle}. */
    public void sendLasting(String name, String data) {
        lasting = text(name, data);
        tell(lasting);
    }

    /** Forgets the event that lasts. */
    public void settle() {
        lasting = "";
    }

    private static String text(String name, String data) {
        StringBuilder out = new StringBuilder("event: ").append(name).append('\n');
        data.lines().forEach(line -> out.append("data: ").append(line).append('\n'));
        return out.append(data.isEmpty() ? "data\n\n" : "\n").toString();
    }

    private void tell(String text) {
        listeners.forEach(listener -> listener.event(text));
    }

    /** Ends the heartbeat. */
    @Override
    public void close() {
        heart.shutdownNow();
    }
}
