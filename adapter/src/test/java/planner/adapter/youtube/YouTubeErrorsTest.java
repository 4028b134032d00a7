package planner.adapter.youtube;

import planner.adapter.contract.ErrorsContract;
import planner.adapter.kit.Reply;
import planner.network.Fault;

class YouTubeErrorsTest extends ErrorsContract {
    @Override
    protected String network() {
        return "youtube";
    }

    @Override
    protected Fault fault(String door, Reply reply) {
        return switch (door) {
            case "uploadStatus", "failureReason", "rejectionReason" -> YouTubeFaults.ofVerdict(reply.text());
            case "refresh" -> refusedRefresh(http -> new YouTube(NO_SETTINGS, http, NOW), reply);
            default -> new YouTubeFaults(NOW).of(reply);
        };
    }
}
