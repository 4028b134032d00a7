package planner.adapter.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.adapter.kit.Transport;
import planner.network.Connector.Consent;
import planner.network.Credential;
import planner.network.Fault;
import planner.simulator.Visitor;

class BlueskyOAuthTest extends OAuthStand {
    private static final String PUBLIC = "https://planner.example/connect/bluesky/callback";
    private static final String DOCUMENT = "https://planner.example/connect/bluesky/client-metadata.json";

    private void publish() {
        stage.site()
                .publish(
                        DOCUMENT,
                        connector()
                                .document("client-metadata.json", URI.create(PUBLIC))
                                .orElseThrow());
    }

    @Test
    void thePersonComesBackAndTheAccountIsConnected() {
        var credential = stage.signedIn(connector(), OAuthStage.HOME);

        assertThat(credential.scopes()).containsExactlyInAnyOrder("atproto", "transition:generic");
        assertThat(credential.expiresAt()).isEqualTo(stage.now().plus(Duration.ofHours(1)));
        assertThat(credential.extra())
                .containsOnlyKeys(
                        "did", "pds", "issuer", "page-url", "token-url", "revoke-url", "client-id", "dpop-key");
        var account = connector().accounts(credential).getFirst().account();
        assertThat(account.id()).isEqualTo(DID);
        assertThat(account.handle()).isEqualTo(OAuthStage.ADA);
        assertThat(account.details()).containsEntry("handle-verified", "true");
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void thePageLearnsANameAndNothingElse() {
        var consent = stage.prepared(connector(), OAuthStage.HOME);
        var page = connector().consentPage(consent);
        assertThat(Visitor.query(page)).containsOnlyKeys("client_id", "request_uri");
        assertThat(consent.prepared().getOrDefault("request-uri", "")).startsWith("urn:ietf:params:oauth:request_uri:");
        assertThat(consent.toString()).doesNotContain(consent.prepared().getOrDefault("dpop-key", "?"));
    }

    @Test
    void onOnesOwnMachineTheWayBackIsANumber() {
        var consent = stage.prepared(connector(), OAuthStage.HOME);
        assertThat(consent.prepared().getOrDefault("client-id", ""))
                .isEqualTo("http://localhost?redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fconnect%2Fbluesky%2Fcallback"
                        + "&scope=atproto%20transition%3Ageneric");
        assertThat(stage.allowed(connector(), consent, "")).containsKeys("code", "state", "iss");
        assertThat(connector().document("client-metadata.json", URI.create(OAuthStage.HOME)))
                .isEmpty();
    }

    @Test
    void aPublicInstallationIsKnownByItsDocument() {
        publish();
        var credential = stage.signedIn(connector(), PUBLIC);
        assertThat(credential.extra()).containsEntry("client-id", DOCUMENT);
        assertThat(connector().accounts(credential)).hasSize(1);
        assertThat(connector().document("other.json", URI.create(PUBLIC))).isEmpty();
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void anInstallationThatNobodyCanReachIsToldSo() {
        assertThat(rejected(() -> stage.prepared(connector(), "https://nowhere.invalid/connect/bluesky/callback")))
                .isEqualTo("client-metadata");
        assertThat(rejected(() -> stage.prepared(connector(), "https://planner.example:8443/connect/bluesky/callback")))
                .isEqualTo("client-metadata");
    }

    @Test
    void aPublicClientsSessionEndsAfterTwoWeeksAndThatOfOneWithAKeyDoesNot() {
        publish();
        assertThat(fault(() -> kept(stage.signedIn(connector(), PUBLIC), 15))).isInstanceOf(Fault.Revoked.class);

        settings.put("client-key", DpopTest.OPENSSL);
        publish();
        var document = Json.tree(
                connector().document("client-metadata.json", URI.create(PUBLIC)).orElseThrow());
        assertThat(document.at("/jwks/keys/0").propertyNames())
                .containsExactlyInAnyOrder("kty", "crv", "x", "y", "kid", "use", "alg");
        var credential = kept(stage.signedIn(connector(), PUBLIC), 40);
        assertThat(connector().accounts(credential)).hasSize(1);
        connector().revoke(credential);
        assertThat(stage.violations()).isEmpty();
    }

    /** Renewed every day, as the house does it. */
    private Credential kept(Credential begun, int days) {
        var credential = begun;
        for (int day = 0; day < days; day++) {
            stage.passes(Duration.ofDays(1));
            credential = connector().refresh(credential);
        }
        return credential;
    }

    @Test
    void aKeyThatCannotBeReadSwitchesThisWayOff() {
        assertThat(connector().configured()).isTrue();
        settings.put("client-key", "nonsense");
        assertThat(connector().configured()).isFalse();
    }

    @Test
    void aMistypedKeyEndsNoSession() {
        settings.put("client-key", DpopTest.OPENSSL);
        publish();
        var credential = stage.signedIn(connector(), PUBLIC);
        int before = calls.size();

        settings.put("client-key", DpopTest.OPENSSL.substring(1));
        assertThat(connector().document("client-metadata.json", URI.create(PUBLIC)))
                .isEmpty();
        assertThat(fault(() -> connector().refresh(credential)))
                .isInstanceOfSatisfying(
                        Fault.Unavailable.class,
                        it -> assertThat(it.maybeDone()).isFalse());
        assertThat(calls).hasSize(before);

        settings.put("client-key", DpopTest.OPENSSL);
        assertThat(connector().refresh(credential).access()).isNotEqualTo(credential.access());
    }

    @Test
    void theFormBeginsWithTheHandleOfTheSettings() {
        assertThat(connector().fields()).singleElement().satisfies(field -> {
            assertThat(field.initial()).isEqualTo(OAuthStage.ADA);
            assertThat(field.required()).isTrue();
            assertThat(field.secret()).isFalse();
        });
        settings.remove("handle");
        assertThat(connector().fields().getFirst().initial()).isNull();
    }

    @Test
    void anAnswerOfAnotherServerBuysNothing() {
        var consent = stage.prepared(connector(), OAuthStage.HOME);
        var back = stage.allowed(connector(), consent, "");
        int before = calls.size();
        for (UnaryOperator<Map<String, String>> forgery : List.<UnaryOperator<Map<String, String>>>of(
                it -> with(it, "iss", "https://evil.example"), it -> with(it, "iss", ""), it -> Map.of())) {
            assertThat(rejected(() -> exchange(back, consent.back(forgery.apply(back)))))
                    .isEqualTo("wrong-issuer");
        }
        assertThat(calls).hasSize(before);
    }

    @Test
    void anotherAccountThanTheNamedOneIsRefusedAndItsTokensAreGivenBack() {
        var consent = stage.prepared(connector(), OAuthStage.HOME);
        var back = stage.allowed(connector(), consent, "did:plc:sandboxgracehopper000000");
        assertThat(rejected(() -> exchange(back, consent.back(back)))).isEqualTo("wrong-account");
        assertThat(calls.getLast().uri().getPath()).endsWith("/oauth/revoke");
    }

    /** The tokens are the named account's, but its server says later that they open another one. */
    @Test
    void aServerThatOpensAnotherAccountThanTheNamedOneIsRefused() {
        var credential = stage.signedIn(connector(), OAuthStage.HOME);
        Transport impostor = call -> call.uri().getPath().endsWith(".getSession")
                ? reply(200, "{\"did\":\"did:plc:sandboxgracehopper000000\",\"handle\":\"grace.bsky.sandbox\"}")
                : stage.transport().send(call);
        assertThat(rejected(() -> connector(impostor).accounts(credential))).isEqualTo("wrong-account");
    }

    @Test
    void aStolenCodeIsWorthNothing() {
        for (UnaryOperator<Consent> thief : List.<UnaryOperator<Consent>>of(
                it -> new Consent(it.redirect(), it.state(), "forged".repeat(9), it.prepared(), it.returned()),
                it -> it.with(with(it.prepared(), "dpop-key", Es256.fresh().text())),
                it -> new Consent(
                        URI.create("http://127.0.0.1:8080/elsewhere"),
                        it.state(),
                        it.verifier(),
                        it.prepared(),
                        it.returned()))) {
            var consent = stage.prepared(connector(), OAuthStage.HOME);
            var back = stage.allowed(connector(), consent, "");
            assertThat(rejected(() -> exchange(back, thief.apply(consent.back(back)))))
                    .isEqualTo("invalid_grant");
        }
    }

    @Test
    void aCodeThatComesTwiceEndsWhatItBought() {
        var consent = stage.prepared(connector(), OAuthStage.HOME);
        var back = stage.allowed(connector(), consent, "");
        var credential = exchange(back, consent.back(back));
        assertThat(rejected(() -> exchange(back, consent.back(back)))).isEqualTo("invalid_grant");
        assertThat(fault(() -> connector().accounts(credential))).isInstanceOf(Fault.Expired.class);
        assertThat(fault(() -> connector().refresh(credential))).isInstanceOf(Fault.Revoked.class);
    }

    @Test
    void tokensWithoutTheirKeyOpenNothing() {
        var credential = stage.signedIn(connector(), OAuthStage.HOME);
        var stolen = new Credential(
                credential.access(),
                credential.refresh(),
                credential.expiresAt(),
                credential.scopes(),
                with(credential.extra(), "dpop-key", Es256.fresh().text()));
        assertThat(fault(() -> connector().accounts(stolen))).isInstanceOf(Fault.Expired.class);
        assertThat(fault(() -> connector().refresh(stolen))).isInstanceOf(Fault.Revoked.class);
        var plain = new Credential(
                credential.access(),
                null,
                null,
                credential.scopes(),
                Map.of("pds", credential.extra().getOrDefault("pds", "")));
        assertThat(fault(() -> connector().accounts(plain))).isInstanceOf(Fault.Expired.class);
    }

    @Test
    void aRefreshReplacesBothTokensAndKeepsTheKey() {
        var before = stage.signedIn(connector(), OAuthStage.HOME);
        var after = connector().refresh(before);
        assertThat(after.access()).isNotEqualTo(before.access());
        assertThat(after.refresh()).isNotEqualTo(before.refresh());
        assertThat(after.extra()).isEqualTo(before.extra());
        assertThat(after.scopes()).isEqualTo(before.scopes());
    }

    @Test
    void aRefreshThatNamesNoScopesKeepsThem() {
        var before = stage.signedIn(connector(), OAuthStage.HOME);
        Transport silent = call -> call.uri().getPath().endsWith("/oauth/token")
                ? reply(200, "{\"access_token\":\"a\",\"token_type\":\"DPoP\",\"sub\":\"" + DID + "\"}")
                : stage.transport().send(call);
        assertThat(connector(silent).refresh(before).scopes()).isEqualTo(before.scopes());
    }

    /** Two that refresh at once would do this to each other: the house lets one at a time, under the row's lock. */
    @Test
    void aRefreshTokenThatComesTwiceEndsTheSession() {
        var before = stage.signedIn(connector(), OAuthStage.HOME);
        var after = connector().refresh(before);
        assertThat(fault(() -> connector().refresh(before))).isInstanceOf(Fault.Revoked.class);
        assertThat(fault(() -> connector().accounts(after))).isInstanceOf(Fault.Expired.class);
    }

    @Test
    void aLostAnswerOfARefreshIsNoRevocationButTheNextTryMayTellOne() {
        var credential = stage.signedIn(connector(), OAuthStage.HOME);
        Transport lossy = call -> {
            var reply = stage.transport().send(call);
            if (call.uri().getPath().endsWith("/oauth/token") && reply.ok()) {
                throw new IOException("lost");
            }
            return reply;
        };
        assertThat(fault(() -> connector(lossy).refresh(credential)))
                .isInstanceOfSatisfying(
                        Fault.Unavailable.class,
                        it -> assertThat(it.maybeDone()).isTrue());
        assertThat(connector().accounts(credential))
                .as("the access token goes on working")
                .hasSize(1);
        assertThat(fault(() -> connector().refresh(credential))).isInstanceOf(Fault.Revoked.class);
    }

    @Test
    void anUnreadableAnswerOfARefreshIsNoRevocation() {
        var credential = stage.signedIn(connector(), OAuthStage.HOME);
        assertThat(fault(() -> connector(call -> reply(200, "<html>")).refresh(credential)))
                .isInstanceOf(Fault.Unavailable.class);
        assertThat(fault(() -> connector(call -> reply(503, "")).refresh(credential)))
                .isInstanceOf(Fault.Unavailable.class);
        assertThat(fault(() -> connector(call -> reply(429, "")).refresh(credential)))
                .isInstanceOf(Fault.Busy.class);
    }

    @Test
    void anAccessTokenThatEndedIsToldApartFromAnEndedSession() {
        var credential = stage.signedIn(connector(), OAuthStage.HOME);
        stage.passes(Duration.ofMinutes(61));
        assertThat(fault(() -> connector().accounts(credential))).isInstanceOf(Fault.Expired.class);
        assertThat(connector().accounts(connector().refresh(credential))).hasSize(1);
    }

    @Test
    void aNonceThatWasReplacedCostsARequestAndNothingElse() {
        var connector = connector();
        var credential = stage.signedIn(connector, OAuthStage.HOME);
        connector.accounts(credential);
        stage.passes(Duration.ofMinutes(10));
        int before = calls.size();
        assertThat(connector.accounts(credential)).hasSize(1);
        assertThat(calls.subList(before, calls.size()).stream()
                        .filter(call -> call.uri().getPath().endsWith(".getSession")))
                .hasSize(2);
        assertThat(connector.refresh(credential).access()).isNotBlank();
    }

    @Test
    void aProofThatIsSentAgainIsRefused() throws IOException {
        connector().accounts(stage.signedIn(connector(), OAuthStage.HOME));
        var proven = calls.stream()
                .filter(call -> call.uri().getPath().endsWith(".getSession"))
                .toList()
                .getLast();
        var again = stage.transport().send(proven);
        assertThat(again.status()).isEqualTo(401);
        assertThat(again.text()).contains("invalid_dpop_proof", "replayed");
    }

    @Test
    void whatIsGivenBackIsOver() {
        var credential = stage.signedIn(connector(), OAuthStage.HOME);
        connector().revoke(credential);
        assertThat(fault(() -> connector().accounts(credential))).isInstanceOf(Fault.Expired.class);
        assertThat(fault(() -> connector().refresh(credential))).isInstanceOf(Fault.Revoked.class);
    }

    @Test
    void lessThanIsNeededIsRefused() {
        var credential = stage.signedIn(connector(), OAuthStage.HOME);
        var less = new Credential(credential.access(), null, null, Set.of("atproto"), credential.extra());
        assertThat(fault(() -> connector().accounts(less)))
                .isEqualTo(new Fault.Rejected("missing_scope", "transition:generic"));
    }

    @Test
    void aRepositoryThatMovedIsFollowedWhereTheSameServerSignsIn() {
        var credential = stage.signedIn(connector(), OAuthStage.HOME);
        var issuer = credential.extra().getOrDefault("issuer", "");
        var moved = "http://127.0.0.1:9/moved";
        for (var signsIn : List.of(issuer, "https://evil.example")) {
            Transport world = call -> {
                if (call.uri().getPath().contains("/plc/")) {
                    return reply(200, document(DID, OAuthStage.ADA, moved));
                }
                return call.uri().toString().startsWith(moved)
                        ? reply(200, "{\"authorization_servers\":[\"" + signsIn + "\"]}")
                        : stage.transport().send(call);
            };
            var fresh = connector(world).refresh(stage.signedIn(connector(), OAuthStage.HOME));
            assertThat(fresh.extra().getOrDefault("pds", "").equals(moved)).isEqualTo(signsIn.equals(issuer));
        }
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        var all = new HashMap<>(map);
        all.put(name, value);
        return all;
    }

    private static Reply reply(int status, String body) {
        return new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
