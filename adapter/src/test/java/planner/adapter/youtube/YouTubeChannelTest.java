package planner.adapter.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static planner.adapter.youtube.YouTubeSamples.plain;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import planner.adapter.google.DiscoveryCheck;
import planner.adapter.youtube.YouTubeSamples.Some;
import planner.network.ChoiceReader.Choice;
import planner.network.Connector;
import planner.network.Connector.Consent;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Finding;
import planner.network.InsightReader.Metric;
import planner.network.NetworkException;
import planner.network.Preflight;
import planner.network.Session;
import planner.simulator.Faults;
import planner.simulator.Faults.Kind;
import planner.simulator.Visitor;

/** Connecting, what can be picked, and what is counted. */
class YouTubeChannelTest extends YouTubeStand {
    private static final String FORCE = "https://www.googleapis.com/auth/youtube.force-ssl";
    private static final String REPORTS = "https://www.googleapis.com/auth/yt-analytics.readonly";

    private Credential consented(String account, Set<String> unticked) {
        var oauth = (Connector.OAuth2) network.connectors().getFirst();
        var consent = new Consent(
                URI.create("http://127.0.0.1:8080/connect/callback"),
                "state-1",
                "verifier-verifier-verifier-verifier-verifier-1");
        try (var visitor = new Visitor()) {
            var callback = Visitor.query(visitor.allow(oauth.consentPage(consent), account, unticked));
            return oauth.exchange(callback.getOrDefault("code", ""), consent);
        }
    }

    private Fault refusal(Credential credential) {
        var thrown = catchThrowableOfType(
                NetworkException.class, () -> network.connectors().getFirst().accounts(credential));
        return thrown.fault();
    }

    @Test
    void aChannelIsWhatThePersonPicked() {
        var grants = network.connectors().getFirst().accounts(consented("UCadawdrodze000000000000", Set.of()));

        assertThat(grants).singleElement().satisfies(grant -> {
            assertThat(grant.account().name()).isEqualTo("Ada w drodze");
            assertThat(grant.account().handle()).isEqualTo("adawdrodze");
            assertThat(grant.account().avatar()).isNotNull();
            assertThat(grant.account().details())
                    .containsEntry("uploads", "UUadawdrodze000000000000")
                    .containsEntry("longUploads", "eligible");
        });
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void aBoxThatWasUntickedIsNamed() {
        assertThat(refusal(consented("", Set.of(FORCE)))).isEqualTo(new Fault.Rejected("missing_scope", FORCE));
    }

    @Test
    void anAccountWithoutAChannelIsToldToMakeOne() {
        assertThat(refusal(consented("nobody", Set.of())))
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("youtubeSignupRequired"));
    }

    @Test
    void anUnverifiedChannelHasAQuarterOfAnHourAndNoThumbnails() {
        var grant = network.connectors()
                .getFirst()
                .accounts(consented("UCadawdrodze000000000000", Set.of()))
                .getFirst();
        var some = new Some();
        some.thumbnail = files.heavy.jpeg(1280, 720, 0);
        var full = video(lasting(Duration.ofMinutes(15)), some.options());
        var over = video(lasting(Duration.ofMinutes(15).plusSeconds(1)), plain());

        assertThat(Preflight.check(network, full, grant.account())).isEmpty();
        assertThat(Preflight.check(network, over, grant.account()))
                .extracting(Finding::rule)
                .containsExactly("youtube.long-uploads");
        var session = new Session(grant.account(), grant.credential(), files);
        var wire = new Wire(stage.transport());
        assertThat(MiniWalk.of(network(wire), stage, wire, session, full).run())
                .isInstanceOfSatisfying(
                        MiniWalk.End.Published.class,
                        end -> assertThat(end.post().note()).startsWith("the thumbnail was refused: "));
        assertThat(MiniWalk.of(network(wire), stage, wire, session, over).run())
                .isInstanceOfSatisfying(
                        MiniWalk.End.Failed.class,
                        end -> assertThat(end.fault()).isEqualTo(new Fault.Rejected("length", "length")));
    }

    @Test
    void categoriesAndPlaylistsArePicked() {
        var choices = network.choices().orElseThrow();
        var session = session();

        assertThat(choices.choices("playlists", Map.of(), session))
                .containsExactly(
                        new Choice("PLzielonyogrod", "Ogród", true), new Choice("PLzielonykuchnia", "Kuchnia", true));
        assertThat(choices.choices("categories", Map.of(), session))
                .contains(new Choice("26", "Howto & Style", true))
                .noneMatch(choice -> choice.label().equals("Trailers"));
        assertThat(choices.choices("boards", Map.of(), session)).isEmpty();
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void aUsedUpQuotaStillLeavesTheCommonCategories() {
        var session = session();
        stage.site().quota(1, 0);

        assertThat(network.choices().orElseThrow().choices("categories", Map.of(), session))
                .extracting(Choice::value)
                .contains("22", "29");
    }

    @Test
    void whatYouTubeCountsIsRead() {
        var post = taken(video(film(), plain())).post();
        stage.passes(Duration.ofMinutes(50));
        var reader = network.insights().orElseThrow();

        assertThat(reader.ofPost(post.id(), session())).containsOnlyKeys(Metric.VIEWS, Metric.LIKES, Metric.COMMENTS);
        stage.passes(Duration.ofDays(4));
        assertThat(reader.ofPost(post.id(), session()))
                .containsOnlyKeys(Metric.VIEWS, Metric.LIKES, Metric.COMMENTS, Metric.SHARES);
        assertThat(reader.ofAccount(session()))
                .containsEntry(Metric.FOLLOWERS, 48_200L)
                .containsEntry(Metric.POSTS, 1L);
        assertThat(reader.ofPost("AAAAAAAAAAA", session())).isEmpty();
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void countsThatAreHiddenAreAbsent() {
        var some = new Some();
        some.audience = YouTubeOptions.Audience.MADE_FOR_KIDS;
        some.counts = false;
        var post = taken(video(some)).post();

        assertThat(network.insights().orElseThrow().ofPost(post.id(), session()))
                .containsOnlyKeys(Metric.VIEWS);
    }

    @Test
    void withoutTheReportsTheRestIsStillCounted() {
        var post = taken(video(film(), plain())).post();
        stage.passes(Duration.ofDays(4));
        var reader = network.insights().orElseThrow();
        var grant = network.connectors()
                .getFirst()
                .accounts(consented("", Set.of(REPORTS)))
                .getFirst();
        var unticked = new Session(grant.account(), grant.credential(), files);

        assertThat(reader.ofPost(post.id(), unticked)).containsOnlyKeys(Metric.VIEWS, Metric.LIKES, Metric.COMMENTS);
        var session = session();
        stage.faults().add(Faults.Fault.next("youtube", Kind.ERROR_BEFORE).at("GET", "/analytics/"));
        assertThat(reader.ofPost(post.id(), session)).containsOnlyKeys(Metric.VIEWS, Metric.LIKES, Metric.COMMENTS);
    }

    @Test
    void everythingThatIsReadIsInGooglesDescriptions() {
        var folder = SpecCheck.folder("youtube");
        var data = new DiscoveryCheck(folder.resolve("youtube-v3.discovery.json"), "/youtube/api");
        var reports = new DiscoveryCheck(folder.resolve("youtubeAnalytics-v2.discovery.json"), "/youtube/analytics");
        var session = session();
        var wire = new Wire(stage.transport());
        var watched = network(wire);
        var post = taken(video(film(), plain())).post();

        watched.connectors().getFirst().accounts(session.credential());
        watched.choices().orElseThrow().choices("categories", Map.of(), session);
        watched.choices().orElseThrow().choices("playlists", Map.of(), session);
        watched.insights().orElseThrow().ofPost(post.id(), session);
        watched.insights().orElseThrow().ofAccount(session);

        assertThat(wire.sent()).hasSizeGreaterThan(5);
        wire.sent().forEach(sent -> (reports.describes(sent) ? reports : data).check(sent));
    }

    @Test
    void aGrantIsNotRevokedForOneChannelAlone() {
        var session = session();

        network.connectors().getFirst().revoke(session.credential());

        assertThat(network.connectors().getFirst().accounts(session.credential()))
                .hasSize(1);
        assertThatThrownBy(() -> {
                    stage.revoke();
                    network.connectors().getFirst().accounts(session.credential());
                })
                .isInstanceOfSatisfying(
                        NetworkException.class, e -> assertThat(e.fault()).isInstanceOf(Fault.Expired.class));
    }
}
