package planner.publish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import planner.network.NetworkId;
import planner.publish.PublicationView.Soon;
import planner.publish.PublicationView.Trouble;
import planner.workspace.Problem;
import planner.workspace.WorkspaceId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Publications and their stories for showing. */
@Component
class PublicationViews {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient sql;
    private final StoredSteps steps;
    private final Sayings sayings;

    PublicationViews(JdbcClient sql, StoredSteps steps, Sayings sayings) {
        this.sql = sql;
        this.steps = steps;
        this.sayings = sayings;
    }

    /** One try in a publication's story. */
    record AttemptView(
            int number,
            Instant at,
            String step,
            String decision,
            String detail,
            long durationMs,
            List<Moves.Told> exchanges) {}

    /** By the time at which they are due. */
    enum Order {
        OLDEST,
        NEWEST
    }

    /** @param after the last one of the page before */
    record Page(@Nullable Cursor after, int limit, Order first) {}

    /** @param retrying only those that wait for another try */
    record Filter(
            Collection<PublicationState> states, @Nullable UUID channel, boolean retrying, boolean warned) {}

    record Cursor(Instant dueAt, UUID id) {}

    PublicationView get(WorkspaceId workspace, PublicationId id, Locale locale) {
        return sql.sql("select * from publication where id = :id and workspace_id = :workspace")
                .param("id", id.value())
                .param("workspace", workspace.value())
                .query((row, number) -> view(row, locale))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    List<PublicationView> list(WorkspaceId workspace, Filter filter, Page page, Locale locale) {
        var after = page.after();
        boolean newest = page.first() == Order.NEWEST;
        return sql.sql("""
                        select * from publication
                        where workspace_id = :workspace and state = any(:states)
                          and (:channel::uuid is null or channel_id = :channel)
                          and (not :retrying or state = 'PUBLISHING' and failures > 0)
                          and (not :warned or state = 'SCHEDULED' and problem_code is not null)
                          and (:at::timestamptz is null or (due_at, id) %s (:at, :id))
                        order by due_at %2$s, id %2$s limit :limit
                        """.formatted(newest ? "<" : ">", newest ? "desc" : "asc"))
                .param("workspace", workspace.value())
                .param("states", filter.states().stream().map(Enum::name).toArray(String[]::new))
                .param("channel", filter.channel())
                .param("retrying", filter.retrying())
                .param("warned", filter.warned())
                .param("at", after == null ? null : PublicationStore.at(after.dueAt()))
                .param("id", after == null ? null : after.id())
                .param("limit", page.limit())
                .query((row, number) -> view(row, locale))
                .list();
    }

    Map<UUID, List<PublicationView>> ofPosts(WorkspaceId workspace, Collection<UUID> posts, Locale locale) {
        if (posts.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql("""
                        select * from publication where workspace_id = :workspace and post_id = any(:posts)
                        order by network, account, id
                        """)
                .param("workspace", workspace.value())
                .param("posts", posts.toArray(UUID[]::new))
                .query((row, number) -> view(row, locale))
                .list()
                .stream()
                .collect(Collectors.groupingBy(PublicationView::post));
    }

    /** By state; RETRYING are those of PUBLISHING that wait for another try, WARNED those of SCHEDULED that will fail. */
    Map<String, Long> counts(WorkspaceId workspace) {
        var counts = new LinkedHashMap<String, Long>();
        for (var state : PublicationState.values()) {
            counts.put(state.name(), 0L);
        }
        counts.put("RETRYING", 0L);
        counts.put("WARNED", 0L);
        sql.sql("""
                select state, count(*) as number, count(*) filter (where state = 'PUBLISHING' and failures > 0) as retrying,
                    count(*) filter (where state = 'SCHEDULED' and problem_code is not null) as warned
                from publication where workspace_id = :workspace group by state
                """).param("workspace", workspace.value()).query(row -> {
            counts.put(row.getString("state"), row.getLong("number"));
            counts.merge("RETRYING", row.getLong("retrying"), Long::sum);
            counts.merge("WARNED", row.getLong("warned"), Long::sum);
        });
        return counts;
    }

    List<AttemptView> story(PublicationId id, NetworkId network, Locale locale) {
        return sql.sql("select * from attempt where publication_id = :id order by number")
                .param("id", id.value())
                .query((row, number) -> new AttemptView(
                        row.getInt("number"),
                        PublicationStore.required(row, "at"),
                        row.getString("step"),
                        row.getString("decision"),
                        sayings.in(locale, network, row.getString("detail")),
                        row.getLong("duration_ms"),
                        JSON.readValue(row.getString("exchanges"), new TypeReference<>() {})))
                .list();
    }

    private PublicationView view(ResultSet row, Locale locale) throws SQLException {
        var state = PublicationState.valueOf(row.getString("state"));
        var network = new NetworkId(row.getString("network"));
        return new PublicationView(
                row.getObject("id", UUID.class),
                row.getObject("post_id", UUID.class),
                row.getObject("channel_id", UUID.class),
                network.value(),
                row.getString("account"),
                row.getString("format"),
                state,
                PublicationStore.required(row, "due_at"),
                row.getInt("attempts"),
                state == PublicationState.PUBLISHING ? PublicationStore.time(row, "deadline") : null,
                state == PublicationState.PUBLISHED
                        ? 0
                        : steps.out(network, row.getString("step")).size(),
                row.getString("permalink"),
                PublicationStore.time(row, "published_at"),
                sayings.in(locale, network, row.getString("note")),
                trouble(row, network, locale),
                soon(row, network, state, locale),
                row.getString("line"),
                row.getInt("version"));
    }

    private @Nullable Trouble trouble(ResultSet row, NetworkId network, Locale locale) throws SQLException {
        var code = row.getString("problem_code");
        if (code == null) {
            return null;
        }
        var advice = sayings.text(locale, network, "fault." + code, "");
        var message = sayings.in(locale, network, row.getString("problem_message"));
        return new Trouble(code, message, advice);
    }

    private @Nullable Soon soon(ResultSet row, NetworkId network, PublicationState state, Locale locale)
            throws SQLException {
        var why = row.getString("why");
        boolean waits = state == PublicationState.SCHEDULED || state == PublicationState.PUBLISHING;
        return waits && why != null
                ? new Soon(PublicationStore.required(row, "next_at"), sayings.again(locale, network, why))
                : null;
    }
}
