package planner.adapter.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.Cut;
import planner.adapter.contract.MiniWalk;
import planner.adapter.kit.Http;
import planner.adapter.mastodon.MastodonOptions.Visibility;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.InsightReader.Metric;
import planner.network.Outcome;
import planner.simulator.Faults.Fault;
import planner.simulator.Faults.Kind;
import planner.simulator.mastodon.Rules;

class MastodonPublisherTest extends MastodonStand {
    private MastodonPublisher publisher() {
        return new MastodonPublisher(api());
    }

    private static MastodonOptions quoting(String quote) {
        return new MastodonOptions(null, null, null, null, null, quote);
    }

    /** Even without looking: the key alone keeps a repeat from being a second post. */
    @Test
    void aRepeatWithinTheHourIsTheSamePost() {
        var session = session();
        var delivery = text("Once");
        var at = new At.Post(List.of(), List.of(), 0);
        var first = publisher().perform(at, delivery, session);
        stage.passes(Duration.ofMinutes(50));
        assertThat(publisher().perform(at, delivery, session)).isEqualTo(first);
        assertThat(stage.visible()).containsExactly("Once");
    }

    /** Days later the key is forgotten, and reading finds it among what was posted since. */
    @Test
    void aPostIsFoundLongAfterItsKeyEnded() {
        var session = session();
        var delivery = text("Tea & cake at https://www.example.com/a/long/path/to/the/menu for @grace@x.example");
        var at = new At.Post(List.of(), List.of(), 0);
        publisher().perform(at, delivery, session);
        stage.passes(Duration.ofDays(2));
        IntStream.range(0, 90).forEach(n -> walked(text("Other " + n), session, Map.of()));
        assertThat(publisher().reconcile(at, delivery, session)).isInstanceOf(Outcome.Published.class);
    }

    @Test
    void ofTooMuchToReadNobodyCanTell() {
        var session = session();
        var delivery = text("Lost");
        IntStream.range(0, 201).forEach(n -> walked(text("Other " + n), session, Map.of()));
        stage.passes(Duration.ofMinutes(1));
        assertThat(publisher().reconcile(new At.Post(List.of(), List.of(), 0), delivery, session))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void twoAlikeAreForAPersonToDecide() {
        var session = session();
        var delivery = text("Twin");
        walked(text("Twin"), session, Map.of());
        walked(text("Twin"), session, Map.of());
        stage.passes(Duration.ofMinutes(1));
        assertThat(publisher().reconcile(new At.Post(List.of(), List.of(), 0), delivery, session))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void anOlderPostOfTheSameWordsIsNotTakenForIt() {
        var session = session();
        walked(text("Good morning"), session, Map.of());
        stage.passes(Duration.ofDays(1));
        assertThat(publisher().reconcile(new At.Post(List.of(), List.of(), 0), text("Good morning"), session))
                .isInstanceOf(Outcome.Later.class);
    }

    @Test
    void whateverIsWrittenIsRecognised() {
        var session = session();
        var random = new Random(7);
        for (int round = 0; round < 60; round++) {
            var text = TextAtoms.random(random, 1 + random.nextInt(12)).text();
            walked(text(text), session, Map.of()).post();
            stage.passes(Duration.ofMinutes(1));
            var newest =
                    api().own("109300000000000001", "", session.credential()).getFirst();
            assertThat(MastodonText.ofHtml(String.valueOf(newest.content()))).isEqualTo(MastodonText.plain(text));
        }
    }

    /** Counted twice by two that share no code: what we count as 500 the server takes, and no character more. */
    @Test
    void theServerCountsAsWeDo() {
        var session = session();
        var random = new Random(11);
        for (int round = 0; round < 20; round++) {
            var some = TextAtoms.random(random, 25);
            var filled = some.text() + " " + "x".repeat(499 - some.length());
            walked(text(filled), session, Map.of()).post();
            assertThat(walked(text(filled + "x"), session, Map.of()).end()).isInstanceOf(MiniWalk.End.Failed.class);
        }
    }

    @Test
    void aThreadThatIsCutGoesOnWhereItStopped() {
        var session = session();
        var delivery = delivery(MastodonOptions.plain(), new Part("One", List.of(jpeg())), new Part("Two", List.of()));
        var calls = walked(delivery).calls();
        assertThat(calls).containsExactly("GET instance", "POST media", "POST statuses", "POST statuses");
        var again = new Delivery(
                java.util.UUID.randomUUID(),
                delivery.scheduledAt(),
                delivery.format(),
                "",
                List.of(new Part("Three", List.of(jpeg())), new Part("Four", List.of())),
                delivery.options());
        var walked = walked(again, session, Map.of(2, Cut.ANSWER_LOST, 4, Cut.ANSWER_LOST));
        assertThat(walked.post().more()).hasSize(1);
        assertThat(stage.visible()).containsExactly("One", "Two", "Three", "Four");
    }

    @Test
    void thePermalinkIsBelowTheProfile() {
        var post = walked(text("Hello")).post();
        assertThat(String.valueOf(post.permalink())).endsWith("/mastodon/@ada_bakery/" + post.id());
    }

    @Test
    void aQuoteNamesThePostByItsAddressOnTheServer() {
        var session = session();
        var quoted = walked(text("Said"), session, Map.of()).post();
        var delivery = delivery(quoting(String.valueOf(quoted.permalink())), new Part("I agree", List.of()));
        assertThat(findings(delivery)).isEmpty();
        var walked = walked(delivery, session, Map.of(1, Cut.ANSWER_LOST));
        walked.post();
        assertThat(walked.wire().sent().get(1).text()).contains("\"quoted_status_id\":\"" + quoted.id() + "\"");
        assertThat(stage.visible()).containsExactly("Said", "I agree");
    }

    @Test
    void aQuoteOfWhatIsGoneIsRefused() {
        walked(delivery(quoting("123456789"), new Part("I agree", List.of()))).refused("not-found");
    }

    /** It would pass over the wish and publish the rest. */
    @Test
    void aServerThatKnowsNoQuotesIsNotAskedForOne() {
        var session = session();
        stage.site().rules(Rules.plain().api(6));
        var walked = walked(delivery(quoting("123456789"), new Part("I agree", List.of())), session, Map.of());
        walked.refused("quotes");
        assertThat(walked.calls()).containsExactly("GET instance");
    }

    @Test
    void aWarningWithoutTextIsFoundAsTheText() {
        var session = session();
        var options = new MastodonOptions(Visibility.UNLISTED, "Boat", true, null, null, null);
        var delivery = delivery(options, new Part("", List.of(jpeg())));
        walked(delivery, session, Map.of(2, Cut.ANSWER_LOST)).post();
        assertThat(stage.visible()).containsExactly("Boat");
    }

    @Test
    void aVideoIsWaitedFor() {
        var video = files.video(640, 360, Duration.ofSeconds(6));
        assertThat(walked(with(video)).calls())
                .startsWith("GET instance", "POST media")
                .filteredOn(call -> call.startsWith("GET media/"))
                .hasSize(2);
    }

    @Test
    void aPauseIsKeptByTheServersOwnTime() {
        var session = session();
        stage.simulator().faults().add(Fault.next("mastodon", Kind.THROTTLED).lasting(Duration.ofMinutes(4)));
        var before = stage.now();
        walked(text("Later"), session, Map.of()).post();
        assertThat(Duration.between(before, stage.now())).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    }

    @Test
    void countsAreRead() {
        var session = session();
        var post = walked(text("Counted"), session, Map.of()).post();
        var insights = new MastodonInsights(api());
        assertThat(insights.ofPost(post.id(), session))
                .containsExactlyInAnyOrderEntriesOf(Map.of(Metric.LIKES, 5L, Metric.COMMENTS, 0L, Metric.SHARES, 3L));
        assertThat(insights.ofPost("1", session)).isEmpty();
        assertThat(insights.ofAccount(session)).containsKeys(Metric.FOLLOWERS, Metric.FOLLOWING, Metric.POSTS);
    }

    @Test
    void accessTakenAwayIsSeenBeforeAnythingGoesUp() {
        var session = session();
        stage.revoke();
        var publisher = new Mastodon(stage.settings(), new Http(stage.transport()), stage.clock());
        assertThat(MiniWalk.of(
                                publisher,
                                stage,
                                new planner.adapter.contract.Wire(stage.transport()),
                                session,
                                with(jpeg()))
                        .run())
                .isInstanceOfSatisfying(
                        MiniWalk.End.Failed.class,
                        it -> assertThat(it.fault()).isInstanceOf(planner.network.Fault.Revoked.class));
        assertThat(stage.visible()).isEmpty();
    }
}
