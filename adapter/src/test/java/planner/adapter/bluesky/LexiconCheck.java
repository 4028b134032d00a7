package planner.adapter.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Call;
import planner.adapter.kit.Json;
import planner.network.Unit;
import tools.jackson.databind.JsonNode;

/** Holds requests and records against the lexicons. Stricter than they are in one point: unknown fields are faults. */
final class LexiconCheck implements SpecCheck {
    private static final Map<String, Pattern> FORMATS = Map.of(
            "did", Pattern.compile("did:[a-z]+:[a-zA-Z0-9._:%-]*[a-zA-Z0-9._-]"),
            "handle", Pattern.compile("([a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?\\.)+[a-zA-Z][a-zA-Z0-9-]*"),
            "at-identifier", Pattern.compile("did:[a-z]+:[\\w.:%-]+|[\\w-]+(\\.[\\w-]+)+"),
            "at-uri", Pattern.compile("at://[^/\\s]+(/[a-zA-Z0-9.-]+(/[a-zA-Z0-9_~.:-]+)?)?"),
            "cid", Pattern.compile("[a-zA-Z0-9+=]{8,256}"),
            "record-key", Pattern.compile("[a-zA-Z0-9_~.:-]{1,512}"),
            "language", Pattern.compile("[a-z]{2,3}(-[a-zA-Z0-9]+)*|i(-[a-zA-Z0-9]+)+"),
            "nsid", Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+\\.[a-zA-Z][a-zA-Z0-9]*"),
            "datetime",
                    Pattern.compile(
                            "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9](\\.[0-9]{1,20})?(Z|[+-]\\d\\d:\\d\\d)"),
            "uri", Pattern.compile("\\w+:(?://)?[^\\s/]\\S*"));

    private final Path folder;

    LexiconCheck(Path folder) {
        this.folder = folder.resolve("lexicons");
    }

    @Override
    public void check(Wire.Sent sent) {
        var uri = sent.call().uri();
        int at = uri.getPath().indexOf("/xrpc/");
        if (at < 0) {
            return;
        }
        var nsid = uri.getPath().substring(at + 6);
        if (!Files.exists(file(nsid)) && !nsid.startsWith("com.atproto.sync.")) {
            throw new AssertionError("no lexicon " + nsid);
        }
        var method = definition(nsid, "main");
        var query = method.path("type").asString().equals("query");
        assertThat(sent.call().method()).as(nsid).isEqualTo(query ? "GET" : "POST");
        parameters(nsid, method.path("parameters"), uri);
        body(nsid, method.path("input"), sent);
    }

    private void parameters(String nsid, JsonNode declared, URI uri) {
        var given = uri.getRawQuery() == null
                ? Map.<String, Set<String>>of()
                : Arrays.stream(uri.getRawQuery().split("&", -1))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.groupingBy(
                                pair -> pair[0],
                                Collectors.mapping(
                                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                                        Collectors.toSet())));
        // uploadVideo takes did and name that its lexicon leaves out (sheet 2.5).
        if (!nsid.equals("app.bsky.video.uploadVideo")) {
            assertThat(declared.path("properties").propertyNames()).as(nsid).containsAll(given.keySet());
        }
        for (var required : declared.path("required")) {
            assertThat(given).as(nsid).containsKey(required.asString());
        }
    }

    private void body(String nsid, JsonNode input, Wire.Sent sent) {
        if (!(sent.call().body() instanceof Call.Body.Bytes(var type, var bytes, var summary))) {
            assertThat(input.has("schema")).as("%s needs a body", nsid).isFalse();
            return;
        }
        var encoding = input.path("encoding").asString("none");
        if (encoding.equals("application/json")) {
            assertThat(type).isEqualTo("application/json");
            var tree = Json.tree(new String(bytes, StandardCharsets.UTF_8));
            value(nsid, nsid, input.path("schema"), tree);
            if (tree.path("record").isObject()) {
                record(tree.path("collection").asString(), tree.path("record"));
            }
            for (var write : tree.path("writes")) {
                record(write.path("collection").asString(), write.path("value"));
            }
        } else {
            assertThat(encoding).as(nsid).isIn("*/*", type);
        }
    }

    private void record(String collection, JsonNode record) {
        assertThat(record.path("$type").asString()).isEqualTo(collection);
        value(collection, "record", definition(collection, "main").path("record"), record);
    }

    private void value(String lexicon, String path, JsonNode schema, JsonNode value) {
        switch (schema.path("type").asString()) {
            case "object" -> object(lexicon, path, schema, value);
            case "array" -> {
                assertThat(value.isArray()).as(path).isTrue();
                assertThat(value.size())
                        .as(path)
                        .isLessThanOrEqualTo(schema.path("maxLength").asInt(Integer.MAX_VALUE));
                for (int i = 0; i < value.size(); i++) {
                    value(lexicon, path + "[" + i + "]", schema.path("items"), value.get(i));
                }
            }
            case "string" -> text(path, schema, value);
            case "integer" -> {
                assertThat(value.isIntegralNumber()).as(path).isTrue();
                assertThat(value.asLong())
                        .as(path)
                        .isBetween(
                                schema.path("minimum").asLong(Long.MIN_VALUE),
                                schema.path("maximum").asLong(Long.MAX_VALUE));
            }
            case "boolean" -> assertThat(value.isBoolean()).as(path).isTrue();
            case "ref" -> ref(lexicon, path, schema.path("ref").asString(), value);
            case "union" -> union(lexicon, path, schema, value);
            case "blob" -> blob(path, schema, value);
            case "unknown" -> assertThat(value.isObject()).as(path).isTrue();
            default -> throw new AssertionError("unknown kind of schema at " + path + ": " + schema);
        }
    }

    private void object(String lexicon, String path, JsonNode schema, JsonNode value) {
        assertThat(value.isObject()).as(path).isTrue();
        var nullable = new HashSet<String>();
        schema.path("nullable").forEach(name -> nullable.add(name.asString()));
        for (var required : schema.path("required")) {
            assertThat(value.has(required.asString()))
                    .as("%s.%s", path, required)
                    .isTrue();
        }
        for (var field : value.properties()) {
            if (field.getKey().equals("$type")) {
                continue;
            }
            var where = path + "." + field.getKey();
            assertThat(schema.path("properties").has(field.getKey()))
                    .as("known: %s", where)
                    .isTrue();
            if (!(field.getValue().isNull() && nullable.contains(field.getKey()))) {
                value(lexicon, where, schema.path("properties").path(field.getKey()), field.getValue());
            }
        }
    }

    private static void text(String path, JsonNode schema, JsonNode value) {
        assertThat(value.isString()).as(path).isTrue();
        var text = value.asString();
        assertThat(Unit.UTF8_BYTES.count(text))
                .as(path)
                .isBetween(
                        schema.path("minLength").asInt(0),
                        schema.path("maxLength").asInt(Integer.MAX_VALUE));
        assertThat(Unit.GRAPHEMES.count(text))
                .as(path)
                .isLessThanOrEqualTo(schema.path("maxGraphemes").asInt(Integer.MAX_VALUE));
        var format = schema.path("format").asString("");
        if (!format.isEmpty()) {
            var pattern = FORMATS.get(format);
            assertThat(pattern).as("format %s", format).isNotNull();
            assertThat(text).as(path).matches(pattern);
        }
    }

    private void ref(String lexicon, String path, String ref, JsonNode value) {
        var parts = ref.split("#", 2);
        var home = parts[0].isEmpty() ? lexicon : parts[0];
        value(home, path, definition(home, parts.length > 1 ? parts[1] : "main"), value);
    }

    private void union(String lexicon, String path, JsonNode schema, JsonNode value) {
        var type = value.path("$type").asString("");
        for (var ref : schema.path("refs")) {
            var full = ref.asString().startsWith("#") ? lexicon + ref.asString() : ref.asString();
            if (full.equals(type)) {
                ref(lexicon, path, full, value);
                return;
            }
        }
        throw new AssertionError(path + " may not be a " + type);
    }

    private static void blob(String path, JsonNode schema, JsonNode value) {
        assertThat(value.path("$type").asString()).as(path).isEqualTo("blob");
        assertThat(value.path("ref").path("$link").asString()).as(path).matches(FORMATS.get("cid"));
        assertThat(value.path("size").asLong())
                .as(path)
                .isBetween(1L, schema.path("maxSize").asLong(Long.MAX_VALUE));
        var mime = value.path("mimeType").asString("").toLowerCase(Locale.ROOT);
        boolean accepted = !schema.has("accept");
        for (var accept : schema.path("accept")) {
            accepted |= mime.startsWith(accept.asString().replace("*", ""));
        }
        assertThat(accepted).as("%s as %s", path, mime).isTrue();
    }

    private JsonNode definition(String nsid, String name) {
        try {
            return Json.tree(Files.readString(file(nsid))).path("defs").path(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String nsid) {
        return folder.resolve(nsid.replace('.', '/') + ".json");
    }
}
