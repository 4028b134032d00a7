package planner.adapter.reddit;

import planner.adapter.contract.ErrorsContract;
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
}
