package io.github.assetpipe.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.transform.Lookup;
import io.github.assetpipe.transform.TransformInput;
import io.github.assetpipe.transform.TransformResult;
import io.github.assetpipe.transform.Transformer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Work on threads: in order, once, and what is waited for before what was begun early. */
class TransformRunnerTest {
    private final Lookup nothing = path -> Optional.empty();
    private final Trace trace = new Trace();
    private final Progress progress = new Progress(Reporter.silent(), trace);
    private final AtomicInteger runs = new AtomicInteger();

    private abstract static class Engine implements Transformer {
        @Override
        public String name() {
            return "upper";
        }

        @Override
        public String fingerprint() {
            return "1";
        }
    }

    private final Transformer upper = new Engine() {
        @Override
        public TransformResult transform(TransformInput input, Lookup lookup) {
            runs.incrementAndGet();
            String text = input.content().text().toUpperCase(java.util.Locale.ROOT);
            return TransformResult.of(input.path(), Content.of(text), null);
        }
    };

    private TransformRunner runner(int threads) {
        return new TransformRunner(threads, new TransformCache(null), nothing, Reporter.silent(), progress);
    }

    private static List<TransformInput> inputs(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new TransformInput(LogicalPath.of("f" + i), "f" + i, Content.of("text " + i), null))
                .toList();
    }

    @Test
    void resultsComeInTheOrderOfTheInputs() {
        try (TransformRunner runner = runner(3)) {
            List<String> texts = runner.run(inputs(20), i -> upper).stream()
                    .map(r -> r.outputs().get(0).content().text())
                    .toList();
            assertEquals(IntStream.range(0, 20).mapToObj(i -> "TEXT " + i).toList(), texts);
            assertEquals(List.of(2, 4, 6), runner.map(List.of(1, 2, 3), n -> 2 * n));
        }
    }

    @Test
    void whatWasBegunEarlyIsNotDoneTwice() {
        try (TransformRunner runner = runner(2)) {
            runner.start(inputs(5), i -> upper, r -> r);
            assertEquals(5, runner.run(inputs(5), i -> upper).size());
            assertEquals(5, runs.get());
            assertEquals(5, progress.made());
        }
    }

    @Test
    void whatIsWaitedForComesBeforeWhatWasBegunEarly() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (WorkPool pool = new WorkPool(1)) {
            pool.submit(() -> {
                busy.countDown();
                release.await();
                return 0;
            });
            busy.await();
            StringBuffer order = new StringBuffer();
            var early = pool.submitEarly(() -> order.append("early "));
            var late = pool.submit(() -> order.append("waited-for "));
            release.countDown();
            assertEquals("waited-for early ", joined(early, late, order));
        }
    }

    private static String joined(
            java.util.concurrent.Future<?> one, java.util.concurrent.Future<?> other, StringBuffer order) {
        try {
            one.get();
            other.get();
            return order.toString();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An engine that tells how many of its works ran at once at most, and whose first waits for a second one to come. */
    private final class Crowd extends Engine {
        private final CountDownLatch second = new CountDownLatch(2);
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final long patienceMillis;

        Crowd(long patienceMillis) {
            this.patienceMillis = patienceMillis;
        }

        @Override
        public TransformResult transform(TransformInput input, Lookup lookup) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            second.countDown();
            try {
                second.await(patienceMillis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            now.decrementAndGet();
            return upper.transform(input, lookup);
        }
    }

    @Test
    void anEngineOutsideTakesAFewInputsOneAfterTheOther() {
        try (TransformRunner runner = runner(4)) {
            Crowd crowd = new Crowd(200);
            runner.startOutside(inputs(3), i -> crowd);
            List<String> texts = runner.run(inputs(3), i -> crowd).stream()
                    .map(r -> r.outputs().get(0).content().text())
                    .toList();
            assertEquals(List.of("TEXT 0", "TEXT 1", "TEXT 2"), texts);
            assertEquals(1, crowd.most.get());
            assertEquals(3, runs.get());
        }
    }

    @Test
    void anIdleThreadHelpsWithManyInputsOfAnEngineOutside() {
        try (TransformRunner runner = runner(4)) {
            Crowd crowd = new Crowd(20_000);
            runner.startOutside(inputs(10), i -> crowd);
            assertEquals(10, runner.run(inputs(10), i -> crowd).size());
            assertEquals(2, crowd.most.get());
        }
    }

    @Test
    void theFirstFailureByOrderIsTheOneThatIsThrown() {
        try (TransformRunner runner = runner(4)) {
            IllegalArgumentException thrown = assertThrows(
                    IllegalArgumentException.class,
                    () -> runner.map(List.of(0, 1, 2, 3, 4, 5), n -> {
                        if (n >= 2) {
                            throw new IllegalArgumentException("item " + n);
                        }
                        return n;
                    }));
            assertEquals("item 2", thrown.getMessage());
        }
    }

    @Test
    void noThreadOutlivesTheRunner() throws InterruptedException {
        TransformRunner runner = runner(2);
        Thread worker = runner.map(List.of(1), n -> Thread.currentThread()).get(0);
        assertTrue(worker.isAlive());
        runner.close();
        worker.join(10_000);
        assertFalse(worker.isAlive());
    }

    @Test
    void theTraceIsInTheFormatThatPerfettoOpens() {
        long start = System.nanoTime();
        trace.add("rewrite", "pass", start, start + 2_000_000);
        var events = JsonParser.parseString(trace.json()).getAsJsonObject().getAsJsonArray("traceEvents");
        var thread = events.get(0).getAsJsonObject();
        assertEquals("M", thread.get("ph").getAsString());
        assertEquals("thread_name", thread.get("name").getAsString());
        var event = events.get(1).getAsJsonObject();
        assertEquals("X", event.get("ph").getAsString());
        assertEquals("rewrite", event.get("name").getAsString());
        assertEquals(2000.0, event.get("dur").getAsDouble());
        assertTrue(event.get("ts").getAsDouble() >= 0);
        assertEquals(thread.get("tid").getAsInt(), event.get("tid").getAsInt());
    }

    @Test
    void theLongestWorksAreToldTheLongestFirst() {
        long start = System.nanoTime() - 3_000_000_000L;
        progress.worked("brotli", "small.js", start + 2_000_000_000L, true);
        progress.worked("brotli", "web/js/large.js", start, true);
        progress.worked("closure", "cached.js", start - 9_000_000_000L, false);
        assertTrue(progress.longest().matches("large\\.js 3\\.0\\d s \\(brotli\\), small\\.js .*"), progress.longest());
        assertFalse(progress.longest().contains("cached"));
    }

    @Test
    void anEngineThatRunsOutOfMemoryOrStackIsAnErrorThatNamesTheFile() {
        for (VirtualMachineError fault : List.of(new OutOfMemoryError("Java heap space"), new StackOverflowError())) {
            Transformer greedy = new Transformer() {
                @Override
                public String name() {
                    return "greedy";
                }

                @Override
                public String fingerprint() {
                    return "greedy 1";
                }

                @Override
                public TransformResult transform(TransformInput input, Lookup lookup) {
                    throw fault;
                }
            };
            TransformInput input =
                    new TransformInput(LogicalPath.of("css/huge.css"), "web/css/huge.css", Content.of("a{}"), null);
            try (TransformRunner runner =
                    new TransformRunner(2, new TransformCache(null), nothing, Reporter.silent(), progress)) {
                AssetException told = assertThrows(AssetException.class, () -> runner.run(List.of(input), i -> greedy));

                String text = told.diagnostics().get(0).toString();
                assertTrue(text.startsWith("web/css/huge.css") && text.contains("greedy"), text);
            }
        }
    }
}
