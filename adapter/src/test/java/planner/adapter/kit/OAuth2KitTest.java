package planner.adapter.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import planner.network.Fault;
import planner.network.NetworkException;

class OAuth2KitTest {
    @Test
    void theScopesThatWereUntickedAreNamed() {
        assertThatThrownBy(() -> OAuth2Kit.demand(List.of("c", "a", "b"), Set.of("a")::contains))
                .isInstanceOfSatisfying(
                        NetworkException.class,
                        e -> assertThat(e.fault()).isEqualTo(new Fault.Rejected("missing_scope", "b, c")));
        OAuth2Kit.demand(List.of("a"), Set.of("a", "b")::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "", "{\"access_token\":null}", "{\"access_token\":\" \"}"})
    void anAnswerWithoutATokenIsAServerInTrouble(String body) {
        assertThatThrownBy(() -> OAuth2Kit.credential(reply(body), Clock.systemUTC(), null, Map.of()))
                .isInstanceOfSatisfying(
                        NetworkException.class, e -> assertThat(e.fault()).isInstanceOf(Fault.Unavailable.class));
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "9223372036854775807, 315360000", "-9223372036854775808, 0"})
    void aTokenEndsAtATimeThatCanBeWrittenDown(String told, long seconds) {
        var now = Instant.parse("2026-12-01T09:00:00Z");
        var read = OAuth2Kit.credential(
                reply("{\"access_token\":\"a\",\"expires_in\":" + told + "}"),
                Clock.fixed(now, ZoneOffset.UTC),
                null,
                Map.of());
        assertThat(read.expiresAt()).isEqualTo(now.plusSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "1796115600, 2026-12-01T09:00:00Z",
        "9223372036854775807, 9999-12-31T23:59:59Z",
        "-9223372036854775808, 1970-01-01T00:00:00Z",
        "1e300,",
        "true,"
    })
    void aTokenThatTellsItsEndNeverTellsAnImpossibleOne(String told, @Nullable Instant end) {
        var claims = "{\"exp\":" + told + "}";
        var token = "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
        assertThat(Jwt.expiry(token).orElse(null)).isEqualTo(end);
    }

    private static Reply reply(String body) {
        return new Reply(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
