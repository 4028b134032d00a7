package planner.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import planner.RoomTest;
import planner.channel.Channel;
import planner.channel.Channels;
import planner.channel.NetworkDirectory;
import planner.network.Account;
import planner.network.Credential;
import planner.network.Delivery;
import planner.network.Grant;
import planner.network.Network;
import planner.publish.Publications.Line;
import planner.publish.Publications.Order;
import planner.workspace.Workspace.Late;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was fine when it was scheduled and is not any more is told half an hour before its time. */
class LookAheadTest extends RoomTest {
    private static final Late LATE = new Late(Duration.ofHours(1), Late.Action.SPACE, Duration.ofMinutes(2));
    private static final Instant DUE = START.plus(Duration.ofHours(3));

    private Network network;
    private Channel channel;

    @BeforeEach
    void connect() {
        network = bean(NetworkDirectory.class).all().getFirst();
        var account = new Account(UUID.randomUUID().toString(), "Ann", "ann", null, Map.of());
        var grant = new Grant(account, new Credential("token", null, null, Set.of(), Map.of()));
        channel = bean(Channels.class)
                .connect(owner.workspace(), network.id(), "any", grant, UUID.randomUUID())
                .channel();
    }

    @Test
    void whatWillFailIsToldHalfAnHourBeforeItsTimeAndStaysScheduled() {
        var good = ordered("Hello", DUE);
        var bad = ordered("x".repeat(100_000), DUE);

        clock.set(DUE.minus(Duration.ofMinutes(31)));
        look();
        assertThat(problem(bad)).isNull();

        clock.set(DUE.minus(Duration.ofMinutes(29)));
        look();

        assertThat(problem(bad)).isEqualTo("preflight.soon");
        assertThat(get("/" + bad).path("state").asString()).isEqualTo("SCHEDULED");
        assertThat(get("/" + bad).path("problem").path("message").asString()).contains("100,000");
        assertThat(problem(good)).isNull();
        assertThat(get("/counts").path("WARNED").asInt()).isEqualTo(1);
        assertThat(get("?warned=true").path("items"))
                .singleElement()
                .satisfies(item -> assertThat(item.path("id").asString()).isEqualTo(bad.toString()));
    }

    @Test
    void itIsLookedAtOnce() {
        var bad = ordered("x".repeat(100_000), DUE);
        clock.set(DUE.minus(Duration.ofMinutes(29)));

        look();
        look();

        assertThat(get("/" + bad + "/attempts")
                        .path("items")
                        .valueStream()
                        .map(it -> it.path("decision").asString()))
                .containsExactly("warned");
    }

    @Test
    void whatIsDueSoonWasLookedAtWhenItWasScheduled() {
        var bad = ordered("x".repeat(100_000), START.plus(Duration.ofMinutes(10)));

        look();

        assertThat(problem(bad)).isNull();
    }

    private void look() {
        bean(LookAhead.class).run("all");
    }

    private UUID ordered(String text, Instant due) {
        var delivery = new Delivery(
                UUID.randomUUID(),
                due,
                network.capabilities().formats().getFirst().id(),
                "",
                List.of(new Delivery.Part(text, List.of())),
                options());
        var order = new Order(
                owner.workspace(), UUID.randomUUID(), due, false, LATE, List.of(new Line(channel.id(), delivery)));
        return bean(Publications.class).schedule(order).getFirst().value();
    }

    private Delivery.Options options() {
        return JsonMapper.shared().readValue("{}", network.options());
    }

    private @Nullable String problem(UUID id) {
        var code = get("/" + id).path("problem").path("code");
        return code.isMissingNode() ? null : code.asString();
    }

    private JsonNode get(String path) {
        var body = http.get().uri("/api/publications" + path).retrieve().body(String.class);
        return JsonMapper.shared().readTree(Objects.requireNonNull(body));
    }
}
