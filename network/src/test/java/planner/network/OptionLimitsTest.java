package planner.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OptionLimitsTest {
    private record Inner(@Option(max = 3) @Nullable String word) {}

    private record Some(
            @Option(required = true) @Nullable String board,
            @Option(min = 1, max = 5) @Nullable Integer day,
            @Option(max = 2, itemMax = 4) List<String> tags,

            @Option(types = "image/png", max = 100) @Nullable
            Media cover,

            @Nullable Inner one,
            @Option(max = 2) List<Inner> several)
            implements Delivery.Options {}

    private static Some day(Integer day) {
        return new Some("b", day, List.of(), null, null, List.of());
    }

    private static List<String> found(Some options) {
        return OptionLimits.check(options).stream()
                .map(finding -> finding.rule() + " " + finding.field() + " " + finding.limit() + " " + finding.actual())
                .toList();
    }

    @Test
    void atItsBoundsAValueIsTaken() {
        assertThat(found(day(1))).isEmpty();
        assertThat(found(day(5))).isEmpty();
        assertThat(found(new Some(
                        "b",
                        null,
                        List.of("abcd", "abcd"),
                        cover("image/png", 100),
                        new Inner("🌱🌱🌱"),
                        List.of(new Inner(null), new Inner("abc")))))
                .isEmpty();
    }

    @Test
    void beyondThemItIsNot() {
        assertThat(found(day(0))).containsExactly("option.range options.day 1-5 0");
        assertThat(found(day(6))).containsExactly("option.range options.day 1-5 6");
        assertThat(found(new Some(
                        "b",
                        null,
                        List.of("a", "b", "abcde"),
                        cover("image/jpeg", 101),
                        new Inner("abcd"),
                        List.of(new Inner("abcd")))))
                .containsExactly(
                        "option.range options.tags 0-2 3",
                        "option.item-too-long options.tags 4 5",
                        "option.file-type options.cover image/png image/jpeg",
                        "option.file-bytes options.cover 100 101",
                        "option.range options.one 0-3 4",
                        "option.range options.several 0-3 4");
    }

    @Test
    void whatMustBeChosenIsNotBlank() {
        assertThat(found(new Some(" ", null, List.of(), null, null, List.of())))
                .containsExactly("option.required options.board  ");
    }

    private static Media cover(String type, long bytes) {
        return new Media(UUID.randomUUID(), MediaKind.IMAGE, type, bytes, 10, 10, 0, 0, 0, null, "cover", "");
    }
}
