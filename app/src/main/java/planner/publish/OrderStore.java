package planner.publish;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import planner.channel.Channel;
import planner.network.Delivery;
import planner.workspace.Workspace.Late;

/** Writes what was ordered, before any walk begins. */
@Component
class OrderStore {
    private final JdbcClient sql;

    OrderStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param looked when preflight looked at it for the last time before it is due; {@code null} = it is still to */
    PublicationId insert(
            Channel channel,
            UUID post,
            Delivery delivery,
            Instant due,
            int priority,
            Late late,
            @Nullable Instant looked) {
        return sql.sql("""
                        insert into publication (workspace_id, post_id, channel_id, network, account, format, line, delivery,
                            late_after, late_action, late_spacing, due_at, priority, next_at, looked_at)
                        values (:workspace, :post, :channel, :network, :account, :format, :line, :delivery::jsonb,
                            make_interval(secs => :after), :action, make_interval(secs => :spacing), :due, :priority, :due, :looked)
                        returning id
                        """)
                .param("workspace", channel.workspace().value())
                .param("post", post)
                .param("channel", channel.id().value())
                .param("network", channel.network().value())
                .param("account", channel.account().name())
                .param("format", delivery.format())
                .param("line", Deliveries.line(delivery))
                .param("delivery", Deliveries.write(delivery))
                .param("after", late.after().toSeconds())
                .param("action", late.action().name())
                .param("spacing", late.spacing().toSeconds())
                .param("due", PublicationStore.at(due))
                .param("priority", priority)
                .param("looked", looked == null ? null : PublicationStore.at(looked))
                .query((row, number) -> new PublicationId(row.getObject("id", UUID.class)))
                .single();
    }

    /** What was ordered before and never tried makes place for a new order. */
    void removeUntried(UUID post) {
        sql.sql("""
                with gone as (
                    delete from publication
                    where post_id = :post and attempts = 0 and state in ('SCHEDULED', 'HELD', 'CANCELLED') and not in_act
                    returning id)
                delete from attempt using gone where publication_id = gone.id
                """).param("post", post).update();
    }

    void hurry(PublicationId id) {
        sql.sql("update publication set priority = 1 where id = :id")
                .param("id", id.value())
                .update();
    }
}
