package planner.publish;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import planner.network.NetworkId;
import planner.publish.PublicationViews.AttemptView;
import planner.publish.PublicationViews.Cursor;
import planner.publish.PublicationViews.Filter;
import planner.publish.PublicationViews.Order;
import planner.publish.PublicationViews.Page;
import planner.publish.Publications.Verdict;
import planner.workspace.Caller;
import planner.workspace.Problem;
import planner.workspace.Scope;

/** What is on its way, what became of it, and what a person may do about it. */
@RestController
@RequestMapping("/api/publications")
class PublicationController {
    private static final int MOST = 200;

    private final Publications publications;
    private final PublicationViews views;

    PublicationController(Publications publications, PublicationViews views) {
        this.publications = publications;
        this.views = views;
    }

    /** @param next where the next page begins; {@code null} = this is the last */
    record Items<T>(List<T> items, @Nullable String next) {}

    record VerdictInput(@Nullable String verdict, @Nullable String permalink) {}

    @GetMapping
    Items<PublicationView> list(
            Caller caller,
            @RequestParam @Nullable List<PublicationState> state,
            @RequestParam @Nullable UUID channel,
            @RequestParam(defaultValue = "false") boolean retrying,
            @RequestParam(defaultValue = "false") boolean warned,
            @RequestParam(defaultValue = "OLDEST") Order first,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        caller.require(Scope.READ);
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "range", 1, MOST);
        }
        var states = EnumSet.noneOf(PublicationState.class);
        if (state != null) {
            state.stream().filter(Objects::nonNull).forEach(states::add);
        }
        if (states.isEmpty()) {
            states = EnumSet.allOf(PublicationState.class);
        }
        var page = new Page(cursor == null || cursor.isEmpty() ? null : cursor(cursor), limit + 1, first);
        var filter = new Filter(states, channel, retrying, warned);
        var found = views.list(caller.workspace(), filter, page, caller.locale());
        if (found.size() <= limit) {
            return new Items<>(found, null);
        }
        return new Items<>(found.subList(0, limit), text(found.get(limit - 1)));
    }

    @GetMapping("/counts")
    Map<String, Long> counts(Caller caller) {
        caller.require(Scope.READ);
        return views.counts(caller.workspace());
    }

    @GetMapping("/{id}")
    PublicationView get(Caller caller, @PathVariable UUID id) {
        caller.require(Scope.READ);
        return views.get(caller.workspace(), new PublicationId(id), caller.locale());
    }

    @GetMapping("/{id}/attempts")
    Items<AttemptView> story(Caller caller, @PathVariable UUID id) {
        var seen = get(caller, id);
        return new Items<>(views.story(new PublicationId(id), new NetworkId(seen.network()), caller.locale()), null);
    }

    @PutMapping("/{id}/verdict")
    PublicationView verdict(Caller caller, @PathVariable UUID id, @RequestBody VerdictInput input) {
        caller.require(Scope.WRITE);
        var verdict = input.verdict();
        if (verdict == null) {
            throw Problem.invalid("verdict", "required");
        }
        return publications.verdict(
                caller.workspace(),
                new PublicationId(id),
                known(verdict),
                permalink(input.permalink()),
                caller.locale());
    }

    /** Tries a failed one again, or releases a held one. */
    @PostMapping("/{id}/attempts")
    PublicationView retry(Caller caller, @PathVariable UUID id) {
        caller.require(Scope.WRITE);
        return publications.retry(caller.workspace(), new PublicationId(id), caller.locale());
    }

    @PutMapping("/{id}/hold")
    PublicationView hold(Caller caller, @PathVariable UUID id) {
        caller.require(Scope.WRITE);
        return publications.hold(caller.workspace(), new PublicationId(id), caller.locale());
    }

    @DeleteMapping("/{id}/hold")
    PublicationView release(Caller caller, @PathVariable UUID id) {
        caller.require(Scope.WRITE);
        return publications.release(caller.workspace(), new PublicationId(id), caller.locale());
    }

    private static Verdict known(String text) {
        for (var verdict : Verdict.values()) {
            if (verdict.name().equals(text)) {
                return verdict;
            }
        }
        throw Problem.invalid("verdict", "unknown");
    }

    private static @Nullable URI permalink(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var link = URI.create(text.strip());
            if ("https".equals(link.getScheme()) || "http".equals(link.getScheme())) {
                return link;
            }
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("permalink", "malformed");
        }
        throw Problem.invalid("permalink", "malformed");
    }

    private static String text(PublicationView last) {
        var plain = last.dueAt() + " " + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static Cursor cursor(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int space = plain.indexOf(' ');
            return new Cursor(Instant.parse(plain.substring(0, space)), UUID.fromString(plain.substring(space + 1)));
        } catch (RuntimeException e) {
            throw Problem.invalid("cursor", "malformed");
        }
    }
}
