package planner.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.OneWay;
import planner.adapter.contract.SpecCheck;
import planner.network.Network;

/** What only accounts with a Page have. */
class InstagramByFacebookOptionsTest extends InstagramStand {
    @Override
    Network network() {
        return new OneWay(super.network(), "facebook");
    }

    /** The house checks the number before a post is scheduled. */
    @Test
    void twoMayHavePaidAndNoMore() {
        assertThat(most("sponsors")).isEqualTo(2);
        var picture = List.of(files.jpeg(400, 400, 0));

        taken(delivery("feed", picture, paid("17841400000000007", "17841400000000008")));
        walked(delivery("feed", picture, paid("17841400000000007", "17841400000000008", "17841400000000009")))
                .isRefused("100");
    }

    @Test
    void whoPaidIsNamedByNumber() {
        refused(delivery("feed", List.of(files.jpeg(400, 400, 0)), paid("anna")), "instagram.sponsor", "100");
    }

    @Test
    void theLabelStandsWithoutNamesToo() {
        var label = InstagramSamples.options(Map.of("paidPartnership", true));

        taken(delivery("reel", List.of(files.video(360, 640, Duration.ofSeconds(4))), label));
        var spec = new NodeCheck(SpecCheck.folder("instagram"));
        assertThat(wire.sent())
                .filteredOn(it -> it.text().contains("is_paid_partnership=true"))
                .hasSize(1)
                .allSatisfy(spec::check);
    }

    private static InstagramOptions paid(String... ids) {
        return InstagramSamples.options(Map.of("sponsors", List.of(ids)));
    }

    @Test
    void aCoverIsFetchedThoughTheVideoIsSent() {
        var cover = files.jpeg(360, 640, 0);
        var end = walked(delivery(
                "reel",
                List.of(files.video(360, 640, Duration.ofSeconds(4))),
                InstagramSamples.options(Map.of("cover", cover))));

        assertThat(end).isInstanceOf(MiniWalk.End.Published.class);
        assertThat(wire.sent())
                .anyMatch(it ->
                        it.text().contains("upload_type=resumable") && it.text().contains("cover_url="));
    }
}
