package planner.adapter.tiktok;

import java.util.List;
import java.util.Map;
import planner.network.ChoiceReader;
import planner.network.Session;

/** The privacy levels that this creator may choose from at this moment. */
final class TikTokChoices implements ChoiceReader {
    static final String PRIVACY = "privacy";

    private static final Map<String, String> NAMES = Map.of(
            "PUBLIC_TO_EVERYONE", "Everyone",
            "MUTUAL_FOLLOW_FRIENDS", "Friends",
            "FOLLOWER_OF_CREATOR", "Followers",
            "SELF_ONLY", "Only you");

    private final TikTokApi api;

    TikTokChoices(TikTokApi api) {
        this.api = api;
    }

    @Override
    public List<Choice> choices(String list, Map<String, String> context, Session session) {
        if (!list.equals(PRIVACY)) {
            return List.of();
        }
        boolean branded = Boolean.parseBoolean(context.getOrDefault("brandedContent", "false"));
        return api.creator(session.credential().access()).privacy().stream()
                .map(level -> new Choice(
                        level, NAMES.getOrDefault(level, level), !(branded && level.equals(TikTokRules.SELF_ONLY))))
                .toList();
    }
}
