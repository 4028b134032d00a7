package planner.adapter.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static planner.adapter.youtube.YouTubeSamples.GARDEN;
import static planner.adapter.youtube.YouTubeSamples.KITCHEN;
import static planner.adapter.youtube.YouTubeSamples.RELEASE;
import static planner.adapter.youtube.YouTubeSamples.plain;
import static planner.adapter.youtube.YouTubeSamples.released;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.Cut;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.adapter.kit.Reply;
import planner.adapter.youtube.YouTubeOptions.Privacy;
import planner.adapter.youtube.YouTubeSamples.Some;
import planner.network.Delivery;
import planner.network.Finding.Severity;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Outcome.Next;
import planner.network.Session;
import planner.network.Step;
import planner.simulator.Faults.Fault;
import planner.simulator.Faults.Kind;

/** What the tables of the contract do not ask: pieces, forgotten uploads, quotas, and extras that are refused. */
class YouTubePublisherTest extends YouTubeStand {
    private static final int PIECE = 8 * 1024 * 1024;
    private static final String OPEN = "POST /videos";

    private static final Instant RELEASED = Instant.parse("2026-12-24T17:00:00Z");

    private final YouTubePublisher publisher = new YouTubePublisher(
            new YouTubeApi(
                    YouTubeApp.from(stage.settings()), new Http(stage.transport()), new YouTubeFaults(stage.clock())),
            stage.clock());

    private static final List<String> THREE_PIECES = List.of(
            "bytes */16778216",
            "bytes 0-8388607/16778216",
            "bytes */16778216",
            "bytes 8388608-16777215/16778216",
            "bytes 16777216-16778215/16778216");

    @Test
    void piecesGoUpInOrderAndYouTubeIsAskedBeforeEachButTheLast() {
        var walked = taken(video(weighing(2L * PIECE + 1000), plain()));

        assertThat(walked.ranges()).isEqualTo(THREE_PIECES);
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void aCutPieceIsNotSentAgain() {
        var walked = walked(video(weighing(2L * PIECE + 1000), plain()), Map.of(2, Cut.ANSWER_LOST));

        walked.post();
        assertThat(walked.ranges()).isEqualTo(THREE_PIECES);
        assertThat(stage.violations()).isEmpty();
        assertThat(stage.visible()).hasSize(1);
    }

    @Test
    void aCutLastPieceIsAskedAbout() {
        var walked = walked(video(weighing(PIECE + 1000), plain()), Map.of(3, Cut.ANSWER_LOST));

        walked.post();
        assertThat(walked.ranges())
                .containsExactly(
                        "bytes */8389608",
                        "bytes 0-8388607/8389608",
                        "bytes 8388608-8389607/8389608",
                        "bytes */8389608");
        assertThat(stage.visible()).hasSize(1);
    }

    @Test
    void onlyTheLastPieceCanBeSeen() {
        assertThat(new At.Upload("https://a", 0, 5, 10, 0).repeatable()).isTrue();
        assertThat(new At.Upload("https://a", 5, 10, 10, 0).repeatable()).isFalse();
    }

    @Test
    void whatYouTubeDidNotStoreIsSentAgain() {
        stage.site().storesOnly(5 * 1024 * 1024);

        var walked = taken(video(weighing(PIECE), plain()));

        assertThat(walked.ranges()).containsExactly("bytes 0-8388607/8388608", "bytes 5242880-8388607/8388608");
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void anUploadThatTakesNothingIsAskedLater() {
        stage.site().storesOnly(0);
        var delivery = video(weighing(PIECE), plain());
        var session = session();

        var sent = publisher.perform(opened(delivery, session), delivery, session);

        assertThat(sent)
                .isInstanceOfSatisfying(
                        Outcome.Later.class, later -> assertThat(later.step()).isInstanceOf(At.Ask.class));
    }

    private At opened(Delivery delivery, Session session) {
        return ((Next<At>) publisher.perform(new At.Open(0), delivery, session)).step();
    }

    @Test
    void anUploadOutlivesItsToken() {
        var delivery = video(weighing(PIECE + 1000), plain());
        var session = session();
        var first = opened(delivery, session);
        var second = ((Next<At>) publisher.perform(first, delivery, session)).step();
        stage.passes(Duration.ofHours(2));

        var refused = publisher.perform(second, delivery, session);

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Next.class, next -> assertThat(next.step()).isInstanceOf(At.Ask.class));
        var fresh =
                new Session(session.account(), network.connectors().getFirst().refresh(session.credential()), files);
        assertThat(publisher.perform(((Next<At>) refused).step(), delivery, fresh))
                .isEqualTo(new Next<>(second));
    }

    @Test
    void anUploadThatEndedBeforeItsLastByteBeginsAnew() {
        var delivery = video(film(), plain());
        var session = session();
        var upload = opened(delivery, session);
        stage.passes(Duration.ofDays(8));
        var fresh = session();

        var looked = ((Next<At>) publisher.perform(upload, delivery, fresh)).step();
        assertThat(looked).isEqualTo(new At.Find(0, 0));
        assertThat(publisher.perform(looked, delivery, fresh))
                .isInstanceOfSatisfying(
                        Outcome.Later.class, later -> assertThat(later.step()).isEqualTo(new At.Find(1, 0)));
        assertThat(publisher.perform(new At.Find(1, 0), delivery, fresh)).isEqualTo(new Next<>(new At.Open(1)));
        assertThat(stage.visible()).isEmpty();
    }

    /** The upload says that it is unknown, and yet its last byte has made the video. */
    @Test
    void aVideoOfAForgottenUploadIsFoundByTheNameOfItsFile() {
        stage.faults().add(Fault.next("youtube", Kind.LIE).at("PUT", "/upload/"));

        var walked = taken(video(film(), plain()));

        assertThat(walked.paths()).filteredOn(OPEN::equals).hasSize(1);
        assertThat(stage.visible()).hasSize(1);
        assertThat(walked.post().permalink())
                .asString()
                .endsWith("/www/watch?v=" + walked.post().id());
    }

    @Test
    void aPauseThatIsAskedForIsMadeAndTheUploadGoesOn() {
        stage.faults().add(Fault.next("youtube", Kind.THROTTLED).at("PUT", "/upload/"));
        var before = stage.now();

        var walked = taken(video(film(), plain()));

        assertThat(stage.now()).isAfter(before.plusSeconds(60));
        assertThat(walked.paths()).filteredOn(OPEN::equals).hasSize(1);
    }

    @Test
    void aUsedUpQuotaWaitsForMidnightInCalifornia() {
        stage.site().quota(1, 10_000);
        taken(video(film(), plain()));
        var before = stage.now();

        var second = taken(video(film(), plain()));

        // refused, then with a token that ended in the night, then taken
        assertThat(second.paths()).filteredOn(OPEN::equals).hasSize(3);
        assertThat(Duration.between(before, stage.now())).isBetween(Duration.ofHours(22), Duration.ofHours(24));
        assertThat(stage.visible()).hasSize(2);
    }

    @Test
    void aChannelThatHasUploadedEnoughWaitsADay() {
        stage.site().uploadsOfAChannel(1);
        taken(video(film(), plain()));
        var before = stage.now();

        taken(video(film(), plain()));

        assertThat(Duration.between(before, stage.now())).isGreaterThan(Duration.ofHours(23));
    }

    @Test
    void aPlainVideoCostsOneUploadAndOneUnitForEachLook() {
        var session = session();
        int before = stage.site().unitsSpent();
        var wire = new Wire(stage.transport());
        var walk = MiniWalk.of(network(wire), stage, wire, session, video(film(), plain()));
        walk.run();

        long looks = wire.sent().stream()
                .filter(sent -> sent.call().method().equals("GET"))
                .count();
        assertThat(stage.site().unitsSpent() - before).isEqualTo((int) looks);
    }

    @Test
    void aProjectThatNobodyAuditedIsLockedAndItIsSaid() {
        stage.site().audited(false);

        var post = taken(video(film(), plain())).post();

        assertThat(post.note()).contains("locked it to private");
        assertThat(stage.site().extras(post.id()).orElseThrow().privacy()).isEqualTo("private");
    }

    @Test
    void whatYouTubeMakesPublicIsPublishedWhenItIsSeen() {
        var post = taken(video(film(), released(RELEASE))).post();

        assertThat(stage.now()).isEqualTo(RELEASED.plusSeconds(60));
        assertThat(stage.site().extras(post.id()).orElseThrow().privacy()).isEqualTo("public");
        assertThat(post.since()).isEqualTo(RELEASED);
        assertThat(post.note()).isEmpty();
    }

    @Test
    void untilThenTheStoryTellsWhenItIsPublic() {
        var delivery = video(film(), released(RELEASE));
        var at = handedOver(delivery);

        assertThat(at.out()).isEmpty();
        assertThat(at.complete()).isFalse();
        assertThat(publisher.perform(at, delivery, session()))
                .isEqualTo(new Outcome.HandedOver<>(
                        at, RELEASED.plusSeconds(60), "handed over; YouTube makes it public at: " + RELEASE));
    }

    private At.Release handedOver(Delivery delivery) {
        var session = session();
        var upload = opened(delivery, session);
        var sent = ((Next<At>) publisher.perform(upload, delivery, session)).step();
        stage.passes(Duration.ofMinutes(5));
        return (At.Release) ((Next<At>) publisher.perform(sent, delivery, session)).step();
    }

    @Test
    void whatStaysPrivateIsLookedForForAnHourAndFails() {
        stage.site().audited(false);

        walked(video(film(), released(RELEASE))).end().isRefused("not-released");

        assertThat(stage.now()).isBetween(RELEASED.plus(Duration.ofHours(1)), RELEASED.plus(Duration.ofMinutes(75)));
    }

    @Test
    void whatAPersonDeletedMeanwhileIsGone() {
        assertThatThrownBy(() -> longAfterTheRelease("{\"items\":[]}"))
                .isInstanceOfSatisfying(
                        NetworkException.class, e -> assertThat(e.fault()).isEqualTo(YouTubeFaults.GONE));
    }

    @Test
    void whatYouTubeDoesNotTellIsNotTakenForPrivate() {
        assertThat(longAfterTheRelease("{\"items\":[{\"id\":\"v\",\"status\":{\"uploadStatus\":\"processed\"}}]}"))
                .isInstanceOf(Outcome.Later.class);
    }

    private Outcome<At> longAfterTheRelease(String answer) {
        var delivery = video(film(), released(RELEASE));
        var session = session();
        var reply = new Reply(200, Map.of(), answer.getBytes(StandardCharsets.UTF_8));
        var api = new YouTubeApi(
                YouTubeApp.from(stage.settings()), new Http(call -> reply), new YouTubeFaults(stage.clock()));
        var late = new YouTubePublisher(api, Clock.fixed(RELEASED.plus(Duration.ofHours(2)), ZoneOffset.UTC));
        return late.perform(new At.Release(new At.Made("v", "", true)), delivery, session);
    }

    /** The public shall see it whole; a comment has to wait until there is somebody to see it. */
    @Test
    void theExtrasComeBeforeTheReleaseAndTheCommentAfterIt() {
        var some = new Some();
        some.publishAt = RELEASE;
        some.playlists = List.of(GARDEN);
        some.comment = "First!";
        var delivery = video(some);
        assertThat(findings(delivery, Severity.WARNING)).isEmpty();

        var walked = taken(delivery);

        assertThat(walked.post().note()).isEmpty();
        assertThat(walked.paths().stream().filter(path -> path.startsWith("POST")))
                .containsSubsequence("POST /videos", "POST /playlistItems", "POST /commentThreads");
        assertThat(walked.moves().stream()
                        .map(MiniWalk.Move::step)
                        .filter(step -> !(step instanceof At.Processing))
                        .map(step -> step.getClass().getSimpleName())
                        .distinct())
                .containsExactly("Open", "Upload", "Playlist", "Release", "Comment");
        assertThat(walked.moves().stream()
                        .map(MiniWalk.Move::step)
                        .filter(At.Playlist.class::isInstance)
                        .map(Step::out))
                .containsOnly(List.of());
    }

    /** A video that YouTube rejected is dead: a person's new try uploads it again. One that is out stays. */
    @Test
    void aNewTryAfterTheVerdictKeepsTheVideo() {
        var made = new At.Made("abc", "", false);

        assertThat(new At.Processing("abc", 0).out()).isEmpty();
        assertThat(new At.Processing("abc", 0).complete()).isFalse();
        assertThat(List.of(
                        new At.Thumbnail(made, false),
                        new At.Playlist(made, 0, false),
                        new At.Subtitles(made, false),
                        new At.Comment(made, false)))
                .allSatisfy(at -> {
                    assertThat(at.out()).containsExactly("abc");
                    assertThat(at.complete()).isTrue();
                });
    }

    @Test
    void aShortHasAnAddressOfItsOwn() {
        var film = files.heavy.video(360, 640, Duration.ofSeconds(5));

        var post = taken(delivery("short", "Moss", "", film, plain())).post();

        assertThat(post.permalink()).asString().endsWith("/www/shorts/" + post.id());
    }

    @Test
    void aPlaylistThatIsGoneIsTriedTwiceAndThenOnlyNoted() {
        var some = new Some();
        some.playlists = List.of("PLgone", GARDEN);

        var walked = walked(video(some));

        var post = walked.post();
        assertThat(post.note()).startsWith("it could not be added to a playlist: PLgone: ");
        assertThat(walked.paths()).filteredOn("POST /playlistItems"::equals).hasSize(3);
        assertThat(stage.site().extras(post.id()).orElseThrow().playlists()).containsExactly("Ogród");
    }

    @Test
    void extrasWhoseAnswersWereLostAreNotDoneTwice() {
        var some = new Some();
        some.playlists = List.of(GARDEN, KITCHEN);
        some.captions = files.document("moss.srt", 20);
        some.language = "pl";
        some.comment = "First!";
        var delivery = video(some);
        // after the upload and three looks at its processing
        int first = 5;

        for (int request = first; request < first + 4; request++) {
            var post = walked(video(some), Map.of(request, Cut.ANSWER_LOST)).post();
            var extras = stage.site().extras(post.id()).orElseThrow();
            assertThat(extras.playlists()).containsExactly("Ogród", "Kuchnia");
            assertThat(extras.captions()).containsExactly("pl");
            assertThat(extras.comments()).containsExactly("First!");
            assertThat(post.note()).isEmpty();
        }
        assertThat(errors(delivery)).isEmpty();
    }

    @Test
    void aCommentWhereThereAreNoneIsOnlyNoted() {
        var some = new Some();
        some.comment = "First!";
        some.privacy = Privacy.PRIVATE;

        assertThat(taken(video(some)).post().note()).startsWith("the first comment was refused: ");
    }

    @Test
    void aDaysQuotaThatEndsBeforeTheExtrasOnlyDelaysThem() {
        var some = new Some();
        some.playlists = List.of(GARDEN);
        stage.site().quota(10, 51);

        var post = taken(video(some)).post();

        assertThat(post.note()).isEmpty();
        assertThat(stage.site().extras(post.id()).orElseThrow().playlists()).containsExactly("Ogród");
    }
}
