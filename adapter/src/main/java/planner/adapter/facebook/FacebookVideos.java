package planner.adapter.facebook;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import planner.adapter.kit.Call;
import planner.adapter.kit.Chunks;
import planner.adapter.kit.Json;
import planner.adapter.kit.Multipart;
import planner.adapter.meta.Graph;
import planner.network.Media;
import planner.network.Session;
import tools.jackson.databind.JsonNode;

/** The endpoints of videos, reels and video stories: in all of them the video's id is known before anybody sees it. */
final class FacebookVideos {
    private static final Duration PIECE = Duration.ofMinutes(5);
    private static final String PHASE = "upload_phase";
    private static final String SESSION = "upload_session_id";

    private final FacebookCalls calls;

    FacebookVideos(FacebookCalls calls) {
        this.calls = calls;
    }

    /** The piece that Facebook wants next; none when both ends are equal. */
    record Window(String session, String video, long from, long to) {}

    Window open(long size, Session session) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(PHASE, "start");
        fields.put("file_size", "" + size);
        var reply = calls.send(Call.post(calls.page(session, "/videos")).form(fields), session);
        return window(Json.tree(reply), FacebookApi.text(reply, SESSION), FacebookApi.text(reply, "video_id"));
    }

    private static Window window(JsonNode node, String upload, String video) {
        return new Window(
                upload,
                video,
                node.path("start_offset").asLong(0),
                node.path("end_offset").asLong(0));
    }

    /** Sends one piece; a piece that Facebook has already is passed over. */
    Window transfer(Window piece, Media media, String seed, Session session) {
        long length = piece.to() - piece.from();
        var body = new Multipart(seed)
                .field(PHASE, "transfer")
                .field(SESSION, piece.session())
                .field("start_offset", "" + piece.from())
                .file(
                        "video_file_chunk",
                        media.name(),
                        "application/octet-stream",
                        length,
                        Chunks.piece(session.files(), media, piece.from(), length));
        var reply = calls.raw(
                Call.post(calls.page(session, "/videos")).body(body.body()).within(PIECE), session);
        if (FacebookFaults.misplaced(reply)) {
            long there = state(piece.video(), session).bytes();
            return new Window(piece.session(), piece.video(), there, Math.min(media.bytes(), there + length));
        }
        var answer = Json.tree(Graph.checked(reply, FacebookFaults.GRAPH::of));
        return window(answer, piece.session(), piece.video());
    }

    /** Shows the video, keeps it as a draft, or has it shown later. */
    void finish(String upload, Map<String, String> post, Session session) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(PHASE, "finish");
        fields.put(SESSION, upload);
        fields.putAll(post);
        calls.send(Call.post(calls.page(session, "/videos")).form(fields), session);
    }

    /** @param edge {@code /video_reels} or {@code /video_stories}; @return the video's id */
    String open(String edge, Session session) {
        var reply = calls.send(Call.post(calls.page(session, edge)).form(Map.of(PHASE, "start")), session);
        return FacebookApi.text(reply, "video_id");
    }

    void upload(String video, Media media, long offset, Session session) {
        calls.upload(video, media, offset, session);
    }

    void finishReel(String video, Map<String, String> post, Session session) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(PHASE, "finish");
        fields.put("video_id", video);
        fields.putAll(post);
        calls.send(Call.post(calls.page(session, "/video_reels")).form(fields), session);
    }

    /** @return the story's id */
    String finishStory(String video, Session session) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(PHASE, "finish");
        fields.put("video_id", video);
        var reply = calls.send(Call.post(calls.page(session, "/video_stories")).form(fields), session);
        return FacebookApi.text(reply, "post_id");
    }

    /**
     * Where a video stands.
     *
     * @param word {@code uploading}, {@code upload_complete}, {@code processing}, {@code ready}, {@code error} …
     * @param bytes that have arrived
     * @param publishing {@code not_started}, {@code in_progress}, {@code complete} …
     * @param as {@code published}, {@code scheduled} or {@code draft}: what the finish call asked for; empty before it
     * @param trouble what went wrong, empty while nothing did
     */
    record State(String word, long bytes, String publishing, String as, String trouble) {
        private static final Set<String> BROKEN = Set.of("error", "upload_failed", "expired");

        boolean whole() {
            return Set.of("upload_complete", "processing", "ready").contains(word);
        }

        /** A story is finished only when nothing is being done to its video; a reel may be before. */
        boolean wholeForStory() {
            return whole() && !word.equals("processing");
        }

        boolean lost() {
            return word.equals("upload_failed") || word.equals("expired");
        }

        boolean failed() {
            return BROKEN.contains(word) || publishing.equals("error");
        }

        boolean out() {
            // the guide says completed in its list and complete in its example
            return publishing.equals("complete") || publishing.equals("completed");
        }

        /** Whether the finish call has arrived. */
        boolean finished(String wanted) {
            return out() || publishing.equals("in_progress") || as.equals(wanted);
        }
    }

    State state(String video, Session session) {
        var reply = calls.send(Call.get(calls.node(video)).query("fields", "status"), session);
        var status = Json.tree(reply).path("status");
        var uploading = status.path("uploading_phase");
        var publishing = status.path("publishing_phase");
        return new State(
                status.path("video_status").asString(""),
                // the guide spells it with one r and one f less than the description
                uploading
                        .path("bytes_transferred")
                        .asLong(uploading.path("bytes_transfered").asLong(0)),
                publishing.path("status").asString(""),
                publishing.path("publish_status").asString(""),
                trouble(status));
    }

    /** One error or a list of them, in whichever phase. */
    private static String trouble(JsonNode status) {
        return Stream.of("uploading_phase", "processing_phase", "publishing_phase")
                .map(status::path)
                .flatMap(phase -> Stream.concat(
                        Stream.of(phase.path("error")), phase.path("errors").valueStream()))
                .map(error -> error.path("message").asString(""))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    void cover(String video, Media media, String seed, Session session) {
        var body = new Multipart(seed)
                .field("is_preferred", "true")
                .file("source", media.name(), media.type(), media.bytes(), Chunks.whole(session.files(), media));
        calls.ofPost(Call.post(calls.node(video + "/thumbnails")).body(body.body()), session);
    }
}
