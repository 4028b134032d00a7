package planner.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.Cut;
import planner.adapter.contract.MiniWalk;
import planner.network.Fault;

/** Sections 3 to 5 of the sheet: waiting, moving, pinning, and never twice. */
class TelegramWalkTest extends TelegramStand {
    @Test
    void afterTooManyMessagesTheChatRestsAsLongAsItSaysAndNothingIsLost() {
        where = GROUP;
        IntStream.range(0, 20).forEach(i -> walked(text("One of many " + i, "")));
        var before = stage.now();

        var walked = walked(text("One too many", ""));

        walked.post();
        assertThat(Duration.between(before, stage.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
        assertThat(walked.wire().sent().getFirst().status()).isEqualTo(429);
        assertThat(stage.visible()).hasSize(21).endsWith("One too many");
    }

    @Test
    void aGroupThatBecameASupergroupIsFollowedWithEveryFormat() {
        where = BEFORE;
        var walked = walked(text("Hello", "'pin':true"));

        assertThat(walked.methods()).containsExactly("sendMessage", "sendMessage", "pinChatMessage");
        assertThat(walked.post().id()).startsWith("-1001500000002/");
        var photo = walked(delivery("photo", "Look", List.of(files.png(40, 30)), Choices.plain()));
        assertThat(photo.methods()).containsExactly("sendPhoto", "sendPhoto");
        var poll = walked(poll("'answers':[{'text':'Yes'}]"));
        assertThat(poll.methods()).containsExactly("sendPoll", "sendPoll");
        assertThat(stage.visible()).containsExactly("Hello", "Look", "Which one?");
    }

    /** The first answer promised that nothing was sent; a cut after it is a cut like any other. */
    @Test
    void aCutAfterTheMoveIsLeftToAPerson() {
        where = BEFORE;

        var walked = walked(text("Hello", ""), Map.of(1, Cut.ANSWER_LOST));

        assertThat(walked.end()).isInstanceOf(MiniWalk.End.Unconfirmed.class);
        assertThat(stage.visible()).containsExactly("Hello");
    }

    @Test
    void aPinWhoseAnswerWasLostIsSetAgainAndNothingIsSentTwice() {
        var walked = walked(text("Look up", "'pin':true"), Map.of(1, Cut.ANSWER_LOST));

        walked.post();
        assertThat(walked.methods()).containsExactly("sendMessage", "pinChatMessage", "pinChatMessage");
        assertThat(walked.post().note()).isEmpty();
        assertThat(stage.visible()).containsExactly("Look up");
    }

    @Test
    void whereTheBotMayNotPinThePostStandsAndSaysSo() {
        where = LIBRARY;

        var post = walked(text("Quiet", "'pin':true")).post();

        assertThat(post.note()).contains("not pinned", "not enough rights");
        assertThat(stage.visible()).containsExactly("Quiet");
    }

    @Test
    void whatTheBotMayNotSendFailsThatPostAlone() {
        where = LIBRARY;

        refused(delivery("photo", "Look", List.of(files.png(40, 30)), Choices.plain()), "rights");
        refused(poll("'answers':[{'text':'Yes'}]"), "rights");
        taken(text("Words are free", ""));
    }

    @Test
    void aChatWhereTheBotIsNoAdministratorIsToBeConnectedAnew() {
        where = new planner.network.Account("-1001500000003", "Somebody Else", "", null, Map.of("type", "channel"));

        assertThat(walked(text("Hello", "")).end())
                .isInstanceOfSatisfying(
                        MiniWalk.End.Failed.class,
                        failed -> assertThat(failed.fault()).isInstanceOf(Fault.Revoked.class));
    }
}
