package planner.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import planner.workspace.Installation;

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
    void aHeicWithNothingInItIsDamaged() {
        var heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(rules(upload("photo.heic", heic))).isEqualTo("file corrupt");
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

    private static byte[] zip() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("photo.jpg"));
            zip.write(Samples.still("jpeg", 20, 20));
        }
        return out.toByteArray();
    }
}
