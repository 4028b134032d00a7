package planner.adapter.bluesky;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import planner.network.Delivery;

/**
 * Record key and time of a post, drawn from the delivery alone: whoever repeats the step writes the same record to the
 * same key. That is what makes posting exactly-once here.
 */
final class Tid {
    private static final String ALPHABET = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 13;
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Tid() {}

    /** Microseconds of the due second, spread by the delivery's id; the parts of a thread follow one another. */
    static String of(Delivery delivery, int part) {
        long chance = mixed(delivery);
        long micros = delivery.scheduledAt().getEpochSecond() * 1_000_000 + Math.floorMod(chance, 900_000L) + part;
        long clock = chance >>> 54;
        return text(micros << 10 | clock);
    }

    static String createdAt(Delivery delivery, int part) {
        Instant at = delivery.scheduledAt().truncatedTo(ChronoUnit.MILLIS).plusMillis(part);
        return MILLIS.format(at);
    }

    static String text(long value) {
        var text = new StringBuilder(LENGTH);
        for (int shift = 60; shift >= 0; shift -= 5) {
            text.append(ALPHABET.charAt((int) (value >>> shift & 31)));
        }
        return text.toString();
    }

    /** The finaliser of SplitMix64: ids that differ in one bit give unrelated keys. */
    private static long mixed(Delivery delivery) {
        long z = delivery.id().getMostSignificantBits() * 0x9E3779B97F4A7C15L
                + delivery.id().getLeastSignificantBits();
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
