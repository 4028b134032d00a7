package planner.adapter.linkedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import planner.adapter.kit.Http;
import planner.adapter.kit.Transport;
import planner.network.Account;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;
import planner.simulator.Visitor;

class LinkedInConnectorTest extends LinkedInStand {
    private static final Connector.Consent CONSENT = new Connector.Consent(
            URI.create("http://127.0.0.1:8080/connect/callback"),
            "state-1",
            "verifier-verifier-verifier-verifier-1234");

    private Connector.OAuth2 connector(String id, Map<String, String> settings) {
        return (Connector.OAuth2) network(stage.transport(), settings).connectors().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> callback(Connector.OAuth2 connector, String member) {
        try (var visitor = new Visitor()) {
            return Visitor.query(visitor.allow(connector.consentPage(CONSENT), member, Set.of()));
        }
    }

    private Credential connected(Connector.OAuth2 connector, String member) {
        return connector.exchange(callback(connector, member).getOrDefault("code", ""), CONSENT);
    }

    private static Fault fault(ThrowingCallable call) {
        return ((NetworkException) catchThrowable(call)).fault();
    }

    @Test
    void thePagesAppOpensPagesAndTheMember() {
        var connector = connector("pages", Map.of());

        assertThat(connector.accounts(connected(connector, "")))
                .extracting(Grant::account)
                .extracting(Account::id, Account::name, Account::handle)
                .containsExactly(
                        tuple("urn:li:organization:2414183", "Zielony Kąt", "zielony-kat"),
                        tuple("urn:li:organization:5515715", "Ada's Bakery", "adas-bakery"),
                        tuple("urn:li:person:782bbtaQ", "Ada Nowak", "ada-nowak"));
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void aRoleThatIsOnlyAskedForOpensNothing() {
        var connector = connector("pages", Map.of());

        assertThat(connector.accounts(connected(connector, "9hXy12Lk")))
                .extracting(grant -> grant.account().name())
                .containsExactly("Jan Zieliński");
    }

    @Test
    void theProfileAppOpensTheMemberAlone() {
        var connector = connector("profile", Map.of());
        var credential = connected(connector, "");
        var account = connector.accounts(credential).getFirst().account();

        assertThat(account.id()).isEqualTo("urn:li:person:782bbtaQ");
        assertThat(account.avatar()).isNotNull();
        assertThat(credential.refresh()).isNull();
        assertThat(credential.scopes()).containsExactlyInAnyOrder("openid", "profile", "w_member_social");
        assertThat(credential.expiresAt()).isEqualTo(stage.now().plus(Duration.ofDays(60)));
    }

    @Test
    void aScopeThatTheAppDoesNotHaveIsRefusedAsAWhole() {
        var connector = connector("profile", Map.of("scopes", "openid profile w_member_social w_organization_social"));
        URI back;
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(
                    HttpRequest.newBuilder(connector.consentPage(CONSENT)).build(),
                    HttpResponse.BodyHandlers.discarding());
            back = URI.create(response.headers().firstValue("Location").orElseThrow());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }

        assertThat(Visitor.query(back)).containsEntry("error", "unauthorized_scope_error");
    }

    @Test
    void whoRefusesIsSentBack() {
        try (var visitor = new Visitor()) {
            var back = visitor.refuse(connector("pages", Map.of()).consentPage(CONSENT));

            assertThat(Visitor.query(back))
                    .containsEntry("error", "user_cancelled_authorize")
                    .containsEntry("state", "state-1");
        }
    }

    @Test
    void aCodeOpensOnce() {
        var connector = connector("pages", Map.of());
        var code = callback(connector, "").getOrDefault("code", "");
        connector.exchange(code, CONSENT);

        assertThat(fault(() -> connector.exchange(code, CONSENT)))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("code"));
    }

    @Test
    void aWrongSecretIsTheOperatorsAffair() {
        var code = callback(connector("pages", Map.of()), "").getOrDefault("code", "");
        var wrong = connector("pages", Map.of("pages-client-secret", "wrong"));

        assertThat(fault(() -> wrong.exchange(code, CONSENT)))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("invalid_client"));
    }

    @Test
    void aRefreshTokenNeverBecomesYounger() {
        var connector = connector("pages", Map.of());
        var first = connected(connector, "");
        stage.passes(Duration.ofDays(300));
        var second = connector.refresh(first);

        assertThat(second.expiresAt()).isEqualTo(stage.now().plus(Duration.ofDays(60)));
        assertThat(second.scopes()).isEqualTo(first.scopes());
        stage.passes(Duration.ofDays(66));
        assertThat(fault(() -> connector.refresh(second))).isInstanceOf(Fault.Revoked.class);
    }

    @Test
    void withoutARefreshTokenTheCredentialLivesToItsEnd() {
        var connector = connector("profile", Map.of());
        var credential = connected(connector, "");

        assertThat(connector.refresh(credential)).isSameAs(credential);
        stage.passes(Duration.ofDays(60));
        assertThat(fault(() -> connector.refresh(credential))).isInstanceOf(Fault.Revoked.class);
    }

    @Test
    void aLostAnswerWipesNoToken() {
        var credential = connected(connector("pages", Map.of()), "");
        Transport lost = call -> {
            throw new IOException("lost by the test");
        };
        var connector = new LinkedIn(stage.settings(), new Http(lost), stage.clock())
                .connectors()
                .getFirst();

        assertThat(fault(() -> connector.refresh(credential))).isInstanceOf(Fault.Unavailable.class);
    }

    @Test
    void aRevokedCredentialOpensNothing() {
        var connector = connector("pages", Map.of());
        var credential = connected(connector, "");
        connector.revoke(credential);
        stage.passes(Duration.ofMinutes(2));

        assertThat(fault(() -> connector.accounts(credential)))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("permission"));
        assertThatThrownBy(() ->
                        connector.accounts(new Credential(credential.access(), null, null, Set.of("openid"), Map.of())))
                .hasMessageContaining("missing_scope");
    }

    @Test
    void anAppWithoutIdIsNotOffered() {
        assertThat(connector("pages", Map.of("pages-client-id", "")).configured())
                .isFalse();
        assertThat(connector("profile", Map.of()).configured()).isTrue();
    }
}
