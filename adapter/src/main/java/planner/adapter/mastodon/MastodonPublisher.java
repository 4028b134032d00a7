package planner.adapter.mastodon;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Given;
import planner.adapter.kit.Lists;
import planner.adapter.kit.Looks;
import planner.network.Account;
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

/**
 * Files first, then the post, part by part. The post carries a key by which the server knows a repeat within the hour;
 * beyond it, and on servers that keep no keys, a cut post is looked for among the account's own.
 */
final class MastodonPublisher implements Publisher<At> {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
    private static final Duration WORK = Duration.ofSeconds(5);
    private static final Duration SLACK = Duration.ofMinutes(1);
    private static final int MOST_PAGES = 5;

    private final MastodonApi api;
    private final Lookout lookout;

    MastodonPublisher(MastodonApi api) {
        this.api = api;
        lookout = new Lookout(api, SLACK, MOST_PAGES);
    }

    @Override
    public Class<At> stepType() {
        return At.class;
    }

    @Override
    public Duration settlesWithin() {
        return LOOK_AGAIN;
    }

    /** A long video takes a small server its time. */
    @Override
    public Duration patience() {
        return Duration.ofHours(1);
    }

    @Override
    public At first(Delivery delivery) {
        return new At.Check();
    }

    /** Files that belong to no post are thrown away after a day. */
    @Override
    public At again(At at, Delivery delivery) {
        return at.out().isEmpty() ? first(delivery) : uploadOrPost(at.out(), List.of(), delivery);
    }

    @Override
    public Outcome<At> perform(At at, Delivery delivery, Session session) {
        return switch (at) {
            case At.Check check -> check(delivery, session);
            case At.Upload upload -> upload(upload, delivery, session);
            case At.Processing processing -> processing(processing, delivery, session);
            case At.Post post ->
                out(
                        post,
                        api.post(
                                body(post, delivery, session.account()),
                                delivery.id() + "-" + post.out().size(),
                                session.credential()),
                        delivery,
                        session);
        };
    }

    private Outcome<At> check(Delivery delivery, Session session) {
        var limits = Limits.of(api.instance(session.credential()));
        var first = MastodonRules.here(delivery, limits).stream().findFirst();
        if (first.isPresent()) {
            var finding = first.get();
            throw new NetworkException(new Fault.Rejected(
                    finding.rule().substring(finding.rule().indexOf('.') + 1),
                    "this server allows " + finding.limit() + ", this post has " + finding.actual()));
        }
        return next(uploadOrPost(List.of(), List.of(), delivery));
    }

    private Outcome<At> upload(At.Upload at, Delivery delivery, Session session) {
        Media file = part(at, delivery).media().get(at.media().size());
        var uploaded = api.upload(file, session);
        return uploaded.url() == null || uploaded.url().isEmpty()
                ? next(new At.Processing(at.out(), at.media(), uploaded.id()))
                : next(uploadOrPost(at.out(), Lists.plus(at.media(), uploaded.id()), delivery));
    }

    private Outcome<At> processing(At.Processing at, Delivery delivery, Session session) {
        return api.ready(at.id(), session.credential())
                ? next(uploadOrPost(at.out(), Lists.plus(at.media(), at.id()), delivery))
                : new Later<>(at, WORK, "the server is processing the file");
    }

    @Override
    public Outcome<At> reconcile(At step, Delivery delivery, Session session) {
        if (!(step instanceof At.Post at)) {
            return next(step);
        }
        var seen = Looks.at(() -> lookout.find(at, delivery, session));
        if (seen.found().size() == 1) {
            return out(at, seen.found().getFirst(), delivery, session);
        }
        if (seen.found().size() > 1) {
            return new Unknown<>("more than one post of this account looks like it");
        }
        if (!seen.complete()) {
            return new Unknown<>("this account posted so much since that not all of it could be read");
        }
        return at.looks() == 0
                ? new Later<>(
                        new At.Post(at.out(), at.media(), 1), LOOK_AGAIN, "looking whether the server has the post")
                : next(new At.Post(at.out(), at.media(), 0));
    }

    private Outcome<At> out(At.Post at, String id, Delivery delivery, Session session) {
        var posted = Lists.plus(at.out(), id);
        if (posted.size() < delivery.parts().size()) {
            return next(uploadOrPost(posted, List.of(), delivery));
        }
        var first = posted.getFirst();
        return new Published<>(new RemotePost(first, address(first, session), posted.subList(1, posted.size()), ""));
    }

    private static @Nullable URI address(String id, Session session) {
        var profile = session.account().details().get(MastodonConnector.PROFILE);
        return profile == null ? null : URI.create(profile + "/" + id);
    }

    private static MastodonApi.NewStatus body(At.Post at, Delivery delivery, Account account) {
        var options = (MastodonOptions) delivery.options();
        var text = part(at, delivery).text();
        boolean first = at.out().isEmpty();
        var poll = first ? options.pollOrNone() : null;
        return new MastodonApi.NewStatus(
                given(text),
                at.media().isEmpty() ? null : at.media(),
                poll == null
                        ? null
                        : new MastodonApi.NewPoll(
                                poll.options(), poll.seconds(), wanted(poll.multiple()), wanted(poll.hideTotals())),
                parent(at).orElse(null),
                wanted(options.isSensitive()),
                given(options.warningOrEmpty()),
                options.visibilityOrPublic(),
                given(options.languageOrEmpty()),
                first ? quoted(options.quoteOrEmpty(), account) : null);
    }

    private static @Nullable String quoted(String quote, Account account) {
        return Given.understood(quote, MastodonRules.quoted(quote, account), "quote-address")
                .orElse(null);
    }

    private static @Nullable String given(String text) {
        return text.isBlank() ? null : text;
    }

    private static @Nullable Boolean wanted(@Nullable Boolean switched) {
        return Boolean.TRUE.equals(switched) ? true : null;
    }

    static Optional<String> parent(At at) {
        return at.out().isEmpty() ? Optional.empty() : Optional.of(at.out().getLast());
    }

    static Delivery.Part part(At at, Delivery delivery) {
        return delivery.parts().get(at.out().size());
    }

    private static At uploadOrPost(List<String> posted, List<String> media, Delivery delivery) {
        boolean more =
                media.size() < delivery.parts().get(posted.size()).media().size();
        return more ? new At.Upload(posted, media) : new At.Post(posted, media, 0);
    }

    private static Outcome<At> next(At at) {
        return new Next<>(at);
    }
}
