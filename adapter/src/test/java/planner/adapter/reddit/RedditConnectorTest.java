package planner.adapter.reddit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.kit.Http;
import planner.adapter.kit.Transport;
import planner.network.ChoiceReader.Choice;
import planner.network.Connector;
import planner.network.Connector.Consent;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.simulator.Visitor;

class RedditConnectorTest extends RedditStand {
    private static final Consent CONSENT =
            new Consent(URI.create("http://127.0.0.1:1/callback"), "state-1", "v".repeat(50));

    private Connector.OAuth2 page() {
        return (Connector.OAuth2) network.connectors().getFirst();
    }

    private Connector.Secrets form() {
        return (Connector.Secrets) network.connectors().getLast();
    }

    private Credential connected() {
        try (var visitor = new Visitor()) {
            var callback = Visitor.query(visitor.allow(page().consentPage(CONSENT)));
            assertThat(callback).containsEntry("state", "state-1");
            return page().exchange(callback.getOrDefault("code", ""), CONSENT);
        }
    }

    private static Fault fault(Runnable run) {
        return catchThrowableOfType(NetworkException.class, run::run).fault();
    }

    @Test
    void theConsentIsAskedForGood() {
        assertThat(Visitor.query(page().consentPage(CONSENT)))
                .containsEntry("duration", "permanent")
                .containsEntry("response_type", "code")
                .containsEntry("scope", "identity submit read flair mysubreddits edit history");
    }

    @Test
    void aTokenLivesForADayAndTheRefreshTokenStays() {
        var before = connected();
        assertThat(before.expiresAt()).isEqualTo(stage.now().plus(Duration.ofDays(1)));

        var after = page().refresh(before);

        assertThat(after.access()).isNotEqualTo(before.access());
        assertThat(after.refresh()).isEqualTo(before.refresh());
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void aRefreshTokenThatDoesNotComeBackIsKept() {
        var silent =
                network(call -> reply("{\"access_token\":\"new\",\"token_type\":\"bearer\",\"expires_in\":86400}"));
        var old = new Credential("old", "kept", null, Set.of("identity"), Map.of());

        assertThat(silent.connectors().getFirst().refresh(old).refresh()).isEqualTo("kept");
    }

    private static planner.adapter.kit.Reply reply(String body) {
        return new planner.adapter.kit.Reply(200, Map.of(), body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void aCodeIsGoodOnce() {
        try (var visitor = new Visitor()) {
            var code = Visitor.query(visitor.allow(page().consentPage(CONSENT))).getOrDefault("code", "");
            page().exchange(code, CONSENT);

            assertThat(fault(() -> page().exchange(code, CONSENT)))
                    .isInstanceOfSatisfying(
                            Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("code"));
        }
    }

    @Test
    void aLostAnswerOfARefreshIsNoRevocation() {
        var credential = connected();
        Transport broken = call -> {
            throw new IOException("cut");
        };

        assertThat(fault(() -> network(broken).connectors().getFirst().refresh(credential)))
                .isInstanceOf(Fault.Unavailable.class);
    }

    @Test
    void whatIsTakenBackIsGone() {
        var credential = connected();
        page().revoke(credential);

        assertThat(fault(() -> page().refresh(credential))).isInstanceOf(Fault.Revoked.class);
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void theAccountIsDescribed() {
        var account = page().accounts(connected()).getFirst().account();

        assertThat(account.id()).isEqualTo("1aqz7k");
        assertThat(account.name()).isEqualTo("u/mossy_corner");
        assertThat(account.handle()).isEqualTo("mossy_corner");
        assertThat(account.avatar()).asString().endsWith("/avatar/mossy_corner");
    }

    @Test
    void aSuspendedAccountIsToldSo() {
        stage.who = "4kban0";

        assertThat(fault(() -> stage.connect(network)))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("account-suspended"));
    }

    @Test
    void permissionsThatAreMissingAreNamed() {
        var few = new Credential("t", null, null, Set.of("identity", "read"), Map.of());

        assertThat(fault(() -> page().accounts(few))).isEqualTo(new Fault.Rejected("missing_scope", "history, submit"));
    }

    @Test
    void aPasswordIsAskedForOnlyWhereTheOperatorHasAScriptApp() {
        var settings = new HashMap<>(((MapEnvironment) stage.settings()).values());
        assertThat(network.connectors()).extracting(Connector::id).containsExactly("oauth2", "password");
        settings.remove("script-client-id");

        var without = new Reddit(new MapEnvironment(settings), new Http(stage.transport()), stage.clock());

        assertThat(without.connectors()).extracting(Connector::id).containsExactly("oauth2");
    }

    @Test
    void aPasswordIsRepeatedWhenTheTokenEnds() {
        var typed = new RedditByPasswordContractTest.Door();
        try (typed) {
            var credential = form().signIn(typed.form());
            assertThat(credential.refresh()).isNull();

            var after = form().refresh(credential);

            assertThat(after.access()).isNotEqualTo(credential.access());
            assertThat(after.extra()).isEqualTo(credential.extra());
            stage.revoke();
            assertThat(fault(() -> form().refresh(credential))).isInstanceOf(Fault.Revoked.class);
            assertThat(form().fields()).extracting(Connector.Field::name).containsExactly("username", "password");
        }
    }

    @Test
    void onlyDevelopersOfTheScriptAppGetIn() {
        var stranger = Map.of("username", "fresh_sprout", "password", planner.simulator.reddit.Reddit.SCRIPT_PASSWORD);

        assertThat(fault(() -> form().signIn(stranger)))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("password"));
        var settings = new HashMap<>(((MapEnvironment) stage.settings()).values());
        settings.put("script-client-secret", "wrong");
        var misled = new Reddit(new MapEnvironment(settings), new Http(stage.transport()), stage.clock());
        assertThat(fault(() -> ((Connector.Secrets) misled.connectors().getLast()).signIn(stranger)))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("invalid_client"));
    }

    @Test
    void subredditsToChooseFrom() {
        var choices = network.choices().orElseThrow();

        var all = choices.choices("subreddits", Map.of(), session());
        assertThat(all)
                .extracting(Choice::value)
                .startsWith("u_mossy_corner", "plantcare")
                .contains("gardening");
        assertThat(all)
                .filteredOn(it -> !it.enabled())
                .extracting(Choice::value)
                .containsExactlyInAnyOrder("bonsaimasters", "closedbeds");
        assertThat(choices.choices("subreddits", Map.of("subreddit", "nowhere"), session()))
                .isEqualTo(all);
        assertThat(choices.choices("something", Map.of(), session())).isEmpty();
    }

    @Test
    void flairsOfTheChosenSubreddit() {
        var choices = network.choices().orElseThrow();

        assertThat(choices.choices("flairs", Map.of(), session())).isEmpty();
        assertThat(choices.choices("flairs", Map.of("subreddit", "r/gardening"), session()))
                .extracting(Choice::label)
                .containsExactly("Vegetables", "Flowers");
        assertThat(choices.choices("flairs", Map.of("subreddit", "plantcare"), session()))
                .extracting(Choice::label)
                .as("without what only moderators may choose")
                .isEqualTo(List.of("Help wanted", "Progress"));
        assertThat(choices.choices("flairs", Map.of("subreddit", "secretgreens"), session()))
                .isEmpty();
    }

    @Test
    void theAgentNamesTheAppAndItsOperator() {
        assertThat(agent(Map.of("client-id", "abc", "operator", "me"))).isEqualTo("server:planner.abc:1 (by /u/me)");
        assertThat(agent(Map.of("script-client-id", "def"))).isEqualTo("server:planner.def:1 (self-hosted planner)");
        assertThat(agent(Map.of())).isEqualTo("server:planner.unnamed:1 (self-hosted planner)");
    }

    private static String agent(Map<String, String> settings) {
        return RedditApp.from(new MapEnvironment(settings)).agent();
    }
}
