package planner.simulator.googlebusiness;

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
import java.util.Set;
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

/** Google Business Profile with its hosts as folders: accounts and oauth, management, information, posts, performance and www. */
public final class GoogleBusiness implements Site {
    private static final Identity.Client CLIENT =
            new Identity.Client("sandbox-business.apps.googleusercontent.com", "sandbox-business-secret");
    private static final Set<String> SERVICES = Set.of("management", "information", "posts", "performance");

    private final World world;
    private final MediaShelf shelf = new MediaShelf("Googlebot-Image/1.0", Redirect.NEVER);
    private final List<Location> locations = List.of(
            new Location("11", "Zielony Kąt", "Kraków", true),
            new Location("22", "Zielony Kąt na Pradze", "Warszawa", true),
            new Location("33", "Zielony Kąt, wkrótce", "Gdańsk", false));
    private final List<Owner> owners = List.of(
            new Owner(
                    "maria",
                    "Maria Zielińska",
                    List.of(
                            new Owner.Managed("100", "Maria Zielińska", "PERSONAL", List.of(locations.get(0))),
                            new Owner.Managed("200", "Zielony Kąt", "LOCATION_GROUP", locations))),
            new Owner("jan", "Jan Kowalski", List.of(new Owner.Managed("300", "Jan Kowalski", "PERSONAL", List.of()))));
    private final Identity identity;
    private final Api api;
    private final Pages pages;

    public GoogleBusiness(World world) {
        this.world = world;
        Clock clock = world.clock();
        List<Choice> people = owners.stream()
                .map(it -> new Choice(it.id(), it.name(), it.id() + "@example.com", avatar(it.id()), true))
                .toList();
        identity = new Identity(name(), world, CLIENT, people, Set.of(Api.SCOPE, "openid", "email", "profile"));
        api = new Api(clock, identity, owners, new Reader(shelf), this::link);
        pages = new Pages(clock, locations, this::link);
    }

    @Override
    public String name() {
        return "google-business";
    }

    @Override
    public String title() {
        return "Google Business Profile";
    }

    @Override
    public String accent() {
        return "#1a73e8";
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(identity.settings());
        settings.put("accounts-url", link("/management"));
        settings.put("information-url", link("/information"));
        settings.put("posts-url", link("/posts"));
        settings.put("performance-url", link("/performance"));
        return settings;
    }

    private String link(String path) {
        return world.url(this, path);
    }

    private String avatar(String id) {
        return link("/avatar/" + id);
    }

    /** Whether Google has let the project use these services. */
    public void approved(boolean let) {
        api.approved(let);
    }

    /** How long Google looks at the posts to come before it shows them. */
    public void reviewTakes(Duration time) {
        api.reviewTakes(time);
    }

    /** Whether alerts are taken at this time. */
    public void alerts(boolean taken) {
        api.alerts(taken);
    }

    @Override
    public boolean api(Ask ask) {
        return Stream.concat(SERVICES.stream(), Stream.of("oauth"))
                .anyMatch(it -> ask.path().startsWith("/" + it + "/"));
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
        if (SERVICES.contains(path.getFirst())) {
            return api.answer(ask, path);
        }
        return switch (path.getFirst()) {
            case "avatar" -> Answer.of(200, "image/svg+xml", picture(path.getLast()));
            case "file" -> pages.file(path.getLast());
            case "www" -> pages.answer(path.subList(1, path.size()));
            default -> throw GoogleError.unknownPath(ask.path());
        };
    }

    private byte[] picture(String id) {
        String name = locations.stream()
                .filter(it -> it.id.equals(id))
                .map(it -> it.title)
                .findFirst()
                .orElse(id);
        return Html.avatar(name).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Answer broken(Ask ask) {
        return GoogleError.of(500, "", "", "Internal error encountered.").answer();
    }

    @Override
    public Answer throttled(Ask ask, Duration pause) {
        return GoogleError.of(429, "", "", "Resource has been exhausted (e.g. check quota).")
                .answer();
    }

    /** The post was made, and Google says that it was not. */
    @Override
    public Answer lie(Ask ask, Answer truth) {
        return ask.method().equals("POST")
                        && truth.status() == 200
                        && ask.path().endsWith("/localPosts")
                ? GoogleError.of(503, "", "", "The service is currently unavailable.")
                        .answer()
                : truth;
    }

    @Override
    public void revoke() {
        identity.revokeAll();
    }

    @Override
    public List<String> visible() {
        Instant now = world.clock().instant();
        return locations.stream()
                .flatMap(it -> it.posts().stream())
                .filter(it -> it.shown(now))
                .sorted(Comparator.comparing(it -> it.created))
                .map(it -> it.text("/event/title") + "\n" + it.text("/summary"))
                .toList();
    }

    @Override
    public String timeline() {
        return "/www/" + locations.getFirst().id;
    }

    @Override
    public void close() {
        shelf.close();
    }
}
