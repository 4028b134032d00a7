package planner.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import planner.RoomTest;
import planner.channel.ChannelId;
import planner.channel.Channels;
import planner.channel.NetworkDirectory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people and programs ask for that no calendar, no browser or no network can hold. */
class ComposingTest extends RoomTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private UUID channel;
    private UUID other;

    record Answer(int status, JsonNode body) {}

    @BeforeEach
    void connectTwo() {
        channel = connect("1", "Ada");
        other = connect("2", "Grace");
    }

    private UUID connect(String account, String name) {
        var network = bean(NetworkDirectory.class).all().stream()
                .filter(it -> it.capabilities().formats().getFirst().textAlone())
                .findFirst()
                .orElseThrow();
        return connected(owner, network, account, name);
    }

    private Answer call(HttpMethod method, String path, String body, String... headers) {
        var request = http.method(method).uri(path).contentType(MediaType.APPLICATION_JSON);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        var answer = request.body(body).retrieve().toEntity(String.class);
        return new Answer(
                answer.getStatusCode().value(), JSON.readTree(Objects.requireNonNullElse(answer.getBody(), "{}")));
    }

    private Answer put(String path, String body) {
        return call(HttpMethod.PUT, path, body);
    }

    private Answer get(String path) {
        var answer = http.get().uri(path).retrieve().toEntity(String.class);
        return new Answer(
                answer.getStatusCode().value(), JSON.readTree(Objects.requireNonNullElse(answer.getBody(), "{}")));
    }

    private String draft() {
        return "{\"text\":\"Hello\",\"channels\":[\"%s\",\"%s\"],\"variants\":{\"%s\":{\"text\":\"Hi\"}}}"
                .formatted(channel, other, other);
    }

    private String post() {
        var made = call(HttpMethod.POST, "/api/posts", draft());
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        return "/api/posts/" + made.body().path("id").asString();
    }

    private static void refused(Answer answer, String field, String rule) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        var error = answer.body().path("errors").path(0);
        assertThat(error.path("field").asString("")).isEqualTo(field);
        assertThat(error.path("rule").asString("")).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"+294276-12-31T23:30:00Z\"",
                "\"+10000-01-01T00:00:00Z\"",
                "\"9999-12-31T23:59:59-18:00\"",
                "\"+999999999-12-31T23:59:59.999999999-18:00\"",
                "\"-999999999-01-01T00:00:00+18:00\"",
                "\"0000-12-31T00:00:00Z\"",
                "1796117400",
                "1796117400.5",
                "\"1796117400\"",
                "\"2026-12-24\"",
                "\"\"",
                "true",
                "{}",
                "[]"
            })
    void aTimeThatNoCalendarHasIsRefusedByName(String at) {
        refused(put(post() + "/schedule", "{\"at\":%s}".formatted(at)), "at", "malformed");
    }

    @Test
    void theLastDayOfTheCalendarIsOne() {
        var answer = put(post() + "/schedule", "{\"at\":\"9999-12-31T23:59:59Z\"}");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.body().path("at").asString()).isEqualTo("9999-12-31T23:59:59Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z", "UTC+01:00", "GMT+01:02:03", "+02:00", "UT", "SystemV/EST5", "Mars/Olympus", ""})
    void aZoneThatBrowsersDoNotKnowIsRefused(String zone) {
        var post = post();
        refused(
                put(post + "/schedule", "{\"at\":\"2026-12-24T10:00:00Z\",\"zone\":\"%s\"}".formatted(zone)),
                "zone",
                "unknown-zone");
        refused(put(post, "{\"text\":\"Hello\",\"zone\":\"%s\"}".formatted(zone)), "zone", "unknown-zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Warsaw", "America/Argentina/Buenos_Aires", "Etc/GMT-5"})
    void aZoneOfTheDatabaseIsKept(String zone) {
        var answer = put(post() + "/schedule", "{\"at\":\"2026-12-24T10:00:00Z\",\"zone\":\"%s\"}".formatted(zone));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("zone").asString()).isEqualTo(zone);
    }

    @Test
    void aCopyLeavesOutTheChannelThatWasDisconnected() {
        var post = post();
        bean(Channels.class).disconnect(owner.workspace(), new ChannelId(other));

        var copy = call(HttpMethod.POST, post + "/copies", "");

        assertThat(copy.status()).as("%s", copy.body()).isEqualTo(201);
        assertThat(copy.body().path("channels").valueStream().map(JsonNode::asString))
                .containsExactly(channel.toString());
        assertThat(copy.body().path("variants")).isEmpty();
        assertThat(put("/api/posts/" + copy.body().path("id").asString() + "/schedule", "{\"now\":true}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aDisconnectedChannelStandsInTheWayByName() {
        var post = post();
        bean(Channels.class).disconnect(owner.workspace(), new ChannelId(other));

        var refused = put(post + "/schedule", "{\"at\":\"2026-12-24T10:00:00Z\"}");
        var checked = call(HttpMethod.POST, "/api/preflight", draft());
        var changed = put(post, draft());

        assertThat(refused.status()).as("%s", refused.body()).isEqualTo(422);
        assertThat(checked.status()).as("%s", checked.body()).isEqualTo(200);
        assertThat(List.of(refused, checked))
                .allSatisfy(answer -> assertThat(
                                answer.body().path("findings").valueStream().toList())
                        .singleElement()
                        .satisfies(finding -> {
                            assertThat(finding.path("rule").asString()).isEqualTo("channel.disconnected");
                            assertThat(finding.path("channel").asString()).isEqualTo(other.toString());
                            assertThat(finding.path("message").asString()).contains("Grace");
                        }));
        assertThat(changed.status()).as("what was composed for it stays").isEqualTo(200);
        assertThat(call(HttpMethod.POST, "/api/posts", draft()).status()).isEqualTo(400);

        assertThat(put(post, "{\"text\":\"Hello\",\"channels\":[\"%s\"]}".formatted(channel))
                        .status())
                .isEqualTo(200);
        assertThat(put(post + "/schedule", "{\"at\":\"2026-12-24T10:00:00Z\"}").status())
                .isEqualTo(200);
    }

    @Test
    void aKeyWhosePostWasDeletedMakesNoOtherAndSaysSo() {
        var key = UUID.randomUUID().toString();
        var first = call(HttpMethod.POST, "/api/posts", draft(), "Idempotency-Key", key);
        http.delete()
                .uri("/api/posts/" + first.body().path("id").asString())
                .retrieve()
                .toBodilessEntity();

        var again = call(HttpMethod.POST, "/api/posts", draft(), "Idempotency-Key", key, "Accept-Language", "pl");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("detail").asString("")).contains("usunięty");
    }

    @Test
    void theCalendarSaysWhenItDoesNotTellAll() {
        var stretch = "/api/calendar?from=2027-01-01T00:00:00Z&to=2027-02-01T00:00:00Z";
        posts(5_000);
        assertThat(get(stretch).body().path("truncated").asBoolean(true)).isFalse();
        posts(1);

        var cut = get(stretch).body();

        assertThat(cut.path("truncated").asBoolean(false)).isTrue();
        assertThat(cut.path("items")).hasSize(5_000);
    }

    private void posts(int count) {
        sql.sql("""
                insert into post (id, workspace_id, version, state, due_at, zone, content, line, created_at, updated_at)
                select uuidv7(), :workspace, 1, 'SCHEDULED', '2027-01-15T10:00:00Z', 'UTC', '{"text":"x"}', 'x', now(), now()
                from generate_series(1, :count)
                """)
                .param("workspace", owner.workspace().value())
                .param("count", count)
                .update();
    }
}
