package planner.adapter.tiktok;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Chunks;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Media;
import planner.network.MediaFiles;
import planner.network.NetworkException;

/** The endpoints we use, one method each. Every path ends with a slash; every answer carries an error object. */
final class TikTokApi {
    private static final String JSON = "application/json; charset=UTF-8";
    static final Duration UPLOAD = Duration.ofMinutes(5);

    private final TikTokApp app;
    private final Http http;

    TikTokApi(TikTokApp app, Http http) {
        this.app = app;
        this.http = http;
    }

    record User(
            @JsonProperty("open_id") String id,
            @JsonProperty("display_name") @Nullable String name,
            @Nullable String username,
            @JsonProperty("avatar_url") @Nullable String avatar,
            @JsonProperty("follower_count") @Nullable Long followers,
            @JsonProperty("following_count") @Nullable Long following,
            @JsonProperty("video_count") @Nullable Long videos) {}

    private record UserData(User user) {}

    private record UserAnswer(UserData data) {}

    /** @param profile whether the scope for the user name was granted */
    User user(boolean profile, String token) {
        return user("open_id,union_id,avatar_url,display_name" + (profile ? ",username" : ""), token);
    }

    User counts(String token) {
        return user("open_id,follower_count,following_count,video_count", token);
    }

    private User user(String fields, String token) {
        var reply = send(Call.get(uri("user/info/")).query("fields", fields), token);
        return Json.read(reply, UserAnswer.class).data().user();
    }

    record Creator(
            @JsonProperty("creator_username") @Nullable String username,
            @JsonProperty("privacy_level_options") List<String> privacy,
            @JsonProperty("comment_disabled") boolean commentsOff,
            @JsonProperty("duet_disabled") boolean duetOff,
            @JsonProperty("stitch_disabled") boolean stitchOff,
            @JsonProperty("max_video_post_duration_sec") int maxSeconds) {}

    private record CreatorAnswer(Creator data) {}

    Creator creator(String token) {
        var reply = send(Call.post(uri("post/publish/creator_info/query/")).bytes(JSON, new byte[0]), token);
        return Json.read(reply, CreatorAnswer.class).data();
    }

    record VideoInfo(
            @Nullable String title,
            @JsonProperty("privacy_level") String privacy,
            @JsonProperty("disable_duet") boolean duetOff,
            @JsonProperty("disable_stitch") boolean stitchOff,
            @JsonProperty("disable_comment") boolean commentsOff,

            @JsonProperty("video_cover_timestamp_ms") @Nullable
            Integer coverMs,

            @JsonProperty("brand_content_toggle") boolean branded,
            @JsonProperty("brand_organic_toggle") boolean yourBrand,
            @JsonProperty("is_aigc") boolean madeWithAi) {}

    /** Where a video comes from: by chunks or from an address. */
    record VideoSource(
            String source,
            @JsonProperty("video_size") @Nullable Long size,
            @JsonProperty("chunk_size") @Nullable Long chunk,
            @JsonProperty("total_chunk_count") @Nullable Long chunks,
            @JsonProperty("video_url") @Nullable URI url) {
        static VideoSource upload(ChunkPlan plan) {
            return new VideoSource("FILE_UPLOAD", plan.size(), plan.chunk(), plan.count(), null);
        }

        static VideoSource pull(URI url) {
            return new VideoSource("PULL_FROM_URL", null, null, null, url);
        }
    }

    private record VideoInit(
            @JsonProperty("post_info") @Nullable VideoInfo info,
            @JsonProperty("source_info") VideoSource source) {}

    record Init(
            @JsonProperty("publish_id") String id,
            @JsonProperty("upload_url") @Nullable String url) {}

    private record InitAnswer(Init data) {}

    Init video(VideoInfo info, VideoSource source, String token) {
        return init("post/publish/video/init/", new VideoInit(info, source), token);
    }

    Init inboxVideo(VideoSource source, String token) {
        return init("post/publish/inbox/video/init/", new VideoInit(null, source), token);
    }

    record PhotoInfo(
            @Nullable String title,
            @Nullable String description,
            @JsonProperty("privacy_level") @Nullable String privacy,
            @JsonProperty("disable_comment") @Nullable Boolean commentsOff,
            @JsonProperty("auto_add_music") @Nullable Boolean autoMusic,
            @JsonProperty("brand_content_toggle") @Nullable Boolean branded,
            @JsonProperty("brand_organic_toggle") @Nullable Boolean yourBrand) {}

    private record PhotoSource(
            String source,
            @JsonProperty("photo_images") List<URI> images,
            @JsonProperty("photo_cover_index") int cover) {}

    private record PhotoInit(
            @JsonProperty("media_type") String type,
            @JsonProperty("post_mode") String mode,
            @JsonProperty("post_info") PhotoInfo info,
            @JsonProperty("source_info") PhotoSource source) {}

    Init photos(boolean inbox, PhotoInfo info, List<URI> images, int cover, String token) {
        var body = new PhotoInit(
                "PHOTO", inbox ? "MEDIA_UPLOAD" : "DIRECT_POST", info, new PhotoSource("PULL_FROM_URL", images, cover));
        return init("post/publish/content/init/", body, token);
    }

    private Init init(String path, Object body, String token) {
        return Json.read(send(json(path, body), token), InitAnswer.class).data();
    }

    /** Sends bytes {@code from} to {@code to} (exclusive); the address itself is the permission. */
    Reply put(String url, Media media, long from, long to, MediaFiles files) {
        return http.send(Call.of("PUT", URI.create(url))
                .header("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + media.bytes())
                .stream(media.type(), to - from, Chunks.piece(files, media, from, to - from))
                .within(UPLOAD));
    }

    /** @param posts ids of what is publicly there; TikTok itself misspells the field */
    record Status(
            String status,
            @JsonProperty("fail_reason") @Nullable String reason,

            @JsonProperty("publicaly_available_post_id") @JsonAlias("publicly_available_post_id") @Nullable
            List<String> posts,

            @JsonProperty("uploaded_bytes") @Nullable Long uploaded) {
        Optional<String> post() {
            return posts == null || posts.isEmpty() ? Optional.empty() : Optional.of(posts.getFirst());
        }
    }

    private record StatusAnswer(Status data) {}

    Status status(String publishId, String token) {
        var call = json("post/publish/status/fetch/", Map.of("publish_id", publishId));
        return Json.read(send(call, token), StatusAnswer.class).data();
    }

    record Video(
            String id,
            @Nullable String title,
            @JsonProperty("video_description") @Nullable String description,
            @JsonProperty("create_time") long created,
            @JsonProperty("share_url") @Nullable String url,
            @JsonProperty("like_count") @Nullable Long likes,
            @JsonProperty("comment_count") @Nullable Long comments,
            @JsonProperty("share_count") @Nullable Long shares,
            @JsonProperty("view_count") @Nullable Long views) {}

    private record Videos(@Nullable List<Video> videos) {}

    private record VideosAnswer(Videos data) {}

    /** The newest public posts of the account. */
    List<Video> newest(String token) {
        return videos(
                json("video/list/", Map.of("max_count", 20))
                        .query("fields", "id,title,video_description,create_time,share_url"),
                token);
    }

    Optional<Video> video(String id, String token) {
        return videos(
                        json("video/query/", Map.of("filters", Map.of("video_ids", List.of(id))))
                                .query(
                                        "fields",
                                        "id,create_time,share_url,like_count,comment_count,share_count,view_count"),
                        token)
                .stream()
                .findFirst();
    }

    private List<Video> videos(Call call, String token) {
        var videos = Json.read(send(call, token), VideosAnswer.class).data().videos();
        return videos == null ? List.of() : videos;
    }

    URI profile(String handle) {
        return URI.create(app.web() + "/@" + handle);
    }

    private Call json(String path, Object body) {
        return Call.post(uri(path)).body(new Call.Body.Bytes(JSON, Json.bytes(body), ""));
    }

    private URI uri(String path) {
        return app.api().at(path);
    }

    private Reply send(Call call, String token) {
        var reply = http.send(call.bearer(token));
        var code = Json.tree(reply).path("error").path("code").asString("");
        if (!reply.ok() || !code.equals("ok")) {
            throw new NetworkException(TikTokFaults.of(reply));
        }
        return reply;
    }
}
