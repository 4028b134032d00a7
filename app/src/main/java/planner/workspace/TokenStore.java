package planner.workspace;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
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

    Optional<Caller> caller(byte[] hash, Locale locale) {
        return sql.sql("""
                select workspace_id, person_id, scopes from token where hash = :hash
                """)
                .param("hash", hash)
                .query((row, number) -> new Caller(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        scopes(row.getArray("scopes")),
                        locale))
                .optional();
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
