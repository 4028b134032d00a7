package planner.adapter.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.kit.Http;
import planner.adapter.kit.Reply;
import planner.adapter.kit.Transport;
import planner.network.Connector.Consent;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.NetworkException;

class GoogleOAuthTest {
    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final Consent CONSENT = new Consent(
            URI.create("https://planner.example/connect/callback"),
            "state-1",
            "verifier-verifier-verifier-verifier-verifier-1");
    private static final Credential OLD =
            new Credential("ya29.old", "1//kept", NOW, Set.of("https://scope/a"), Map.of());

    private static GoogleOAuth oauth(Transport transport) {
        var app = GoogleApp.from(new MapEnvironment(Map.of("client-id", "id-1", "client-secret", "secret-1")));
        return new GoogleOAuth(app, new Http(transport), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static GoogleOAuth answering(int status, String body) {
        return oauth(call -> new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theConsentPageAsksForALastingGrantEveryTime() {
        var page = answering(200, "{}").consentPage(List.of("https://scope/a", "https://scope/b"), CONSENT);

        assertThat(page.toString())
                .startsWith("https://accounts.google.com/o/oauth2/v2/auth?client_id=id-1&")
                .contains("access_type=offline")
                .contains("prompt=consent%20select_account")
                .contains("code_challenge_method=S256")
                .contains("scope=https%3A%2F%2Fscope%2Fa%20https%3A%2F%2Fscope%2Fb")
                .contains("state=state-1")
                .doesNotContain("verifier-verifier");
    }

    @Test
    void aRefreshKeepsTheRefreshTokenAndWhatWasGranted() {
        var fresh = answering(200, "{\"access_token\":\"ya29.new\",\"expires_in\":3599,\"token_type\":\"Bearer\"}")
                .refresh(OLD);

        assertThat(fresh.access()).isEqualTo("ya29.new");
        assertThat(fresh.refresh()).isEqualTo("1//kept");
        assertThat(fresh.scopes()).containsExactly("https://scope/a");
        assertThat(fresh.expiresAt()).isEqualTo(NOW.plusSeconds(3599));
    }

    @Test
    void aNewRefreshTokenTakesThePlaceOfTheOldOne() {
        var body = "{\"access_token\":\"ya29.new\",\"expires_in\":3599,\"refresh_token\":\"1//new\",\"scope\":\"a b\"}";

        var fresh = answering(200, body).refresh(OLD);

        assertThat(fresh.refresh()).isEqualTo("1//new");
        assertThat(fresh.scopes()).containsExactlyInAnyOrder("a", "b");
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_grant, Revoked, ''",
        "401, invalid_client, Rejected, invalid_client",
        "400, redirect_uri_mismatch, Rejected, redirect_uri_mismatch",
        "400, unauthorized_client, Rejected, unauthorized_client",
        "400, invalid_request, Rejected, refused",
        "500, internal_failure, Unavailable, ''",
        "503, '', Unavailable, ''"
    })
    void aRefusedRefreshIsUnderstood(int status, String error, String kind, String code) {
        var oauth = answering(status, "{\"error\":\"" + error + "\",\"error_description\":\"Told by Google\"}");

        var fault = catchThrowableOfType(NetworkException.class, () -> oauth.refresh(OLD))
                .fault();

        assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
        if (fault instanceof Fault.Rejected rejected) {
            assertThat(rejected.code()).isEqualTo(code);
            assertThat(rejected.message()).contains("Told by Google");
        }
    }

    @Test
    void aLostRefreshWipesNothing() {
        var oauth = oauth(call -> {
            throw new IOException("cut by the test");
        });

        assertThatThrownBy(() -> oauth.refresh(OLD))
                .isInstanceOfSatisfying(
                        NetworkException.class, e -> assertThat(e.fault()).isInstanceOf(Fault.Unavailable.class));
    }

    @Test
    void aCodeThatIsTooOldAsksToConnectAgain() {
        var oauth = answering(400, "{\"error\":\"invalid_grant\",\"error_description\":\"Bad Request\"}");

        assertThatThrownBy(() -> oauth.exchange("4/old", CONSENT))
                .isInstanceOfSatisfying(
                        NetworkException.class,
                        e -> assertThat(e.fault())
                                .isInstanceOfSatisfying(
                                        Fault.Rejected.class,
                                        it -> assertThat(it.code()).isEqualTo("code")))
                .hasMessageNotContaining("4/old");
    }

    @Test
    void withoutARefreshTokenOnlyANewConsentHelps() {
        var mute = new Credential("ya29.old", null, NOW, Set.of(), Map.of());

        assertThatThrownBy(() -> answering(200, "{}").refresh(mute))
                .isInstanceOfSatisfying(
                        NetworkException.class, e -> assertThat(e.fault()).isInstanceOf(Fault.Revoked.class));
    }
}
