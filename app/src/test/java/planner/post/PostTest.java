package planner.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import planner.RoomTest;
import planner.channel.NetworkDirectory;
import planner.network.Capabilities.TextField;
import planner.network.Network;
import planner.network.Unit;
import planner.workspace.Scope;
import planner.workspace.Tokens;

class PostTest extends RoomTest {
    private static final ParameterizedTypeReference<Map<String, Object>> MAP = new ParameterizedTypeReference<>() {};

    private Network network;
    private UUID channel;

    /** Any network that takes text alone and counts graphemes will do. */
    @BeforeEach
    void connectAChannel() {
        network = bean(NetworkDirectory.class).all().stream()
                .filter(it -> it.capabilities().formats().getFirst().textAlone() && limit(it) > 0)
                .findFirst()
                .orElseThrow();
        channel = connected(owner, network, "1", "Ada");
    }

    private static int limit(Network network) {
        return network.capabilities().formats().getFirst().text().stream()
                .filter(it -> it.field() == TextField.TEXT && it.unit() == Unit.GRAPHEMES)
                .mapToInt(it -> it.max())
                .findFirst()
                .orElse(0);
    }

    private ResponseEntity<Map<String, Object>> call(HttpMethod method, String path, Object body, String... headers) {
        var request = http.method(method).uri(path).contentType(MediaType.APPLICATION_JSON);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.body(body).retrieve().toEntity(MAP);
    }

    private ResponseEntity<Map<String, Object>> get(String path) {
        return http.get().uri(path).retrieve().toEntity(MAP);
    }

    private Map<String, Object> post(String text) {
        var answer = call(HttpMethod.POST, "/api/posts", Map.of("text", text, "channels", List.of(channel)));
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(201);
        return body(answer);
    }

    private static Map<String, Object> body(ResponseEntity<Map<String, Object>> answer) {
        return Objects.requireNonNull(answer.getBody());
    }

    private static String value(Map<String, Object> body, String name) {
        return String.valueOf(body.get(name));
    }

    private ResponseEntity<Map<String, Object>> scheduleIn(Object id, Duration time) {
        return call(
                HttpMethod.PUT,
                "/api/posts/" + id + "/schedule",
                Map.of("at", START.plus(time).toString(), "zone", "Europe/Warsaw"));
    }

    @Test
    void aNewPostIsADraft() {
        var post = post("Hello");
        assertThat(post)
                .containsEntry("state", "DRAFT")
                .containsEntry("version", 1)
                .containsEntry("zone", "Europe/Warsaw")
                .containsEntry("publications", List.of());
        assertThat(body(get("/api/posts/" + value(post, "id")))).isEqualTo(post);
    }

    @Test
    void schedulingFreezesOnePublicationPerChannel() {
        var post = post("Hello");
        var scheduled = scheduleIn(value(post, "id"), Duration.ofHours(2));
        assertThat(scheduled.getStatusCode().value())
                .as("%s", scheduled.getBody())
                .isEqualTo(200);
        assertThat(body(scheduled)).containsEntry("state", "SCHEDULED");
        assertThat(publications(scheduled))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("state", "SCHEDULED")
                        .containsEntry("channel", channel.toString())
                        .containsEntry("attempts", 0));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> publications(ResponseEntity<Map<String, Object>> answer) {
        return (List<Map<String, Object>>) body(answer).getOrDefault("publications", List.of());
    }

    @Test
    void whatTheNetworkWouldRefuseIsNotScheduledAndNothingChanges() {
        var post = post("a".repeat(limit(network) + 1));
        var refused = scheduleIn(value(post, "id"), Duration.ofHours(2));
        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(body(refused).toString())
                .contains("text.too-long.graphemes")
                .contains("limit=" + limit(network))
                .contains("actual=" + (limit(network) + 1));
        assertThat(body(get("/api/posts/" + value(post, "id")))).isEqualTo(post);
    }

    @Test
    void preflightCountsInTheNetworksOwnUnit() {
        var report =
                call(HttpMethod.POST, "/api/preflight", Map.of("text", "👨‍👩‍👧‍👦!", "channels", List.of(channel)));
        assertThat(body(report).toString()).contains("unit=GRAPHEMES, used=2");
    }

    @Test
    void movingCopyingAndCallingOff() {
        var id = value(post("Hello"), "id");
        scheduleIn(id, Duration.ofHours(2));
        var moved = scheduleIn(id, Duration.ofHours(5));
        assertThat(body(moved)).containsEntry("at", "2026-12-01T13:00:00Z");
        assertThat(publications(moved)).hasSize(1);
        var copy = call(HttpMethod.POST, "/api/posts/" + id + "/copies", Map.of());
        assertThat(body(copy)).containsEntry("text", "Hello").containsEntry("state", "DRAFT");
        var off = http.delete().uri("/api/posts/" + id + "/schedule").retrieve().toEntity(MAP);
        assertThat(body(off)).containsEntry("state", "DRAFT");
        assertThat(publications(off))
                .singleElement()
                .satisfies(it -> assertThat(it).containsEntry("state", "CANCELLED"));
    }

    @Test
    void anotherPersonsChangeIsNotOverwritten() {
        var id = value(post("Hello"), "id");
        var mine = call(HttpMethod.PUT, "/api/posts/" + id, Map.of("text", "Mine"), "If-Match", "\"1\"");
        var theirs = call(HttpMethod.PUT, "/api/posts/" + id, Map.of("text", "Theirs"), "If-Match", "\"1\"");
        assertThat(mine.getStatusCode().value()).isEqualTo(200);
        assertThat(theirs.getStatusCode().value()).isEqualTo(409);
        assertThat(body(theirs)).containsEntry("current", 2);
        assertThat(body(get("/api/posts/" + id))).containsEntry("text", "Mine");
    }

    @Test
    void theSameKeyMakesOnePost() {
        var input = Map.of("text", "Once", "channels", List.of(channel));
        var key = UUID.randomUUID().toString();
        var first = call(HttpMethod.POST, "/api/posts", input, "Idempotency-Key", key);
        var second = call(HttpMethod.POST, "/api/posts", input, "Idempotency-Key", key);
        var other = call(HttpMethod.POST, "/api/posts", Map.of("text", "Else"), "Idempotency-Key", key);
        assertThat(value(body(second), "id")).isEqualTo(value(body(first), "id"));
        assertThat(other.getStatusCode().value()).isEqualTo(422);
    }

    @Test
    void anotherWorkspaceSeesNothing() {
        var id = value(post("Mine"), "id");
        var stranger = newOwner();
        var theirs = httpWith(bean(Tokens.class)
                .create(stranger.workspace(), stranger.person(), "t", Set.of(Scope.READ, Scope.WRITE))
                .secret());
        for (var method : List.of(HttpMethod.GET, HttpMethod.DELETE)) {
            assertThat(theirs.method(method)
                            .uri("/api/posts/" + id)
                            .retrieve()
                            .toBodilessEntity()
                            .getStatusCode()
                            .value())
                    .isEqualTo(404);
        }
        var foreign = theirs.post()
                .uri("/api/posts")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("text", "x", "channels", List.of(channel)))
                .retrieve()
                .toEntity(MAP);
        assertThat(foreign.getStatusCode().value()).isEqualTo(400);
        assertThat(body(foreign).toString()).contains("channels[0]").contains("unknown-id");
    }

    @ParameterizedTest(name = "{0} makes {1}")
    @CsvSource({
        "SCHEDULED SCHEDULED, SCHEDULED",
        "SCHEDULED PUBLISHING, PUBLISHING",
        "SCHEDULED PUBLISHED, PUBLISHING",
        "SCHEDULED FAILED, PUBLISHING",
        "SCHEDULED HELD, HELD",
        "SCHEDULED CANCELLED, SCHEDULED",
        "PUBLISHED PUBLISHED, PUBLISHED",
        "PUBLISHED CANCELLED, PUBLISHED",
        "PUBLISHED FAILED, PARTLY",
        "PUBLISHED HELD, PARTLY",
        "FAILED FAILED, FAILED",
        "FAILED HELD, FAILED",
        "FAILED CANCELLED, FAILED",
        "PUBLISHED UNCONFIRMED, UNCONFIRMED",
        "PUBLISHING UNCONFIRMED, UNCONFIRMED",
        "HELD CANCELLED, HELD",
        "CANCELLED CANCELLED, CANCELLED"
    })
    void aPostIsWhatItsPublicationsAre(String publications, String state) {
        var id = value(post("Two of it"), "id");
        scheduleIn(id, Duration.ofHours(2));
        sql.sql("""
                insert into publication (workspace_id, post_id, channel_id, network, account, format, line, delivery,
                    late_after, late_action, late_spacing, due_at, next_at)
                select workspace_id, post_id, channel_id, network, account, format, 'the second', delivery,
                    late_after, late_action, late_spacing, due_at, next_at
                from publication where post_id = :post
                """).param("post", UUID.fromString(id)).update();
        var states = publications.split(" ", -1);
        for (int i = 0; i < states.length; i++) {
            sql.sql("update publication set state = :state where post_id = :post and (line = 'the second') = :second")
                    .param("state", states[i])
                    .param("post", UUID.fromString(id))
                    .param("second", i == 1)
                    .update();
        }
        assertThat(body(get("/api/posts/" + id))).containsEntry("state", state);
    }

    @Test
    void aPersonAndAWalkThatMeetAtAPostDoNotLockEachOtherOut() {
        var id = value(post("Called off while it is on its way"), "id");
        scheduleIn(id, Duration.ofHours(2));
        var person = bean(TransactionTemplate.class).execute(walk -> {
            sql.sql("select id from publication where post_id = :post for update")
                    .param("post", UUID.fromString(id))
                    .query(UUID.class)
                    .single();
            var calledOff = CompletableFuture.supplyAsync(
                    () -> call(HttpMethod.DELETE, "/api/posts/" + id + "/schedule", Map.of()));
            await().until(() -> waitingForALock());
            sql.sql("update publication set state = 'PUBLISHING', in_act = true where post_id = :post")
                    .param("post", UUID.fromString(id))
                    .update();
            return calledOff;
        });
        assertThat(Objects.requireNonNull(person).join().getStatusCode().value())
                .isEqualTo(409);
        assertThat(body(get("/api/posts/" + id))).containsEntry("state", "PUBLISHING");
    }

    private boolean waitingForALock() {
        return sql.sql("""
                        select exists (select from pg_stat_activity
                                       where datname = current_database() and wait_event_type = 'Lock')
                        """).query(Boolean.class).single();
    }

    @Test
    void theCalendarTellsAStretchInOneAnswer() {
        scheduleIn(value(post("In December"), "id"), Duration.ofHours(2));
        scheduleIn(value(post("In January"), "id"), Duration.ofDays(40));
        var december = get("/api/calendar?from=2026-12-01T00:00:00Z&to=2027-01-01T00:00:00Z");
        assertThat(body(december).toString()).contains("In December").doesNotContain("In January");
        assertThat(get("/api/calendar?from=2026-12-01T00:00:00Z&to=2026-11-01T00:00:00Z")
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    @Test
    void listsAreReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            post("Post " + i);
        }
        var first = body(get("/api/posts?limit=3"));
        var second = body(get("/api/posts?limit=3&cursor=" + value(first, "next")));
        assertThat(value(first, "items")).contains("Post 4", "Post 2").doesNotContain("Post 1");
        assertThat(value(second, "items")).contains("Post 1", "Post 0").doesNotContain("Post 2");
        assertThat(second.get("next")).isNull();
    }

    @Test
    void aTimeThatHasPassedIsRefusedByName() {
        var refused = scheduleIn(value(post("Late"), "id"), Duration.ofHours(-2));
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(body(refused).toString()).contains("field=at").contains("rule=past");
    }

    @Test
    void brokenTextIsRefusedAndNeverAServerError() {
        for (var text : List.of("\"\\u0000\"", "\"\\ud800\"", "{}", "[1]", "\"" + "x".repeat(200_000) + "\"")) {
            var answer = http.post()
                    .uri("/api/posts")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body("{\"text\":" + text + "}")
                    .retrieve()
                    .toEntity(MAP);
            assertThat(answer.getStatusCode().value()).as(text.substring(0, 2)).isEqualTo(400);
            assertThat(value(body(answer), "type")).startsWith("/problems/");
        }
    }

    @Test
    void networksTellTheirLimitsAndOptions() {
        var all = value(body(get("/api/networks")), "items");
        for (var it : bean(NetworkDirectory.class).all()) {
            assertThat(all).contains("id=" + it.id());
        }
        assertThat(all).contains("connectors=[").contains("additionalProperties=false");
    }
}
