package planner.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import planner.RoomTest;
import planner.media.Renditions.Wish;
import planner.network.Edit;
import planner.network.MediaKind;
import planner.network.Recipe;
import planner.network.Recipe.Target;
import planner.workspace.Scope;
import planner.workspace.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is made of a file, over HTTP, by the house's own workers. */
class RenditionApiTest extends RoomTest {
    private Asset asset;

    @BeforeEach
    void upload() throws IOException {
        var picture = Samples.still("png", 300 + UUID.randomUUID().hashCode() % 90, 200);
        asset = bean(Uploads.class).take(owner, "holiday.png", new ByteArrayInputStream(picture));
    }

    @Test
    void whatIsWantedIsMadeByItselfAndTold() {
        var target = new Target(MediaKind.IMAGE, "image/jpeg", false, 120, 80, 1_000_000, null);
        var wish = Wish.of(asset, new Recipe(Edit.NONE, target));

        bean(Renditions.class).want(owner.workspace(), UUID.randomUUID(), List.of(wish), true);

        Awaitility.await().untilAsserted(() -> {
            var item = json("/renditions").path("items").path(0);
            assertThat(item.path("state").asString()).isEqualTo("READY");
            assertThat(item.path("width").asInt()).isEqualTo(120);
            assertThat(item.path("type").asString()).isEqualTo("image/jpeg");
            assertThat(item.path("bytes").asLong()).isPositive();
        });
        var address = json("/renditions").path("items").path(0).path("url").asString();
        var content = http.get().uri(address).retrieve().toEntity(byte[].class);
        assertThat(content.getHeaders().getContentType()).isEqualTo(MediaType.IMAGE_JPEG);
        assertThat(content.getHeaders().getFirst("Content-Security-Policy")).contains("sandbox");
        assertThat(content.getHeaders().getContentDisposition().getFilename()).isEqualTo("holiday.jpg");
        assertThat(content.getBody()).startsWith(0xff, 0xd8);
        var stranger = strangers().get().uri(address).retrieve().toEntity(byte[].class);
        assertThat(stranger.getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void whatIsNotReadyHasNoContent() {
        var target = new Target(MediaKind.IMAGE, "image/jpeg", false, 120, 80, 50, null);
        var wish = Wish.of(asset, new Recipe(Edit.NONE, target));

        bean(Renditions.class).want(owner.workspace(), UUID.randomUUID(), List.of(wish), true);

        var item = json("/renditions").path("items").path(0);
        assertThat(item.path("url").isNull()).isTrue();
        var content = http.get()
                .uri("/api/media/renditions/" + item.path("id").asString() + "/content")
                .retrieve()
                .toEntity(byte[].class);
        assertThat(content.getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void whatCannotBeMadeIsToldInWords() {
        var target = new Target(MediaKind.IMAGE, "image/jpeg", false, 120, 80, 50, null);
        var wish = Wish.of(asset, new Recipe(Edit.NONE, target));

        bean(Renditions.class).want(owner.workspace(), UUID.randomUUID(), List.of(wish), true);

        Awaitility.await()
                .untilAsserted(() -> assertThat(json("/renditions")
                                .path("items")
                                .path(0)
                                .path("problem")
                                .asString(""))
                        .contains("larger than the network takes"));
    }

    @Test
    void aPreviewShowsAnEdit() throws IOException {
        var answer = get("/preview?side=200&edit=" + encoded("{\"pad\":{\"aspect\":0.5,\"fill\":\"BLACK\"}}"));

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        var picture = ImageIO.read(new ByteArrayInputStream(answer.getBody()));
        assertThat(picture.getWidth()).isEqualTo(100);
        assertThat(picture.getHeight()).isEqualTo(200);
    }

    @Test
    void aPreviewIsMadeOnceForABrowserThatHasIt() {
        var first = get("/preview?side=200");
        assertThat(first.getHeaders().getCacheControl()).contains("private");

        var again = http.get()
                .uri(address("/preview?side=200"))
                .header("If-None-Match", String.valueOf(first.getHeaders().getETag()))
                .retrieve()
                .toEntity(byte[].class);

        assertThat(again.getStatusCode().value()).isEqualTo(304);
        assertThat(again.getBody()).isNull();
    }

    @Test
    void anEditThatIsNoneIsNamed() {
        for (var wrong : List.of(
                "{",
                "null",
                "{\"pad\":{\"aspect\":1}}",
                "{\"crop\":{\"x\":2,\"y\":0,\"width\":1,\"height\":1}}",
                "{\"pad\":{\"aspect\":-1,\"fill\":\"BLUR\"}}",
                "{\"trim\":{\"from\":0,\"seconds\":0}}")) {
            var answer = get("/preview?edit=" + encoded(wrong));

            assertThat(answer.getStatusCode().value()).as(wrong).isEqualTo(400);
            assertThat(new String(answer.getBody(), StandardCharsets.UTF_8))
                    .contains("\"edit\"")
                    .doesNotContain("Exception");
        }
        assertThat(get("/preview?side=5").getStatusCode().value()).isEqualTo(400);
    }

    @Test
    void aPostTakesAnEditOfItsFile() {
        var body = Map.of(
                "text",
                "Hello",
                "media",
                List.of(Map.of("id", asset.id().value(), "edit", Map.of("pad", Map.of("aspect", 1, "fill", "WHITE")))));

        var answer = http.post()
                .uri("/api/posts")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(String.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(JsonMapper.shared()
                        .readTree(answer.getBody())
                        .path("media")
                        .path(0)
                        .path("edit")
                        .path("pad")
                        .path("fill")
                        .asString())
                .isEqualTo("WHITE");
    }

    @Test
    void anotherWorkspaceFindsNothing() {
        for (var path : List.of("/renditions", "/preview")) {
            var answer = strangers().get().uri(address(path)).retrieve().toEntity(byte[].class);
            assertThat(answer.getStatusCode().value()).as(path).isEqualTo(404);
        }
    }

    private RestClient strangers() {
        var stranger = newOwner();
        return httpWith(bean(Tokens.class)
                .create(stranger.workspace(), stranger.person(), "test", Set.of(Scope.READ))
                .secret());
    }

    private JsonNode json(String path) {
        return JsonMapper.shared().readTree(get(path).getBody());
    }

    private ResponseEntity<byte[]> get(String path) {
        return http.get().uri(address(path)).retrieve().toEntity(byte[].class);
    }

    private URI address(String path) {
        return URI.create(base() + "/api/media/" + asset.id() + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
