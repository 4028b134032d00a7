package planner.adapter.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static planner.adapter.tiktok.TikTokSamples.direct;
import static planner.adapter.tiktok.TikTokSamples.inbox;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TikTokConsentTest extends TikTokStand {
    @Test
    void withoutConsentToTheTermsOfMusicNothingIsScheduled() {
        var film = files.video(360, 640, Duration.ofSeconds(4));
        var given = direct(TikTokSamples.EVERYONE);
        var refused = new TikTokOptions(
                given.mode(), given.privacy(), null, null, null, null, null, null, false, null, null, null, null, null);

        assertThat(errors(video(film, given))).isEmpty();
        assertThat(errors(video(film, refused))).containsExactly("tiktok.music");
        assertThat(errors(video(film, inbox(null))))
                .as("a draft is posted by the person")
                .isEmpty();
    }
}
