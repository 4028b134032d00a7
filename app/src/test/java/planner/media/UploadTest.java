package planner.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;
import planner.workspace.Installation;
import planner.workspace.Scope;
import planner.workspace.Tokens;

class UploadTest extends MediaTest {
    @Test
    void aPictureIsMeasuredAndShownSmall() throws IOException {
        var answer = upload("Zażółć/../gęślą jaźń.png", Samples.still("png", 800, 600));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body())
                .containsEntry("name", "gęślą jaźń.png")
                .containsEntry("kind", "IMAGE")
                .containsEntry("type", "image/png")
                .containsEntry("width", 800)
                .containsEntry("height", 600)
                .containsEntry("uses", 0)
                .containsEntry("url", "/api/media/" + answer.id() + "/content");
        var small = ImageIO.read(new ByteArrayInputStream(bytes("/api/media/" + answer.id() + "/thumbnail")));
        assertThat(small.getWidth()).isEqualTo(320);
        assertThat(small.getHeight()).isEqualTo(240);
    }

    @Test
    void aTurnedCameraIsSeenUpright() throws IOException {
        var answer = upload("photo.jpg", Samples.turned(400, 300, 6));
        assertThat(answer.body()).containsEntry("width", 300).containsEntry("height", 400);
        var small = ImageIO.read(new ByteArrayInputStream(bytes("/api/media/" + answer.id() + "/thumbnail")));
        assertThat(small.getWidth()).isEqualTo(240);
        assertThat(small.getHeight()).isEqualTo(320);
        // the red corner, stored at the upper left, is seen at the upper right
        assertThat(small.getRGB(230, 10) >> 16 & 0xff).isGreaterThan(200);
        assertThat(small.getRGB(230, 10) >> 8 & 0xff).isLessThan(80);
    }

    @Test
    void anAnimationHasFrames() throws IOException {
        var answer = upload("a.gif", Samples.animation(3));
        assertThat(answer.body())
                .containsEntry("kind", "ANIMATION")
                .containsEntry("frames", 3)
                .containsEntry("width", 40);
        assertThat(upload("b.gif", Samples.still("gif", 40, 30)).body()).containsEntry("kind", "IMAGE");
    }

    @Test
    void captionsAreKnownByTheirFirstLines() throws IOException {
        var cue = "00:00:01,000 --> 00:00:02,500\nTea\n".repeat(20);
        assertThat(upload("a.txt", ("1\n" + cue).getBytes(StandardCharsets.UTF_8))
                        .body())
                .containsEntry("kind", "DOCUMENT")
                .containsEntry("type", "application/x-subrip");
        assertThat(upload("b.srt", ("WEBVTT\n\n" + cue).getBytes(StandardCharsets.UTF_8))
                        .body())
                .containsEntry("type", "text/vtt");
        assertThat(upload("c.srt", ("WEBVTTx\n\n" + cue).getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void webpIsReadStillAndMoving() throws IOException {
        var tools = bean(VideoTools.class);
        var still = Samples.made(tools, ".webp", "-f", "lavfi", "-i", "testsrc=size=64x48", "-frames:v", "1");
        var answer = upload("a.webp", still);
        assertThat(answer.body())
                .containsEntry("type", "image/webp")
                .containsEntry("kind", "IMAGE")
                .containsEntry("width", 64)
                .containsEntry("height", 48);
        assertThat(answer.body().get("thumbnail")).isNotNull();
        var moving = Samples.made(
                tools, ".webp", "-f", "lavfi", "-i", "testsrc=size=64x48:rate=10:duration=1", "-loop", "0");
        assertThat(upload("b.webp", moving).body())
                .containsEntry("kind", "ANIMATION")
                .containsEntry("frames", 10);
    }

    @Test
    void aVideoIsProbed() throws IOException {
        for (var ending : List.of(".mp4", ".mov")) {
            var answer = upload("clip" + ending, Samples.video(bean(VideoTools.class), ending));
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.body())
                    .containsEntry("kind", "VIDEO")
                    .containsEntry("type", ending.equals(".mp4") ? "video/mp4" : "video/quicktime")
                    .containsEntry("width", 320)
                    .containsEntry("height", 180)
                    .containsEntry("codec", "h264")
                    .containsEntry("fps", 25.0);
            assertThat((Double) answer.body().get("seconds")).isCloseTo(2.0, within(0.1));
            assertThat(ImageIO.read(new ByteArrayInputStream(bytes("/api/media/" + answer.id() + "/thumbnail")))
                            .getWidth())
                    .isEqualTo(320);
        }
    }

    @Test
    void webmIsProbed() throws IOException {
        var made = Samples.made(
                bean(VideoTools.class),
                ".webm",
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=64x48:duration=1",
                "-c:v",
                "libvpx");
        assertThat(upload("a.webm", made).body())
                .containsEntry("type", "video/webm")
                .containsEntry("codec", "vp8");
    }

    @Test
    void whatIsCutIsRefused() throws IOException {
        var video = Samples.video(bean(VideoTools.class), ".mp4");
        for (var whole : List.of(
                Samples.still("png", 300, 200),
                Samples.still("jpeg", 300, 200),
                Samples.animation(3),
                Samples.made(
                        bean(VideoTools.class), ".webp", "-f", "lavfi", "-i", "testsrc=size=64x48", "-frames:v", "1"),
                video)) {
            var cut = upload("cut", Arrays.copyOf(whole, whole.length * 2 / 3));
            assertThat(cut.status()).isEqualTo(400);
            assertThat(rules(cut)).isEqualTo("file corrupt");
        }
    }

    @Test
    void whatClaimsToBeAnotherThingIsRefused() throws IOException {
        assertThat(upload("photo.jpg", zip()).status()).isEqualTo(415);
        assertThat(upload("photo.jpg", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(415);
        var disguised = new byte[5000];
        System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}, 0, disguised, 0, 4);
        assertThat(rules(upload("photo.jpg", disguised))).isEqualTo("file corrupt");
        var playlist = "\0\0\0\u0018ftypisom#EXTM3U\nfile:///etc/passwd".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(upload("clip.mp4", playlist).status()).isEqualTo(400);
    }

    @Test
    void whatWouldFillTheMemoryIsRefusedUnread() throws IOException {
        assertThat(rules(upload("huge.png", Samples.hugePng()))).isEqualTo("file huge");
        assertThat(rules(upload("endless.gif", Samples.endlessGif()))).isEqualTo("file corrupt");
    }

    @Test
    void heicIsNamed() {
        var heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        var answer = upload("photo.heic", heic);
        assertThat(answer.status()).isEqualTo(415);
        assertThat(String.valueOf(answer.body().get("detail"))).contains("HEIC");
    }

    @Test
    void aBodyWithoutAFileIsTheCallersFault() {
        assertThat(rules(upload("picture", "a.png", new byte[3]))).isEqualTo("file required");
        assertThat(rules(upload("a.png", new byte[0]))).isEqualTo("file empty-file");
        assertThat(post("/api/media", Map.of()).status()).isEqualTo(415);
        for (var broken : List.of("multipart/form-data", "multipart/form-data; boundary=x")) {
            var answer = http.post()
                    .uri("/api/media")
                    .header(HttpHeaders.CONTENT_TYPE, broken)
                    .body("no frame at all".getBytes(StandardCharsets.UTF_8))
                    .retrieve()
                    .toBodilessEntity();
            assertThat(answer.getStatusCode().value()).isEqualTo(400);
        }
    }

    @Test
    void aLongNameInAnyScriptIsTaken() throws IOException {
        for (var letter : List.of("x", "ż", "写", "🥐")) {
            var answer = upload(letter.repeat(250) + ".png", Samples.still("png", 40, 30));
            assertThat(answer.status()).as("%s: %s", letter, answer.body()).isEqualTo(201);
            assertThat(String.valueOf(answer.body().get("name"))).startsWith(letter);
        }
    }

    @Test
    void aNameThatIsNoneIsTheCallersFault() {
        var body =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\0b.png\"\r\n\r\nxyz\r\n--b--\r\n";
        var answer = http.post()
                .uri("/api/media")
                .header(HttpHeaders.CONTENT_TYPE, "multipart/form-data; boundary=b")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .retrieve()
                .toEntity(String.class);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("\"field\":\"file\"").contains("\"rule\":\"malformed\"");
    }

    @Test
    void nothingIsLeftOfWhatWasRefused() throws IOException {
        var incoming = bean(Installation.class).data().resolve("media/incoming");
        upload("photo.jpg", zip());
        upload("huge.png", Samples.hugePng());
        assertThatThrownBy(() -> bean(MediaFolder.class).receive(new ByteArrayInputStream(new byte[11]), 10))
                .isInstanceOf(MediaFolder.TooLarge.class);
        try (var left = Files.list(incoming)) {
            assertThat(left).isEmpty();
        }
    }

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
                .toBodilessEntity();
        assertThat(beyond.getStatusCode().value()).isEqualTo(416);
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

    private byte[] bytes(String path) {
        var body = http.get().uri(path).retrieve().body(byte[].class);
        return body == null ? new byte[0] : body;
    }

    @SuppressWarnings("unchecked")
    private static String rules(Answer answer) {
        var errors = (List<Map<String, Object>>) answer.body().getOrDefault("errors", List.of());
        return String.join(
                ", ",
                errors.stream()
                        .map(error -> error.get("field") + " " + error.get("rule"))
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private static String names(Answer answer) {
        return String.join(
                " ",
                ((List<Map<String, Object>>) answer.body().getOrDefault("items", List.of()))
                        .stream().map(item -> String.valueOf(item.get("name"))).toList());
    }

    private static byte[] zip() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("photo.jpg"));
            zip.write(Samples.still("jpeg", 20, 20));
        }
        return out.toByteArray();
    }
}
