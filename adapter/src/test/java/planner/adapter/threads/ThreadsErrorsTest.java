package planner.adapter.threads;

import planner.adapter.contract.ErrorsContract;
import planner.adapter.kit.Reply;
import planner.network.Fault;

class ThreadsErrorsTest extends ErrorsContract {
    @Override
    protected String network() {
        return "threads";
    }

    @Override
    protected Fault fault(String door, Reply reply) {
        return door.equals("error_message") ? ThreadsFaults.ofContainer(reply.text()) : ThreadsFaults.of(reply);
    }
}
