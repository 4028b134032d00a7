package planner.adapter.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.MiniWalk.End;
import planner.adapter.contract.TestFiles;
import planner.adapter.contract.Wire;
import planner.network.ChoiceReader.Choice;
import planner.network.Credential;
import planner.network.InsightReader.Metric;
import planner.network.Session;

/** Numbers and pick lists. */
class ThreadsReadersTest extends ThreadsStand {
    private final Session session = session();

    private ThreadsApi api(Wire wire) {
        return new ThreadsApi(ThreadsApp.from(stage.settings()), new planner.adapter.kit.Http(wire));
    }

    private ThreadsApi api() {
        return api(new Wire(stage.transport()));
    }

    @Test
    void whateverPassesAPostOnIsShared() {
        var answer = """
                {"data":[{"name":"views","values":[{"value":100}]},{"name":"reposts","values":[{"value":3}]},\
                {"name":"quotes","values":[{"value":2}]},{"name":"shares","values":[{"value":1}]},\
                {"name":"replies","values":[{"value":0}]}]}""";
        var insights = new ThreadsInsights(api(new Wire(answering("GET", "/insights", reply(200, answer)))));

        assertThat(insights.ofPost("1", session))
                .isEqualTo(Map.of(Metric.VIEWS, 100L, Metric.SHARES, 6L, Metric.COMMENTS, 0L));
    }

    @Test
    void aPostGathersNumbersAndAProfileFollowers() {
        var end = (End.Published) walked(stage.transport(), delivery("thread"), session);
        stage.passes(Duration.ofHours(6));
        var insights = new ThreadsInsights(api());

        assertThat(insights.ofPost(end.post().id(), session))
                .containsKeys(Metric.VIEWS, Metric.LIKES)
                .containsEntry(Metric.COMMENTS, 2L);
        assertThat(insights.ofAccount(session)).isEqualTo(Map.of(Metric.FOLLOWERS, 9_310L));
    }

    /** It must not look like a channel that has to be connected again. */
    @Test
    void withoutItsPermissionNothingIsCounted() {
        var narrow = new Credential(session.credential().access(), null, null, Set.of("threads_basic"), Map.of());
        var wire = new Wire(stage.transport());
        var insights = new ThreadsInsights(api(wire));
        var poor = new Session(session.account(), narrow, TestFiles.FILES);

        assertThat(insights.ofPost("1", poor)).isEmpty();
        assertThat(insights.ofAccount(poor)).isEmpty();
        assertThat(wire.count()).isZero();
    }

    @Test
    void onesOwnPostsCanBeQuoted() {
        assertThat(new ThreadsChoices(api()).choices(ThreadsChoices.POSTS, Map.of(), session))
                .contains(new Choice(ThreadsSamples.QUOTED, "We are on Threads now. What shall we bake first?", true));
    }

    @Test
    void placesAreSearchedByAWord() {
        var wire = new Wire(stage.transport());
        var choices = new ThreadsChoices(api(wire));

        assertThat(choices.choices(ThreadsChoices.LOCATIONS, Map.of("place", " lip "), session))
                .containsExactly(
                        new Choice(ThreadsSamples.PLACE, "Kawiarnia pod Lipą, ul. Lipowa 4, Kraków, Poland", true));
        int before = wire.count();
        assertThat(choices.choices(ThreadsChoices.LOCATIONS, Map.of(), session)).isEmpty();
        assertThat(choices.choices("other", Map.of(), session)).isEmpty();
        assertThat(wire.count()).as("a search without a word").isEqualTo(before);
    }
}
