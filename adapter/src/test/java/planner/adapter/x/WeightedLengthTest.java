package planner.adapter.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.kit.Http;
import planner.network.Delivery;
import planner.network.Unit;

class WeightedLengthTest {

    private final X x = new X(
            new MapEnvironment(Map.of()),
            new Http(call -> {
                throw new AssertionError("counting sends nothing");
            }),
            Clock.systemUTC());

    private int weigh(String text) {
        return x.count(Unit.WEIGHTED, text, new Delivery.Options() {});
    }

    @Test
    void aLinkWeighs23HoweverLongItIs() {
        assertThat(weigh("https://example.com/a/very/long/path/indeed?with=a&query=too"))
                .isEqualTo(23);
    }

    @Test
    void anEmojiWeighs2AlsoWhenItIsAFamily() {
        assertThat(weigh("👨‍👩‍👧‍👦")).isEqualTo(2);
        assertThat(weigh("🇵🇱")).isEqualTo(2);
    }

    @Test
    void polishLettersWeigh1AndChineseOnes2() {
        assertThat(weigh("zażółć gęślą jaźń")).isEqualTo(17);
        assertThat(weigh("漢字")).isEqualTo(4);
    }
}
