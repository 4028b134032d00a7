package planner.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import planner.workspace.WorkspaceId;

/** The rows of tags, and which asset has which; the words that assets are found by follow. */
@Component
class TagStore {
    private static final String TAGS = """
            select t.id, t.name, (select count(*) from asset_tag x where x.tag_id = t.id) as assets from media_tag t
            """;

    private final JdbcClient jdbc;

    TagStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Changes of one workspace's tags come one after the other. */
    void queueUp(WorkspaceId workspace) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "media tags " + workspace.value())
                .query(Integer.class)
                .single();
    }

    List<Tag> all(WorkspaceId workspace) {
        return jdbc.sql(TAGS + "where t.workspace_id = :workspace order by t.key, t.id")
                .param("workspace", workspace.value())
                .query(TagStore::tag)
                .list();
    }

    Optional<Tag> find(WorkspaceId workspace, UUID id) {
        return jdbc.sql(TAGS + "where t.id = :id and t.workspace_id = :workspace")
                .param("id", id)
                .param("workspace", workspace.value())
                .query(TagStore::tag)
                .optional();
    }

    int count(WorkspaceId workspace) {
        return jdbc.sql("select count(*) from media_tag where workspace_id = :workspace")
                .param("workspace", workspace.value())
                .query(Integer.class)
                .single();
    }

    /** Those of these names that are there, whatever their case. */
    List<UUID> named(WorkspaceId workspace, Collection<String> names) {
        return jdbc.sql("""
                        select id from media_tag
                        where workspace_id = :workspace and key in (select media_key(name) from unnest(:names) as name)
                        """)
                .param("workspace", workspace.value())
                .param("names", names.toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    /** Those of them that are not there yet. */
    void create(WorkspaceId workspace, Collection<String> names, Instant now) {
        jdbc.sql("""
                        insert into media_tag (workspace_id, name, created_at)
                        select :workspace, name, :now from unnest(:names) as name
                        on conflict (workspace_id, key) do nothing
                        """)
                .param("workspace", workspace.value())
                .param("names", names.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void rename(UUID id, String name) {
        jdbc.sql("update media_tag set name = :name where id = :id")
                .param("name", name)
                .param("id", id)
                .update();
    }

    /** What has the one has the other from now on. */
    void merge(UUID from, UUID into) {
        jdbc.sql("""
                        insert into asset_tag (asset_id, tag_id)
                        select asset_id, :into from asset_tag where tag_id = :from on conflict do nothing
                        """).param("from", from).param("into", into).update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from media_tag where id = :id").param("id", id).update();
    }

    void add(Collection<UUID> assets, Collection<UUID> tags) {
        jdbc.sql("""
                        insert into asset_tag (asset_id, tag_id)
                        select asset, tag from unnest(:assets) as asset cross join unnest(:tags) as tag
                        on conflict do nothing
                        """)
                .param("assets", assets.toArray(UUID[]::new))
                .param("tags", tags.toArray(UUID[]::new))
                .update();
    }

    void remove(Collection<UUID> assets, Collection<UUID> tags) {
        jdbc.sql("delete from asset_tag where asset_id = any (:assets) and tag_id = any (:tags)")
                .param("assets", assets.toArray(UUID[]::new))
                .param("tags", tags.toArray(UUID[]::new))
                .update();
    }

    void removeAllBut(UUID asset, Collection<UUID> tags) {
        jdbc.sql("delete from asset_tag where asset_id = :asset and not tag_id = any (:tags)")
                .param("asset", asset)
                .param("tags", tags.toArray(UUID[]::new))
                .update();
    }

    /** Those of the assets that would have more than so many. */
    List<UUID> crowded(Collection<UUID> assets, Collection<UUID> more, Collection<UUID> less, int most) {
        return jdbc.sql("""
                        select asset from unnest(:assets) as asset
                        where (select count(*) from (
                            select x.tag_id from asset_tag x where x.asset_id = asset and not x.tag_id = any (:less)
                            union select tag from unnest(:more) as tag) together) > :most
                        """)
                .param("assets", assets.toArray(UUID[]::new))
                .param("more", more.toArray(UUID[]::new))
                .param("less", less.toArray(UUID[]::new))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    List<UUID> tagged(UUID tag) {
        return jdbc.sql("select asset_id from asset_tag where tag_id = :tag order by asset_id")
                .param("tag", tag)
                .query(UUID.class)
                .list();
    }

    /** The words of these assets follow their tags. */
    void reword(Collection<UUID> assets) {
        jdbc.sql("""
                        update asset a set tagged = coalesce((
                            select string_agg(t.name, ' ' order by t.key)
                            from asset_tag x join media_tag t on t.id = x.tag_id where x.asset_id = a.id), '')
                        where a.id = any (:assets)
                        """)
                .param("assets", assets.toArray(UUID[]::new))
                .update();
    }

    private static Tag tag(ResultSet row, int number) throws SQLException {
        return new Tag(row.getObject("id", UUID.class), row.getString("name"), row.getInt("assets"));
    }
}
