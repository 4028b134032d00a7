package planner.adapter.pinterest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.adapter.kit.Reply;
import planner.adapter.kit.Transport;
import planner.network.Connector;
import planner.network.Connector.Consent;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.simulator.Visitor;
import planner.simulator.pinterest.Level;
import tools.jackson.databind.json.JsonMapper;

class PinterestConnectorTest extends PinterestStand {
    private static final Consent CONSENT =
            new Consent(URI.create("http://127.0.0.1:8080/connect/callback"), "state-1", "unused".repeat(8));

    private static Connector.OAuth2 connector(Pinterest network) {
        return (Connector.OAuth2) network.connectors().getFirst();
    }

    private Credential credential(Transport transport, Set<String> unticked) {
        var connector = connector(network(transport));
        try (var visitor = new Visitor()) {
            var callback = Visitor.query(visitor.allow(connector.consentPage(CONSENT), "", unticked));
            return connector.exchange(callback.getOrDefault("code", ""), CONSENT);
        }
    }

    private static Fault fault(Runnable work) {
        return catchThrowableOfType(NetworkException.class, work::run).fault();
    }

    @Test
    void theConsentPageIsAskedForEverythingButProof() {
        var query = Visitor.query(connector(network()).consentPage(CONSENT));

        assertThat(query)
                .containsOnlyKeys("client_id", "redirect_uri", "response_type", "scope", "state")
                .containsEntry("state", "state-1");
        assertThat(query.get("scope"))
                .startsWith("boards:read,boards:write,pins:read,pins:write,user_accounts:read,")
                .contains("pins:write_secret");
    }

    @Test
    void accessLastsThirtyDaysAndIsRenewedWithAFreshPair() {
        var first = credential(stage.transport(), Set.of());
        assertThat(first.expiresAt()).isEqualTo(stage.now().plus(Duration.ofDays(30)));

        stage.passes(Duration.ofDays(31));
        assertThat(fault(() -> connector(network()).accounts(first))).isInstanceOf(Fault.Expired.class);
        var second = connector(network()).refresh(first);

        assertThat(second.refresh()).isNotEqualTo(first.refresh());
        assertThat(second.scopes()).isEqualTo(first.scopes());
        assertThat(connector(network()).accounts(second)).hasSize(1);
        assertThat(stage.violations()).isEmpty();
    }

    /** 60 days without use end the connection; before that it goes on for ever. */
    @Test
    void aRefreshTokenThatRestedTooLongIsVoid() {
        var first = credential(stage.transport(), Set.of());
        stage.passes(Duration.ofDays(59));
        var second = connector(network()).refresh(first);
        stage.passes(Duration.ofDays(59));
        var third = connector(network()).refresh(second);
        stage.passes(Duration.ofDays(61));

        assertThat(fault(() -> connector(network()).refresh(third))).isInstanceOf(Fault.Revoked.class);
    }

    @Test
    void aLostAnswerIsNoRevocation() {
        var credential = credential(stage.transport(), Set.of());
        Transport lost = call -> {
            throw new IOException("cut by the test");
        };

        assertThat(fault(() -> connector(network(lost)).refresh(credential))).isInstanceOf(Fault.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 'The refresh token is invalid or has expired.', Revoked",
        "401, 'The provided token was revoked', Revoked",
        "401, 'Authentication failed.', Rejected",
        "401, 'Invalid client credentials', Rejected",
        "429, 'Slow down', Busy",
        "500, 'Oops', Unavailable",
        "503, 'Oops', Unavailable"
    })
    void onlyWordsAboutTheTokenEndTheConnection(int status, String message, String kind) {
        var credential = credential(stage.transport(), Set.of());
        Transport canned = call -> reply(status, PinterestErrors.body(status, message));

        assertThat(fault(() -> connector(network(canned)).refresh(credential))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(kind);
    }

    @Test
    void wrongAppCredentialsAreTheOperatorsAffair() {
        var settings = new HashMap<>(stage.site().settings());
        settings.put("client-secret", "wrong");
        var network = new Pinterest(new MapEnvironment(settings), new Http(stage.transport()), stage.clock());

        assertThat(fault(() -> connector(network).exchange("any", CONSENT)))
                .isEqualTo(new Fault.Rejected("invalid_client", "Authentication failed."));
    }

    @Test
    void aCodeIsGoodOnce() {
        var connector = connector(network());
        try (var visitor = new Visitor()) {
            var code =
                    Visitor.query(visitor.allow(connector.consentPage(CONSENT))).getOrDefault("code", "");
            connector.exchange(code, CONSENT);

            assertThat(fault(() -> connector.exchange(code, CONSENT)))
                    .isInstanceOfSatisfying(
                            Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("code"));
        }
    }

    @Test
    void everyPermissionButThoseForSecretBoardsIsNeeded() {
        for (var scope : Set.of("boards:read", "boards:write", "pins:read", "pins:write")) {
            var credential = credential(stage.transport(), Set.of(scope));
            assertThat(fault(() -> connector(network()).accounts(credential)))
                    .isEqualTo(new Fault.Rejected("missing_scope", scope));
        }
        var open = credential(stage.transport(), Set.of("pins:write_secret"));
        assertThat(connector(network()).accounts(open).getFirst().account().details())
                .containsEntry(PinterestConnector.SECRET_BOARDS, "false");
    }

    @Test
    void theAccountIsWhomPinterestNames() {
        var account = connector(network())
                .accounts(credential(stage.transport(), Set.of()))
                .getFirst()
                .account();

        assertThat(account.id()).isEqualTo("2783136121146311751");
        assertThat(account.name()).isEqualTo("Zielony Kąt");
        assertThat(account.handle()).isEqualTo("zielonykat");
        assertThat(account.avatar()).isNotNull();
        assertThat(account.details()).containsEntry(PinterestConnector.SECRET_BOARDS, "true");
    }

    @Test
    void anAppThatNobodyApprovedIsSaidToBeOne() {
        var credential = credential(stage.transport(), Set.of());
        stage.site().trust(Level.NONE);

        assertThat(fault(() -> connector(network()).accounts(credential)))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("app-access"));
    }

    /** Names of the form's fields as in the OpenAPI; continuous_refresh stands in its prose only. */
    @Test
    void theTokenCallsAreThoseOfTheSpec() throws IOException {
        var schemas = JsonMapper.builder()
                .build()
                .readTree(Files.readAllBytes(SpecCheck.folder("pinterest").resolve("openapi-5.23.0.organic.json")))
                .path("components")
                .path("schemas");
        var wire = new Wire(stage.transport());
        var credential = credential(wire, Set.of());
        connector(network(wire)).refresh(credential);

        for (var each : Map.of(0, "OauthAccessTokenRequestCode", 1, "OauthAccessTokenRequestRefresh")
                .entrySet()) {
            var sent = wire.sent().get(each.getKey());
            var given = Visitor.query(URI.create("http://localhost/?" + sent.text()));
            var known = schemas.path(each.getValue()).path("allOf").path(0).path("properties");
            assertThat(sent.call().uri().getPath()).isEqualTo("/pinterest/api/v5/oauth/token");
            assertThat(sent.call().headers().get("Authorization")).startsWith("Basic ");
            assertThat(given.keySet())
                    .filteredOn(name -> !name.equals("grant_type") && !name.equals("continuous_refresh"))
                    .containsExactlyInAnyOrderElementsOf(known.propertyNames().stream()
                            .filter(name -> !name.equals("scope"))
                            .toList());
        }
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void withoutAppCredentialsNobodyConnects() {
        var bare = new Pinterest(
                new MapEnvironment(Map.of()), new Http(call -> new Reply(500, Map.of(), new byte[0])), stage.clock());

        assertThat(connector(bare).configured()).isFalse();
        assertThat(connector(network()).configured()).isTrue();
    }
}
