package planner.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SessionStore {
    private final JdbcClient sql;

    SessionStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(byte[] hash, PersonId person, WorkspaceId workspace, Instant now) {
        sql.sql("""
                insert into session (hash, person_id, workspace_id, created_at, seen_at)
                values (:hash, :person, :workspace, :now, :now)
                """)
                .param("hash", hash)
                .param("person", person.value())
                .param("workspace", workspace.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Caller> caller(byte[] hash, Instant now, Duration length, boolean demo, Locale locale) {
        return sql.sql("""
                select s.workspace_id, s.person_id, m.role
                from session s join member m using (workspace_id, person_id) join person p on p.id = s.person_id
                where s.hash = :hash and s.seen_at > :oldest and (not p.demo or :demo)
                """)
                .param("hash", hash)
                .param("oldest", now.minus(length).atOffset(ZoneOffset.UTC))
                .param("demo", demo)
                .query((row, number) -> new Caller(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        Role.valueOf(row.getString("role")).scopes(),
                        locale))
                .optional();
    }

    /** At most once a minute, so that reading does not write. */
    void seen(byte[] hash, Instant now) {
        sql.sql("""
                update session set seen_at = :now where hash = :hash and seen_at < :now - interval '1 minute'
                """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void move(byte[] hash, WorkspaceId workspace) {
        sql.sql("update session set workspace_id = :workspace where hash = :hash")
                .param("workspace", workspace.value())
                .param("hash", hash)
                .update();
    }

    /** Whose it was. */
    Optional<PersonId> delete(byte[] hash) {
        return sql.sql("delete from session where hash = :hash returning person_id")
                .param("hash", hash)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    void deleteOthers(PersonId person, byte[] hash) {
        sql.sql("delete from session where person_id = :person and hash <> :hash")
                .param("person", person.value())
                .param("hash", hash)
                .update();
    }

    void deleteOld(Instant oldest) {
        sql.sql("delete from session where seen_at < :oldest")
                .param("oldest", oldest.atOffset(ZoneOffset.UTC))
                .update();
    }
}
