package planner.publish;

import static planner.publish.PublicationStore.at;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The shares that publications have of the networks' budgets. A key names a budget in the whole house. */
@Component
class BudgetStore {
    /** Who was stopped keeps no place from others: it is asked anew when it comes back. */
    private static final String COUNTED = """
            (used or :all and exists (
                select 1 from publication where id = publication_id and state in ('SCHEDULED', 'PUBLISHING')))
            """;

    private final JdbcClient sql;

    BudgetStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whoever takes a share of this budget, in any process, does so one after the other until the transaction ends. */
    void lock(String key) {
        sql.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 16))")
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    /** Which shares are counted: those that were used, or the places of those who wait as well. */
    enum Shares {
        USED,
        ALL
    }

    /** The place for which the publication waits, or has not come yet. */
    Optional<Instant> reserved(String key, PublicationId id) {
        return sql.sql("select max(at) as at from budget_share where key = :key and publication_id = :id and not used")
                .param("key", key)
                .param("id", id.value())
                .query((row, number) -> Optional.ofNullable(PublicationStore.time(row, "at")))
                .single();
    }

    /**
     * The first moment, not before the last share counted, at which so many units fit into a window of this length.
     *
     * @param units at most {@code most}
     */
    Instant firstFit(String key, int units, int most, Duration length, Instant now, Shares counted) {
        return sql.sql("""
                        with taken as (
                            select at, sum(units) over (order by at desc, publication_id) as since
                            from budget_share where key = :key and at > :horizon and %s)
                        select greatest(:now::timestamptz, max(at),
                                        max(at) filter (where since > :left) + make_interval(secs => :length)) as at
                        from taken
                        """.formatted(COUNTED))
                .param("key", key)
                .param("horizon", at(now.minus(length)))
                .param("all", counted == Shares.ALL)
                .param("now", at(now))
                .param("left", most - units)
                .param("length", length.toMillis() / 1000.0)
                .query((row, number) -> PublicationStore.required(row, "at"))
                .single();
    }

    /** The last share given, if it lies ahead. */
    Instant lastOr(String key, Instant now) {
        return sql.sql("""
                        select greatest(:now::timestamptz, max(at)) as at
                        from budget_share where key = :key and at > :now and %s
                        """.formatted(COUNTED))
                .param("key", key)
                .param("all", true)
                .param("now", at(now))
                .query((row, number) -> PublicationStore.required(row, "at"))
                .single();
    }

    int takenSince(String key, Instant start, Shares counted) {
        return sql.sql("""
                        select coalesce(sum(units), 0) from budget_share
                        where key = :key and at >= :start and %s
                        """.formatted(COUNTED))
                .param("key", key)
                .param("start", at(start))
                .param("all", counted == Shares.ALL)
                .query(Integer.class)
                .single();
    }

    int usedBetween(String key, Instant after, Instant until) {
        return sql.sql("""
                        select coalesce(sum(units), 0) from budget_share
                        where key = :key and used and at > :after and at <= :until
                        """)
                .param("key", key)
                .param("after", at(after))
                .param("until", at(until))
                .query(Integer.class)
                .single();
    }

    /** A place for later, instead of the one that it may have had. */
    void reserve(String key, PublicationId id, Instant at, int units) {
        put(key, id, at, units, false);
    }

    /** It goes now, whatever place it had. */
    void use(String key, PublicationId id, Instant now, int units) {
        put(key, id, now, units, true);
    }

    private void put(String key, PublicationId id, Instant at, int units, boolean used) {
        sql.sql("delete from budget_share where key = :key and publication_id = :id and not used")
                .param("key", key)
                .param("id", id.value())
                .update();
        sql.sql("""
                        insert into budget_share (key, publication_id, at, units, used)
                        values (:key, :id, :at, :units, :used) on conflict do nothing
                        """)
                .param("key", key)
                .param("id", id.value())
                .param("at", at(at))
                .param("units", units)
                .param("used", used)
                .update();
    }

    record Said(int remaining, Instant readAt, Instant resetsAt) {}

    /** What the network said last, while it holds. */
    Optional<Said> said(String key, Instant now) {
        return sql.sql("select remaining, read_at, resets_at from budget where key = :key and resets_at > :now")
                .param("key", key)
                .param("now", at(now))
                .query((row, number) -> new Said(
                        row.getInt("remaining"),
                        PublicationStore.required(row, "read_at"),
                        PublicationStore.required(row, "resets_at")))
                .optional();
    }

    void say(String key, Said said) {
        sql.sql("""
                        insert into budget (key, remaining, read_at, resets_at) values (:key, :remaining, :read, :resets)
                        on conflict (key) do update set remaining = :remaining, read_at = :read, resets_at = :resets
                        """)
                .param("key", key)
                .param("remaining", said.remaining())
                .param("read", at(said.readAt()))
                .param("resets", at(said.resetsAt()))
                .update();
    }

    void tidy(Instant before) {
        sql.sql("delete from budget_share where at < :before")
                .param("before", at(before))
                .update();
        sql.sql("delete from budget where resets_at < :before")
                .param("before", at(before))
                .update();
    }
}
