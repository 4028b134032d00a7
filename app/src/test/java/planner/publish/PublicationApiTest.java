package planner.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import planner.RoomTest;
import planner.channel.Channel;
import planner.channel.Channels;
import planner.channel.NetworkDirectory;
import planner.network.Account;
import planner.network.Credential;
import planner.network.Delivery;
import planner.network.Grant;
import planner.network.Network;
import planner.publish.Publications.Line;
import planner.publish.Publications.Order;
import planner.workspace.Workspace.Late;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublicationApiTest extends RoomTest {
    private static final Late LATE = new Late(Duration.ofHours(1), Late.Action.SPACE, Duration.ofMinutes(2));
    private static final Instant DUE = START.plus(Duration.ofDays(3));

    private UUID post = UUID.randomUUID();
    private Publications publications;
    private Network network;
    private Channel channel;
    private UUID id;

    @BeforeEach
    void order() {
        publications = bean(Publications.class);
        network = bean(NetworkDirectory.class).all().getFirst();
        var account = new Account(UUID.randomUUID().toString(), "Ann", "ann", null, Map.of());
        var grant = new Grant(account, new Credential("token", null, null, Set.of(), Map.of()));
        channel = bean(Channels.class)
                .connect(owner.workspace(), network.id(), "any", grant, UUID.randomUUID())
                .channel();
        id = schedule(DUE).getFirst().value();
    }

    @Test
    void whatIsScheduledCanBeSeen() {
        var seen = get("");

        assertThat(seen.path("state").asString()).isEqualTo("SCHEDULED");
        assertThat(seen.path("account").asString()).isEqualTo("Ann");
        assertThat(seen.path("line").asString()).isEqualTo("Hello");
        assertThat(seen.path("dueAt").asString()).isEqualTo(DUE.toString());
        assertThat(call("GET", "/api/publications?state=SCHEDULED,HELD")
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(call("GET", "/api/publications?state=FAILED").path("items").size())
                .isZero();
        assertThat(call("GET", "/api/publications/counts").path("SCHEDULED").asInt())
                .isEqualTo(1);
    }

    /** The real look before the first step: of the account and of the time as they are then. */
    @Test
    void whatTheNetworkWouldNotTakeByNowIsObjectedTo() {
        var access = bean(HouseAccess.class);
        var journey = bean(PublicationStore.class).find(new PublicationId(id)).orElseThrow();
        assertThat(access.objection(journey, channel.account())).isEmpty();

        var grown = withText(journey, "x".repeat(100_000));

        assertThat(access.objection(grown, channel.account()))
                .hasValueSatisfying(finding -> assertThat(finding.rule()).startsWith("text.too-long"));
    }

    private static Journey withText(Journey journey, String text) {
        var was = journey.delivery();
        var parts = List.of(new Delivery.Part(text, List.of()));
        return new Journey(
                journey.id(),
                journey.workspace(),
                journey.post(),
                journey.channel(),
                journey.network(),
                new Delivery(was.id(), was.scheduledAt(), was.format(), was.title(), parts, was.options()),
                journey.standing(),
                journey.version());
    }

    @Test
    void whatIsBehindCanComeNewestFirstPageByPage() {
        var times = List.of(60, 120, 180);
        for (int seconds : times) {
            post = UUID.randomUUID();
            schedule(DUE.plusSeconds(seconds));
        }

        var first = call("GET", "/api/publications?first=NEWEST&limit=3");
        var rest = call(
                "GET",
                "/api/publications?first=NEWEST&limit=3&cursor="
                        + first.path("next").asString());

        assertThat(first.path("items")
                        .valueStream()
                        .map(item -> Instant.parse(item.path("dueAt").asString())))
                .containsExactly(DUE.plusSeconds(180), DUE.plusSeconds(120), DUE.plusSeconds(60));
        assertThat(rest.path("items")
                        .valueStream()
                        .map(item -> Instant.parse(item.path("dueAt").asString())))
                .containsExactly(DUE);
    }

    @Test
    void retryingAreThoseThatWaitForAnotherTryAsTheCountSays() {
        sql.sql("update publication set state = 'PUBLISHING', failures = 1 where id = :id")
                .param("id", id)
                .update();
        post = UUID.randomUUID();
        schedule(DUE.plusSeconds(60));

        assertThat(call("GET", "/api/publications?retrying=true").path("items").size())
                .isEqualTo(1);
        assertThat(call("GET", "/api/publications/counts").path("RETRYING").asInt())
                .isEqualTo(1);
    }

    @Test
    void aNewOrderReplacesTheOldOne() {
        var again = schedule(DUE.plusSeconds(60));

        assertThat(publications.ofPost(owner.workspace(), post, owner.locale()))
                .extracting(PublicationView::id)
                .containsExactly(again.getFirst().value());
    }

    @Test
    void aNoteIsToldInTheReadersLanguageAndTheNetworksWordsStay() {
        sql.sql("""
                        update publication set state = 'PUBLISHED',
                            note = 'published; the first comment was refused: r/bonsai: Locked; sorry'
                        where id = :id
                        """).param("id", id).update();

        assertThat(publications.ofPost(owner.workspace(), post, Locale.of("pl")))
                .extracting(PublicationView::note)
                .containsExactly("opublikowano; odrzucono pierwszy komentarz: r/bonsai: Locked; sorry");
        assertThat(publications.ofPost(owner.workspace(), post, Locale.ENGLISH))
                .extracting(PublicationView::note)
                .containsExactly("published; the first comment was refused: r/bonsai: Locked; sorry");
    }

    /** Else both would go out once the channel works again. */
    @Test
    void aNewOrderCallsOffWhatWasTriedAndHeld() {
        sql.sql("update publication set state = 'HELD', held_for = 'CHANNEL', attempts = 1 where id = :id")
                .param("id", id)
                .update();

        schedule(DUE.plusSeconds(60));
        bean(Channels.class).works(channel.id(), channel.account());

        assertThat(publications.ofPost(owner.workspace(), post, owner.locale()))
                .extracting(PublicationView::state)
                .containsExactlyInAnyOrder(PublicationState.CANCELLED, PublicationState.SCHEDULED);
    }

    @Test
    void theRefusalOfACredentialThatWasReplacedMeanwhileBreaksNothing() {
        var old = new Credential("old", null, null, Set.of(), Map.of());

        assertThat(bean(Channels.class).mustReconnect(channel.id(), old, "token revoked"))
                .isFalse();
        assertThat(get("").path("state").asString()).isEqualTo("SCHEDULED");

        var current = new Credential("token", null, null, Set.of(), Map.of());
        assertThat(bean(Channels.class).mustReconnect(channel.id(), current, "token revoked"))
                .isTrue();
        assertThat(get("").path("state").asString()).isEqualTo("HELD");
    }

    @Test
    void theAlarmRingsWithThePublication() {
        var sooner = START.plusSeconds(60);
        schedule(sooner);

        assertThat(sql.sql("select execution_time from scheduled_tasks where task_instance = :channel")
                        .param("channel", channel.id().value().toString())
                        .query((row, number) -> row.getTimestamp(1).toInstant())
                        .single())
                .isEqualTo(sooner);
    }

    @Test
    void aPersonHoldsAndReleases() {
        assertThat(call("PUT", "/api/publications/" + id + "/hold")
                        .path("state")
                        .asString())
                .isEqualTo("HELD");
        var released = call("DELETE", "/api/publications/" + id + "/hold");

        assertThat(released.path("state").asString()).isEqualTo("SCHEDULED");
        assertThat(get("/attempts").path("items").size()).isEqualTo(2);
    }

    @Test
    void aChannelThatMustReconnectHoldsAndGoesOn() {
        bean(Channels.class).mustReconnect(channel.id(), null, "password changed");
        assertThat(get("").path("state").asString()).isEqualTo("HELD");
        assertThat(get("").path("problem").path("advice").asString()).isNotBlank();

        bean(Channels.class).works(channel.id(), channel.account());

        assertThat(get("").path("state").asString()).isEqualTo("SCHEDULED");
    }

    @Test
    void aVerdictEndsTheDoubtAndAnAbsentOneMayBeTriedAgain() {
        sql.sql("update publication set state = 'UNCONFIRMED', begun = true, attempts = 1 where id = :id")
                .param("id", id)
                .update();

        var absent = put("/verdict", "{\"verdict\":\"ABSENT\"}");

        assertThat(absent.getStatusCode()).isEqualTo(HttpStatusCode.valueOf(200));
        assertThat(get("").path("state").asString()).isEqualTo("FAILED");
        assertThat(call("POST", "/api/publications/" + id + "/attempts")
                        .path("state")
                        .asString())
                .isEqualTo("PUBLISHING");
    }

    @Test
    void aVerdictMayNameThePost() {
        sql.sql("update publication set state = 'UNCONFIRMED', begun = true, attempts = 1 where id = :id")
                .param("id", id)
                .update();

        put("/verdict", "{\"verdict\":\"PUBLISHED\",\"permalink\":\"https://example.org/1\"}");

        assertThat(get("").path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(get("").path("permalink").asString()).isEqualTo("https://example.org/1");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(put("/verdict", "{\"verdict\":\"ABSENT\"}").getStatusCode().value())
                .isEqualTo(409);
        assertThat(put("/verdict", "{\"verdict\":\"MAYBE\"}").getStatusCode().value())
                .isEqualTo(400);
        assertThat(status("POST", "/api/publications/" + id + "/attempts")).isEqualTo(409);
        assertThat(status("GET", "/api/publications?cursor=rubbish")).isEqualTo(400);
        assertThat(status("GET", "/api/publications?limit=0")).isEqualTo(400);
        assertThat(status("GET", "/api/publications?state=NONSENSE")).isEqualTo(400);
        assertThat(status("GET", "/api/publications/" + UUID.randomUUID())).isEqualTo(404);
    }

    @Test
    void cancellingCallsOff() {
        publications.cancel(owner.workspace(), post);

        assertThat(get("").path("state").asString()).isEqualTo("CANCELLED");
    }

    private List<PublicationId> schedule(Instant due) {
        var format = network.capabilities().formats().getFirst().id();
        var options = JsonMapper.shared().readValue("{}", network.options());
        var draft = new Delivery(
                UUID.randomUUID(), due, format, "", List.of(new Delivery.Part("Hello", List.of())), options);
        return publications.schedule(
                new Order(owner.workspace(), post, due, false, LATE, List.of(new Line(channel.id(), draft))));
    }

    private JsonNode get(String more) {
        return call("GET", "/api/publications/" + id + more);
    }

    private JsonNode call(String method, String path) {
        return JsonMapper.shared().readTree(exchange(method, path).getBody());
    }

    private int status(String method, String path) {
        return exchange(method, path).getStatusCode().value();
    }

    private ResponseEntity<String> exchange(String method, String path) {
        return http.method(org.springframework.http.HttpMethod.valueOf(method))
                .uri(path)
                .retrieve()
                .toEntity(String.class);
    }

    private ResponseEntity<String> put(String more, String body) {
        return http.put()
                .uri("/api/publications/" + id + more)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(String.class);
    }
}
