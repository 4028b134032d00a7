package planner.adapter.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static planner.adapter.tiktok.TikTokSamples.EVERYONE;
import static planner.adapter.tiktok.TikTokSamples.NOBODY;
import static planner.adapter.tiktok.TikTokSamples.direct;
import static planner.adapter.tiktok.TikTokSamples.disclosed;
import static planner.adapter.tiktok.TikTokSamples.pulled;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.Cut;
import planner.adapter.contract.MiniWalk;
import planner.adapter.kit.Http;
import planner.network.ChoiceReader.Choice;
import planner.network.Media;
import planner.network.Outcome;
import planner.network.RemotePost;

/** What the tables of the contract do not ask: audiences, pieces, and what is done when TikTok's answer is unwelcome. */
class TikTokPublisherTest extends TikTokStand {
    private static final String INIT = "/post/publish/video/init/";
    private static final String FRIENDS = "MUTUAL_FOLLOW_FRIENDS";

    private Media film() {
        return files.video(360, 640, Duration.ofSeconds(4));
    }

    private static RemotePost post(MiniWalk.End end) {
        assertThat(end).isInstanceOf(MiniWalk.End.Published.class);
        return ((MiniWalk.End.Published) end).post();
    }

    @Test
    void theAudienceMustBeChosen() {
        assertThat(errors(video(film(), direct(null)))).containsExactly("tiktok.privacy");
        assertThat(errors(video(film(), direct("")))).containsExactly("tiktok.privacy");
        assertThat(refused(video(film(), direct(null)), "privacy_level_option_mismatch")
                        .paths())
                .doesNotContain(INIT);
    }

    @Test
    void theAudiencesAreThoseOfTheCreator() {
        var choices = network.choices().orElseThrow();

        assertThat(choices.choices("privacy", Map.of(), session()))
                .extracting(Choice::value)
                .containsExactly(EVERYONE, FRIENDS, NOBODY);
        assertThat(refused(video(film(), direct("FOLLOWER_OF_CREATOR")), "privacy_level_option_mismatch")
                        .paths())
                .doesNotContain(INIT);
    }

    @Test
    void onlyAPublicPostHasAnAddressOfItsOwn() {
        var open = post(taken(video(film(), direct(EVERYONE))).end());
        var friends = post(taken(video(film(), direct(FRIENDS))).end());
        var alone = post(taken(video(film(), direct(NOBODY))).end());

        assertThat(open.permalink()).asString().endsWith("/@zielony.kat/video/" + open.id());
        assertThat(friends.permalink()).asString().endsWith("/@zielony.kat");
        assertThat(friends.note()).contains("public posts only");
        assertThat(alone.note()).contains("only to you");
    }

    @Test
    void advertisingIsDisclosedAndNeverHidden() {
        assertThat(errors(video(film(), disclosed(EVERYONE, false, false)))).containsExactly("tiktok.disclosure");
        assertThat(errors(video(film(), disclosed(NOBODY, false, true)))).containsExactly("tiktok.branded-private");
        refused(video(film(), disclosed(NOBODY, false, true)), "invalid_param");
        taken(video(film(), disclosed(EVERYONE, true, true)));
    }

    @Test
    void aVideoIsCutAsTikTokCountsPieces() {
        assertThat(ChunkPlan.of(4_000_000)).isEqualTo(new ChunkPlan(4_000_000, 4_000_000, 1));
        assertThat(ChunkPlan.of(20 << 20)).isEqualTo(new ChunkPlan(20 << 20, 20 << 20, 1));
        assertThat(ChunkPlan.of((20 << 20) + 1)).isEqualTo(new ChunkPlan((20 << 20) + 1, 10 << 20, 2));
        assertThat(ChunkPlan.of(4_000_000_000L)).isEqualTo(new ChunkPlan(4_000_000_000L, 10 << 20, 381));
        // the example of the media transfer guide
        var example = new ChunkPlan(50_000_123, 10_000_000, 5);
        assertThat(example.end(30_000_000)).isEqualTo(40_000_000);
        assertThat(example.end(40_000_000)).isEqualTo(50_000_123);
    }

    @Test
    void manyPiecesGoUpInOrder() {
        var large = files.video(360, 640, Duration.ofSeconds(4), 30, "avc1", 50_000_123);

        var walked = taken(video(large, direct(EVERYONE)));

        assertThat(ranges(walked))
                .containsExactly(
                        "bytes 0-10485759/50000123",
                        "bytes 10485760-20971519/50000123",
                        "bytes 20971520-31457279/50000123",
                        "bytes 31457280-50000122/50000123");
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void afterALostAnswerTheUploadGoesOnWhereItStands() {
        var large = files.video(360, 640, Duration.ofSeconds(4), 30, "avc1", 35_000_000);

        var walked = walked(video(large, direct(EVERYONE)), Map.of(2, Cut.ANSWER_LOST));

        post(walked.end());
        assertThat(ranges(walked))
                .containsExactly(
                        "bytes 0-10485759/35000000",
                        "bytes 0-10485759/35000000",
                        "bytes 10485760-20971519/35000000",
                        "bytes 20971520-34999999/35000000");
        assertThat(stage.visible()).hasSize(1);
    }

    private static List<String> ranges(Walked walked) {
        return walked.wire().sent().stream()
                .flatMap(sent -> sent.call().headers().entrySet().stream())
                .filter(header -> header.getKey().equals("Content-Range"))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Test
    void anUploadWhoseAddressEndedBeginsAnew() {
        var publisher =
                new TikTokPublisher(new TikTokApi(TikTokApp.from(stage.settings()), new Http(stage.transport())));
        var delivery = video(film(), direct(EVERYONE));
        var session = session();
        var opened =
                (Outcome.Next<TikTokPublisher.At>) publisher.perform(new TikTokPublisher.At.Open(0), delivery, session);
        stage.passes(Duration.ofMinutes(61));

        assertThat(publisher.perform(opened.step(), delivery, session))
                .isEqualTo(new Outcome.Next<>(new TikTokPublisher.At.Check(1)));
        assertThat(stage.visible()).isEmpty();
    }

    @Test
    void aVideoFromAnUnverifiedDomainIsUploaded() {
        stage.site().verify(Set.of("example.com"));

        var walked = taken(video(film(), pulled(EVERYONE)));

        assertThat(walked.paths()).filteredOn(INIT::equals).hasSize(2);
        assertThat(walked.paths()).contains("/upload/video/");
        assertThat(stage.visible()).containsExactly("Moss");
    }

    @Test
    void photosFromAnUnverifiedDomainAreRefused() {
        stage.site().verify(Set.of("example.com"));
        var photos = delivery("photos", "", "Leaves", List.of(files.jpeg(400, 400, 0)), direct(EVERYONE));

        refused(photos, "url_ownership_unverified");
    }

    @Test
    void anAppThatNobodyAuditedPostsForNobody() {
        stage.site().audited(false);

        refused(video(film(), direct(EVERYONE)), "unaudited_client_can_only_post_to_private_accounts");
    }

    /** Anybody may post without a word; such a post proves nothing. */
    @Test
    void aPostWithoutWordsIsNoEvidence() {
        var silent = delivery("video", "", "", List.of(film()), pulled(EVERYONE));

        var walked = walked(silent, Map.of(1, Cut.ANSWER_LOST));

        assertThat(walked.end()).isInstanceOf(MiniWalk.End.Unconfirmed.class);
        assertThat(stage.visible()).hasSize(1);
    }

    @Test
    void aDayHasFifteenPostsAndTheNextOneWaits() {
        for (int i = 0; i < 15; i++) {
            taken(video(film(), direct(NOBODY)));
        }
        var before = stage.now();

        var sixteenth = walked(video(film(), direct(NOBODY)));

        post(sixteenth.end());
        assertThat(stage.now()).isAfter(before.plus(Duration.ofHours(23)));
        assertThat(stage.visible()).hasSize(16);
    }
}
