package planner.channel;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import planner.network.Connector;
import planner.workspace.Caller;
import planner.workspace.Installation;
import planner.workspace.Problem;

/** The way to a network's consent page and back. */
@RestController
class ConsentController {
    private static final String COOKIE = "PLANNER_CONNECT";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int MOST_ACCOUNTS = 200;

    private final Consents consents;
    private final Connecting connecting;
    private final NetworkDirectory networks;
    private final Installation installation;

    ConsentController(Consents consents, Connecting connecting, NetworkDirectory networks, Installation installation) {
        this.consents = consents;
        this.connecting = connecting;
        this.networks = networks;
        this.installation = installation;
    }

    record Page(URI url) {}

    record Offered(
            String id, String name, String handle, @Nullable String avatar, boolean connected) {}

    record Offer(UUID id, String network, List<Offered> accounts) {}

    record Picked(@Nullable List<@Nullable String> accounts) {}

    record Connected(List<ChannelView> items) {}

    /** @param message in the caller's language */
    record Refusal(String message) {}

    @PostMapping("/api/channels/{network}/consent")
    ResponseEntity<Page> begin(
            Caller caller,
            @PathVariable("network") String networkId,
            @RequestBody(required = false) @Nullable Map<String, @Nullable Object> given,
            @CookieValue(name = COOKIE, defaultValue = "") String known,
            Locale locale) {
        var network = Paths.network(networks, networkId);
        Map<String, @Nullable Object> body = given == null ? Map.of() : given;
        var connector = ConnectForm.connector(network, body, Connector.OAuth2.class);
        var answers = ConnectForm.read(connector, body);
        var browser = FORM.matcher(known).matches() ? known : Consents.random(32);
        var url = Faults.asking(
                network,
                ConnectForm.names(connector),
                locale,
                () -> consents.begin(caller, network, connector, answers, browser));
        var cookie = ResponseCookie.from(COOKIE, browser)
                .httpOnly(true)
                .secure("https".equals(installation.publicUrl().getScheme()))
                .sameSite("Lax")
                .path("/")
                .maxAge(Duration.ofHours(1))
                .build();
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .body(new Page(url));
    }

    @GetMapping("/connect/{network}/callback")
    ResponseEntity<Void> callback(
            @Nullable Authentication signedIn,
            @PathVariable String network,
            @RequestParam Map<String, String> returned,
            @CookieValue(name = COOKIE, defaultValue = "") String browser) {
        var id = Paths.network(networks, network).id();
        if (signedIn == null || !(signedIn.getPrincipal() instanceof Caller caller)) {
            return to("refused=signed-out&network=" + id);
        }
        try {
            return switch (consents.complete(id, new Consents.Callback(returned), browser, caller.person())) {
                case Connecting.Result.One(var connected) ->
                    to("connected=" + connected.channel().id());
                case Connecting.Result.Several(var choice) -> to("choose=" + choice);
            };
        } catch (Consents.Refused e) {
            return to("refused=" + e.code() + "&network=" + id);
        }
    }

    /** What a network reads about this installation. Nobody signs in for it, and it holds no secret. */
    @GetMapping("/connect/{network}/{document}")
    ResponseEntity<String> document(@PathVariable String network, @PathVariable String document) {
        var text = consents.document(Paths.network(networks, network), document).orElseThrow(Problem::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(text);
    }

    /** What to do about the word with which a callback came back. */
    @GetMapping("/api/channels/{network}/refusals/{code}")
    Refusal refusal(@PathVariable String network, @PathVariable String code, Locale locale) {
        return new Refusal(NetworkTexts.find(Paths.network(networks, network), "fault." + code, locale)
                .orElseThrow(Problem::notFound));
    }

    @GetMapping("/api/channel-choices/{id}")
    Offer offer(Caller caller, @PathVariable UUID id) {
        var offer = connecting.offered(caller.workspace(), id);
        var accounts = offer.accounts().stream()
                .map(one -> new Offered(
                        one.account().id(), one.account().name(), one.account().handle(), null, one.connected()))
                .toList();
        return new Offer(id, offer.network().value(), accounts);
    }

    @PostMapping("/api/channel-choices/{id}")
    @ResponseStatus(HttpStatus.CREATED)
    Connected pick(Caller caller, @PathVariable UUID id, @RequestBody Picked picked) {
        var accounts = picked.accounts();
        if (accounts == null || accounts.isEmpty()) {
            throw Problem.invalid("accounts", "required");
        }
        if (accounts.size() > MOST_ACCOUNTS || accounts.contains(null)) {
            throw Problem.invalid("accounts", "malformed");
        }
        return new Connected(
                connecting
                        .pick(
                                caller.workspace(),
                                id,
                                accounts.stream().map(String::valueOf).toList())
                        .stream()
                        .map(channel -> ChannelView.of(channel, 0, channel.detail()))
                        .toList());
    }

    /** The address held a code: no other page learns it. */
    private static ResponseEntity<Void> to(String query) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/channels?" + query))
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
