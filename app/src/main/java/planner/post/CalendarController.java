package planner.post;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import planner.channel.Channels;
import planner.workspace.Caller;
import planner.workspace.Problem;

/** A stretch of the calendar in one answer. */
@RestController
class CalendarController {
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final int MOST = 5_000;

    private final Posts posts;
    private final Channels channels;

    CalendarController(Posts posts, Channels channels) {
        this.posts = posts;
        this.channels = channels;
    }

    record ChannelRef(UUID id, String network) {}

    /** @param thumbnail of the first medium; {@code null} when there is none */
    record Card(
            UUID id,
            Instant at,
            String zone,
            PostState state,
            String line,
            List<ChannelRef> channels,
            @Nullable String thumbnail,
            int version,
            boolean movable) {}

    /** @param truncated there is more than one answer holds: ask for a shorter stretch */
    record Calendar(
            List<Card> items,

            @Schema(description = "There is more in this stretch than the first 5,000 posts: ask for a shorter one")
            boolean truncated) {}

    @GetMapping("/api/calendar")
    Calendar between(
            Caller caller,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam(required = false) @Nullable UUID channel,
            @RequestParam(required = false) @Nullable String network,
            @RequestParam(required = false) @Nullable PostState state,
            @RequestParam(required = false) @Nullable String q) {
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Problem.invalid("to", "stretch", LONGEST.toDays());
        }
        Map<UUID, String> networks = channels.all(caller.workspace()).stream()
                .collect(Collectors.toMap(
                        it -> it.id().value(), it -> it.network().value()));
        var filter = new PostStore.Filter(state, channel, q, from, to);
        var found = posts.calendar(caller.workspace(), filter, MOST + 1);
        var items = found.stream()
                .limit(MOST)
                .map(post -> card(post, networks))
                .filter(card -> network == null
                        || card.channels().stream().anyMatch(it -> it.network().equals(network)))
                .toList();
        return new Calendar(items, found.size() > MOST);
    }

    private static Card card(Post post, Map<UUID, String> networks) {
        var content = post.content();
        var line =
                content.text().lines().filter(it -> !it.isBlank()).findFirst().orElse(content.title());
        return new Card(
                post.id().value(),
                post.dueAt() == null ? post.createdAt() : post.dueAt(),
                post.zone().getId(),
                post.state(),
                line.length() > 200 ? line.substring(0, 200) : line,
                content.channels().stream()
                        .flatMap(id -> Optional.ofNullable(networks.get(id)).map(it -> new ChannelRef(id, it)).stream())
                        .toList(),
                content.media().isEmpty()
                        ? null
                        : "/api/media/" + content.media().getFirst().id() + "/thumbnail",
                post.version(),
                post.state().movable());
    }
}
