package planner.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.network.Connector;
import planner.network.Exchange;
import planner.network.Fault;
import planner.network.NetworkException;

class TelegramConnectorTest {
    private final PaperTelegram server = new PaperTelegram();
    private final List<Call> calls = new ArrayList<>();
    private final Connector.Secrets connector = (Connector.Secrets)
            new Telegram(new MapEnvironment(Map.of("api-url", PaperTelegram.BASE)), new Http(call -> {
                        calls.add(call);
                        return server.send(call);
                    }))
                    .connectors()
                    .getFirst();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@planner_news",
                "planner_news",
                " t.me/planner_news ",
                "https://t.me/planner_news/12",
                "https://t.me/s/planner_news",
                "-1001234567890",
                "https://t.me/c/1234567890/5"
            })
    void aChatIsNamedAsPeopleNameIt(String typed) {
        var credential = connector.signIn(Map.of("token", PaperTelegram.TOKEN, "chat", typed));

        var account = connector.accounts(credential).getFirst().account();
        assertThat(account.id()).isEqualTo(Long.toString(PaperTelegram.CHANNEL));
        assertThat(account.name()).isEqualTo("News");
        assertThat(account.handle()).isEqualTo("planner_news");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "123", "123:abc/../getMe?x", "123456789:short", "no colon at all in this long token here"})
    void whatIsNoTokenNeverBecomesAnAddress(String token) {
        assertThat(refusal(Map.of("token", token, "chat", "@planner_news"))).isEqualTo("token");
        assertThat(calls).isEmpty();
    }

    @Test
    void refusalsNameTheField() {
        var other = PaperTelegram.TOKEN.replace("AAE", "AAF");
        assertThat(refusal(Map.of("token", other, "chat", "@planner_news"))).isEqualTo("token");
        assertThat(refusal(Map.of("token", PaperTelegram.TOKEN, "chat", "@nobody_here")))
                .isEqualTo("chat");
        assertThat(refusal(Map.of("token", PaperTelegram.TOKEN, "chat", "what is this?")))
                .isEqualTo("chat");
    }

    @Test
    void aBotThatMayNotPostIsRefused() {
        server.mayPost = false;
        var credential = connector.signIn(Map.of("token", PaperTelegram.TOKEN, "chat", "@planner_news"));

        var thrown = catchThrowableOfType(NetworkException.class, () -> connector.accounts(credential));

        assertThat(thrown.fault())
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, fault -> assertThat(fault.code()).isEqualTo("chat"));
    }

    @Test
    void theTokenInTheAddressIsNeverTold() {
        var told = new ArrayList<Exchange>();

        ScopedValue.where(Exchange.LISTENER, told::add)
                .run(() -> connector.signIn(Map.of("token", PaperTelegram.TOKEN, "chat", "@planner_news")));

        assertThat(told).hasSize(2);
        assertThat(told.toString()).doesNotContain(PaperTelegram.TOKEN).contains("getMe", "getChat");
        assertThat(calls.toString()).doesNotContain(PaperTelegram.TOKEN);
    }

    private String refusal(Map<String, String> secrets) {
        var thrown = catchThrowableOfType(NetworkException.class, () -> connector.signIn(secrets));
        assertThat(thrown)
                .hasMessageNotContaining(secrets.getOrDefault("token", "").isEmpty() ? "?" : secrets.get("token"));
        return ((Fault.Rejected) thrown.fault()).code();
    }
}
