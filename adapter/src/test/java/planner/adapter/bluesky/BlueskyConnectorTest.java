package planner.adapter.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Reply;
import planner.adapter.kit.Transport;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.NetworkException;

class BlueskyConnectorTest {
    private final PaperStage stage = new PaperStage();
    private final PaperPds pds = stage.pds;
    private final List<Call> calls = new ArrayList<>();
    private final Connector.Secrets connector = connector(pds);

    @Test
    void theSessionMovesToTheServerOfTheDocument() {
        pds.pds = "http://127.0.0.1:77";

        var credential = connector.signIn(PaperStage.SECRETS);

        assertThat(BlueskyApi.pds(credential)).hasToString("http://127.0.0.1:77");
        assertThat(credential.expiresAt()).isEqualTo(stage.now().plus(Duration.ofHours(2)));
    }

    @Test
    void aDocumentThatLeadsNowhereLeavesTheServerThatThePersonEntered() {
        pds.pds = "https://nowhere.example";
        Transport oneServer = call -> {
            if (call.uri().getHost().equals("nowhere.example")) {
                throw new Transport.NotSent("no such host", new ConnectException());
            }
            return pds.send(call);
        };

        var credential = connector(oneServer).signIn(PaperStage.SECRETS);

        assertThat(BlueskyApi.pds(credential)).hasToString(PaperPds.BASE);
    }

    @Test
    void plainHttpOutsideThisMachineIsPassedOver() {
        pds.pds = "http://example.com";

        var credential = connector.signIn(PaperStage.SECRETS);

        assertThat(BlueskyApi.pds(credential)).hasToString(PaperPds.BASE);
        assertThat(calls).allMatch(call -> call.uri().getHost().equals("127.0.0.1"));
    }

    /** Here the server tells a document of its own making; the directory knows better. */
    @Test
    void aServerThatClaimsSomebodyElsesAccountIsRefused() {
        var typed = new HashMap<>(PaperStage.SECRETS);
        typed.put("service", "http://127.0.0.1:78");
        pds.pds = "http://127.0.0.1:78";
        Transport impostor = call -> {
            if (call.uri().getPath().startsWith("/did:")) {
                pds.pds = "https://home.example";
            }
            return pds.send(call);
        };
        var credential = connector(impostor).signIn(typed);
        assertThat(BlueskyApi.pds(credential)).hasToString("http://127.0.0.1:78");

        assertThat(fault(() -> connector(impostor).accounts(credential)))
                .isEqualTo(new Fault.Rejected("wrong-server", PaperPds.DID + " lives on home.example"));
    }

    @Test
    void aServerIsBelievedWhereNoDocumentCanBeReadAndWhereTheOperatorNamesIt() {
        var typed = new HashMap<>(PaperStage.SECRETS);
        typed.put("service", "http://127.0.0.1:78");
        pds.pds = "http://127.0.0.1:78";
        Transport alone = call ->
                call.uri().getPath().startsWith("/did:") ? new Reply(404, Map.of(), new byte[0]) : pds.send(call);
        assertThat(connector(alone).accounts(connector(alone).signIn(typed))).hasSize(1);

        var atOperators = connector.signIn(PaperStage.SECRETS);
        pds.pds = "https://home.example";
        assertThat(connector.accounts(
                        new Credential(atOperators.access(), null, null, Set.of(), Map.of("pds", PaperPds.BASE))))
                .hasSize(1);
    }

    @Test
    void hostsThatUsersNameAreGuarded() {
        pds.pds = "http://127.0.0.1:77";
        var named = new HashMap<>(PaperStage.SECRETS);
        named.put("service", "http://127.0.0.1:78");

        connector.signIn(named);

        assertThat(calls)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(call -> assertThat(call.guarded())
                        .as(call.uri().toString())
                        .isEqualTo(call.uri().getPort() != 9));
    }

    @Test
    void theAccountTellsWhetherHandleAndDocumentNameEachOther() {
        var account = connector
                .accounts(connector.signIn(PaperStage.SECRETS))
                .getFirst()
                .account();

        assertThat(account.id()).isEqualTo(PaperPds.DID);
        assertThat(account.handle()).isEqualTo("alice.test");
        assertThat(account.name()).isEqualTo("Alice");
        assertThat(account.details()).containsEntry("handle-verified", "true").containsEntry("server", "127.0.0.1");
    }

    @Test
    void refreshReplacesBothTokens() {
        var before = connector.signIn(PaperStage.SECRETS);

        var after = connector.refresh(before);

        assertThat(after.access()).isNotEqualTo(before.access());
        assertThat(after.refresh()).isNotEqualTo(before.refresh());
        assertThat(after.extra()).isEqualTo(before.extra());
    }

    @Test
    void aDeadSessionIsOpenedAnewWithTheAppPassword() {
        var before = connector.signIn(PaperStage.SECRETS);
        pds.sessions.clear();

        var after = connector.refresh(before);

        assertThat(pds.sessions).containsKey(after.access());
    }

    @Test
    void onlyWhenTheAppPasswordIsGoneTooMustThePersonConnectAgain() {
        var before = connector.signIn(PaperStage.SECRETS);
        pds.sessions.clear();
        pds.password = "changed";

        assertThat(fault(() -> connector.refresh(before))).isInstanceOf(Fault.Revoked.class);
    }

    @Test
    void aLostAnswerOfARefreshIsNoRevocation() {
        var before = connector.signIn(PaperStage.SECRETS);
        Transport broken = call -> {
            throw new IOException("cut");
        };

        assertThat(fault(() -> connector(broken).refresh(before))).isInstanceOf(Fault.Unavailable.class);
    }

    @Test
    void refusalsNameTheField() {
        assertThat(refusal("password", "wrong")).isEqualTo("password");
        assertThat(refusal("service", "http://example.com")).isEqualTo("service");
        assertThat(refusal("identifier", "mallory.test")).isEqualTo("password");
    }

    @Test
    void anAddressWithoutAServerIsToldApartFromANetworkInTrouble() {
        Transport nobody = call -> {
            throw new Transport.NotSent("refused", new ConnectException());
        };
        var typo = Map.of("service", "https://bsky.socail", "identifier", "a.test", "password", "p");

        assertThat(fault(() -> connector(nobody).signIn(typo)))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, fault -> assertThat(fault.code()).isEqualTo("service"));
        assertThat(fault(() -> connector(nobody).signIn(PaperStage.SECRETS))).isInstanceOf(Fault.Unavailable.class);
        Transport website = call -> new Reply(404, Map.of(), "<html>".getBytes(StandardCharsets.UTF_8));
        assertThat(fault(() -> connector(website).signIn(typo)))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, fault -> assertThat(fault.code()).isEqualTo("service"));
    }

    @Test
    void theSessionIsClosedWhenTheChannelGoes() {
        var credential = connector.signIn(PaperStage.SECRETS);

        connector.revoke(credential);

        assertThat(calls.getLast().uri().getPath()).endsWith("com.atproto.server.deleteSession");
        assertThat(calls.getLast().headers()).containsEntry("Authorization", "Bearer " + credential.refresh());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "",
                "{\"did\":\"did:plc:abc\"}",
                "{\"did\":\"did:web:%zz\",\"handle\":\"a.b\"}"
            })
    void anAnswerWithoutItsSessionIsAServerInTrouble(String body) {
        Transport hollow = call -> call.uri().getPath().contains("Session")
                ? new Reply(200, Map.of(), body.getBytes(StandardCharsets.UTF_8))
                : pds.send(call);
        var before = connector.signIn(PaperStage.SECRETS);

        assertThat(fault(() -> connector(hollow).signIn(PaperStage.SECRETS))).isInstanceOf(Fault.Unavailable.class);
        assertThat(fault(() -> connector(hollow).accounts(before))).isInstanceOf(Fault.Unavailable.class);
        assertThat(fault(() -> connector(hollow).refresh(before))).isInstanceOf(Fault.Unavailable.class);
    }

    private String refusal(String field, String value) {
        var secrets = new HashMap<>(PaperStage.SECRETS);
        secrets.put(field, value);
        return ((Fault.Rejected) fault(() -> connector.signIn(secrets))).code();
    }

    private static Fault fault(Runnable run) {
        return catchThrowableOfType(NetworkException.class, run::run).fault();
    }

    private Connector.Secrets connector(Transport transport) {
        Transport recording = call -> {
            calls.add(call);
            return transport.send(call);
        };
        var network = new Bluesky(stage.settings(), new Http(recording), stage.clock());
        return (Connector.Secrets) network.connectors().getFirst();
    }
}
