package planner.adapter.bluesky;

import java.util.List;
import java.util.UUID;
import planner.adapter.contract.ErrorsContract;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.TestFiles;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Fault;
import planner.network.Session;

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

    /** The record of an earlier try is there already; a list that a post names is asked for. */
    @Override
    protected MiniWalk.End outcome(String door, Reply reply) {
        try (var stage = new PaperStage()) {
            var options = door.equals("getRecord")
                    ? "{'replies':'CHOSEN','replyLists':['" + BlueskySamples.LIST + "']}"
                    : "{}";
            var wire = new Wire(call -> {
                boolean asked = call.uri().getPath().endsWith("." + door);
                boolean first = asked && stage.pds.records.isEmpty();
                var own = stage.pds.send(call);
                return first ? reply : own;
            });
            var network = new Bluesky(stage.settings(), new Http(wire), stage.clock());
            var grant = stage.connect(network);
            var session = new Session(grant.account(), grant.credential(), TestFiles.FILES);
            var delivery = new Delivery(
                    new UUID(1, 1),
                    stage.now(),
                    BlueskyCapabilities.POST,
                    "",
                    List.of(new Part("Moss", List.of())),
                    BlueskySamples.options(options));
            return MiniWalk.of(network, stage, wire, session, delivery).run();
        }
    }
}
