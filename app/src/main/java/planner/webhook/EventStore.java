package planner.webhook;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import planner.network.NetworkId;
import planner.network.WebhookReader.NetworkEvent;

/** What was pushed, each event once: networks repeat themselves. */
@Component
class EventStore {
    private final JdbcClient sql;

    EventStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps it. @return false when it was known */
    boolean isNew(NetworkId network, NetworkEvent event, Instant now) {
        return sql.sql("""
                        insert into webhook_event (network, key_hash, kind, account_id, reference, received_at)
                        values (:network, sha256(convert_to(:key, 'UTF8')), :kind, :account, :reference, :now)
                        on conflict do nothing
                        """)
                        .param("network", network.value())
                        .param("key", event.key())
                        .param("kind", event.kind().name())
                        .param("account", event.accountId())
                        .param("reference", event.reference())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void removeBefore(Instant moment) {
        sql.sql("delete from webhook_event where received_at < :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }
}
