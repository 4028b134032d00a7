package planner.simulator.instagram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.simulator.instagram.Draft.Kind;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.GraphError;
import planner.simulator.meta.Host;

/** Makes containers out of parameters and watches over what may stand together. */
final class Studio {
    private static final String[] BOTH = {
        "image_url",
        "video_url",
        "media_type",
        "caption",
        "is_carousel_item",
        "children",
        "share_to_feed",
        "cover_url",
        "thumb_offset",
        "audio_name",
        "collaborators",
        "location_id",
        "user_tags",
        "alt_text",
        "trial_params",
        "is_ai_generated"
    };
    private static final String[] FACEBOOK_ONLY = {
        "product_tags", "is_paid_partnership", "branded_content_sponsor_ids", "audio_configuration", "upload_type"
    };
    private static final Pattern HASHTAG = Pattern.compile("#[\\p{L}\\p{N}_]+");
    private static final Pattern MENTION = Pattern.compile("(?<![\\w@])@[\\w.]+");

    private final Clock clock;
    private final MediaChecks media;
    private final Pace pace;
    private final Map<String, Container> containers = new ConcurrentHashMap<>();
    private final AtomicLong ids;

    /** How long Instagram works on a picture and on a video. */
    record Pace(Duration image, Duration video) {}

    Studio(Clock clock, MediaChecks media, Pace pace) {
        this.clock = clock;
        this.media = media;
        this.pace = pace;
        // Ids of yesterday do not come again after a restart.
        ids = new AtomicLong(17_889_000_000_000_000L + clock.millis());
    }

    Container find(String id) {
        Container found = containers.get(id);
        if (found == null) {
            throw GraphError.missing(id);
        }
        return found;
    }

    boolean has(String id) {
        return containers.containsKey(id);
    }

    Container create(Account account, GraphCall call) {
        call.knows(known(call.host()));
        Kind kind = kind(call);
        onlyWhereItBelongs(kind, call);
        captionFits(call.text("caption").orElse(""));
        boolean resumable = call.text("upload_type").isPresent();
        Instant now = clock.instant();
        account.countContainer(now);
        List<Draft> children = kind == Kind.CAROUSEL ? children(account, call, now) : List.of();
        Kept cover = call.has("cover_url") ? media.image(call.needs("cover_url"), Kind.STORY_IMAGE) : null;
        GraphError failure = null;
        Kept file = null;
        if (kind.video() && !resumable) {
            try {
                file = media.fetch(call.needs("video_url"), MediaChecks.largest(kind));
                failure = MediaChecks.video(file, kind, Drafts.thumbnail(call));
            } catch (GraphError unreachable) {
                failure = unreachable;
            }
        } else if (!kind.video() && kind != Kind.CAROUSEL) {
            file = media.image(call.needs("image_url"), kind);
        }
        Draft draft = Drafts.of(kind, call, children, file, cover);
        Duration takes = kind.video() ? pace.video() : pace.image();
        return remember(account, draft, now, resumable ? null : now.plus(takes), failure);
    }

    private Container remember(
            Account account, Draft draft, Instant now, @Nullable Instant ready, @Nullable GraphError failure) {
        var container = new Container(Long.toString(ids.addAndGet(7)), account, draft, now, ready);
        if (failure != null) {
            container.failed(failure);
        }
        containers.put(container.id, container);
        return container;
    }

    /** The last byte has come: now the file can be looked at. */
    void uploaded(Container container, Kept file) {
        GraphError failure = MediaChecks.video(
                file, container.draft().kind(), container.draft().thumbnail());
        container.complete(file, clock.instant().plus(pace.video()), failure);
    }

    private static String[] known(Host host) {
        return host == Host.INSTAGRAM
                ? BOTH
                : java.util.stream.Stream.of(BOTH, FACEBOOK_ONLY)
                        .flatMap(java.util.Arrays::stream)
                        .toArray(String[]::new);
    }

    private static Kind kind(GraphCall call) {
        boolean child = call.flag("is_carousel_item");
        boolean video = call.has("video_url") || call.has("upload_type");
        if (video && call.has("image_url")) {
            throw GraphError.wrong("image_url and video_url cannot stand together");
        }
        return switch (call.text("media_type").orElse("")) {
            case "" -> child ? Kind.CHILD_IMAGE : Kind.IMAGE;
            case "IMAGE" -> child ? Kind.CHILD_IMAGE : Kind.IMAGE;
            case "VIDEO" -> {
                if (!child) {
                    throw GraphError.of(100, 2207023, "The media type VIDEO is only for carousel items: use REELS");
                }
                yield Kind.CHILD_VIDEO;
            }
            case "REELS" -> Kind.REEL;
            case "STORIES" -> video ? Kind.STORY_VIDEO : Kind.STORY_IMAGE;
            case "CAROUSEL" -> Kind.CAROUSEL;
            case String other -> throw GraphError.of(100, 2207023, "The media type " + other + " is unknown");
        };
    }

    private static void onlyWhereItBelongs(Kind kind, GraphCall call) {
        boolean reel = kind == Kind.REEL;
        boolean shown = kind == Kind.IMAGE || reel || kind == Kind.CAROUSEL;
        boolean picture = kind == Kind.IMAGE || kind == Kind.CHILD_IMAGE;
        belongs(call, "caption", shown);
        belongs(call, "collaborators", shown);
        belongs(call, "location_id", shown);
        belongs(call, "children", kind == Kind.CAROUSEL);
        belongs(call, "share_to_feed", reel);
        belongs(call, "cover_url", reel);
        belongs(call, "audio_name", reel);
        belongs(call, "trial_params", reel);
        belongs(call, "audio_configuration", reel);
        belongs(call, "thumb_offset", kind.video());
        belongs(call, "alt_text", picture);
        belongs(call, "is_carousel_item", kind.child());
        belongs(call, "is_ai_generated", !kind.child());
        belongs(call, "image_url", picture || kind == Kind.STORY_IMAGE);
        belongs(call, "video_url", kind.video() && !call.has("upload_type"));
        belongs(call, "upload_type", kind.video());
        belongs(call, "user_tags", kind != Kind.CAROUSEL);
        belongs(call, "is_paid_partnership", shown);
        belongs(call, "branded_content_sponsor_ids", shown);
        call.text("upload_type").filter(it -> !it.equals("resumable")).ifPresent(it -> {
            throw GraphError.wrong("Param upload_type must be resumable");
        });
        call.flag("share_to_feed");
        call.flag("is_ai_generated");
        call.flag("is_paid_partnership");
    }

    private static void belongs(GraphCall call, String name, boolean there) {
        if (call.has(name) && !there && !(name.equals("is_carousel_item") && !call.flag(name))) {
            throw GraphError.wrong("Param " + name + " is not allowed for this media type");
        }
    }

    private static void captionFits(String caption) {
        if (caption.codePointCount(0, caption.length()) > 2200) {
            throw GraphError.of(36004, 2207010, "The caption is too long: 2200 characters are allowed");
        }
        if (HASHTAG.matcher(caption).results().count() > 30) {
            throw GraphError.of(36004, 2207010, "The caption has more than 30 hashtags");
        }
        if (MENTION.matcher(caption).results().count() > 20) {
            throw GraphError.of(100, 2207040, "Cannot use more than 20 tags in a post");
        }
    }

    private List<Draft> children(Account account, GraphCall call, Instant now) {
        List<String> ids = call.list("children");
        if (ids.size() < 2 || ids.size() > 10) {
            throw GraphError.of(100, 2207028, "A carousel needs between 2 and 10 items");
        }
        return ids.stream().map(id -> child(account, id, now)).toList();
    }

    private Draft child(Account account, String id, Instant now) {
        Container child = containers.get(id);
        if (child == null || child.account != account || !child.draft().kind().child()) {
            throw GraphError.of(24, 2207008, "The media builder with creation id = " + id + " does not exist");
        }
        child.mustBeReady(now);
        return child.draft();
    }
}
