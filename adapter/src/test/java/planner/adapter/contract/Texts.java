package planner.adapter.contract;

import planner.network.Unit;

/** Texts of an exact length. */
final class Texts {
    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";

    private Texts() {}

    static String exactly(Unit unit, int count) {
        return switch (unit) {
            case GRAPHEMES, CODE_POINTS, UTF16, WEIGHTED -> "a".repeat(count);
            case UTF8_BYTES -> {
                int one = Unit.UTF8_BYTES.count(FAMILY);
                yield FAMILY.repeat(count / one) + "a".repeat(count % one);
            }
            case HASHTAGS -> "#ab ".repeat(count).strip();
            case MENTIONS -> "@ab ".repeat(count).strip();
            case CASHTAGS -> "$AB ".repeat(count).strip();
        };
    }
}
