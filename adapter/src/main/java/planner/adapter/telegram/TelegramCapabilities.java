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

    // sendMessage: "1-4096 characters after entities parsing"; the server counts code points (TDLib 022d602).
    private static final int TEXT_LENGTH = 4_096;
    // sendPhoto and others: caption "0-1024 characters after entities parsing".
    private static final int CAPTION_LENGTH = 1_024;
    // "#sending-files": photos at most 10 MB, other files at most 50 MB by multipart. Read as decimal megabytes, the
    // smaller reading.
    private static final int PHOTO_BYTES = 10_000_000;
    private static final int FILE_BYTES = 50_000_000;
    // sendPhoto: "width and height must not exceed 10000 in total. Width and height ratio must be at most 20".
    private static final int PHOTO_SIDES = 10_000;
    private static final Range PHOTO_ASPECT = Range.of(1.0 / 20, 20);
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
                        captioned(ANIMATION, MediaSet.one(animation())),
                        captioned(
                                ALBUM,
                                MediaSet.of(ALBUM_LEAST, ALBUM_MOST, photo(), video()),
                                MediaSet.of(ALBUM_LEAST, ALBUM_MOST, file())),
                        captioned(DOCUMENT, MediaSet.one(file(), still(), movie()))),
                Set.of(Feature.LINK_CARD, Feature.HASHTAGS, Feature.MENTIONS),
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
