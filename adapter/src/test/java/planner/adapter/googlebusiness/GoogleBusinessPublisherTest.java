package planner.adapter.googlebusiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.Cut;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import planner.adapter.googlebusiness.GoogleBusinessPublisher.At;
import planner.adapter.googlebusiness.GoogleBusinessSamples.Some;
import planner.adapter.kit.Http;
import planner.network.Connector;
import planner.network.Connector.Consent;
import planner.network.Credential;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.InsightReader.Metric;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Publisher;
import planner.network.Session;
import planner.simulator.Faults;
import planner.simulator.Faults.Kind;
import planner.simulator.Visitor;

/** What the tables of the contract do not ask: locations, lost answers, verdicts, and what a location's numbers are. */
class GoogleBusinessPublisherTest extends GoogleBusinessStand {
    private static final String RELEASE = "2026-12-24T18:00:00+01:00";
    private static final Instant RELEASED = Instant.parse("2026-12-24T17:00:00Z");

    private Credential consented(String person, Set<String> unticked) {
        var oauth = (Connector.OAuth2) network.connectors().getFirst();
        var consent = new Consent(
                URI.create("http://127.0.0.1:8080/connect/callback"),
                "state-1",
                "verifier-verifier-verifier-verifier-verifier-1");
        try (var visitor = new Visitor()) {
            var callback = Visitor.query(visitor.allow(oauth.consentPage(consent), person, unticked));
            return oauth.exchange(callback.getOrDefault("code", ""), consent);
        }
    }

    private Fault refusal(Credential credential) {
        return catchThrowableOfType(
                        NetworkException.class,
                        () -> network.connectors().getFirst().accounts(credential))
                .fault();
    }

    @Test
    void eachLocationIsAnAccountAndStandsOnce() {
        var grants = network.connectors().getFirst().accounts(consented("", Set.of()));

        assertThat(grants)
                .extracting(grant -> grant.account().id())
                .containsExactly("accounts/100/locations/11", "accounts/200/locations/22");
        assertThat(grants.getFirst().account()).satisfies(account -> {
            assertThat(account.name()).isEqualTo("Zielony Kąt");
            assertThat(account.handle()).isEqualTo("Kraków");
            assertThat(account.avatar()).isNotNull();
            assertThat(account.details()).containsKey("mapsUri");
        });
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void whoManagesNothingIsTold() {
        assertThat(refusal(consented("jan", Set.of())))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("no_location"));
    }

    @Test
    void aProjectThatGoogleDidNotLetInIsTheOperatorsAffair() {
        var credential = consented("", Set.of());
        stage.site().approved(false);

        assertThat(refusal(credential))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("not_approved"));
    }

    @Test
    void aPostGoesToTheLocationOfItsChannel() {
        var grants = network.connectors().getFirst().accounts(consented("", Set.of()));
        for (var grant : grants) {
            var wire = new Wire(stage.transport());
            var session = new Session(grant.account(), grant.credential(), files);
            var end = MiniWalk.of(network(wire), stage, wire, session, update("Moss", new Some()))
                    .run();

            assertThat(((MiniWalk.End.Published) end).post().id())
                    .startsWith(grant.account().id() + "/localPosts/");
        }
        assertThat(stage.visible()).hasSize(2);
    }

    @Test
    void aLostAnswerIsLookedForAmongThePosts() {
        var walked = walked(update("Moss", new Some()), Map.of(0, Cut.ANSWER_LOST));

        assertThat(walked.post().permalink()).isNotNull();
        assertThat(walked.creations()).isEqualTo(1);
        assertThat(stage.visible()).hasSize(1);
    }

    @Test
    void aPostThatIsDeniedAlthoughItWasMadeIsFound() {
        stage.faults().add(Faults.Fault.next("google-business", Kind.LIE).at("POST", "/localPosts"));

        assertThat(taken(update("Moss", new Some())).creations()).isEqualTo(1);
        assertThat(stage.visible()).hasSize(1);
    }

    @Test
    void onlyAfterTwoLooksItIsMadeAgain() {
        var before = stage.now();

        var walked = walked(update("Moss", new Some()), Map.of(0, Cut.ERROR_BEFORE));

        walked.post();
        assertThat(walked.wire().sent().stream()
                        .filter(sent -> sent.call().uri().getPath().endsWith("/localPosts")
                                && sent.call().method().equals("GET")))
                .hasSize(2);
        assertThat(Duration.between(before, stage.now())).isGreaterThan(Duration.ofMinutes(2));
        assertThat(stage.visible()).hasSize(1);
    }

    @Test
    void aPostOfYesterdayIsNotTakenForTodays() {
        taken(update("Moss", new Some()));
        stage.passes(Duration.ofDays(1));

        var walked = walked(update("Moss", new Some()), Map.of(0, Cut.ERROR_BEFORE));

        walked.post();
        assertThat(stage.visible()).hasSize(2);
    }

    @Test
    void twoPostsLikeThisOneAreForAPerson() {
        var delivery = update("Moss", new Some());
        var session = session();
        var publisher = publisher();
        publisher.perform(new At.Create(0, 0), delivery, session);
        publisher.perform(new At.Create(0, 0), delivery, session);

        assertThat(publisher.reconcile(new At.Create(0, 0), delivery, session)).isInstanceOf(Outcome.Unknown.class);
    }

    private Publisher<At> publisher() {
        return publisher(network);
    }

    @SuppressWarnings("unchecked")
    private static Publisher<At> publisher(GoogleBusiness of) {
        return (Publisher<At>) of.publisher();
    }

    @Test
    void anotherTopicTitleOrButtonIsAnotherPost() {
        var session = session();
        var publisher = publisher();
        var some = new Some();
        some.button = GoogleBusinessOptions.Button.CALL;
        publisher.perform(new At.Create(0, 0), update("Moss", some), session);

        assertThat(publisher.reconcile(new At.Create(1, 0), update("Moss", new Some()), session))
                .isEqualTo(new Outcome.Next<>(new At.Create(0, 0)));
        assertThat(publisher.reconcile(new At.Create(1, 0), update("Moss", some), session))
                .isInstanceOfSatisfying(
                        Outcome.Next.class, next -> assertThat(next.step()).isInstanceOf(At.Processing.class));
    }

    @Test
    void aPhotoThatGoogleCannotFetchIsTriedThreeTimes() {
        var nowhere = new Media(
                UUID.randomUUID(), MediaKind.IMAGE, "image/jpeg", 20_000, 1200, 900, 0, 0, 0, null, "gone", "");
        var before = stage.now();

        var walked = refused(pictured(nowhere), "photo_fetch");

        assertThat(walked.creations()).isEqualTo(3);
        assertThat(Duration.between(before, stage.now())).isGreaterThanOrEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void whatGoogleRejectsFailsWithItsPolicy() {
        refused(update("Call 600 700 800", new Some()), "policy");
    }

    @Test
    void whatGooglePublishesLaterIsPublishedWhenItIsSeen() {
        var some = new Some();
        some.publishAt = RELEASE;

        var post = taken(update("Moss", some)).post();

        assertThat(stage.visible()).hasSize(1);
        assertThat(stage.now()).isBetween(RELEASED.plusSeconds(60), RELEASED.plusSeconds(70));
        assertThat(post.since()).isEqualTo(RELEASED);
        assertThat(post.note()).isEmpty();
    }

    @Test
    void untilThenTheStoryTellsWhenItGoesOut() {
        var some = new Some();
        some.publishAt = RELEASE;
        var delivery = update("Moss", some);
        var at = made(delivery);
        stage.passes(Duration.ofMinutes(1));

        assertThat(publisher().perform(at, delivery, session()))
                .isEqualTo(new Outcome.HandedOver<>(
                        at, RELEASED.plusSeconds(60), "handed over; Google publishes it at: " + RELEASE));
        assertThat(stage.visible()).isEmpty();
    }

    @Test
    void whatGoogleIsLateWithIsLookedForWithGrowingPauses() {
        var some = new Some();
        some.publishAt = RELEASE;
        var delivery = update("Moss", some);
        var at = made(delivery);
        stage.passes(Duration.ofMinutes(1));

        for (int minutes : List.of(1, 2, 4, 15, 600)) {
            var clock = Clock.fixed(RELEASED.plus(Duration.ofMinutes(minutes)), ZoneOffset.UTC);
            var late = new GoogleBusiness(stage.settings(), new Http(new Wire(stage.transport())), clock);
            assertThat(publisher(late).perform(at, delivery, session()))
                    .isEqualTo(new Outcome.Later<>(
                            at, Duration.ofMinutes(Math.min(15, minutes)), "Google has not published the post yet"));
        }
    }

    @Test
    void aReviewOfHoursIsWaitedFor() {
        stage.site().reviewTakes(Duration.ofHours(24));

        taken(update("Moss", new Some()));

        assertThat(stage.visible()).hasSize(1);
    }

    @Test
    void aReviewWithoutAnEndIsForAPerson() {
        stage.site().reviewTakes(Duration.ofDays(10));
        var before = stage.now();

        var end = walked(update("Moss", new Some())).end();

        assertThat(end).isEqualTo(new MiniWalk.End.Unconfirmed("Google is reviewing the post"));
        assertThat(Duration.between(before, stage.now())).isBetween(Duration.ofHours(30), Duration.ofHours(31));
    }

    @Test
    void whatIsRejectedAfterItWasHandedOverFails() {
        var some = new Some();
        some.publishAt = RELEASE;

        refused(update("Call 600 700 800", some), "policy");
    }

    private At.Processing made(Delivery delivery) {
        var outcome = publisher().perform(new At.Create(0, 0), delivery, session());
        return (At.Processing) ((Outcome.Next<At>) outcome).step();
    }

    @Test
    void nothingIsCountedForAPostAndThirtyDaysForALocation() {
        var post = taken(update("Moss", new Some())).post();
        var reader = network.insights().orElseThrow();

        assertThat(reader.ofPost(post.id(), session())).isEmpty();
        // 30 days with five quiet Sundays: four kinds of views of 12 a day, two kinds of clicks of 2
        assertThat(reader.ofAccount(session()))
                .containsOnly(Map.entry(Metric.IMPRESSIONS, 4L * 12 * 25), Map.entry(Metric.CLICKS, 2L * 2 * 25));
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void everythingThatIsReadIsInTheDescriptions() {
        var check = new LocalPostCheck(SpecCheck.folder("google-business"));
        var session = session();
        var wire = new Wire(stage.transport());

        network(wire).connectors().getFirst().accounts(session.credential());
        network(wire).insights().orElseThrow().ofAccount(session);
        publisherOn(wire, update("Moss", new Some()), session);

        assertThat(wire.sent()).hasSizeGreaterThan(6);
        wire.sent().forEach(check::check);
    }

    private void publisherOn(Wire wire, Delivery delivery, Session session) {
        publisher(network(wire)).reconcile(new At.Create(0, 0), delivery, session);
    }
}
