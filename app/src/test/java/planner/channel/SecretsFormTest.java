package planner.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import planner.fake.FakeNetwork;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;
import planner.workspace.Scope;
import planner.workspace.Tokens;

@ExtendWith(OutputCaptureExtension.class)
class SecretsFormTest extends ChannelTest {
    private static final String SECRET = "hunter2-very-secret-value";

    @Test
    void theSameAccountKeepsItsId() {
        var first = signIn(Map.of("identifier", "anna", "password", SECRET));
        var second = signIn(Map.of("identifier", "anna", "password", "another"));
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).containsEntry("id", first.body().get("id"));
        assertThat(first.body())
                .containsEntry("network", "fake")
                .containsEntry("connector", "password")
                .containsEntry("state", "CONNECTED")
                .containsEntry("handle", "handle-1")
                .containsEntry("waiting", 0);
    }

    @Test
    void theSameAccountInAnotherWorkspaceIsAnotherChannel() {
        var here = connected(SECRET);
        var other = newOwner();
        var there = channels.connect(
                other.workspace(),
                FakeNetwork.ID,
                "password",
                new Grant(FakeNetwork.account("1"), FakeNetwork.credential("x", null)),
                UUID.randomUUID());
        assertThat(there.channel().id()).isNotEqualTo(here);
        assertThat(get("/api/channels/" + there.channel().id()).status()).isEqualTo(404);
    }

    @Test
    void noSecretStandsInTheDatabaseTheAnswersOrTheLog(CapturedOutput output) {
        var id = connected(SECRET);
        var row = sql.sql("select * from channel where id = :id")
                .param("id", id.value())
                .query()
                .singleRow();
        var sealed = (byte[]) row.get("credential");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        assertThat(row.toString()).doesNotContain(SECRET);
        assertThat(get("/api/channels").body().toString())
                .doesNotContain(SECRET)
                .contains(id.toString());
        network.signIn = secrets -> {
            throw new NetworkException(new Fault.Rejected("password", "wrong"));
        };
        assertThat(signIn(Map.of("identifier", "anna", "password", SECRET, "oops", SECRET))
                        .body()
                        .toString())
                .doesNotContain(SECRET);
        assertThat(output.getAll()).doesNotContain(SECRET);
        assertThat(channels.session(id, NoFiles.NONE).credential().access()).isEqualTo(SECRET);
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyWrongFieldIsNamed() {
        var answer = signIn(Map.of("password", 7, "nonsense", "x"));
        assertThat(answer.status()).isEqualTo(400);
        var errors = (List<Map<String, Object>>) answer.body().get("errors");
        assertThat(errors)
                .extracting(error -> error.get("field") + " " + error.get("rule"))
                .containsExactlyInAnyOrder("identifier required", "password malformed", "nonsense unknown");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theFieldThatTheNetworkBlamesIsNamed() {
        network.signIn = secrets -> {
            throw new NetworkException(new Fault.Rejected("password", "Invalid identifier or password"));
        };
        var answer = signIn(Map.of("identifier", "anna", "password", "wrong"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat((List<Map<String, Object>>) answer.body().get("errors"))
                .containsExactly(
                        Map.of("field", "password", "rule", "refused", "message", "Invalid identifier or password"));
    }

    @Test
    void aRefusalSpeaksThePersonsLanguage() {
        network.signIn = secrets -> {
            throw new NetworkException(new Fault.Rejected("blocked", "ACCOUNT_BLOCKED_77"));
        };
        var answer = http.post()
                .uri("/api/channels/fake")
                .header(HttpHeaders.ACCEPT_LANGUAGE, "pl")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("identifier", "anna", "password", "x"))
                .retrieve()
                .toEntity(String.class);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("To konto jest zablokowane.", "Sieć odmówiła");
    }

    @Test
    void aNetworkThatIsAwayIsNotTheCallersFault() {
        network.signIn = secrets -> {
            throw new NetworkException(new Fault.Unavailable(false, "could not connect"));
        };
        assertThat(signIn(Map.of("identifier", "anna", "password", "x")).status())
                .isEqualTo(502);
    }

    @Test
    void unknownNetworksAndConnectorsAreNot500() {
        assertThat(post("/api/channels/nowhere", Map.of()).status()).isEqualTo(404);
        assertThat(post("/api/channels/Now.Here", Map.of()).status()).isEqualTo(404);
        assertThat(signIn(Map.of("connector", "oauth")).status()).isEqualTo(400);
        assertThat(signIn(Map.of("connector", List.of(1))).status()).isEqualTo(400);
    }

    @Test
    void severalAccountsAreOffered() {
        network.accounts = credential -> List.of(FakeNetwork.account("a"), FakeNetwork.account("b"));
        var answer = signIn(Map.of("identifier", "anna", "password", "x"));
        assertThat(answer.status()).isEqualTo(202);
        var offer = get("/api/channel-choices/" + answer.body().get("choice"));
        assertThat(offer.body().toString()).contains("Account a", "Account b");
    }

    @Test
    void disconnectingWipesRevokesAndCanBeUndone() {
        network.accounts = credential -> List.of(FakeNetwork.account("alone"));
        var id = connected(SECRET);
        var gone = http.delete().uri("/api/channels/" + id).retrieve().toBodilessEntity();
        assertThat(gone.getStatusCode().value()).isEqualTo(204);
        assertThat(network.revoked).hasSize(1);
        assertThat(heard.changes).contains(new ChannelChanged(owner.workspace(), id, Channel.State.REMOVED));
        assertThat(get("/api/channels/" + id).status()).isEqualTo(404);
        assertThat(channels.get(id).state()).isEqualTo(Channel.State.REMOVED);
        assertThat(sql.sql("select credential from channel where id = :id")
                        .param("id", id.value())
                        .query()
                        .singleRow()
                        .get("credential"))
                .isNull();
        var again = signIn(Map.of("identifier", "anna", "password", "new"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).containsEntry("id", id.toString());
    }

    @Test
    void aGrantThatAnotherChannelLivesFromIsNotRevoked() {
        var id = connected(SECRET);
        var other = newOwner();
        channels.connect(
                other.workspace(),
                FakeNetwork.ID,
                "password",
                new Grant(FakeNetwork.account("1"), FakeNetwork.credential("x", null)),
                UUID.randomUUID());
        http.delete().uri("/api/channels/" + id).retrieve().toBodilessEntity();
        assertThat(network.revoked).isEmpty();
    }

    @Test
    void aPausedChannelSaysSo() {
        var id = connected(SECRET);
        var paused = http.patch()
                .uri("/api/channels/" + id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("paused", true))
                .retrieve()
                .toEntity(Map.class);
        assertThat(paused.getBody()).containsEntry("state", "PAUSED");
        assertThat(heard.changes).contains(new ChannelChanged(owner.workspace(), id, Channel.State.PAUSED));
        var nothing = http.patch()
                .uri("/api/channels/" + id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of())
                .retrieve()
                .toEntity(Map.class);
        assertThat(nothing.getStatusCode().value()).isEqualTo(400);
    }

    @Test
    void aCheckBelievesTheNetwork() {
        var id = connected(SECRET);
        network.accounts = credential -> {
            throw new NetworkException(new Fault.Revoked("the password was changed"));
        };
        var broken = post("/api/channels/" + id + "/checks", Map.of());
        assertThat(broken.body())
                .containsEntry("state", "RECONNECT")
                .containsEntry("detail", "the password was changed");
        assertThat(heard.changes).contains(new ChannelChanged(owner.workspace(), id, Channel.State.RECONNECT));
        network.calm();
        assertThat(post("/api/channels/" + id + "/checks", Map.of()).body()).containsEntry("state", "CONNECTED");
    }

    @Test
    void aCheckOfANetworkThatIsAwayLeavesTheChannelAsItIs() {
        var id = connected(SECRET);
        network.accounts = credential -> {
            throw new NetworkException(new Fault.Unavailable(true, "the answer was lost"));
        };
        assertThat(post("/api/channels/" + id + "/checks", Map.of()).status()).isEqualTo(502);
        assertThat(channels.get(id).state()).isEqualTo(Channel.State.CONNECTED);
    }

    @Test
    void pickListsComeFromTheNetwork() {
        var id = connected(SECRET);
        assertThat(get("/api/channels/" + id + "/choices/boards?board=cats")
                        .body()
                        .toString())
                .contains("boards cats");
        assertThat(get("/api/channels/" + id + "/choices/nothing").status()).isEqualTo(404);
    }

    @Test
    void othersSeeNothing() {
        var id = connected(SECRET);
        var stranger = newOwner();
        var theirs = httpWith(bean(Tokens.class)
                .create(stranger.workspace(), stranger.person(), "x", Set.of(Scope.READ, Scope.WRITE))
                .secret());
        for (var path : List.of("", "/choices/boards", "/avatar")) {
            assertThat(theirs.get()
                            .uri("/api/channels/" + id + path)
                            .retrieve()
                            .toBodilessEntity()
                            .getStatusCode()
                            .value())
                    .isEqualTo(404);
        }
        assertThat(theirs.delete()
                        .uri("/api/channels/" + id)
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(theirs.post()
                        .uri("/api/channels/" + id + "/checks")
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(channels.get(id).state()).isEqualTo(Channel.State.CONNECTED);
    }
}
