package planner.simulator.youtube;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.google.Body;
import planner.simulator.google.GoogleError;
import planner.simulator.google.Query;
import planner.simulator.media.MediaHeader;

/** The upload host: videos piece by piece, thumbnails and captions in one go. */
final class Doors {
    private static final long LARGEST = 274_877_906_944L;
    private static final long LARGEST_THUMBNAIL = 50_000_000;
    private static final long LARGEST_CAPTIONS = 104_857_600;
    private static final int LONGEST_NAME = 150;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*");
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");

    private final Clock clock;
    private final Uploads uploads;
    private final Duration processing;
    private final Ids ids;
    private final String address;
    private final BooleanSupplier audited;
    private volatile int mostADay = 100;

    /** @param address where opened uploads go */
    Doors(Clock clock, Uploads uploads, Duration processing, String address, BooleanSupplier audited) {
        this.clock = clock;
        this.uploads = uploads;
        this.processing = processing;
        this.ids = new Ids(clock);
        this.address = address;
        this.audited = audited;
    }

    /** Ids of eleven letters; those of yesterday do not come again after a restart. */
    static final class Ids {
        private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        private final AtomicLong next;

        Ids(Clock clock) {
            next = new AtomicLong(clock.millis() << 16);
        }

        String next() {
            long scrambled = next.incrementAndGet() * 0x9E3779B97F4A7C15L;
            var id = new StringBuilder();
            for (int i = 0; i < 11; i++) {
                id.append(LETTERS.charAt((int) (scrambled >>> Math.min(58, i * 6)) & 63));
            }
            return id.toString();
        }
    }

    /** How many videos a channel may upload in 24 hours. */
    void mostADay(int count) {
        mostADay = count;
    }

    Answer open(Ask ask, Channel channel) {
        Query query = Query.of(ask, "uploadType", "part", "notifySubscribers");
        if (!query.needs("uploadType").equals("resumable")) {
            throw GoogleError.wrong("badRequest", "Only resumable uploads are known here");
        }
        Set<String> parts =
                query.parts("snippet", "status", "localizations", "recordingDetails", "paidProductPlacementDetails");
        query.flag("notifySubscribers", true);
        String type = ask.header("x-upload-content-type").orElse("");
        String length = ask.header("x-upload-content-length").orElse("");
        if (!type.startsWith("video/") && !type.equals("application/octet-stream") || !length.matches("\\d{1,15}")) {
            throw GoogleError.wrong(
                    "badRequest", "X-Upload-Content-Type and X-Upload-Content-Length must announce a video");
        }
        if (Long.parseLong(length) > LARGEST) {
            throw GoogleError.of(413, "uploadTooLarge", "global", "Media is too large. Limit: " + LARGEST);
        }
        Meta meta = Meta.read(Body.of(ask), parts);
        if (channel.uploadedSince(clock.instant().minus(Duration.ofHours(24))) >= mostADay) {
            throw GoogleError.of(
                    400,
                    "uploadLimitExceeded",
                    "youtube.video",
                    "The user has exceeded the number of videos they may upload.");
        }
        String name = ask.header("slug").orElse("unknown");
        String id = uploads.open(new Uploads.Plan(channel, meta, Long.parseLong(length), type, name));
        return Answer.empty(200)
                .with("Location", address + "?uploadType=resumable&part=" + query.text("part") + "&upload_id=" + id)
                .with("X-GUploader-UploadID", "sandbox");
    }

    Answer put(Ask ask, Channel channel) {
        Query query = Query.of(ask, "uploadType", "part", "upload_id");
        return uploads.put(ask, query.needs("upload_id"), channel, this::finished, this::told);
    }

    private Video finished(Uploads.Finished finished) {
        Uploads.Plan plan = finished.plan();
        var video = new Video(
                ids.next(),
                plan.channel(),
                plan.meta(),
                finished.file(),
                plan.fileName(),
                clock.instant(),
                processing,
                !audited.getAsBoolean());
        plan.channel().add(video);
        return video;
    }

    private Answer told(Video video) {
        return Answer.json(200, Resources.video(video, Set.of("snippet", "status"), true, clock.instant()));
    }

    Answer thumbnail(Ask ask, Channel channel) {
        Query query = Query.of(ask, "videoId", "uploadType");
        Video video = owned(channel, query.needs("videoId"));
        if (!query.needs("uploadType").equals("media") || !PICTURES.contains(ask.type())) {
            throw GoogleError.wrong("badRequest", "uploadType=media with a JPEG or PNG is wanted, not " + ask.type());
        }
        if (!channel.verified) {
            throw GoogleError.of(
                    403,
                    "forbidden",
                    "youtube.thumbnail",
                    "The thumbnail can't be set for the specified video. The request might not be properly authorized.");
        }
        byte[] picture = ask.body();
        if (picture.length > LARGEST_THUMBNAIL) {
            throw GoogleError.of(413, "uploadTooLarge", "global", "Media is too large. Limit: " + LARGEST_THUMBNAIL);
        }
        MediaHeader header = MediaHeader.read(picture).orElse(null);
        if (!(header instanceof MediaHeader.Image image) || !PICTURES.contains(image.type())) {
            throw GoogleError.of(400, "invalidImage", "youtube.thumbnail", "The provided image content is invalid.");
        }
        video.thumbnail(uploads.keep(picture, image.type()));
        return Answer.json(
                200,
                Map.of(
                        "kind",
                        "youtube#thumbnailSetResponse",
                        "items",
                        List.of(Map.of(
                                "default",
                                Map.of("url", "https://i.ytimg.com/vi/" + video.id, "width", 120, "height", 90)))));
    }

    Answer captions(Ask ask, Channel channel) {
        Query query = Query.of(ask, "uploadType", "part");
        query.parts("snippet");
        if (!query.needs("uploadType").equals("multipart")) {
            throw GoogleError.wrong("badRequest", "Captions come as multipart here");
        }
        Related body = Related.read(ask);
        Body snippet =
                Body.of(body.json()).knows("snippet").object("snippet").knows("videoId", "language", "name", "isDraft");
        Video video = owned(channel, snippet.text("videoId"));
        String language = snippet.text("language");
        if (language.isEmpty() || !snippet.has("name")) {
            throw GoogleError.wrong("invalidMetadata", "The caption's language and name are required");
        }
        if (!LANGUAGE.matcher(language).matches() || snippet.text("name").length() > LONGEST_NAME) {
            throw GoogleError.wrong("invalidMetadata", "The request contains invalid metadata values");
        }
        if (body.file().length == 0) {
            throw GoogleError.of(
                    400, "contentRequired", "youtube.caption", "The request does not contain the captions.");
        }
        if (body.file().length > LARGEST_CAPTIONS) {
            throw GoogleError.of(413, "uploadTooLarge", "global", "Media is too large. Limit: " + LARGEST_CAPTIONS);
        }
        if (video.tracks().stream()
                .anyMatch(it -> it.language().equals(language) && it.name().equals(snippet.text("name")))) {
            throw GoogleError.of(
                    409,
                    "captionExists",
                    "youtube.caption",
                    "The specified video already has a caption track with the given language and name.");
        }
        var track = new Video.Track(
                "cap" + ids.next(), language, snippet.text("name"), uploads.keep(body.file(), "text/plain"));
        video.add(track);
        return Answer.json(200, Resources.track(video, track));
    }

    private static Video owned(Channel channel, String id) {
        return channel.video(id)
                .orElseThrow(() -> GoogleError.of(
                        404,
                        "videoNotFound",
                        "youtube.video",
                        "The video that you are trying to use cannot be found."));
    }
}
