package planner.workspace;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TokenStore {
    private final JdbcClient sql;

    TokenStore(JdbcClient sql) {
        this.sql = sql;
    }

    Token insert(
            WorkspaceId workspace, PersonId person, String name, byte[] hash, Set<Scope> scopes, Instant createdAt) {
        return sql.sql("""
                insert into token (workspace_id, person_id, name, hash, scopes, created_at)
                values (:workspace, :person, :name, :hash, :scopes, :createdAt) returning *
                """)
                .param("workspace", workspace.value())
                .param("person", person.value())
                .param("name", name)
                .param("hash", hash)
                .param("scopes", scopes.stream().map(Scope::name).toArray(String[]::new))
                .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
                .query(TokenStore::token)
                .single();
    }

    List<Token> all(WorkspaceId workspace) {
        return sql.sql("""
                select * from token where workspace_id = :workspace order by created_at desc, id
                """)
                .param("workspace", workspace.value())
                .query(TokenStore::token)
                .list();
    }

    boolean delete(WorkspaceId workspace, UUID id) {
        return sql.sql("""
                delete from token where workspace_id = :workspace and id = :id
                """)
                        .param("workspace", workspace.value())
                        .param("id", id)
                        .update()
                > 0;
    }

    /** A token can do no more than the person who made it. */
    Optional<Caller> caller(byte[] hash, Locale locale, boolean demo) {
        return sql.sql("""
                select t.workspace_id, t.person_id, t.scopes, m.role
                from token t join member m using (workspace_id, person_id) join person p on p.id = t.person_id
                where t.hash = :hash and (not p.demo or :demo)
                """)
                .param("hash", hash)
                .param("demo", demo)
                .query((row, number) -> new Caller(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        both(
                                scopes(row.getArray("scopes")),
                                Role.valueOf(row.getString("role")).scopes()),
                        locale))
                .optional();
    }

    /** At most once a minute, so that reading does not write. */
    void used(byte[] hash, Instant now) {
        sql.sql("""
                update token set used_at = :now
                where hash = :hash and (used_at is null or used_at < :now::timestamptz - interval '1 minute')
                """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Set<Scope> both(Set<Scope> one, Set<Scope> other) {
        return one.stream().filter(other::contains).collect(Collectors.toUnmodifiableSet());
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        return new Token(
                row.getObject("id", UUID.class),
                row.getString("name"),
                scopes(row.getArray("scopes")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("used_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Set<Scope> scopes(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).map(Scope::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
