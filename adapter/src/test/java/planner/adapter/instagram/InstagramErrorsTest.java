package planner.adapter.instagram;

import planner.adapter.contract.ErrorsContract;
import planner.adapter.kit.Reply;
import planner.network.Fault;

class InstagramErrorsTest extends ErrorsContract {
    @Override
    protected String network() {
        return "instagram";
    }

    @Override
    protected Fault fault(String door, Reply reply) {
        return door.equals("container") ? InstagramFaults.ofContainer(reply.text()) : InstagramFaults.of(reply);
    }
}
