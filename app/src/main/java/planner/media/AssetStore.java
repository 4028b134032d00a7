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
import planner.network.MediaDetails;
import planner.network.MediaKind;
import planner.workspace.PersonId;
import planner.workspace.WorkspaceId;
import tools.jackson.databind.json.JsonMapper;

/** The rows of assets and of what they stand in. */
@Component
class AssetStore {
    private static final String COLUMNS = """
            select a.*, (select count(*) from asset_use u where u.asset_id = a.id) as uses from asset a
            """;

    private static final JsonMapper JSON = MediaJson.MAPPER;

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
                            codec, sound, details, sha256, thumbnail, created_by, created_at)
                        values (:workspace, :name, :kind, :type, :bytes, :width, :height, :seconds, :fps, :frames,
                            :codec, :sound, cast(:details as jsonb), :sha256, :thumbnail, :person, :now)
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
                .param("details", JSON.writeValueAsString(facts.details()))
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

    boolean delete(AssetId id) {
        return jdbc.sql("""
                                delete from asset a where id = :id
                                    and not exists (select 1 from asset_use u where u.asset_id = a.id)
                                """).param("id", id.value()).update() == 1;
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

    private static MediaDetails details(@Nullable String json) {
        return json == null ? MediaDetails.UNKNOWN : JSON.readValue(json, MediaDetails.class);
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
                details(row.getString("details")),
                row.getString("sha256"),
                row.getBoolean("thumbnail"),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("uses"));
    }
}
