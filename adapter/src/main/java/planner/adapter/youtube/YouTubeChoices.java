package planner.adapter.youtube;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import planner.network.ChoiceReader;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Session;

/** The categories of the operator's country, and the channel's own playlists. */
final class YouTubeChoices implements ChoiceReader {
    static final String CATEGORIES = "categories";
    static final String PLAYLISTS = "playlists";

    private static final int MOST_PAGES = 10;

    /** Assignable everywhere; developers.google.com/youtube/v3/docs/videoCategories, 2026-09. */
    private static final List<Choice> EVERYWHERE = List.of(
            new Choice("1", "Film & Animation", true),
            new Choice("2", "Autos & Vehicles", true),
            new Choice("10", "Music", true),
            new Choice("15", "Pets & Animals", true),
            new Choice("17", "Sports", true),
            new Choice("19", "Travel & Events", true),
            new Choice("20", "Gaming", true),
            new Choice("22", "People & Blogs", true),
            new Choice("23", "Comedy", true),
            new Choice("24", "Entertainment", true),
            new Choice("25", "News & Politics", true),
            new Choice("26", "Howto & Style", true),
            new Choice("27", "Education", true),
            new Choice("28", "Science & Technology", true),
            new Choice("29", "Nonprofits & Activism", true));

    private final YouTubeApi api;

    YouTubeChoices(YouTubeApi api) {
        this.api = api;
    }

    @Override
    public List<Choice> choices(String list, Map<String, String> context, Session session) {
        var token = session.credential().access();
        return switch (list) {
            case CATEGORIES -> categories(token);
            case PLAYLISTS -> playlists(token);
            default -> List.of();
        };
    }

    /** A used-up quota is no reason to leave the person without a category. */
    private List<Choice> categories(String token) {
        try {
            return api.categories(token).stream()
                    .filter(category -> category.snippet().assignable())
                    .map(category ->
                            new Choice(category.id(), named(category.snippet().title(), category.id()), true))
                    .toList();
        } catch (NetworkException e) {
            return switch (e.fault()) {
                case Fault.Busy busy -> EVERYWHERE;
                case Fault.Unavailable unavailable -> EVERYWHERE;
                case Fault.Rejected rejected -> throw e;
                case Fault.Expired expired -> throw e;
                case Fault.Revoked revoked -> throw e;
            };
        }
    }

    private List<Choice> playlists(String token) {
        var choices = new ArrayList<Choice>();
        var page = "";
        for (int i = 0; i < MOST_PAGES; i++) {
            var answer = api.playlists(page, token);
            for (var playlist : Objects.requireNonNullElse(answer.items(), List.<YouTubeApi.Playlist>of())) {
                var snippet = playlist.snippet();
                choices.add(new Choice(
                        playlist.id(), named(snippet == null ? null : snippet.title(), playlist.id()), true));
            }
            page = Objects.requireNonNullElse(answer.nextPageToken(), "");
            if (page.isEmpty()) {
                break;
            }
        }
        return List.copyOf(choices);
    }

    private static String named(@Nullable String title, String id) {
        return title == null || title.isBlank() ? id : title;
    }
}
