package planner.adapter.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.kit.Http;
import planner.adapter.kit.Reply;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Fault.Scope;
import planner.network.NetworkException;

class TikTokFaultsTest {
    private static Fault fault(int status, String code) {
        return TikTokFaults.of(reply(status, TikTokErrors.body(code, "Told by TikTok")));
    }

    private static Reply reply(int status, String body) {
        return new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "rate_limit_exceeded, 429, PT1M, CHANNEL",
        "spam_risk_too_many_posts, 200, PT24H, CHANNEL",
        "spam_risk_too_many_posts, 403, PT24H, CHANNEL",
        "spam_risk_too_many_pending_share, 403, PT24H, CHANNEL",
        "reached_active_user_cap, 200, PT24H, NETWORK",
        "reached_active_user_cap, 403, PT24H, NETWORK"
    })
    void aLimitRestsAsLongAsItLasts(String code, int status, Duration rest, Scope scope) {
        assertThat(fault(status, code)).isInstanceOfSatisfying(Fault.Busy.class, busy -> {
            assertThat(busy.retryAfter()).isEqualTo(rest);
            assertThat(busy.scope()).isEqualTo(scope);
        });
    }

    /** What a person can do about it is said in our own words, which the bundle has in Polish, too. */
    @ParameterizedTest
    @CsvSource({
        "spam_risk_too_many_posts, about 15 posts",
        "spam_risk_too_many_pending_share, in the app",
        "reached_active_user_cap, tried again in a day",
        "scope_not_authorized, allow posting",
        "scope_permission_missed, allow posting"
    })
    void whatWaitsSaysWhatToDo(String code, String words) {
        var said = switch (fault(403, code)) {
            case Fault.Busy busy -> busy.detail();
            case Fault.Revoked revoked -> revoked.detail();
            case Fault.Expired expired -> expired.detail();
            case Fault.Unavailable away -> away.detail();
            case Fault.Rejected rejected -> rejected.message();
        };
        var polish = ResourceBundle.getBundle(
                "planner.adapter.tiktok.messages",
                Locale.forLanguageTag("pl"),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

        assertThat(said).contains(words);
        assertThat(polish.getString("says." + said)).isNotBlank().isNotEqualTo(said);
    }

    @Test
    void troubleAtTikTokMayHaveDoneIt() {
        assertThat(fault(500, "internal_error"))
                .isInstanceOfSatisfying(
                        Fault.Unavailable.class,
                        it -> assertThat(it.maybeDone()).isTrue());
    }

    @Test
    void aRefusalKeepsTheWordsOfTikTok() {
        assertThat(fault(400, "invalid_params")).isEqualTo(new Fault.Rejected("invalid_params", "Told by TikTok"));
        assertThat(fault(418, "brand_new")).isEqualTo(new Fault.Rejected("refused", "brand_new: Told by TikTok"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file_format_check_failed",
                "duration_check_failed",
                "frame_rate_check_failed",
                "picture_size_check_failed",
                "video_pull_failed",
                "photo_pull_failed",
                "publish_cancelled",
                "spam_risk_user_banned_from_posting",
                "spam_risk_text",
                "spam_risk"
            })
    void aFileThatIsNotTakenIsForThePerson(String reason) {
        assertThat(TikTokFaults.ofProcessing(reason)).isEqualTo(new Fault.Rejected(reason, reason));
    }

    @Test
    void otherFailuresOfProcessing() {
        assertThat(TikTokFaults.ofProcessing("internal"))
                .isInstanceOfSatisfying(
                        Fault.Unavailable.class,
                        it -> assertThat(it.maybeDone()).isFalse());
        assertThat(TikTokFaults.ofProcessing("auth_removed")).isInstanceOf(Fault.Revoked.class);
        assertThat(TikTokFaults.ofProcessing("spam_risk_too_many_posts"))
                .isInstanceOfSatisfying(
                        Fault.Busy.class, it -> assertThat(it.retryAfter()).isEqualTo(Duration.ofHours(24)));
        assertThat(TikTokFaults.ofProcessing("")).isEqualTo(new Fault.Rejected("failed", "no reason was given"));
        assertThat(TikTokFaults.ofProcessing("odd")).isEqualTo(new Fault.Rejected("failed", "odd"));
    }

    @ParameterizedTest
    @CsvSource({
        "200, invalid_grant, Revoked, ''",
        "400, invalid_grant, Revoked, ''",
        "400, access_denied, Revoked, ''",
        "401, invalid_client, Rejected, invalid_client",
        "400, invalid_request, Rejected, refused",
        "503, temporarily_unavailable, Unavailable, ''"
    })
    void theSignInHasErrorsOfItsOwn(int status, String error, String kind, String code) {
        var fault = refresh(reply(
                status, "{\"error\":\"" + error + "\",\"error_description\":\"Told by TikTok\",\"log_id\":\"1\"}"));

        assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
        if (fault instanceof Fault.Rejected rejected) {
            assertThat(rejected.code()).isEqualTo(code);
        }
    }

    private static Fault refresh(Reply reply) {
        var network = new TikTok(new MapEnvironment(Map.of()), new Http(call -> reply), Clock.systemUTC());
        Connector connector = network.connectors().getFirst();
        var old = new Credential("act.old", "rft.old", null, Set.of("user.info.basic"), Map.of());
        return catchThrowableOfType(NetworkException.class, () -> connector.refresh(old))
                .fault();
    }
}
