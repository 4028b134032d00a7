package planner.simulator.bluesky;

import java.time.Instant;

/** Names that grow with time: 53 bits of microseconds and 10 bits against collisions, in 13 characters. */
final class Tids {
    private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";

    private Tids() {}

    static String at(Instant moment, long count) {
        long micros = moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1_000;
        long value = micros << 10 | count & 1023;
        StringBuilder text = new StringBuilder();
        for (int shift = 60; shift >= 0; shift -= 5) {
            text.append(DIGITS.charAt((int) (value >> shift & 31)));
        }
        return text.toString();
    }
}
