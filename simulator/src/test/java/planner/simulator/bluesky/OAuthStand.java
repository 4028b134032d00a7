package planner.simulator.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import planner.simulator.SettableClock;
import planner.simulator.Simulator;
import planner.simulator.Stamp;
import planner.simulator.Visitor;
import planner.simulator.Web;
import planner.simulator.Web.Got;
import tools.jackson.databind.json.JsonMapper;

/** The servers, a client of one's own machine with a key, and the short ways that the tests share. */
abstract class OAuthStand {
    static final String BACK = "http://127.0.0.1:1234/callback";
    static final String SCOPE = "atproto transition:generic";
    static final String CLIENT =
            "http://localhost?" + Web.encoded(Map.of("redirect_uri", BACK)) + "&" + Web.encoded(Map.of("scope", SCOPE));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final SettableClock clock = new SettableClock();
    final Simulator simulator = Simulator.start(0, clock);
    final Web web = new Web();
    final Visitor visitor = new Visitor();
    final Bluesky site = (Bluesky) simulator.site("bluesky");
    final String auth = simulator.base() + "/bluesky/auth";
    final String pds = simulator.base() + "/bluesky/pds";
    final KeyPair key = pair();
    final String verifier = "verifier-" + UUID.randomUUID() + UUID.randomUUID();

    @AfterEach
    void close() {
        visitor.close();
        web.close();
        simulator.close();
    }

    static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> jwk(KeyPair pair) {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("kty", "EC");
        jwk.put("crv", "P-256");
        jwk.put("x", number(point.getAffineX()));
        jwk.put("y", number(point.getAffineY()));
        return jwk;
    }

    private static String number(BigInteger value) {
        byte[] whole = new byte[32];
        byte[] bytes = value.toByteArray();
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, whole, 32 - length, length);
        return encoded(whole);
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String jwt(KeyPair pair, Map<String, Object> header, Map<String, Object> claims) {
        try {
            String content = encoded(JSON.writeValueAsBytes(header)) + "." + encoded(JSON.writeValueAsBytes(claims));
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims of a proof that the server takes. */
    Map<String, Object> claims(String method, String address, String nonce) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("htm", method);
        claims.put("htu", address);
        claims.put("iat", clock.instant().getEpochSecond());
        claims.put("nonce", nonce);
        return claims;
    }

    static String proof(KeyPair pair, Map<String, Object> claims) {
        return jwt(pair, header(pair), claims);
    }

    static Map<String, Object> header(KeyPair pair) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("typ", "dpop+jwt");
        header.put("alg", "ES256");
        header.put("jwk", jwk(pair));
        return header;
    }

    /** The nonce of the server that signs in, as a client without one learns it. */
    String nonce() {
        Got asked = web.form(
                auth + "/oauth/par", request(), "DPoP", proof(key, claims("POST", auth + "/oauth/par", "none")));
        assertThat(asked.status()).isEqualTo(400);
        assertThat(asked.at("/error")).isEqualTo("use_dpop_nonce");
        return asked.header("dpop-nonce");
    }

    Map<String, String> request() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", CLIENT);
        form.put("response_type", "code");
        form.put("redirect_uri", BACK);
        form.put("scope", SCOPE);
        form.put("state", "s1");
        form.put("code_challenge", Stamp.challenge(verifier));
        form.put("code_challenge_method", "S256");
        form.put("login_hint", "ada.bsky.sandbox");
        return form;
    }

    Got post(String path, Map<String, String> form) {
        return post(path, form, key);
    }

    Got post(String path, Map<String, String> form, KeyPair by) {
        return web.form(auth + path, form, "DPoP", proof(by, claims("POST", auth + path, nonce())));
    }

    URI page(Map<String, String> request) {
        String name = post("/oauth/par", request).at("/request_uri");
        return URI.create(auth + "/oauth/authorize?"
                + Web.encoded(Map.of("client_id", request.getOrDefault("client_id", ""), "request_uri", name)));
    }

    String code() {
        return Visitor.query(visitor.allow(page(request()), "", Set.of())).getOrDefault("code", "");
    }

    Map<String, String> bought(String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("code_verifier", verifier);
        form.put("redirect_uri", BACK);
        form.put("client_id", CLIENT);
        return form;
    }

    Got token() {
        return post("/oauth/token", bought(code()));
    }

    Got refresh(String token) {
        return post("/oauth/token", Map.of("grant_type", "refresh_token", "refresh_token", token, "client_id", CLIENT));
    }

    /** The account's server is asked who this is, with a proof of these claims. */
    Got who(String access, Map<String, Object> claims) {
        return web.get(whoAddress(), "Authorization", "DPoP " + access, "DPoP", proof(key, claims));
    }

    String whoAddress() {
        return pds + "/xrpc/com.atproto.server.getSession";
    }

    Map<String, Object> whoClaims(String access) {
        Map<String, Object> claims = claims("GET", whoAddress(), "none");
        claims.put("ath", Jws.hash(access));
        claims.put("nonce", who(access, claims).header("dpop-nonce"));
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }
}
