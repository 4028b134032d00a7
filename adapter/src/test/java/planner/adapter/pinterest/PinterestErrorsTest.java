package planner.adapter.pinterest;

import planner.adapter.contract.ErrorsContract;
import planner.adapter.kit.Reply;
import planner.network.Fault;

class PinterestErrorsTest extends ErrorsContract {
    @Override
    protected String network() {
        return "pinterest";
    }

    @Override
    protected Fault fault(String door, Reply reply) {
        return switch (door) {
            case "upload" -> PinterestFaults.ofLastUpload(reply);
            case "media" -> PinterestFaults.MEDIA;
            default -> PinterestFaults.of(reply);
        };
    }
}
