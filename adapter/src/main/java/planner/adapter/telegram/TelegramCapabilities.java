package planner.adapter.telegram;

import java.util.List;
import java.util.Set;
import planner.network.Capabilities;
import planner.network.Capabilities.Feature;
import planner.network.Capabilities.Format;
import planner.network.Capabilities.MediaRule;
import planner.network.Capabilities.MediaSet;
import planner.network.Capabilities.Range;
import planner.network.Capabilities.Sides;
import planner.network.Capabilities.TextField;
import planner.network.Capabilities.TextLimit;
import planner.network.Unit;

/** Telegram's numbers. Bot API 10.1 (2026-06-11), core.telegram.org/bots/api as of 2026-09-25. */
final class TelegramCapabilities {
    static final String TEXT = "text";
    static final String PHOTO = "photo";
    static final String VIDEO = "video";
    static final String ANIMATION = "animation";
    static final String ALBUM = "album";
    static final String DOCUMENT = "document";
    static final String POLL = "poll";

    // sendPoll: question "1-300 characters", "1-12 answer options", each "1-100 characters", explanation "0-200
    // characters with at most 2 line feeds", description "0-1024 characters", open_period and close_date "5-2628000"
    // seconds, country_codes "0-12"; the server counts code points and strips all but custom emoji from a question.
    static final int ANSWERS_LEAST = 1;
    static final int ANSWERS_MOST = 12;
    static final int ANSWER = 100;
    static final int EXPLANATION = 200;
    static final int EXPLANATION_BREAKS = 2;
    static final int DESCRIPTION = 1_024;
    static final long OPEN_LEAST_SECONDS = 5;
    static final long OPEN_SECONDS = 2_628_000;
    static final int OPEN_MINUTES = 43_800;
    static final int COUNTRIES = 12;
    // "#copytextbutton": 1-256 characters. 100 buttons and 8 in a row: unverified.
    static final int COPY = 256;
    static final int BUTTONS = 100;
    static final int BUTTONS_IN_ROW = 8;
    // Unverified: what is formatted beyond the hundredth stretch is said to be passed over.
    static final int MARKS = 100;
    // Our own: longer ones name nothing.
    static final int TOPIC = 128;
    static final int ADDRESS = 2_048;
    // "#sending-files": thumbnail "in JPEG format and less than 200 kB", "width and height should not exceed 320".
    static final int THUMBNAIL_BYTES = 199_999;
    static final int THUMBNAIL_SIDE = 320;

    // sendMessage: "1-4096 characters after entities parsing"; the server counts code points (TDLib 022d602).
    private static final int TEXT_LENGTH = 4_096;
    // sendPhoto and others: caption "0-1024 characters after entities parsing".
    static final int CAPTION_LENGTH = 1_024;
    private static final int QUESTION_LENGTH = 300;
    // "#sending-files": photos at most 10 MB, other files at most 50 MB by multipart. Read as decimal megabytes, the
    // smaller reading.
    static final int PHOTO_BYTES = 10_000_000;
    private static final int FILE_BYTES = 50_000_000;
    // sendPhoto: "width and height must not exceed 10000 in total. Width and height ratio must be at most 20".
    static final int PHOTO_SIDES = 10_000;
    static final Range PHOTO_ASPECT = Range.of(1.0 / 20, 20);
    // sendMediaGroup: "must include 2-10 items".
    private static final int ALBUM_LEAST = 2;
    private static final int ALBUM_MOST = 10;
    // Our own choice: the published guidance is about 30 messages a second over all chats of one bot.
    private static final int AT_ONCE = 20;

    private static final Set<String> PHOTOS = Set.of("image/jpeg", "image/png", "image/webp");
    // sendVideo: "Telegram clients support MPEG4 videos (other formats may be sent as Document)".
    private static final Set<String> VIDEOS = Set.of("video/mp4");
    // Any file goes as a document; these are the ones that the house can tell apart.
    private static final Set<String> FILES = Set.of(
            "application/pdf",
            "application/zip",
            "application/json",
            "application/xml",
            "application/msword",
            "application/rtf",
            "application/epub+zip",
            "application/octet-stream",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "text/plain",
            "text/csv",
            "text/html",
            "text/markdown",
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg",
            "audio/wav");
    private static final Set<String> STILLS =
            Set.of("image/jpeg", "image/png", "image/webp", "image/heic", "image/avif", "image/tiff", "image/svg+xml");
    private static final Set<String> MOVIES = Set.of("video/mp4", "video/quicktime", "video/webm", "video/x-matroska");

    private TelegramCapabilities() {}

    static Capabilities capabilities() {
        return new Capabilities(
                "Telegram",
                List.of(
                        new Format(
                                TEXT,
                                List.of(TextLimit.atMost(TextField.TEXT, Unit.CODE_POINTS, TEXT_LENGTH)),
                                List.of(MediaSet.none()),
                                1),
                        captioned(PHOTO, MediaSet.one(photo())),
                        captioned(VIDEO, MediaSet.one(video())),
                        // sendAnimation: "GIF or H.264/MPEG-4 AVC video without sound"
                        captioned(ANIMATION, MediaSet.one(animation(), video())),
                        captioned(
                                ALBUM,
                                MediaSet.of(ALBUM_LEAST, ALBUM_MOST, photo(), video()),
                                MediaSet.of(ALBUM_LEAST, ALBUM_MOST, file())),
                        captioned(DOCUMENT, MediaSet.one(file(), still(), movie())),
                        new Format(
                                POLL,
                                List.of(TextLimit.atMost(TextField.TEXT, Unit.CODE_POINTS, QUESTION_LENGTH)),
                                List.of(MediaSet.none()),
                                1)),
                Set.of(Feature.LINK_CARD, Feature.HASHTAGS, Feature.MENTIONS, Feature.POLL),
                AT_ONCE);
    }

    private static Format captioned(String id, MediaSet... media) {
        return new Format(
                id, List.of(TextLimit.atMost(TextField.TEXT, Unit.CODE_POINTS, CAPTION_LENGTH)), List.of(media), 1);
    }

    private static MediaRule photo() {
        return new MediaRule.Image(PHOTOS, PHOTO_BYTES, Sides.any(), PHOTO_ASPECT, PHOTO_SIDES);
    }

    private static MediaRule video() {
        return new MediaRule.Video(
                VIDEOS, Set.of("h264"), FILE_BYTES, Range.any(), Range.any(), Sides.any(), Range.any());
    }

    private static MediaRule animation() {
        return new MediaRule.Animation(Set.of("image/gif"), FILE_BYTES, Sides.any(), null);
    }

    private static MediaRule file() {
        return new MediaRule.Document(FILES, FILE_BYTES);
    }

    /** A picture sent as a file keeps every pixel. */
    private static MediaRule still() {
        return new MediaRule.Image(STILLS, FILE_BYTES, Sides.any(), Range.any(), null);
    }

    private static MediaRule movie() {
        return new MediaRule.Video(MOVIES, Set.of(), FILE_BYTES, Range.any(), Range.any(), Sides.any(), Range.any());
    }
}
