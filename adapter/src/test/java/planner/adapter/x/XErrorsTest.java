package planner.adapter.x;

import planner.adapter.contract.ErrorsContract;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;

class XErrorsTest extends ErrorsContract {
    @Override
    protected String network() {
        return "x";
    }

    @Override
    protected Fault fault(String door, Reply reply) {
        var error = Json.tree(reply).path("data").path("processing_info").path("error");
        return door.equals("processing") ? XFaults.ofProcessing(error) : XFaults.of(reply, NOW);
    }
}
