package planner.adapter.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import planner.adapter.x.XApi.Entities;
import planner.adapter.x.XApi.Reference;
import planner.adapter.x.XApi.Seen;
import planner.adapter.x.XApi.Url;

class XTextTest {
    @Test
    void shortenedLinksAndEscapesComeBackAsWritten() {
        var seen = new Seen(
                "1",
                "Tea &amp; cake &lt;3 https://t.co/a",
                new Entities(List.of(new Url("https://t.co/a", "https://example.com/x?a=1&b=2", null))),
                null);
        assertThat(XText.asWritten(seen)).isEqualTo(XText.plain("Tea & cake <3 https://example.com/x?a=1&b=2"));
    }

    @Test
    void theLinkToAttachedMediaIsNotPartOfTheText() {
        var seen = new Seen(
                "1",
                "Look https://t.co/m",
                new Entities(List.of(new Url("https://t.co/m", "https://x.com/ada/status/1/photo/1", "3_1"))),
                null);
        assertThat(XText.asWritten(seen)).isEqualTo("Look");
    }

    @Test
    void aLinkWrittenWithoutSchemeIsTheSameLink() {
        var seen = new Seen(
                "1",
                "see https://t.co/b",
                new Entities(List.of(new Url("https://t.co/b", "http://example.com", null))),
                null);
        assertThat(XText.asWritten(seen)).isEqualTo(XText.plain("see example.com"));
    }

    @Test
    void onlyARepliedToReferenceIsAParent() {
        var reply = new Seen("2", "b", null, List.of(new Reference("quoted", "9"), new Reference("replied_to", "1")));
        assertThat(XText.repliesTo(reply)).contains("1");
        assertThat(XText.repliesTo(new Seen("3", "c", null, null))).isEmpty();
    }

    @Test
    void theAddressesOfOnePostAreTheSame() {
        for (var address : List.of(
                "https://x.com/ada/status/19",
                "https://twitter.com/Ada/status/19?s=20",
                "https://mobile.twitter.com/ada/status/19",
                "https://x.com/i/web/status/19")) {
            assertThat(XText.plain("Look " + address)).as(address).isEqualTo("Look status/19");
        }
        assertThat(XText.plain("https://x.com/ada/status/20")).isNotEqualTo(XText.plain("https://x.com/ada/status/19"));
        assertThat(XText.plain("https://notx.com/ada/status/19")).isEqualTo("notx.com/ada/status/19");
    }
}
