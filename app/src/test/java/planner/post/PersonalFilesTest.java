package planner.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import planner.RoomTest;
import planner.channel.NetworkDirectory;
import planner.network.NetworkId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a file tells of whoever made it does not leave the house, and preflight says so. */
class PersonalFilesTest extends RoomTest {
    private UUID channel;

    @BeforeEach
    void connect() {
        var bluesky = bean(NetworkDirectory.class).get(new NetworkId("bluesky"));
        channel = connected(owner, bluesky, "did:plc:ada", "Ada");
    }

    @Test
    void itIsToldThatPlaceAndDeviceAreRemoved() throws IOException {
        var found = told(named(picture()));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().path("severity").asString()).isEqualTo("INFO");
        assertThat(found.getFirst().path("message").asString())
                .isEqualTo("Where and with what it was taken is removed.");
        assertThat(found.getFirst().path("made").path("repack").asBoolean()).isTrue();
    }

    @Test
    void nothingIsToldOfAFileThatSaysNothing() throws IOException {
        assertThat(told(picture())).isEmpty();
    }

    private List<JsonNode> told(byte[] jpeg) {
        var post = Map.of(
                "text",
                "Bread",
                "channels",
                List.of(channel),
                "media",
                List.of(Map.of("id", upload(jpeg), "alt", "A loaf")));
        var answer = JsonMapper.shared().readTree(send("/api/preflight", MediaType.APPLICATION_JSON, post));
        return answer.path("findings")
                .valueStream()
                .filter(it -> it.path("rule").asString().equals("media.personal"))
                .toList();
    }

    private String upload(byte[] jpeg) {
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("file", new ByteArrayResource(jpeg) {
            @Override
            public String getFilename() {
                return "loaf.jpg";
            }
        });
        return JsonMapper.shared()
                .readTree(send("/api/media", MediaType.MULTIPART_FORM_DATA, form))
                .path("id")
                .asString();
    }

    private String send(String path, MediaType type, Object body) {
        var answer =
                http.post().uri(path).contentType(type).body(body).retrieve().toEntity(String.class);
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as("%s", answer.getBody())
                .isTrue();
        return String.valueOf(answer.getBody());
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }

    /** With a note of the kind that cameras leave. */
    private static byte[] named(byte[] jpeg) {
        var words = "Exif\0\0MM Ada's camera 52.2297 N 21.0122 E".getBytes(StandardCharsets.ISO_8859_1);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        Stream.of(0xff, 0xe1, 0, words.length + 2).forEach(out::write);
        out.writeBytes(words);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
