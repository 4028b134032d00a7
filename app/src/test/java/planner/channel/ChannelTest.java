package planner.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import planner.RoomTest;
import planner.fake.FakeNetwork;

/** The house with a network that does what the test says. */
@Import(ChannelTest.Fake.class)
public abstract class ChannelTest extends RoomTest {
    protected FakeNetwork network;
    protected Channels channels;
    protected Heard heard;

    @BeforeEach
    void calm() {
        network = (FakeNetwork) bean(NetworkDirectory.class).get(FakeNetwork.ID);
        network.calm();
        channels = bean(Channels.class);
        heard = bean(Heard.class);
        heard.changes.clear();
    }

    /** An answer in JSON; the body of an empty one is empty. */
    public record Answer(int status, Map<String, Object> body) {}

    /** Signs in by the secrets form. */
    protected final Answer signIn(Map<String, ?> body) {
        return post("/api/channels/fake", body);
    }

    protected final ChannelId connected(String password) {
        return ChannelId.of(String.valueOf(signIn(Map.of("identifier", "anna", "password", password))
                .body()
                .get("id")));
    }

    protected final Answer post(String path, Object body) {
        return sent(HttpMethod.POST, path, body);
    }

    protected final Answer put(String path, Object body) {
        return sent(HttpMethod.PUT, path, body);
    }

    private Answer sent(HttpMethod method, String path, Object body) {
        return answer(http.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(ANY));
    }

    protected final Answer get(String path) {
        return answer(http.get().uri(path).retrieve().toEntity(ANY));
    }

    /** Comes back from a consent page. @return where the house sends the browser */
    protected static String back(RestClient browser, String cookie, String query) {
        var standing = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        ResponseEntity<Void> answer = browser.mutate()
                .requestFactory(new JdkClientHttpRequestFactory(standing))
                .build()
                .get()
                .uri("/connect/fake/callback?" + query)
                .header(HttpHeaders.COOKIE, cookie)
                .retrieve()
                .toBodilessEntity();
        assertThat(answer.getStatusCode().value()).isEqualTo(303);
        return String.valueOf(answer.getHeaders().getLocation());
    }

    private static final ParameterizedTypeReference<Map<String, Object>> ANY = new ParameterizedTypeReference<>() {};

    private static Answer answer(ResponseEntity<Map<String, Object>> entity) {
        var body = entity.getBody();
        return new Answer(entity.getStatusCode().value(), body == null ? Map.of() : body);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Fake {
        @Bean
        @Primary
        NetworkDirectory fakeNetworks() {
            return new NetworkDirectory(List.of(new FakeNetwork()));
        }

        @Bean
        Heard heard() {
            return new Heard();
        }
    }

    protected static class Heard {
        final List<ChannelChanged> changes = new CopyOnWriteArrayList<>();

        @EventListener
        void on(ChannelChanged change) {
            changes.add(change);
        }
    }
}
