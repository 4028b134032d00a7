package planner.simulator.tiktok;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import planner.simulator.media.MediaShelf;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.media.MediaShelf.NotFetched;
import planner.simulator.tiktok.Share.Info;
import planner.simulator.tiktok.Share.Source;
import planner.simulator.tiktok.Share.Status;

/** The Content Posting API: what the creator allows, the beginnings of posts and drafts, and how far they are. */
final class Publishing {
    private final Clock clock;
    private final MediaShelf shelf;
    private final Uploads uploads;
    private final Pace pace;
    private final Rules rules;
    private final Map<String, Share> shares = new ConcurrentHashMap<>();
    private final AtomicLong ids;

    /** How long TikTok works on a video, pulls a file, and looks at a public post before everybody sees it. */
    record Pace(Duration processing, Duration moderation) {}

    /** Where the app stands with TikTok. */
    interface Rules {
        boolean audited();

        boolean verified(String host);

        String uploadAddress();
    }

    Publishing(Clock clock, MediaShelf shelf, Uploads uploads, Pace pace, Rules rules) {
        this.clock = clock;
        this.shelf = shelf;
        this.uploads = uploads;
        this.pace = pace;
        this.rules = rules;
        // Ids of yesterday do not come again after a restart.
        ids = new AtomicLong(7_570_000_000_000_000_000L + clock.millis() * 1_000);
    }

    Map<String, Object> creatorInfo(Creator creator, String avatar) {
        creator.mayPost(clock.instant(), 200);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("creator_avatar_url", avatar);
        data.put("creator_username", creator.username);
        data.put("creator_nickname", creator.nickname);
        data.put("privacy_level_options", creator.privacy());
        data.put("comment_disabled", creator.commentDisabled());
        data.put("duet_disabled", creator.duetDisabled());
        data.put("stitch_disabled", creator.stitchDisabled());
        data.put("max_video_post_duration_sec", creator.longest);
        return data;
    }

    Map<String, Object> video(Creator creator, Body body) {
        body.knows("post_info", "source_info");
        Info info = videoInfo(creator, body.object("post_info"));
        creator.mayPost(clock.instant(), 403);
        return source(creator, info, body.object("source_info"));
    }

    Map<String, Object> draft(Creator creator, Body body) {
        body.knows("source_info");
        creator.mayDraft(clock.instant());
        var info = new Info(false, "", "", "", false, false, false, false, false, false, false, 0);
        return source(creator, info, body.object("source_info"));
    }

    private Info videoInfo(Creator creator, Body info) {
        info.knows(
                "privacy_level",
                "title",
                "disable_duet",
                "disable_stitch",
                "disable_comment",
                "video_cover_timestamp_ms",
                "brand_content_toggle",
                "brand_organic_toggle",
                "is_aigc");
        fits("title", info.text("title"), 2200);
        return new Info(
                true,
                info.text("title"),
                "",
                privacy(creator, info),
                info.flag("disable_comment"),
                info.flag("disable_duet"),
                info.flag("disable_stitch"),
                info.flag("brand_content_toggle"),
                info.flag("brand_organic_toggle"),
                info.flag("is_aigc"),
                false,
                Math.toIntExact(info.number("video_cover_timestamp_ms", 0)));
    }

    private String privacy(Creator creator, Body info) {
        String privacy = info.needs("privacy_level");
        if (!creator.privacy().contains(privacy)) {
            throw ApiError.of(
                    403, "privacy_level_option_mismatch", "privacy_level is not one of the creator's options");
        }
        if (!rules.audited() && !(privacy.equals("SELF_ONLY") && creator.hidden)) {
            throw ApiError.of(
                    403,
                    "unaudited_client_can_only_post_to_private_accounts",
                    "Unaudited clients can only post to a private account. The publish attempt will be blocked");
        }
        if (info.flag("brand_content_toggle") && privacy.equals("SELF_ONLY")) {
            throw ApiError.of(400, "invalid_param", "Branded content visibility cannot be set to private");
        }
        return privacy;
    }

    private Map<String, Object> source(Creator creator, Info info, Body source) {
        String name = source.needs("source");
        String kind = info.direct() ? "v_pub_" : "v_inbox_";
        if (name.equals("FILE_UPLOAD")) {
            source.knows("source", "video_size", "chunk_size", "total_chunk_count");
            var plan = new Uploads.Plan(
                    source.number("video_size", 0),
                    source.number("chunk_size", 0),
                    source.number("total_chunk_count", 0));
            Share share = begun(kind + "file~v2-1.", creator, info, Source.FILE);
            String upload = uploads.open(share, plan);
            return Map.of(
                    "publish_id",
                    share.publishId,
                    "upload_url",
                    rules.uploadAddress() + "?upload_id=" + upload + "&upload_token=" + Uploads.token(upload));
        }
        if (!name.equals("PULL_FROM_URL")) {
            throw ApiError.wrong("source_info.source must be FILE_UPLOAD or PULL_FROM_URL");
        }
        String address = source.knows("source", "video_url").needs("video_url");
        owned(List.of(address));
        Share share = begun(kind + "url~v2-1.", creator, info, Source.URL);
        pull(share, List.of(address));
        return Map.of("publish_id", share.publishId);
    }

    Map<String, Object> photos(Creator creator, Set<String> scopes, Body body) {
        body.knows("media_type", "post_mode", "post_info", "source_info");
        if (!body.needs("media_type").equals("PHOTO")) {
            throw ApiError.wrong("media_type must be PHOTO");
        }
        boolean direct = body.needs("post_mode").equals("DIRECT_POST");
        if (!direct && !body.text("post_mode").equals("MEDIA_UPLOAD")) {
            throw ApiError.wrong("post_mode must be DIRECT_POST or MEDIA_UPLOAD");
        }
        needs(scopes, direct ? "video.publish" : "video.upload");
        Body source = body.object("source_info").knows("source", "photo_images", "photo_cover_index");
        if (!source.needs("source").equals("PULL_FROM_URL")) {
            throw ApiError.wrong("Photos can only be pulled: source must be PULL_FROM_URL");
        }
        List<String> addresses = source.texts("photo_images");
        long cover = source.number("photo_cover_index", 0);
        if (addresses.isEmpty() || addresses.size() > 35 || cover < 0 || cover >= addresses.size()) {
            throw ApiError.wrong("A photo post has 1 to 35 photos, and the cover is one of them");
        }
        Info info = photoInfo(creator, direct, (int) cover, body.object("post_info"));
        if (direct) {
            creator.mayPost(clock.instant(), 403);
        } else {
            creator.mayDraft(clock.instant());
        }
        owned(addresses);
        Share share = begun(direct ? "p_pub_url~v2." : "p_inbox_url~v2.", creator, info, Source.PHOTOS);
        pull(share, addresses);
        return Map.of("publish_id", share.publishId);
    }

    private Info photoInfo(Creator creator, boolean direct, int cover, Body info) {
        if (direct) {
            info.knows(
                    "title",
                    "description",
                    "privacy_level",
                    "disable_comment",
                    "auto_add_music",
                    "brand_content_toggle",
                    "brand_organic_toggle");
        } else {
            info.knows("title", "description");
        }
        fits("title", info.text("title"), 90);
        fits("description", info.text("description"), 4000);
        return new Info(
                direct,
                info.text("title"),
                info.text("description"),
                direct ? privacy(creator, info) : "",
                info.flag("disable_comment"),
                true,
                true,
                info.flag("brand_content_toggle"),
                info.flag("brand_organic_toggle"),
                false,
                info.flag("auto_add_music"),
                cover);
    }

    private void owned(List<String> addresses) {
        for (String address : addresses) {
            Optional<String> host = host(address);
            if (host.isEmpty()) {
                throw ApiError.wrong("Not an address: " + address);
            }
            if (!rules.verified(host.get())) {
                throw ApiError.of(
                        403, "url_ownership_unverified", "Please review our URL ownership verification rules");
            }
        }
    }

    private static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getHost());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Share begun(String prefix, Creator creator, Info info, Source source) {
        long number = ids.addAndGet(4_099);
        var share = new Share(
                prefix + number, Long.toString(number + 1), creator, info, source, clock.instant(), pace.moderation());
        shares.put(share.publishId, share);
        creator.add(share);
        return share;
    }

    /** Fetched while the caller waits, told only when the time for it has passed: tests need no second thread. */
    private void pull(Share share, List<String> addresses) {
        List<Kept> kept = new ArrayList<>();
        Optional<String> failure = Optional.empty();
        for (String address : addresses) {
            try {
                Kept file =
                        shelf.fetch(address, share.photos() ? MediaChecks.LARGEST_PHOTO : MediaChecks.LARGEST_VIDEO);
                failure = share.photos() ? MediaChecks.photo(file) : MediaChecks.video(file, share.creator);
                kept.add(file);
            } catch (NotFetched e) {
                failure = Optional.of(share.photos() ? "photo_pull_failed" : "video_pull_failed");
            }
            if (failure.isPresent()) {
                break;
            }
        }
        Instant now = clock.instant();
        long bytes = kept.stream().mapToLong(Kept::size).sum();
        share.begin(kept, bytes, now, now.plus(pace.processing()), failure.orElse(null));
    }

    private static void fits(String field, String text, int most) {
        if (text.length() > most) {
            throw ApiError.of(400, "invalid_params", field + " has more than " + most + " UTF-16 units");
        }
    }

    Map<String, Object> status(Creator creator, Body body) {
        Share share = share(creator, body);
        Instant now = clock.instant();
        Status status = share.status(now);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("status", status.name());
        data.put("fail_reason", share.failure(now));
        data.put("publicaly_available_post_id", share.listed(now) ? List.of(Long.parseLong(share.postId)) : List.of());
        data.put("uploaded_bytes", share.source == Source.FILE ? share.bytes() : 0);
        data.put("downloaded_bytes", share.source == Source.FILE ? 0 : share.bytes());
        return data;
    }

    void cancel(Creator creator, Body body) {
        if (!share(creator, body).cancel(clock.instant())) {
            throw ApiError.of(400, "publish_not_cancellable", "The publish is not cancellable in its state");
        }
    }

    private Share share(Creator creator, Body body) {
        Share share = shares.get(body.knows("publish_id").needs("publish_id"));
        if (share == null) {
            throw ApiError.of(400, "invalid_publish_id", "The publish_id does not exist");
        }
        if (share.creator != creator) {
            throw ApiError.of(
                    400,
                    "token_not_authorized_for_specified_publish_id",
                    "The access_token does not have authorization for the publish_id");
        }
        return share;
    }

    static void needs(Set<String> scopes, String scope) {
        if (!scopes.contains(scope)) {
            throw ApiError.of(401, "scope_not_authorized", "The user did not authorize the scope required: " + scope);
        }
    }
}
