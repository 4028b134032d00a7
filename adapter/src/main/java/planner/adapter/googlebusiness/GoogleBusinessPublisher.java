package planner.adapter.googlebusiness;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Releases;
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
import planner.network.Step;

/**
 * One call creates the post, and Google decides afterwards whether it shows it. A lost answer is looked for among the
 * location's posts, twice a minute apart, before the call is made again.
 */
final class GoogleBusinessPublisher implements Publisher<GoogleBusinessPublisher.At> {
    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final Duration EARLIER = Duration.ofMinutes(2);
    private static final Duration PHOTO_AGAIN = Duration.ofMinutes(2);
    private static final int MOST_LOOKS = 2;
    private static final int MOST_FETCHES = 2;

    private final GoogleBusinessApi api;
    private final Clock clock;

    GoogleBusinessPublisher(GoogleBusinessApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    sealed interface At extends Step {
        /**
         * @param looks how often a lost answer was looked for in vain
         * @param fetches how often Google could not fetch the photo
         */
        record Create(int looks, int fetches) implements At {
            @Override
            public boolean repeatable() {
                return false;
            }
        }

        /** It was taken; is it shown? @param name Google's name of the post */
        record Processing(String name, int polls) implements At {
            @Override
            public List<String> own() {
                return List.of(name);
            }
        }
    }

    @Override
    public Class<At> stepType() {
        return At.class;
    }

    @Override
    public Duration settlesWithin() {
        return SETTLING;
    }

    /** A review may take a day; what nobody has seen by then is for a person. */
    @Override
    public Duration patience() {
        return Duration.ofHours(30);
    }

    @Override
    public At first(Delivery delivery) {
        return new At.Create(0, 0);
    }

    @Override
    public Outcome<At> perform(At at, Delivery delivery, Session session) {
        return switch (at) {
            case At.Create create -> create(create, delivery, session);
            case At.Processing processing -> processing(processing, delivery, session);
        };
    }

    private Outcome<At> create(At.Create at, Delivery delivery, Session session) {
        try {
            var post = api.create(
                    session.account().id(),
                    LocalPost.of(delivery, session.files()),
                    session.credential().access());
            return next(new At.Processing(post.name(), 0));
        } catch (NetworkException e) {
            if (e.fault() instanceof Fault.Rejected(var code, var words)
                    && code.equals(GoogleBusinessFaults.PHOTO)
                    && at.fetches() < MOST_FETCHES) {
                return new Later<>(new At.Create(0, at.fetches() + 1), PHOTO_AGAIN, words);
            }
            throw e;
        }
    }

    private Outcome<At> processing(At.Processing at, Delivery delivery, Session session) {
        var post = seen(at.name(), session);
        return switch (Objects.requireNonNullElse(post.state(), "")) {
            case "LIVE", "RECURRING" -> published(post, delivery, session);
            case "SCHEDULED" -> scheduled(at, delivery);
            case "REJECTED" -> throw new NetworkException(GoogleBusinessFaults.REJECTED);
            default ->
                new Later<>(
                        new At.Processing(at.name(), at.polls() + 1),
                        pause(at.polls()),
                        "Google is reviewing the post");
        };
    }

    private Outcome<At> scheduled(At.Processing at, Delivery delivery) {
        var given = GoogleBusinessOptions.of(delivery).publishAt();
        return Releases.notYet(
                at,
                GoogleBusinessRules.instant(given).orElse(delivery.scheduledAt()),
                clock.instant(),
                "handed over; Google publishes it at: " + GoogleBusinessOptions.stripped(given),
                "Google has not published the post yet");
    }

    /** Refused a look at a post that may be out: that says nothing about the post, unless it is that the post is gone. */
    private GoogleBusinessApi.Listed seen(String name, Session session) {
        try {
            return api.read(name, session.credential().access());
        } catch (NetworkException e) {
            if (e.fault() instanceof Fault.Rejected(var code, var words) && !code.equals(GoogleBusinessFaults.GONE)) {
                throw new NetworkException(new Fault.Unavailable(false, code + ": " + words));
            }
            throw e;
        }
    }

    private static Outcome<At> published(GoogleBusinessApi.Listed post, Delivery delivery, Session session) {
        var link = Optional.ofNullable(post.searchUrl())
                .or(() -> Optional.ofNullable(session.account().details().get(GoogleBusinessConnector.MAPS)))
                .map(URI::create)
                .orElse(null);
        var release = GoogleBusinessRules.instant(
                        GoogleBusinessOptions.of(delivery).publishAt())
                .orElse(null);
        return new Published<>(new RemotePost(post.name(), link, List.of(), "", release));
    }

    @Override
    public Outcome<At> reconcile(At step, Delivery delivery, Session session) {
        return switch (step) {
            case At.Create at -> created(at, delivery, session);
            case At.Processing at -> next(at);
        };
    }

    private Outcome<At> created(At.Create at, Delivery delivery, Session session) {
        var wanted = LocalPost.of(delivery, session.files());
        var since = delivery.scheduledAt().minus(EARLIER);
        var found = api.newest(session.account().id(), session.credential().access()).stream()
                .filter(post -> !instant(post.createTime()).isBefore(since) && wanted.same(post))
                .toList();
        if (found.size() == 1) {
            return next(new At.Processing(found.getFirst().name(), 0));
        }
        if (!found.isEmpty()) {
            return new Unknown<>("the location has several posts like this one: look at the profile");
        }
        return at.looks() + 1 < MOST_LOOKS
                ? new Later<>(new At.Create(at.looks() + 1, at.fetches()), SETTLING, "looking for the post")
                : next(new At.Create(0, at.fetches()));
    }

    private static Instant instant(@Nullable String text) {
        return GoogleBusinessRules.instant(text).orElse(Instant.EPOCH);
    }

    private static Duration pause(int polls) {
        return switch (polls) {
            case 0 -> Duration.ofSeconds(15);
            case 1 -> Duration.ofMinutes(1);
            case 2 -> Duration.ofMinutes(5);
            default -> Duration.ofMinutes(15);
        };
    }

    private static Outcome<At> next(At at) {
        return new Next<>(at);
    }
}
