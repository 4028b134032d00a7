package planner.adapter.tiktok;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import planner.adapter.kit.Looks;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.Media;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Outcome.Later;
import planner.network.Outcome.Next;
import planner.network.Outcome.Published;
import planner.network.Outcome.Unknown;
import planner.network.Publisher;
import planner.network.RemotePost;
import planner.network.Session;
import planner.network.Step;

/**
 * A video goes up by chunks, and the last one starts its publication; the publish id, saved before the first byte, tells
 * what became of it. What TikTok pulls by itself starts with the very first call, whose lost answer nobody can replace.
 */
final class TikTokPublisher implements Publisher<TikTokPublisher.At> {
    private static final Set<String> PULL_FAILED = Set.of("video_pull_failed", "photo_pull_failed");
    private static final String UNVERIFIED = "url_ownership_unverified";
    private static final int CREATED = 201;
    private static final int PARTIAL = 206;
    private static final Duration MODERATION = Duration.ofSeconds(10);
    private static final int MOST_LOOKS = 6;
    private static final int MOST_ROUNDS = 2;
    private static final String MODERATING = "it is out; TikTok is moderating it";

    private static final String NOT_TOLD = "TikTok does not tell whether it took the post: look at the account";

    private final TikTokApi api;

    TikTokPublisher(TikTokApi api) {
        this.api = api;
    }

    sealed interface At extends Step {
        /** Asks what the creator may do at this moment. */
        record Check(int round) implements At {}

        record Open(int round) implements At {}

        /** Bytes {@code from} to {@code to}, exclusive. */
        record Upload(String publishId, String url, long from, long to, long size, int round) implements At {
            @Override
            public boolean repeatable() {
                return to < size;
            }
        }

        /** TikTok fetches the files and publishes at once. */
        record Pull(int round) implements At {
            @Override
            public boolean repeatable() {
                return false;
            }
        }

        record Processing(String publishId, int polls, int round) implements At {}

        /** It is out; its address is told once moderation has seen it. */
        record Moderation(String publishId, int looks) implements At {
            @Override
            public List<String> out() {
                return List.of(publishId);
            }

            @Override
            public boolean complete() {
                return true;
            }
        }

        record Link(String publishId, String post) implements At {
            @Override
            public List<String> out() {
                return List.of(post);
            }

            @Override
            public boolean complete() {
                return true;
            }
        }
    }

    @Override
    public Class<At> stepType() {
        return At.class;
    }

    /** Large videos take minutes, moderation hours, and a day's posts may be used up. */
    @Override
    public Duration patience() {
        return Duration.ofHours(72);
    }

    @Override
    public Duration longestCall(At at, Delivery delivery) {
        return at instanceof At.Upload ? TikTokApi.UPLOAD : Publisher.super.longestCall(at, delivery);
    }

    @Override
    public At first(Delivery delivery) {
        return start(delivery, 0);
    }

    private static At start(Delivery delivery, int round) {
        return options(delivery).inbox() ? open(delivery, round) : new At.Check(round);
    }

    private static At open(Delivery delivery, int round) {
        boolean pulled = delivery.format().equals(TikTokCapabilities.PHOTOS)
                || options(delivery).pull();
        return pulled ? new At.Pull(round) : new At.Open(round);
    }

    @Override
    public Outcome<At> perform(At at, Delivery delivery, Session session) {
        var token = session.credential().access();
        return switch (at) {
            case At.Check(var round) -> check(round, delivery, token);
            case At.Open(var round) -> opened(initUpload(delivery, token), delivery, round);
            case At.Upload upload -> upload(upload, delivery, session);
            case At.Pull(var round) -> pull(round, delivery, session);
            case At.Processing processing -> processing(processing, delivery, session);
            case At.Moderation moderation -> moderation(moderation, session);
            case At.Link(var publishId, var post) -> link(post, session);
        };
    }

    private Outcome<At> check(int round, Delivery delivery, String token) {
        var creator = api.creator(token);
        var wanted = Objects.requireNonNullElse(options(delivery).privacy(), "");
        if (!creator.privacy().contains(wanted)) {
            throw new NetworkException(
                    new Fault.Rejected("privacy_level_option_mismatch", String.join(", ", creator.privacy())));
        }
        boolean video = delivery.format().equals(TikTokCapabilities.VIDEO);
        if (video && file(delivery).seconds() > creator.maxSeconds()) {
            throw new NetworkException(
                    new Fault.Rejected("duration_check_failed", "at most " + creator.maxSeconds() + " s"));
        }
        return next(open(delivery, round));
    }

    private TikTokApi.Init initUpload(Delivery delivery, String token) {
        var source = TikTokApi.VideoSource.upload(ChunkPlan.of(file(delivery).bytes()));
        return options(delivery).inbox()
                ? api.inboxVideo(source, token)
                : api.video(Infos.video(delivery), source, token);
    }

    private static Outcome<At> opened(TikTokApi.Init init, Delivery delivery, int round) {
        var url = init.url();
        if (url == null) {
            throw new NetworkException(new Fault.Unavailable(false, "TikTok gave no address for the upload"));
        }
        var plan = ChunkPlan.of(file(delivery).bytes());
        return next(new At.Upload(init.id(), url, 0, plan.end(0), plan.size(), round));
    }

    private Outcome<At> upload(At.Upload at, Delivery delivery, Session session) {
        var reply = api.put(at.url(), file(delivery), at.from(), at.to(), session.files());
        return switch (reply.status()) {
            case CREATED -> next(new At.Processing(at.publishId(), 0, at.round()));
            case PARTIAL, 416 ->
                next(from(at, arrived(reply.header("content-range")).orElse(at.to())));
            // the address ended before the last byte came: nothing can be visible, begin anew
            case 403, 404 -> again(delivery, at.round(), "the upload address ended");
            case 408, 425, 429 ->
                throw new NetworkException(new Fault.Unavailable(true, "the upload answered: " + reply.status()));
            default ->
                throw new NetworkException(
                        reply.status() >= 500
                                ? new Fault.Unavailable(true, "the upload answered: " + reply.status())
                                : new Fault.Rejected("upload", "the upload answered: " + reply.status()));
        };
    }

    /** The first byte that is still missing, from {@code bytes 0-999/2000}. */
    private static Optional<Long> arrived(Optional<String> contentRange) {
        return contentRange
                .map(range -> range.replaceFirst("^bytes (\\d+)-(\\d+)/.*$", "$2"))
                .filter(last -> last.matches("\\d{1,15}"))
                .map(last -> Long.parseLong(last) + 1);
    }

    private static At from(At.Upload at, long from) {
        if (from >= at.size()) {
            return new At.Processing(at.publishId(), 0, at.round());
        }
        return new At.Upload(
                at.publishId(), at.url(), from, ChunkPlan.of(at.size()).end(from), at.size(), at.round());
    }

    private static Outcome<At> again(Delivery delivery, int round, String why) {
        if (round >= MOST_ROUNDS) {
            throw new NetworkException(new Fault.Rejected("upload", why));
        }
        return next(start(delivery, round + 1));
    }

    /** A domain that nobody verified is the operator's affair; a video gets there by the other way, too. */
    private Outcome<At> pull(int round, Delivery delivery, Session session) {
        try {
            return next(new At.Processing(initPull(delivery, session).id(), 0, round));
        } catch (NetworkException e) {
            boolean unverified = e.fault() instanceof Fault.Rejected(var code, var words) && code.equals(UNVERIFIED);
            if (unverified && delivery.format().equals(TikTokCapabilities.VIDEO)) {
                return next(new At.Open(round));
            }
            throw e;
        }
    }

    private TikTokApi.Init initPull(Delivery delivery, Session session) {
        var token = session.credential().access();
        var options = options(delivery);
        var urls = delivery.media().stream().map(session.files()::publicUrl).toList();
        if (delivery.format().equals(TikTokCapabilities.PHOTOS)) {
            int cover = Objects.requireNonNullElse(options.coverPhoto(), 0);
            return api.photos(options.inbox(), Infos.photos(delivery), urls, cover, token);
        }
        var source = TikTokApi.VideoSource.pull(session.files().publicUrl(file(delivery)));
        return options.inbox() ? api.inboxVideo(source, token) : api.video(Infos.video(delivery), source, token);
    }

    private Outcome<At> processing(At.Processing at, Delivery delivery, Session session) {
        var status =
                Looks.at(() -> api.status(at.publishId(), session.credential().access()));
        return switch (status.status()) {
            case "PUBLISH_COMPLETE" -> complete(at, status, delivery, session);
            case "SEND_TO_USER_INBOX" ->
                new Published<>(new RemotePost(
                        at.publishId(), null, List.of(), "delivered to the TikTok inbox: open the app to finish it"));
            case "FAILED" -> failed(at, Objects.requireNonNullElse(status.reason(), ""), delivery);
            default -> later(at, "TikTok is processing the post");
        };
    }

    private Outcome<At> complete(At.Processing at, TikTokApi.Status status, Delivery delivery, Session session) {
        if (status.post().isPresent()) {
            return next(new At.Link(at.publishId(), status.post().get()));
        }
        var privacy = options(delivery).privacy();
        if (!options(delivery).inbox() && TikTokRules.EVERYONE.equals(privacy)) {
            return new Later<>(new At.Moderation(at.publishId(), 1), MODERATION, MODERATING);
        }
        var note = TikTokRules.SELF_ONLY.equals(privacy)
                ? "published, visible only to you"
                : "published; TikTok tells addresses of public posts only";
        return unaddressed(at.publishId(), note, session);
    }

    private Outcome<At> moderation(At.Moderation at, Session session) {
        var post = api.status(at.publishId(), session.credential().access()).post();
        if (post.isPresent()) {
            return next(new At.Link(at.publishId(), post.get()));
        }
        return at.looks() < MOST_LOOKS
                ? new Later<>(new At.Moderation(at.publishId(), at.looks() + 1), MODERATION, MODERATING)
                : unaddressed(at.publishId(), "published; TikTok has not told its address yet", session);
    }

    private Outcome<At> unaddressed(String publishId, String note, Session session) {
        return new Published<>(new RemotePost(publishId, profile(session), List.of(), note));
    }

    /** A failed processing stays failed: what may succeed another time begins anew. */
    private static Outcome<At> failed(At.Processing at, String reason, Delivery delivery) {
        var fault = TikTokFaults.ofProcessing(reason);
        boolean again = switch (fault) {
            case Fault.Busy busy -> true;
            case Fault.Unavailable unavailable -> true;
            case Fault.Rejected(var code, var words) -> PULL_FAILED.contains(code);
            case Fault.Expired expired -> false;
            case Fault.Revoked revoked -> false;
        };
        if (again && at.round() < MOST_ROUNDS) {
            var pause = fault instanceof Fault.Busy busy ? busy.retryAfter() : Duration.ofMinutes(5);
            return new Later<>(start(delivery, at.round() + 1), pause, reason);
        }
        throw new NetworkException(again ? new Fault.Rejected(reason, reason) : fault);
    }

    private static Outcome<At> later(At.Processing at, String why) {
        var pause = at.polls() < 6
                ? Duration.ofSeconds(5)
                : at.polls() < 36 ? Duration.ofSeconds(20) : Duration.ofMinutes(5);
        return new Later<>(new At.Processing(at.publishId(), at.polls() + 1, at.round()), pause, why);
    }

    private Outcome<At> link(String post, Session session) {
        try {
            var url = api.video(post, session.credential().access())
                    .map(TikTokApi.Video::url)
                    .map(URI::create);
            return new Published<>(RemotePost.of(post, url.orElseGet(() -> profile(session))));
        } catch (NetworkException e) {
            return new Published<>(RemotePost.of(post, profile(session)));
        }
    }

    @Override
    public Outcome<At> reconcile(At step, Delivery delivery, Session session) {
        return switch (step) {
            case At.Upload at -> lastChunk(at, session);
            case At.Pull at -> pulled(delivery, session);
            case At.Check at -> next(at);
            case At.Open at -> next(at);
            case At.Processing at -> next(at);
            case At.Moderation at -> next(at);
            case At.Link at -> next(at);
        };
    }

    private Outcome<At> lastChunk(At.Upload at, Session session) {
        var status = api.status(at.publishId(), session.credential().access());
        boolean waitsForBytes = status.status().equals("PROCESSING_UPLOAD")
                && status.uploaded() != null
                && status.uploaded() < at.size();
        return next(waitsForBytes ? at : new At.Processing(at.publishId(), 0, at.round()));
    }

    /** The list of public posts can only say yes: private ones, drafts and those in moderation are not in it. */
    private Outcome<At> pulled(Delivery delivery, Session session) {
        if (options(delivery).inbox() || delivery.text().isBlank()) {
            return new Unknown<>(NOT_TOLD);
        }
        long since = delivery.scheduledAt().minusSeconds(60).getEpochSecond();
        var found = api.newest(session.credential().access()).stream()
                .filter(video -> video.created() >= since && says(video, delivery))
                .toList();
        if (found.size() != 1) {
            return new Unknown<>(NOT_TOLD);
        }
        var url = found.getFirst().url();
        return new Published<>(RemotePost.of(found.getFirst().id(), url == null ? profile(session) : URI.create(url)));
    }

    private static boolean says(TikTokApi.Video video, Delivery delivery) {
        var text = delivery.text();
        return text.equals(Objects.requireNonNullElse(video.description(), ""))
                || text.equals(Objects.requireNonNullElse(video.title(), ""));
    }

    private URI profile(Session session) {
        return api.profile(session.account().handle());
    }

    private static TikTokOptions options(Delivery delivery) {
        return (TikTokOptions) delivery.options();
    }

    private static Media file(Delivery delivery) {
        return delivery.onlyMedium();
    }

    private static Outcome<At> next(At at) {
        return new Next<>(at);
    }
}
