package io.github.assetpipe.run;

import io.github.assetpipe.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Notes what ran when on which thread, in the Trace Event Format that Chrome's {@code chrome://tracing} and Perfetto open.
 *
 * <p>Complete events ({@code "ph":"X"}) with microseconds since the trace began. Safe for several threads.
 */
public final class Trace {
    private final long zero = System.nanoTime();
    private final List<Event> events = new ArrayList<>();

    private record Event(String name, String category, String thread, long start, long end) {}

    /** Notes something that ran on the calling thread; times are those of {@link System#nanoTime()}. */
    public void add(String name, String category, long start, long end) {
        Event event = new Event(name, category, Thread.currentThread().getName(), start, end);
        synchronized (events) {
            events.add(event);
        }
    }

    /** Returns the trace as JSON, events in the order of their beginnings. */
    public String json() {
        List<Event> sorted;
        synchronized (events) {
            sorted = new ArrayList<>(events);
        }
        sorted.sort(Comparator.comparingLong(Event::start)
                .thenComparing(Comparator.comparingLong(Event::end).reversed()));
        List<String> threads =
                sorted.stream().map(Event::thread).distinct().sorted().toList();
        StringBuilder out = new StringBuilder("{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n");
        for (int i = 0; i < threads.size(); i++) {
            out.append("{\"ph\":\"M\",\"pid\":1,\"tid\":").append(i + 1);
            out.append(",\"name\":\"thread_name\",\"args\":{\"name\":");
            Json.quote(out, threads.get(i));
            out.append("}},\n");
        }
        String comma = "";
        for (Event event : sorted) {
            out.append(comma).append("{\"ph\":\"X\",\"pid\":1,\"tid\":").append(threads.indexOf(event.thread()) + 1);
            out.append(",\"name\":");
            Json.quote(out, event.name());
            out.append(",\"cat\":");
            Json.quote(out, event.category());
            out.append(String.format(
                    Locale.ROOT,
                    ",\"ts\":%.3f,\"dur\":%.3f}",
                    (event.start() - zero) / 1e3,
                    (event.end() - event.start()) / 1e3));
            comma = ",\n";
        }
        return out.append("\n]}\n").toString();
    }

    /** Writes the trace. @throws IOException when the file can't be written */
    public void write(Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Files.write(file, json().getBytes(StandardCharsets.UTF_8));
    }
}
