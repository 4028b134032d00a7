package planner.adapter.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Call;
import planner.adapter.kit.Json;
import tools.jackson.databind.JsonNode;

/**
 * Reddit describes its API to nobody, so requests are held against recorded traffic of a working client: the path, the kind
 * of body, and that no field, query parameter or part is sent that was never recorded for it.
 */
final class RecordedCheck implements SpecCheck {
    private static final Pattern PART = Pattern.compile("(?<!file)name=\"([^\"]*)\"");
    /** The sheet knows these where no recording has them. */
    private static final Map<String, Set<String>> SHEET = Map.of(
            "POST /api/submit_gallery_post.json", Set.of("flair_id", "flair_text"),
            "POST /api/submit_poll_post", Set.of("flair_id", "flair_text"),
            "POST /api/submit", Set.of("video_poster_url", "text"));

    /** @param types of JSON values by field */
    private record Known(Set<String> types, Set<String> query, Set<String> fields, Map<String, String> values) {}

    private final Map<String, Known> recorded = new HashMap<>();
    private final List<Set<String>> uploads = new ArrayList<>();

    RecordedCheck(Path folder) {
        for (var one : interactions(folder)) {
            var request = one.path("request");
            var parts = request.path("body").path("multipart_part_names_in_order");
            if (parts.isArray()) {
                var names = new HashSet<String>();
                parts.forEach(name -> names.add(name.asString("")));
                uploads.add(names);
                continue;
            }
            var address = request.path("uri").asString("");
            var known = recorded.computeIfAbsent(
                    request.path("method").asString("") + " " + template(path(address)),
                    any -> new Known(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashMap<>()));
            known.types().add(request.path("content_type").asString(""));
            known.query().addAll(names(query(address)));
            request.path("body").forEachEntry((name, value) -> {
                known.fields().add(name);
                known.values().put(name, value.getNodeType().name());
            });
        }
    }

    static List<JsonNode> interactions(Path folder) {
        try {
            var text = Files.readString(folder.resolve("recorded-interactions.json"));
            return Json.tree(text)
                    .path("cases")
                    .valueStream()
                    .flatMap(one -> one.path("interactions").valueStream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void check(Wire.Sent sent) {
        var call = sent.call();
        assertThat(call.headers().get("User-Agent")).matches("server:\\S+:\\S+ \\(by /u/\\S+\\)");
        if (call.uri().getPath().startsWith("/reddit/s3/")) {
            upload(call, sent);
            return;
        }
        var path = template(call.uri().getPath().replaceFirst("^/reddit/oauth", ""));
        var at = call.method() + " " + path;
        assertThat(recorded).containsKey(at);
        var known = recorded.get(at);
        if (known == null) {
            return;
        }
        assertThat(call.headers().get("Authorization")).as(at).startsWith("bearer ");
        assertThat(known.query())
                .as(at)
                .containsAll(names(String.valueOf(call.uri().getQuery())));
        if (call.body() instanceof Call.Body.Bytes(var type, var bytes, var summary)) {
            assertThat(known.types()).as(at).contains(type);
            var allowed = new HashSet<>(known.fields());
            allowed.addAll(SHEET.getOrDefault(at, Set.of()));
            if (type.equals("application/json")) {
                json(at, known, allowed, Json.tree(new String(bytes, StandardCharsets.UTF_8)));
            } else {
                form(at, allowed, new String(bytes, StandardCharsets.UTF_8));
            }
        }
    }

    private static void form(String at, Set<String> allowed, String form) {
        assertThat(allowed).as(at).containsAll(names(form));
        assertThat(form).as(at).startsWith("api_type=json");
        for (var pair : form.split("&")) {
            if (pair.matches("(nsfw|spoiler|sendreplies|resubmit|validate_on_submit|is_newlink)=.*")) {
                assertThat(pair).as(at).matches("[a-z_]+=(true|false)");
            }
            if (pair.startsWith("kind=")) {
                assertThat(pair.substring(5)).isIn("self", "link", "image", "video", "videogif");
            }
        }
    }

    private static void json(String at, Known known, Set<String> allowed, JsonNode body) {
        body.forEachEntry((name, value) -> {
            assertThat(allowed).as(at).contains(name);
            var type = known.values().get(name);
            if (type != null) {
                assertThat(value.getNodeType().name()).as(at + " " + name).isEqualTo(type);
            }
        });
        for (var item : body.path("items")) {
            assertThat(item.propertyNames()).containsExactlyInAnyOrder("media_id", "caption", "outbound_url");
        }
    }

    /** All fields of the permission, the file last, and no Authorization. */
    private void upload(Call call, Wire.Sent sent) {
        assertThat(call.headers()).doesNotContainKey("Authorization");
        var head = new String(sent.body(), StandardCharsets.ISO_8859_1);
        var names = PART.matcher(head).results().map(found -> found.group(1)).toList();
        assertThat(names).last().isEqualTo("file");
        assertThat(uploads).contains(new HashSet<>(names));
    }

    private static String path(String address) {
        return address.replaceFirst("^https://[^/]+", "").replaceFirst("\\?.*$", "");
    }

    private static String query(String address) {
        int at = address.indexOf('?');
        return at < 0 ? "" : address.substring(at + 1);
    }

    private static Set<String> names(String pairs) {
        var names = new HashSet<String>();
        for (var pair : pairs.split("&")) {
            if (!pair.isEmpty() && !pair.equals("null")) {
                names.add(pair.replaceFirst("=.*", ""));
            }
        }
        return names;
    }

    /** Slashes at the end come and go; both are served. */
    static String template(String path) {
        return path.replaceFirst("/$", "")
                .replaceFirst("^/r/[^/]+/", "/r/{sr}/")
                .replaceFirst("^/user/[^/]+/", "/user/{name}/")
                .replaceFirst("^/comments/[^/]+$", "/comments/{id}")
                .replaceFirst("^/api/v1/[^/]+/post_requirements$", "/api/v1/{sr}/post_requirements");
    }
}
