package planner.post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import planner.workspace.PersonId;
import planner.workspace.WorkspaceId;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of room post. */
@Repository
class PostStore {
    private static final String COLUMNS =
            "id, workspace_id, author_id, version, state, due_at, zone, content, created_at, updated_at";

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    PostStore(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    /** What narrows a list; {@code null} = no matter. */
    record Filter(
            @Nullable PostState state,
            @Nullable UUID channel,
            @Nullable String text,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** Grows with time, so that lists by id are lists by age. */
    PostId nextId() {
        return new PostId(jdbc.sql("select uuidv7()").query(UUID.class).single());
    }

    void insert(Post post) {
        jdbc.sql("""
                insert into post (id, workspace_id, author_id, version, state, due_at, zone, content, line, created_at, updated_at)
                values (:id, :workspace, :author, :version, :state, :due, :zone, :content::jsonb, :line, :now, :now)
                """)
                .param("id", post.id().value())
                .param("workspace", post.workspace().value())
                .param("author", post.author() == null ? null : post.author().value())
                .param("version", post.version())
                .param("state", post.state().name())
                .param("due", at(post.dueAt()))
                .param("zone", post.zone().getId())
                .param("content", mapper.writeValueAsString(post.content()))
                .param("line", line(post.content()))
                .param("now", at(post.createdAt()))
                .update();
        writeChannels(post.id(), post.content());
    }

    Optional<Post> find(WorkspaceId workspace, PostId id) {
        return one(workspace, id, "");
    }

    /** Locks the row until the transaction ends, so that two changes of one post come one after the other. */
    Optional<Post> lock(WorkspaceId workspace, PostId id) {
        return one(workspace, id, " for update");
    }

    private Optional<Post> one(WorkspaceId workspace, PostId id, String lock) {
        return jdbc.sql("select " + COLUMNS + " from post where id = :id and workspace_id = :workspace and not removed"
                        + lock)
                .param("id", id.value())
                .param("workspace", workspace.value())
                .query(this::post)
                .optional();
    }

    /** What a list of posts shows: enough to know each of them again. */
    record Named(PostId id, String line, PostState state, @Nullable Instant at) {}

    /** The newest first. */
    List<Named> named(WorkspaceId workspace, Collection<UUID> ids) {
        return jdbc.sql("""
                select id, line, state, due_at from post
                where id = any (:ids) and workspace_id = :workspace and not removed
                order by id desc
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("workspace", workspace.value())
                .query((row, number) -> new Named(
                        new PostId(row.getObject("id", UUID.class)),
                        row.getString("line"),
                        PostState.valueOf(row.getString("state")),
                        instant(row.getTimestamp("due_at"))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    void write(PostId id, PostInput content, Instant now) {
        jdbc.sql("""
                update post set content = :content::jsonb, line = :line, version = version + 1, updated_at = :now,
                       zone = coalesce(:zone, zone)
                where id = :id
                """)
                .param("content", mapper.writeValueAsString(content))
                .param("line", line(content))
                .param("zone", content.zone())
                .param("now", at(now))
                .param("id", id.value())
                .update();
        jdbc.sql("delete from post_channel where post_id = :id")
                .param("id", id.value())
                .update();
        writeChannels(id, content);
    }

    /** Its state is what its publications say. */
    void plan(PostId id, Instant dueAt, ZoneId zone, Instant now) {
        jdbc.sql("""
                update post set due_at = :due, zone = :zone, state = post_state_of(id), version = version + 1,
                    updated_at = :now
                where id = :id
                """)
                .param("due", at(dueAt))
                .param("zone", zone.getId())
                .param("now", at(now))
                .param("id", id.value())
                .update();
    }

    /** A draft again, whatever became of its publications; the time that was meant is kept. */
    void unplan(PostId id, Instant now) {
        jdbc.sql("""
                update post set state = 'DRAFT', version = version + 1, updated_at = :now where id = :id
                """).param("now", at(now)).param("id", id.value()).update();
    }

    void remove(PostId id) {
        jdbc.sql("update post set removed = true, version = version + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    /** Newest first, after the cursor. */
    List<Post> list(WorkspaceId workspace, Filter filter, @Nullable UUID before, int limit) {
        return query(workspace, filter, "and (cast(:before as uuid) is null or id < :before) order by id desc")
                .param("before", before)
                .param("limit", limit)
                .query(this::post)
                .list();
    }

    /** All that stands in a stretch of the calendar, by time. */
    List<Post> between(WorkspaceId workspace, Filter filter, int limit) {
        return query(workspace, filter, "and due_at is not null order by due_at, id")
                .param("limit", limit)
                .query(this::post)
                .list();
    }

    private JdbcClient.StatementSpec query(WorkspaceId workspace, Filter filter, String rest) {
        return jdbc.sql("select " + COLUMNS + """
                 from post
                where workspace_id = :workspace and not removed
                  and (cast(:state as text) is null or state = :state)
                  and (cast(:text as text) is null or content::text ilike :text)
                  and (cast(:from as timestamptz) is null or due_at >= :from)
                  and (cast(:to as timestamptz) is null or due_at < :to)
                  and (cast(:channel as uuid) is null or exists (
                        select from post_channel c where c.post_id = post.id and c.channel_id = :channel))
                """ + rest + " limit :limit")
                .param("workspace", workspace.value())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("text", like(filter.text()))
                .param("from", at(filter.from()))
                .param("to", at(filter.to()))
                .param("channel", filter.channel());
    }

    void deleteCreations(Instant before) {
        jdbc.sql("delete from post_creation where created_at < :before")
                .param("before", at(before))
                .update();
    }

    /** What an earlier creation with this key made; empty when the key is new and now taken. */
    Optional<Creation> creation(WorkspaceId workspace, String key, byte[] bodyHash, PostId id, Instant now) {
        int taken = jdbc.sql("""
                insert into post_creation (workspace_id, key, body_hash, post_id, created_at)
                values (:workspace, :key, :hash, :post, :now)
                on conflict do nothing
                """)
                .param("workspace", workspace.value())
                .param("key", key)
                .param("hash", bodyHash)
                .param("post", id.value())
                .param("now", at(now))
                .update();
        return taken == 1
                ? Optional.empty()
                : jdbc.sql(
                                "select post_id, body_hash from post_creation where workspace_id = :workspace and key = :key")
                        .param("workspace", workspace.value())
                        .param("key", key)
                        .query((row, n) -> new Creation(
                                new PostId(row.getObject("post_id", UUID.class)), row.getBytes("body_hash")))
                        .optional();
    }

    record Creation(PostId post, byte[] bodyHash) {}

    private void writeChannels(PostId id, PostInput content) {
        for (int i = 0; i < content.channels().size(); i++) {
            jdbc.sql("insert into post_channel (post_id, channel_id, position) values (:post, :channel, :position)")
                    .param("post", id.value())
                    .param("channel", content.channels().get(i))
                    .param("position", i)
                    .update();
        }
    }

    private Post post(ResultSet row, int number) throws SQLException {
        var due = row.getTimestamp("due_at");
        var author = row.getObject("author_id", UUID.class);
        return new Post(
                new PostId(row.getObject("id", UUID.class)),
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                author == null ? null : new PersonId(author),
                row.getInt("version"),
                PostState.valueOf(row.getString("state")),
                due == null ? null : due.toInstant(),
                ZoneId.of(row.getString("zone")),
                mapper.readValue(row.getString("content"), PostInput.class),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    private static String line(PostInput content) {
        return content.text()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> line.length() > 200 ? line.substring(0, 200) : line)
                .orElse(content.title());
    }

    private static @Nullable String like(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static @Nullable Timestamp at(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
