package io.github.assetpipe.serve;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import java.net.BindException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Speaks HTTP/1.1 on a loopback address; the only class that knows Jetty.
 *
 * <p>Safe for several threads.
 */
public final class HttpServer implements AutoCloseable {
    private final Server server;
    private final ServerConnector connector;

    private HttpServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts a server.
     *
     * @param host the address to listen on, such as {@code 127.0.0.1}
     * @param port the port, 0 for any free one
     * @param answers answers requests, from several threads at once
     * @param streams the endless answers by path, such as those of server-sent events
     * @throws AssetException when the port can't be had
     */
    public static HttpServer start(
            String host, int port, Function<Ask, Answer> answers, Map<String, EventStream> streams) {
        quieten();
        QueuedThreadPool threads = new QueuedThreadPool(64, 4);
        threads.setDaemon(true);
        threads.setName("asset-http");
        Server server = new Server(threads);
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(120_000);
        server.addConnector(connector);
        server.setHandler(new Adapter(answers, Map.copyOf(streams)));
        try {
            server.start();
        } catch (Exception e) {
            throw unstartable(host, port, e);
        }
        return new HttpServer(server, connector);
    }

    /** Jetty tells of its own start at the level that Maven shows; the goals say in one line where they serve. */
    private static void quieten() {
        String level = "org.slf4j.simpleLogger.log.org.eclipse.jetty";
        if (System.getProperty(level) == null) {
            System.setProperty(level, "warn");
        }
    }

    private static AssetException unstartable(String host, int port, Exception e) {
        boolean taken = e instanceof BindException || e.getCause() instanceof BindException;
        return AssetException.environment(Diagnostic.error(
                "serve",
                "Can't listen on " + host + ":" + port + (taken ? ": another program does" : ": " + e.getMessage()),
                null,
                "Choose another port with -Dasset.serve.port=…; 0 takes any free one."));
    }

    /** Returns the address that browsers open, with a slash at the end. */
    public String url() {
        String host = connector.getHost().indexOf(':') >= 0 ? "[" + connector.getHost() + "]" : connector.getHost();
        return "http://" + host + ":" + connector.getLocalPort() + "/";
    }

    /** Waits until the server has stopped. */
    public void join() throws InterruptedException {
        server.join();
    }

    /** Stops the server. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            // The process ends, or the next server says that the port is taken.
            return;
        }
    }

    private static final class Adapter extends Handler.Abstract {
        private final Function<Ask, Answer> answers;
        private final Map<String, EventStream> streams;

        Adapter(Function<Ask, Answer> answers, Map<String, EventStream> streams) {
            this.answers = answers;
            this.streams = streams;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Ask ask = ask(request);
            EventStream stream = streams.get(ask.path());
            if (stream != null && ask.method().equals("GET")) {
                open(stream, response, callback);
                return true;
            }
            Answer answer;
            try {
                answer = answers.apply(ask);
            } catch (java.io.UncheckedIOException e) {
                // The file is being replaced at this moment.
                answer = Answer.text(503, "This file is being written", Map.of("Retry-After", "1"));
            }
            send(answer, ask, response, callback);
            return true;
        }

        private static Ask ask(Request request) {
            Map<String, List<String>> headers = new TreeMap<>();
            for (HttpField field : request.getHeaders()) {
                String value = field.getValue() == null ? "" : field.getValue();
                headers.computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                        .add(value);
            }
            String path = request.getHttpURI().getCanonicalPath();
            String query = request.getHttpURI().getQuery();
            return new Ask(request.getMethod(), path == null ? "/" : path, query == null ? "" : "?" + query, headers);
        }

        private static void send(Answer answer, Ask ask, Response response, Callback callback) {
            response.setStatus(answer.status());
            answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
            if (answer.status() != 304 && answer.status() != 204) {
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length());
            }
            List<Answer.Part> body = ask.method().equals("HEAD") ? List.of() : answer.body();
            if (body.isEmpty()) {
                response.write(true, null, callback);
            } else if (body.size() == 1 && body.get(0) instanceof Answer.Bytes all) {
                response.write(true, ByteBuffer.wrap(all.bytes(), all.from(), all.count()), callback);
            } else {
                Content.copy(Content.Source.from(answer.open()), response, callback);
            }
        }

        private static void open(EventStream stream, Response response, Callback callback) {
            response.setStatus(200);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            response.getHeaders().put("Access-Control-Allow-Origin", "*");
            new Subscriber(stream, response, callback).begin();
        }
    }

    /** One client of an event stream: events wait in a queue while one is being written. */
    private static final class Subscriber extends IteratingCallback implements EventStream.Listener {
        private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
        private final EventStream stream;
        private final Response response;
        private final Callback callback;

        Subscriber(EventStream stream, Response response, Callback callback) {
            this.stream = stream;
            this.response = response;
            this.callback = callback;
        }

        void begin() {
            stream.add(this);
            iterate();
        }

        @Override
        public void event(String text) {
            waiting.add(text);
            iterate();
        }

        @Override
        protected Action process() {
            String next = waiting.poll();
            if (next == null) {
                return Action.IDLE;
            }
            response.write(false, ByteBuffer.wrap(next.getBytes(StandardCharsets.UTF_8)), this);
            return Action.SCHEDULED;
        }

        @Override
        protected void onCompleteFailure(Throwable cause) {
            // The browser has gone.
            stream.remove(this);
            callback.failed(cause);
        }
    }
}
