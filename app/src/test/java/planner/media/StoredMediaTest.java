package planner.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;
import planner.workspace.Scope;
import planner.workspace.Tokens;

class StoredMediaTest extends MediaTest {
    @Test
    void aFileIsReadInPieces() throws IOException {
        var png = Samples.still("png", 300, 200);
        var content = "/api/media/" + upload("a.png", png).id() + "/content";
        var whole = http.get().uri(content).retrieve().toEntity(byte[].class);
        assertThat(whole.getBody()).isEqualTo(png);
        assertThat(whole.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(whole.getHeaders().getFirst("Content-Security-Policy")).contains("sandbox");
        var piece = http.get()
                .uri(content)
                .header("Range", "bytes=10-19")
                .retrieve()
                .toEntity(byte[].class);
        assertThat(piece.getStatusCode().value()).isEqualTo(206);
        assertThat(piece.getBody()).isEqualTo(Arrays.copyOfRange(png, 10, 20));
        assertThat(piece.getHeaders().getFirst("Content-Range")).isEqualTo("bytes 10-19/" + png.length);
        var beyond = http.get()
                .uri(content)
                .header("Range", "bytes=999999-")
                .retrieve()
                .toEntity(byte[].class);
        assertThat(beyond.getStatusCode().value()).isEqualTo(416);
        assertThat(beyond.getHeaders().getFirst("Content-Range")).isEqualTo("bytes */" + png.length);
        assertThat(beyond.getBody()).isNull();
        var head = http.head().uri(content).retrieve().toBodilessEntity();
        assertThat(head.getHeaders().getContentLength()).isEqualTo(png.length);
        var same = http.get()
                .uri(content)
                .header("If-None-Match", String.valueOf(whole.getHeaders().getETag()))
                .retrieve()
                .toBodilessEntity();
        assertThat(same.getStatusCode().value()).isEqualTo(304);
    }

    @Test
    void theListGoesOnWhereItStopped() throws IOException {
        for (int i = 1; i <= 3; i++) {
            upload("n" + i + ".png", Samples.still("png", 10 + i, 10));
        }
        var first = get("/api/media?limit=2");
        assertThat(names(first)).isEqualTo("n3.png n2.png");
        var second = get("/api/media?limit=2&cursor=" + first.body().get("next"));
        assertThat(names(second)).isEqualTo("n1.png");
        assertThat(second.body().get("next")).isNull();
        assertThat(get("/api/media?limit=0").status()).isEqualTo(400);
        assertThat(get("/api/media?limit=201").status()).isEqualTo(400);
    }

    @Test
    void whatIsUsedStays() throws IOException {
        var id = upload("a.png", Samples.still("png", 21, 20)).id();
        var post = UUID.randomUUID();
        var assets = bean(Assets.class);
        assets.markUsed(owner.workspace(), post, List.of(id));
        assertThat(get("/api/media/" + id).body()).containsEntry("uses", 1);
        assertThat(delete(id)).isEqualTo(409);
        assets.markUsed(owner.workspace(), post, List.of());
        assertThat(delete(id)).isEqualTo(204);
        assertThat(get("/api/media/" + id).status()).isEqualTo(404);
    }

    @Test
    void aSharedFileGoesWithItsLastAsset() throws IOException {
        var png = Samples.still("png", 33, 20);
        var one = upload("one.png", png).id();
        var two = upload("two.png", png).id();
        delete(one);
        assertThat(bytes("/api/media/" + two + "/content")).isEqualTo(png);
        var asset = bean(Assets.class).find(owner.workspace(), two).orElseThrow();
        var file = bean(MediaFolder.class).file(asset.sha256());
        delete(two);
        assertThat(file).doesNotExist();
    }

    @Test
    void othersSeeNothing() throws IOException {
        var id = upload("a.png", Samples.still("png", 20, 20)).id();
        var stranger = newOwner();
        var theirs = httpWith(bean(Tokens.class)
                .create(stranger.workspace(), stranger.person(), "x", Set.of(Scope.READ, Scope.WRITE))
                .secret());
        for (var path : List.of("", "/content", "/thumbnail")) {
            assertThat(theirs.get()
                            .uri("/api/media/" + id + path)
                            .retrieve()
                            .toBodilessEntity()
                            .getStatusCode()
                            .value())
                    .isEqualTo(404);
        }
        assertThatThrownBy(() -> bean(Assets.class).frozen(stranger.workspace(), id, ""))
                .isInstanceOf(NoSuchAsset.class);
    }

    @Test
    void aVideoIsHeardOrNot() throws IOException {
        var tools = bean(VideoTools.class);
        var loud = upload("loud.mp4", Samples.video(tools, ".mp4")).id();
        var silent = upload(
                        "silent.mp4", Samples.made(tools, ".mp4", "-f", "lavfi", "-i", "testsrc=size=64x48:duration=1"))
                .id();
        var picture = upload("a.png", Samples.still("png", 20, 20)).id();

        assertThat(bean(Assets.class).frozen(owner.workspace(), loud, "").sound())
                .isTrue();
        assertThat(bean(Assets.class).frozen(owner.workspace(), silent, "").sound())
                .isFalse();
        assertThat(bean(Assets.class).frozen(owner.workspace(), picture, "").sound())
                .isNull();
    }

    @Test
    void aNetworkFetchesWithoutSigningInUntilTheLinkEnds() throws IOException {
        var png = Samples.still("png", 50, 20);
        var id = upload("Über Größe.PNG", png).id();
        var delivery = UUID.randomUUID();
        var media = bean(Assets.class).frozen(owner.workspace(), id, "alt");
        var files = bean(Assets.class).files(owner.workspace(), delivery);
        var address = files.publicUrl(media);
        assertThat(address.getPath()).startsWith("/m/").endsWith("/ber-gr-e.png");
        assertThat(files.publicUrl(media)).isEqualTo(address);
        var anyone = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + house.getEnvironment().getRequiredProperty("local.server.port"))
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
        var path = address.getRawPath();
        assertThat(anyone.get().uri(path).retrieve().body(byte[].class)).isEqualTo(png);
        assertThat(anyone.head()
                        .uri(path)
                        .retrieve()
                        .toBodilessEntity()
                        .getHeaders()
                        .getContentLength())
                .isEqualTo(png.length);
        assertThat(anyone.get()
                        .uri(path)
                        .header("Range", "bytes=0-3")
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(206);
        int at = path.length() - 30;
        var forged = path.substring(0, at) + (path.charAt(at) == 'A' ? 'B' : 'A') + path.substring(at + 1);
        assertThat(status(anyone, forged)).isEqualTo(404);
        clock.advance(Duration.ofHours(24));
        assertThat(status(anyone, path)).isEqualTo(200);
        clock.advance(Duration.ofHours(49));
        assertThat(status(anyone, path)).isEqualTo(404);
        assertThat(files.publicUrl(media)).isEqualTo(address);
        assertThat(status(anyone, path)).isEqualTo(200);
        try (var in = files.open(media, 8)) {
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(png, 8, png.length));
        }
    }

    @Test
    void linksToTheInsideAreRefused() {
        assertThat(rules(post("/api/media/links", Map.of("url", "http://169.254.169.254/latest/meta-data"))))
                .isEqualTo("url not-public");
        assertThat(rules(post("/api/media/links", Map.of("url", "file:///etc/passwd"))))
                .isEqualTo("url malformed");
        assertThat(rules(post("/api/media/links", Map.of("url", "http://a b")))).isEqualTo("url malformed");
        assertThat(rules(post("/api/media/links", Map.of()))).isEqualTo("url required");
    }

    private static int status(RestClient client, String path) {
        return client.get()
                .uri(path)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private int delete(AssetId id) {
        return http.delete()
                .uri("/api/media/" + id)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    @SuppressWarnings("unchecked")
    private static String names(Answer answer) {
        return String.join(
                " ",
                ((List<Map<String, Object>>) answer.body().getOrDefault("items", List.of()))
                        .stream().map(item -> String.valueOf(item.get("name"))).toList());
    }
}
