package planner.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import planner.network.MediaKind;
import planner.workspace.WorkspaceId;

/** Files by the id of their bytes: an asset's, earlier ones of an asset, a rendition's, and the public links to them. */
@Component
class FileStore {
    private static final String FILES = """
            (select id, workspace_id, name, kind, type, bytes, sha256 from asset where file_id is null
             union all
             select file_id, workspace_id, name, kind, type, bytes, sha256 from asset where file_id is not null
             union all
             select id, workspace_id, name, kind, type, bytes, sha256 from asset_earlier
             union all
             select r.id, r.workspace_id, a.name, r.result ->> 'kind', r.result ->> 'type',
                 cast(r.result ->> 'bytes' as bigint), r.sha256
             from rendition r join asset a on a.id = r.asset_id
             where r.state = 'READY') f
            """;

    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<KeptFile> find(WorkspaceId workspace, UUID id) {
        return jdbc.sql("select f.* from " + FILES + " where f.id = :id and f.workspace_id = :workspace")
                .param("id", id)
                .param("workspace", workspace.value())
                .query(FileStore::file)
                .optional();
    }

    /** Two transactions about the same file wait for each other. */
    void lock(String sha256) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "media file " + sha256)
                .query()
                .singleRow();
    }

    boolean used(String sha256) {
        return jdbc.sql("""
                        select exists (select 1 from asset where sha256 = :sha256)
                            or exists (select 1 from asset_earlier where sha256 = :sha256)
                            or exists (select 1 from rendition where sha256 = :sha256)
                        """).param("sha256", sha256).query(Boolean.class).single();
    }

    /** Opens the link, or keeps it open when it would end too soon. */
    void link(UUID delivery, UUID file, Instant atLeast, Instant until) {
        jdbc.sql("""
                        insert into asset_link as l (delivery_id, file_id, expires_at)
                        values (:delivery, :file, :until)
                        on conflict (delivery_id, file_id) do update set expires_at = excluded.expires_at
                        where l.expires_at < :least
                        """)
                .param("delivery", delivery)
                .param("file", file)
                .param("least", atLeast.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param until when the link ends */
    record Linked(KeptFile file, Instant until) {}

    Optional<Linked> linked(UUID delivery, UUID file, Instant now) {
        return jdbc.sql("select f.*, l.expires_at from " + FILES + """
                        join asset_link l on l.file_id = f.id
                        where l.delivery_id = :delivery and l.file_id = :file and l.expires_at > :now
                        """)
                .param("delivery", delivery)
                .param("file", file)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Linked(
                        file(row, number), row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    void deleteEndedLinks(Instant now) {
        jdbc.sql("delete from asset_link where expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static KeptFile file(ResultSet row, int number) throws SQLException {
        return new KeptFile(
                row.getObject("id", UUID.class),
                row.getString("name"),
                MediaKind.valueOf(row.getString("kind")),
                row.getString("type"),
                row.getLong("bytes"),
                row.getString("sha256"));
    }
}
