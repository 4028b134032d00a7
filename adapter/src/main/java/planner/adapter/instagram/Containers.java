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

    /** A feed image, a reel, or a story. @param at its place among the files */
    static Map<String, String> single(Delivery delivery, int at, boolean bytes, MediaFiles files) {
        var options = InstagramOptions.of(delivery);
        var media = delivery.format().equals(InstagramCapabilities.STORY)
                ? delivery.media().get(at)
                : delivery.onlyMedium();
        var fields = source(media, bytes, files);
        switch (delivery.format()) {
            case InstagramCapabilities.STORY -> fields.put("media_type", "STORIES");
            case InstagramCapabilities.REEL -> {
                fields.put("media_type", "REELS");
                reel(options, files, fields);
                post(delivery, options, fields);
            }
            default -> {
                alt(media, fields);
                post(delivery, options, fields);
            }
        }
        tags(delivery, at, fields);
        ai(options, fields);
        return fields;
    }

    /** An item of a carousel. @param at its place among the files */
    static Map<String, String> child(Delivery delivery, int at, boolean bytes, MediaFiles files) {
        var media = delivery.media().get(at);
        var fields = source(media, bytes, files);
        fields.put("is_carousel_item", TRUE);
        if (media.kind() == MediaKind.VIDEO) {
            fields.put("media_type", "VIDEO");
        } else {
            alt(media, fields);
        }
        tags(delivery, at, fields);
        return fields;
    }

    static Map<String, String> carousel(Delivery delivery, List<String> children) {
        var options = InstagramOptions.of(delivery);
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
        if (!options.invited().isEmpty()) {
            fields.put("collaborators", Json.text(options.invited()));
        }
        if (!options.placeOrEmpty().isEmpty()) {
            fields.put("location_id", options.placeOrEmpty());
        }
        if (options.paid()) {
            fields.put("is_paid_partnership", TRUE);
        }
        if (!options.paying().isEmpty()) {
            fields.put("branded_content_sponsor_ids", Json.text(options.paying()));
        }
    }

    /** The cover wins over the frame at Instagram, too: only what counts is sent. */
    private static void reel(InstagramOptions options, MediaFiles files, Map<String, String> fields) {
        // said in any case: what Instagram takes its absence for is not documented
        fields.put("share_to_feed", Boolean.FALSE.equals(options.shareToFeed()) ? "false" : TRUE);
        if (options.cover() != null) {
            fields.put("cover_url", files.publicUrl(options.cover()).toASCIIString());
        } else if (options.coverOffsetMs() != null) {
            fields.put("thumb_offset", options.coverOffsetMs().toString());
        }
        if (!options.audioNameOrEmpty().isEmpty()) {
            fields.put("audio_name", options.audioNameOrEmpty());
        }
        if (options.trial() != null && options.trial() != InstagramOptions.Trial.NONE) {
            fields.put(
                    "trial_params",
                    Json.text(Map.of("graduation_strategy", options.trial().name())));
        }
    }

    /** On a video nobody has a place, in a story only who was given one. */
    private static void tags(Delivery delivery, int at, Map<String, String> fields) {
        boolean story = delivery.format().equals(InstagramCapabilities.STORY);
        boolean placed = story || delivery.media().get(at).kind() != MediaKind.VIDEO;
        var tags = InstagramOptions.of(delivery).tagged().stream()
                .filter(tag -> tag.at() == at)
                .map(tag -> tag(tag, placed))
                .toList();
        if (!tags.isEmpty()) {
            fields.put("user_tags", Json.text(tags));
        }
    }

    private static Map<String, Object> tag(InstagramOptions.Tag tag, boolean placed) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("username", tag.name());
        if (placed && tag.x() != null && tag.y() != null) {
            shown.put("x", tag.x());
            shown.put("y", tag.y());
        }
        return shown;
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
