package planner.simulator.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import planner.simulator.SettableClock;
import planner.simulator.Simulator;
import planner.simulator.Visitor;
import planner.simulator.Web;
import planner.simulator.Web.Got;
import planner.simulator.media.SampleMedia;

/** TikTok, a clock, a client, and the short ways that the tests share. */
abstract class Stand {
    static final String SCOPES =
            "user.info.basic,user.info.profile,user.info.stats,video.list,video.upload,video.publish";
    static final String PUBLISH = "/v2/post/publish/";
    static final String PRIVATE = "-000adaprywatnie";

    final SettableClock clock = new SettableClock();
    final Simulator simulator = Simulator.start(0, clock);
    final Web web = new Web();
    final Visitor visitor = new Visitor();
    final TikTok site = (TikTok) simulator.site("tiktok");
    final Map<String, String> settings = site.settings();
    final String api = settings.getOrDefault("api-url", "");

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

    URI page() {
        return URI.create(setting("authorize-url") + "/v2/auth/authorize/?"
                + Web.encoded(Map.of(
                        "client_key", setting("client-key"),
                        "redirect_uri", "http://127.0.0.1:1/callback",
                        "response_type", "code",
                        "state", "s1",
                        "scope", SCOPES)));
    }

    Got tokens(String account, Set<String> unticked) {
        String code = Visitor.query(visitor.allow(page(), account, unticked)).getOrDefault("code", "");
        return token(Map.of(
                "code", code, "grant_type", "authorization_code", "redirect_uri", "http://127.0.0.1:1/callback"));
    }

    Got token(Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.put("client_key", setting("client-key"));
        form.put("client_secret", setting("client-secret"));
        return web.form(api + "/v2/oauth/token/", form);
    }

    String access() {
        return tokens("", Set.of()).at("/access_token");
    }

    Got post(String path, Object body, String token) {
        return web.json(api + path, body, "Authorization", "Bearer " + token);
    }

    Got get(String path, String token) {
        return web.get(api + path, "Authorization", "Bearer " + token);
    }

    static Map<String, Object> info(String privacy, String title) {
        return Map.of(
                "privacy_level", privacy, "title", title, "brand_content_toggle", false, "brand_organic_toggle", false);
    }

    static Map<String, Object> file(long size, long chunk, long count) {
        return Map.of("source", "FILE_UPLOAD", "video_size", size, "chunk_size", chunk, "total_chunk_count", count);
    }

    Got init(String token, long size, long chunk, long count) {
        return post(
                PUBLISH + "video/init/",
                Map.of("post_info", info("PUBLIC_TO_EVERYONE", "Moss"), "source_info", file(size, chunk, count)),
                token);
    }

    static byte[] clip(int seconds, int bytes) {
        return SampleMedia.mp4(1080, 1920, Duration.ofSeconds(seconds), 30, "avc1", bytes);
    }

    Got put(String url, byte[] video, int from, int to, String... headers) {
        String range = "bytes " + from + "-" + (to - 1) + "/" + video.length;
        String[] all = Arrays.copyOf(headers, headers.length + 4);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "video/mp4";
        all[headers.length + 2] = "Content-Range";
        all[headers.length + 3] = range;
        return web.send("PUT", url, Arrays.copyOfRange(video, from, to), all);
    }

    /** Uploads a good video in one piece and gives its publish id. */
    String sent(String token) {
        byte[] video = clip(12, 40_000);
        Got init = init(token, video.length, video.length, 1);
        assertThat(init.at("/error/code")).as(init.text()).isEqualTo("ok");
        assertThat(put(init.at("/data/upload_url"), video, 0, video.length).status())
                .isEqualTo(201);
        return init.at("/data/publish_id");
    }

    Got status(String publishId, String token) {
        return post(PUBLISH + "status/fetch/", Map.of("publish_id", publishId), token);
    }

    Got photos(String token, String mode, List<String> addresses) {
        Map<String, Object> about = new HashMap<>(Map.of("title", "Leaves", "description", "All of them"));
        if (mode.equals("DIRECT_POST")) {
            about.putAll(Map.of("privacy_level", "PUBLIC_TO_EVERYONE", "auto_add_music", true));
        }
        return post(
                PUBLISH + "content/init/",
                Map.of(
                        "media_type",
                        "PHOTO",
                        "post_mode",
                        mode,
                        "post_info",
                        about,
                        "source_info",
                        Map.of("source", "PULL_FROM_URL", "photo_images", addresses, "photo_cover_index", 0)),
                token);
    }

    String leaf() {
        return web.offer("leaf.jpg", "image/jpeg", SampleMedia.jpeg(1080, 1350));
    }
}
