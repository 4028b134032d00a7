package planner.adapter.x;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Chunks;
import planner.adapter.kit.Json;
import planner.adapter.kit.Multipart;
import planner.adapter.kit.Reply;
import planner.network.Credential;
import planner.network.Media;
import planner.network.MediaFiles;
import planner.network.MediaKind;
import tools.jackson.databind.JsonNode;

/** The endpoints for files, one method each; https://docs.x.com/x-api/media. */
final class XUploads {
    private static final Duration UPLOAD = Duration.ofSeconds(120);
    private static final String ONE_GO = "media/upload";

    private final XDoor door;

    XUploads(XDoor door) {
        this.door = door;
    }

    private record Uploaded(
            @Nullable String id,
            @JsonProperty("processing_info") @Nullable Processing processing) {}

    private record UploadAnswer(Uploaded data) {}

    /** @param state pending, in_progress, succeeded or failed */
    record Processing(
            String state,
            @JsonProperty("check_after_secs") @Nullable Integer seconds,
            @Nullable JsonNode error) {}

    /** An image in one go. @return the media id */
    String image(Media media, MediaFiles files, Credential credential) {
        return oneGo("tweet_image", media.type(), media, files, credential);
    }

    /** The text of a video's subtitles. @return the media id */
    String subtitles(Media media, MediaFiles files, Credential credential) {
        var type = media.type().equals("text/vtt") ? media.type() : "text/srt";
        return oneGo("subtitles", type, media, files, credential);
    }

    private String oneGo(String category, String type, Media media, MediaFiles files, Credential credential) {
        var form = new Multipart(seed(media, 0))
                .field("media_category", category)
                .file("media", "media", type, media.bytes(), Chunks.whole(files, media));
        return XDoor.id(door.send(Call.post(door.uri(ONE_GO)).body(form.body()).within(UPLOAD), credential));
    }

    private record Initialize(
            @JsonProperty("media_type") String type,
            @JsonProperty("total_bytes") long bytes,
            @JsonProperty("media_category") String category) {}

    /** Opens an upload by chunks. @return the media id */
    String initialize(Media media, Credential credential) {
        var category = media.kind() == MediaKind.VIDEO ? "tweet_video" : "tweet_gif";
        return XDoor.id(door.send(
                Call.post(door.uri(ONE_GO + "/initialize")).json(new Initialize(media.type(), media.bytes(), category)),
                credential));
    }

    /** One chunk; the same chunk may be sent again. */
    void append(
            String id, int segment, Media media, long offset, long length, MediaFiles files, Credential credential) {
        var form = new Multipart(seed(media, segment))
                .field("segment_index", "" + segment)
                .file("media", "chunk", "application/octet-stream", length, Chunks.piece(files, media, offset, length));
        door.send(
                Call.post(door.uri(ONE_GO + "/" + id + "/append"))
                        .body(form.body())
                        .within(UPLOAD),
                credential);
    }

    Optional<Processing> finish(String id, Credential credential) {
        return processing(door.send(Call.post(door.uri(ONE_GO + "/" + id + "/finalize")), credential));
    }

    Optional<Processing> status(String id, Credential credential) {
        var query = new LinkedHashMap<String, String>();
        query.put("command", "STATUS");
        query.put("media_id", id);
        return processing(door.send(Call.get(door.uri(ONE_GO)).query(query), credential));
    }

    private static Optional<Processing> processing(Reply reply) {
        return Optional.ofNullable(Json.read(reply, UploadAnswer.class).data().processing());
    }

    record Text(String text) {}

    record Warning(
            @JsonProperty("adult_content") boolean adult,
            @JsonProperty("graphic_violence") boolean violence,
            boolean other) {}

    /** What is said of a file; what is absent is not sent. */
    record About(
            @JsonProperty("alt_text") @Nullable Text alt,

            @JsonProperty("sensitive_media_warning") @Nullable
            Warning warning) {}

    private record Metadata(String id, About metadata) {}

    void describe(String id, About about, Credential credential) {
        door.send(Call.post(door.uri("media/metadata")).json(new Metadata(id, about)), credential);
    }

    private record Track(
            String id,
            @JsonProperty("language_code") String language,
            @JsonProperty("display_name") String name) {}

    private record Tracks(
            String id, @JsonProperty("media_category") String category, Track subtitles) {}

    /** Ties uploaded subtitles to a video; doing it twice changes nothing. */
    void caption(String video, String track, String language, String name, Credential credential) {
        door.send(
                Call.post(door.uri("media/subtitles"))
                        .json(new Tracks(video, "TweetVideo", new Track(track, language, name))),
                credential);
    }

    private static String seed(Media media, int number) {
        return new UUID(media.id().getMostSignificantBits(), number).toString().replace("-", "");
    }
}
