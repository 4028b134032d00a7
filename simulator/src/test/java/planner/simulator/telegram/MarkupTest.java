package planner.simulator.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void marksOfMarkdownDoNotStandInTheText() {
        assertThat(Markup.parse("*Bread* _and_ `salt` \\*", "MarkdownV2").plain())
                .isEqualTo("Bread and salt *");
    }

    @Test
    void whatMarkdownReservesMustBeEscaped() {
        assertThatExceptionOfType(BotError.class)
                .isThrownBy(() -> Markup.parse("Bread.", "MarkdownV2"))
                .withMessageContaining("'.' is reserved");
        assertThat(Markup.parse("Bread\\.", "MarkdownV2").plain()).isEqualTo("Bread.");
    }
}
