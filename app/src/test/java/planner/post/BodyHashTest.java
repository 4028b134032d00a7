package planner.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planner.post.PostInput.VariantInput;
import tools.jackson.databind.json.JsonMapper;

class BodyHashTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final BodyHash hash = new BodyHash(JSON);

    private static final List<UUID> CHANNELS =
            IntStream.range(0, 12).mapToObj(i -> new UUID(i * 7919L % 13, i)).toList();

    @Test
    void theOrderOfAMapDoesNotCount() {
        Map<UUID, Object> forth = new LinkedHashMap<>();
        CHANNELS.forEach(channel -> forth.put(channel, Map.of("text", "for " + channel)));
        Map<UUID, Object> back = new LinkedHashMap<>();
        CHANNELS.reversed().forEach(channel -> back.put(channel, Map.of("text", "for " + channel)));

        assertThat(JSON.writeValueAsString(forth)).isNotEqualTo(JSON.writeValueAsString(back));
        assertThat(hash.of(forth)).isEqualTo(hash.of(back));
    }

    /** Another process has another order of {@code Map.copyOf}; the hash of an earlier one must be met. */
    @Test
    void aPostHasTheSameHashInEveryProcess() {
        var variants = new LinkedHashMap<UUID, VariantInput>();
        CHANNELS.forEach(channel -> variants.put(
                channel,
                new VariantInput(
                        "for " + channel,
                        null,
                        null,
                        null,
                        null,
                        Map.of("b", JSON.readTree("{\"y\":1,\"x\":2}"), "a", JSON.readTree("1")))));
        var input = new PostInput("Hello", null, CHANNELS, null, null, variants, "Europe/Warsaw");

        assertThat(HexFormat.of().formatHex(hash.of(input)))
                .isEqualTo("c9285387c26f5efde9c492293073a8f8c2099d1b5a7836cd8323e7b15fe67414");
    }

    @Test
    void anotherTextIsAnotherBody() {
        assertThat(hash.of(Map.of("text", "a"))).isNotEqualTo(hash.of(Map.of("text", "b")));
        assertThat(hash.of(List.of("a", "b"))).isNotEqualTo(hash.of(List.of("b", "a")));
    }
}
