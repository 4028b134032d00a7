package planner.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WorkspaceStore {
    private final JdbcClient sql;

    WorkspaceStore(JdbcClient sql) {
        this.sql = sql;
    }

    WorkspaceId insert(String name, ZoneId zone) {
        return new WorkspaceId(sql.sql("""
                        insert into workspace (name, zone) values (:name, :zone) returning id
                        """)
                .param("name", name)
                .param("zone", zone.getId())
                .query(UUID.class)
                .single());
    }

    void join(WorkspaceId workspace, PersonId person, Role role) {
        sql.sql("""
                insert into member (workspace_id, person_id, role) values (:workspace, :person, :role)
                """)
                .param("workspace", workspace.value())
                .param("person", person.value())
                .param("role", role.name())
                .update();
    }

    Optional<Workspace> find(WorkspaceId id) {
        return sql.sql("""
                select * from workspace where id = :id
                """)
                .param("id", id.value())
                .query(WorkspaceStore::workspace)
                .optional();
    }

    List<Workspace> of(PersonId person) {
        return sql.sql("""
                select w.* from workspace w join member m on m.workspace_id = w.id
                where m.person_id = :person order by m.created_at, w.id
                """)
                .param("person", person.value())
                .query(WorkspaceStore::workspace)
                .list();
    }

    Optional<Role> role(WorkspaceId workspace, PersonId person) {
        return sql.sql("""
                select role from member where workspace_id = :workspace and person_id = :person
                """)
                .param("workspace", workspace.value())
                .param("person", person.value())
                .query(String.class)
                .optional()
                .map(Role::valueOf);
    }

    boolean update(WorkspaceId id, Workspaces.Change change) {
        return sql.sql("""
                update workspace set name = :name, zone = :zone, week_start = :weekStart, late_after_seconds = :after,
                    late_action = :action, late_spacing_seconds = :spacing, version = version + 1
                where id = :id and version = coalesce(:version, version)
                """)
                        .param("name", change.name())
                        .param("zone", change.zone().getId())
                        .param("weekStart", change.weekStart().name())
                        .param("after", change.late().after().toSeconds())
                        .param("action", change.late().action().name())
                        .param("spacing", change.late().spacing().toSeconds())
                        .param("id", id.value())
                        .param("version", change.version(), Types.INTEGER)
                        .update()
                > 0;
    }

    /** The oldest workspace and its first owner. */
    Optional<Membership> first() {
        return sql.sql("""
                select m.workspace_id, m.person_id from workspace w join member m on m.workspace_id = w.id
                where m.role = 'OWNER' order by w.created_at, w.id, m.created_at limit 1
                """)
                .query((row, number) -> new Membership(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class))))
                .optional();
    }

    record Membership(WorkspaceId workspace, PersonId person) {}

    private static Workspace workspace(ResultSet row, int number) throws SQLException {
        return new Workspace(
                new WorkspaceId(row.getObject("id", UUID.class)),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                DayOfWeek.valueOf(row.getString("week_start")),
                new Workspace.Late(
                        Duration.ofSeconds(row.getInt("late_after_seconds")),
                        Workspace.Late.Action.valueOf(row.getString("late_action")),
                        Duration.ofSeconds(row.getInt("late_spacing_seconds"))),
                row.getInt("version"));
    }
}
