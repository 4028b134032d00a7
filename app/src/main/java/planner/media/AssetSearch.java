package planner.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import planner.media.AssetPage.Mark;
import planner.media.AssetPage.Sort;
import planner.network.MediaKind;
import planner.workspace.WorkspaceId;

/** Finds assets; every order has an index, and goes on after a row whether it is still there or not. */
@Component
class AssetSearch {
    private final JdbcClient jdbc;

    AssetSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param text words of name, alternative text and tags, each at least by its beginning; {@code null} = any
     * @param folder {@code null} = any
     * @param tags all of them, by name
     * @param kinds one of them; none = any
     * @param unused only what stands in no post
     */
    record Filter(@Nullable String text, @Nullable Within folder, List<String> tags, Set<MediaKind> kinds, boolean unused) {
        static final Filter NONE = new Filter(null, null, List.of(), Set.of(), false);

        Filter {
            tags = List.copyOf(tags);
            kinds = Set.copyOf(kinds);
        }
    }

    /** @param folder {@code null} = the top; @param deep with all that is beneath it */
    record Within(@Nullable UUID folder, boolean deep) {}

    record Found(Asset asset, Mark mark) {}

    /** @param after the row before the first of this page; {@code null} = from the beginning */
    List<Found> page(WorkspaceId workspace, Filter filter, Sort sort, @Nullable Mark after, int limit) {
        return jdbc.sql(statement(filter, sort, after))
                .param("workspace", workspace.value())
                .param("text", filter.text())
                .param("folder", filter.folder() == null ? null : filter.folder().folder())
                .param("tags", filter.tags().toArray(String[]::new))
                .param("kinds", filter.kinds().stream().map(Enum::name).toArray(String[]::new))
                .param("number", after == null ? 0 : after.number())
                .param("name", after == null ? "" : after.name())
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query((row, number) -> found(row, number, sort))
                .list();
    }

    /** Only what is asked for stands in it, so that the database can choose an index. */
    static String statement(Filter filter, Sort sort, @Nullable Mark after) {
        var where = new StringBuilder("where a.workspace_id = :workspace");
        if (filter.text() != null) {
            where.append(" and a.words @@ media_query(:text)");
        }
        if (filter.folder() != null) {
            where.append(place(filter.folder()));
        }
        if (!filter.kinds().isEmpty()) {
            where.append(" and a.kind = any (:kinds)");
        }
        if (filter.unused()) {
            where.append(" and not exists (select from asset_use u where u.asset_id = a.id)");
        }
        if (!filter.tags().isEmpty()) {
            where.append("""
                     and a.id in (
                        select x.asset_id from asset_tag x join media_tag t on t.id = x.tag_id
                        where t.workspace_id = :workspace and t.key in (select media_key(tag) from unnest(:tags) as tag)
                        group by x.asset_id
                        having count(*) = (select count(distinct media_key(tag)) from unnest(:tags) as tag))
                    """);
        }
        if (after != null) {
            where.append(" and ").append(sort.after());
        }
        return AssetStore.COLUMNS + where + " order by " + sort.order() + " limit :limit";
    }

    private static String place(Within place) {
        if (place.folder() == null) {
            return place.deep() ? "" : " and a.folder_id is null";
        }
        return place.deep() ? """
                 and a.folder_id in (
                    with recursive beneath as (
                        select id from media_folder where id = :folder and workspace_id = :workspace
                        union all
                        select f.id from media_folder f join beneath b on f.parent_id = b.id)
                    select id from beneath)
                """ : " and a.folder_id = :folder";
    }

    private static Found found(ResultSet row, int number, Sort sort) throws SQLException {
        var asset = AssetStore.asset(row, number);
        return new Found(
                asset, new Mark(sort, asset.bytes(), row.getString("sorted"), asset.id().value()));
    }
}
