package planner.adapter.mastodon;

import planner.adapter.contract.ErrorsContract;
import planner.adapter.kit.Reply;
import planner.network.Fault;

class MastodonErrorsTest extends ErrorsContract {
    @Override
    protected String network() {
        return "mastodon";
    }

    @Override
    protected Fault fault(String door, Reply reply) {
        return MastodonFaults.of(reply, NOW);
    }

    /** There is no sheet: the server's sentences are those of its source. */
    @Override
    protected boolean hasSheet() {
        return false;
    }
}
