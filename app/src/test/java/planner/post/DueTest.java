package planner.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import planner.RoomTest;
import planner.channel.NetworkDirectory;
import planner.network.NetworkId;
import tools.jackson.databind.json.JsonMapper;

/** What a network keeps until later is reckoned from when it gets the post, not from when the post was written. */
class DueTest extends RoomTest {
    private static final Duration FACEBOOK_KEEPS = Duration.ofDays(10);

    private UUID page;

    @BeforeEach
    void connectAPage() {
        var facebook = bean(NetworkDirectory.class).get(new NetworkId("facebook"));
        page = connected(owner, facebook, "1", "Bakery");
    }

    @Test
    void aTimeThatIsFarFromNowButNearTheDueTimeIsFine() {
        var due = START.plus(Duration.ofDays(25));
        var content = post(due.plus(FACEBOOK_KEEPS));

        assertThat(send(HttpMethod.POST, "/api/preflight?at=" + due, content).getBody())
                .doesNotContain("publish-at-range");
        assertThat(send(HttpMethod.POST, "/api/preflight", content).getBody())
                .as("were it handed over now")
                .contains("publish-at-range");
        assertThat(scheduled(content, due).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void aTimeThatWillHavePassedWhenThePostIsDueIsRefused() {
        var due = START.plus(Duration.ofDays(25));

        var refused = scheduled(post(START.plus(FACEBOOK_KEEPS)), due);

        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(refused.getBody()).contains("publish-at-range");
    }

    private ResponseEntity<String> scheduled(String content, Instant due) {
        var made = JsonMapper.shared()
                .readTree(send(HttpMethod.POST, "/api/posts", content).getBody());
        var path = "/api/posts/" + made.path("id").asString() + "/schedule";
        return send(HttpMethod.PUT, path, "{\"at\":\"" + due + "\"}");
    }

    private String post(Instant publishAt) {
        var options = Map.of("publish", "SCHEDULED", "publishAt", publishAt.toString());
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "text",
                        "Fresh bread",
                        "channels",
                        Set.of(page),
                        "variants",
                        Map.of(page.toString(), Map.of("options", options))));
    }

    private ResponseEntity<String> send(HttpMethod method, String path, String body) {
        return http.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(String.class);
    }
}
