package planner.simulator.bluesky;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import planner.simulator.Ask;
import planner.simulator.World;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who asks: by a document at the address that is the client's name, or a program on somebody's own machine. */
final class Clients {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LOCAL = "http://localhost";
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Set<String> SCOPES =
            Set.of("atproto", "transition:generic", "transition:chat.bsky", "transition:email");

    private final World world;
    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final Set<String> assertions = ConcurrentHashMap.newKeySet();

    Clients(World world) {
        this.world = world;
    }

    /** @param keys what it signs with; empty = it proves nothing and gets short sessions */
    record Client(String id, List<String> redirects, List<String> scopes, List<JsonNode> keys) {
        boolean confidential() {
            return !keys.isEmpty();
        }

        /** On somebody's own machine the port is whatever is free. */
        boolean mayReturnTo(String redirect) {
            return id.startsWith(LOCAL)
                    ? redirects.stream().anyMatch(it -> portless(it).equals(portless(redirect)))
                    : redirects.contains(redirect);
        }

        private static String portless(String address) {
            return address.replaceFirst("(?<=\\d|])(?::\\d+)(?=/)", "");
        }
    }

    /** What the public web answers at this address, for tests without one. */
    void publish(String address, String document) {
        known.put(address, document);
    }

    /** The client of a request, proven where it has something to prove with. @return its key's name, empty without */
    String authenticate(Client client, Map<String, String> form, String issuer) {
        String assertion = form.getOrDefault("client_assertion", "");
        if (!client.confidential()) {
            if (!assertion.isEmpty()) {
                throw invalid("this client has no keys");
            }
            return "";
        }
        Jws proof = Jws.read(assertion)
                .filter(it -> form.getOrDefault("client_assertion_type", "").equals(ASSERTION))
                .orElseThrow(() -> invalid("client_assertion required"));
        String kid = proof.header().path("kid").asString("");
        boolean signed = client.keys().stream()
                .filter(key -> key.path("kid").asString("").equals(kid))
                .anyMatch(proof::signedWith);
        long now = world.clock().instant().getEpochSecond();
        boolean fits = proof.claim("iss").equals(client.id())
                && proof.claim("sub").equals(client.id())
                && proof.claim("aud").equals(issuer)
                && Math.abs(now - proof.claims().path("iat").asLong(0)) <= 60
                && now < proof.claims().path("exp").asLong(0);
        if (!signed || !fits || !assertions.add(proof.claim("jti"))) {
            throw invalid("Validation of \"client_assertion\" failed");
        }
        return kid;
    }

    Client find(Ask ask, String id) {
        return id.startsWith(LOCAL) ? local(id) : published(ask, id);
    }

    private static Client local(String id) {
        URI uri = uri(id);
        if (!uri.getAuthority().equals("localhost") || !Set.of("", "/").contains(uri.getPath())) {
            throw invalid("Loopback client ID must not have a port or a path");
        }
        List<String> redirects = new ArrayList<>();
        String scope = "atproto";
        for (String pair : Stream.ofNullable(uri.getRawQuery())
                .flatMap(it -> Stream.of(it.split("&")))
                .toList()) {
            Map<String, String> one = planner.simulator.Visitor.query(URI.create("x:/?" + pair));
            redirects.addAll(one.containsKey("redirect_uri") ? List.of(one.get("redirect_uri")) : List.of());
            scope = one.getOrDefault("scope", scope);
        }
        if (redirects.isEmpty()) {
            redirects.addAll(List.of("http://127.0.0.1/", "http://[::1]/"));
        }
        if (!redirects.stream().allMatch(it -> it.matches("http://(127\\.0\\.0\\.1|\\[::1])(:\\d+)?/.*"))) {
            throw invalid("Loopback redirect URIs must use 127.0.0.1 or [::1]");
        }
        return new Client(id, redirects, scopes(scope), List.of());
    }

    private Client published(Ask ask, String id) {
        URI uri = uri(id);
        if (!"https".equals(uri.getScheme())
                || uri.getPort() != -1
                || uri.getPath().length() < 2) {
            throw new OAuthError(
                    400, "invalid_client_id", "Client ID must be an https address with a path and without a port");
        }
        JsonNode document = json(known.containsKey(id) ? String.valueOf(known.get(id)) : fetched(uri));
        List<String> redirects = document.path("redirect_uris")
                .valueStream()
                .map(it -> it.asString(""))
                .toList();
        List<JsonNode> keys = document.path("jwks").path("keys").valueStream().toList();
        String method = document.path("token_endpoint_auth_method").asString("none");
        boolean sound = document.path("client_id").asString("").equals(id)
                && document.path("dpop_bound_access_tokens").asBoolean(false)
                && has(document, "grant_types", "authorization_code")
                && has(document, "grant_types", "refresh_token")
                && has(document, "response_types", "code")
                && redirects.stream().allMatch(it -> it.startsWith("https://" + uri.getAuthority() + "/"))
                && document.path("client_uri")
                        .asString("https://" + uri.getHost())
                        .startsWith("https://" + uri.getHost())
                && method.equals(keys.isEmpty() ? "none" : "private_key_jwt")
                && keys.stream().allMatch(key -> key.has("kid") && !key.has("d"))
                && (keys.isEmpty()
                        || document.path("token_endpoint_auth_signing_alg")
                                .asString("")
                                .equals("ES256"));
        if (!sound || redirects.isEmpty()) {
            world.journal().violation("bluesky", ask, "client metadata " + document);
            throw invalid("Invalid client metadata");
        }
        return new Client(id, redirects, scopes(document.path("scope").asString("")), keys);
    }

    private static List<String> scopes(String text) {
        List<String> scopes = List.of(text.split(" "));
        if (!scopes.contains("atproto") || !SCOPES.containsAll(scopes)) {
            throw invalid("Invalid scope in client metadata");
        }
        return scopes;
    }

    private static boolean has(JsonNode document, String list, String value) {
        return document.path(list).valueStream().anyMatch(it -> it.asString("").equals(value));
    }

    private static String fetched(URI uri) {
        try (HttpClient web = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = web.send(
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build(), BodyHandlers.ofString());
            boolean json =
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
            if (answer.statusCode() != 200 || !json) {
                throw invalid("Unable to obtain client metadata for \"" + uri + "\"");
            }
            return answer.body();
        } catch (IOException e) {
            throw invalid("Unable to obtain client metadata for \"" + uri + "\"");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw invalid("interrupted");
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw invalid("Client metadata must be JSON");
        }
    }

    private static URI uri(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() == null) {
                throw invalid("Client ID must be an address");
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw invalid("Client ID must be an address");
        }
    }

    private static OAuthError invalid(String description) {
        return new OAuthError(400, "invalid_client_metadata", description);
    }
}
