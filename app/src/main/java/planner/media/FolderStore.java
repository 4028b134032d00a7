package planner.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import planner.workspace.WorkspaceId;

/** The rows of folders. */
@Component
class FolderStore {
    private static final String FOLDERS = """
            select f.id, f.name, f.parent_id, (select count(*) from asset a where a.folder_id = f.id) as assets
            from media_folder f
            """;

    private final JdbcClient jdbc;

    FolderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Changes of one workspace's folders come one after the other, so that two of them never make a circle. */
    void queueUp(WorkspaceId workspace) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "media folders " + workspace.value())
                .query(Integer.class)
                .single();
    }

    List<Folder> all(WorkspaceId workspace) {
        return jdbc.sql(FOLDERS + "where f.workspace_id = :workspace order by f.key, f.id")
                .param("workspace", workspace.value())
                .query(FolderStore::folder)
                .list();
    }

    Optional<Folder> find(WorkspaceId workspace, UUID id) {
        return jdbc.sql(FOLDERS + "where f.id = :id and f.workspace_id = :workspace")
                .param("id", id)
                .param("workspace", workspace.value())
                .query(FolderStore::folder)
                .optional();
    }

    /** Whether it is there, and stays until the transaction ends. */
    boolean keep(WorkspaceId workspace, UUID id) {
        return jdbc.sql("select 1 from media_folder where id = :id and workspace_id = :workspace for key share")
                .param("id", id)
                .param("workspace", workspace.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Nothing comes into it any more until the transaction ends. */
    void lock(UUID id) {
        jdbc.sql("select 1 from media_folder where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** The one of that name in the same place, whatever its case. */
    Optional<UUID> named(WorkspaceId workspace, @Nullable UUID parent, String name) {
        return jdbc.sql("""
                        select id from media_folder
                        where workspace_id = :workspace and parent_id is not distinct from cast(:parent as uuid)
                          and key = media_key(:name)
                        """)
                .param("workspace", workspace.value())
                .param("parent", parent)
                .param("name", name)
                .query(UUID.class)
                .optional();
    }

    int count(WorkspaceId workspace) {
        return jdbc.sql("select count(*) from media_folder where workspace_id = :workspace")
                .param("workspace", workspace.value())
                .query(Integer.class)
                .single();
    }

    /** It and those above it, from the bottom to the top. */
    List<UUID> upwards(UUID id) {
        return jdbc.sql("""
                        with recursive up as (
                            select id, parent_id, 1 as step from media_folder where id = :id
                            union all
                            select f.id, f.parent_id, up.step + 1 from media_folder f join up on f.id = up.parent_id)
                        select id from up order by step
                        """).param("id", id).query(UUID.class).list();
    }

    /** How many levels there are from it downwards, itself included. */
    int height(UUID id) {
        return jdbc.sql("""
                        with recursive down as (
                            select id, 1 as step from media_folder where id = :id
                            union all
                            select f.id, down.step + 1 from media_folder f join down on f.parent_id = down.id)
                        select max(step) from down
                        """).param("id", id).query(Integer.class).single();
    }

    UUID insert(WorkspaceId workspace, @Nullable UUID parent, String name, Instant now) {
        return jdbc.sql("""
                        insert into media_folder (workspace_id, parent_id, name, created_at)
                        values (:workspace, :parent, :name, :now) returning id
                        """)
                .param("workspace", workspace.value())
                .param("parent", parent, Types.OTHER)
                .param("name", name)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
    }

    void write(UUID id, @Nullable UUID parent, String name) {
        jdbc.sql("update media_folder set parent_id = :parent, name = :name where id = :id")
                .param("parent", parent, Types.OTHER)
                .param("name", name)
                .param("id", id)
                .update();
    }

    boolean empty(UUID id) {
        return jdbc.sql("""
                        select not exists (select from asset where folder_id = :id)
                            and not exists (select from media_folder where parent_id = :id)
                        """).param("id", id).query(Boolean.class).single();
    }

    void delete(UUID id) {
        jdbc.sql("delete from media_folder where id = :id").param("id", id).update();
    }

    private static Folder folder(ResultSet row, int number) throws SQLException {
        return new Folder(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("parent_id", UUID.class),
                row.getInt("assets"));
    }
}
