package planner.adapter.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Call;
import planner.adapter.kit.Json;
import tools.jackson.databind.JsonNode;

/** TikTok describes its API to people only, so requests are held against the tables of its reference, copied by hand. */
final class SheetCheck implements SpecCheck {
    private static final String PUBLISH = "/v2/post/publish/";
    private static final Set<String> VIDEO_SOURCE = Set.of(
            "source_info.source",
            "source_info.video_size",
            "source_info.chunk_size",
            "source_info.total_chunk_count",
            "source_info.video_url");
    private static final Set<String> VIDEO = with(
            VIDEO_SOURCE,
            "post_info.privacy_level",
            "post_info.title",
            "post_info.disable_duet",
            "post_info.disable_stitch",
            "post_info.disable_comment",
            "post_info.video_cover_timestamp_ms",
            "post_info.brand_content_toggle",
            "post_info.brand_organic_toggle",
            "post_info.is_aigc");
    private static final Set<String> CONTENT = Set.of(
            "media_type",
            "post_mode",
            "post_info.title",
            "post_info.description",
            "post_info.privacy_level",
            "post_info.disable_comment",
            "post_info.auto_add_music",
            "post_info.brand_content_toggle",
            "post_info.brand_organic_toggle",
            "source_info.source",
            "source_info.photo_images",
            "source_info.photo_cover_index");

    /** Every leaf that an endpoint knows. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            PUBLISH + "creator_info/query/",
            Set.of(),
            PUBLISH + "video/init/",
            VIDEO,
            PUBLISH + "inbox/video/init/",
            VIDEO_SOURCE,
            PUBLISH + "content/init/",
            CONTENT,
            PUBLISH + "status/fetch/",
            Set.of("publish_id"),
            "/v2/video/list/",
            Set.of("max_count", "cursor"),
            "/v2/video/query/",
            Set.of("filters.video_ids"));

    /** What a direct post must say, whatever a person chose. */
    private static final Map<String, Set<String>> ALWAYS = Map.of(
            PUBLISH + "video/init/",
                    Set.of(
                            "post_info.privacy_level",
                            "post_info.brand_content_toggle",
                            "post_info.brand_organic_toggle",
                            "source_info.source"),
            PUBLISH + "content/init/",
                    Set.of("media_type", "post_mode", "source_info.source", "source_info.photo_images"));

    private static Set<String> with(Set<String> some, String... more) {
        var all = new HashSet<>(some);
        all.addAll(Set.of(more));
        return all;
    }

    @Override
    public void check(Wire.Sent sent) {
        var call = sent.call();
        if (call.method().equals("PUT")) {
            piece(call);
            return;
        }
        var path = call.uri().getPath().replaceFirst("^/tiktok/api", "");
        assertThat(call.method()).isEqualTo("POST");
        assertThat(KNOWN).containsKey(path);
        assertThat(call.headers()).containsKey("Authorization");
        assertThat(call.body())
                .isInstanceOfSatisfying(
                        Call.Body.Bytes.class,
                        body -> assertThat(body.type()).isEqualTo("application/json; charset=UTF-8"));
        var leaves = new HashSet<String>();
        if (sent.body().length > 0) {
            leaves("", Json.tree(sent.text()), leaves);
        }
        assertThat(Objects.requireNonNull(KNOWN.get(path))).as(path).containsAll(leaves);
        assertThat(leaves).as(path).containsAll(ALWAYS.getOrDefault(path, Set.of()));
    }

    /** The address is the permission, and the range says which bytes come. */
    private static void piece(Call call) {
        assertThat(call.headers()).doesNotContainKey("Authorization");
        assertThat(call.headers().get("Content-Range")).matches("bytes \\d+-\\d+/\\d+");
        assertThat(call.body())
                .isInstanceOfSatisfying(
                        Call.Body.Bytes.class,
                        body -> assertThat(body.type()).isIn("video/mp4", "video/quicktime", "video/webm"));
    }

    private static void leaves(String path, JsonNode node, Set<String> into) {
        if (!node.isObject()) {
            into.add(path);
            return;
        }
        for (var entry : node.properties()) {
            leaves(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), into);
        }
    }
}
