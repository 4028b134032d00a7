package planner.simulator.youtube;

import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Consent.Choice;
import planner.simulator.Html;
import planner.simulator.Site;
import planner.simulator.World;
import planner.simulator.google.GoogleError;
import planner.simulator.google.Identity;
import planner.simulator.media.MediaShelf;

/** YouTube with its hosts as folders: accounts, oauth, api (with the uploads), analytics and www. */
public final class YouTube implements Site {
    private static final Identity.Client CLIENT =
            new Identity.Client("sandbox-youtube.apps.googleusercontent.com", "sandbox-youtube-secret");
    private static final Duration PROCESSING = Duration.ofSeconds(40);
    private static final String NOBODY = "nobody";

    private final World world;
    private final MediaShelf shelf = new MediaShelf("YouTube/1.0", Redirect.NEVER);
    private final List<Channel> channels = List.of(
            new Channel("UCzielonykat000000000000", "zielonykat", "Zielony Kąt", 48_200, true),
            new Channel("UCadawdrodze000000000000", "adawdrodze", "Ada w drodze", 214, false));
    private final Identity identity;
    private final Quota quota;
    private final Uploads uploads;
    private final Doors doors;
    private final Api api;
    private final Pages pages;
    private volatile boolean audited = true;

    public YouTube(World world) {
        this.world = world;
        Clock clock = world.clock();
        channels.getFirst().add(new Playlist("PLzielonyogrod", "Ogród", "public"));
        channels.getFirst().add(new Playlist("PLzielonykuchnia", "Kuchnia", "public"));
        channels.getLast().add(new Playlist("PLadagory", "Góry", "unlisted"));
        identity = new Identity(name(), world, CLIENT, people(), Scopes.ALL);
        quota = new Quota(clock);
        uploads = new Uploads(clock, shelf);
        doors = new Doors(clock, uploads, PROCESSING, world.url(this, "/api/upload/youtube/v3/videos"), () -> audited);
        api = new Api(clock, identity, quota, doors, channels, it -> avatar(it.handle));
        pages = new Pages(clock, channels, this::link, this::avatar);
    }

    /** Google's chooser offers a person's channel, their brands', and the account itself where there is none. */
    private List<Choice> people() {
        return Stream.concat(
                        channels.stream()
                                .map(it -> new Choice(it.id, it.title, "@" + it.handle, avatar(it.handle), true)),
                        Stream.of(new Choice(NOBODY, "Jan Kowalski", "no channel yet", avatar("Jan"), true)))
                .toList();
    }

    @Override
    public String name() {
        return "youtube";
    }

    @Override
    public String title() {
        return "YouTube";
    }

    @Override
    public String accent() {
        return "#d5001c";
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(identity.settings());
        settings.put("api-url", world.url(this, "/api"));
        settings.put("analytics-url", world.url(this, "/analytics"));
        settings.put("web-url", world.url(this, "/www"));
        return settings;
    }

    private String link(String path) {
        return world.url(this, path);
    }

    private String avatar(String handle) {
        return world.url(this, "/avatar/" + handle);
    }

    /** Whether Google has audited the project: else all it uploads is locked to private. */
    public void audited(boolean done) {
        audited = done;
    }

    /** The first channel gets one more. */
    public void playlist(String id, String title) {
        channels.getFirst().add(new Playlist(id, title, "public"));
    }

    /** What the project may ask for in a day. */
    public void quota(int uploadsADay, int unitsADay) {
        quota.limits(uploadsADay, unitsADay);
    }

    /** What the project has asked for today. */
    public int unitsSpent() {
        return quota.units();
    }

    /** How many videos a channel may upload in 24 hours. */
    public void uploadsOfAChannel(int most) {
        doors.mostADay(most);
    }

    /** Of each piece to come only so many bytes are stored. */
    public void storesOnly(int bytes) {
        uploads.storesOnly(bytes);
    }

    @Override
    public boolean api(Ask ask) {
        return Stream.of("/api/", "/analytics/", "/oauth/").anyMatch(ask.path()::startsWith);
    }

    @Override
    public Answer answer(Ask ask) {
        try {
            return identity.answer(ask).orElseGet(() -> routed(ask));
        } catch (GoogleError e) {
            if (e.violation()) {
                world.journal().violation(name(), ask, e.text());
            }
            return e.answer();
        }
    }

    private Answer routed(Ask ask) {
        List<String> path = ask.segments();
        if (path.isEmpty()) {
            return Answer.redirect(URI.create(link(timeline())));
        }
        if (ask.path().equals("/analytics/v2/reports") && ask.method().equals("GET")) {
            return api.report(ask);
        }
        return switch (path.getFirst()) {
            case "api" -> api.answer(ask, ask.path().substring("/api".length()));
            case "avatar" -> Answer.of(200, "image/svg+xml", picture(path.getLast()));
            case "file", "thumb", "captions" -> pages.file(path);
            case "www" -> pages.answer(ask, path.subList(1, path.size()));
            default -> throw GoogleError.unknownPath(ask.path());
        };
    }

    private byte[] picture(String handle) {
        String name = channels.stream()
                .filter(it -> it.handle.equals(handle))
                .map(it -> it.title)
                .findFirst()
                .orElse(handle);
        return Html.avatar(name).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Answer broken(Ask ask) {
        return GoogleError.of(500, "backendError", "global", "Internal error encountered.")
                .answer();
    }

    @Override
    public Answer throttled(Ask ask, Duration pause) {
        return GoogleError.of(
                        429, "rateLimitExceeded", "usageLimits", "Resource has been exhausted (e.g. check quota).")
                .answer()
                .with("Retry-After", "" + pause.toSeconds());
    }

    /** The last byte has made the video, and the upload pretends not to know it. */
    @Override
    public Answer lie(Ask ask, Answer truth) {
        boolean finished = ask.method().equals("PUT") && truth.status() == 200;
        return finished ? Answer.text(404, "Not Found") : truth;
    }

    @Override
    public void revoke() {
        identity.revokeAll();
    }

    /** Every video that can be watched, by its owner at least. */
    @Override
    public List<String> visible() {
        Instant now = world.clock().instant();
        return channels.stream()
                .flatMap(it -> it.videos().stream())
                .filter(it -> it.shown(now))
                .sorted(Comparator.comparing(it -> it.created))
                .map(it -> it.meta.title() + "\n" + it.meta.description())
                .toList();
    }

    /** What became of a video besides the film, for tests. */
    public Optional<Extras> extras(String video) {
        return channels.stream()
                .flatMap(it -> it.video(video).stream())
                .findFirst()
                .map(it -> new Extras(
                        it.thumbnail().isPresent(),
                        it.channel.playlists().stream()
                                .flatMap(list -> list.items().stream()
                                        .filter(item -> item.video().equals(video))
                                        .map(item -> list.title))
                                .toList(),
                        it.tracks().stream().map(Video.Track::language).toList(),
                        it.comments().stream().map(Video.Said::text).toList(),
                        it.privacy(world.clock().instant()),
                        it.brief()));
    }

    /** @param playlists titles, once for each time that the video stands there */
    public record Extras(
            boolean thumbnail,
            List<String> playlists,
            List<String> captions,
            List<String> comments,
            String privacy,
            boolean brief) {}

    @Override
    public String timeline() {
        return "/www/@" + channels.getFirst().handle;
    }

    @Override
    public void close() {
        shelf.close();
    }
}
