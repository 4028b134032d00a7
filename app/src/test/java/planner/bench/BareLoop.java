package planner.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import planner.adapter.kit.Call;
import planner.adapter.kit.Transport;

/**
 * "Begun before a byte leaves, published after" as one would first write it: two commits and the call of each
 * publication, as many at once as there are channels, and nothing else: no alarms, lanes, late policy, story or events.
 * The house, which does all that and lets its commits be shared, is measured against this in the same run.
 */
final class BareLoop {
    private final JdbcClient sql;
    private final Transport transport;
    private final URI paper;

    BareLoop(JdbcClient sql, Transport transport, URI paper) {
        this.sql = sql;
        this.transport = transport;
        this.paper = paper;
    }

    private record Row(UUID id, String text) {}

    /** Publishes all whose text begins so. @return how long it took */
    Duration drain(String prefix, int atOnce) {
        var rows = sql.sql("select id, line from publication where line like :prefix and state = 'SCHEDULED'")
                .param("prefix", prefix + "%")
                .query((row, number) -> new Row(row.getObject("id", UUID.class), row.getString("line")))
                .list();
        assertThat(rows).isNotEmpty();
        var places = new Semaphore(atOnce);
        var done = new AtomicInteger();
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var row : rows) {
                places.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        publish(row);
                        done.incrementAndGet();
                    } finally {
                        places.release();
                    }
                });
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(done).hasValue(rows.size());
        return took;
    }

    private void publish(Row row) {
        move(row.id(), "PUBLISHING", true, 0);
        try {
            var reply = transport.send(Call.post(paper.resolve("/posts"))
                    .bytes("text/plain", row.text().getBytes(StandardCharsets.UTF_8)));
            assertThat(reply.ok()).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        move(row.id(), "PUBLISHED", false, 1);
    }

    private void move(UUID id, String state, boolean begun, int version) {
        int moved = sql.sql("""
                        update publication set state = :state, begun = :begun, version = version + 1
                        where id = :id and version = :version
                        """)
                .param("state", state)
                .param("begun", begun)
                .param("id", id)
                .param("version", version)
                .update();
        assertThat(moved).isOne();
    }
}
