package planner.adapter.facebook;

import planner.adapter.contract.ErrorsContract;
import planner.adapter.kit.Reply;
import planner.network.Fault;

class FacebookErrorsTest extends ErrorsContract {
    @Override
    protected String network() {
        return "facebook";
    }

    @Override
    protected Fault fault(String door, Reply reply) {
        return FacebookFaults.GRAPH.of(reply);
    }
}
