package planner.adapter.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import planner.adapter.kit.Call;

/** The examples that RFC 5849 and X's page "Creating a signature" print. */
class OAuth1Test {
    private static final OAuth1 OF_X = new OAuth1(
            "xvz1evFS4wEEPTGEFPHBog",
            "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
            "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb",
            "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE");

    private static Call form(String address, String body) {
        return Call.post(URI.create(address))
                .body(new Call.Body.Bytes(
                        "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8), ""));
    }

    @Test
    void theBaseStringOfTheStandard() {
        var protocol = new LinkedHashMap<String, String>();
        protocol.put("oauth_consumer_key", "9djdj82h48djs9d2");
        protocol.put("oauth_token", "kkk9d7dh3k39sjv7");
        protocol.put("oauth_signature_method", "HMAC-SHA1");
        protocol.put("oauth_timestamp", "137131201");
        protocol.put("oauth_nonce", "7d8f3e4a");

        assertThat(OAuth1.base(
                        form("http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b", "c2&a3=2+q"), protocol))
                .isEqualTo("POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D"
                        + "%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D"
                        + "7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token"
                        + "%3Dkkk9d7dh3k39sjv7");
    }

    /** The standard's own walk sends no {@code oauth_version}. */
    @Test
    void theSignaturesOfTheStandardsWalk() {
        var asking = Map.of(
                "oauth_consumer_key", "dpf43f3p2l4k3l03",
                "oauth_token", "hh5s93j4hdidpola",
                "oauth_signature_method", "HMAC-SHA1",
                "oauth_timestamp", "137131201",
                "oauth_nonce", "walatlh",
                "oauth_verifier", "hfdp7dh39dks9884");
        assertThat(new OAuth1("dpf43f3p2l4k3l03", "kd94hf93k423kf44", "hh5s93j4hdidpola", "hdhd0244k9j7ao03")
                        .signature(OAuth1.base(Call.post(URI.create("https://photos.example.net/token")), asking)))
                .isEqualTo("gKgrFCywp7rO0OXSjdot/IHF7IU=");

        var reading = Map.of(
                "oauth_consumer_key", "dpf43f3p2l4k3l03",
                "oauth_token", "nnch734d00sl2jdk",
                "oauth_signature_method", "HMAC-SHA1",
                "oauth_timestamp", "137131202",
                "oauth_nonce", "chapoH");
        var photo = Call.get(URI.create("http://photos.example.net/photos?file=vacation.jpg&size=original"));
        assertThat(new OAuth1("dpf43f3p2l4k3l03", "kd94hf93k423kf44", "nnch734d00sl2jdk", "pfkkdhi9sl3r4s00")
                        .signature(OAuth1.base(photo, reading)))
                .isEqualTo("MdpQcU8iPSUjWoN/UDMsK2sui9I=");
    }

    @Test
    void theHeaderOfXsOwnExample() {
        var call = form(
                "https://api.x.com/1.1/statuses/update.json?include_entities=true",
                "status=Hello%20Ladies%20%2b%20Gentlemen%2c%20a%20signed%20OAuth%20request%21");

        assertThat(signed(call)).contains("oauth_signature=\"Ls93hJiZbQ3akF3HF3x1Bz8%2FzU4%3D\"");
    }

    /** As the page stood while the host was another. */
    @Test
    void theHeaderOfXsOlderExample() {
        var call = form(
                "https://api.twitter.com/1.1/statuses/update.json?include_entities=true",
                "status=Hello%20Ladies%20%2b%20Gentlemen%2c%20a%20signed%20OAuth%20request%21");

        assertThat(signed(call))
                .isEqualTo("OAuth oauth_consumer_key=\"xvz1evFS4wEEPTGEFPHBog\","
                        + " oauth_nonce=\"kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg\","
                        + " oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"1318622958\","
                        + " oauth_token=\"370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb\","
                        + " oauth_version=\"1.0\", oauth_signature=\"hCtSmYh%2BiHYCEqBWrE7C7hYmtUk%3D\"");
    }

    /** JSON and files are not signed: the same header holds for another body. */
    @Test
    void onlyFormsAreSigned() {
        var post = Call.post(URI.create("https://api.x.com/2/tweets"));

        assertThat(signed(post.json(Map.of("text", "a")))).isEqualTo(signed(post.json(Map.of("text", "b"))));
        assertThat(signed(post.form(Map.of("text", "a")))).isNotEqualTo(signed(post.form(Map.of("text", "b"))));
    }

    @Test
    void nothingSecretHasATextForm() {
        var call = OF_X.signed(Call.post(URI.create("https://api.x.com/2/tweets")), Map.of(), Instant.EPOCH, "n");

        assertThat(OF_X.toString() + call).doesNotContain(OF_X.consumerSecret(), OF_X.token(), OF_X.tokenSecret());
        assertThat(call.secrets())
                .contains(
                        OF_X.consumerSecret(),
                        OF_X.token(),
                        OF_X.tokenSecret(),
                        call.headers().getOrDefault("Authorization", ""));
    }

    private static String signed(Call call) {
        return OF_X.signed(
                        call,
                        Map.of(),
                        Instant.ofEpochSecond(1_318_622_958),
                        "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg")
                .headers()
                .getOrDefault("Authorization", "");
    }
}
