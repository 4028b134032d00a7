package planner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import planner.DemoPosts.Fate;
import planner.DemoPosts.Sketch;
import planner.network.NetworkId;
import planner.simulator.Visitor;
import planner.workspace.Zones;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One walk of the demo's person through the house: connects every network of the sandbox, writes a month of posts. It goes
 * on where an earlier one was stopped: what is there already is not made again.
 */
final class DemoTour {
    private static final Logger LOG = LoggerFactory.getLogger(DemoTour.class);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    private static final int MOST_TRIES = 150;
    private static final int MOST_LISTED = 200;
    private static final Set<String> UNDER_WAY = Set.of("SCHEDULED", "PUBLISHING");

    private final DemoPerson person;
    private final SandboxHouse sandbox;
    private final Clock clock;
    private final ZonedDateTime today;
    /** What this person chose where preflight asked for it, by channel. */
    private final Map<String, Map<String, Object>> chosen = new LinkedHashMap<>();

    /** The channels of networks that want a title. */
    private final Set<String> titled = new HashSet<>();

    private final Map<String, JsonNode> options = new LinkedHashMap<>();

    private final Map<DemoPosts.Picture, List<String>> pictures = new LinkedHashMap<>();

    /** What an earlier walk wrote, by text, the oldest first. */
    private final Map<String, Deque<JsonNode>> written = new LinkedHashMap<>();

    DemoTour(DemoPerson person, SandboxHouse sandbox, Clock clock) {
        this.person = person;
        this.sandbox = sandbox;
        this.clock = clock;
        this.today = clock.instant().atZone(Zones.here()).truncatedTo(ChronoUnit.DAYS);
    }

    void walk() {
        for (var network : person.get("/api/networks").path("items")) {
            trying("connect " + network.path("id").asString(""), () -> connect(network));
        }
        pictures.put(DemoPosts.Picture.NONE, List.of());
        trying("upload", this::upload);
        for (var post : person.get("/api/posts?limit=" + MOST_LISTED).path("items")) {
            written.computeIfAbsent(post.path("text").asString(""), text -> new ArrayDeque<>())
                    .addFirst(post);
        }
        for (var sketch : DemoPosts.ALL) {
            trying("write", () -> write(sketch));
        }
    }

    /** A demo with one thing less is better than none. */
    private static void trying(String what, Runnable work) {
        try {
            work.run();
        } catch (DemoPerson.Refused | IllegalStateException e) {
            LOG.warn("The demo could not {}: {}", what, e.getMessage());
        }
    }

    private void connect(JsonNode network) {
        var id = network.path("id").asString("");
        var site = sandbox.site(new NetworkId(id)).orElseThrow(() -> new IllegalStateException("no sandbox"));
        var secrets = site.demoSecrets();
        if (secrets.isEmpty()) {
            consent(id);
        } else {
            person.post("/api/channels/" + id, secrets);
        }
        for (var channel : person.get("/api/channels").path("items")) {
            if (channel.path("network").asString("").equals(id)) {
                var channelId = channel.path("id").asString("");
                chosen.put(channelId, new LinkedHashMap<>());
                options.put(channelId, network.path("options").path("properties"));
            }
        }
    }

    private void consent(String network) {
        var page =
                person.post("/api/channels/" + network + "/consent", Map.of()).path("url");
        try (var visitor = new Visitor()) {
            var back = person.comeBack(visitor.allow(URI.create(page.asString(""))));
            var choice = Visitor.query(back).get("choose");
            if (choice != null) {
                var first = person.get("/api/channel-choices/" + choice)
                        .path("accounts")
                        .path(0)
                        .path("id");
                person.post("/api/channel-choices/" + choice, Map.of("accounts", List.of(first.asString(""))));
            }
        }
    }

    private void upload() {
        var there = new LinkedHashMap<String, String>();
        for (var asset : person.get("/api/media?limit=" + MOST_LISTED).path("items")) {
            there.put(asset.path("name").asString(""), id(asset));
        }
        UnaryOperator<String> picture =
                name -> Optional.ofNullable(there.get(name)).orElseGet(() -> picture(name));
        var photos = Stream.of("photo-1.jpg", "photo-2.jpg", "photo-3.jpg")
                .map(picture)
                .toList();
        pictures.put(DemoPosts.Picture.PHOTO, photos.subList(0, 1));
        pictures.put(DemoPosts.Picture.OTHER, photos.subList(1, 2));
        pictures.put(DemoPosts.Picture.GALLERY, photos);
        pictures.put(DemoPosts.Picture.FILM, List.of(picture.apply("film.mp4")));
    }

    private String picture(String name) {
        try (var file = DemoTour.class.getResourceAsStream("/demo/" + name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            var type = name.endsWith(".mp4") ? "video/mp4" : "image/jpeg";
            return id(person.upload(name, type, file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Sketch sketch) {
        var media = pictures.get(sketch.picture());
        if (media == null) {
            return;
        }
        var channels = fitting(sketch, media);
        if (channels.isEmpty()) {
            return;
        }
        var earlier = Optional.ofNullable(written.get(sketch.text())).map(Deque::poll);
        if (earlier.filter(post -> !unfinished(post, sketch.fate())).isPresent()) {
            return;
        }
        var post =
                "/api/posts/" + id(earlier.orElseGet(() -> person.post("/api/posts", post(sketch, media, channels))));
        switch (sketch.fate()) {
            case DRAFT -> {}
            case NOW -> person.put(post + "/schedule", Map.of("now", true));
            case LOST -> lose(post);
            case SCHEDULED -> schedule(post, sketch);
            case HELD -> {
                for (var publication : schedule(post, sketch).path("publications")) {
                    person.put("/api/publications/" + id(publication) + "/hold", Map.of());
                }
            }
            case CANCELLED -> {
                schedule(post, sketch);
                person.delete(post + "/schedule");
            }
        }
    }

    /** Whether the earlier walk was stopped between writing this post and what comes of it. */
    private static boolean unfinished(JsonNode post, Fate fate) {
        var state = post.path("state").asString("");
        return switch (fate) {
            case DRAFT -> false;
            case CANCELLED -> state.equals("SCHEDULED");
            case HELD -> state.equals("DRAFT") || state.equals("SCHEDULED");
            case NOW, LOST, SCHEDULED -> state.equals("DRAFT");
        };
    }

    private JsonNode schedule(String post, Sketch sketch) {
        var at = today.plusDays(sketch.day()).with(LocalTime.of(sketch.hour(), 0));
        return person.put(
                post + "/schedule",
                Map.of(
                        "at",
                        at.toOffsetDateTime().toString(),
                        "zone",
                        today.getZone().getId()));
    }

    /** When all is quiet: what is armed must strike this post and nothing that anybody does later. */
    private void lose(String post) {
        until(() -> underWay("/api/publications?state=SCHEDULED,PUBLISHING", "items")
                .findAny()
                .isEmpty());
        sandbox.loseNextAnswers();
        try {
            person.put(post + "/schedule", Map.of("now", true));
            until(() -> underWay(post, "publications").noneMatch(sandbox::willLose));
        } finally {
            sandbox.loseNothingMore();
        }
    }

    /** The networks to which something is on its way at this moment; what is planned for later sends nothing. */
    private Stream<String> underWay(String where, String list) {
        var now = clock.instant();
        return person.get(where)
                .path(list)
                .valueStream()
                .filter(one -> UNDER_WAY.contains(one.path("state").asString("")))
                .filter(one -> !Instant.parse(one.path("dueAt").asString("")).isAfter(now))
                .map(one -> one.path("network").asString(""));
    }

    private static void until(BooleanSupplier done) {
        try {
            for (var tries = 0; !done.getAsBoolean(); tries++) {
                if (tries == MOST_TRIES) {
                    throw new IllegalStateException("the networks did not come to rest");
                }
                Thread.sleep(BETWEEN_TRIES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The channels that preflight has nothing against, once the options are chosen that it asks for. */
    private Set<String> fitting(Sketch sketch, List<String> media) {
        for (var finding : errors(sketch, media)) {
            choose(finding.path("channel").asString(""), finding.path("field").asString(""));
        }
        var channels = new HashSet<>(chosen.keySet());
        errors(sketch, media)
                .forEach(finding -> channels.remove(finding.path("channel").asString("")));
        return channels;
    }

    private List<JsonNode> errors(Sketch sketch, List<String> media) {
        return person.post("/api/preflight", post(sketch, media, chosen.keySet()))
                .path("findings")
                .valueStream()
                .filter(finding -> finding.path("severity").asString("").equals("ERROR"))
                .toList();
    }

    private void choose(String channel, String field) {
        if (field.equals("title")) {
            titled.add(channel);
        }
        var name = field.startsWith("options.") ? field.substring("options.".length()) : "";
        var property = options.getOrDefault(channel, MissingNode.getInstance()).path(name);
        var given = chosen.getOrDefault(channel, new LinkedHashMap<>());
        if (property.path("type").asString("").equals("boolean")) {
            given.put(name, true);
        } else if (property.has("oneOf")) {
            given.put(name, property.path("oneOf").path(0).path("const").asString(""));
        } else if (property.has("x-choices")) {
            firstChoice(channel, property.path("x-choices").asString("")).ifPresent(value -> given.put(name, value));
        }
    }

    private Optional<String> firstChoice(String channel, String list) {
        return person.get("/api/channels/" + channel + "/choices/" + list)
                .path("items")
                .valueStream()
                .filter(item -> item.path("enabled").asBoolean(false))
                .findFirst()
                .flatMap(item -> item.path("value").asStringOpt());
    }

    private Map<String, Object> post(Sketch sketch, List<String> media, Set<String> channels) {
        var variants = new LinkedHashMap<String, Object>();
        channels.forEach(channel -> {
            var own = new LinkedHashMap<String, Object>();
            own.put("options", chosen.getOrDefault(channel, Map.of()));
            if (titled.contains(channel)) {
                own.put("title", sketch.text());
            }
            variants.put(channel, own);
        });
        return Map.of(
                "text", sketch.text(),
                "channels", channels,
                "variants", variants,
                "zone", today.getZone().getId(),
                "media",
                        media.stream()
                                .map(id -> Map.of("id", id, "alt", "Bread on a table"))
                                .toList());
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asString("");
    }
}
