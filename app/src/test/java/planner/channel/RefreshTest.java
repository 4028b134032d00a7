package planner.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import planner.fake.FakeNetwork;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;
import planner.network.NetworkId;
import planner.network.Session;
import planner.workspace.Installation;

class RefreshTest extends ChannelTest {
    private final AtomicInteger bought = new AtomicInteger();
    private ChannelId id = new ChannelId(UUID.randomUUID());

    @BeforeEach
    void connect() {
        id = channels.connect(
                        owner.workspace(),
                        FakeNetwork.ID,
                        "oauth",
                        new Grant(
                                FakeNetwork.account("1"),
                                FakeNetwork.credential("old", START.plus(Duration.ofHours(2)))),
                        UUID.randomUUID())
                .channel()
                .id();
        network.refresh = this::buy;
    }

    private Credential buy(Credential used) {
        int count = bought.incrementAndGet();
        return FakeNetwork.credential("new" + count, clock.instant().plus(Duration.ofHours(2)));
    }

    private Session session() {
        return channels.session(id, NoFiles.NONE);
    }

    @Test
    void aTokenThatLastsIsUsedAsItIs() {
        clock.advance(Duration.ofMinutes(60));
        assertThat(session().credential().access()).isEqualTo("old");
        assertThat(bought).hasValue(0);
    }

    @Test
    void aTokenNearItsEndIsRenewedAndStored() {
        clock.advance(Duration.ofMinutes(116));
        assertThat(session().credential().access()).isEqualTo("new1");
        assertThat(session().credential().access()).isEqualTo("new1");
        assertThat(bought).hasValue(1);
        var stored = sql.sql("select expires_at from channel where id = :id")
                .param("id", id.value())
                .query(Timestamp.class)
                .single();
        assertThat(stored.toInstant()).isEqualTo(clock.instant().plus(Duration.ofHours(2)));
        assertThat(channels.get(id).expiresAt()).as("hours are no news").isNull();
    }

    @Test
    void manyAtOnceBuyOnce() throws Exception {
        clock.advance(Duration.ofMinutes(130));
        var elsewhere = anotherProcess();
        var inside = new CountDownLatch(1);
        network.refresh = used -> {
            inside.countDown();
            return buy(used);
        };
        var answers = new ArrayList<Future<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                var door = i % 2 == 0 ? channels : elsewhere;
                answers.add(threads.submit(
                        () -> door.session(id, NoFiles.NONE).credential().access()));
            }
        }
        for (var answer : answers) {
            assertThat(answer.get()).isEqualTo("new1");
        }
        assertThat(bought).hasValue(1);
        assertThat(inside.getCount()).isZero();
    }

    @Test
    void anExpiredTokenIsReplacedOnceByWhoeverComesFirst() {
        var used = session().credential();
        var elsewhere = anotherProcess();
        assertThat(channels.renewed(id, used, NoFiles.NONE).credential().access())
                .isEqualTo("new1");
        assertThat(elsewhere.renewed(id, used, NoFiles.NONE).credential().access())
                .isEqualTo("new1");
        assertThat(bought).hasValue(1);
    }

    @Test
    void aLostAnswerLeavesTheStoredPair() {
        clock.advance(Duration.ofMinutes(130));
        network.refresh = used -> {
            throw new NetworkException(new Fault.Unavailable(true, "the answer was lost"));
        };
        assertThatThrownBy(this::session)
                .isInstanceOfSatisfying(
                        NetworkException.class, e -> assertThat(e.fault()).isInstanceOf(Fault.Unavailable.class));
        assertThat(channels.get(id).state()).isEqualTo(Channel.State.CONNECTED);
        network.refresh = used -> {
            assertThat(used.refresh()).isEqualTo("refresh-of-old");
            return buy(used);
        };
        assertThat(session().credential().access()).isEqualTo("new1");
    }

    @Test
    void theNetworksNoAfterALostAnswerAsksToReconnect() {
        clock.advance(Duration.ofMinutes(130));
        network.refresh = used -> {
            throw new NetworkException(new Fault.Revoked("invalid_grant"));
        };
        assertThatThrownBy(this::session).isInstanceOf(NetworkException.class);
        assertThat(channels.get(id).state()).isEqualTo(Channel.State.RECONNECT);
        assertThat(channels.get(id).detail()).isEqualTo("invalid_grant");
        assertThat(heard.changes).contains(new ChannelChanged(owner.workspace(), id, Channel.State.RECONNECT));
        assertThat(channels.stored(id).refresh()).isEqualTo("refresh-of-old");
    }

    @Test
    void aTokenThatStillWorksIsUsedWhileTheNetworkIsAway() {
        clock.advance(Duration.ofMinutes(117));
        network.refresh = used -> {
            throw new NetworkException(new Fault.Unavailable(false, "could not connect"));
        };
        assertThat(session().credential().access()).isEqualTo("old");
    }

    @Test
    void aRefusedTokenThatCannotBeRenewedAsksToReconnect() {
        network.refresh = used -> used;
        assertThatThrownBy(() -> channels.renewed(id, session().credential(), NoFiles.NONE))
                .isInstanceOfSatisfying(
                        NetworkException.class, e -> assertThat(e.fault()).isInstanceOf(Fault.Revoked.class));
        assertThat(channels.get(id).state()).isEqualTo(Channel.State.RECONNECT);
    }

    @Test
    void aRefusedAppIsMendedByAnOperatorAndCostsNoPost() {
        clock.advance(Duration.ofMinutes(130));
        network.refresh = used -> {
            throw new NetworkException(new Fault.Rejected("invalid_client", "unknown app"));
        };
        assertThatThrownBy(this::session)
                .isInstanceOfSatisfying(
                        NetworkException.class, e -> assertThat(e.fault()).isInstanceOf(Fault.Unavailable.class));
        assertThat(channels.get(id).state()).isEqualTo(Channel.State.CONNECTED);
    }

    @Test
    void aRolledBackCallerDoesNotUndoThePurchase() {
        clock.advance(Duration.ofMinutes(130));
        var transaction = bean(TransactionTemplate.class);
        transaction.executeWithoutResult(status -> {
            assertThat(session().credential().access()).isEqualTo("new1");
            status.setRollbackOnly();
        });
        assertThat(channels.stored(id).access()).isEqualTo("new1");
    }

    @Test
    void aNetworkWhoseTokenServiceHangsMakesNoOtherWait() throws Exception {
        var hanging = new FakeNetwork(new NetworkId("hanging"));
        var elsewhere = anotherProcess(new NetworkDirectory(List.of(network, hanging)));
        var entered = new AtomicInteger();
        var leave = new CountDownLatch(1);
        hanging.refresh = used -> {
            entered.incrementAndGet();
            try {
                assertThat(leave.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return buy(used);
        };
        var theirs = new ArrayList<ChannelId>();
        for (int i = 0; i < 10; i++) {
            theirs.add(elsewhere
                    .connect(
                            owner.workspace(),
                            hanging.id(),
                            "oauth",
                            new Grant(
                                    FakeNetwork.account("hanging-" + i),
                                    FakeNetwork.credential("old", START.plus(Duration.ofHours(2)))),
                            UUID.randomUUID())
                    .channel()
                    .id());
        }
        clock.advance(Duration.ofMinutes(130));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = theirs.stream()
                    .map(one -> threads.submit(() -> elsewhere.session(one, NoFiles.NONE)))
                    .toList();
            await().until(() -> entered.get() == 4);

            var answer = threads.submit(() -> elsewhere.session(id, NoFiles.NONE));

            assertThat(answer.get(10, TimeUnit.SECONDS).credential().access()).isEqualTo("new1");
            assertThat(entered).as("and it takes no more than its places").hasValue(4);
            leave.countDown();
            for (var one : waiting) {
                assertThat(one.get(30, TimeUnit.SECONDS).credential().access()).startsWith("new");
            }
        }
        assertThat(entered).hasValue(10);
    }

    private Channels anotherProcess() {
        return anotherProcess(bean(NetworkDirectory.class));
    }

    /** The same rows through beans of its own, as a second process has them. */
    private Channels anotherProcess(NetworkDirectory networks) {
        var jdbc = bean(JdbcClient.class);
        var store = new ChannelStore(jdbc);
        var credentials = new Credentials(new Vault(new KeysetStore(jdbc), bean(Installation.class)));
        ApplicationEventPublisher events = house;
        var refresh = new Refresh(
                store,
                credentials,
                networks,
                events,
                clock,
                bean(PlatformTransactionManager.class),
                bean(Environment.class));
        return new Channels(store, credentials, refresh, events, clock);
    }
}
