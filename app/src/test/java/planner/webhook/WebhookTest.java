package planner.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import planner.MovableClock;
import planner.RoomTest;
import planner.channel.Channel;
import planner.channel.ChannelId;
import planner.channel.Channels;
import planner.channel.NetworkDirectory;
import planner.network.Account;
import planner.network.Credential;
import planner.network.Delivery;
import planner.network.Grant;
import planner.network.Network;
import planner.network.NetworkId;
import planner.publish.Publications;
import planner.simulator.Simulator;
import planner.workspace.Workspace.Late;
import tools.jackson.databind.json.JsonMapper;

/** Real adapters, and hooks signed as the sandbox's app signs them. */
class WebhookTest extends RoomTest {
    private static final Simulator SIMULATOR = Simulator.start(0, new MovableClock(START));
    private static final String SECRET =
            Objects.requireNonNull(SIMULATOR.settings().get("PLANNER_TIKTOK_CLIENT_SECRET"));
    private static final String APP =
            Objects.requireNonNull(SIMULATOR.settings().get("PLANNER_TIKTOK_CLIENT_KEY"));
    private static final NetworkId TIKTOK = new NetworkId("tiktok");
    private static final Instant LATER = START.plus(Duration.ofHours(2));

    private String creator = "";
    private ChannelId channel = new ChannelId(UUID.randomUUID());

    @DynamicPropertySource
    static void sandbox(DynamicPropertyRegistry settings) {
        SIMULATOR.settings().forEach((name, value) -> settings.add(name, () -> value));
    }

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @BeforeEach
    void connect() {
        creator = UUID.randomUUID().toString();
        channel = connected(creator);
    }

    private ChannelId connected(String account) {
        var grant = new Grant(
                new Account(account, "Ann", "ann", null, Map.of()),
                new Credential("long-gone", null, null, Set.of(), Map.of()));
        var connector = network().connectors().getFirst().id();
        return bean(Channels.class)
                .connect(owner.workspace(), TIKTOK, connector, grant, UUID.randomUUID())
                .channel()
                .id();
    }

    private Network network() {
        return bean(NetworkDirectory.class).get(TIKTOK);
    }

    /** One that asked the network how far it is, and will ask again in two hours. */
    private UUID asking(ChannelId of, String publishId) {
        var late = new Late(Duration.ofHours(1), Late.Action.SPACE, Duration.ofMinutes(2));
        var draft = new Delivery(
                UUID.randomUUID(),
                LATER,
                "video",
                "",
                List.of(new Delivery.Part("Moss", List.of())),
                JsonMapper.shared().readValue("{}", network().options()));
        var order = new Publications.Order(
                owner.workspace(), UUID.randomUUID(), LATER, false, late, List.of(new Publications.Line(of, draft)));
        var id = bean(Publications.class).schedule(order).getFirst().value();
        sql.sql("""
                        update publication set state = 'PUBLISHING', trying = true, attempts = 1, next_at = :later,
                            step = cast(:step as jsonb)
                        where id = :id
                        """)
                .param("later", LATER.atOffset(ZoneOffset.UTC))
                .param("step", "{\"is\":\"Processing\",\"publishId\":\"" + publishId + "\"}")
                .param("id", id)
                .update();
        return id;
    }

    private Instant nextAt(UUID publication) {
        return sql.sql("select next_at from publication where id = :id")
                .param("id", publication)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private String news(String event, String publishId) {
        return """
                {"client_key":"%s","event":"%s","create_time":1796115600,"user_openid":"%s",\
                "content":"{\\"publish_id\\":\\"%s\\",\\"publish_type\\":\\"DIRECT_POST\\"}"}""".formatted(APP, event, creator, publishId);
    }

    private static String signature(String body, Instant at) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = at.getEpochSecond() + "." + body;
            var digest = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return "t=" + at.getEpochSecond() + ",s=" + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private int ring(String network, String body, String signature) {
        return httpWith("nobody")
                .post()
                .uri("/hooks/" + network)
                .contentType(MediaType.APPLICATION_JSON)
                .header("TikTok-Signature", signature)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private int ring(String body) {
        return ring("tiktok", body, signature(body, START));
    }

    private long kept() {
        return sql.sql("select count(*) from webhook_event where account_id = :account")
                .param("account", creator)
                .query(Long.class)
                .single();
    }

    @Test
    void newsOfAPublicationMakesItAskAtOnceAndNoOther() {
        var meant = asking(channel, "v_pub_file~1");
        var beside = asking(channel, "v_pub_file~2");
        var elsewhere = asking(connected(UUID.randomUUID().toString()), "v_pub_file~1");

        assertThat(ring(news("post.publish.complete", "v_pub_file~1"))).isEqualTo(200);

        assertThat(nextAt(meant)).isEqualTo(START);
        assertThat(nextAt(beside)).isEqualTo(LATER);
        assertThat(nextAt(elsewhere)).isEqualTo(LATER);
    }

    @Test
    void newsThatNoPublicationKnowsMakesAllOfTheAccountAsk() {
        var one = asking(channel, "v_pub_file~1");
        var other = asking(channel, "v_pub_file~2");

        assertThat(ring(news("post.publish.complete", "p_pub_url~9"))).isEqualTo(200);

        assertThat(List.of(nextAt(one), nextAt(other))).containsOnly(START);
    }

    @Test
    void newsThatComesAgainIsHeardOnce() {
        var publication = asking(channel, "v_pub_file~1");
        ring(news("post.publish.complete", "v_pub_file~1"));
        sql.sql("update publication set next_at = :later where id = :id")
                .param("later", LATER.atOffset(ZoneOffset.UTC))
                .param("id", publication)
                .update();

        assertThat(ring(news("post.publish.complete", "v_pub_file~1"))).isEqualTo(200);
        assertThat(nextAt(publication)).isEqualTo(LATER);
        assertThat(kept()).isEqualTo(1);

        assertThat(ring(news("post.publish.publicly_available", "v_pub_file~1")))
                .isEqualTo(200);
        assertThat(nextAt(publication)).isEqualTo(START);
    }

    /** Cut short: it must settle first. After a fault: it must not hammer. In the act: somebody asks already. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "begun = true",
                "failures = 2",
                "in_act = true",
                "trying = false",
                "state = 'HELD', held_for = 'PERSON'"
            })
    void whoWaitsForAnotherReasonWaitsOn(String reason) {
        var publication = asking(channel, "v_pub_file~1");
        sql.sql("update publication set " + reason + " where id = :id")
                .param("id", publication)
                .update();

        assertThat(ring(news("post.publish.complete", "v_pub_file~1"))).isEqualTo(200);
        assertThat(nextAt(publication)).isEqualTo(LATER);
    }

    @Test
    void whatIsNotSignedByTheNetworkChangesNothing() {
        var publication = asking(channel, "v_pub_file~1");
        var body = news("post.publish.complete", "v_pub_file~1");

        assertThat(ring("tiktok", body, "")).isEqualTo(403);
        assertThat(ring("tiktok", body + " ", signature(body, START))).isEqualTo(403);
        assertThat(ring("tiktok", body, signature(body, START.minusSeconds(301))))
                .isEqualTo(403);
        assertThat(ring("tiktok", body, signature(body, START.plusSeconds(301))))
                .isEqualTo(403);
        assertThat(ring("tiktok", body, "t=" + START.getEpochSecond() + ",s=" + "0".repeat(64)))
                .isEqualTo(403);
        assertThat(kept()).isZero();
        assertThat(nextAt(publication)).isEqualTo(LATER);
        assertThat(ring("tiktok", body, signature(body, START.minusSeconds(300))))
                .isEqualTo(200);
    }

    @Test
    void whoPushesNothingHasNoDoor() {
        assertThat(ring("telegraph", "{}", "")).isEqualTo(404);
        assertThat(ring("mastodon", "{}", "")).isEqualTo(404);
        assertThat(ring("tiktok", "x".repeat(1024 * 1024 + 1), "")).isEqualTo(413);
    }

    @Test
    void aHandshakeIsAnsweredToWhoKnowsTheToken() {
        var token = SIMULATOR.settings().get("PLANNER_THREADS_VERIFY_TOKEN");
        var path = "/hooks/threads?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
        var right = httpWith("nobody").get().uri(path + token).retrieve().toEntity(String.class);

        assertThat(right.getStatusCode().value()).isEqualTo(200);
        assertThat(right.getBody()).isEqualTo("1158201444");
        assertThat(Objects.requireNonNull(right.getHeaders().getContentType()).toString())
                .startsWith("text/plain");
        assertThat(httpWith("nobody")
                        .get()
                        .uri(path + "guessed")
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    @Test
    void accessThatWasTakenAwayIsFoundByAskingTheNetwork() {
        var other = connected(UUID.randomUUID().toString());

        assertThat(ring(news("authorization.removed", ""))).isEqualTo(200);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(state(channel)).isEqualTo(Channel.State.RECONNECT));
        assertThat(state(other)).isEqualTo(Channel.State.CONNECTED);
    }

    private Channel.State state(ChannelId of) {
        return bean(Channels.class).get(of).state();
    }
}
