package planner.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import planner.network.Account;

class AvatarTest extends ChannelTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer elsewhere = listen();
    private byte[] picture = new byte[0];

    private static HttpServer listen() {
        try {
            return HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void serve() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", out);
        picture = out.toByteArray();
        elsewhere.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, picture.length);
            exchange.getResponseBody().write(picture);
            exchange.close();
            asked.incrementAndGet();
        });
        elsewhere.start();
        var address = URI.create("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/me.png");
        network.accounts =
                credential -> List.of(new Account("pictured", "Anna\0", "anna", address, Map.of("k", "v\0")));
    }

    @AfterEach
    void close() {
        elsewhere.stop(0);
    }

    @Test
    void thePictureIsCopiedAndServedByUs() {
        var id = connected("x");
        await().until(() -> get("/api/channels/" + id).body().get("avatar") != null);
        var avatar = String.valueOf(get("/api/channels/" + id).body().get("avatar"));
        assertThat(avatar).startsWith("/api/channels/" + id + "/avatar?v=");
        var answer = http.get().uri(avatar).retrieve().toEntity(byte[].class);
        assertThat(answer.getBody()).isEqualTo(picture);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.IMAGE_PNG);
        assertThat(answer.getHeaders().getFirst("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void whatIsNoPictureIsLeftOut() {
        picture = "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);
        var id = connected("x");
        await().until(() -> asked.get() > 0);
        assertThat(get("/api/channels/" + id).body())
                .containsEntry("avatar", null)
                .containsEntry("name", "Anna");
    }
}
