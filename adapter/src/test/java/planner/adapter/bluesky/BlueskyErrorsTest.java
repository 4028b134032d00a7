package planner.adapter.bluesky;

import planner.adapter.contract.ErrorsContract;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;

class BlueskyErrorsTest extends ErrorsContract {
    @Override
    protected String network() {
        return "bluesky";
    }

    @Override
    protected Fault fault(String door, Reply reply) {
        var tree = Json.tree(reply);
        return switch (door) {
            case "getSession" -> Accounts.inactive(tree.path("status").asString());
            case "getUploadLimits" ->
                BlueskyFaults.noUploads(
                        tree.path("error").asString(""), tree.path("message").asString(""));
            case "getJobStatus" -> {
                var job = tree.path("jobStatus");
                yield BlueskyFaults.ofJob(
                        job.path("failureCode").asString(), job.path("message").asString());
            }
            default -> new BlueskyFaults(NOW).classify(reply);
        };
    }
}
