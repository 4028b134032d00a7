package planner.adapter.threads;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import planner.network.ChoiceReader;
import planner.network.Session;

/** One's own newest posts to quote, and the places that a word finds. */
final class ThreadsChoices implements ChoiceReader {
    static final String POSTS = "posts";
    static final String LOCATIONS = "locations";

    private static final int LABEL = 60;

    private final ThreadsApi api;

    ThreadsChoices(ThreadsApi api) {
        this.api = api;
    }

    @Override
    public List<Choice> choices(String list, Map<String, String> context, Session session) {
        return switch (list) {
            case POSTS ->
                api.posts(Instant.EPOCH, session).stream()
                        .map(it -> new Choice(it.id(), label(it), true))
                        .toList();
            case LOCATIONS -> {
                var words = context.getOrDefault("place", "").strip();
                // a search counts against 500 a day
                yield words.isEmpty()
                        ? List.of()
                        : api.locations(words, session).stream()
                                .map(it -> new Choice(it.id(), label(it), true))
                                .toList();
            }
            default -> List.of();
        };
    }

    private static String label(ThreadsApi.Seen post) {
        var line = post.textOrEmpty().lines().findFirst().orElse(post.id());
        return line.codePointCount(0, line.length()) <= LABEL
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LABEL)) + "…";
    }

    private static String label(ThreadsApi.Location place) {
        var named = Stream.of(place.name(), place.address(), place.city(), place.country())
                .filter(it -> it != null && !it.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? place.id() : named;
    }
}
