package planner.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriComponentsBuilder;
import planner.fake.FakeNetwork;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.workspace.Scope;
import planner.workspace.Tokens;
import planner.workspace.Workspaces;

class ConsentTest extends ChannelTest {

    /** @param cookie what the browser got @param state what went to the network */
    private record Begun(String cookie, String state) {}

    private Begun begin() {
        var answer = http.post()
                .uri("/api/channels/fake/consent")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of())
                .retrieve()
                .toEntity(Map.class);
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        var cookie = answer.getHeaders().getFirst(HttpHeaders.SET_COOKIE);
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
        var body = Objects.requireNonNull(answer.getBody());
        var url = URI.create(String.valueOf(body.get("url")));
        var state = UriComponentsBuilder.fromUri(url).build().getQueryParams().getFirst("state");
        return new Begun(String.valueOf(cookie).split(";", 2)[0], String.valueOf(state));
    }

    @Test
    void oneAccountIsConnectedAtOnce() {
        var begun = begin();
        var asked = Objects.requireNonNull(network.consent);
        var target = back(http, begun.cookie(), "state=" + begun.state() + "&code=abc&iss=home.example");
        assertThat(target).startsWith("/channels?connected=");
        var given = Objects.requireNonNull(network.consent);
        assertThat(given).isEqualTo(asked.back(Map.of("state", begun.state(), "code", "abc", "iss", "home.example")));
        assertThat(given.verifier()).hasSizeBetween(43, 128).matches("[A-Za-z0-9._~-]+");
        assertThat(given.redirect().getPath()).isEqualTo("/connect/fake/callback");
        var id = ChannelId.of(target.substring(target.indexOf('=') + 1));
        assertThat(channels.session(id, NoFiles.NONE).credential().access()).isEqualTo("access-abc");
    }

    @Test
    void aStateWorksOnce() {
        var begun = begin();
        var query = "state=" + begun.state() + "&code=abc";
        back(http, begun.cookie(), query);
        assertThat(back(http, begun.cookie(), query)).isEqualTo("/channels?refused=state&network=fake");
    }

    @Test
    void anotherBrowserIsRefusedAndTheStateIsSpent() {
        var begun = begin();
        var query = "state=" + begun.state() + "&code=abc";
        assertThat(back(http, "PLANNER_CONNECT=" + "A".repeat(43), query)).contains("refused=state");
        assertThat(back(http, begun.cookie(), query)).contains("refused=state");
        assertThat(channels.all(owner.workspace())).isEmpty();
    }

    @Test
    void anotherPersonIsRefused() {
        var begun = begin();
        var stranger = newOwner();
        var theirs = httpWith(bean(Tokens.class)
                .create(stranger.workspace(), stranger.person(), "x", Set.of(Scope.WRITE))
                .secret());
        assertThat(back(theirs, begun.cookie(), "state=" + begun.state() + "&code=abc"))
                .contains("refused=state");
    }

    @Test
    void whoIsSignedOutIsSentToSignIn() {
        var begun = begin();
        assertThat(back(httpWith("none"), begun.cookie(), "state=" + begun.state() + "&code=abc"))
                .contains("refused=signed-out");
    }

    @Test
    void whoMayOnlyReadByNowConnectsNothing() {
        var begun = begin();
        sql.sql("update member set role = 'VIEWER' where person_id = :person")
                .param("person", owner.person().value())
                .update();
        assertThat(back(http, begun.cookie(), "state=" + begun.state() + "&code=abc"))
                .isEqualTo("/channels?refused=role&network=fake");
        assertThat(channels.all(owner.workspace())).isEmpty();
    }

    @Test
    void whoLeftTheWorkspaceMeanwhileConnectsNothingThere() {
        var begun = begin();
        var other = bean(Workspaces.class).create("Other", ZoneId.of("Europe/Warsaw"), owner.person());
        var there = httpWith(bean(Tokens.class)
                .create(other.id(), owner.person(), "x", Set.of(Scope.READ, Scope.WRITE))
                .secret());
        sql.sql("delete from member where workspace_id = :workspace")
                .param("workspace", owner.workspace().value())
                .update();
        assertThat(back(there, begun.cookie(), "state=" + begun.state() + "&code=abc"))
                .isEqualTo("/channels?refused=role&network=fake");
        assertThat(channels.all(owner.workspace())).isEmpty();
    }

    @Test
    void aLateStateIsRefused() {
        var begun = begin();
        clock.advance(Duration.ofMinutes(16));
        assertThat(back(http, begun.cookie(), "state=" + begun.state() + "&code=abc"))
                .contains("refused=late");
    }

    @Test
    void anInventedStateAndNoneAreRefused() {
        assertThat(back(http, "PLANNER_CONNECT=x", "state=zzz&code=abc")).contains("refused=state");
        assertThat(back(http, "PLANNER_CONNECT=x", "")).contains("refused=state");
    }

    @Test
    void aPersonWhoSaysNoComesBackWithTheWord() {
        var begun = begin();
        assertThat(back(http, begun.cookie(), "state=" + begun.state() + "&error=access_denied"))
                .isEqualTo("/channels?refused=access_denied&network=fake");
    }

    /** OAuth 1.0a: no error, no code, only the token that was denied. */
    @Test
    void aDeniedTokenIsANoAsWell() {
        var begun = begin();
        assertThat(back(http, begun.cookie(), "state=" + begun.state() + "&denied=token-1"))
                .isEqualTo("/channels?refused=access_denied&network=fake");
        assertThat(channels.all(owner.workspace())).isEmpty();
    }

    @Test
    void whoComesBackWithoutACodeConnectsNothing() {
        var begun = begin();
        assertThat(back(http, begun.cookie(), "state=" + begun.state() + "&verifier=abc"))
                .isEqualTo("/channels?refused=no-code&network=fake");
    }

    @Test
    void whatANetworkSendsShapesNoAddress() {
        var begun = begin();
        network.exchange = code -> {
            throw new NetworkException(new Fault.Rejected("bad\r\nSet-Cookie: x=1&connected=7", "no"));
        };
        assertThat(back(http, begun.cookie(), "state=" + begun.state() + "&code=abc"))
                .isEqualTo("/channels?refused=bad-set-cookie-x-1-connected-7&network=fake");
    }

    @Test
    void severalAccountsArePickedFromOnce() {
        network.accounts =
                credential -> List.of(FakeNetwork.account("1"), FakeNetwork.account("2"), FakeNetwork.account("3"));
        var begun = begin();
        var target = back(http, begun.cookie(), "state=" + begun.state() + "&code=abc");
        assertThat(target).startsWith("/channels?choose=");
        var choice = "/api/channel-choices/" + target.substring(target.indexOf('=') + 1);
        assertThat(get(choice).body().toString()).contains("Account 3").doesNotContain("access-abc");
        assertThat(post(choice, Map.of("accounts", List.of("1", "99"))).status())
                .isEqualTo(400);
        assertThat(channels.all(owner.workspace())).isEmpty();
        var picked = post(choice, Map.of("accounts", List.of("1", "3")));
        assertThat(picked.status()).isEqualTo(201);
        assertThat(channels.all(owner.workspace()))
                .extracting(channel -> channel.account().id())
                .containsExactly("1", "3");
        assertThat(get(choice).status()).isEqualTo(404);
    }

    @Test
    void anOfferIsSealedAndForItsWorkspaceOnly() {
        network.accounts = credential -> List.of(FakeNetwork.account("1"), FakeNetwork.account("2"));
        var begun = begin();
        var target = back(http, begun.cookie(), "state=" + begun.state() + "&code=topsecret");
        var row = sql.sql("select encode(grants, 'escape') from channel_choice")
                .query(String.class)
                .list();
        assertThat(row).isNotEmpty().noneMatch(text -> text.contains("topsecret"));
        var stranger = newOwner();
        var theirs = httpWith(bean(Tokens.class)
                .create(stranger.workspace(), stranger.person(), "x", Set.of(Scope.READ))
                .secret());
        assertThat(theirs.get()
                        .uri("/api/channel-choices/" + target.substring(target.indexOf('=') + 1))
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }
}
