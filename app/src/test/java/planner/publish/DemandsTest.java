package planner.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import planner.channel.ChannelId;
import planner.channel.ChannelTest;
import planner.fake.FakeNetwork;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A board demands a word of each text: it is asked ahead of each check, kept for an hour, and asked anew before sending. */
class DemandsTest extends ChannelTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String word = "please";
    private volatile @Nullable Fault fault;
    private ChannelId channel = new ChannelId(UUID.randomUUID());

    @BeforeEach
    void connect() {
        channel = connected("secret");
        network.demand = this::demanded;
    }

    private String demanded(String board, Session session) {
        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .as("a transaction waits for the network")
                .isFalse();
        asked.add(board);
        var now = fault;
        if (now != null) {
            throw new NetworkException(now);
        }
        return word;
    }

    private Map<String, Object> post(String text, String board) {
        return Map.of(
                "text",
                text,
                "channels",
                List.of(channel.value()),
                "variants",
                Map.of(channel.value().toString(), Map.of("options", Map.of("board", board))));
    }

    /** The rules of Fake's findings. */
    private List<String> found(String text, String board) {
        return rules(post("/api/preflight", post(text, board)));
    }

    private static List<String> rules(Answer answer) {
        return JSON.<JsonNode>valueToTree(answer.body()).findValuesAsString("rule").stream()
                .filter(rule -> rule.startsWith("fake."))
                .toList();
    }

    private String drafted(String text, String board) {
        return "/api/posts/" + post("/api/posts", post(text, board)).body().get("id");
    }

    private Answer scheduled(String post) {
        return put(
                post + "/schedule", Map.of("at", START.plus(Duration.ofDays(3)).toString()));
    }

    @Test
    void howeverOftenIsCheckedNoConnectionIsKept() {
        // more often than there are connections
        for (int check = 0; check < 20; check++) {
            assertThat(post("/api/preflight", post("Hello", "board-" + check)).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whoComposesIsToldWhatThePlaceDemandsWhicheverItIs() {
        assertThat(found("Hello", "news")).containsExactly("fake.word");
        assertThat(found("Hello, please", "news")).isEmpty();
        assertThat(found("Hello", "typed by hand")).containsExactly("fake.word");
        assertThat(asked).containsExactly("news", "typed by hand");
    }

    @Test
    void anAnswerCountsForAnHour() {
        assertThat(found("Hello", "news")).containsExactly("fake.word");
        word = "Hello";
        clock.advance(Duration.ofMinutes(59));
        assertThat(found("Hello", "news")).containsExactly("fake.word");
        clock.advance(Duration.ofMinutes(2));

        assertThat(found("Hello", "news")).isEmpty();
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatIsNotToldIsUnknownAndAskedForAMinuteLater() {
        fault = new Fault.Unavailable(false, "away");
        assertThat(found("Hello", "news")).containsExactly("fake.not-known");
        fault = null;
        assertThat(found("Hello", "news")).containsExactly("fake.not-known");
        assertThat(asked).hasSize(1);
        clock.advance(Duration.ofSeconds(61));

        assertThat(found("Hello", "news")).containsExactly("fake.word");
        fault = new Fault.Unavailable(false, "away");
        clock.advance(Duration.ofMinutes(61));
        assertThat(found("Hello", "news")).as("too old to count").containsExactly("fake.not-known");
    }

    @Test
    void anExpiredCredentialIsRenewedForIt() {
        network.refresh = used -> FakeNetwork.credential("renewed", null);
        network.demand = (board, session) -> {
            if (!session.credential().access().equals("renewed")) {
                throw new NetworkException(new Fault.Expired("old"));
            }
            return word;
        };

        assertThat(found("Hello", "news")).containsExactly("fake.word");
    }

    @Test
    void aCheckOfTheChannelForgetsWhatWasTold() {
        assertThat(found("Hello", "news")).containsExactly("fake.word");
        word = "Hello";

        assertThat(post("/api/channels/" + channel.value() + "/checks", Map.of())
                        .status())
                .isEqualTo(200);

        assertThat(found("Hello", "news")).isEmpty();
    }

    @Test
    void aPostIsScheduledAndChangedOnlyAsThePlacesDemand() {
        var refused = scheduled(drafted("Hello", "news"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(rules(refused)).containsExactly("fake.word");
        var fine = drafted("Hello, please", "news");
        assertThat(scheduled(fine).status()).isEqualTo(200);

        word = "Sir";
        var changed = put(fine, post("Hello, please", "the club"));

        assertThat(changed.status()).isEqualTo(422);
        assertThat(rules(changed)).containsExactly("fake.word");
        assertThat(asked).containsExactly("news", "the club");
    }

    @Test
    void whatThePlaceDemandsByNowIsAskedBeforeAnythingIsSent() {
        var post = drafted("Hello, please", "news");
        assertThat(scheduled(post).status()).isEqualTo(200);
        var journey = journey(post);
        var access = bean(HouseAccess.class);
        var account = channels.get(channel).account();
        clock.advance(Duration.ofMinutes(2));
        assertThat(access.objection(journey, account)).isEmpty();

        word = "Sir";
        clock.advance(Duration.ofMinutes(2));

        assertThat(access.objection(journey, account))
                .hasValueSatisfying(finding -> assertThat(finding.rule()).isEqualTo("fake.word"));
        fault = new Fault.Unavailable(false, "away");
        clock.advance(Duration.ofHours(2));
        assertThat(access.objection(journey, account))
                .as("what was told long ago fails no post")
                .isEmpty();
    }

    private Journey journey(String post) {
        var id = sql.sql("select id from publication where post_id = cast(:post as uuid)")
                .param("post", post.replaceFirst(".*/", ""))
                .query(UUID.class)
                .single();
        return bean(PublicationStore.class).find(new PublicationId(id)).orElseThrow();
    }
}
