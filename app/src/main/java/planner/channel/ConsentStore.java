package planner.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import planner.network.NetworkId;
import planner.workspace.PersonId;
import planner.workspace.WorkspaceId;

/** The rows of consents on their way and of accounts to be picked from. */
@Component
class ConsentStore {
    /** So long who comes back too late is told so, and not that nobody was sent there. */
    private static final Duration TOLD = Duration.ofHours(1);

    private final JdbcClient jdbc;

    ConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param secret the PKCE verifier and what was prepared, sealed */
    record Round(
            UUID id,
            WorkspaceId workspace,
            PersonId person,
            byte[] browserHash,
            NetworkId network,
            String connector,
            byte[] secret,
            Instant expiresAt) {}

    /** @param grants sealed */
    record Pick(UUID id, NetworkId network, String connector, byte[] grants) {}

    void insert(byte[] stateHash, Round round, long keyId) {
        jdbc.sql("""
                        insert into channel_consent (state_hash, id, workspace_id, person_id, browser_hash, network,
                            connector, verifier, key_id, expires_at)
                        values (:state, :id, :workspace, :person, :browser, :network, :connector, :secret, :key, :expires)
                        """)
                .param("state", stateHash)
                .param("id", round.id())
                .param("workspace", round.workspace().value())
                .param("person", round.person().value())
                .param("browser", round.browserHash())
                .param("network", round.network().value())
                .param("connector", round.connector())
                .param("secret", round.secret())
                .param("key", keyId)
                .param("expires", ChannelStore.at(round.expiresAt()))
                .update();
    }

    /** A state works once, for whoever brings it first. */
    Optional<Round> take(byte[] stateHash) {
        return jdbc.sql("delete from channel_consent where state_hash = :state returning *")
                .param("state", stateHash)
                .query(ConsentStore::round)
                .optional();
    }

    void insertPick(Pick pick, WorkspaceId workspace, long keyId, Instant expiresAt) {
        jdbc.sql("""
                        insert into channel_choice (id, workspace_id, network, connector, grants, key_id, expires_at)
                        values (:id, :workspace, :network, :connector, :grants, :key, :expires)
                        """)
                .param("id", pick.id())
                .param("workspace", workspace.value())
                .param("network", pick.network().value())
                .param("connector", pick.connector())
                .param("grants", pick.grants())
                .param("key", keyId)
                .param("expires", ChannelStore.at(expiresAt))
                .update();
    }

    Optional<Pick> pick(WorkspaceId workspace, UUID id, Instant now) {
        return jdbc.sql("""
                        select * from channel_choice
                        where id = :id and workspace_id = :workspace and expires_at > :now
                        for update
                        """)
                .param("id", id)
                .param("workspace", workspace.value())
                .param("now", ChannelStore.at(now))
                .query((row, n) -> new Pick(
                        row.getObject("id", UUID.class),
                        new NetworkId(row.getString("network")),
                        row.getString("connector"),
                        row.getBytes("grants")))
                .optional();
    }

    void removePick(UUID id) {
        jdbc.sql("delete from channel_choice where id = :id").param("id", id).update();
    }

    void removeExpired(Instant now) {
        jdbc.sql("delete from channel_consent where expires_at <= :longAgo")
                .param("longAgo", ChannelStore.at(now.minus(TOLD)))
                .update();
        jdbc.sql("delete from channel_choice where expires_at <= :now")
                .param("now", ChannelStore.at(now))
                .update();
    }

    Set<Long> keysInUse() {
        return new HashSet<>(jdbc.sql("select key_id from channel_consent union select key_id from channel_choice")
                .query((row, n) -> row.getLong(1))
                .list());
    }

    private static Round round(ResultSet row, int number) throws SQLException {
        return new Round(
                row.getObject("id", UUID.class),
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getBytes("browser_hash"),
                new NetworkId(row.getString("network")),
                row.getString("connector"),
                row.getBytes("verifier"),
                row.getTimestamp("expires_at").toInstant());
    }
}
