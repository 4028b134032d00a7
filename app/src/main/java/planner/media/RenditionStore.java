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
import planner.network.Media;
import planner.network.Recipe;
import planner.workspace.WorkspaceId;

/** The rows of renditions and of the posts that need them. */
@Component
class RenditionStore {
    private final JdbcClient jdbc;

    RenditionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that failed is wanted again. @return whether there is something to do */
    boolean want(WorkspaceId workspace, Renditions.Wish wish, Instant now) {
        return jdbc.sql("""
                        insert into rendition as r (id, workspace_id, asset_id, source, recipe, original, state, progress,
                            attempts, thumbnail, created_at, changed_at)
                        values (:id, :workspace, :asset, :source, cast(:recipe as jsonb), cast(:original as jsonb),
                            'WANTED', 0, 0, false, :now, :now)
                        on conflict (id) do update set attempts = 0, problem = null, changed_at = :now,
                            state = case r.state when 'FAILED' then 'WANTED' else r.state end
                        where r.state in ('WANTED', 'FAILED')
                        """)
                        .param("id", wish.id())
                        .param("workspace", workspace.value())
                        .param("asset", wish.asset().id().value())
                        .param("source", wish.asset().sha256())
                        .param("recipe", MediaJson.MAPPER.writeValueAsString(wish.recipe()))
                        .param(
                                "original",
                                MediaJson.MAPPER.writeValueAsString(wish.asset().frozen("")))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Those of this post that failed are wanted again. */
    List<Rendition> again(WorkspaceId workspace, UUID post, Instant now) {
        return jdbc.sql("""
                        update rendition r set state = 'WANTED', attempts = 0, problem = null, changed_at = :now
                        from rendition_use u
                        where u.rendition_id = r.id and u.user_id = :post and r.workspace_id = :workspace and r.state = 'FAILED'
                        returning r.*
                        """)
                .param("post", post)
                .param("workspace", workspace.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(RenditionStore::rendition)
                .list();
    }

    void use(UUID user, UUID rendition) {
        jdbc.sql("""
                        insert into rendition_use (rendition_id, user_id) values (:rendition, :user) on conflict do nothing
                        """).param("rendition", rendition).param("user", user).update();
    }

    void dropUses(UUID user, Collection<UUID> but) {
        jdbc.sql("delete from rendition_use where user_id = :user and not rendition_id = any (:but)")
                .param("user", user)
                .param("but", but.toArray(UUID[]::new))
                .update();
    }

    /** What nobody needs and is not made; who makes it finds out. Within a transaction. */
    void dropUnwanted(Instant now) {
        drop(unused("state <> 'READY'", now));
    }

    /** Made, and not needed since then. Within a transaction. @return the hashes of their files */
    List<String> dropUnused(Instant since) {
        return drop(unused("state = 'READY'", since));
    }

    /** Locked, so that whoever begins to need one now waits and makes it anew; who is about to is left alone. */
    private List<UUID> unused(String which, Instant since) {
        return jdbc.sql("""
                        select id from rendition r where %s
                            and changed_at <= :since
                            and not exists (select 1 from rendition_use u where u.rendition_id = r.id)
                        order by id for update skip locked
                        """.formatted(which))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Asked once more, now that nobody can begin to need them. */
    private List<String> drop(List<UUID> ids) {
        return jdbc
                .sql("""
                        delete from rendition r where id = any (:ids)
                            and not exists (select 1 from rendition_use u where u.rendition_id = r.id)
                        returning coalesce(sha256, '')
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .filter(sha256 -> !sha256.isEmpty())
                .toList();
    }

    /** @return the hashes of their files */
    List<String> dropOf(AssetId asset) {
        return jdbc
                .sql("delete from rendition where asset_id = :asset returning sha256")
                .param("asset", asset.value())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<Rendition> find(UUID id) {
        return jdbc.sql("select * from rendition where id = :id")
                .param("id", id)
                .query(RenditionStore::rendition)
                .optional();
    }

    List<Rendition> of(WorkspaceId workspace, AssetId asset) {
        return jdbc.sql("""
                        select * from rendition where asset_id = :asset and workspace_id = :workspace order by created_at, id
                        """)
                .param("asset", asset.value())
                .param("workspace", workspace.value())
                .query(RenditionStore::rendition)
                .list();
    }

    List<Rendition> find(WorkspaceId workspace, Collection<UUID> ids) {
        return jdbc.sql("select * from rendition where id = any (:ids) and workspace_id = :workspace")
                .param("ids", ids.toArray(UUID[]::new))
                .param("workspace", workspace.value())
                .query(RenditionStore::rendition)
                .list();
    }

    List<UUID> users(UUID id) {
        return jdbc.sql("select user_id from rendition_use where rendition_id = :id order by user_id")
                .param("id", id)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** It was not to blame: this process is closing. */
    void untried(UUID id) {
        jdbc.sql("update rendition set attempts = greatest(attempts - 1, 0) where id = :id")
                .param("id", id)
                .update();
    }

    /** @return false when it is not wanted any more */
    boolean progress(UUID id, double share, Instant now) {
        return jdbc.sql("""
                        update rendition set state = 'MAKING', progress = :share, changed_at = :now
                        where id = :id and state in ('WANTED', 'MAKING')
                        """)
                        .param("id", id)
                        .param("share", share)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @return how often it was tried by now */
    int tried(UUID id) {
        return jdbc.sql("update rendition set attempts = attempts + 1 where id = :id returning attempts")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    boolean ready(UUID id, Media result, String sha256, boolean thumbnail, Instant now) {
        return jdbc.sql("""
                        update rendition set state = 'READY', progress = 1, result = cast(:result as jsonb), sha256 = :sha256,
                            thumbnail = :thumbnail, problem = null, changed_at = :now
                        where id = :id and state in ('WANTED', 'MAKING')
                        """)
                        .param("id", id)
                        .param("result", MediaJson.MAPPER.writeValueAsString(result))
                        .param("sha256", sha256)
                        .param("thumbnail", thumbnail)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean failed(UUID id, String problem, Instant now) {
        return jdbc.sql("""
                        update rendition set state = 'FAILED', problem = :problem, changed_at = :now
                        where id = :id and state in ('WANTED', 'MAKING')
                        """)
                        .param("id", id)
                        .param("problem", problem)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Rendition rendition(ResultSet row, int number) throws SQLException {
        return new Rendition(
                row.getObject("id", UUID.class),
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new AssetId(row.getObject("asset_id", UUID.class)),
                row.getString("source"),
                MediaJson.MAPPER.readValue(row.getString("recipe"), Recipe.class),
                MediaJson.MAPPER.readValue(row.getString("original"), Media.class),
                Rendition.State.valueOf(row.getString("state")),
                row.getDouble("progress"),
                row.getString("problem"),
                result(row.getString("result")),
                row.getString("sha256"),
                row.getBoolean("thumbnail"));
    }

    private static @Nullable Media result(@Nullable String json) {
        return json == null ? null : MediaJson.MAPPER.readValue(json, Media.class);
    }
}
