package planner.simulator.googlebusiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import planner.simulator.SettableClock;
import planner.simulator.Simulator;
import planner.simulator.Visitor;
import planner.simulator.Web;
import planner.simulator.Web.Got;
import planner.simulator.media.SampleMedia;

/** A simulator, a client with nothing of the adapter in it, and the usual ways of a request. */
class Stand {
    static final String CALLBACK = "http://127.0.0.1:1/callback";
    static final String PLACE = "accounts/100/locations/11";

    final SettableClock clock = new SettableClock();
    final Simulator simulator = Simulator.start(0, clock);
    final Web web = new Web();
    final Visitor visitor = new Visitor();
    final GoogleBusiness site = (GoogleBusiness) simulator.site("google-business");
    final Map<String, String> settings = site.settings();

    @AfterEach
    void close() {
        visitor.close();
        web.close();
        simulator.close();
    }

    void nothingWrongWasSent() {
        assertThat(simulator.journal().violations()).isEmpty();
    }

    String setting(String key) {
        return settings.getOrDefault(key, "");
    }

    String access(String person) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", setting("client-id"));
        query.put("redirect_uri", CALLBACK);
        query.put("response_type", "code");
        query.put("scope", Api.SCOPE);
        query.put("state", "s1");
        query.put("access_type", "offline");
        URI page = URI.create(setting("authorize-url") + "/o/oauth2/v2/auth?" + Web.encoded(query));
        String code = Visitor.query(visitor.allow(page, person, Set.of())).getOrDefault("code", "");
        return web.form(
                        setting("token-url") + "/token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                CALLBACK,
                                "client_id",
                                setting("client-id"),
                                "client_secret",
                                setting("client-secret")))
                .at("/access_token");
    }

    Got get(String service, String path, String token) {
        return web.get(setting(service) + path, "Authorization", "Bearer " + token);
    }

    Got create(String place, Object post, String token) {
        return web.json(
                setting("posts-url") + "/v4/" + place + "/localPosts", post, "Authorization", "Bearer " + token);
    }

    static Map<String, Object> post(Object... namesAndValues) {
        Map<String, Object> post = new HashMap<>(Map.of("topicType", "STANDARD", "summary", "Moss"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            post.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return post;
    }

    static Map<String, Object> event(String title, int startHour, int endHour) {
        return Map.of(
                "title",
                title,
                "schedule",
                Map.of(
                        "startDate", Map.of("year", 2026, "month", 12, "day", 24),
                        "startTime", Map.of("hours", startHour, "minutes", 0, "seconds", 0, "nanos", 0),
                        "endDate", Map.of("year", 2026, "month", 12, "day", 24),
                        "endTime", Map.of("hours", endHour, "minutes", 0, "seconds", 0, "nanos", 0)));
    }

    static byte[] photo(int width, int height, int bytes) {
        byte[] picture = SampleMedia.jpeg(width, height);
        return Arrays.copyOf(picture, Math.max(bytes, picture.length));
    }

    /** What is said of the first field that was refused. */
    static String field(Got got) {
        return got.at("/error/details/0/errorDetails/0/field");
    }
}
