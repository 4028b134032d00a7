package planner.adapter.linkedin;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import planner.adapter.linkedin.LinkedInApi.Seen;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Outcome.Later;
import planner.network.Outcome.Next;
import planner.network.Outcome.Published;
import planner.network.Outcome.Unknown;
import planner.network.Publisher;
import planner.network.RemotePost;
import planner.network.Session;

/**
 * Files first, invisibly, then one call that makes the post. There is no idempotency key: a page's cut post is looked for
 * among the page's own, a member's posts cannot be listed.
 */
final class LinkedInPublisher implements Publisher<At> {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
    private static final int MOST_WAITS = 3;
    private static final int MOST_DENIALS = 2;
    private static final Set<String> READS_POSTS = Set.of("r_organization_social");
    private static final Set<String> READS_PAGE_COMMENTS =
            Set.of("r_organization_social_feed", "r_organization_social");
    private static final Set<String> READS_MEMBER_COMMENTS = Set.of("r_member_social_feed", "r_member_social");

    private final LinkedInApi api;
    private final Uploads uploads;
    private final LinkedInApp app;

    LinkedInPublisher(LinkedInApi api, Uploads uploads, LinkedInApp app) {
        this.api = api;
        this.uploads = uploads;
        this.app = app;
    }

    @Override
    public Class<At> stepType() {
        return At.class;
    }

    /** Videos are processed for minutes. */
    @Override
    public Duration patience() {
        return Duration.ofHours(1);
    }

    @Override
    public At first(Delivery delivery) {
        return Uploads.first(delivery);
    }

    @Override
    public Outcome<At> perform(At step, Delivery delivery, Session session) {
        return switch (step) {
            case At.Preview() -> uploads.preview(delivery);
            case At.Register at -> uploads.register(at, delivery, session);
            case At.Upload at -> uploads.upload(at, delivery, session);
            case At.Pieces at -> uploads.piece(at, delivery, session);
            case At.Captions at -> uploads.captions(at, delivery, session);
            case At.Thumbnail at -> uploads.thumbnail(at, delivery, session);
            case At.Finish at -> uploads.finish(at, session);
            case At.Processing at -> uploads.processing(at, delivery, session);
            case At.Create at -> create(at, delivery, session);
            case At.Comment at -> comment(at, delivery, session);
        };
    }

    private Outcome<At> create(At.Create at, Delivery delivery, Session session) {
        try {
            var body = LinkedInPosts.body(delivery, at.made(), session.account());
            return out(
                    api.create(body, session.credential().access()), at.made().note(), delivery);
        } catch (NetworkException e) {
            if (e.fault() instanceof Fault.Rejected refused) {
                return refused(at, refused, delivery, session);
            }
            throw e;
        }
    }

    /** Nothing was made. Some refusals pass, and one may mean that the post is out already. */
    private Outcome<At> refused(At.Create at, Fault.Rejected refused, Delivery delivery, Session session) {
        var code = refused.code();
        if (code.equals(LinkedInFaults.WAITING) && at.waits() < MOST_WAITS) {
            var pause = Duration.ofSeconds(15L << at.waits());
            return new Later<>(at.waited(), pause, "LinkedIn is processing the media");
        }
        if (LinkedInFaults.BAD_MEDIA.contains(code)
                && at.made().round() == 0
                && !at.made().urns().isEmpty()) {
            return new Next<>(new At.Register(at.made().anew()));
        }
        if (code.equals(LinkedInFaults.FORBIDDEN)) {
            if (at.waits() < MOST_DENIALS) {
                return new Later<>(at.waited(), LOOK_AGAIN, "LinkedIn denies access, which may pass");
            }
            throw new NetworkException(new Fault.Revoked(refused.message()));
        }
        if (code.equals(LinkedInFaults.DUPLICATE) && at.doubted()) {
            var first = Urns.post(refused.message()).filter(urn -> young(urn, delivery, session));
            if (first.isPresent()) {
                return out(first.get(), at.made().note(), delivery);
            }
        }
        throw new NetworkException(refused);
    }

    /** A page's post can be read: one that was there before this one was due is another. */
    private boolean young(String urn, Delivery delivery, Session session) {
        return !Urns.page(session.account())
                || !api.post(urn, session.credential().access()).createdAt().isBefore(since(delivery));
    }

    private Outcome<At> out(String urn, String note, Delivery delivery) {
        return LinkedInPosts.options(delivery).comment().isEmpty()
                ? published(urn, note)
                : new Next<>(new At.Comment(urn, note));
    }

    private Outcome<At> published(String urn, String note) {
        var link = URI.create(app.web() + "/feed/update/" + urn + "/");
        return new Published<>(new RemotePost(urn, link, List.of(), note));
    }

    /** A comment that is refused does not fail the post, even when the permission for it was not given. */
    private Outcome<At> comment(At.Comment at, Delivery delivery, Session session) {
        var text = LinkedInPosts.options(delivery).comment();
        try {
            api.comment(
                    at.post(),
                    session.account().id(),
                    text,
                    session.credential().access());
            return published(at.post(), at.note());
        } catch (NetworkException e) {
            return switch (e.fault()) {
                case Fault.Rejected(var code, var words) -> published(at.post(), refusal(at.note(), words));
                case Fault.Revoked(var words) -> published(at.post(), refusal(at.note(), words));
                case Fault.Busy busy -> throw e;
                case Fault.Unavailable unavailable -> throw e;
                case Fault.Expired expired -> throw e;
            };
        }
    }

    private static String refusal(String note, String words) {
        return RemotePost.joined(note, "the first comment was refused: " + words);
    }

    @Override
    public Outcome<At> reconcile(At step, Delivery delivery, Session session) {
        return switch (step) {
            case At.Create at -> Urns.page(session.account()) ? lookFor(at, delivery, session) : unlisted(at);
            case At.Comment at -> lookFor(at, delivery, session);
            case At.Preview at -> new Next<>(at);
            case At.Register at -> new Next<>(at);
            case At.Upload at -> new Next<>(at);
            case At.Pieces at -> new Next<>(at);
            case At.Captions at -> new Next<>(at);
            case At.Thumbnail at -> new Next<>(at);
            case At.Finish at -> new Next<>(at);
            case At.Processing at -> new Next<>(at);
        };
    }

    /** Only where the operator chose so is the post sent again: if it is out, LinkedIn refuses and names it. */
    private Outcome<At> unlisted(At.Create at) {
        return app.repeats()
                ? new Next<>(new At.Create(at.made(), 0, 0, true))
                : new Unknown<>("LinkedIn does not let an app see which posts a member has");
    }

    private Outcome<At> lookFor(At.Create at, Delivery delivery, Session session) {
        if (!granted(READS_POSTS, session)) {
            return new Unknown<>("this app may not read the posts of pages");
        }
        try {
            return looked(at, delivery, session);
        } catch (NetworkException e) {
            if (e.fault() instanceof Fault.Rejected || e.fault() instanceof Fault.Revoked) {
                return new Unknown<>("LinkedIn does not show the page's posts: " + e.fault());
            }
            throw e;
        }
    }

    private Outcome<At> looked(At.Create at, Delivery delivery, Session session) {
        var newest = api.newest(session.account().id(), session.credential().access());
        var young = newest.stream()
                .filter(seen -> !seen.createdAt().isBefore(since(delivery)))
                .toList();
        var body = LinkedInPosts.body(delivery, at.made(), session.account());
        var found = young.stream()
                .filter(seen -> LinkedInPosts.same(body, seen))
                .map(Seen::id)
                .toList();
        if (found.size() == 1) {
            return out(found.getFirst(), at.made().note(), delivery);
        }
        if (found.size() > 1) {
            return new Unknown<>("more than one post of this page looks like it");
        }
        if (young.size() >= LinkedInApi.NEWEST) {
            return new Unknown<>("the page has too many new posts to tell");
        }
        return at.looks() == 0
                ? new Later<>(
                        new At.Create(at.made(), at.waits(), 1, at.doubted()),
                        LOOK_AGAIN,
                        "looking whether LinkedIn has the post")
                : new Next<>(new At.Create(at.made(), 0, 0, true));
    }

    /** The post is out, so this ends well whatever became of the comment. */
    private Outcome<At> lookFor(At.Comment at, Delivery delivery, Session session) {
        var account = session.account();
        boolean reads = granted(Urns.page(account) ? READS_PAGE_COMMENTS : READS_MEMBER_COMMENTS, session);
        var text = LinkedInPosts.options(delivery).comment();
        try {
            if (reads) {
                return api.commented(
                                at.post(),
                                account.id(),
                                text,
                                session.credential().access())
                        ? published(at.post(), at.note())
                        : new Next<>(at);
            }
        } catch (NetworkException e) {
            if (!(e.fault() instanceof Fault.Rejected || e.fault() instanceof Fault.Revoked)) {
                throw e;
            }
        }
        return published(at.post(), RemotePost.joined(at.note(), "look yourself whether the first comment is there"));
    }

    private static boolean granted(Set<String> anyOf, Session session) {
        return anyOf.stream().anyMatch(session.credential().scopes()::contains);
    }

    private static Instant since(Delivery delivery) {
        return delivery.scheduledAt().minusSeconds(60);
    }
}
