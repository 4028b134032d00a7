package planner.adapter.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.contract.MiniWalk.End;
import planner.adapter.facebook.FacebookOptions.Publish;
import planner.adapter.kit.Reply;
import planner.adapter.kit.Transport;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.InsightReader.Metric;
import planner.network.NetworkException;
import planner.network.Outcome;

/** What Facebook does seldom: lies, loses, repeats itself. */
class FacebookPublisherTest extends FacebookStand {
    @Test
    void calledADoubleButOutIsPublished() {
        var delivery = delivery("text");
        Transport liar = call -> {
            var truth = stage.transport().send(call);
            return call.uri().getPath().endsWith("/feed") ? error(506, 1455006) : truth;
        };

        assertThat(walked(liar, delivery)).isInstanceOf(End.Published.class);
        assertThat(visible(delivery)).isOne();
    }

    @Test
    void calledADoubleAndNowhereToBeSeenIsAPersonsAffair() {
        var delivery = delivery("text");

        assertThat(code(walked(answering("POST", "/feed", error(506, 0)), delivery)))
                .isEqualTo("506");
        assertThat(visible(delivery)).isZero();
    }

    @Test
    void aLinkThatCouldNotBeReadIsTriedOnceMore() {
        var failures = new AtomicInteger(1);
        var delivery = delivery("link");
        Transport flaky = call -> call.uri().getPath().endsWith("/feed") && failures.getAndDecrement() > 0
                ? error(100, 1609005)
                : stage.transport().send(call);

        assertThat(walked(flaky, delivery)).isInstanceOf(End.Published.class);
        assertThat(visible(delivery)).isOne();
    }

    @Test
    void aLinkThatCannotBeReadIsAPersonsAffair() {
        assertThat(code(walked(
                        stage.transport(),
                        delivery("feed", "Look", List.of(), FacebookSamples.linked("http://127.0.0.1:1/nobody")))))
                .isEqualTo("1609005");
    }

    @Test
    void twoPostsWithTheSameWordsAreForAPersonToJudge() {
        var delivery = delivery("text");
        var session = session();
        assertThat(walked(stage.transport(), delivery)).isInstanceOf(End.Published.class);
        stage.passes(Duration.ofHours(2));
        assertThat(walked(stage.transport(), delivery)).isInstanceOf(End.Published.class);
        stage.passes(Duration.ofMinutes(2));

        assertThat(publisher(stage.transport()).reconcile(new At.Feed(List.of(), 0), delivery, session))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void aPostWithPhotosIsFoundByItsPhotosWhateverItsWords() {
        var delivery = delivery("photo");
        var session = session();
        var photo = ((Outcome.Next<At>)
                        publisher(stage.transport()).perform(new At.Photo(List.of()), delivery, session))
                .step();
        var feed = (At.Feed) photo;
        publisher(stage.transport()).perform(feed, delivery, session);
        stage.passes(Duration.ofMinutes(2));
        var otherWords = new Delivery(
                delivery.id(),
                delivery.scheduledAt(),
                "feed",
                "",
                List.of(new Delivery.Part("Facebook changed them", delivery.media())),
                delivery.options());

        assertThat(publisher(stage.transport()).reconcile(feed, otherWords, session))
                .isInstanceOfSatisfying(
                        Outcome.Next.class, next -> assertThat(next.step()).isInstanceOf(At.Link.class));
    }

    @Test
    void aPostOfYesterdayWithTheSameWordsIsNotThisOne() {
        var before = delivery("feed", "Good morning", List.of(), FacebookSamples.plain());
        assertThat(walked(stage.transport(), before)).isInstanceOf(End.Published.class);
        stage.passes(Duration.ofDays(1));
        var today = delivery("feed", "Good morning", List.of(), FacebookSamples.plain());

        assertThat(publisher(stage.transport()).reconcile(new At.Feed(List.of(), 0), today, session()))
                .isEqualTo(new Outcome.Next<>(new At.Feed(List.of(), 1)));
    }

    @Test
    void aScheduledPostIsFoundAmongTheScheduled() {
        var delivery = delivery("scheduled");
        var session = session();
        var feed = (At.Feed)
                ((Outcome.Next<At>) publisher(stage.transport()).perform(new At.Photo(List.of()), delivery, session))
                        .step();
        publisher(stage.transport()).perform(feed, delivery, session);

        assertThat(publisher(stage.transport()).reconcile(feed, delivery, session))
                .isInstanceOfSatisfying(
                        Outcome.Next.class, next -> assertThat(next.step()).isInstanceOf(At.Release.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scheduled", "reel-scheduled"})
    void whatFacebookShowsLaterIsPublishedWhenItIsSeen(String sample) {
        var delivery = delivery(sample);
        var release = delivery.scheduledAt().plus(Duration.ofDays(28).plusHours(8));

        assertThat(walked(stage.transport(), delivery)).isInstanceOfSatisfying(End.Published.class, end -> {
            assertThat(end.post().since()).isEqualTo(release);
            assertThat(end.post().note()).isEmpty();
        });
        assertThat(stage.now()).isEqualTo(release.plusSeconds(60));
        assertThat(visible(delivery)).isOne();
    }

    @Test
    void untilThenTheStoryTellsWhenItIsShown() {
        var delivery = delivery("scheduled");
        var at = handedOver(delivery);

        assertThat(publisher(stage.transport()).perform(at, delivery, session()))
                .isEqualTo(new Outcome.HandedOver<>(
                        at,
                        Instant.parse("2026-12-29T17:01:00Z"),
                        "handed over; Facebook shows it at: 2026-12-29T17:00:00Z"));
        assertThat(visible(delivery)).isZero();
    }

    @Test
    void whatFacebookDoesNotShowIsLookedForForAnHourAndFails() {
        var delivery = delivery("scheduled");
        var hidden = answering("GET", "is_published", reply(200, "{\"is_published\":false}"));

        assertThat(code(walked(hidden, delivery))).isEqualTo("not-released");
        assertThat(stage.now()).isBetween(Instant.parse("2026-12-29T18:00:00Z"), Instant.parse("2026-12-29T18:15:00Z"));
    }

    @Test
    void whatFacebookDoesNotTellIsForAPerson() {
        var silent = answering("GET", "is_published", reply(200, "{}"));

        assertThat(walked(silent, delivery("scheduled")))
                .isEqualTo(new End.Unconfirmed("Facebook has not shown the post yet"));
    }

    @Test
    void whatAPersonDeletedMeanwhileIsGone() {
        var delivery = delivery("scheduled");
        var at = handedOver(delivery);
        var gone = publisher(answering("GET", "is_published", error(100, 33)));

        assertThatThrownBy(() -> gone.perform(at, delivery, session()))
                .isInstanceOfSatisfying(
                        NetworkException.class,
                        e -> assertThat(e.fault())
                                .isInstanceOfSatisfying(
                                        Fault.Rejected.class,
                                        it -> assertThat(it.code()).isEqualTo("gone")));
    }

    private At.Release handedOver(Delivery delivery) {
        var publisher = publisher(stage.transport());
        At at = publisher.first(delivery);
        while (!(at instanceof At.Release release)) {
            at = ((Outcome.Next<At>) publisher.perform(at, delivery, session())).step();
        }
        return release;
    }

    @Test
    void aDraftSaysWhereItIsFinished() {
        assertThat(walked(stage.transport(), delivery("draft"))).isInstanceOfSatisfying(End.Published.class, end -> {
            assertThat(end.post().note()).isEqualTo("a draft: finish it in Meta Business Suite");
            assertThat(end.post().permalink()).isNull();
        });
    }

    @Test
    void anUploadThatFacebookLostIsBegunAnew() {
        var losses = new AtomicInteger(1);
        var delivery = delivery("reel");
        Transport losing = call -> {
            var truth = stage.transport().send(call);
            return call.method().equals("GET")
                            && truth.text().contains("upload_complete")
                            && losses.getAndDecrement() > 0
                    ? reply(200, "{\"status\":{\"video_status\":\"upload_failed\"},\"id\":\"1\"}")
                    : truth;
        };

        assertThat(walked(losing, delivery)).isInstanceOf(End.Published.class);
        assertThat(visible(delivery)).isOne();
    }

    /** What a reel may do, a story may not: be finished while something is still done to its video. */
    @Test
    void aStoryWaitsUntilNothingIsDoneToItsVideo() {
        var session = session();
        var at = new At.Uploaded("1", 0, 0);
        var busy = publisher(answering("GET", "fields=status", standing("processing")));

        assertThat(busy.perform(at, delivery("story-video"), session)).isInstanceOf(Outcome.Later.class);
        assertThat(busy.perform(at, delivery("reel"), session)).isEqualTo(finish());
        for (var word : List.of("upload_complete", "ready")) {
            assertThat(publisher(answering("GET", "fields=status", standing(word)))
                            .perform(at, delivery("story-video"), session))
                    .isEqualTo(finish());
        }
    }

    private static Reply standing(String word) {
        return reply(200, "{\"status\":{\"video_status\":\"" + word + "\"},\"id\":\"1\"}");
    }

    private static Outcome<At> finish() {
        return new Outcome.Next<>(new At.Finish("1", null, 0));
    }

    @Test
    void anUploadThatIsAlwaysLostIsAPersonsAffair() {
        var lost = reply(200, "{\"status\":{\"video_status\":\"expired\"},\"id\":\"1\"}");

        assertThat(code(walked(answering("GET", "fields=status", lost), delivery("reel"))))
                .isEqualTo("video");
    }

    /** The guide shows one error, the description a list. */
    @Test
    void whatProcessingFoundIsToldInFacebooksWords() {
        var one = reply(
                200,
                "{\"status\":{\"video_status\":\"error\",\"processing_phase\":{\"status\":\"error\","
                        + "\"error\":{\"message\":\"Aspect ratio\"}}},\"id\":\"1\"}");

        assertThat(walked(answering("GET", "fields=status", one), delivery("video")))
                .isEqualTo(new End.Failed(new Fault.Rejected("video", "Aspect ratio")));
    }

    @Test
    void aPieceWhoseAnswerWasLostIsPassedOver() {
        var losses = new AtomicInteger(1);
        var delivery = delivery("video-pieces");
        Transport losing = call -> {
            var truth = stage.transport().send(call);
            if (truth.text().contains("\"start_offset\":\"1048576\"") && losses.getAndDecrement() > 0) {
                throw new java.io.IOException("lost by the test");
            }
            return truth;
        };

        assertThat(walked(losing, delivery)).isInstanceOf(End.Published.class);
        assertThat(visible(delivery)).isOne();
        assertThat(losses).hasValue(0);
    }

    @Test
    void aFinishedReelIsNotFinishedAgain() {
        var delivery = delivery("reel");
        var session = session();
        var finished = reply(
                200,
                "{\"status\":{\"video_status\":\"processing\",\"publishing_phase\":{\"status\":\"not_started\","
                        + "\"publish_status\":\"published\"}},\"id\":\"1\"}");

        assertThat(publisher(answering("GET", "fields=status", finished))
                        .reconcile(new At.Finish("1", null, 0), delivery, session))
                .isEqualTo(new Outcome.Next<>(new At.Processing("1", 0)));
    }

    /** The word of the listed values, and that of the example. */
    @Test
    void completeAndCompletedMeanTheSame() {
        var delivery = delivery("reel");
        var done = reply(
                200,
                "{\"status\":{\"video_status\":\"ready\",\"publishing_phase\":{\"status\":\"completed\"}},\"id\":\"1\"}");

        assertThat(publisher(answering("GET", "fields=status", done))
                        .perform(new At.Processing("1", 0), delivery, session()))
                .isEqualTo(new Outcome.Next<>(new At.Link("1", "")));
    }

    @Test
    void extrasThatAreRefusedDoNotFailThePost() {
        var delivery = delivery("reel-extras");
        Transport mean = call -> call.method().equals("POST")
                        && (call.uri().getPath().endsWith("/thumbnails")
                                || call.uri().getPath().endsWith("/comments"))
                ? error(10, 0)
                : stage.transport().send(call);

        assertThat(walked(mean, delivery))
                .isInstanceOfSatisfying(
                        End.Published.class,
                        end -> assertThat(end.post().note())
                                .contains(
                                        "the cover was refused: A permission",
                                        "the first comment was refused: A permission"));
        assertThat(visible(delivery)).isOne();
    }

    @Test
    void whatIsShownLaterGetsItsCommentThen() {
        var options =
                new FacebookOptions(null, true, null, "First!", null, Publish.SCHEDULED, "2026-12-08T18:00:00+01:00");
        var delivery = delivery("feed", "Later", List.of(), options);
        var commented = new ArrayList<Instant>();
        Transport watched = call -> {
            if (call.uri().getPath().endsWith("/comments")) {
                commented.add(stage.now());
            }
            return stage.transport().send(call);
        };

        assertThat(rules(delivery)).isEmpty();
        assertThat(walked(watched, delivery))
                .isInstanceOfSatisfying(
                        End.Published.class,
                        end -> assertThat(end.post().note()).isEmpty());
        assertThat(commented).containsExactly(Instant.parse("2026-12-08T17:01:00Z"));
    }

    @Test
    void aDraftGetsNoComment() {
        var options = new FacebookOptions(null, true, null, "First!", null, Publish.DRAFT, null);
        var delivery = delivery("feed", "Perhaps", List.of(), options);

        assertThat(rules(delivery)).containsExactly("facebook.comment-unseen");
        assertThat(walked(stage.transport(), delivery))
                .isInstanceOfSatisfying(
                        End.Published.class,
                        end -> assertThat(end.post().note()).doesNotContain("refused"));
    }

    @Test
    void aLockedAccountRestsForAnHour() {
        var publisher = publisher(answering("POST", "/feed", error(368, 1390008)));
        var session = session();

        assertThatThrownBy(() -> publisher.perform(new At.Feed(List.of(), 0), delivery("text"), session))
                .isInstanceOfSatisfying(
                        NetworkException.class, e -> assertThat(e.fault()).isInstanceOf(Fault.Busy.class));
    }

    /** A reel has no clicks, a story only views and reach. */
    @Test
    void whatIsCountedDependsOnTheKind() {
        assertThat(counted("text"))
                .containsOnlyKeys(
                        Metric.VIEWS, Metric.REACH, Metric.CLICKS, Metric.LIKES, Metric.COMMENTS, Metric.SHARES);
        assertThat(counted("reel")).containsOnlyKeys(Metric.VIEWS, Metric.LIKES, Metric.COMMENTS);
        assertThat(counted("story-video")).containsOnlyKeys(Metric.VIEWS, Metric.REACH);
    }

    private java.util.Map<Metric, Long> counted(String name) {
        var end = (End.Published) walked(stage.transport(), delivery(name));
        stage.passes(Duration.ofHours(8));
        return network(stage.transport())
                .insights()
                .orElseThrow()
                .ofPost(end.post().id(), session());
    }

    @Test
    void withoutThePermissionForInsightsThereIsStillWhatEverybodySees() {
        var end = (End.Published) walked(stage.transport(), delivery("text"));
        var network = network(answering("GET", "/insights", error(10, 0)));

        assertThat(network.insights().orElseThrow().ofPost(end.post().id(), session()))
                .containsOnlyKeys(Metric.LIKES, Metric.COMMENTS);
    }
}
