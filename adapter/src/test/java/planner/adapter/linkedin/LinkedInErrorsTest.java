package planner.adapter.linkedin;

import planner.adapter.contract.ErrorsContract;
import planner.adapter.kit.Reply;
import planner.network.Fault;

class LinkedInErrorsTest extends ErrorsContract {
    @Override
    protected String network() {
        return "linkedin";
    }

    @Override
    protected Fault fault(String door, Reply reply) {
        return LinkedInFaults.of(reply, NOW);
    }
}
