package planner.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import planner.channel.NetworkDirectory;
import planner.network.Network;
import planner.network.NetworkId;
import planner.network.WebhookReader;
import planner.network.WebhookReader.Hook;
import planner.workspace.Problem;

/** The door for networks. They read statuses only: 200 = kept, 403 = not theirs, 404 = this network pushes nothing. */
@RestController
class WebhookController {
    /** A batch of a thousand changes stays below. */
    private static final int LARGEST = 1024 * 1024;

    private final Webhooks webhooks;
    private final NetworkDirectory networks;

    WebhookController(Webhooks webhooks, NetworkDirectory networks) {
        this.webhooks = webhooks;
        this.networks = networks;
    }

    @GetMapping("/hooks/{network}")
    ResponseEntity<String> handshake(@PathVariable String network, HttpServletRequest request) {
        var reader = reader(network);
        var query = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
        var answer = reader.handshake(new Hook("GET", headers(request), query, new byte[0]))
                .orElseThrow(WebhookController::notTheirs);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(answer.type()))
                .body(answer.text());
    }

    /** The bytes are read here, as they came: what is parsed and written again no longer fits its signature. */
    @PostMapping("/hooks/{network}")
    void receive(@PathVariable String network, HttpServletRequest request) throws IOException {
        var reader = reader(network);
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw Problem.of(413, "too-large", "");
        }
        var hook = new Hook("POST", headers(request), Map.of(), body);
        if (!reader.authentic(hook)) {
            throw notTheirs();
        }
        webhooks.received(new NetworkId(network), reader.read(hook));
    }

    private WebhookReader reader(String network) {
        return networks.named(network).flatMap(Network::webhooks).orElseThrow(Problem::notFound);
    }

    private static Problem notTheirs() {
        return Problem.forbidden("signature");
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        for (var name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return headers;
    }
}
