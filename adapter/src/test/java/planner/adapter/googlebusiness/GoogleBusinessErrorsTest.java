package planner.adapter.googlebusiness;

import planner.adapter.contract.ErrorsContract;
import planner.adapter.kit.Reply;
import planner.network.Fault;

class GoogleBusinessErrorsTest extends ErrorsContract {
    @Override
    protected String network() {
        return "google-business";
    }

    @Override
    protected Fault fault(String door, Reply reply) {
        return switch (door) {
            case "refresh" -> refusedRefresh(http -> new GoogleBusiness(NO_SETTINGS, http, NOW), reply);
            case "state" -> GoogleBusinessFaults.REJECTED;
            default -> GoogleBusinessFaults.of(reply);
        };
    }
}
