package planner.adapter.tiktok;

import planner.adapter.contract.ErrorsContract;
import planner.adapter.kit.Reply;
import planner.network.Fault;

class TikTokErrorsTest extends ErrorsContract {
    @Override
    protected String network() {
        return "tiktok";
    }

    @Override
    protected Fault fault(String door, Reply reply) {
        return switch (door) {
            case "fail_reason" -> TikTokFaults.ofProcessing(reply.text());
            case "refresh" -> refusedRefresh(http -> new TikTok(NO_SETTINGS, http, NOW), reply);
            default -> TikTokFaults.of(reply);
        };
    }
}
