package planner.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import planner.network.MediaKind;
import planner.workspace.PersonId;
import planner.workspace.WorkspaceId;

/** The rows of assets, their uses and their public links. */
@Component
class AssetStore {
    private static final String COLUMNS = """
            select a.*, (select count(*) from asset_use u where u.asset_id = a.id) as uses from asset a
            """;

    private final JdbcClient jdbc;

    AssetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    AssetId insert(
            WorkspaceId workspace,
            PersonId person,
            String name,
            Facts facts,
            StoredFile file,
            boolean thumbnail,
            Instant now) {
        return new AssetId(jdbc.sql("""
                        insert into asset (workspace_id, name, kind, type, bytes, width, height, seconds, fps, frames,
                            codec, sound, sha256, thumbnail, created_by, created_at)
                        values (:workspace, :name, :kind, :type, :bytes, :width, :height, :seconds, :fps, :frames,
                            :codec, :sound, :sha256, :thumbnail, :person, :now)
                        returning id
                        """)
                .param("workspace", workspace.value())
                .param("name", name)
                .param("kind", facts.kind().name())
                .param("type", facts.type())
                .param("bytes", file.bytes())
                .param("width", facts.width())
                .param("height", facts.height())
                .param("seconds", facts.seconds())
                .param("fps", facts.fps())
                .param("frames", facts.frames())
                .param("codec", facts.codec())
                .param("sound", facts.sound())
                .param("sha256", file.sha256())
                .param("thumbnail", thumbnail)
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single());
    }

    Optional<Asset> find(WorkspaceId workspace, AssetId id) {
        return jdbc.sql(COLUMNS + "where a.id = :id and a.workspace_id = :workspace")
                .param("id", id.value())
                .param("workspace", workspace.value())
                .query(AssetStore::asset)
                .optional();
    }

    /** The newest first, older than {@code before} if there is one. */
    List<Asset> page(WorkspaceId workspace, @Nullable UUID before, int limit) {
        return jdbc.sql(COLUMNS + """
                        where a.workspace_id = :workspace and (cast(:before as uuid) is null or a.id < :before)
                        order by a.id desc limit :limit
                        """)
                .param("workspace", workspace.value())
                .param("before", before)
                .param("limit", limit)
                .query(AssetStore::asset)
                .list();
    }

    /** Two transactions about the same file wait for each other. */
    void lockFile(String sha256) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "media file " + sha256)
                .query()
                .singleRow();
    }

    boolean delete(AssetId id) {
        return jdbc.sql("""
                                delete from asset a where id = :id
                                    and not exists (select 1 from asset_use u where u.asset_id = a.id)
                                """).param("id", id.value()).update() == 1;
    }

    boolean fileUsed(String sha256) {
        return jdbc.sql("select exists (select 1 from asset where sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    void uses(WorkspaceId workspace, UUID user, Collection<AssetId> assets) {
        jdbc.sql("delete from asset_use where user_id = :user and workspace_id = :workspace")
                .param("user", user)
                .param("workspace", workspace.value())
                .update();
        for (var asset : assets) {
            jdbc.sql("""
                            insert into asset_use (asset_id, user_id, workspace_id)
                            select id, :user, workspace_id from asset where id = :asset and workspace_id = :workspace
                            on conflict do nothing
                            """)
                    .param("asset", asset.value())
                    .param("user", user)
                    .param("workspace", workspace.value())
                    .update();
        }
    }

    /** Opens the link, or keeps it open when it would end too soon. */
    void link(UUID delivery, AssetId asset, Instant atLeast, Instant until) {
        jdbc.sql("""
                        insert into asset_link as l (delivery_id, asset_id, expires_at)
                        values (:delivery, :asset, :until)
                        on conflict (delivery_id, asset_id) do update set expires_at = excluded.expires_at
                        where l.expires_at < :least
                        """)
                .param("delivery", delivery)
                .param("asset", asset.value())
                .param("least", atLeast.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Asset> linked(UUID delivery, AssetId asset, Instant now) {
        return jdbc.sql(COLUMNS + """
                        join asset_link l on l.asset_id = a.id
                        where l.delivery_id = :delivery and l.asset_id = :asset and l.expires_at > :now
                        """)
                .param("delivery", delivery)
                .param("asset", asset.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(AssetStore::asset)
                .optional();
    }

    void deleteEndedLinks(Instant now) {
        jdbc.sql("delete from asset_link where expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Asset asset(ResultSet row, int number) throws SQLException {
        return new Asset(
                new AssetId(row.getObject("id", UUID.class)),
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                row.getString("name"),
                MediaKind.valueOf(row.getString("kind")),
                row.getString("type"),
                row.getLong("bytes"),
                row.getInt("width"),
                row.getInt("height"),
                row.getDouble("seconds"),
                row.getDouble("fps"),
                row.getInt("frames"),
                row.getString("codec"),
                row.getObject("sound", Boolean.class),
                row.getString("sha256"),
                row.getBoolean("thumbnail"),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("uses"));
    }
}
