package planner.adapter.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.OneWay;
import planner.adapter.contract.Sample;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.TestFiles;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.adapter.kit.Reply;
import planner.adapter.kit.Transport;
import planner.network.Connector.Consent;
import planner.network.Connector.OAuth2;
import planner.network.Credential;
import planner.network.Exchange;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Session;
import planner.simulator.Visitor;

/** The three legs of OAuth 1.0a, over HTTP against the simulator. */
class XOAuth1ConnectorTest {
    private static final Consent ROUND =
            new Consent(URI.create("http://127.0.0.1:8080/connect/x/callback"), "state 1&2", "verifier-".repeat(6));

    private final SimulatorStage stage = new SimulatorStage("x");

    @AfterEach
    void close() {
        stage.close();
    }

    private OAuth2 connector() {
        return connector(Map.of(), stage.transport());
    }

    /** @param changed settings of the app that are otherwise than in the sandbox */
    private OAuth2 connector(Map<String, String> changed, Transport transport) {
        return (OAuth2) network(changed, transport).connectors().get(1);
    }

    private X network(Map<String, String> changed, Transport transport) {
        var settings = new HashMap<>(((MapEnvironment) stage.settings()).values());
        settings.putAll(changed);
        return new X(new MapEnvironment(settings), new Http(transport), stage.clock());
    }

    private Map<String, String> back(OAuth2 connector, Consent begun) {
        try (var visitor = new Visitor()) {
            return Visitor.query(visitor.allow(connector.consentPage(begun), "1500000000000000002", Set.of()));
        }
    }

    private static Credential bought(OAuth2 connector, Consent begun, Map<String, String> returned) {
        return connector.exchange(returned.getOrDefault(connector.codeParameter(), ""), begun.back(returned));
    }

    private Credential connected(OAuth2 connector) {
        var begun = ROUND.with(connector.prepare(Map.of(), ROUND));
        return bought(connector, begun, back(connector, begun));
    }

    private static Fault fault(ThrowingCallable call) {
        return catchThrowableOfType(NetworkException.class, call).fault();
    }

    private static void isRejected(Fault fault, String code) {
        assertThat(fault)
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    @Test
    void thePageSendsBackTheStateThatItKnowsNothingOf() {
        var connector = connector();
        var begun = ROUND.with(connector.prepare(Map.of(), ROUND));

        assertThat(back(connector, begun))
                .containsEntry("state", "state 1&2")
                .containsEntry("oauth_token", begun.prepared().get("oauth_token"))
                .containsKey("oauth_verifier");
    }

    @Test
    void theAccountThatSaidYesIsConnectedAndItsCredentialHasNoEnd() {
        var credential = connected(connector());

        assertThat(credential.expiresAt()).isNull();
        assertThat(connector().refresh(credential)).isEqualTo(credential);
        assertThat(connector().accounts(credential))
                .singleElement()
                .satisfies(grant -> assertThat(grant.account().handle()).isEqualTo("grace_premium"));
    }

    @Test
    void whoSaysNoComesBackWithTheDeniedTokenAndTheState() {
        var connector = connector();
        var begun = ROUND.with(connector.prepare(Map.of(), ROUND));
        try (var visitor = new Visitor()) {
            assertThat(Visitor.query(visitor.refuse(connector.consentPage(begun))))
                    .containsEntry("state", "state 1&2")
                    .containsEntry("denied", begun.prepared().get("oauth_token"))
                    .doesNotContainKey("oauth_verifier");
        }
    }

    @Test
    void aTokenOfAnotherRoundBuysNothing() {
        var connector = connector();
        var begun = ROUND.with(connector.prepare(Map.of(), ROUND));
        var other = ROUND.with(connector.prepare(Map.of(), ROUND));

        isRejected(fault(() -> bought(connector, begun, back(connector, other))), "stale-round");
    }

    @Test
    void aVerifierServesOnce() {
        var connector = connector();
        var begun = ROUND.with(connector.prepare(Map.of(), ROUND));
        var returned = back(connector, begun);
        bought(connector, begun, returned);

        isRejected(fault(() -> bought(connector, begun, returned)), "stale-round");
    }

    @Test
    void aRoundOfMoreThanAQuarterOfAnHourIsOver() {
        var connector = connector();
        var begun = ROUND.with(connector.prepare(Map.of(), ROUND));
        var returned = back(connector, begun);
        stage.passes(Duration.ofMinutes(16));

        isRejected(fault(() -> bought(connector, begun, returned)), "stale-round");
    }

    @Test
    void aWrongSecretOfTheAppIsTheOperatorsMatter() {
        var wrong = connector(Map.of("consumer-secret", "wrong"), stage.transport());

        isRejected(fault(() -> wrong.prepare(Map.of(), ROUND)), "invalid_client");
    }

    @Test
    void aCallbackThatXDoesNotKnowIsTheOperatorsMatter() {
        var elsewhere = new Consent(URI.create("planner://callback"), ROUND.state(), ROUND.verifier());

        isRejected(fault(() -> connector().prepare(Map.of(), elsewhere)), "callback");
    }

    @Test
    void aClockThatIsWrongIsTheOperatorsMatter() {
        var settings = ((MapEnvironment) stage.settings()).values();
        var late = Clock.offset(stage.clock(), Duration.ofMinutes(-6));
        var connector = (OAuth2) new X(new MapEnvironment(settings), new Http(stage.transport()), late)
                .connectors()
                .get(1);

        isRejected(fault(() -> connector.prepare(Map.of(), ROUND)), "clock");
    }

    /** Its tokens open the account, but no post can be made with them. */
    @Test
    void anAppThatMayOnlyReadIsFoundAtConnecting() {
        var reading = Map.of("consumer-key", planner.simulator.x.X.READER_KEY);
        var connector = connector(reading, stage.transport());
        var credential = connected(connector);

        isRejected(fault(() -> connector.accounts(credential)), "read-only-app");
        var account = connector().accounts(connected(connector())).getFirst().account();
        var wire = new Wire(stage.transport());
        var delivery = Sample.of("text", XCapabilities.POST, "Hi", List.of(), Chosen.NOTHING)
                .delivery(UUID.randomUUID(), stage.now());
        assertThat(MiniWalk.of(
                                new OneWay(network(reading, wire), "oauth1"),
                                stage,
                                wire,
                                new Session(account, credential, TestFiles.FILES),
                                delivery)
                        .run())
                .isInstanceOfSatisfying(
                        MiniWalk.End.Failed.class,
                        end -> assertThat(end.fault()).isInstanceOf(Fault.Revoked.class));
        assertThat(stage.visible()).isEmpty();
    }

    @Test
    void whatIsGivenBackOpensNothingAnyMore() {
        var credential = connected(connector());
        connector().revoke(credential);

        assertThat(fault(() -> connector().accounts(credential))).isInstanceOf(Fault.Revoked.class);
    }

    /** No part of the sign-in may be read in a story: neither in addresses nor in what is answered. */
    @Test
    void theSignInTellsNobodyItsSecrets() {
        var told = new StringBuilder();
        var secrets = new ArrayList<String>();
        ScopedValue.where(Exchange.LISTENER, told::append).run(() -> {
            var connector = connector();
            var begun = ROUND.with(connector.prepare(Map.of(), ROUND));
            var returned = back(connector, begun);
            var credential = bought(connector, begun, returned);
            connector.accounts(credential);
            secrets.addAll(begun.prepared().values());
            secrets.add(returned.getOrDefault("oauth_verifier", ""));
            secrets.add(credential.access());
            secrets.addAll(credential.extra().values());
        });

        assertThat(told).contains("/oauth/request_token", "/oauth/access_token", "/2/users/me");
        assertThat(secrets).hasSize(5).doesNotContain("");
        assertThat(told.toString()).doesNotContain(secrets);
    }

    @Test
    void whatXSaysInTroubleIsNoVerdict() {
        Transport away = call -> new Reply(503, Map.of(), "<html>".getBytes(StandardCharsets.UTF_8));
        Transport full = call -> new Reply(429, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
        Transport odd = call -> new Reply(200, Map.of(), "<html>".getBytes(StandardCharsets.UTF_8));

        assertThat(fault(() -> connector(Map.of(), away).prepare(Map.of(), ROUND)))
                .isInstanceOf(Fault.Unavailable.class);
        assertThat(fault(() -> connector(Map.of(), full).prepare(Map.of(), ROUND)))
                .isInstanceOf(Fault.Busy.class);
        isRejected(fault(() -> connector(Map.of(), odd).prepare(Map.of(), ROUND)), "callback");
    }

    @Test
    void itIsOfferedWhereTheOperatorHasAKey() {
        assertThat(connector().configured()).isTrue();
        assertThat(connector(Map.of("consumer-key", ""), stage.transport()).configured())
                .isFalse();
        assertThat(connector(Map.of("consumer-secret", ""), stage.transport()).configured())
                .isFalse();
    }
}
