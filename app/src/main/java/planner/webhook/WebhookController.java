package planner.webhook;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
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

/** The door for networks. They read statuses only: 200 = kept, 403 = not theirs, 404 = this network pushes nothing. */
@RestController
@Hidden
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
        if (reader.isEmpty()) {
            return status(HttpStatus.NOT_FOUND);
        }
        var query = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
        return reader.get()
                .handshake(new Hook("GET", headers(request), query, new byte[0]))
                .map(answer -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(answer.type()))
                        .body(answer.text()))
                .orElseGet(() -> status(HttpStatus.FORBIDDEN));
    }

    /** The bytes are read here, as they came: what is parsed and written again no longer fits its signature. */
    @PostMapping("/hooks/{network}")
    ResponseEntity<String> receive(@PathVariable String network, HttpServletRequest request) throws IOException {
        var reader = reader(network);
        if (reader.isEmpty()) {
            return status(HttpStatus.NOT_FOUND);
        }
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return status(HttpStatus.CONTENT_TOO_LARGE);
        }
        var hook = new Hook("POST", headers(request), Map.of(), body);
        if (!reader.get().authentic(hook)) {
            return status(HttpStatus.FORBIDDEN);
        }
        webhooks.received(new NetworkId(network), reader.get().read(hook));
        return status(HttpStatus.OK);
    }

    private Optional<WebhookReader> reader(String network) {
        return networks.all().stream()
                .filter(one -> one.id().value().equals(network))
                .findFirst()
                .flatMap(Network::webhooks);
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        for (var name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return headers;
    }

    private static ResponseEntity<String> status(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
