package planner.adapter.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Call;
import planner.adapter.kit.Json;
import tools.jackson.databind.JsonNode;

/** LinkedIn describes its API to people only, so requests are held against the tables of the sheet, copied by hand. */
final class SheetCheck implements SpecCheck {
    private static final Set<String> POST = Set.of(
            "author",
            "commentary",
            "visibility",
            "distribution.feedDistribution",
            "distribution.targetEntities",
            "distribution.thirdPartyDistributionChannels",
            "lifecycleState",
            "isReshareDisabledByAuthor",
            "reshareContext.parent",
            "content.media.id",
            "content.media.altText",
            "content.media.title",
            "content.multiImage.images.id",
            "content.multiImage.images.altText",
            "content.article.source",
            "content.article.title",
            "content.article.description",
            "content.article.thumbnail",
            "content.poll.question",
            "content.poll.options.text",
            "content.poll.settings.duration");
    private static final String REQUEST = "initializeUploadRequest.";
    private static final String FINISH = "finalizeUploadRequest.";

    /** Every leaf that a call knows, by method, path and action. */
    private static final Map<String, Set<String>> KNOWN = Map.ofEntries(
            Map.entry("POST /rest/posts", POST),
            Map.entry("POST /rest/images?action=initializeUpload", Set.of(REQUEST + "owner")),
            Map.entry("POST /rest/documents?action=initializeUpload", Set.of(REQUEST + "owner")),
            Map.entry(
                    "POST /rest/videos?action=initializeUpload",
                    Set.of(
                            REQUEST + "owner",
                            REQUEST + "fileSizeBytes",
                            REQUEST + "uploadCaptions",
                            REQUEST + "uploadThumbnail")),
            Map.entry(
                    "POST /rest/videos?action=finalizeUpload",
                    Set.of(FINISH + "video", FINISH + "uploadToken", FINISH + "uploadedPartIds")),
            Map.entry("GET /rest/images/{urn}", Set.of()),
            Map.entry("GET /rest/documents/{urn}", Set.of()),
            Map.entry("GET /rest/videos/{urn}", Set.of()),
            Map.entry("GET /rest/posts/{urn}", Set.of()),
            Map.entry("GET /rest/posts", Set.of()),
            Map.entry("POST /rest/socialActions/{urn}/comments", Set.of("actor", "object", "message.text")),
            Map.entry("GET /rest/socialActions/{urn}/comments", Set.of()),
            Map.entry("GET /rest/organizationalEntityShareStatistics", Set.of()),
            Map.entry("GET /rest/networkSizes/{urn}", Set.of()),
            Map.entry("GET /rest/memberCreatorPostAnalytics", Set.of()),
            Map.entry("GET /rest/memberFollowersCount", Set.of()));

    private static final Map<String, Set<String>> QUERY = Map.of(
            "GET /rest/posts", Set.of("q", "author", "count", "sortBy"),
            "GET /rest/organizationalEntityShareStatistics", Set.of("q", "organizationalEntity", "shares", "ugcPosts"),
            "GET /rest/networkSizes/{urn}", Set.of("edgeType"),
            "GET /rest/memberCreatorPostAnalytics", Set.of("q", "entity", "queryType", "aggregation"),
            "GET /rest/memberFollowersCount", Set.of("q"));

    /** What a post must say, whatever it is. */
    private static final Map<String, Set<String>> ALWAYS = Map.of(
            "POST /rest/posts",
            Set.of(
                    "author",
                    "commentary",
                    "visibility",
                    "distribution.feedDistribution",
                    "distribution.targetEntities",
                    "distribution.thirdPartyDistributionChannels",
                    "lifecycleState"));

    @Override
    public void check(Wire.Sent sent) {
        var call = sent.call();
        var path = call.uri().getRawPath();
        if (!path.startsWith("/linkedin/")) {
            page(call);
        } else if (path.startsWith("/linkedin/www/dms-uploads/")) {
            upload(call);
        } else {
            rest(sent, path.substring("/linkedin/api".length()));
        }
    }

    /** Of a page that a person named nothing is told. */
    private static void page(Call call) {
        assertThat(call.method()).isEqualTo("GET");
        assertThat(call.guarded()).isTrue();
        assertThat(call.headers()).doesNotContainKey("Authorization");
    }

    private static void upload(Call call) {
        assertThat(call.method()).isEqualTo("PUT");
        var path = call.uri().getPath();
        if (path.contains("/uploaded-video/")) {
            assertThat(((Call.Body.Bytes) call.body()).type()).isEqualTo("application/octet-stream");
        } else if (path.contains("/uploaded-thumbnail/")) {
            assertThat(call.headers()).containsEntry("media-type-family", "STILLIMAGE");
        } else if (path.contains("/uploaded-image/") || path.contains("/uploaded-document/")) {
            assertThat(call.headers()).containsKey("Authorization");
        }
    }

    private static void rest(Wire.Sent sent, String path) {
        var call = sent.call();
        assertThat(path).as("URNs are encoded").doesNotContain("urn:");
        assertThat(call.headers())
                .containsEntry("X-Restli-Protocol-Version", "2.0.0")
                .containsKeys("Authorization", "LinkedIn-Version");
        assertThat(call.headers().get("LinkedIn-Version")).matches("20\\d{4}");
        var raw = call.uri().getRawQuery();
        var query = raw == null ? "" : raw;
        var template = call.method() + " " + path.replaceAll("urn%3A[^/]+", "{urn}")
                + (query.startsWith("action=") ? "?" + query : "");
        assertThat(KNOWN).containsKey(template);
        if (!query.isEmpty() && !query.startsWith("action=")) {
            assertThat(Arrays.stream(query.split("&"))
                            .map(pair -> pair.replaceFirst("=.*", ""))
                            .collect(Collectors.toSet()))
                    .as(template)
                    .isSubsetOf(QUERY.getOrDefault(template, Set.of()));
        }
        var leaves = new HashSet<String>();
        if (sent.body().length > 0) {
            leaves("", Json.tree(sent.text()), leaves);
        }
        assertThat(Objects.requireNonNull(KNOWN.get(template))).as(template).containsAll(leaves);
        assertThat(leaves).as(template).containsAll(ALWAYS.getOrDefault(template, Set.of()));
    }

    private static void leaves(String path, JsonNode node, Set<String> into) {
        if (node.isArray() && !node.isEmpty() && node.path(0).isObject()) {
            node.forEach(item -> leaves(path, item, into));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(entry -> leaves(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), into));
        } else {
            assertThat(node.isNull()).as(path).isFalse();
            into.add(path);
        }
    }
}
