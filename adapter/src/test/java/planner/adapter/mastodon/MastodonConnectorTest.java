package planner.adapter.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Reply;
import planner.adapter.kit.Transport;
import planner.network.Connector;
import planner.network.Connector.Consent;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.simulator.Visitor;

class MastodonConnectorTest extends MastodonStand {
    private Connector.OAuth2 connector() {
        return connector(network());
    }

    private static Connector.OAuth2 connector(Mastodon network) {
        return (Connector.OAuth2) network.connectors().getFirst();
    }

    private String here() {
        return String.valueOf(connector().fields().getFirst().initial());
    }

    private Consent prepared() {
        return CONSENT.with(connector().prepare(Map.of("server", here()), CONSENT));
    }

    private Credential connected(Consent consent) {
        try (var visitor = new Visitor()) {
            var callback = Visitor.query(visitor.allow(connector().consentPage(consent)));
            assertThat(callback).containsEntry("state", "state-1");
            return connector().exchange(callback.getOrDefault("code", ""), consent);
        }
    }

    private static Fault fault(Runnable run) {
        return catchThrowableOfType(NetworkException.class, run::run).fault();
    }

    private static void blamesTheServer(Fault fault) {
        assertThat(fault)
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("server"));
    }

    @Test
    void theAppIsRegisteredAndItsSecretStaysWithTheAccess() {
        var consent = prepared();
        assertThat(consent.prepared()).containsOnlyKeys("server", "client-id", "client-secret");
        assertThat(consent.toString()).doesNotContain(consent.prepared().getOrDefault("client-secret", "?"));

        var credential = connected(consent);

        assertThat(credential.extra()).isEqualTo(consent.prepared());
        assertThat(credential.expiresAt()).isNull();
        assertThat(credential.scopes())
                .containsExactlyInAnyOrder("read:accounts", "read:statuses", "write:media", "write:statuses");
        assertThat(connector().refresh(credential)).isSameAs(credential);
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void theConsentPageAsksWithPkce() {
        var page = connector().consentPage(prepared());
        assertThat(page.toString()).startsWith(here() + "/oauth/authorize?");
        assertThat(Visitor.query(page))
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "read:accounts read:statuses write:media write:statuses")
                .containsKeys("client_id", "code_challenge", "state");
    }

    @Test
    void anotherVerifierBuysNothing() {
        var consent = prepared();
        try (var visitor = new Visitor()) {
            var code = Visitor.query(visitor.allow(connector().consentPage(consent)))
                    .getOrDefault("code", "");
            var forged = new Consent(consent.redirect(), consent.state(), "forged".repeat(9)).with(consent.prepared());
            assertThat(fault(() -> connector().exchange(code, forged)))
                    .isInstanceOfSatisfying(
                            Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("invalid_grant"));
        }
    }

    @Test
    void theAccountIsTheServersOwn() {
        var credential = connected(prepared());
        var account = connector().accounts(credential).getFirst().account();
        var host = URI.create(here()).getAuthority();
        assertThat(account.id()).isEqualTo(host + "/109300000000000001");
        assertThat(account.handle()).isEqualTo("ada_bakery@" + host);
        assertThat(account.details()).containsEntry("id", "109300000000000001").containsEntry("server", here());
        assertThat(Limits.of(account).characters()).isEqualTo(500);
        assertThat(Limits.of(account).quotes()).isTrue();
    }

    @Test
    void lessThanIsNeededIsRefused() {
        var credential = connected(prepared());
        var less = new Credential(credential.access(), null, null, Set.of("read", "write:media"), credential.extra());
        assertThat(fault(() -> connector().accounts(less)))
                .isEqualTo(new Fault.Rejected("missing_scope", "write:statuses"));
    }

    @Test
    void whatIsRevokedOpensNothing() {
        var credential = connected(prepared());
        connector().revoke(credential);
        assertThat(fault(() -> connector().accounts(credential))).isInstanceOf(Fault.Revoked.class);
    }

    @ParameterizedTest
    @CsvSource({
        "mastodon.social, https://mastodon.social",
        "Mastodon.Social, https://mastodon.social",
        "HTTPS://mastodon.social.:443/, https://mastodon.social",
        "https://mastodon.social/, https://mastodon.social",
        "https://mastodon.social/@ada, https://mastodon.social",
        "@ada@mastodon.social, https://mastodon.social",
        "ada@mastodon.social, https://mastodon.social",
        "' Żółw.example ', ''",
        "http://127.0.0.1:3000/mastodon, http://127.0.0.1:3000/mastodon"
    })
    void aServerIsNamedInManyWays(String typed, String server) {
        assertThat(Servers.named(typed).map(URI::toString).orElse("")).isEqualTo(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://mastodon.social", "ftp://x.example", "not a server", "https://ada:pw@x.example", "@"})
    void whatIsNoServerIsToldAtTheField(String typed) {
        blamesTheServer(fault(() -> connector().prepare(Map.of("server", typed), CONSENT)));
    }

    private Fault preparedAt(Transport transport) {
        return fault(() -> connector(network(transport)).prepare(Map.of("server", "other.example"), CONSENT));
    }

    @Test
    void whatAnswersButIsNoMastodonIsToldAtTheField() {
        for (var answer : List.of(
                reply(404, "<html>not here</html>"),
                reply(301, ""),
                reply(403, "{}"),
                reply(401, "{}"),
                reply(500, ""),
                reply(200, "<html>welcome</html>"),
                reply(200, "{}"),
                reply(422, "{\"error\":\"Validation failed: Redirect URI must be an absolute URI.\"}"))) {
            blamesTheServer(preparedAt(call -> answer));
        }
        blamesTheServer(preparedAt(call -> {
            throw new Transport.NotSent("no connection", new IOException("refused"));
        }));
        assertThat(preparedAt(call -> reply(429, "{}"))).isInstanceOf(Fault.Busy.class);
    }

    @Test
    void theOperatorsOwnServerIsNotToBlameWhenItIsDown() {
        Transport down = call -> {
            throw new IOException("cut");
        };
        assertThat(fault(() -> connector(network(down)).prepare(Map.of("server", here()), CONSENT)))
                .isInstanceOf(Fault.Unavailable.class);
    }

    @Test
    void onlyTheOperatorsServerIsReachedWithoutTheGuard() {
        var calls = new ArrayList<Call>();
        Transport seen = call -> {
            calls.add(call);
            return reply(404, "");
        };
        for (var server : List.of("other.example", here())) {
            fault(() -> connector(network(seen)).prepare(Map.of("server", server), CONSENT));
        }
        var elsewhere =
                new Credential("t", null, null, Set.of("read", "write"), Map.of("server", "https://other.example"));
        fault(() -> connector(network(seen)).accounts(elsewhere));
        assertThat(calls).extracting(Call::guarded).containsExactly(true, false, true);
    }

    @Test
    void withoutASettingTheFormBeginsEmptyAndNobodyIsTrusted() {
        var network = new Mastodon(new MapEnvironment(Map.of()), new Http(stage.transport()), stage.clock());
        assertThat(network.connectors().getFirst().fields()).singleElement().satisfies(field -> {
            assertThat(field.initial()).isNull();
            assertThat(field.required()).isTrue();
        });
        assertThat(connector(network).configured()).isTrue();
    }

    private static Reply reply(int status, String body) {
        return new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
