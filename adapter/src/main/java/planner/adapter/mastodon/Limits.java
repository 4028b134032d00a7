package planner.adapter.mastodon;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import planner.adapter.kit.Fields;
import planner.adapter.kit.Json;
import planner.network.Account;
import tools.jackson.databind.JsonNode;

/**
 * What one server takes, as it says itself; what it does not say is as on a plain server.
 *
 * @param types of files; empty when the server names none
 * @param api version of Mastodon's API; 0 when the server names none
 */
record Limits(
        int characters, int perUrl, int files, int alt, Still still, Film film, Poll poll, Set<String> types, int api) {
    /** The key among an account's details. */
    private static final String DETAIL = "instance";

    // quoted_status_id came with API version 7 (Mastodon 4.5): "statuses API methods", read 2026-11-26
    private static final int QUOTES_SINCE = 7;

    record Still(long bytes, long pixels) {}

    record Film(long bytes, long pixels, int fps) {}

    /** @param length of one choice */
    record Poll(int choices, int length, int leastSeconds, int mostSeconds) {}

    /** @param instance the answer of {@code GET /api/v2/instance}, or what {@link #detail} kept of it */
    static Limits of(JsonNode instance) {
        var statuses = instance.path("configuration").path("statuses");
        var media = instance.path("configuration").path("media_attachments");
        var polls = instance.path("configuration").path("polls");
        return new Limits(
                sane(statuses.path("max_characters"), MastodonCapabilities.CHARACTERS),
                sane(statuses.path("characters_reserved_per_url"), MastodonCapabilities.PER_URL),
                sane(statuses.path("max_media_attachments"), MastodonCapabilities.IMAGES),
                sane(media.path("description_limit"), MastodonCapabilities.ALT),
                new Still(
                        sane(media.path("image_size_limit"), MastodonCapabilities.IMAGE_BYTES),
                        sane(media.path("image_matrix_limit"), MastodonCapabilities.IMAGE_PIXELS)),
                new Film(
                        sane(media.path("video_size_limit"), MastodonCapabilities.VIDEO_BYTES),
                        sane(media.path("video_matrix_limit"), MastodonCapabilities.VIDEO_PIXELS),
                        sane(media.path("video_frame_rate_limit"), MastodonCapabilities.FPS)),
                new Poll(
                        sane(polls.path("max_options"), MastodonCapabilities.POLL_MOST),
                        sane(polls.path("max_characters_per_option"), MastodonCapabilities.POLL_CHOICE),
                        sane(polls.path("min_expiration"), MastodonCapabilities.POLL_LEAST_SECONDS),
                        sane(polls.path("max_expiration"), MastodonCapabilities.POLL_MOST_SECONDS)),
                media.path("supported_mime_types")
                        .valueStream()
                        .map(type -> type.asString(""))
                        .collect(Collectors.toUnmodifiableSet()),
                instance.path("api_versions").path("mastodon").asInt(0));
    }

    /** A number that no server can mean is taken for the usual one. */
    private static long sane(JsonNode told, long usual) {
        long value = told.asLong(usual);
        return value >= 0 && value <= usual * 1_000 ? value : usual;
    }

    private static int sane(JsonNode told, int usual) {
        return (int) sane(told, (long) usual);
    }

    /** As the server said when the account was connected or checked last. */
    static Limits of(Account account) {
        return of(Json.tree(account.details().getOrDefault(DETAIL, "{}")));
    }

    /** What an account's details keep of a server's answer. */
    static Map<String, String> detail(JsonNode instance) {
        var configuration = instance.path("configuration");
        return Map.of(
                DETAIL,
                Json.text(Fields.of(
                        "configuration",
                        Fields.of(
                                "statuses", configuration.path("statuses"),
                                "media_attachments", configuration.path("media_attachments"),
                                "polls", configuration.path("polls")),
                        "api_versions",
                        instance.path("api_versions"))));
    }

    boolean quotes() {
        return api >= QUOTES_SINCE;
    }
}
