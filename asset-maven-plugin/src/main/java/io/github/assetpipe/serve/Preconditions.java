package io.github.assetpipe.serve;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Evaluates conditional requests in the order of RFC 9110 13.2.2. Stateless. */
final class Preconditions {
    private static final DateTimeFormatter IMF =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US);
    /** All three forms of a date that RFC 9110 5.6.7 requires a server to read. */
    private static final List<DateTimeFormatter> FORMS = List.of(
            IMF,
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 1990)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.US),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.US));

    /** What a request comes to. */
    enum Outcome {
        /** The method is performed. */
        PROCEED,
        /** 304. */
        NOT_MODIFIED,
        /** 412. */
        FAILED
    }

    private Preconditions() {}

    /**
     * Evaluates the conditions of a GET or HEAD.
     *
     * @param tag the strong entity tag of what would be sent, with quotes
     * @param modified its last modification, to the second
     */
    static Outcome evaluate(Ask ask, String tag, Instant modified) {
        Optional<EntityTags> match = ask.header("If-Match").flatMap(EntityTags::of);
        if (match.isPresent()) {
            if (!match.get().matchesStrongly(tag)) {
                return Outcome.FAILED;
            }
        } else if (date(ask, "If-Unmodified-Since").filter(modified::isAfter).isPresent()) {
            return Outcome.FAILED;
        }
        if (ask.header("If-None-Match").isPresent()) {
            // Where it is sent, If-Modified-Since does not count, even when the tags can't be read.
            boolean matches = ask.header("If-None-Match")
                    .flatMap(EntityTags::of)
                    .filter(t -> t.matchesWeakly(tag))
                    .isPresent();
            return matches ? Outcome.NOT_MODIFIED : Outcome.PROCEED;
        }
        return date(ask, "If-Modified-Since").filter(d -> !modified.isAfter(d)).isPresent()
                ? Outcome.NOT_MODIFIED
                : Outcome.PROCEED;
    }

    /** Tells whether a Range counts: there is no {@code If-Range}, or it names exactly what would be sent. */
    static boolean rangeCounts(Ask ask, String tag, Instant modified) {
        Optional<String> condition = ask.header("If-Range").map(String::strip);
        if (condition.isEmpty()) {
            return true;
        }
        String text = condition.get();
        return text.startsWith("\"") || text.startsWith("W/")
                ? text.equals(tag)
                : parse(text).filter(modified::equals).isPresent();
    }

    private static Optional<Instant> date(Ask ask, String name) {
        return ask.header(name).flatMap(Preconditions::parse);
    }

    /** Reads a date in any of its three forms; empty for anything else, which then does not count. */
    static Optional<Instant> parse(String text) {
        for (DateTimeFormatter form : FORMS) {
            try {
                return Optional.of(LocalDateTime.parse(text.strip(), form).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** Writes a date as {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
    static String format(Instant instant) {
        return IMF.format(instant.atOffset(ZoneOffset.UTC));
    }
}
