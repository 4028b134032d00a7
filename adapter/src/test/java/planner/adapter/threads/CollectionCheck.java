package planner.adapter.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Json;
import planner.adapter.meta.NodeSpec;
import tools.jackson.databind.JsonNode;

/** Holds requests against Meta's own collection of sample requests: known paths, parameters, fields, metrics and words. */
final class CollectionCheck implements SpecCheck {
    /** Documented since, but not in the collection; its answers name most of them. */
    private static final Map<String, Set<String>> NEWER = Map.of(
            "POST me/threads",
            Set.of(
                    "link_attachment",
                    "topic_tag",
                    "poll_attachment",
                    "gif_attachment",
                    "text_entities",
                    "is_spoiler_media",
                    "location_id"),
            // bought for the token itself, which the collection gives by its common settings
            "GET access_token",
            Set.of("access_token"),
            "GET refresh_access_token",
            Set.of("access_token"),
            "GET me/threads",
            Set.of("since"),
            "GET me/replies",
            Set.of("since"));

    private final Map<String, Set<String>> known = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();

    CollectionCheck(Path folder) {
        try {
            var whole = Json.tree(Files.readString(folder.resolve("threads-api.postman_collection.json")));
            for (var variable : whole.path("variable")) {
                variables.put(
                        variable.path("key").asString(""),
                        variable.path("value").asString(""));
            }
            collect(whole.path("item"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void collect(JsonNode items) {
        for (var item : items) {
            collect(item.path("item"));
            var request = item.path("request");
            if (request.isObject()) {
                var raw = request.path("url").path("raw").asString("").split("\\?", 2);
                var path = raw[0].replace("{{api_host}}/", "").replaceAll("/$", "");
                var names = known.computeIfAbsent(
                        request.path("method").asString("") + " " + normal(path), any -> new TreeSet<>());
                Arrays.stream(raw.length < 2 ? new String[0] : raw[1].split("&"))
                        .map(pair -> pair.split("=", 2)[0])
                        .forEach(names::add);
            }
        }
    }

    /** Any id is a node, but that of the profile itself. */
    private static String normal(String path) {
        return path.replaceFirst("^261\\d+(?=/|$)", "me").replaceFirst("^(\\{\\{\\w+}}|\\d+)", "{node}");
    }

    @Override
    public void check(Wire.Sent sent) {
        var path = sent.call().uri().getPath().replaceFirst("^/threads/graph/(v1\\.0/)?", "");
        var name = sent.call().method() + " " + normal(path);
        var values = NodeSpec.values(sent);
        assertThat(known).containsKey(name);
        var names = new TreeSet<>(known.getOrDefault(name, Set.of()));
        names.addAll(NEWER.getOrDefault(name, Set.of()));
        assertThat(names).as("parameters of %s", name).containsAll(values.keySet());
        assertThat(words("fields_" + fieldsOf(name))).containsAll(NodeSpec.fields(values));
        listed("media_type", values);
        listed("reply_control", values);
        var metrics = Arrays.stream(values.getOrDefault("metric", "").split(","))
                .filter(it -> !it.isEmpty())
                .toList();
        assertThat(words(name.endsWith("me/threads_insights") ? "metrics_account" : "metrics_post"))
                .containsAll(metrics);
    }

    private static String fieldsOf(String name) {
        return switch (name) {
            case "GET me" -> "profile";
            case "GET me/replies" -> "replies";
            case "GET me/threads_publishing_limit" -> "quota";
            case "GET location_search" -> "location";
            default -> "threads";
        };
    }

    private void listed(String name, Map<String, String> values) {
        if (values.containsKey(name)) {
            assertThat(words(name)).contains(values.get(name));
        }
    }

    private Set<String> words(String variable) {
        var text = variables.getOrDefault(variable, "").replaceAll("\\{[^}]*}", "");
        if (variable.equals("fields_threads")) {
            // a container is a node like a post, and its path cannot be told from that of one
            text += "," + variables.getOrDefault("fields_container", "");
        }
        return Arrays.stream(text.split(",")).map(String::strip).collect(Collectors.toSet());
    }
}
