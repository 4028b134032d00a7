package planner.simulator.mastodon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What this server allows, and tells of itself. The numbers of a plain server are those of the documentation's own
 * example of an instance and of its page about posting.
 *
 * @param api version of the API; quotes came with 7
 */
public record Rules(
        int characters,
        int files,
        int description,
        long imageBytes,
        long videoBytes,
        int choices,
        int choice,
        int api) {
    static final int PER_URL = 23;
    static final int POLL_LEAST_SECONDS = 300;
    static final int POLL_MOST_SECONDS = 2_629_746;
    static final long IMAGE_PIXELS = 33_177_600;
    static final long VIDEO_PIXELS = 8_294_400;
    static final int VIDEO_FPS = 120;
    static final List<String> TYPES = List.of(
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "image/avif",
            "video/webm",
            "video/mp4",
            "video/quicktime",
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg");

    public static Rules plain() {
        return new Rules(500, 4, 1_500, 16_777_216, 103_809_024, 4, 50, 7);
    }

    public Rules characters(int most) {
        return new Rules(most, files, description, imageBytes, videoBytes, choices, choice, api);
    }

    public Rules api(int version) {
        return new Rules(characters, files, description, imageBytes, videoBytes, choices, choice, version);
    }

    public Rules bytes(long image, long video) {
        return new Rules(characters, files, description, image, video, choices, choice, api);
    }

    public Rules polls(int most, int length) {
        return new Rules(characters, files, description, imageBytes, videoBytes, most, length, api);
    }

    Map<String, Object> instance(String domain) {
        Map<String, Object> media = new LinkedHashMap<>();
        media.put("supported_mime_types", TYPES);
        media.put("description_limit", description);
        media.put("image_size_limit", imageBytes);
        media.put("image_matrix_limit", IMAGE_PIXELS);
        media.put("video_size_limit", videoBytes);
        media.put("video_frame_rate_limit", VIDEO_FPS);
        media.put("video_matrix_limit", VIDEO_PIXELS);
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put(
                "statuses",
                Map.of(
                        "max_characters", characters,
                        "max_media_attachments", files,
                        "characters_reserved_per_url", PER_URL));
        configuration.put("media_attachments", media);
        configuration.put(
                "polls",
                Map.of(
                        "max_options", choices,
                        "max_characters_per_option", choice,
                        "min_expiration", POLL_LEAST_SECONDS,
                        "max_expiration", POLL_MOST_SECONDS));
        Map<String, Object> instance = new LinkedHashMap<>();
        instance.put("domain", domain);
        instance.put("title", "Mastodon (sandbox)");
        instance.put("version", api >= 7 ? "4.5.0" : "4.3.0");
        instance.put("configuration", configuration);
        instance.put("api_versions", Map.of("mastodon", api));
        return instance;
    }
}
