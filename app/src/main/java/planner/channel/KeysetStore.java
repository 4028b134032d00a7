package planner.channel;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one row with the sealed keys. */
@Component
class KeysetStore {
    private final JdbcClient jdbc;

    KeysetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(String sealed, int version) {}

    Optional<Row> find() {
        return jdbc.sql("select sealed, version from channel_keyset")
                .query(Row.class)
                .optional();
    }

    /** Two processes may start at once: the first row stays. */
    void insertFirst(String sealed) {
        jdbc.sql("insert into channel_keyset (sealed, version) values (:sealed, 1) on conflict do nothing")
                .param("sealed", sealed)
                .update();
    }

    /** The version, held against change until the caller's transaction ends. */
    int holdVersion() {
        return jdbc.sql("select version from channel_keyset for share")
                .query(Integer.class)
                .single();
    }

    void lock() {
        jdbc.sql("select version from channel_keyset for update")
                .query(Integer.class)
                .single();
    }

    void update(String sealed, int version) {
        int changed =
                jdbc.sql("""
                        update channel_keyset set sealed = :sealed, version = version + 1
                        where version = :version
                        """).param("sealed", sealed).param("version", version).update();
        if (changed != 1) {
            throw new IllegalStateException("the keys were changed by another process meanwhile");
        }
    }
}
