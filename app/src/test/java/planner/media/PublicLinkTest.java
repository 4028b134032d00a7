package planner.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import planner.workspace.Installation;
import planner.workspace.MasterKey;

/** What networks fetch, as they fetch it: by strangers' clients, without signing in. */
class PublicLinkTest extends MediaTest {
    private final HttpClient anyone = HttpClient.newHttpClient();
    private byte[] file;
    private String path;
    private String token;
    private UUID delivery;

    @BeforeEach
    void aNetworkGetsALink() throws IOException {
        file = Samples.still("png", 90, 60);
        var id = upload("Ada Lovelace.png", file).id();
        delivery = UUID.randomUUID();
        var media = bean(Assets.class).frozen(owner.workspace(), id, "");
        path = bean(Assets.class)
                .files(owner.workspace(), delivery)
                .publicUrl(media)
                .getRawPath();
        token = path.split("/")[2];
    }

    @Test
    void theWholeFileComesWithAllThatNetworksLookAt() {
        var answer = fetch(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(file);
        assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
        assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(file.length));
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy")).contains("sandbox");
        assertThat(header(answer, "Cache-Control")).isEqualTo("max-age=3600");
        assertThat(header(answer, "ETag")).matches("\"[0-9a-f]{64}\"");
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "location", "content-encoding", "pragma");
    }

    @Test
    void aQuestionAboutTheFileIsAnsweredAsTheFileIs() {
        var whole = fetch(path);
        var head = send("HEAD", path);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (var name : List.of(
                "Content-Type", "Content-Length", "Accept-Ranges", "ETag", "Cache-Control", "Content-Disposition")) {
            assertThat(header(head, name)).as(name).isEqualTo(header(whole, name));
        }
    }

    @ParameterizedTest
    @CsvSource({"0-0,0,0", "10-19,10,19", "-5,-5,-1", "100-,100,-1", "10-99999999,10,-1"})
    void aPieceComesAsItWasAskedFor(String range, int from, int to) {
        int begin = from < 0 ? file.length + from : from;
        int end = to < 0 ? file.length - 1 : to;
        var answer = fetch(path, "Range", "bytes=" + range);
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(file, begin, end + 1));
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes " + begin + "-" + end + "/" + file.length);
        assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
    }

    @Test
    void severalPiecesComeInOneAnswer() {
        var answer = fetch(path, "Range", "bytes=0-3,-2");
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(header(answer, "Content-Type")).startsWith("multipart/byteranges; boundary=");
        var text = new String(answer.body(), StandardCharsets.ISO_8859_1);
        assertThat(text)
                .contains("Content-Range: bytes 0-3/" + file.length)
                .contains("Content-Range: bytes " + (file.length - 2) + "-" + (file.length - 1) + "/" + file.length)
                .contains(new String(Arrays.copyOf(file, 4), StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=99999999-", "bytes=5-2", "bytes=x", "bytes=-0"})
    void whatIsNotThereCannotBeCutOut(String range) {
        var answer = fetch(path, "Range", range);
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes */" + file.length);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void manyPiecesThatAreMoreThanTheFileAreRefused() {
        var all = "bytes=" + String.join(",", Collections.nCopies(90, "0-"));
        assertThat(fetch(path, "Range", all).statusCode()).isEqualTo(416);
    }

    @Test
    void aDownloadGoesOnOnlyWithTheSameBytes() {
        var tag = header(fetch(path), "ETag");
        assertThat(fetch(path, "Range", "bytes=10-", "If-Range", tag).statusCode())
                .isEqualTo(206);
        for (var other : List.of("\"other\"", "W/" + tag, "Wed, 21 Oct 2026 07:28:00 GMT")) {
            var whole = fetch(path, "Range", "bytes=10-", "If-Range", other);
            assertThat(whole.statusCode()).as(other).isEqualTo(200);
            assertThat(whole.body()).as(other).isEqualTo(file);
            assertThat(header(whole, "Content-Length")).as(other).isEqualTo(String.valueOf(file.length));
        }
        assertThat(fetch(path, "Range", "bytes=99999999-", "If-Range", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        var tag = header(fetch(path), "ETag");
        var same = fetch(path, "If-None-Match", tag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(header(same, "ETag")).isEqualTo(tag);
        assertThat(fetch(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyKeepsAFileLongerThanItsLink() {
        clock.advance(Duration.ofHours(71).plusMinutes(50));
        assertThat(header(fetch(path), "Cache-Control")).isEqualTo("max-age=600");
        clock.advance(Duration.ofMinutes(9).plusSeconds(59));
        assertThat(header(fetch(path), "Cache-Control")).isEqualTo("max-age=1");
        clock.advance(Duration.ofSeconds(1));
        assertThat(fetch(path).statusCode()).isEqualTo(404);
    }

    @Test
    void everyOtherTokenFindsNothingAndIsToldNothing() {
        var signer = bean(LinkSigner.class);
        var bytes = Base64.getUrlDecoder().decode(token);
        var tokens = Stream.concat(
                        Stream.of(
                                "x",
                                token.substring(1),
                                token.substring(0, token.length() - 1),
                                token + "A",
                                // bits that stand for nothing
                                token.substring(0, token.length() - 1) + (char) (token.charAt(token.length() - 1) + 1),
                                "A".repeat(token.length()),
                                "%00",
                                "..",
                                // signed by us, but never given away
                                signer.token(new LinkSigner.Link(UUID.randomUUID(), UUID.randomUUID())),
                                signer.token(new LinkSigner.Link(delivery, UUID.randomUUID()))),
                        // a single bit of each byte
                        Stream.iterate(0, at -> at < bytes.length, at -> at + 1).map(at -> {
                            var forged = bytes.clone();
                            forged[at] ^= 1;
                            return Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
                        }))
                .toList();
        assertThat(tokens).hasSizeGreaterThan(50);
        var told = tokens.stream()
                .map(other -> fetch("/m/" + other + "/ada-lovelace.png"))
                .filter(answer -> answer.statusCode() != 400)
                .map(answer -> answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8)
                        .replaceAll("\"instance\":\"[^\"]*\"", ""))
                .distinct()
                .toList();
        assertThat(told).singleElement().satisfies(one -> assertThat(one)
                .startsWith("404 ")
                .doesNotContain("expired", "signature", "Ada"));
    }

    @Test
    void anotherKeySignsOtherTokens() {
        var house = bean(Installation.class);
        var other = new LinkSigner(new Installation(
                house.mode(), house.publicUrl(), house.data(), new MasterKey(new byte[32])));
        assertThat(other.read(token)).isEmpty();
        assertThat(bean(LinkSigner.class).read(token)).isPresent();
    }

    @Test
    void linksCannotBeListedNorWritten() {
        for (var above : List.of("/m", "/m/", "/m/" + token, "/m/" + token + "/")) {
            assertThat(fetch(above, "Accept", "*/*").statusCode()).as(above).isEqualTo(404);
        }
        for (var method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            assertThat(send(method, path).statusCode()).as(method).isIn(403, 405);
        }
    }

    @Test
    void theNameDecidesNothing() {
        var answer = fetch("/m/" + token + "/page.html", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
        assertThat(answer.body()).isEqualTo(file);
    }

    private HttpResponse<byte[]> fetch(String address, String... headers) {
        return send("GET", address, headers);
    }

    private HttpResponse<byte[]> send(String method, String address, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base() + address)).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return anyone.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
