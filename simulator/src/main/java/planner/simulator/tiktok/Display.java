package planner.simulator.tiktok;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import planner.simulator.media.MediaHeader;
import planner.simulator.media.MediaHeader.Video;

/** The Display API: who the creator is and which public videos there are, field by field. */
final class Display {
    private static final Set<String> PROFILE =
            Set.of("username", "bio_description", "profile_deep_link", "is_verified");
    private static final Set<String> STATS = Set.of("follower_count", "following_count", "likes_count", "video_count");
    private static final int PAGE = 20;

    private final Clock clock;
    private final Hosts hosts;

    Display(Clock clock, Hosts hosts) {
        this.clock = clock;
        this.hosts = hosts;
    }

    Map<String, Object> user(Creator creator, Set<String> scopes, String fields) {
        Instant now = clock.instant();
        Map<String, Supplier<Object>> known = new LinkedHashMap<>();
        known.put("open_id", () -> creator.openId);
        known.put("union_id", () -> "union-" + creator.openId);
        known.put("avatar_url", () -> hosts.avatar(creator.username));
        known.put("avatar_url_100", () -> hosts.avatar(creator.username));
        known.put("avatar_large_url", () -> hosts.avatar(creator.username));
        known.put("display_name", () -> creator.nickname);
        known.put("username", () -> creator.username);
        known.put("bio_description", () -> "In the sandbox");
        known.put("profile_deep_link", () -> hosts.web() + "/@" + creator.username);
        known.put("is_verified", () -> false);
        known.put("follower_count", () -> creator.followers);
        known.put("following_count", () -> 48);
        known.put("likes_count", () -> creator.followers * 11);
        known.put("video_count", () -> creator.publicPosts(now).size());
        for (String field : fields.split(",")) {
            Publishing.needs(
                    scopes,
                    PROFILE.contains(field)
                            ? "user.info.profile"
                            : STATS.contains(field) ? "user.info.stats" : "user.info.basic");
        }
        return Map.of("user", picked(fields, known));
    }

    Map<String, Object> list(Creator creator, String fields, Body body) {
        body.knows("max_count", "cursor");
        long count = body.number("max_count", 10);
        long cursor = body.number("cursor", Long.MAX_VALUE);
        if (count < 1 || count > PAGE) {
            throw ApiError.wrong("max_count must be between 1 and 20");
        }
        List<Share> older = creator.publicPosts(clock.instant()).stream()
                .filter(it -> it.at().toEpochMilli() < cursor)
                .toList();
        List<Share> page = older.stream().limit(count).toList();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("videos", page.stream().map(it -> video(it, fields)).toList());
        data.put("cursor", page.isEmpty() ? 0 : page.getLast().at().toEpochMilli());
        data.put("has_more", older.size() > page.size());
        return data;
    }

    Map<String, Object> query(Creator creator, String fields, Body body) {
        List<String> ids =
                body.knows("filters").object("filters").knows("video_ids").texts("video_ids");
        if (ids.isEmpty() || ids.size() > PAGE) {
            throw ApiError.wrong("filters.video_ids must hold 1 to 20 ids");
        }
        List<Map<String, Object>> found = creator.publicPosts(clock.instant()).stream()
                .filter(it -> ids.contains(it.postId))
                .map(it -> video(it, fields))
                .toList();
        return Map.of("videos", found);
    }

    private Map<String, Object> video(Share share, String fields) {
        Instant now = clock.instant();
        Optional<Video> facts = share.files().stream()
                .findFirst()
                .flatMap(it -> it.header())
                .filter(Video.class::isInstance)
                .map(Video.class::cast);
        Map<String, Supplier<Object>> known = new LinkedHashMap<>();
        known.put("id", () -> share.postId);
        known.put("title", share.info::title);
        known.put("video_description", () -> share.photos() ? share.info.description() : share.info.title());
        known.put("create_time", () -> share.at().getEpochSecond());
        known.put(
                "duration",
                () -> facts.map(Video::duration).orElse(Duration.ZERO).toSeconds());
        known.put("width", () -> facts.map(MediaHeader::width).orElse(0));
        known.put("height", () -> facts.map(MediaHeader::height).orElse(0));
        known.put("cover_image_url", () -> hosts.file(share.postId, 0));
        known.put("share_url", () -> hosts.web() + share.path());
        known.put("embed_link", () -> hosts.web() + share.path());
        known.put("embed_html", () -> "<iframe src=\"" + hosts.web() + share.path() + "\"></iframe>");
        known.put("view_count", () -> views(share, now));
        known.put("like_count", () -> views(share, now) / 12);
        known.put("comment_count", () -> views(share, now) / 300);
        known.put("share_count", () -> views(share, now) / 180);
        return picked(fields, known);
    }

    static long views(Share share, Instant now) {
        double minutes = Math.max(0, Duration.between(share.at(), now).toMinutes());
        long most = share.creator.followers * (40L + Math.floorMod(share.postId.hashCode(), 200)) / 100;
        return Math.round(most * (1 - Math.exp(-minutes / 900)));
    }

    private static Map<String, Object> picked(String fields, Map<String, Supplier<Object>> known) {
        if (fields.isEmpty()) {
            throw ApiError.wrong("The query parameter fields is required");
        }
        Map<String, Object> picked = new LinkedHashMap<>();
        Arrays.stream(fields.split(",")).forEach(field -> {
            Supplier<Object> value = known.get(field);
            if (value == null) {
                throw ApiError.wrong("Unknown field in fields: " + field);
            }
            picked.put(field, value.get());
        });
        return picked;
    }
}
