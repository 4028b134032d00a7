package planner.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import planner.TestDatabase;
import planner.media.AssetPage.Mark;
import planner.media.AssetPage.Sort;
import planner.media.AssetSearch.Filter;
import planner.media.AssetSearch.Within;
import planner.network.MediaKind;
import planner.workspace.WorkspaceId;

/** A library of a hundred thousand files: what is asked often finds its index. The times are only printed. */
class LibrarySearchTest {
    private static final int FILES = 100_000;
    private static final UUID WORKSPACE = UUID.randomUUID();
    private static final UUID FOLDER = UUID.randomUUID();
    private static final String[] WORDS = {
        "chleb", "bułka", "ciasto", "piekarnia", "żyto", "pszenica", "mąka", "śniadanie", "rynek", "Łódź", "Kraków", "lato"
    };

    private static HikariDataSource pool;
    private static JdbcClient sql;

    @BeforeAll
    static void fill() {
        pool = TestDatabase.fresh().open();
        sql = JdbcClient.create(pool);
        sql.sql("insert into media_folder (id, workspace_id, name, created_at) values (:id, :workspace, 'f', now())")
                .param("id", FOLDER)
                .param("workspace", WORKSPACE)
                .update();
        // one of another workspace for each of ours
        sql.sql("""
                        insert into asset (workspace_id, folder_id, name, alt, tagged, kind, type, bytes, width, height,
                            seconds, fps, frames, sha256, thumbnail, created_by, created_at)
                        select case n % 2 when 0 then :workspace else cast(:other as uuid) end,
                            case when n % 200 = 0 then cast(:folder as uuid) end,
                            'IMG_' || n || '_' || words[1 + n % 12] || '.jpg',
                            'Obraz ' || words[1 + n / 7 % 12] || ' i ' || words[1 + n / 91 % 12],
                            case when n % 500 = 0 then 'rzadki' else '' end,
                            case when n % 10 = 0 then 'VIDEO' else 'IMAGE' end,
                            'image/jpeg', n * 7919 % 100000, 1, 1, 0, 0, 0, md5(n::text), false, :other, now()
                        from generate_series(1, :files) n, (select cast(:words as text[]) as words) w
                        """)
                .param("workspace", WORKSPACE)
                .param("other", UUID.randomUUID())
                .param("folder", FOLDER)
                .param("words", WORDS)
                .param("files", FILES * 2)
                .update();
        sql.sql("insert into asset_use select id, uuidv7(), workspace_id from asset where bytes % 100 <> 7")
                .update();
        sql.sql("analyze asset").update();
        sql.sql("analyze asset_use").update();
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void everyOrderWalksAnIndex() {
        assertThat(plan("newest", Filter.NONE, Sort.NEWEST)).contains("asset_workspace");
        assertThat(plan("oldest", Filter.NONE, Sort.OLDEST)).contains("asset_workspace");
        assertThat(plan("by name", Filter.NONE, Sort.NAME)).contains("asset_name");
        assertThat(plan("largest", Filter.NONE, Sort.LARGEST)).contains("asset_size");
        assertThat(plan("smallest", Filter.NONE, Sort.SMALLEST)).contains("asset_size");
    }

    @Test
    void rareWordsAreFoundByTheirIndex() {
        assertThat(plan("a rare word", words("rzadki"), Sort.NAME)).contains("asset_words");
        assertThat(plan("a number", words("img 123456"), Sort.NEWEST)).contains("asset_words");
        assertThat(plan("nothing", words("nie ma"), Sort.NEWEST)).doesNotContain("Seq Scan on asset ");
        // what half of all files have is found on the walk by order; either way is measured
        plan("a common word", words("obraz"), Sort.NEWEST);
        plan("two words", words("lodz chle"), Sort.LARGEST);
    }

    @Test
    void foldersAndKindsAndUnusedFilesAreFound() {
        assertThat(plan("a folder", filter(null, new Within(FOLDER, false), Set.of(), false), Sort.NEWEST))
                .contains("asset_folder");
        assertThat(plan("a folder, deep", filter(null, new Within(FOLDER, true), Set.of(), false), Sort.NAME))
                .doesNotContain("Seq Scan on asset ");
        plan("unused", filter(null, null, Set.of(), true), Sort.NEWEST);
        plan("videos", filter(null, null, Set.of(MediaKind.VIDEO), false), Sort.LARGEST);
    }

    @Test
    void theLastPageIsAsNearAsTheFirst() {
        var search = new AssetSearch(sql);
        var workspace = new WorkspaceId(WORKSPACE);
        var middle = sql.sql("select sorted, id from asset where workspace_id = :workspace order by sorted, id offset 99000 limit 1")
                .param("workspace", WORKSPACE)
                .query((row, number) -> new Mark(Sort.NAME, 0, row.getString(1), row.getObject(2, UUID.class)))
                .single();
        assertThat(explain("page 1,980 by name", Filter.NONE, Sort.NAME, middle)).contains("asset_name");
        assertThat(search.page(workspace, Filter.NONE, Sort.NAME, middle, 1_000)).hasSize(999);
    }

    private static Filter words(String text) {
        return filter(text, null, Set.of(), false);
    }

    private static Filter filter(@Nullable String text, @Nullable Within within, Set<MediaKind> kinds, boolean unused) {
        return new Filter(text, within, List.of(), kinds, unused);
    }

    private static String plan(String what, Filter filter, Sort sort) {
        return explain(what, filter, sort, null);
    }

    private static String explain(String what, Filter filter, Sort sort, @Nullable Mark after) {
        var parameters = new HashMap<String, @Nullable Object>(Map.of("workspace", WORKSPACE, "limit", 51));
        parameters.put("text", filter.text());
        parameters.put("folder", filter.folder() == null ? null : filter.folder().folder());
        parameters.put("kinds", filter.kinds().stream().map(Enum::name).toArray(String[]::new));
        parameters.put("name", after == null ? "" : after.name());
        parameters.put("id", after == null ? null : after.id());
        var lines = sql.sql("explain (analyze, costs off) " + AssetSearch.statement(filter, sort, after))
                .params(parameters)
                .query(String.class)
                .list();
        System.out.printf("library of %,d, %s: %s%n", FILES, what, lines.getLast());
        return String.join("\n", lines);
    }
}
