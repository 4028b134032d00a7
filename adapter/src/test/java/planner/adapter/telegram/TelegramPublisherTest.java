package planner.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.contract.TestFiles;
import planner.adapter.kit.Http;
import planner.adapter.kit.Reply;
import planner.network.Account;
import planner.network.Credential;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Finding;
import planner.network.Outcome;
import planner.network.Publisher;
import planner.network.RemotePost;
import planner.network.Session;

class TelegramPublisherTest {
    private final PaperTelegram server = new PaperTelegram();
    private final Telegram telegram =
            new Telegram(new MapEnvironment(Map.of("api-url", PaperTelegram.BASE)), new Http(server));

    @SuppressWarnings("unchecked")
    private final Publisher<At> publisher = (Publisher<At>) telegram.publisher();

    @Test
    void aGroupThatBecameASupergroupIsFollowed() {
        server.movedTo = -1009999L;
        var delivery = delivery("Hello", Choices.plain());

        var outcome = publisher.perform(publisher.first(delivery), delivery, session("-4242"));

        assertThat(outcome).isEqualTo(new Outcome.Next<>(new At.Send(-1009999L)));
        assertThat(server.texts).isEmpty();
        var sent = publisher.perform(new At.Send(-1009999L), delivery, session("-4242"));
        assertThat(sent).isInstanceOf(Outcome.Published.class);
        assertThat(server.texts).containsExactly("Hello");
    }

    @Test
    void aMessageIsPinnedAfterwards() {
        var outcome = publisher.perform(pin(0), delivery("Hello", pinned()), session());

        assertThat(post(outcome).note()).isEmpty();
        assertThat(server.pinned).containsExactly(41L);
    }

    @Test
    void aPinThatIsRefusedIsARemarkOnThePost() {
        server.pinError = "Bad Request: not enough rights to manage pinned messages in the chat";

        var outcome = publisher.perform(pin(0), delivery("Hello", pinned()), session());

        assertThat(post(outcome).note()).contains("not pinned", "not enough rights");
    }

    @Test
    void aPinThatMustWaitIsTriedAgainButNotForEver() {
        var busy = new Telegram(
                new MapEnvironment(Map.of("api-url", PaperTelegram.BASE)),
                new Http(call -> new Reply(
                        429,
                        Map.of(),
                        "{\"ok\":false,\"description\":\"Too Many Requests\",\"parameters\":{\"retry_after\":7}}"
                                .getBytes(StandardCharsets.UTF_8))));
        @SuppressWarnings("unchecked")
        var its = (Publisher<At>) busy.publisher();

        assertThat(its.perform(pin(0), delivery("Hello", pinned()), session()))
                .isInstanceOfSatisfying(Outcome.Later.class, later -> {
                    assertThat(later.step()).isEqualTo(pin(1));
                    assertThat(later.in()).isEqualTo(Duration.ofSeconds(7));
                });
        assertThat(its.perform(pin(3), delivery("Hello", pinned()), session())).isInstanceOf(Outcome.Published.class);
    }

    @Test
    void aCutSendIsLeftToAPerson() {
        assertThat(publisher.reconcile(new At.Send(null), delivery("Hello", Choices.plain()), session()))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(new At.Send(null).repeatable()).isFalse();
    }

    @Test
    void permalinksExistWhereThereIsSomethingToOpen() {
        assertThat(permalink(new At.Message(-1001234567890L, "planner_news", List.of(5L))))
                .isEqualTo("https://t.me/planner_news/5");
        assertThat(permalink(new At.Message(-1001234567890L, "", List.of(5L, 6L))))
                .isEqualTo("https://t.me/c/1234567890/5");
        assertThat(permalink(new At.Message(-4242, "", List.of(5L)))).isEqualTo("null");
    }

    @Test
    void theFurtherMessagesOfAnAlbumAreKept() {
        var message = new At.Message(-1001L, "", List.of(5L, 6L, 7L));

        var outcome = publisher.perform(new At.Pin(message, 0), delivery("Hello", pinned()), session());

        assertThat(post(outcome).id()).isEqualTo("-1001/5");
        assertThat(post(outcome).more()).containsExactly("-1001/6", "-1001/7");
    }

    @Test
    void markupAndButtonsAreCheckedBeforeSending() {
        var options = Choices.of("{'textFormat':'HTML','buttons':[{'text':'Open','url':'javascript:x'},"
                + "{'text':'','url':'https://example.com'}]}");

        var findings = telegram.preflight(delivery("<b>a", options), account("-1001"));

        assertThat(findings.stream().map(Finding::rule))
                .containsExactly("telegram.markup-unclosed", "telegram.button", "telegram.button");
        var empty = Choices.of("{'textFormat':'HTML'}");
        assertThat(telegram.preflight(delivery("<b> </b>", empty), account("-1001")))
                .extracting(Finding::rule)
                .containsExactly("telegram.empty");
    }

    /** A delivery that an earlier release froze goes out as it was meant. */
    @Test
    void storedOptionsOfOlderReleasesAreRead() {
        var stored = Choices.of("{'textFormat':'HTML','silent':true,'pin':false,'protect':false,"
                + "'linkPreview':'ABOVE_TEXT','captionAbove':false,'spoiler':false,"
                + "'buttons':[{'text':'Open','url':'https://example.com'}]}");

        var outcome = publisher.perform(new At.Send(null), delivery("Hello", stored), session());

        assertThat(outcome).isInstanceOf(Outcome.Published.class);
        assertThat(server.sent.getLast().get("link_preview_options")).isEqualTo("{\"show_above_text\":true}");
        assertThat(server.sent.getLast().get("reply_markup"))
                .isEqualTo("{\"inline_keyboard\":[[{\"text\":\"Open\",\"url\":\"https://example.com\"}]]}");
    }

    /** More is formatted than Telegram is said to format: a person may want to know. */
    @Test
    void tooManyMarksAreToldOf() {
        var options = Choices.of("{'textFormat':'HTML'}");

        assertThat(telegram.preflight(delivery("<b>a</b>".repeat(100), options), account("-1001")))
                .isEmpty();
        assertThat(telegram.preflight(delivery("<b>a</b>".repeat(101), options), account("-1001")))
                .extracting(Finding::rule)
                .containsExactly("telegram.marks");
    }

    private static At.Pin pin(int tries) {
        return new At.Pin(new At.Message(PaperTelegram.CHANNEL, "planner_news", List.of(41L)), tries);
    }

    private String permalink(At.Message message) {
        return ""
                + post(publisher.perform(new At.Pin(message, 0), delivery("Hello", pinned()), session()))
                        .permalink();
    }

    private static RemotePost post(Outcome<At> outcome) {
        return ((Outcome.Published<At>) Objects.requireNonNull(outcome)).post();
    }

    private static TelegramOptions pinned() {
        return Choices.of("{'silent':true,'pin':true}");
    }

    private static Delivery delivery(String text, TelegramOptions options) {
        var at = Instant.parse("2026-12-01T09:00:00Z");
        return new Delivery(new UUID(1, 2), at, "text", "", List.of(new Part(text, List.of())), options);
    }

    private static Session session() {
        return session(Long.toString(PaperTelegram.CHANNEL));
    }

    private static Session session(String chat) {
        var credential = new Credential(PaperTelegram.TOKEN, null, null, Set.of(), Map.of());
        return new Session(account(chat), credential, TestFiles.FILES);
    }

    private static Account account(String chat) {
        return new Account(chat, "News", "", null, Map.of());
    }
}
