package planner.adapter.linkedin;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Chunks;
import planner.adapter.kit.Fields;
import planner.adapter.kit.Json;
import planner.adapter.kit.Multipart;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Media;
import planner.network.MediaFiles;
import planner.network.NetworkException;
import tools.jackson.databind.JsonNode;

/** Images, documents and videos before they are in a post; learn.microsoft.com, images, documents and videos APIs. */
final class LinkedInMedia {
    private static final Duration UPLOAD = Duration.ofMinutes(5);
    private static final String BYTES = "application/octet-stream";

    private final Rest rest;

    LinkedInMedia(Rest rest) {
        this.rest = rest;
    }

    /** The three kinds of files, as they stand in paths and URNs. */
    enum Kind {
        IMAGE("images", "image"),
        DOCUMENT("documents", "document"),
        VIDEO("videos", "video");

        final String path;
        final String name;

        Kind(String path, String name) {
            this.path = path;
            this.name = name;
        }

        static Kind of(String urn) {
            return switch (urn.replaceAll("^urn:li:|:.*$", "")) {
                case "video" -> VIDEO;
                case "document" -> DOCUMENT;
                default -> IMAGE;
            };
        }
    }

    /** @param url where the whole file goes */
    record Place(String urn, String url) {}

    /** An image or a document. */
    Place register(Kind kind, String owner, String token) {
        var value = initialize(kind, Fields.of("owner", owner), token);
        return new Place(text(value, kind.name), text(value, "uploadUrl"));
    }

    At.Film film(Media file, String owner, boolean captions, boolean thumbnail, String token) {
        var value = initialize(
                Kind.VIDEO,
                Fields.of(
                        "owner",
                        owner,
                        "fileSizeBytes",
                        file.bytes(),
                        "uploadCaptions",
                        captions,
                        "uploadThumbnail",
                        thumbnail),
                token);
        var pieces = value.path("uploadInstructions")
                .valueStream()
                .map(piece -> new At.Piece(
                        text(piece, "uploadUrl"),
                        piece.path("firstByte").asLong(0),
                        piece.path("lastByte").asLong(0)))
                .toList();
        if (pieces.isEmpty()) {
            throw new NetworkException(new Fault.Unavailable(true, "the answer names no parts"));
        }
        return new At.Film(
                text(value, "video"),
                value.path("uploadToken").asString(""),
                pieces,
                optional(value, "captionsUploadUrl"),
                optional(value, "thumbnailUploadUrl"));
    }

    private JsonNode initialize(Kind kind, Map<String, Object> request, String token) {
        var reply = rest.send(
                Call.post(rest.uri("/rest/" + kind.path + "?action=initializeUpload"))
                        .json(Fields.of("initializeUploadRequest", request)),
                token);
        return Json.tree(reply).path("value");
    }

    private static String text(JsonNode value, String name) {
        var text = value.path(name).asString("");
        if (text.isEmpty()) {
            throw new NetworkException(new Fault.Unavailable(true, "the answer lacks: " + name));
        }
        return text;
    }

    private static @Nullable String optional(JsonNode value, String name) {
        var text = value.path(name).asString("");
        return text.isEmpty() ? null : text;
    }

    /** @return false when the address no longer takes anything */
    boolean put(String url, String type, byte[] bytes, String token) {
        return taken(rest.plain(upload(url).bytes(type, bytes).bearer(token)));
    }

    /** @return false when the address no longer takes anything */
    boolean put(String url, Media file, MediaFiles files, String token) {
        return taken(rest.plain(upload(url).stream(file.type(), file.bytes(), Chunks.whole(files, file))
                .bearer(token)));
    }

    /** A part of a video; the address is the permission. @return its tag, empty when the address takes nothing any more */
    Optional<String> put(At.Piece piece, Media file, MediaFiles files) {
        long length = piece.last() - piece.first() + 1;
        var reply =
                rest.plain(upload(piece.url()).stream(BYTES, length, Chunks.piece(files, file, piece.first(), length)));
        if (!taken(reply)) {
            return Optional.empty();
        }
        var tag = reply.header("etag").orElse("").strip().replaceAll("^\"|\"$", "");
        if (tag.isEmpty()) {
            throw new NetworkException(new Fault.Unavailable(true, "the part got no tag"));
        }
        return Optional.of(tag);
    }

    /** @return whether LinkedIn took it (unverified form: without it the video is published all the same) */
    boolean thumbnail(String url, Media picture, MediaFiles files) {
        return rest.plain(upload(url).header("media-type-family", "STILLIMAGE").stream(
                        picture.type(), picture.bytes(), Chunks.whole(files, picture)))
                .ok();
    }

    /** @return whether LinkedIn took it (unverified form: without it the video is published all the same) */
    boolean captions(String url, Media file, String locale, MediaFiles files) {
        var metadata = Fields.of(
                "format",
                "SRT",
                "formattedForEasyReader",
                false,
                "largeText",
                false,
                "source",
                "USER_PROVIDED",
                "locale",
                Fields.of("country", locale.substring(3), "language", locale.substring(0, 2)),
                "transcriptType",
                "CLOSED_CAPTION");
        var form = new Multipart(file.id().toString().replace("-", ""))
                .field("metadata", Json.text(metadata))
                .file("file", "captions.srt", "application/x-subrip", file.bytes(), Chunks.whole(files, file));
        return rest.plain(upload(url).body(form.body())).ok();
    }

    private static Call upload(String url) {
        var uri = URI.create(url);
        var query = uri.getRawQuery();
        // whoever has the address may upload
        return Call.of("PUT", uri).within(UPLOAD).secret(query == null ? "" : query);
    }

    /** An address that ended is no matter of the account's. */
    private boolean taken(Reply reply) {
        if (reply.ok()) {
            return true;
        }
        return switch (reply.status()) {
            case 400, 401, 403, 404, 410 -> false;
            default -> throw new NetworkException(LinkedInFaults.of(reply, rest.clock()));
        };
    }

    void finish(At.Film film, List<String> tags, String token) {
        var request =
                Fields.of("video", film.urn(), "uploadToken", film.token(), "uploadedPartIds", new ArrayList<>(tags));
        rest.send(
                Call.post(rest.uri("/rest/videos?action=finalizeUpload"))
                        .json(Fields.of("finalizeUploadRequest", request)),
                token);
    }

    /** How far LinkedIn is with a file. */
    enum Stage {
        WAITING,
        PROCESSING,
        AVAILABLE,
        FAILED,
        /** This app may not read files of this kind. */
        UNREADABLE
    }

    record State(Stage stage, String reason) {}

    State state(String urn, String token) {
        var reply = rest.versioned(Call.get(rest.uri("/rest/" + Kind.of(urn).path + "/" + Call.percent(urn))), token);
        if (reply.status() == 403) {
            return new State(Stage.UNREADABLE, "");
        }
        var answer = Json.tree(rest.checked(reply));
        return new State(
                switch (answer.path("status").asString("")) {
                    case "AVAILABLE" -> Stage.AVAILABLE;
                    case "PROCESSING_FAILED" -> Stage.FAILED;
                    case "WAITING_UPLOAD" -> Stage.WAITING;
                    default -> Stage.PROCESSING;
                },
                answer.path("processingFailureReason").asString(""));
    }
}
