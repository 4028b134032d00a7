package planner.simulator.facebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import planner.simulator.Multipart.Part;
import planner.simulator.facebook.Post.State;
import planner.simulator.facebook.Video.Finish;
import planner.simulator.facebook.Video.Kind;
import planner.simulator.media.MediaShelf;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.GraphError;
import planner.simulator.meta.Rupload;

/** Videos in phases: the session of {@code videos}, and reels and stories whose bytes go to the upload host. */
final class VideoEdges {
    private static final long SMALLEST_PIECE = 1 << 20;
    private static final int MOST_PIECES = 16;
    private static final int LONGEST_TITLE = 255;

    private final Clock clock;
    private final People people;
    private final PageEdges pages;
    private final MediaShelf shelf;
    private final MediaChecks media;
    private final Hosts hosts;
    private final Bells bells;

    VideoEdges(
            Clock clock,
            People people,
            PageEdges pages,
            MediaShelf shelf,
            MediaChecks media,
            Hosts hosts,
            Bells bells) {
        this.clock = clock;
        this.people = people;
        this.pages = pages;
        this.shelf = shelf;
        this.media = media;
        this.hosts = hosts;
        this.bells = bells;
    }

    /** Empty when the path is another one. */
    Optional<Object> answer(GraphCall call, Access access, Page page, String edge) {
        if (!call.method().equals("POST")
                || !Set.of("videos", "video_reels", "video_stories").contains(edge)) {
            return Optional.empty();
        }
        access.publishes(page);
        return Optional.of(
                switch (edge) {
                    case "videos" -> videos(call, page);
                    case "video_reels" -> reels(call, page);
                    default -> stories(call, page);
                });
    }

    private Video begun(Page page, Kind kind, long size) {
        var video = new Video(pages.id(), pages.id(), pages.id(), page, kind, size, clock.instant());
        people.videos.put(video.id, video);
        return video;
    }

    private Object videos(GraphCall call, Page page) {
        return switch (call.needs("upload_phase")) {
            case "start" -> {
                call.knows("upload_phase", "file_size").needs("file_size");
                long size = call.number("file_size").orElseThrow();
                if (size < 1 || size > MediaChecks.LARGEST_VIDEO) {
                    throw GraphError.of(6000, 1363022, "The video you're trying to upload is too large");
                }
                var video = begun(page, Kind.VIDEO, size);
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("upload_session_id", video.session);
                answer.put("video_id", video.id);
                answer.putAll(window(video, 0));
                yield answer;
            }
            case "transfer" ->
                transfer(call.knows("upload_phase", "upload_session_id", "start_offset", "video_file_chunk"), page);
            case "finish" -> finish(call, page);
            case "cancel" -> {
                people.videos.remove(session(call.knows("upload_phase", "upload_session_id"), page).id);
                yield Map.of("success", true);
            }
            case String other -> throw GraphError.wrong("Param upload_phase must be start, transfer, finish or cancel");
        };
    }

    private Video session(GraphCall call, Page page) {
        String session = call.needs("upload_session_id");
        return people.videos.values().stream()
                .filter(it -> it.page == page && it.session.equals(session) && it.kind == Kind.VIDEO)
                .findFirst()
                .orElseThrow(() -> GraphError.of(6000, 1363036, "The upload session does not exist"));
    }

    private static Map<String, String> window(Video video, long from) {
        long piece = Math.max(SMALLEST_PIECE, (video.size + MOST_PIECES - 1) / MOST_PIECES);
        return Map.of("start_offset", "" + from, "end_offset", "" + Math.min(video.size, from + piece));
    }

    private Object transfer(GraphCall call, Page page) {
        Video video = session(call, page);
        Part part = call.files().get("video_file_chunk");
        if (part == null) {
            throw GraphError.wrong("The parameter video_file_chunk is required");
        }
        call.needs("start_offset");
        long from = call.number("start_offset").orElseThrow();
        Kept kept = video.upload().orElseGet(() -> shelf.begin("video/mp4"));
        video.begin(kept);
        if (from != kept.size()) {
            throw GraphError.of(6000, 1363037, "The start offset is " + from + ", but " + kept.size() + " is awaited");
        }
        long end = Long.parseLong(window(video, from).getOrDefault("end_offset", "0"));
        if (from + part.content().length > end || part.content().length == 0) {
            throw GraphError.wrong("Param video_file_chunk must have the bytes from start_offset to end_offset");
        }
        shelf.append(kept, part.content());
        if (kept.size() == video.size) {
            video.complete(kept, clock.instant(), MediaChecks.video(kept, Kind.VIDEO));
            return Map.of("start_offset", "" + video.size, "end_offset", "" + video.size);
        }
        return window(video, kept.size());
    }

    private Object finish(GraphCall call, Page page) {
        call.knows(
                "upload_phase",
                "upload_session_id",
                "description",
                "title",
                "published",
                "scheduled_publish_time",
                "unpublished_content_type",
                "targeting",
                "thumb");
        Video video = session(call, page);
        video.mustBeWhole();
        Instant now = clock.instant();
        var when = Timing.of(call, now);
        finished(call, video, when.state(), when.scheduled(), now);
        Part thumb = call.files().get("thumb");
        if (thumb != null) {
            video.thumbnail(media.cover(thumb));
        }
        return Map.of("success", true);
    }

    private void finished(GraphCall call, Video video, State state, @Nullable Instant scheduled, Instant now) {
        String title = call.text("title").orElse("");
        if (title.codePointCount(0, title.length()) > LONGEST_TITLE) {
            throw GraphError.of(100, 0, "(#100) Param title must be at most " + LONGEST_TITLE + " characters long");
        }
        String description = call.text("description").orElse("");
        PageEdges.fits(description);
        var wanted = new Finish(state, title, description, PageEdges.place(call), scheduled, now);
        if (video.finish(wanted)) {
            bells.finished(video);
        }
    }

    private Object reels(GraphCall call, Page page) {
        return switch (call.needs("upload_phase")) {
            case "start" -> started(begun(page, Kind.REEL, 0), call);
            case "finish" -> {
                call.knows(
                        "upload_phase",
                        "video_id",
                        "video_state",
                        "description",
                        "title",
                        "scheduled_publish_time",
                        "place",
                        "targeting");
                Video video = ofPage(call, page, Kind.REEL);
                video.mustBeWhole();
                State state = state(call);
                Instant now = clock.instant();
                Instant at = state == State.SCHEDULED ? Timing.time(call, now, Timing.LATEST_REEL) : null;
                if (state != State.SCHEDULED && call.has("scheduled_publish_time")) {
                    throw GraphError.wrong("scheduled_publish_time needs video_state=SCHEDULED");
                }
                if (video.finished().isEmpty()) {
                    page.countReel(now);
                }
                finished(call, video, state, at, now);
                yield Map.of("success", true);
            }
            case String other -> throw GraphError.wrong("Param upload_phase must be start or finish");
        };
    }

    private static State state(GraphCall call) {
        return switch (call.needs("video_state")) {
            case "PUBLISHED" -> State.PUBLISHED;
            case "DRAFT" -> State.DRAFT;
            case "SCHEDULED" -> State.SCHEDULED;
            case String other -> throw GraphError.wrong("Param video_state must be PUBLISHED, DRAFT or SCHEDULED");
        };
    }

    private Object started(Video video, GraphCall call) {
        call.knows("upload_phase");
        return Map.of("video_id", video.id, "upload_url", hosts.upload() + "/video-upload/v25.0/" + video.id);
    }

    private Object stories(GraphCall call, Page page) {
        return switch (call.needs("upload_phase")) {
            case "start" -> started(begun(page, Kind.STORY, 0), call);
            case "finish" -> story(call.knows("upload_phase", "video_id"), page);
            case String other -> throw GraphError.wrong("Param upload_phase must be start or finish");
        };
    }

    private Object story(GraphCall call, Page page) {
        Video video = ofPage(call, page, Kind.STORY);
        Instant now = clock.instant();
        if (!video.assembled(now)) {
            throw GraphError.of(6000, 1363030, "The video is not uploaded yet");
        }
        Kept file = video.upload().orElseThrow();
        String wrong = MediaChecks.video(file, Kind.STORY);
        if (wrong != null) {
            throw GraphError.of(352, 1363128, "The video format is not supported: " + wrong);
        }
        var story = new Story(video.postId, page, video.id, true, file, now);
        page.add(story);
        video.finish(new Finish(State.PUBLISHED, "", "", "", null, now.minus(Duration.ofMinutes(1))));
        return Map.of("success", true, "post_id", story.postId());
    }

    private Video ofPage(GraphCall call, Page page, Kind kind) {
        Video video = people.videos.get(call.needs("video_id"));
        if (video == null || video.page != page || video.kind != kind) {
            throw GraphError.missing(call.needs("video_id"));
        }
        return video;
    }

    /** The upload host gives its bytes to a reel or a story. */
    Rupload.Target target(String id, Access access) {
        Video video = people.videos.get(id);
        if (video == null || video.kind == Kind.VIDEO) {
            throw GraphError.missing(id);
        }
        access.publishes(video.page);
        return new Rupload.Target() {
            @Override
            public Optional<Kept> upload() {
                return video.upload();
            }

            @Override
            public boolean awaitsBytes() {
                return video.awaitsBytes();
            }

            @Override
            public long most() {
                return MediaChecks.LARGEST_VIDEO;
            }

            @Override
            public void begin(Kept kept) {
                video.begin(kept);
            }

            @Override
            public void complete(Kept kept) {
                video.complete(kept, clock.instant(), MediaChecks.video(kept, video.kind));
            }
        };
    }

    Object thumbnail(GraphCall call, Access access, Video video) {
        access.publishes(video.page);
        call.knows("source", "is_preferred");
        Part part = call.files().get("source");
        if (part == null) {
            throw GraphError.wrong("The parameter source is required");
        }
        call.flag("is_preferred");
        video.thumbnail(media.cover(part));
        return Map.of("success", true);
    }
}
