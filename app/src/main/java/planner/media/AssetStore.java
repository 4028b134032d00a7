package planner.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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
    static final String COLUMNS = """
            select a.id, coalesce(a.file_id, a.id) as file_id, a.workspace_id, a.name, a.alt, a.folder_id, a.kind, a.type,
                a.bytes, a.width, a.height, a.seconds, a.fps, a.frames, a.codec, a.sound, a.details, a.sha256,
                a.thumbnail, a.created_at, a.sorted,
                (select count(*) from asset_use u where u.asset_id = a.id) as uses,
                array(select t.name from asset_tag x join media_tag t on t.id = x.tag_id
                    where x.asset_id = a.id order by t.key) as tags
            from asset a
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
        return new AssetId(measured(
                        jdbc.sql("""
                                insert into asset (workspace_id, name, kind, type, bytes, width, height, seconds, fps,
                                    frames, codec, sound, details, sha256, thumbnail, created_by, created_at)
                                values (:workspace, :name, :kind, :type, :bytes, :width, :height, :seconds, :fps,
                                    :frames, :codec, :sound, cast(:details as jsonb), :sha256, :thumbnail, :person, :now)
                                returning id
                                """),
                        facts,
                        file,
                        thumbnail)
                .param("workspace", workspace.value())
                .param("name", name)
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single());
    }

    /** Other bytes, which deliveries find by another id. */
    void replace(AssetId id, String name, Facts facts, StoredFile file, boolean thumbnail) {
        measured(
                        jdbc.sql("""
                                update asset set file_id = uuidv7(), name = :name, kind = :kind, type = :type,
                                    bytes = :bytes, width = :width, height = :height, seconds = :seconds, fps = :fps,
                                    frames = :frames, codec = :codec, sound = :sound, details = cast(:details as jsonb),
                                    sha256 = :sha256, thumbnail = :thumbnail
                                where id = :id
                                """),
                        facts,
                        file,
                        thumbnail)
                .param("name", name)
                .param("id", id.value())
                .update();
    }

    private static JdbcClient.StatementSpec measured(
            JdbcClient.StatementSpec statement, Facts facts, StoredFile file, boolean thumbnail) {
        return statement
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
                .param("thumbnail", thumbnail);
    }

    Optional<Asset> find(WorkspaceId workspace, AssetId id) {
        return jdbc.sql(COLUMNS + "where a.id = :id and a.workspace_id = :workspace")
                .param("id", id.value())
                .param("workspace", workspace.value())
                .query(AssetStore::asset)
                .optional();
    }

    /** Keeps it as it is until the transaction ends: nobody can begin to use it meanwhile. */
    boolean lock(WorkspaceId workspace, AssetId id) {
        return jdbc.sql("select id from asset where id = :id and workspace_id = :workspace for update")
                .param("id", id.value())
                .param("workspace", workspace.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void rename(AssetId id, String name) {
        jdbc.sql("update asset set name = :name where id = :id")
                .param("name", name)
                .param("id", id.value())
                .update();
    }

    void describe(AssetId id, String alt) {
        jdbc.sql("update asset set alt = :alt where id = :id")
                .param("alt", alt)
                .param("id", id.value())
                .update();
    }

    /** @return those of them that are there */
    List<UUID> move(WorkspaceId workspace, Collection<UUID> assets, @Nullable UUID folder) {
        return jdbc.sql("""
                        update asset set folder_id = :folder where id = any (:assets) and workspace_id = :workspace
                        returning id
                        """)
                .param("folder", folder, Types.OTHER)
                .param("assets", assets.toArray(UUID[]::new))
                .param("workspace", workspace.value())
                .query(UUID.class)
                .list();
    }

    /** In the order of their ids; and nobody deletes them until the transaction ends. */
    List<UUID> present(WorkspaceId workspace, Collection<UUID> assets) {
        return jdbc.sql("""
                        select id from asset where id = any (:assets) and workspace_id = :workspace order by id for key share
                        """)
                .param("assets", assets.toArray(UUID[]::new))
                .param("workspace", workspace.value())
                .query(UUID.class)
                .list();
    }

    /** The posts that it stands in, the newest first, older than {@code before} if there is one. */
    List<UUID> users(WorkspaceId workspace, AssetId id, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                        select user_id from asset_use
                        where asset_id = :id and workspace_id = :workspace
                          and (cast(:before as uuid) is null or user_id < :before)
                        order by user_id desc limit :limit
                        """)
                .param("id", id.value())
                .param("workspace", workspace.value())
                .param("before", before)
                .param("limit", limit)
                .query(UUID.class)
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

    private static List<String> tags(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("tags").getArray());
    }

    static Asset asset(ResultSet row, int number) throws SQLException {
        return new Asset(
                new AssetId(row.getObject("id", UUID.class)),
                row.getObject("file_id", UUID.class),
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                row.getString("name"),
                row.getString("alt"),
                row.getObject("folder_id", UUID.class),
                tags(row),
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
