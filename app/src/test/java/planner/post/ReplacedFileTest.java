package planner.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import planner.RoomTest;
import planner.channel.NetworkDirectory;
import planner.media.Assets;
import planner.media.Replacements;
import planner.network.Media;
import planner.network.MediaDetails;
import planner.network.MediaKind;
import planner.network.Network;
import planner.publish.Unfinished;
import planner.workspace.Scope;
import planner.workspace.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other bytes for a file that posts use: what has not begun takes them, what has begun keeps the old ones. */
class ReplacedFileTest extends RoomTest {
    private static final ParameterizedTypeReference<Map<String, Object>> MAP = new ParameterizedTypeReference<>() {};

    private UUID channel;
    private byte[] before;
    private byte[] after;
    private String asset;

    /** Any network that takes text alone and pictures will do. */
    @BeforeEach
    void uploadAFile() throws IOException {
        channel = connected(owner, network(), "1", "Ada");
        before = picture(300, 200);
        after = picture(320, 240);
        asset = id(file(HttpMethod.POST, "/api/media", "before.jpg", before));
    }

    private Network network() {
        return bean(NetworkDirectory.class).all().stream()
                .filter(it -> it.capabilities().formats().getFirst().textAlone()
                        && it.capabilities().formats().getFirst().media().stream()
                                .anyMatch(set -> set.toString().contains("image/jpeg")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theAssetKeepsAllThatPeopleGaveIt() throws IOException {
        json(HttpMethod.PATCH, "/api/media/" + asset, Map.of("alt", "A loaf", "tags", List.of("bread")));
        var replaced = replace(after);
        assertThat(replaced.getStatusCode().value()).isEqualTo(200);
        assertThat(body(replaced))
                .containsEntry("id", asset)
                .containsEntry("name", "before.jpg")
                .containsEntry("alt", "A loaf")
                .containsEntry("tags", List.of("bread"))
                .containsEntry("width", 320)
                .containsEntry("bytes", after.length);
        assertThat(bytes(String.valueOf(body(replaced).get("url")))).isEqualTo(after);
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(50, 40, BufferedImage.TYPE_INT_RGB), "png", png);
        assertThat(body(replace(png.toByteArray())))
                .as("its ending is true")
                .containsEntry("name", "before.png")
                .containsEntry("type", "image/png");
    }

    @Test
    void itsAddressesAreNewOnesSoThatNobodySeesTheOldPicture() {
        var old = body(http.get().uri("/api/media/" + asset).retrieve().toEntity(MAP));
        var now = body(replace(after));
        assertThat(now.get("thumbnail")).isNotEqualTo(old.get("thumbnail"));
        assertThat(cache(String.valueOf(now.get("thumbnail")))).contains("max-age=2592000");
        assertThat(cache("/api/media/" + asset + "/thumbnail")).contains("no-cache");
        assertThat(cache(String.valueOf(old.get("url")))).contains("no-cache");
    }

    @Test
    void aScheduledPostIsFrozenAnewWithTheOtherBytes() throws IOException {
        var post = scheduled();
        var old = frozen(post);
        assertThat(sent(post, old)).isEqualTo(before);

        assertThat(replace(after).getStatusCode().value()).isEqualTo(200);

        var now = frozen(post);
        assertThat(now.bytes()).isEqualTo(after.length);
        assertThat(now.id()).isNotEqualTo(old.id());
        assertThat(sent(post, now)).isEqualTo(after);
        assertThat(state(post)).isEqualTo("SCHEDULED");
        assertThat(sql.sql("select count(*) from publication where post_id = :post and state = 'SCHEDULED'")
                        .param("post", UUID.fromString(post))
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aDraftShowsTheOtherBytesWhenItIsScheduled() throws IOException {
        var post = draft();
        replace(after);
        schedule(post);
        assertThat(sent(post, frozen(post))).isEqualTo(after);
    }

    @Test
    void aFileThatWouldNotDoForAScheduledPostIsRefusedAndNothingChanges() throws IOException {
        var post = scheduled();
        var pdf = "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

        var refused = replace(pdf);

        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(body(refused)).containsEntry("post", post).containsKey("findings");
        assertThat(sent(post, frozen(post))).isEqualTo(before);
        assertThat(bytes("/api/media/" + asset + "/content")).isEqualTo(before);
    }

    @Test
    void whatHasBegunKeepsTheOldBytesAndThenTheyGo() throws IOException {
        var post = scheduled();
        var old = frozen(post);
        begin(post);

        assertThat(replace(after).getStatusCode().value()).isEqualTo(200);

        assertThat(frozen(post)).isEqualTo(old);
        assertThat(sent(post, old)).isEqualTo(before);
        assertThat(bytes("/api/media/" + asset + "/content")).isEqualTo(after);
        tidy();
        assertThat(sent(post, old)).as("while it goes on").isEqualTo(before);

        replace(picture(100, 100));
        tidy();
        assertThat(sent(post, old)).as("whatever comes after").isEqualTo(before);

        sql.sql("update publication set state = 'PUBLISHED', in_act = false, published_at = now() where post_id = :post")
                .param("post", UUID.fromString(post))
                .update();
        tidy();
        assertThat(earlier()).isZero();
        assertThat(http.get()
                        .uri("/api/media/" + asset)
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    /** One of its channels has begun: all of them send the same. */
    @Test
    void aPostThatHasBegunSomewhereKeepsTheOldBytesEverywhere() throws IOException {
        var other = connected(owner, network(), "2", "Bea");
        var post = String.valueOf(body(json(
                        HttpMethod.POST,
                        "/api/posts",
                        Map.of("text", "Hello", "channels", List.of(channel, other), "media", List.of(Map.of("id", asset)))))
                .get("id"));
        schedule(post);
        sql.sql("""
                        update publication set state = 'PUBLISHING', in_act = true, version = version + 1
                        where post_id = :post and channel_id = :channel
                        """)
                .param("post", UUID.fromString(post))
                .param("channel", channel)
                .update();

        replace(after);

        var deliveries = sql.sql("select delivery from publication where post_id = :post")
                .param("post", UUID.fromString(post))
                .query(String.class)
                .list();
        assertThat(deliveries).hasSize(2).allMatch(json -> json.contains("\"bytes\": " + before.length)
                || json.contains("\"bytes\":" + before.length));
    }

    @Test
    void aNetworkThatStillFetchesGetsTheOldBytesUntilTheLinkEnds() throws IOException {
        var post = scheduled();
        var old = frozen(post);
        begin(post);
        var link = bean(Assets.class).files(owner.workspace(), publication(post)).publicUrl(old);
        replace(after);
        sql.sql("update publication set state = 'PUBLISHED', in_act = false, published_at = now() where post_id = :post")
                .param("post", UUID.fromString(post))
                .update();
        tidy();
        assertThat(bytes(link.getRawPath())).isEqualTo(before);
        clock.advance(Duration.ofHours(73));
        tidy();
        assertThat(earlier()).isZero();
    }

    @Test
    void theSameBytesChangeNothing() {
        replace(before);
        assertThat(earlier()).isZero();
        assertThat(bytes("/api/media/" + asset + "/content")).isEqualTo(before);
    }

    @Test
    void whatNobodySendsAnyMoreGoesFromTheDisk() {
        replace(after);
        assertThat(earlier()).isOne();
        tidy();
        assertThat(earlier()).isZero();
        assertThat(http.delete()
                        .uri("/api/media/" + asset)
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
    }

    @Test
    void aPostThatIsScheduledMeanwhileNeverHasBytesThatAreGone() throws IOException {
        for (int round = 0; round < 6; round++) {
            var post = draft();
            var bytes = picture(200 + round, 100);
            var scheduling = CompletableFuture.runAsync(() -> schedule(post));
            assertThat(replace(bytes).getStatusCode().value()).isEqualTo(200);
            scheduling.join();
            tidy();
            assertThat(sent(post, frozen(post))).isEqualTo(bytes);
        }
    }

    @Test
    void itIsKnownWhereAFileStands() {
        var draft = draft();
        var post = scheduled();
        var uses = body(http.get()
                .uri("/api/media/" + asset + "/uses?limit=1")
                .retrieve()
                .toEntity(MAP));
        assertThat(JSON.valueToTree(uses).path("items").path(0).path("post").asString())
                .isEqualTo(post);
        assertThat(JSON.valueToTree(uses).path("items").path(0).path("state").asString())
                .isEqualTo("SCHEDULED");
        assertThat(JSON.valueToTree(uses).path("items").path(0).path("line").asString())
                .isEqualTo("Hello");
        assertThat(JSON.valueToTree(uses).path("items").path(0).path("at").asString())
                .isEqualTo(START.plus(Duration.ofHours(2)).toString());
        var more = body(http.get()
                .uri("/api/media/" + asset + "/uses?limit=1&cursor=" + uses.get("next"))
                .retrieve()
                .toEntity(MAP));
        assertThat(JSON.valueToTree(more).path("items").path(0).path("post").asString())
                .isEqualTo(draft);
        assertThat(more.get("next")).isNull();
    }

    @Test
    void othersReplaceNothing() {
        var stranger = newOwner();
        var theirs = httpWith(bean(Tokens.class)
                .create(stranger.workspace(), stranger.person(), "x", Set.of(Scope.READ, Scope.WRITE))
                .secret());
        assertThat(file(theirs, HttpMethod.PUT, "/api/media/" + asset + "/file", "x.jpg", after)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(bytes("/api/media/" + asset + "/content")).isEqualTo(before);
        assertThat(replace(new byte[0]).getStatusCode().value()).isEqualTo(400);
        assertThat(replace("no picture".getBytes(StandardCharsets.US_ASCII))
                        .getStatusCode()
                        .value())
                .isEqualTo(415);
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    private String draft() {
        return id(json(
                HttpMethod.POST,
                "/api/posts",
                Map.of("text", "Hello", "channels", List.of(channel), "media", List.of(Map.of("id", asset)))));
    }

    private String scheduled() {
        var post = draft();
        schedule(post);
        return post;
    }

    private void schedule(String post) {
        var answer = json(
                HttpMethod.PUT,
                "/api/posts/" + post + "/schedule",
                Map.of("at", START.plus(Duration.ofHours(2)).toString()));
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(200);
    }

    /** As a walk does before its first byte leaves. */
    private void begin(String post) {
        sql.sql("""
                        update publication set state = 'PUBLISHING', in_act = true, trying = true, version = version + 1
                        where post_id = :post
                        """)
                .param("post", UUID.fromString(post))
                .update();
    }

    private UUID publication(String post) {
        return sql.sql("select id from publication where post_id = :post and state <> 'CANCELLED'")
                .param("post", UUID.fromString(post))
                .query(UUID.class)
                .single();
    }

    /** The one file of the post's delivery, with what is needed to read it. */
    private Media frozen(String post) {
        JsonNode media = JSON.readTree(sql.sql("select delivery from publication where id = :id")
                        .param("id", publication(post))
                        .query(String.class)
                        .single())
                .path("parts")
                .path(0)
                .path("media")
                .path(0);
        return new Media(
                UUID.fromString(media.path("id").asString()),
                MediaKind.valueOf(media.path("kind").asString()),
                media.path("type").asString(),
                media.path("bytes").asLong(),
                media.path("width").asInt(),
                media.path("height").asInt(),
                0,
                0,
                0,
                null,
                null,
                media.path("name").asString(),
                "",
                MediaDetails.UNKNOWN);
    }

    private byte[] sent(String post, Media media) throws IOException {
        try (var in = bean(Assets.class)
                .files(owner.workspace(), publication(post))
                .open(media, 0)) {
            return in.readAllBytes();
        }
    }

    private String state(String post) {
        return String.valueOf(
                body(http.get().uri("/api/posts/" + post).retrieve().toEntity(MAP)).get("state"));
    }

    private void tidy() {
        bean(Replacements.class).tidy(bean(Unfinished.class)::over);
    }

    private int earlier() {
        return sql.sql("select count(*) from asset_earlier where workspace_id = :workspace")
                .param("workspace", owner.workspace().value())
                .query(Integer.class)
                .single();
    }

    private ResponseEntity<Map<String, Object>> replace(byte[] bytes) {
        return file(HttpMethod.PUT, "/api/media/" + asset + "/file", "after.bin", bytes);
    }

    private ResponseEntity<Map<String, Object>> file(HttpMethod method, String path, String name, byte[] bytes) {
        return file(http, method, path, name, bytes);
    }

    private static ResponseEntity<Map<String, Object>> file(
            RestClient client, HttpMethod method, String path, String name, byte[] bytes) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new HttpEntity<>(new ByteArrayResource(bytes) {
            @Override
            public String getFilename() {
                return name;
            }
        }));
        return client.method(method)
                .uri(path)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .retrieve()
                .toEntity(MAP);
    }

    private ResponseEntity<Map<String, Object>> json(HttpMethod method, String path, Object body) {
        return http.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(MAP);
    }

    private byte[] bytes(String path) {
        return Objects.requireNonNullElse(http.get().uri(path).retrieve().body(byte[].class), new byte[0]);
    }

    private String cache(String path) {
        return String.valueOf(http.get()
                .uri(path)
                .retrieve()
                .toBodilessEntity()
                .getHeaders()
                .getCacheControl());
    }

    private static String id(ResponseEntity<Map<String, Object>> answer) {
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(201);
        return String.valueOf(body(answer).get("id"));
    }

    private static Map<String, Object> body(ResponseEntity<Map<String, Object>> answer) {
        return Objects.requireNonNull(answer.getBody());
    }

    private static byte[] picture(int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(1, 1, Color.RED.getRGB());
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", out);
        return out.toByteArray();
    }
}
