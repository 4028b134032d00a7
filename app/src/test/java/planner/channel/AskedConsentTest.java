package planner.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import planner.network.Fault;
import planner.network.NetworkException;

/** A consent page that asks first: where does the account live? */
@ExtendWith(OutputCaptureExtension.class)
class AskedConsentTest extends ChannelTest {
    private static final String SECRET = "client-secret-of-that-server";

    private Answer begin(Map<String, ?> body) {
        return post("/api/channels/fake/consent", body);
    }

    private Answer begin(String server) {
        return begin(Map.of("connector", "asking", "server", server));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> errors(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        return (List<Map<String, Object>>) Objects.requireNonNull(answer.body().get("errors"));
    }

    private long rounds() {
        return sql.sql("select count(*) from channel_consent where workspace_id = :workspace")
                .param("workspace", owner.workspace().value())
                .query(Long.class)
                .single();
    }

    @Test
    void whatWasPreparedIsThereAgainWhenThePersonComesBack(CapturedOutput output) {
        network.prepare = answers -> Map.of("server", answers.getOrDefault("server", "?"), "secret", SECRET);
        var answer = http.post()
                .uri("/api/channels/fake/consent")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("connector", "asking", "server", " home.example "))
                .retrieve()
                .toEntity(Map.class);
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        var asked = Objects.requireNonNull(network.consent);
        assertThat(asked.prepared()).isEqualTo(Map.of("server", "home.example", "secret", SECRET));
        assertThat(String.valueOf(answer.getBody())).doesNotContain(SECRET);
        assertThat(sql.sql("select verifier from channel_consent")
                        .query(byte[].class)
                        .list())
                .isNotEmpty()
                .noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains(SECRET));

        network.consent = null;
        var back = back(
                http,
                String.valueOf(answer.getHeaders().getFirst(HttpHeaders.SET_COOKIE))
                        .split(";", 2)[0],
                "code=abc&state=" + asked.state());

        assertThat(back).startsWith("/channels?connected=");
        assertThat(network.consent).isEqualTo(asked.back(Map.of("code", "abc", "state", asked.state())));
        assertThat(output.getAll()).doesNotContain(SECRET);
    }

    @Test
    void whatTheFormBeginsWithIsTakenWhereNothingWasSaid() {
        assertThat(begin("home.example").status()).isEqualTo(201);
        assertThat(Objects.requireNonNull(network.consent).prepared())
                .isEqualTo(Map.of("server", "home.example", "note", "nothing"));
    }

    @Test
    void aMissingOrUnknownAnswerIsNamed() {
        assertThat(errors(begin(Map.of("connector", "asking", "nonsense", "x"))))
                .extracting(error -> error.get("field") + " " + error.get("rule"))
                .containsExactlyInAnyOrder("server required", "nonsense unknown");
        assertThat(errors(begin(Map.of("connector", "nobody"))))
                .extracting(error -> error.get("field"))
                .containsExactly("connector");
        assertThat(network.consent).isNull();
        assertThat(rounds()).isZero();
    }

    @Test
    void aServerThatIsNoneIsToldAtTheField() {
        network.prepare = answers -> {
            throw new NetworkException(new Fault.Rejected("server", "nobody there"));
        };
        assertThat(errors(begin("nowhere.example")))
                .containsExactly(Map.of("field", "server", "rule", "refused", "message", "nobody there"));
        assertThat(rounds()).isZero();
    }

    @Test
    void aServerThatIsAwayOrBusyIsNotTheCallersFault() {
        network.prepare = answers -> {
            throw new NetworkException(new Fault.Unavailable(false, "could not connect"));
        };
        assertThat(begin("home.example").status()).isEqualTo(502);
        network.prepare = answers -> {
            throw new NetworkException(
                    new Fault.Busy(Duration.ofSeconds(30), Fault.Scope.CHANNEL, "too many registrations"));
        };
        assertThat(begin("home.example").status()).isEqualTo(429);
        assertThat(rounds()).isZero();
    }

    @Test
    void theScreensLearnWhatIsAsked() {
        assertThat(String.valueOf(get("/api/networks").body())).contains("id=asking", "kind=OAUTH2", "name=server");
    }

    @Test
    void aDocumentAboutUsIsReadByAnybody() {
        var about = httpWith("none")
                .get()
                .uri("/connect/fake/about.json")
                .retrieve()
                .toEntity(Map.class);
        assertThat(about.getStatusCode().value()).isEqualTo(200);
        assertThat(about.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
        assertThat(String.valueOf(Objects.requireNonNull(about.getBody()).get("at")))
                .endsWith("/connect/fake/about.json");
        assertThat(get("/connect/fake/other.json").status()).isEqualTo(404);
        assertThat(get("/connect/nobody/about.json").status()).isEqualTo(404);
    }
}
