package planner.publish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import planner.channel.ChannelId;
import planner.channel.NetworkDirectory;
import planner.network.NetworkId;
import planner.publish.Journey.Held;
import planner.publish.Journey.Problem;
import planner.publish.Journey.Remote;
import planner.publish.Journey.Standing;
import planner.workspace.WorkspaceId;

/** The row of a publication as the walk reads and writes it. */
@Component
class PublicationStore {
    private static final int HEADS_AT_ONCE = 20;

    private final JdbcClient sql;
    private final NetworkDirectory networks;
    private final Moves moves;

    PublicationStore(JdbcClient sql, NetworkDirectory networks, Moves moves) {
        this.sql = sql;
        this.networks = networks;
        this.moves = moves;
    }

    /**
     * Writes where the walk stands, and its line in the story, if the row is still as this journey knows it.
     *
     * @return false when somebody else changed it: nothing was written
     */
    boolean write(Journey journey, Standing next, @Nullable Entry entry, Instant now) {
        return moves.write(new Moves.Move(journey, next, entry, now));
    }

    /** @param overdue by more than its workspace bears */
    record Head(Journey journey, boolean overdue) {}

    /**
     * What the channel's line has to do next, some of it at once: before all what was begun and cut short, whenever it
     * is due, for nothing else may go out before it is clear what became of it; then what is due.
     */
    List<Head> heads(ChannelId channel, Instant now) {
        return sql.sql("""
                        with cut as (
                            select * from publication
                            where channel_id = :channel and state = 'PUBLISHING' and begun
                            order by next_at, id limit 1),
                        due as (
                            select * from publication
                            where channel_id = :channel and state in ('SCHEDULED', 'PUBLISHING') and next_at <= :now
                            order by priority desc, next_at, due_at, id limit :most)
                        select first.*,
                               first.attempts = 0 and first.state = 'SCHEDULED' and not first.in_act
                                   and first.next_at < :now - first.late_after as overdue
                        from (select * from cut union all select * from due where not exists (select from cut)) first
                        order by priority desc, next_at, due_at, id
                        """)
                .param("channel", channel.value())
                .param("now", at(now))
                .param("most", HEADS_AT_ONCE)
                .query((row, number) -> new Head(journey(row, number), row.getBoolean("overdue")))
                .list();
    }

    /** When the channel's line has something to do next. */
    Optional<Instant> nextAt(ChannelId channel) {
        return sql.sql("""
                        select next_at from publication
                        where channel_id = :channel and state in ('SCHEDULED', 'PUBLISHING')
                        order by next_at limit 1
                        """)
                .param("channel", channel.value())
                .query((row, number) -> required(row, "next_at"))
                .optional();
    }

    /** Due until then and not looked at ahead of its time, the earliest first. */
    List<PublicationId> toLookAt(Instant until, int most) {
        return sql.sql("""
                        select id from publication where looked_at is null and due_at <= :until order by due_at limit :most
                        """)
                .param("until", at(until))
                .param("most", most)
                .query((row, number) -> new PublicationId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Those of them that may still be sent. */
    List<UUID> unfinished(Collection<UUID> ids) {
        return sql.sql("""
                        select id from publication where id = any (:ids) and state not in ('PUBLISHED', 'CANCELLED')
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    void lookedAt(PublicationId id, Instant now) {
        sql.sql("update publication set looked_at = :now where id = :id")
                .param("now", at(now))
                .param("id", id.value())
                .update();
    }

    Optional<Journey> find(PublicationId id) {
        return sql.sql("select * from publication where id = :id")
                .param("id", id.value())
                .query(this::journey)
                .optional();
    }

    Optional<Journey> lock(WorkspaceId workspace, PublicationId id) {
        return sql.sql("select * from publication where id = :id and workspace_id = :workspace for update")
                .param("id", id.value())
                .param("workspace", workspace.value())
                .query(this::journey)
                .optional();
    }

    /**
     * People's changes of one post come one after the other: who waited sees what was ordered meanwhile, and locks it
     * before the post itself.
     */
    void queueUp(UUID post) {
        sql.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:post, 14))")
                .param("post", post.toString())
                .query(Integer.class)
                .single();
    }

    List<Journey> lockOfPost(WorkspaceId workspace, UUID post) {
        return sql.sql("""
                        select * from publication where post_id = :post and workspace_id = :workspace
                        order by id for update
                        """)
                .param("post", post)
                .param("workspace", workspace.value())
                .query(this::journey)
                .list();
    }

    /** Those that a change of the channel may touch: live, and no process works on them. */
    List<Journey> lockWaiting(ChannelId channel) {
        return sql.sql("""
                        select * from publication
                        where channel_id = :channel and state in ('SCHEDULED', 'PUBLISHING') and not in_act
                        order by id for update
                        """)
                .param("channel", channel.value())
                .query(this::journey)
                .list();
    }

    /** Those that asked the network how far it is and will ask again; not who waits for a share or after a fault. */
    List<Journey> lockAsking(ChannelId channel, Instant now) {
        return sql.sql("""
                        select * from publication
                        where channel_id = :channel and state = 'PUBLISHING' and trying and not begun and not in_act
                          and failures = 0 and next_at > :now
                        order by id for update
                        """)
                .param("channel", channel.value())
                .param("now", at(now))
                .query(this::journey)
                .list();
    }

    List<Journey> lockLive(ChannelId channel) {
        return sql.sql("""
                        select * from publication
                        where channel_id = :channel and state in ('SCHEDULED', 'PUBLISHING')
                        order by id for update
                        """)
                .param("channel", channel.value())
                .query(this::journey)
                .list();
    }

    List<Journey> lockHeld(ChannelId channel, Held reason) {
        return sql.sql("""
                        select * from publication
                        where channel_id = :channel and state = 'HELD' and held_for = :reason
                        order by id for update
                        """)
                .param("channel", channel.value())
                .param("reason", reason.name())
                .query(this::journey)
                .list();
    }

    /** Those not yet begun whose time has passed by more than their workspace bears. */
    List<Overdue> lockOverdue(ChannelId channel, Instant now) {
        return sql.sql("""
                        select *, extract(epoch from late_spacing)::bigint as spacing from publication
                        where channel_id = :channel and state = 'SCHEDULED' and attempts = 0 and not in_act
                          and next_at < :now - late_after
                        order by next_at, due_at, id for update
                        """)
                .param("channel", channel.value())
                .param("now", at(now))
                .query((row, number) -> new Overdue(
                        journey(row, number),
                        row.getString("late_action"),
                        java.time.Duration.ofSeconds(row.getLong("spacing"))))
                .list();
    }

    record Overdue(Journey journey, String action, java.time.Duration spacing) {}

    /** The last slot given to an overdue publication that still waits. */
    Optional<Instant> lastSlot(ChannelId channel) {
        return sql.sql("""
                        select max(next_at) as slot from publication
                        where channel_id = :channel and state = 'SCHEDULED' and spaced
                        """)
                .param("channel", channel.value())
                .query((row, number) -> Optional.ofNullable(time(row, "slot")))
                .single();
    }

    /** Whether one of the network's posts is already known as another publication's, or as a part of one. */
    boolean anyTaken(Journey journey, List<String> remoteIds) {
        return sql.sql("""
                        select exists (select from publication
                                       where channel_id = :channel and id <> :id
                                         and (remote_id = any(:remotes) or jsonb_exists_any(more, :remotes)
                                              or jsonb_exists_any(step -> 'out', :remotes)
                                              or jsonb_exists_any(step -> 'own', :remotes)))
                        """)
                .param("channel", journey.channel().value())
                .param("remotes", remoteIds.toArray(String[]::new))
                .param("id", journey.id().value())
                .query(Boolean.class)
                .single();
    }

    Journey journey(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var network = new NetworkId(row.getString("network"));
        var due = required(row, "due_at");
        return new Journey(
                new PublicationId(id),
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                row.getObject("post_id", UUID.class),
                new ChannelId(row.getObject("channel_id", UUID.class)),
                network,
                Deliveries.read(row.getString("delivery"), id, due, networks.get(network)),
                standing(row),
                row.getInt("version"));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var held = row.getString("held_for");
        var code = row.getString("problem_code");
        return new Standing(
                PublicationState.valueOf(row.getString("state")),
                row.getString("step"),
                row.getBoolean("begun"),
                time(row, "over_at"),
                row.getBoolean("shown"),
                row.getBoolean("doubt"),
                row.getBoolean("in_act"),
                row.getBoolean("spaced"),
                required(row, "next_at"),
                row.getString("why"),
                row.getInt("attempts"),
                row.getBoolean("trying"),
                row.getInt("failures"),
                time(row, "deadline"),
                held == null ? null : Held.valueOf(held),
                code == null ? null : new Problem(code, row.getString("problem_message")),
                remote(row));
    }

    private static @Nullable Remote remote(ResultSet row) throws SQLException {
        var published = time(row, "published_at");
        if (published == null) {
            return null;
        }
        return new Remote(
                row.getString("remote_id"),
                row.getString("permalink"),
                row.getString("more"),
                row.getString("note"),
                published);
    }

    static Instant required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
