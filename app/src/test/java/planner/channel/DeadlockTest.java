package planner.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import planner.fake.FakeNetwork;
import planner.network.Grant;

class DeadlockTest extends ChannelTest {
    @Test
    void whoLosesADeadlockComesAgainAndNobodySeesIt() throws Exception {
        var id = connect("old");
        var transaction = bean(TransactionTemplate.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var again = transaction.execute(status -> {
                // whoever looks first finds the deadlock, and loses
                sql.sql("set local deadlock_timeout = '60s'").update();
                sql.sql("select version from channel_keyset for update")
                        .query(Integer.class)
                        .single();
                var other = threads.submit(() -> connect("new"));
                await().until(() -> waiting() == 1);
                sql.sql("update channel set detail = 'ours' where id = :id")
                        .param("id", id.value())
                        .update();
                return other;
            });

            assertThat(Objects.requireNonNull(again).get(30, TimeUnit.SECONDS)).isEqualTo(id);
        }
        assertThat(channels.stored(id).access()).isEqualTo("new");
    }

    /** Locks the channel's row first, and then the keys. */
    private ChannelId connect(String access) {
        var grant = new Grant(FakeNetwork.account("1"), FakeNetwork.credential(access, null));
        return channels.connect(owner.workspace(), FakeNetwork.ID, "oauth", grant, UUID.randomUUID())
                .channel()
                .id();
    }

    private int waiting() {
        return sql.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                        """).query(Integer.class).single();
    }
}
