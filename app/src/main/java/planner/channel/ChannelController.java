package planner.channel;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import planner.network.ChoiceReader.Choice;
import planner.network.Connector;
import planner.network.Network;
import planner.workspace.Caller;
import planner.workspace.Problem;

/** Connected accounts over HTTP. */
@RestController
@RequestMapping("/api/channels")
class ChannelController {
    private final Channels channels;
    private final Connecting connecting;
    private final Checks checks;
    private final Avatars avatars;
    private final NetworkDirectory networks;
    private final ObjectProvider<Waiting> waiting;

    ChannelController(
            Channels channels,
            Connecting connecting,
            Checks checks,
            Avatars avatars,
            NetworkDirectory networks,
            ObjectProvider<Waiting> waiting) {
        this.channels = channels;
        this.connecting = connecting;
        this.checks = checks;
        this.avatars = avatars;
        this.networks = networks;
        this.waiting = waiting;
    }

    record ChannelList(List<ChannelView> items, @Nullable String next) {}

    record ChoiceList(List<Choice> items) {}

    record Pause(@Nullable Boolean paused) {}

    @GetMapping
    ChannelList all(Caller caller, Locale locale) {
        var counts = waiting(caller);
        var items = channels.all(caller.workspace()).stream()
                .map(channel -> view(channel, counts, locale))
                .toList();
        return new ChannelList(items, null);
    }

    @GetMapping("/{id}")
    ChannelView one(Caller caller, @PathVariable UUID id, Locale locale) {
        var channel = channels.find(caller.workspace(), new ChannelId(id)).orElseThrow(Problem::notFound);
        return view(channel, waiting(caller), locale);
    }

    /** 202 when the secrets open several accounts: pick from them. */
    @PostMapping("/{network}")
    ResponseEntity<?> connect(
            Caller caller,
            @PathVariable("network") String networkId,
            @RequestBody Map<String, @Nullable Object> body,
            Locale locale) {
        var network = Paths.network(networks, networkId);
        var connector = ConnectForm.connector(network, body, Connector.Secrets.class);
        var secrets = ConnectForm.read(connector, body);
        var result = Faults.asking(
                network,
                ConnectForm.names(connector),
                locale,
                () -> connecting.signIn(caller.workspace(), network.id(), connector, secrets));
        return switch (result) {
            case Connecting.Result.One(var connected) ->
                ResponseEntity.status(connected.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                        .body(view(connected.channel(), waiting(caller), locale));
            case Connecting.Result.Several(var choice) ->
                ResponseEntity.status(HttpStatus.ACCEPTED).body(Map.of("choice", choice));
        };
    }

    @PatchMapping("/{id}")
    ChannelView pause(Caller caller, @PathVariable UUID id, @RequestBody Pause pause, Locale locale) {
        var paused = pause.paused();
        if (paused == null) {
            throw Problem.invalid("paused", "required");
        }
        return view(channels.pause(caller.workspace(), new ChannelId(id), paused), waiting(caller), locale);
    }

    @PostMapping("/{id}/checks")
    ChannelView check(Caller caller, @PathVariable UUID id, Locale locale) {
        var network = network(caller, id);
        var channel =
                Faults.asking(network, Set.of(), locale, () -> checks.check(caller.workspace(), new ChannelId(id)));
        return view(channel, waiting(caller), locale);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disconnect(Caller caller, @PathVariable UUID id) {
        checks.disconnect(caller.workspace(), new ChannelId(id));
    }

    /** @param context what was chosen so far, by option */
    @GetMapping("/{id}/choices/{list}")
    ChoiceList choices(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String list,
            @RequestParam Map<String, String> context,
            Locale locale) {
        var network = network(caller, id);
        return new ChoiceList(Faults.asking(
                network, Set.of(), locale, () -> checks.choices(caller.workspace(), new ChannelId(id), list, context)));
    }

    @GetMapping("/{id}/avatar")
    ResponseEntity<byte[]> avatar(Caller caller, @PathVariable UUID id) {
        var channel = channels.find(caller.workspace(), new ChannelId(id)).orElseThrow(Problem::notFound);
        var avatar = avatars.find(channel.id()).orElseThrow(Problem::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(avatar.type()))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(30)).cachePrivate().immutable())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(avatar.picture());
    }

    private Network network(Caller caller, UUID id) {
        return networks.get(channels.find(caller.workspace(), new ChannelId(id))
                .orElseThrow(Problem::notFound)
                .network());
    }

    private ChannelView view(Channel channel, Map<ChannelId, Integer> waiting, Locale locale) {
        var told = channel.detail();
        var detail = told == null
                ? null
                : networks.find(channel.network())
                        .map(network -> NetworkTexts.said(network, told, locale))
                        .orElse(told);
        return ChannelView.of(channel, waiting.getOrDefault(channel.id(), 0), detail);
    }

    private Map<ChannelId, Integer> waiting(Caller caller) {
        var answer = waiting.getIfAvailable();
        return answer == null ? Map.of() : answer.perChannel(caller.workspace());
    }
}
