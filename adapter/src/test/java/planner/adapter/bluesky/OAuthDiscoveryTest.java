package planner.adapter.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.kit.Call;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.adapter.kit.Transport;
import planner.network.Connector.OAuth2;
import planner.network.Fault;

/** From a handle to the server that signs its account in, over hosts that a stranger names. */
class OAuthDiscoveryTest extends OAuthStand {
    private static final String HIS = "https://pds.stranger.example";
    private static final String SIGNS = "https://signs.stranger.example";
    private static final String STRANGER = "did:plc:strangerstrangerstrange";

    private final Map<String, Object> metadata = new HashMap<>();
    /** What the stranger's hosts answer, by address. */
    private final Map<String, Reply> web = new HashMap<>();

    private final Transport world = call -> {
        var given = web.get(Dpop.target(call.uri()));
        if (given != null) {
            return given;
        }
        if (call.uri().getHost().endsWith(".example")) {
            return reply(404, "{}");
        }
        return stage.transport().send(call);
    };

    @BeforeEach
    void build() {
        metadata.put("issuer", SIGNS);
        metadata.put("authorization_endpoint", SIGNS + "/authorize");
        metadata.put("token_endpoint", SIGNS + "/token");
        metadata.put("pushed_authorization_request_endpoint", SIGNS + "/par");
        metadata.put("require_pushed_authorization_requests", true);
        metadata.put("authorization_response_iss_parameter_supported", true);
        metadata.put("client_id_metadata_document_supported", true);
        metadata.put("dpop_signing_alg_values_supported", new String[] {"ES256"});
        metadata.put("code_challenge_methods_supported", new String[] {"S256"});
        metadata.put("scopes_supported", new String[] {"atproto"});
        var service = settings.getOrDefault("service-url", "");
        web.put(service + "/xrpc/com.atproto.identity.resolveHandle", reply(200, "{\"did\":\"" + STRANGER + "\"}"));
        web.put(
                settings.getOrDefault("plc-url", "") + "/" + STRANGER,
                reply(200, document(STRANGER, "he.example", HIS)));
        web.put(
                HIS + "/.well-known/oauth-protected-resource",
                reply(200, "{\"authorization_servers\":[\"" + SIGNS + "\"]}"));
        web.put(SIGNS + "/par", reply(201, "{\"request_uri\":\"urn:x\"}"));
        publish();
    }

    private void publish() {
        web.put(SIGNS + "/.well-known/oauth-authorization-server", reply(200, Json.text(metadata)));
    }

    private static Reply reply(int status, String body) {
        return new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> prepared(String typed) {
        return prepared(connector(world), typed);
    }

    private static Map<String, String> prepared(OAuth2 connector, String typed) {
        return connector.prepare(Map.of("handle", typed), OAuthStage.round(OAuthStage.HOME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"he.example", "@He.Example", " he.example ", STRANGER})
    void theAccountLeadsToTheServerThatSignsItIn(String typed) {
        assertThat(prepared(typed))
                .containsEntry("did", STRANGER)
                .containsEntry("pds", HIS)
                .containsEntry("issuer", SIGNS)
                .containsEntry("token-url", SIGNS + "/token")
                .containsEntry("request-uri", "urn:x");
    }

    @Test
    void onlyTheOperatorsHostsAreReachedWithoutTheGuard() {
        prepared("he.example");
        assertThat(calls)
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(call -> assertThat(call.guarded())
                        .as(call.uri().toString())
                        .isEqualTo(call.uri().getHost().endsWith(".example")));
        assertThat(calls).filteredOn(Call::guarded).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alice", "not a handle", "me@mail.example", "https://pds.example", "did:plc:", "x..y"})
    void whatIsNoHandleIsToldAtTheField(String typed) {
        assertThat(rejected(() -> prepared(connector(), typed))).isEqualTo("handle");
    }

    @Test
    void aHandleThatNobodyHasIsToldAtTheField() {
        assertThat(rejected(() -> prepared(connector(), "nobody.bsky.sandbox"))).isEqualTo("handle");
    }

    @Test
    void aHandleThatTheAccountDoesNotCallItsOwnIsToldAtTheField() {
        assertThat(rejected(() -> prepared("she.example"))).isEqualTo("handle");
    }

    @Test
    void anAccountWithoutADocumentOrAServerIsToldAtTheField() {
        var plc = settings.getOrDefault("plc-url", "") + "/" + STRANGER;
        web.put(plc, reply(404, "{}"));
        assertThat(rejected(() -> prepared(STRANGER))).isEqualTo("handle");
        web.put(plc, reply(200, document(STRANGER, "he.example", "http://pds.stranger.example")));
        assertThat(rejected(() -> prepared(STRANGER))).as("plain http").isEqualTo("handle");
    }

    @Test
    void aDirectoryThatIsAwaySaysNothingAboutTheAccount() {
        Transport down = call -> {
            throw new IOException("cut");
        };
        assertThat(fault(() -> prepared(connector(down), STRANGER))).isInstanceOf(Fault.Unavailable.class);
        web.put(HIS + "/.well-known/oauth-protected-resource", reply(503, ""));
        assertThat(fault(() -> prepared(STRANGER))).isInstanceOf(Fault.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, https://evil.example",
        "issuer, https://signs.stranger.example/other",
        "require_pushed_authorization_requests, false",
        "authorization_response_iss_parameter_supported, false",
        "client_id_metadata_document_supported, false",
        "dpop_signing_alg_values_supported, RS256",
        "code_challenge_methods_supported, plain",
        "scopes_supported, openid",
        "token_endpoint, http://signs.stranger.example/token",
        "authorization_endpoint, javascript:alert(1)",
        "pushed_authorization_request_endpoint, ''"
    })
    void aServerThatDoesNotKeepTheProfileIsNotTrusted(String name, String value) {
        boolean list = metadata.get(name) instanceof String[];
        metadata.put(name, list ? new String[] {value} : value.equals("false") ? (Object) false : value);
        publish();
        assertThat(rejected(() -> prepared("he.example"))).isEqualTo("no-oauth");
        assertThat(calls).noneMatch(call -> call.uri().toString().endsWith("/par"));
    }

    @Test
    void aServerWithoutOAuthOrWithARedirectIsTold() {
        web.put(HIS + "/.well-known/oauth-protected-resource", reply(404, "{}"));
        assertThat(rejected(() -> prepared("he.example"))).isEqualTo("no-oauth");
        web.put(
                HIS + "/.well-known/oauth-protected-resource",
                new Reply(302, Map.of("location", "http://169.254.169.254/"), new byte[0]));
        assertThat(rejected(() -> prepared("he.example"))).isEqualTo("no-oauth");
        assertThat(calls).noneMatch(call -> call.uri().getHost().equals("169.254.169.254"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_client_metadata, client-metadata",
        "400, invalid_request, refused",
        "400, invalid_scope, refused"
    })
    void aRequestThatIsNotTakenIsTold(int status, String error, String code) {
        web.put(SIGNS + "/par", reply(status, "{\"error\":\"" + error + "\",\"error_description\":\"no\"}"));
        assertThat(rejected(() -> prepared("he.example"))).isEqualTo(code);
    }

    @Test
    void aServerThatIsBusyOrAwayIsNobodysFault() {
        web.put(SIGNS + "/par", reply(429, "{}"));
        assertThat(fault(() -> prepared("he.example"))).isInstanceOf(Fault.Busy.class);
        web.put(SIGNS + "/par", reply(500, "{}"));
        assertThat(fault(() -> prepared("he.example"))).isInstanceOf(Fault.Unavailable.class);
        web.put(SIGNS + "/par", reply(201, "{}"));
        assertThat(fault(() -> prepared("he.example"))).isInstanceOf(Fault.Unavailable.class);
    }
}
