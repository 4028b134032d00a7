package planner.adapter.meta;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import planner.adapter.kit.Call;
import planner.adapter.kit.Chunks;
import planner.adapter.kit.Hmac;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Media;
import planner.network.NetworkException;
import planner.network.Session;
import tools.jackson.databind.JsonNode;

/** Calls of the Graph API with the token of a session, and how its answers are read. */
public final class Graph {
    private static final Duration UPLOAD = Duration.ofMinutes(5);

    private final Http http;

    public Graph(Http http) {
        this.http = http;
    }

    /** @throws NetworkException with what {@code faults} makes of an answer that is no success */
    public Reply send(Call call, Session session, Function<Reply, Fault> faults) {
        return checked(http.send(call.bearer(session.credential().access())), faults);
    }

    /** Proof that a token is used by its own app: apps may demand it, and it never harms. */
    public static Call proven(Call call, String token, String appSecret) {
        if (token.isEmpty() || appSecret.isEmpty()) {
            return call;
        }
        var proof = HexFormat.of()
                .formatHex(Hmac.sha256(
                        appSecret.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)));
        return call.query("appsecret_proof", proof).secret(proof);
    }

    public static Reply checked(Reply reply, Function<Reply, Fault> faults) {
        if (!reply.ok()) {
            throw new NetworkException(faults.apply(reply));
        }
        return reply;
    }

    /** Sends a file to the upload host from an offset on. */
    public void upload(URI to, Media media, long offset, Session session, Function<Reply, Fault> faults) {
        var token = session.credential().access();
        long rest = media.bytes() - offset;
        var reply = http.send(Call.post(to)
                .header("Authorization", "OAuth " + token)
                .secret(token)
                .header("offset", "" + offset)
                .header("file_size", "" + media.bytes())
                .stream(media.type(), rest, Chunks.piece(session.files(), media, offset, rest))
                .within(UPLOAD));
        if (!reply.ok() || !Json.tree(reply).path("success").asBoolean(false)) {
            throw new NetworkException(faults.apply(reply));
        }
    }

    /** One value by metric name, parts of a value added up; what Meta does not send is absent. */
    public static Map<String, Long> metrics(Reply reply) {
        var values = new LinkedHashMap<String, Long>();
        Json.tree(reply).path("data").valueStream().forEach(row -> {
            var total = row.path("total_value").path("value");
            var value = total.isMissingNode() ? row.path("values").path(0).path("value") : total;
            if (value.isNumber() || value.isObject()) {
                values.put(
                        row.path("name").asString(""),
                        (value.isObject() ? value.valueStream() : Stream.of(value))
                                .mapToLong(JsonNode::asLong)
                                .sum());
            }
        });
        return values;
    }

    /** Meta writes +0000 where the standard has +00:00. */
    public static Instant time(String text) {
        return OffsetDateTime.parse(text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                .toInstant();
    }
}
