package planner.adapter.instagram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planner.adapter.kit.Json;
import planner.network.Delivery;
import planner.network.Media;
import planner.network.MediaFiles;
import planner.network.MediaKind;
import planner.network.Session;

/** The fields of containers; developers.facebook.com, ig-user/media. */
final class Containers {
    private static final String TRUE = "true";

    private Containers() {}

    /** Whether the file is sent by us; else Instagram fetches it from its public address. */
    static boolean byBytes(Media media, Session session) {
        return media.kind() == MediaKind.VIDEO && Variant.of(session.account()) == Variant.FACEBOOK;
    }

    /** A feed image, a reel, or a story. */
    static Map<String, String> single(Delivery delivery, Media media, boolean bytes, MediaFiles files) {
        var options = (InstagramOptions) delivery.options();
        var fields = source(media, bytes, files);
        switch (delivery.format()) {
            case InstagramCapabilities.STORY -> fields.put("media_type", "STORIES");
            case InstagramCapabilities.REEL -> {
                fields.put("media_type", "REELS");
                reel(options, fields);
                post(delivery, options, fields);
            }
            default -> {
                alt(media, fields);
                post(delivery, options, fields);
            }
        }
        ai(options, fields);
        return fields;
    }

    /** An item of a carousel. */
    static Map<String, String> child(Delivery delivery, Media media, boolean bytes, MediaFiles files) {
        var fields = source(media, bytes, files);
        fields.put("is_carousel_item", TRUE);
        if (media.kind() == MediaKind.VIDEO) {
            fields.put("media_type", "VIDEO");
        } else {
            alt(media, fields);
        }
        return fields;
    }

    static Map<String, String> carousel(Delivery delivery, List<String> children) {
        var options = (InstagramOptions) delivery.options();
        var fields = new LinkedHashMap<String, String>();
        fields.put("media_type", "CAROUSEL");
        fields.put("children", String.join(",", children));
        post(delivery, options, fields);
        ai(options, fields);
        return fields;
    }

    private static Map<String, String> source(Media media, boolean bytes, MediaFiles files) {
        var fields = new LinkedHashMap<String, String>();
        if (bytes) {
            fields.put("upload_type", "resumable");
        } else {
            fields.put(
                    media.kind() == MediaKind.VIDEO ? "video_url" : "image_url",
                    files.publicUrl(media).toASCIIString());
        }
        return fields;
    }

    private static void post(Delivery delivery, InstagramOptions options, Map<String, String> fields) {
        if (!delivery.text().isEmpty()) {
            fields.put("caption", delivery.text());
        }
        if (options.collaborators() != null && !options.collaborators().isEmpty()) {
            fields.put("collaborators", Json.text(options.collaborators()));
        }
        if (options.locationId() != null && !options.locationId().isBlank()) {
            fields.put("location_id", options.locationId().strip());
        }
    }

    private static void reel(InstagramOptions options, Map<String, String> fields) {
        if (options.shareToFeed() != null) {
            fields.put("share_to_feed", options.shareToFeed().toString());
        }
        if (options.coverOffsetMs() != null) {
            fields.put("thumb_offset", options.coverOffsetMs().toString());
        }
        if (options.trial() != null && options.trial() != InstagramOptions.Trial.NONE) {
            fields.put(
                    "trial_params",
                    Json.text(Map.of("graduation_strategy", options.trial().name())));
        }
    }

    private static void alt(Media media, Map<String, String> fields) {
        if (!media.alt().isBlank()) {
            fields.put("alt_text", media.alt());
        }
    }

    private static void ai(InstagramOptions options, Map<String, String> fields) {
        if (Boolean.TRUE.equals(options.madeWithAi())) {
            fields.put("is_ai_generated", TRUE);
        }
    }
}
