package planner.adapter.telegram;

import java.util.Map;
import planner.network.InsightReader;
import planner.network.Session;

/** Only the number of members can be asked for; reactions come by webhook alone, views not at all. */
final class TelegramInsights implements InsightReader {
    private final TelegramApi api;

    TelegramInsights(TelegramApi api) {
        this.api = api;
    }

    @Override
    public Map<Metric, Long> ofPost(String remotePostId, Session session) {
        return Map.of();
    }

    @Override
    public Map<Metric, Long> ofAccount(Session session) {
        var chat = Long.parseLong(session.account().id());
        return Map.of(
                Metric.FOLLOWERS, api.getChatMemberCount(session.credential().access(), chat));
    }
}
