package planner.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import planner.fake.FakeNetwork;
import planner.jobs.Next;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;

class UpkeepTest extends ChannelTest {
    @BeforeEach
    @AfterEach
    void alone() {
        sql.sql("delete from channel").update();
        network.refresh = used -> FakeNetwork.credential("new", clock.instant().plus(Duration.ofDays(60)));
    }

    private ChannelId connect(@Nullable Instant expiresAt) {
        return connect("1", expiresAt);
    }

    private ChannelId connect(String account, @Nullable Instant expiresAt) {
        return connect(account, "oauth", expiresAt);
    }

    private ChannelId connect(String account, String connector, @Nullable Instant expiresAt) {
        return channels.connect(
                        owner.workspace(),
                        FakeNetwork.ID,
                        connector,
                        new Grant(FakeNetwork.account(account), FakeNetwork.credential("old", expiresAt)),
                        UUID.randomUUID())
                .channel()
                .id();
    }

    private Next run() {
        return bean(Upkeep.class).run("all");
    }

    private String access(ChannelId id) {
        return channels.stored(id).access();
    }

    @Test
    void aLongLivedTokenIsRenewedBeforeItsLastThird() {
        var id = connect(START.plus(Duration.ofDays(3)));
        clock.advance(Duration.ofHours(40));
        run();
        assertThat(access(id)).isEqualTo("old");
        clock.advance(Duration.ofHours(12));
        run();
        assertThat(access(id)).isEqualTo("new");
    }

    @Test
    void aShortLivedTokenOfAnIdleChannelIsRenewedAfterDays() {
        var id = connect(START.plus(Duration.ofHours(2)));
        clock.advance(Duration.ofDays(4));
        run();
        assertThat(access(id)).isEqualTo("old");
        clock.advance(Duration.ofDays(2));
        run();
        assertThat(access(id)).isEqualTo("new");
    }

    @Test
    void whatDiesOfRestWithinDaysIsRenewedEveryDay() {
        var restless = connect("1", "asking", START.plus(Duration.ofHours(1)));
        var other = connect("2", "oauth", START.plus(Duration.ofHours(1)));
        clock.advance(Duration.ofHours(19));
        run();
        assertThat(access(restless)).isEqualTo("old");
        clock.advance(Duration.ofHours(2));
        run();
        assertThat(access(restless)).isEqualTo("new");
        assertThat(access(other)).isEqualTo("old");
    }

    @Test
    void aTokenWithoutAnEndIsLeftAlone() {
        var id = connect(null);
        clock.advance(Duration.ofDays(400));
        run();
        assertThat(access(id)).isEqualTo("old");
    }

    @Test
    void aNetworkThatIsAwayIsAskedAgainLater() {
        var id = connect(START.plus(Duration.ofHours(2)));
        clock.advance(Duration.ofDays(6));
        var works = network.refresh;
        network.refresh = used -> {
            throw new NetworkException(new Fault.Unavailable(true, "the answer was lost"));
        };
        assertThat(run()).isEqualTo(new Next.Again(clock.instant().plus(Duration.ofHours(1))));
        network.refresh = works;
        run();
        assertThat(access(id)).isEqualTo("old");
        clock.advance(Duration.ofMinutes(61));
        run();
        assertThat(access(id)).isEqualTo("new");
        assertThat(channels.get(id).state()).isEqualTo(Channel.State.CONNECTED);
    }

    @Test
    void aTokenThatEndedForGoodAsksToReconnect() {
        var id = connect(START.plus(Duration.ofDays(60)));
        network.refresh = used -> used;
        clock.advance(Duration.ofDays(61));
        run();
        assertThat(channels.get(id).state()).isEqualTo(Channel.State.RECONNECT);
    }

    @Test
    void aCredentialThatDoesNotOpenLeavesTheOthersTheirUpkeep() {
        var broken = connect("1", START.plus(Duration.ofDays(3)));
        var sound = connect("2", START.plus(Duration.ofDays(4)));
        sql.sql("update channel set credential = 'spoiled'::bytea where id = :id")
                .param("id", broken.value())
                .update();
        clock.advance(Duration.ofDays(3));

        assertThat(run()).isEqualTo(new Next.Again(clock.instant().plus(Duration.ofHours(1))));

        assertThat(access(sound)).isEqualTo("new");
        assertThat(channels.get(broken).state()).isEqualTo(Channel.State.CONNECTED);
        assertThat(bean(ChannelStore.class).restingTooLong(Set.of(), clock.instant(), 50))
                .isEmpty();
    }
}
