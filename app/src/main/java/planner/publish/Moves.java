package planner.publish;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import planner.network.Exchange;
import planner.publish.Journey.Standing;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the moves of the walks: the row of a publication and its line in the story with one statement. When many walks
 * move at once, as at a full hour, they share it.
 */
@Component
class Moves {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MOVE = """
            with move as (
                select * from jsonb_to_recordset(:moves::jsonb) as move (
                    place int, id uuid, version int, entry jsonb, now timestamptz,
                    state text, step jsonb, begun bool, "overAt" timestamptz, shown bool, doubt bool, "inAct" bool,
                    spaced bool, "nextAt" timestamptz, why text, attempts int, trying bool, failures int,
                    deadline timestamptz, "heldFor" text, problem jsonb, remote jsonb)),
            moved as (
                update publication set
                    state = move.state, step = move.step, begun = move.begun, over_at = "overAt", shown = move.shown,
                    doubt = move.doubt, in_act = "inAct", spaced = move.spaced, next_at = "nextAt", why = move.why,
                    attempts = move.attempts, trying = move.trying, failures = move.failures, deadline = move.deadline,
                    held_for = "heldFor", problem_code = problem ->> 'code', problem_message = problem ->> 'message',
                    remote_id = remote ->> 'id', permalink = remote ->> 'permalink', more = remote -> 'more',
                    note = coalesce(remote ->> 'note', ''), published_at = (remote ->> 'publishedAt')::timestamptz,
                    moves = moves + (entry is not null)::int, version = publication.version + 1, updated_at = now
                from move
                where publication.id = move.id and publication.version = move.version
                returning place, publication.id, moves, entry),
            told as (
                insert into attempt (publication_id, number, at, step, decision, detail, duration_ms, exchanges)
                select id, moves, at, step, decision, detail, "durationMs", exchanges
                from moved, jsonb_to_record(entry) as entry (
                    at timestamptz, step text, decision text, detail text, "durationMs" bigint, exchanges jsonb)
                where entry is not null)
            select place from moved
            """;

    /** While one waits for the disk the next are being written; all moves of a post wait in the same queue. */
    private static final int COMMITS_AT_ONCE = 2;

    private static final int MOST_REPETITIONS = 3;

    /** Not where the backslash itself is escaped. */
    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private final JdbcClient sql;
    private final List<SharedCommits<Move>> queues = Stream.generate(
                    () -> new SharedCommits<>(this::alone, this::together))
            .limit(COMMITS_AT_ONCE)
            .toList();

    Moves(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param next where the walk stands from now on */
    record Move(Journey journey, Standing next, @Nullable Entry entry, Instant now) {}

    /** @return false when somebody else changed the row since this journey was read: nothing was written */
    boolean write(Move move) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return written(move);
        }
        return queues.get(Math.floorMod(move.journey().post().hashCode(), COMMITS_AT_ONCE))
                .write(move);
    }

    /** A deadlock with a person's change undid it: it is written again. */
    private boolean alone(Move move) {
        for (int repetition = 0; ; repetition++) {
            try {
                return written(move);
            } catch (PessimisticLockingFailureException e) {
                if (repetition == MOST_REPETITIONS) {
                    throw e;
                }
            }
        }
    }

    private boolean written(Move move) {
        return together(List.of(move))[0];
    }

    private boolean[] together(List<Move> moves) {
        var rows = IntStream.range(0, moves.size())
                .mapToObj(place -> Row.of(place, moves.get(place)))
                .toList();
        var written = new boolean[moves.size()];
        // by place, not by id: of two moves of one row only one is written
        sql.sql(MOVE)
                .param("moves", withoutNul(JSON.writeValueAsString(rows)))
                .query(Integer.class)
                .list()
                .forEach(place -> written[place] = true);
        return written;
    }

    /** Networks say what they like, and PostgreSQL takes no NUL. */
    private static String withoutNul(String json) {
        return json.contains("\\u0000") ? ESCAPED_NUL.matcher(json).replaceAll("$1") : json;
    }

    /** A move as the statement reads it. */
    private record Row(
            int place,
            UUID id,
            int version,
            @JsonUnwrapped Standing next,
            @Nullable Line entry,
            Instant now) {
        static Row of(int place, Move move) {
            var journey = move.journey();
            var entry = move.entry();
            return new Row(
                    place,
                    journey.id().value(),
                    journey.version(),
                    move.next(),
                    entry == null ? null : Line.of(entry),
                    move.now());
        }
    }

    private record Line(
            Instant at, String step, String decision, String detail, long durationMs, List<Told> exchanges) {
        static Line of(Entry entry) {
            return new Line(
                    entry.at(),
                    entry.step(),
                    entry.decision(),
                    entry.detail(),
                    entry.duration().toMillis(),
                    entry.exchanges().stream().map(Told::of).toList());
        }
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
