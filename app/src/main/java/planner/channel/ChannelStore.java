package planner.channel;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import planner.network.Account;
import planner.network.NetworkId;
import planner.workspace.WorkspaceId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of connected accounts. */
@Component
class ChannelStore {
    private static final String COLUMNS = """
            select c.id, c.workspace_id, c.network, c.connector, c.account_id, c.name, c.handle, c.avatar_url, c.details,
                c.state, c.paused, c.detail, c.rests_until, c.connected_at, c.version, a.tag,
                case when c.expires_at - c.renewed_at > interval '2 days' then c.expires_at end as expires_at
            from channel c left join channel_avatar a on a.channel_id = c.id
            """;
    private static final int LONGEST = 2_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    ChannelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The row for this account, made or found, and locked either way. @param revived it was new or disconnected */
    record Seat(ChannelId id, boolean revived) {}

    /** What is kept under lock and key, with what decides about its renewal. */
    record Secret(
            Channel.State state,
            boolean paused,
            byte @Nullable [] credential,
            @Nullable Instant expiresAt,
            Instant renewedAt,
            @Nullable String detail,
            Account account) {}

    Optional<Channel> find(WorkspaceId workspace, ChannelId id) {
        return jdbc.sql(COLUMNS + "where c.id = :id and c.workspace_id = :workspace and c.state <> 'REMOVED'")
                .param("id", id.value())
                .param("workspace", workspace.value())
                .query(ChannelStore::channel)
                .optional();
    }

    /** Also a disconnected one. */
    Optional<Channel> find(ChannelId id) {
        return jdbc.sql(COLUMNS + "where c.id = :id")
                .param("id", id.value())
                .query(ChannelStore::channel)
                .optional();
    }

    List<Channel> all(WorkspaceId workspace) {
        return jdbc.sql(COLUMNS + """
                        where c.workspace_id = :workspace and c.state <> 'REMOVED'
                        order by c.network, lower(c.name), c.id
                        """)
                .param("workspace", workspace.value())
                .query(ChannelStore::channel)
                .list();
    }

    /** The channels of this account, in all workspaces: a network knows none of them. */
    List<ChannelId> connected(NetworkId network, String account) {
        return jdbc.sql("""
                        select id from channel
                        where network = :network and account_id = :account and state <> 'REMOVED' order by id
                        """)
                .param("network", network.value())
                .param("account", account)
                .query((row, n) -> new ChannelId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Those of all accounts, in all workspaces. */
    List<ChannelId> connected(NetworkId network) {
        return jdbc.sql("select id from channel where network = :network and state <> 'REMOVED' order by id")
                .param("network", network.value())
                .query((row, n) -> new ChannelId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The ids of the network's accounts that are connected in this workspace. */
    List<String> accounts(WorkspaceId workspace, NetworkId network) {
        return jdbc.sql("""
                        select account_id from channel
                        where workspace_id = :workspace and network = :network and state <> 'REMOVED'
                        """)
                .param("workspace", workspace.value())
                .param("network", network.value())
                .query((row, n) -> row.getString("account_id"))
                .list();
    }

    Seat seat(WorkspaceId workspace, NetworkId network, String connector, Account account, UUID grant, Instant now) {
        return jdbc.sql("""
                        insert into channel as c (workspace_id, network, connector, account_id, name, handle, avatar_url,
                            details, state, grant_id, renewed_at, connected_at)
                        values (:workspace, :network, :connector, :account, :name, :handle, :avatar,
                            cast(:details as jsonb), 'REMOVED', :grant, :now, :now)
                        on conflict (workspace_id, network, account_id) do update set
                            connector = excluded.connector, name = excluded.name, handle = excluded.handle,
                            avatar_url = excluded.avatar_url, details = excluded.details, grant_id = excluded.grant_id
                        returning id, state = 'REMOVED' as revived
                        """)
                .param("workspace", workspace.value())
                .param("network", network.value())
                .param("connector", connector)
                .param("account", account.id())
                .param("name", clean(account.name()))
                .param("handle", clean(account.handle()))
                .param("avatar", text(account.avatar()))
                .param("details", details(account))
                .param("grant", grant)
                .param("now", at(now))
                .query((row, n) -> new Seat(new ChannelId(row.getObject("id", UUID.class)), row.getBoolean("revived")))
                .single();
    }

    void connected(ChannelId id, Vault.Sealed credential, @Nullable Instant expiresAt, Instant now) {
        jdbc.sql("""
                        update channel set state = 'CONNECTED', detail = null, rests_until = null,
                            credential = :credential, key_id = :key, expires_at = :expires, renewed_at = :now,
                            upkeep_after = null, connected_at = :now, version = version + 1
                        where id = :id
                        """)
                .param("credential", credential.bytes())
                .param("key", credential.keyId())
                .param("expires", at(expiresAt))
                .param("now", at(now))
                .param("id", id.value())
                .update();
    }

    Optional<Secret> secret(ChannelId id) {
        return secret(id, "");
    }

    /** Waits until nobody else renews this channel's credential. */
    Optional<Secret> lockSecret(ChannelId id) {
        return secret(id, " for update");
    }

    private Optional<Secret> secret(ChannelId id, String lock) {
        return jdbc.sql("""
                        select state, paused, credential, expires_at, renewed_at, detail,
                            account_id, name, handle, avatar_url, details
                        from channel where id = :id
                        """ + lock)
                .param("id", id.value())
                .query((row, n) -> new Secret(
                        Channel.State.valueOf(row.getString("state")),
                        row.getBoolean("paused"),
                        row.getBytes("credential"),
                        instant(row, "expires_at"),
                        Objects.requireNonNull(instant(row, "renewed_at")),
                        row.getString("detail"),
                        account(row)))
                .optional();
    }

    void renewed(ChannelId id, Vault.Sealed credential, @Nullable Instant expiresAt, Instant now) {
        jdbc.sql("""
                        update channel set credential = :credential, key_id = :key, expires_at = :expires,
                            renewed_at = :now, upkeep_after = null
                        where id = :id
                        """)
                .param("credential", credential.bytes())
                .param("key", credential.keyId())
                .param("expires", at(expiresAt))
                .param("now", at(now))
                .param("id", id.value())
                .update();
    }

    /**
     * Channels whose credential is to be renewed though nobody asks: a long-lived one in the last third of its life, and
     * any that was not renewed for days, since what it is renewed with may end too.
     *
     * @param daily connectors whose credentials die of rest within days, as {@code network/connector}
     */
    List<ChannelId> restingTooLong(Set<String> daily, Instant now, int limit) {
        return jdbc.sql("""
                        select id from channel
                        where state = 'CONNECTED' and expires_at is not null
                            and (upkeep_after is null or upkeep_after <= :now)
                            and (renewed_at < cast(:now as timestamptz)
                                    - case when network || '/' || connector = any(:daily)
                                        then interval '20 hours' else interval '5 days' end
                                or expires_at - renewed_at > interval '2 days'
                                    and expires_at - cast(:now as timestamptz) < (expires_at - renewed_at) / 3)
                        order by expires_at limit :limit
                        """)
                .param("daily", daily.toArray(String[]::new))
                .param("now", at(now))
                .param("limit", limit)
                .query((row, n) -> new ChannelId(row.getObject("id", UUID.class)))
                .list();
    }

    void upkeepAfter(ChannelId id, Instant when) {
        jdbc.sql("update channel set upkeep_after = :when where id = :id")
                .param("when", at(when))
                .param("id", id.value())
                .update();
    }

    /** @return whether it was connected before */
    boolean mustReconnect(ChannelId id, String detail) {
        return jdbc.sql("""
                                update channel set state = 'RECONNECT', detail = :detail, version = version + 1
                                where id = :id and state = 'CONNECTED'
                                """)
                        .param("detail", clean(detail))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** The account as the network describes it now. */
    void described(ChannelId id, Account account) {
        jdbc.sql("""
                        update channel set name = :name, handle = :handle, avatar_url = :avatar,
                            details = cast(:details as jsonb)
                        where id = :id
                        """)
                .param("name", clean(account.name()))
                .param("handle", clean(account.handle()))
                .param("avatar", text(account.avatar()))
                .param("details", details(account))
                .param("id", id.value())
                .update();
    }

    /** @return whether it had to be connected again until now */
    boolean works(ChannelId id) {
        return jdbc.sql("""
                                update channel set state = 'CONNECTED', detail = null, version = version + 1
                                where id = :id and state = 'RECONNECT'
                                """).param("id", id.value()).update() == 1;
    }

    boolean pause(WorkspaceId workspace, ChannelId id, boolean paused) {
        return jdbc.sql("""
                                update channel set paused = :paused, version = version + 1
                                where id = :id and workspace_id = :workspace and state <> 'REMOVED' and paused <> :paused
                                """)
                        .param("paused", paused)
                        .param("id", id.value())
                        .param("workspace", workspace.value())
                        .update()
                == 1;
    }

    /** Never shortens a rest. */
    void rests(ChannelId id, Instant until) {
        jdbc.sql("""
                        update channel set rests_until = greatest(rests_until, :until) where id = :id
                        """).param("until", at(until)).param("id", id.value()).update();
    }

    void remove(ChannelId id) {
        jdbc.sql("""
                        update channel set state = 'REMOVED', credential = null, key_id = null, expires_at = null,
                            detail = null, rests_until = null, paused = false, version = version + 1
                        where id = :id
                        """).param("id", id.value()).update();
        for (var table : List.of("channel_avatar", "channel_demand")) {
            jdbc.sql("delete from " + table + " where channel_id = :id")
                    .param("id", id.value())
                    .update();
        }
    }

    /** Whether another channel lives from the same grant or the same account, so that revoking would end it too. */
    boolean sharesGrant(ChannelId id) {
        return jdbc.sql("""
                        select exists (select 1 from channel c join channel o on o.id <> c.id and o.state <> 'REMOVED'
                            and (o.grant_id = c.grant_id
                                or o.network = c.network and o.account_id = c.account_id)
                        where c.id = :id)
                        """).param("id", id.value()).query(Boolean.class).single();
    }

    private static Channel channel(ResultSet row, int number) throws SQLException {
        var state = Channel.State.valueOf(row.getString("state"));
        return new Channel(
                new ChannelId(row.getObject("id", UUID.class)),
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new NetworkId(row.getString("network")),
                row.getString("connector"),
                account(row),
                state == Channel.State.CONNECTED && row.getBoolean("paused") ? Channel.State.PAUSED : state,
                row.getString("detail"),
                instant(row, "rests_until"),
                instant(row, "expires_at"),
                row.getTimestamp("connected_at").toInstant(),
                row.getString("tag"),
                row.getInt("version"));
    }

    private static Account account(ResultSet row) throws SQLException {
        var avatar = row.getString("avatar_url");
        return new Account(
                row.getString("account_id"),
                row.getString("name"),
                row.getString("handle"),
                avatar == null ? null : URI.create(avatar),
                JSON.readValue(row.getString("details"), new TypeReference<Map<String, String>>() {}));
    }

    private static String details(Account account) {
        var clean = new LinkedHashMap<String, String>();
        account.details().forEach((name, value) -> clean.put(clean(name), clean(value)));
        return JSON.writeValueAsString(clean);
    }

    /** Networks and home servers name things as they like; PostgreSQL takes no NUL. */
    private static String clean(String theirs) {
        var text = theirs.replace("\0", "");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static @Nullable String text(@Nullable URI uri) {
        return uri == null ? null : uri.toString();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
