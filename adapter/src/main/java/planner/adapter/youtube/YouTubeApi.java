package planner.adapter.youtube;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Chunks;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Media;
import planner.network.MediaFiles;
import planner.network.NetworkException;

/** The endpoints we use, one method each. A listing costs one unit of the day's quota, a change fifty or more. */
final class YouTubeApi {
    private static final String JSON = "application/json; charset=UTF-8";
    private static final String DATA = "/youtube/";
    private static final String UPLOAD = "/upload/youtube/";
    static final Duration TRANSFER = Duration.ofMinutes(5);

    private final YouTubeApp app;
    private final Http http;
    private final YouTubeFaults faults;

    YouTubeApi(YouTubeApp app, Http http, YouTubeFaults faults) {
        this.app = app;
        this.http = http;
        this.faults = faults;
    }

    record Picture(@Nullable String url) {}

    record ChannelSnippet(
            @Nullable String title,
            @Nullable String customUrl,
            @Nullable Map<String, Picture> thumbnails) {}

    record Playlists(@Nullable String uploads) {}

    record ChannelDetails(@Nullable Playlists relatedPlaylists) {}

    record ChannelCounts(
            @Nullable String viewCount,
            @Nullable String subscriberCount,
            @Nullable String videoCount,
            @Nullable Boolean hiddenSubscriberCount) {}

    record ChannelStatus(@Nullable String longUploadsStatus) {}

    record Channel(
            String id,
            @Nullable ChannelSnippet snippet,
            @Nullable ChannelDetails contentDetails,
            @Nullable ChannelCounts statistics,
            @Nullable ChannelStatus status) {}

    private record Channels(@Nullable List<Channel> items) {}

    /** The channel that the grant was given for; none for a Google user who has not made one. */
    Optional<Channel> mine(String parts, String token) {
        var call = Call.get(uri(DATA, "channels")).query(query("part", parts, "mine", "true"));
        var items = Json.read(send(call, token), Channels.class).items();
        return items == null ? Optional.empty() : items.stream().findFirst();
    }

    /** Opens an upload and gives its address; nothing is visible yet. */
    String open(VideoResource video, boolean notify, Media media, String fileName, String token) {
        var reply = send(
                Call.post(uri(UPLOAD, "videos"))
                        .query(query(
                                "uploadType",
                                "resumable",
                                "part",
                                video.parts(),
                                "notifySubscribers",
                                Boolean.toString(notify)))
                        .header("X-Upload-Content-Length", Long.toString(media.bytes()))
                        .header("X-Upload-Content-Type", media.type())
                        .header("Slug", fileName)
                        .body(json(video)),
                token);
        return reply.header("location")
                .orElseThrow(() ->
                        new NetworkException(new Fault.Unavailable(false, "YouTube gave no address for the upload")));
    }

    /** Sends bytes {@code from} to {@code to} (exclusive). What the answer means is for the upload to say. */
    Reply put(String address, Media media, long from, long to, MediaFiles files, String token) {
        return http.send(
                upload(address, token)
                        .header("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + media.bytes())
                        .stream(media.type(), to - from, Chunks.piece(files, media, from, to - from))
                        .within(TRANSFER));
    }

    /** How much has arrived; changes nothing. */
    Reply ask(String address, Media media, String token) {
        return http.send(upload(address, token)
                .header("Content-Range", "bytes */" + media.bytes())
                .bytes(media.type(), new byte[0]));
    }

    /** The id in an upload's address is as good as a key to it. */
    private static Call upload(String address, String token) {
        var uri = URI.create(address);
        var call = Call.of("PUT", uri).bearer(token);
        for (var pair : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&")) {
            call = pair.startsWith("upload_id=") ? call.secret(pair.substring("upload_id=".length())) : call;
        }
        return call;
    }

    private record Made(@Nullable String id) {}

    /** The id of the video that a finished upload hands over. */
    static String made(Reply reply) {
        var id = Json.read(reply, Made.class).id();
        if (id == null) {
            throw new NetworkException(new Fault.Unavailable(true, "YouTube did not name the video"));
        }
        return id;
    }

    Fault fault(Reply reply) {
        return faults.of(reply);
    }

    record Status(
            @Nullable String uploadStatus,
            @Nullable String failureReason,
            @Nullable String rejectionReason,
            @Nullable String privacyStatus) {}

    record Named(@Nullable String title, @Nullable String publishedAt) {}

    record FileFacts(@Nullable String fileName, @Nullable String fileSize) {}

    record Counts(
            @Nullable String viewCount,
            @Nullable String likeCount,
            @Nullable String commentCount) {}

    record Video(
            String id,
            @Nullable Named snippet,
            @Nullable Status status,
            @Nullable FileFacts fileDetails,
            @Nullable Counts statistics) {}

    private record Videos(@Nullable List<Video> items) {}

    /** @param ids at most 50 */
    List<Video> videos(String parts, List<String> ids, String token) {
        var call = Call.get(uri(DATA, "videos")).query(query("part", parts, "id", String.join(",", ids)));
        var items = Json.read(send(call, token), Videos.class).items();
        return items == null ? List.of() : items;
    }

    record Contained(@Nullable String videoId) {}

    private record PlaylistItem(
            @Nullable String id, @Nullable Contained contentDetails) {}

    private record PlaylistItems(@Nullable List<PlaylistItem> items) {}

    /** The newest videos of a playlist, at most 50. */
    List<String> newest(String playlist, String token) {
        var call = Call.get(uri(DATA, "playlistItems"))
                .query(query("part", "contentDetails", "playlistId", playlist, "maxResults", "50"));
        var items = Json.read(send(call, token), PlaylistItems.class).items();
        return items == null
                ? List.of()
                : items.stream()
                        .map(PlaylistItem::contentDetails)
                        .flatMap(details -> Optional.ofNullable(details).map(Contained::videoId).stream())
                        .toList();
    }

    boolean contains(String playlist, String video, String token) {
        var call = Call.get(uri(DATA, "playlistItems"))
                .query(query("part", "id", "playlistId", playlist, "videoId", video));
        var items = Json.read(send(call, token), PlaylistItems.class).items();
        return items != null && !items.isEmpty();
    }

    private record ResourceId(String kind, String videoId) {}

    private record ItemSnippet(String playlistId, ResourceId resourceId) {}

    private record NewItem(ItemSnippet snippet) {}

    void add(String playlist, String video, String token) {
        var item = new NewItem(new ItemSnippet(playlist, new ResourceId("youtube#video", video)));
        send(Call.post(uri(DATA, "playlistItems")).query("part", "snippet").body(json(item)), token);
    }

    record Playlist(
            String id, @Nullable Named snippet, @Nullable Status status) {}

    record PlaylistPage(
            @Nullable List<Playlist> items, @Nullable String nextPageToken) {}

    PlaylistPage playlists(String page, String token) {
        var query = query("part", "snippet,status", "mine", "true", "maxResults", "50");
        if (!page.isEmpty()) {
            query.put("pageToken", page);
        }
        return Json.read(send(Call.get(uri(DATA, "playlists")).query(query), token), PlaylistPage.class);
    }

    record CategoryName(@Nullable String title, boolean assignable) {}

    record Category(String id, CategoryName snippet) {}

    private record Categories(@Nullable List<Category> items) {}

    List<Category> categories(String token) {
        var call = Call.get(uri(DATA, "videoCategories"))
                .query(query("part", "snippet", "regionCode", app.region(), "hl", "en"));
        var items = Json.read(send(call, token), Categories.class).items();
        return items == null ? List.of() : items;
    }

    void thumbnail(String video, Media picture, MediaFiles files, String token) {
        send(
                Call.post(uri(UPLOAD, "thumbnails/set")).query(query("videoId", video, "uploadType", "media")).stream(
                                picture.type(), picture.bytes(), Chunks.whole(files, picture))
                        .within(TRANSFER),
                token);
    }

    void captions(Captions captions, Media file, MediaFiles files, String seed, String token) {
        send(
                Call.post(uri(UPLOAD, "captions"))
                        .query(query("uploadType", "multipart", "part", "snippet"))
                        .body(captions.body(file, files, seed))
                        .within(TRANSFER),
                token);
    }

    record Track(@Nullable String language, @Nullable String name) {}

    private record CaptionTrack(@Nullable Track snippet) {}

    private record CaptionTracks(@Nullable List<CaptionTrack> items) {}

    List<Track> tracks(String video, String token) {
        var call = Call.get(uri(DATA, "captions")).query(query("part", "snippet", "videoId", video));
        var items = Json.read(send(call, token), CaptionTracks.class).items();
        return items == null
                ? List.of()
                : items.stream()
                        .flatMap(item -> Optional.ofNullable(item.snippet()).stream())
                        .toList();
    }

    private record NewText(String textOriginal) {}

    private record NewComment(NewText snippet) {}

    private record NewThreadSnippet(String channelId, String videoId, NewComment topLevelComment) {}

    private record NewThread(NewThreadSnippet snippet) {}

    void comment(String channel, String video, String text, String token) {
        var thread = new NewThread(new NewThreadSnippet(channel, video, new NewComment(new NewText(text))));
        send(Call.post(uri(DATA, "commentThreads")).query("part", "snippet").body(json(thread)), token);
    }

    private record Author(@Nullable String value) {}

    private record CommentSnippet(
            @Nullable String textOriginal, @Nullable Author authorChannelId) {}

    private record Comment(CommentSnippet snippet) {}

    private record ThreadSnippet(Comment topLevelComment) {}

    private record CommentThread(ThreadSnippet snippet) {}

    private record CommentThreads(@Nullable List<CommentThread> items) {}

    /** Whether the channel has said this below the video. */
    boolean commented(String channel, String video, String text, String token) {
        var call = Call.get(uri(DATA, "commentThreads"))
                .query(query("part", "snippet", "videoId", video, "order", "time", "maxResults", "100"));
        var items = Json.read(send(call, token), CommentThreads.class).items();
        return items != null
                && items.stream()
                        .map(thread -> thread.snippet().topLevelComment().snippet())
                        .anyMatch(comment -> text.equals(comment.textOriginal())
                                && comment.authorChannelId() != null
                                && channel.equals(comment.authorChannelId().value()));
    }

    private record Report(@Nullable List<List<Double>> rows) {}

    /** How often a video was shared since it is there; YouTube counts that some days late. */
    Optional<Long> shares(String video, LocalDate today, String token) {
        var call = Call.get(app.analytics().at("reports"))
                .query(query(
                        "ids",
                        "channel==MINE",
                        "startDate",
                        "2005-02-14",
                        "endDate",
                        today.toString(),
                        "metrics",
                        "shares",
                        "filters",
                        "video==" + video));
        var rows = Json.read(send(call, token), Report.class).rows();
        return rows == null || rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.getFirst().getFirst().longValue());
    }

    URI watch(String video, boolean brief) {
        return URI.create(app.web() + (brief ? "/shorts/" : "/watch?v=") + video);
    }

    static Instant instant(@Nullable String text) {
        return YouTubeRules.instant(text == null ? "" : text).orElse(Instant.EPOCH);
    }

    private static Call.Body json(Object value) {
        return new Call.Body.Bytes(JSON, Json.bytes(value), "");
    }

    private static Map<String, String> query(String... namesAndValues) {
        var query = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return query;
    }

    private URI uri(String part, String path) {
        return URI.create(app.data().host() + part + app.data().version() + "/" + path);
    }

    private Reply send(Call call, String token) {
        var reply = http.send(call.bearer(token));
        if (!reply.ok()) {
            throw new NetworkException(faults.of(reply));
        }
        return reply;
    }
}
