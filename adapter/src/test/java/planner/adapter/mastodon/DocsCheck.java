package planner.adapter.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mastodon has no machine-readable description: these are the fields of its pages on methods, read 2026-11-26. */
final class DocsCheck implements SpecCheck {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PART = Pattern.compile("(?<!file)name=\"([^\"]*)\"");

    private static final Map<String, Set<String>> METHODS = Map.of(
            "GET /api/v2/instance", Set.of(),
            "GET /api/v1/media/:id", Set.of(),
            "POST /api/v2/media", Set.of("file", "thumbnail", "description", "focus"),
            "POST /api/v1/statuses",
                    Set.of(
                            "status",
                            "media_ids",
                            "poll.options",
                            "poll.expires_in",
                            "poll.multiple",
                            "poll.hide_totals",
                            "in_reply_to_id",
                            "sensitive",
                            "spoiler_text",
                            "visibility",
                            "language",
                            "scheduled_at",
                            "quoted_status_id",
                            "quote_approval_policy"),
            "GET /api/v1/accounts/:id/statuses",
                    Set.of(
                            "max_id",
                            "since_id",
                            "min_id",
                            "limit",
                            "only_media",
                            "exclude_replies",
                            "exclude_reblogs",
                            "pinned",
                            "tagged"));

    @Override
    public void check(Wire.Sent sent) {
        var call = sent.call();
        var method = call.method() + " "
                + call.uri().getPath().replaceFirst("^/mastodon", "").replaceAll("/[0-9]+(?=/|$)", "/:id");
        assertThat(METHODS).containsKey(method);
        assertThat(call.headers().getOrDefault("Authorization", "")).startsWith("Bearer ");
        assertThat(METHODS.getOrDefault(method, Set.of())).as(method).containsAll(fields(sent));
        if (method.equals("POST /api/v1/statuses")) {
            assertThat(call.headers()).containsKey("Idempotency-Key");
        }
    }

    private static Set<String> fields(Wire.Sent sent) {
        var fields = new HashSet<String>();
        var query = sent.call().uri().getQuery();
        if (query != null) {
            Arrays.stream(query.split("&")).forEach(pair -> fields.add(pair.split("=", 2)[0]));
        }
        if (sent.call().uri().getPath().endsWith("/media")) {
            PART.matcher(new String(sent.body(), StandardCharsets.ISO_8859_1))
                    .results()
                    .forEach(part -> fields.add(part.group(1)));
        } else if (sent.write()) {
            names("", JSON.readTree(sent.body()), fields);
        }
        return fields;
    }

    private static void names(String before, JsonNode node, Set<String> fields) {
        node.forEachEntry((name, value) -> {
            assertThat(value.isNull()).as(name).isFalse();
            if (value.isObject()) {
                names(before + name + ".", value, fields);
            } else {
                fields.add(before + name);
            }
        });
    }
}
