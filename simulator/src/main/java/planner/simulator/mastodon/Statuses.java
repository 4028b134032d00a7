package planner.simulator.mastodon;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.World;
import tools.jackson.databind.JsonNode;

/** What was posted. A key that came within the hour answers with the post that it made. */
final class Statuses {
    private static final Set<String> FIELDS = Set.of(
            "status",
            "media_ids",
            "poll",
            "in_reply_to_id",
            "sensitive",
            "spoiler_text",
            "visibility",
            "language",
            "quoted_status_id",
            "quote_approval_policy");
    private static final Duration KEY = Duration.ofHours(1);
    /** Lists are read from a copy of the database that comes a little later. */
    private static final Duration LISTED_AFTER = Duration.ofSeconds(20);

    private static final int MOST_LISTED = 40;

    private final World world;
    private final MediaDesk desk;
    private final List<Status> all = new ArrayList<>();
    private final Map<String, Made> keys = new HashMap<>();
    private long lastId;

    Statuses(World world, MediaDesk desk) {
        this.world = world;
        this.desk = desk;
    }

    private record Made(String id, Instant at) {}

    synchronized List<Status> all() {
        return List.copyOf(all);
    }

    synchronized Answer create(Ask ask, Access.Signed signed, Rules rules) {
        signed.need("write:statuses");
        String key = signed.who().id() + " " + ask.header("idempotency-key").orElse("");
        Optional<Status> made = made(key);
        if (made.isPresent()) {
            return Answer.json(200, json(made.get()));
        }
        JsonNode body = Bodies.json(world, ask, FIELDS);
        Status status = new Draft(world, desk, this, signed.who(), rules).read(ask, body);
        all.add(status);
        if (ask.header("idempotency-key").isPresent()) {
            keys.put(key, new Made(status.id(), status.at()));
        }
        return Answer.json(200, json(status));
    }

    private Optional<Status> made(String key) {
        return Optional.ofNullable(keys.get(key))
                .filter(it -> world.clock().instant().isBefore(it.at().plus(KEY)))
                .flatMap(it -> find(it.id()));
    }

    String nextId() {
        lastId = Math.max(lastId + 1, world.clock().instant().toEpochMilli() << 16);
        return "" + lastId;
    }

    synchronized Optional<Status> find(String id) {
        return all.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    synchronized boolean attached(String medium) {
        return all.stream()
                .flatMap(it -> it.media().stream())
                .anyMatch(it -> it.id().equals(medium));
    }

    Answer one(String id, Access.Signed signed) {
        signed.need("read:statuses");
        return Answer.json(200, json(find(id).orElseThrow(MastodonError::notFound)));
    }

    synchronized Answer delete(String id, Access.Signed signed) {
        signed.need("write:statuses");
        Status status = find(id).filter(it -> it.author().equals(signed.who())).orElseThrow(MastodonError::notFound);
        all.remove(status);
        return Answer.json(200, json(status));
    }

    /** Newest first. */
    Answer of(String account, Ask ask, Access.Signed signed) {
        signed.need("read:statuses");
        Map<String, String> query = Bodies.query(
                world,
                ask,
                Set.of("limit", "max_id", "since_id", "min_id", "exclude_reblogs", "exclude_replies", "only_media"));
        int most = Math.clamp(Long.parseLong(query.getOrDefault("limit", "20")), 1, MOST_LISTED);
        long before = Long.parseLong(query.getOrDefault("max_id", "" + Long.MAX_VALUE));
        Instant now = world.clock().instant();
        return Answer.json(
                200,
                all().reversed().stream()
                        .filter(it -> it.author().id().equals(account))
                        .filter(it -> !it.at().plus(LISTED_AFTER).isAfter(now))
                        .filter(it -> Long.parseLong(it.id()) < before)
                        .limit(most)
                        .map(this::json)
                        .toList());
    }

    long count(People who) {
        return all().stream().filter(it -> it.author().equals(who)).count();
    }

    String address(Status status) {
        return world.base() + "/mastodon/@" + status.author().handle() + "/" + status.id();
    }

    private Map<String, Object> json(Status status) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", status.id());
        json.put("created_at", status.at().truncatedTo(ChronoUnit.MILLIS).toString());
        json.put("in_reply_to_id", status.parent().isEmpty() ? null : status.parent());
        json.put("sensitive", status.sensitive());
        json.put("spoiler_text", status.warning());
        json.put("visibility", status.visibility());
        json.put("language", status.language().isEmpty() ? null : status.language());
        json.put("url", address(status));
        json.put("replies_count", answers(status));
        json.put("reblogs_count", 2);
        json.put("favourites_count", 5);
        json.put("quotes_count", 1);
        json.put(
                "content",
                Content.html(
                        status.text(), find(status.quoted()).map(this::address).orElse("")));
        json.put("reblog", null);
        json.put("account", Map.of("id", status.author().id()));
        json.put("media_attachments", status.media().stream().map(desk::json).toList());
        json.put(
                "poll",
                status.choices().isEmpty()
                        ? null
                        : Map.of(
                                "id", status.id(),
                                "options",
                                        status.choices().stream()
                                                .map(it -> Map.of("title", it, "votes_count", 0))
                                                .toList()));
        return json;
    }

    private long answers(Status status) {
        return all().stream().filter(it -> it.parent().equals(status.id())).count();
    }
}
