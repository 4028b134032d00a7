package planner.simulator.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    static final String SCOPES = Scopes.UPLOAD + " " + Scopes.EVERYTHING + " " + Scopes.ANALYTICS;

    final SettableClock clock = new SettableClock();
    final Simulator simulator = Simulator.start(0, clock);
    final Web web = new Web();
    final Visitor visitor = new Visitor();
    final YouTube site = (YouTube) simulator.site("youtube");
    final Map<String, String> settings = site.settings();
    final String api = settings.getOrDefault("api-url", "") + "/youtube/v3";
    final String upload = settings.getOrDefault("api-url", "") + "/upload/youtube/v3";

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

    Map<String, String> asked() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", setting("client-id"));
        query.put("redirect_uri", CALLBACK);
        query.put("response_type", "code");
        query.put("scope", SCOPES);
        query.put("state", "s1");
        query.put("access_type", "offline");
        query.put("prompt", "consent");
        return query;
    }

    URI page(Map<String, String> query) {
        return URI.create(setting("authorize-url") + "/o/oauth2/v2/auth?" + Web.encoded(query));
    }

    Got tokens(Map<String, String> query, String account, Set<String> unticked) {
        String code =
                Visitor.query(visitor.allow(page(query), account, unticked)).getOrDefault("code", "");
        return token(Map.of("code", code, "grant_type", "authorization_code", "redirect_uri", CALLBACK));
    }

    Got token(Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.put("client_id", setting("client-id"));
        form.put("client_secret", setting("client-secret"));
        return web.form(setting("token-url") + "/token", form);
    }

    String access() {
        return tokens(asked(), "", Set.of()).at("/access_token");
    }

    Got get(String path, String token) {
        return web.get(api + path, "Authorization", "Bearer " + token);
    }

    Got post(String path, Object body, String token) {
        return web.json(api + path, body, "Authorization", "Bearer " + token);
    }

    static String reason(Got got) {
        return got.at("/error/errors/0/reason");
    }

    static Map<String, Object> video(String title, String privacy) {
        return Map.of(
                "snippet",
                Map.of("title", title, "description", "It grows", "categoryId", "22"),
                "status",
                Map.of("privacyStatus", privacy, "selfDeclaredMadeForKids", false));
    }

    static byte[] clip(int bytes) {
        return SampleMedia.mp4(640, 360, Duration.ofSeconds(9), 30, "avc1", bytes);
    }

    Got open(Object video, long size, String token) {
        return open("?uploadType=resumable&part=snippet,status", video, size, token);
    }

    Got open(String query, Object video, long size, String token) {
        return web.json(
                upload + "/videos" + query,
                video,
                "Authorization",
                "Bearer " + token,
                "X-Upload-Content-Length",
                "" + size,
                "X-Upload-Content-Type",
                "video/mp4",
                "Slug",
                "moss.mp4");
    }

    Got put(String address, byte[] film, int from, int to, String token) {
        return put(
                address,
                Arrays.copyOfRange(film, from, to),
                "bytes " + from + "-" + (to - 1) + "/" + film.length,
                token);
    }

    Got put(String address, byte[] content, String range, String token) {
        return web.send(
                "PUT",
                address,
                content,
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "video/mp4",
                "Content-Range",
                range);
    }

    /** Uploads a good video in one piece and gives its id. */
    String sent(String title, String privacy, String token) {
        byte[] film = clip(0);
        String address = open(video(title, privacy), film.length, token).header("location");
        return put(address, film, 0, film.length, token).at("/id");
    }

    Got captions(String video, String language, String file, String token) {
        String json = "{\"snippet\":{\"videoId\":\"" + video + "\",\"language\":\"" + language
                + "\",\"name\":\"\",\"isDraft\":false}}";
        String body = "--cut\r\nContent-Type: application/json\r\n\r\n" + json
                + "\r\n--cut\r\nContent-Type: application/octet-stream\r\n\r\n" + file + "\r\n--cut--\r\n";
        return web.send(
                "POST",
                upload + "/captions?uploadType=multipart&part=snippet",
                body.getBytes(StandardCharsets.UTF_8),
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "multipart/related; boundary=cut");
    }
}
