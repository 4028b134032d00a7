package planner.adapter.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.TestFiles;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.network.Session;

/** What a person chose for a post can be seen on the sandbox's page. */
class XTimelineTest {
    private final XSamples samples = new XSamples();
    private final XSamples.Door stage = new XSamples.Door();

    @AfterEach
    void close() {
        stage.close();
    }

    private String shown(String name) throws IOException {
        var wire = new Wire(stage.transport());
        var network = new X(stage.settings(), new Http(wire), stage.clock());
        var grant = stage.connected(network);
        var sample = samples.all().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
        var session = new Session(grant.account(), grant.credential(), TestFiles.FILES);
        var delivery = sample.delivery(new UUID(0, 1), stage.now());
        assertThat(MiniWalk.of(network, stage, wire, session, delivery).run())
                .isInstanceOf(MiniWalk.End.Published.class);
        var web = ((MapEnvironment) stage.settings()).values().getOrDefault("web-url", "");
        return stage.transport().send(Call.get(URI.create(web))).text();
    }

    @Test
    void theCommunityAndWhoElseSeesIt() throws IOException {
        assertThat(shown("community"))
                .contains("Community 1700000000000000001 · Shared with followers")
                .contains("Paid partnership");
    }

    @Test
    void thatItIsForSubscribers() throws IOException {
        assertThat(shown("subscribers").split("Subscribers only", -1)).hasSize(3);
    }

    @Test
    void thePeopleThePlaceAndTheWarning() throws IOException {
        assertThat(shown("people"))
                .contains("With @ada_bakery, @grace_premium")
                .contains("Place 01a9a39529b27f36")
                .contains("Content warning: other");
    }

    @Test
    void theLanguageOfTheSubtitles() throws IOException {
        assertThat(shown("subtitles")).contains("Subtitles: PL");
    }

    @Test
    void theQuotedPost() throws IOException {
        assertThat(shown("quote")).contains("<blockquote class=\"option\">Post 1445880548472328192</blockquote>");
    }

    @Test
    void whoMayReplyAndThatAMachineWroteIt() throws IOException {
        assertThat(shown("text")).contains("Replies: following · Made with AI");
    }
}
