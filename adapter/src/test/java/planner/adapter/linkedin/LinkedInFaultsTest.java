package planner.adapter.linkedin;

import static org.assertj.core.api.Assertions.assertThat;
import static planner.adapter.linkedin.LinkedInErrors.error;
import static planner.adapter.linkedin.LinkedInErrors.limit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;

class LinkedInFaultsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T21:30:00Z"), ZoneOffset.UTC);

    private static Reply reply(int status, String body, Map<String, String> headers) {
        return new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Fault fault(int status, String body) {
        return LinkedInFaults.of(reply(status, body, Map.of()), CLOCK);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, CHANNEL", "APPLICATION, NETWORK"})
    void aDaysLimitRestsUntilMidnight(String whose, Scope scope) {
        assertThat(fault(429, error(429, "TOO_MANY_REQUESTS", limit(whose))))
                .isEqualTo(new Fault.Busy(Duration.ofMinutes(151), scope, limit(whose)));
    }

    @Test
    void thePauseThatLinkedInNamesIsBelieved() {
        var busy = LinkedInFaults.of(reply(429, error(429, "", "slow down"), Map.of("retry-after", "90")), CLOCK);

        assertThat(busy).isEqualTo(new Fault.Busy(Duration.ofSeconds(90), Scope.CHANNEL, "slow down"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, INVALID_ACCESS_TOKEN, code",
        "403, ACCESS_DENIED, permission",
        "404, NOT_FOUND, NOT_FOUND",
        "426, NONEXISTENT_VERSION, NONEXISTENT_VERSION"
    })
    void whoConnectsIsToldAtOnce(int status, String code, String told) {
        assertThat(LinkedInFaults.connecting(reply(status, error(status, code, "no"), Map.of()), CLOCK, false))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo(told));
    }

    @Test
    void aTokenOfSomeSecondsMayNotWorkYet() {
        assertThat(LinkedInFaults.connecting(
                        reply(401, error(401, "REVOKED_ACCESS_TOKEN", "no"), Map.of()), CLOCK, true))
                .isEqualTo(new Fault.Unavailable(false, "no"));
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_grant, true, REVOKED",
        "invalid_grant, false, code",
        "invalid_client, true, invalid_client",
        "unauthorized_client, false, invalid_client",
        "invalid_redirect_uri, false, invalid_redirect_uri",
        "invalid_request, true, code"
    })
    void theTokenServiceHasAShapeOfItsOwn(String error, boolean refreshing, String told) {
        var body = "{\"error\":\"" + error + "\",\"error_description\":\"no\"}";
        var fault = LinkedInFaults.ofToken(reply(400, body, Map.of()), refreshing);

        assertThat(fault).isEqualTo(told.equals("REVOKED") ? new Fault.Revoked("no") : new Fault.Rejected(told, "no"));
    }

    @Test
    void aTokenServiceInTroubleWipesNothing() {
        assertThat(LinkedInFaults.ofToken(reply(503, "<html></html>", Map.of()), true))
                .isInstanceOf(Fault.Unavailable.class);
        assertThat(LinkedInFaults.ofToken(reply(429, "{}", Map.of()), true)).isInstanceOf(Fault.Unavailable.class);
    }

    @Test
    void aVersionEndsOnAKnownDayOrAYearLaterAtTheEarliest() {
        assertThat(Versions.sunset("202601")).contains(LocalDate.of(2027, 1, 15));
        assertThat(Versions.sunset("202609")).contains(LocalDate.of(2027, 9, 15));
        assertThat(Versions.sunset("latest")).isEmpty();
    }
}
