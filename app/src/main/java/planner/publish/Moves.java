package planner.publish;

import static planner.publish.PublicationStore.at;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import planner.network.Exchange;
import planner.publish.Journey.Standing;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the moves of the walks: the row of a publication and its line in the story with one statement. When many walks
 * move at once, as at a full hour, their statements share commits.
 */
@Component
class Moves {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MOVE = """
            update publication set
                state = :state, step = :step::jsonb, begun = :begun, over_at = :over, shown = :shown, doubt = :doubt,
                in_act = :acting, spaced = :spaced, next_at = :next, why = :why, attempts = :attempts,
                trying = :trying, failures = :failures, deadline = :deadline, held_for = :held,
                problem_code = :code, problem_message = :message, remote_id = :remote, permalink = :permalink,
                more = :more::jsonb, note = :note, published_at = :published,
                moves = moves + :entries, version = version + 1, updated_at = :now
            where id = :id and version = :version
            """;

    private static final String MOVE_AND_TELL = "with moved as (" + MOVE + """
            returning moves)
            insert into attempt (publication_id, number, at, step, decision, detail, duration_ms, exchanges)
            select :id, moves, :at, :name, :decision, :detail, :duration, :exchanges::jsonb from moved
            """;

    /** While one waits for the disk the next are being written; all moves of a post wait in the same queue. */
    private static final int COMMITS_AT_ONCE = 2;

    private static final int MOST_REPETITIONS = 3;

    /** Not where the backslash itself is escaped. */
    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private final NamedParameterJdbcOperations sql;
    private final TransactionOperations transactions;
    private final List<SharedCommits<Move>> silent = queues(MOVE);
    private final List<SharedCommits<Move>> told = queues(MOVE_AND_TELL);

    Moves(NamedParameterJdbcOperations sql, TransactionOperations transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    private List<SharedCommits<Move>> queues(String statement) {
        return Stream.generate(() -> new SharedCommits<Move>(this::alone, moves -> together(statement, moves)))
                .limit(COMMITS_AT_ONCE)
                .toList();
    }

    /** @param next where the walk stands from now on */
    record Move(Journey journey, Standing next, @Nullable Entry entry, Instant now) {
        String statement() {
            return entry == null ? MOVE : MOVE_AND_TELL;
        }
    }

    /** @return false when somebody else changed the row since this journey was read: nothing was written */
    boolean write(Move move) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return update(move);
        }
        var queues = move.entry() == null ? silent : told;
        return queues.get(Math.floorMod(move.journey().post().hashCode(), COMMITS_AT_ONCE))
                .write(move);
    }

    private boolean update(Move move) {
        return sql.update(move.statement(), parameters(move)) == 1;
    }

    /** A deadlock with a person's change undid it: it is written again. */
    private boolean alone(Move move) {
        for (int repetition = 0; ; repetition++) {
            try {
                return update(move);
            } catch (PessimisticLockingFailureException e) {
                if (repetition == MOST_REPETITIONS) {
                    throw e;
                }
            }
        }
    }

    /** In the order of their posts, whose rows the statements lock as well: two batches cannot lock each other out. */
    private boolean[] together(String statement, List<Move> moves) {
        var order = IntStream.range(0, moves.size())
                .boxed()
                .sorted(Comparator.comparing(i -> moves.get(i).journey().post()))
                .toList();
        var parameters = order.stream().map(i -> parameters(moves.get(i))).toArray(SqlParameterSource[]::new);
        var counts = transactions.execute(status -> sql.batchUpdate(statement, parameters));
        var written = new boolean[moves.size()];
        for (int i = 0; i < counts.length; i++) {
            written[order.get(i)] = counts[i] == 1;
        }
        return written;
    }

    private static SqlParameterSource parameters(Move move) {
        var next = move.next();
        var problem = next.problem();
        var remote = next.remote();
        var held = next.heldFor();
        var entry = move.entry();
        var values = new MapSqlParameterSource()
                .addValue("id", move.journey().id().value())
                .addValue("version", move.journey().version())
                .addValue("state", next.state().name())
                .addValue("step", json(next.step()))
                .addValue("begun", next.begun())
                .addValue("over", at(next.overAt()))
                .addValue("shown", next.shown())
                .addValue("doubt", next.doubt())
                .addValue("acting", next.inAct())
                .addValue("spaced", next.spaced())
                .addValue("next", at(next.nextAt()))
                .addValue("why", plain(next.why()))
                .addValue("attempts", next.attempts())
                .addValue("trying", next.trying())
                .addValue("failures", next.failures())
                .addValue("deadline", at(next.deadline()))
                .addValue("held", held == null ? null : held.name())
                .addValue("code", problem == null ? null : problem.code())
                .addValue("message", plain(problem == null ? null : problem.message()))
                .addValue("remote", plain(remote == null ? null : remote.id()))
                .addValue("permalink", plain(remote == null ? null : remote.permalink()))
                .addValue("more", json(remote == null ? null : remote.more()))
                .addValue("note", plain(remote == null ? "" : remote.note()))
                .addValue("published", remote == null ? null : at(remote.publishedAt()))
                .addValue("entries", entry == null ? 0 : 1)
                .addValue("now", at(move.now()));
        return entry == null ? values : told(values, entry);
    }

    private static SqlParameterSource told(MapSqlParameterSource values, Entry entry) {
        var exchanges = entry.exchanges().stream().map(Told::of).toList();
        return values.addValue("at", at(entry.at()))
                .addValue("name", entry.step())
                .addValue("decision", entry.decision())
                .addValue("detail", plain(entry.detail()))
                .addValue("duration", entry.duration().toMillis())
                .addValue("exchanges", json(JSON.writeValueAsString(exchanges)));
    }

    /** Networks say what they like, and PostgreSQL takes no NUL. */
    private static @Nullable String plain(@Nullable String theirs) {
        return theirs == null ? null : theirs.replace("\0", "");
    }

    private static @Nullable String json(@Nullable String ours) {
        return ours == null || !ours.contains("\\u0000")
                ? ours
                : ESCAPED_NUL.matcher(ours).replaceAll("$1");
    }

    /** One exchange as it is kept and shown. */
    record Told(
            String method,
            String url,
            String request,
            @Nullable Integer status,
            String response,
            long durationMs) {
        static Told of(Exchange exchange) {
            return new Told(
                    exchange.method(),
                    exchange.url(),
                    exchange.request(),
                    exchange.status(),
                    exchange.response(),
                    exchange.duration().toMillis());
        }
    }
}
