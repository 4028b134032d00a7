package planner.adapter.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import planner.adapter.contract.ErrorsContract;
import planner.adapter.contract.MiniWalk;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;

class RedditErrorsTest extends ErrorsContract {
    @Override
    protected String network() {
        return "reddit";
    }

    @Override
    protected Fault fault(String door, Reply reply) {
        return switch (door) {
            case "upload" -> RedditFaults.ofUpload(reply);
            case "me" -> RedditAccounts.suspended(Json.tree(reply).path("name").asString());
            case "refresh" -> refusedRefresh(http -> new Reddit(NO_SETTINGS, http, NOW), reply);
            default -> RedditFaults.of(reply);
        };
    }

    /** Nobody listens at the websocket: what it would tell of is seen by the post that never appears. */
    @Override
    protected MiniWalk.End outcome(String door, Reply reply) {
        assertThat(door).isEqualTo("websocket");
        var stand = new RedditStand() {};
        try {
            stand.stage.site().loseFiles(true);
            var choice = RedditSamples.Choice.of(RedditStand.OPEN);
            var image = List.of(stand.files.jpeg(400, 300, 0));
            return stand.walked(stand.delivery("image", "My fern", "", image, choice))
                    .end();
        } finally {
            stand.close();
        }
    }
}
