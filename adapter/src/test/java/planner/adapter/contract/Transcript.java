package planner.adapter.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import planner.adapter.kit.Call;
import planner.adapter.kit.Json;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What goes over the wire for a sample, as plain text that a person approves in review. Run the tests with
 * {@code -Dapprove=true} to write the files anew.
 */
final class Transcript {
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Pattern LOOPBACK =
            Pattern.compile("https?(://|%3A%2F%2F)(127\\.0\\.0\\.1|localhost)(:|%3A)\\d+");

    private final Collection<String> secrets;
    private final UnaryOperator<String> mask;

    /** @param mask takes out what the simulator draws by lot */
    Transcript(Collection<String> secrets, UnaryOperator<String> mask) {
        this.secrets = secrets;
        this.mask = mask;
    }

    static void approve(String network, String name, String actual) {
        var file = Path.of("src/test/resources", network, name + ".http");
        try {
            if (Boolean.getBoolean("approve")) {
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.writeString(file, actual);
            }
            Assertions.assertThat(file)
                    .as("no approved transcript: run this test with -Dapprove=true and read what it writes")
                    .exists();
            Assertions.assertThat(actual).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(List<Wire.Sent> exchanges) {
        var text = new StringBuilder();
        for (var sent : exchanges) {
            text.append(request(sent)).append("\n\n=> ").append(sent.status()).append("\n\n----\n\n");
        }
        return text.toString();
    }

    private String request(Wire.Sent sent) {
        var call = sent.call();
        var text = new StringBuilder(call.method()).append(' ').append(call.uri());
        new TreeMap<>(call.headers()).forEach((name, value) -> text.append('\n').append(name + ": " + value));
        if (call.body() instanceof Call.Body.Bytes(var type, var bytes, var summary)) {
            text.append("\nContent-Type: ").append(type).append("\n\n").append(body(type, bytes));
        }
        var plain = LOOPBACK.matcher(text).replaceAll("{host}");
        for (var secret : call.secrets()) {
            plain = plain.replace(secret, "{secret}").replace(Call.percent(secret), "{secret}");
        }
        for (var secret : secrets) {
            plain = plain.replace(secret, "{secret}");
        }
        return mask.apply(plain);
    }

    private static String body(String type, byte[] bytes) {
        if (type.startsWith("application/json")) {
            return PRETTY.writeValueAsString(Json.tree(new String(bytes, StandardCharsets.UTF_8)))
                    .replace("\r\n", "\n");
        }
        if (type.startsWith("multipart/")) {
            return multipart(type, new String(bytes, StandardCharsets.ISO_8859_1));
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return new String(bytes, StandardCharsets.UTF_8).replace("&", "\n&");
        }
        return "<" + bytes.length + " bytes>";
    }

    /** Texts as they are, files by their size. */
    private static String multipart(String type, String body) {
        var text = new StringBuilder();
        var boundary = "--" + type.replaceAll(".*boundary=", "");
        for (var piece : body.split(Pattern.quote(boundary), -1)) {
            int blank = piece.indexOf("\r\n\r\n");
            if (blank < 0) {
                continue;
            }
            var head = piece.substring(0, blank).strip();
            var content = piece.substring(blank + 4, piece.length() - 2);
            var shown = head.contains("filename=")
                    ? "<" + content.length() + " bytes>"
                    : new String(content.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            text.append(head.replace("\r\n", "\n")).append("\n\n").append(shown).append("\n\n");
        }
        return text.toString().stripTrailing();
    }
}
