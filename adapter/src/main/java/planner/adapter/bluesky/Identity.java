package planner.adapter.bluesky;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.NamedHost;
import planner.network.NetworkException;
import tools.jackson.databind.JsonNode;

/** From a DID to its document, and what the document says. */
final class Identity {
    private static final String WEB = "did:web:";

    private final Http http;
    private final Hosts hosts;

    Identity(Http http, Hosts hosts) {
        this.http = http;
        this.hosts = hosts;
    }

    /** Never fails loudly: a server may stand alone. */
    Optional<JsonNode> document(String did) {
        try {
            return find(did);
        } catch (NetworkException e) {
            return Optional.empty();
        }
    }

    /** @throws NetworkException when the directory is away, which says nothing about the account */
    Optional<JsonNode> find(String did) {
        return Optional.of(did)
                .filter(Handles::isDid)
                .flatMap(this::address)
                .map(address -> http.send(hosts.guarded(Call.get(address)).within(BlueskyApi.BRIEF)))
                .filter(reply -> reply.ok())
                .map(Json::tree)
                .filter(document -> document.path("id").asString("").equals(did));
    }

    /** The server that keeps the account's repository. */
    static Optional<URI> pds(JsonNode document) {
        for (var service : document.path("service")) {
            if (service.path("id").asString("").endsWith("#atproto_pds")
                    && service.path("type").asString("").equals("AtprotoPersonalDataServer")) {
                return NamedHost.address(service.path("serviceEndpoint").asString(""));
            }
        }
        return Optional.empty();
    }

    static boolean claims(JsonNode document, String handle) {
        for (var name : document.path("alsoKnownAs")) {
            if (name.asString("").equalsIgnoreCase("at://" + handle)) {
                return true;
            }
        }
        return false;
    }

    private Optional<URI> address(String did) {
        if (did.startsWith("did:plc:")) {
            return Optional.of(URI.create(hosts.plc() + "/" + did));
        }
        if (!did.startsWith(WEB)) {
            return Optional.empty();
        }
        var host = URLDecoder.decode(did.substring(WEB.length()), StandardCharsets.UTF_8);
        return NamedHost.address(host)
                .or(() -> NamedHost.address("http://" + host))
                .map(named -> URI.create(named + "/.well-known/did.json"));
    }
}
