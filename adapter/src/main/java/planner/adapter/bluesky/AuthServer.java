package planner.adapter.bluesky;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import planner.adapter.kit.NamedHost;
import tools.jackson.databind.JsonNode;

/**
 * The server on which a person says yes, as its own document describes it: the account's server or one for many of them.
 *
 * @param issuer its name and address
 * @param push where a request for consent is left
 * @param page where the person says yes
 * @param token where tokens are bought
 * @param revoke where they are given back; the issuer itself when it says nothing of it
 */
record AuthServer(URI issuer, URI push, URI page, URI token, URI revoke) {
    private static final String ISSUER = "issuer";
    private static final String TOKEN = "token-url";
    private static final String REVOKE = "revoke-url";
    private static final String PAGE = "page-url";

    /** Empty when the document is not that of an authorization server of the AT Protocol at this address. */
    static Optional<AuthServer> read(URI address, JsonNode document) {
        boolean able = document.path("issuer").asString("").equals(address.toString())
                && document.path("require_pushed_authorization_requests").asBoolean(false)
                && document.path("authorization_response_iss_parameter_supported")
                        .asBoolean(false)
                && document.path("client_id_metadata_document_supported").asBoolean(false)
                && lists(document.path("dpop_signing_alg_values_supported"), "ES256")
                && lists(document.path("code_challenge_methods_supported"), "S256")
                && lists(document.path("scopes_supported"), "atproto");
        var push = endpoint(document, "pushed_authorization_request_endpoint");
        var page = endpoint(document, "authorization_endpoint");
        var token = endpoint(document, "token_endpoint");
        return able && push.isPresent() && page.isPresent() && token.isPresent()
                ? Optional.of(new AuthServer(
                        address,
                        push.get(),
                        page.get(),
                        token.get(),
                        endpoint(document, "revocation_endpoint").orElse(address)))
                : Optional.empty();
    }

    /** What is kept of it; where requests for consent are left is needed before that only. */
    Map<String, String> kept() {
        return Map.of(
                ISSUER, issuer.toString(), PAGE, page.toString(), TOKEN, token.toString(), REVOKE, revoke.toString());
    }

    static AuthServer of(Map<String, String> kept) {
        var issuer = URI.create(kept.getOrDefault(ISSUER, ""));
        return new AuthServer(issuer, issuer, address(kept, PAGE), address(kept, TOKEN), address(kept, REVOKE));
    }

    private static URI address(Map<String, String> kept, String name) {
        return URI.create(kept.getOrDefault(name, ""));
    }

    private static Optional<URI> endpoint(JsonNode document, String name) {
        return NamedHost.address(document.path(name).asString(""));
    }

    private static boolean lists(JsonNode list, String value) {
        return list.valueStream().anyMatch(one -> one.asString("").equals(value));
    }
}
